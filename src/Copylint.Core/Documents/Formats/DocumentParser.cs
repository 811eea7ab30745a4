using Copylint.Text;

namespace Copylint.Documents.Formats;

/// <summary>Chooses the format of a file.</summary>
public static class DocumentParser
{
    private static readonly Dictionary<string, IDocumentFormat> ByEnding = DocumentFormats
        .All.SelectMany(f => f.Endings, (f, ending) => (ending, f))
        .ToDictionary(p => p.ending, p => p.f, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names by which a format is chosen: <c>text</c>, <c>markdown</c>, <c>html</c>.</summary>
    public static IReadOnlyDictionary<string, IDocumentFormat> FormatNames { get; } =
        DocumentFormats.All.ToDictionary(f => f.Name);

    /// <summary>The format that a path's ending names, in any case; null for one that is linted only when its file is
    /// named.</summary>
    public static IDocumentFormat? FormatOf(string path) => ByEnding.GetValueOrDefault(Path.GetExtension(path));

    /// <summary>Parses one file by its ending.</summary>
    /// <param name="path">The path that reports name.</param>
    /// <param name="source">The file.</param>
    /// <param name="options">How it is read; the defaults when null.</param>
    public static Document Parse(string path, SourceText source, ReadingOptions? options = null)
    {
        options ??= ReadingOptions.Default;
        return (FormatOf(path) ?? options.Fallback).Parse(path, source, options);
    }
}
