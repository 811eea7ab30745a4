using Copylint.Text;

namespace Copylint.Documents.Formats.Html;

/// <summary>HTML: pages, and the fragments that content systems keep.</summary>
internal sealed class HtmlFormat : IDocumentFormat
{
    public string Name => "html";

    public string Title => "Html";

    public IReadOnlyList<string> Endings { get; } = [".html", ".htm", ".xhtml"];

    public string MediaType => "text/html";

    public IReadOnlyList<CommentSyntax> Comments { get; } = [CommentSyntax.Html];

    public bool MarksHeadings => true;

    public bool HasFencedCode => false;

    public Document Parse(string path, SourceText source, ReadingOptions options) =>
        HtmlParser.Parse(path, source, options.Scope == PageScope.Page);

    public IReadOnlyList<MarkupNode> NodesOf(Document document) =>
        HtmlStructure.Read(document.Source.Text, new TextSpan(0, document.Source.Text.Length));

    public TextSpan? ExtentOf(Document document, Block block) => BlockExtent.ElementOf(document, block);
}
