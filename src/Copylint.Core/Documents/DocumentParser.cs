using Copylint.Text;

namespace Copylint.Documents;

/// <summary>Chooses the parser for a file.</summary>
public static class DocumentParser
{
    private static readonly Dictionary<string, DocumentFormat> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = DocumentFormat.PlainText, [".text"] = DocumentFormat.PlainText,
        [".md"] = DocumentFormat.Markdown, [".markdown"] = DocumentFormat.Markdown, [".mdx"] = DocumentFormat.Markdown,
        [".html"] = DocumentFormat.Html, [".htm"] = DocumentFormat.Html, [".xhtml"] = DocumentFormat.Html,
    };

    /// <summary>The names by which a format is chosen: <c>text</c>, <c>markdown</c>, <c>html</c>.</summary>
    public static IReadOnlyDictionary<string, DocumentFormat> FormatNames { get; } = new Dictionary<string, DocumentFormat>
    {
        ["text"] = DocumentFormat.PlainText, ["markdown"] = DocumentFormat.Markdown, ["html"] = DocumentFormat.Html,
    };

    /// <summary>The file endings that are linted when a folder is named, with their dots, in lower case.</summary>
    public static IReadOnlyCollection<string> FileEndings => Endings.Keys;

    /// <summary>The format that a path's ending names, or null.</summary>
    public static DocumentFormat? FormatOf(string path) => Endings.TryGetValue(Path.GetExtension(path), out var format) ? format : null;

    /// <summary>Parses one file by its ending.</summary>
    /// <param name="path">The path that reports name.</param>
    /// <param name="source">The file.</param>
    /// <param name="fallback">The format of a file whose ending is not known.</param>
    public static Document Parse(string path, SourceText source, DocumentFormat fallback = DocumentFormat.PlainText) => (FormatOf(path) ?? fallback) switch
    {
        DocumentFormat.Markdown => MarkdownParser.Parse(path, source),
        DocumentFormat.Html => HtmlParser.Parse(path, source),
        _ => PlainTextParser.Parse(path, source),
    };
}
