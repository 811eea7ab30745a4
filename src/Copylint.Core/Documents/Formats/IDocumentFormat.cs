using Copylint.Text;

namespace Copylint.Documents.Formats;

/// <summary>
/// A format of copy: all that the rest of the program asks of it. A new one is a folder with one of these and its line
/// in <see cref="DocumentFormats.All"/>.
/// </summary>
public interface IDocumentFormat
{
    /// <summary>The name by which a reader chooses it: <c>markdown</c>.</summary>
    string Name { get; }

    /// <summary>The name in what programs read: <c>Markdown</c>.</summary>
    string Title { get; }

    /// <summary>The endings of its files in lower case, with the full stop.</summary>
    IReadOnlyList<string> Endings { get; }

    /// <summary>The media type (RFC 6838).</summary>
    string MediaType { get; }

    /// <summary>The comments of its markup; none for text that has no markup.</summary>
    IReadOnlyList<CommentSyntax> Comments { get; }

    /// <summary>Whether its files say themselves which lines are headings; where they do not, a heading is a
    /// guess.</summary>
    bool MarksHeadings { get; }

    /// <summary>Whether a file may show code between backticks, which is no copy though links are sought in
    /// it.</summary>
    bool HasFencedCode { get; }

    /// <summary>Reads one file. Never throws on any text: what cannot be read becomes a problem of the
    /// document.</summary>
    /// <param name="path">The path that reports name.</param>
    /// <param name="source">The file.</param>
    /// <param name="options">How it is to be read.</param>
    Document Parse(string path, SourceText source, ReadingOptions options);

    /// <summary>The nodes of a file's markup in order of the parse; none for text that has no markup.</summary>
    /// <param name="document">A document of this format.</param>
    IReadOnlyList<MarkupNode> NodesOf(Document document);

    /// <summary>The span of the source that holds the block and no other copy, blank lines included; null where there
    /// is none, as between two line breaks of a paragraph.</summary>
    /// <param name="document">A document of this format.</param>
    /// <param name="block">One of its blocks.</param>
    TextSpan? ExtentOf(Document document, Block block);
}
