using Copylint.Documents.Formats.Html;
using Copylint.Documents.Formats.Markdown;
using Copylint.Documents.Formats.PlainText;

namespace Copylint.Documents.Formats;

/// <summary>The formats that there are.</summary>
public static class DocumentFormats
{
    /// <summary>Plain text.</summary>
    public static IDocumentFormat PlainText { get; } = new PlainTextFormat();

    /// <summary>Markdown: CommonMark with tables, footnotes and front matter, and the markup of site
    /// generators.</summary>
    public static IDocumentFormat Markdown { get; } = new MarkdownFormat();

    /// <summary>HTML: a page or a fragment.</summary>
    public static IDocumentFormat Html { get; } = new HtmlFormat();

    /// <summary>All, in the order in which help names them.</summary>
    public static IReadOnlyList<IDocumentFormat> All { get; } = [PlainText, Markdown, Html];
}
