using Copylint.Text;

namespace Copylint.Documents.Formats.Markdown;

/// <summary>Markdown, with what site generators and notebooks write into it.</summary>
internal sealed class MarkdownFormat : IDocumentFormat
{
    public string Name => "markdown";

    public string Title => "Markdown";

    public IReadOnlyList<string> Endings { get; } = [".md", ".markdown", ".mdx", ".qmd", ".rmd"];

    public string MediaType => "text/markdown";

    public IReadOnlyList<CommentSyntax> Comments { get; } =
    [
        CommentSyntax.Html,
        new("%%", "%%"),
        new("{/*", "*/}"),
        new("{#", "#}"),
        new("{{/*", "*/}}"),
        new("{{-/*", "*/-}}"),
        new("{{- /*", "*/ -}}"),
        new("{% comment %}", "{% endcomment %}"),
    ];

    public bool MarksHeadings => true;

    public bool HasFencedCode => true;

    public Document Parse(string path, SourceText source, ReadingOptions options) => MarkdownParser.Parse(path, source);

    public IReadOnlyList<MarkupNode> NodesOf(Document document) =>
        MarkdownStructure.Read(document.Path, document.Source);

    public TextSpan? ExtentOf(Document document, Block block)
    {
        var source = document.Source;
        var span = document.ToSource(block.Span);
        if (HasTagBeside(source, span))
            return BlockExtent.ElementOf(document, block);
        var lines = BlockExtent.WholeLines(source, WithUnderline(source, span));
        return block.Kind == BlockKind.TableCell || BlockExtent.HoldsOther(document, block, lines) ? null : lines;
    }

    // "Related" with "=======" under it is a heading too.
    private static TextSpan WithUnderline(SourceText source, TextSpan span)
    {
        var line = source.Lines.GetPosition(span.End).Line;
        if (line >= source.Lines.Count)
            return span;
        var next = source.GetLine(line + 1);
        var mark = next.In(source.Text).Trim();
        return mark.Length > 0 && mark[0] is '=' or '-' && mark.IndexOfAnyExcept(mark[0]) < 0
            ? TextSpan.FromBounds(span.Start, next.End)
            : span;
    }

    private static bool HasTagBeside(SourceText source, TextSpan span)
    {
        var first = source.GetLine(source.Lines.GetPosition(span.Start).Line);
        var last = source.GetLine(source.Lines.GetPosition(span.End).Line);
        return TextSpan.FromBounds(first.Start, span.Start).In(source.Text).Contains('<')
            || TextSpan.FromBounds(span.End, Math.Max(last.End, span.End)).In(source.Text).Contains('<');
    }
}
