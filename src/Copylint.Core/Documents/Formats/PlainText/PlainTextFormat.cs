using Copylint.Text;

namespace Copylint.Documents.Formats.PlainText;

/// <summary>Plain text: what has no markup.</summary>
internal sealed class PlainTextFormat : IDocumentFormat
{
    public string Name => "text";

    public string Title => "PlainText";

    public IReadOnlyList<string> Endings { get; } = [".txt", ".text"];

    public string MediaType => "text/plain";

    public IReadOnlyList<CommentSyntax> Comments => [];

    public bool MarksHeadings => false;

    public bool HasFencedCode => false;

    public Document Parse(string path, SourceText source, ReadingOptions options) =>
        PlainTextParser.Parse(path, source);

    public IReadOnlyList<MarkupNode> NodesOf(Document document) => [];

    public TextSpan? ExtentOf(Document document, Block block) =>
        block.Kind == BlockKind.TableCell
            ? null
            : BlockExtent.WholeLines(document.Source, document.ToSource(block.Span));
}
