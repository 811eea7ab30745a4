namespace Copylint.Documents.Formats;

/// <summary>The formats of copy.</summary>
public enum DocumentFormat
{
    /// <summary>Plain text.</summary>
    PlainText,

    /// <summary>Markdown: CommonMark with tables, footnotes and front matter.</summary>
    Markdown,

    /// <summary>HTML: a page or a fragment.</summary>
    Html,
}
