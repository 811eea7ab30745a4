using Copylint.Documents.Formats.Html;
using Copylint.Documents.Formats.Markdown;
using Copylint.Documents.Formats.PlainText;
using Copylint.Text;

namespace Copylint.Documents.Formats;

/// <summary>Chooses the parser for a file.</summary>
public static class DocumentParser
{
    /// <summary>The names by which a format is chosen: <c>text</c>, <c>markdown</c>, <c>html</c>.</summary>
    public static IReadOnlyDictionary<string, DocumentFormat> FormatNames =>
        new Dictionary<string, DocumentFormat>
        {
            ["text"] = DocumentFormat.PlainText,
            ["markdown"] = DocumentFormat.Markdown,
            ["html"] = DocumentFormat.Html,
        };

    /// <summary>The format that a path's ending names, in any case; null for one that is linted only when its file is named.</summary>
    public static DocumentFormat? FormatOf(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".txt" or ".text" => DocumentFormat.PlainText,
            ".md" or ".markdown" or ".mdx" => DocumentFormat.Markdown,
            ".html" or ".htm" or ".xhtml" => DocumentFormat.Html,
            _ => null,
        };

    /// <summary>Parses one file by its ending.</summary>
    /// <param name="path">The path that reports name.</param>
    /// <param name="source">The file.</param>
    /// <param name="fallback">The format of a file whose ending is not known.</param>
    public static Document Parse(string path, SourceText source, DocumentFormat fallback = DocumentFormat.PlainText) =>
        (FormatOf(path) ?? fallback) switch
        {
            DocumentFormat.Markdown => MarkdownParser.Parse(path, source),
            DocumentFormat.Html => HtmlParser.Parse(path, source),
            _ => PlainTextParser.Parse(path, source),
        };
}
