using Copylint.Documents.Formats.Html;
using Copylint.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Copylint.Documents.Formats.Markdown;

/// <summary>The nodes of Markdown's syntax tree with their places; blocks of HTML with their tags.</summary>
internal static class MarkdownStructure
{
    /// <summary>The nodes of a file in the order of the tree.</summary>
    public static List<MarkupNode> Read(string path, SourceText source)
    {
        var nodes = new List<MarkupNode>();
        var (tree, start) = MarkdownParser.Tree(path, source);
        if (start > 0)
            nodes.Add(new MarkupNode("code front matter", new TextSpan(0, start)));
        foreach (var node in tree.Descendants())
        {
            if (KindOf(node) is not { } kind)
                continue;
            var from = Math.Clamp(node.Span.Start + start, 0, source.Text.Length);
            var span = TextSpan.FromBounds(from, Math.Clamp(node.Span.End + 1 + start, from, source.Text.Length));
            nodes.Add(new MarkupNode(kind, span));
            if (node is HtmlBlock)
                nodes.AddRange(HtmlStructure.Read(source.Text, span));
        }

        return nodes;
    }

    private static string? KindOf(MarkdownObject node) =>
        node switch
        {
            LiteralInline or LineBreakInline { IsHard: false } or HtmlEntityInline => null,
            LineBreakInline => "hard break",
            HeadingBlock heading => $"h{heading.Level}",
            ListBlock { IsOrdered: true } => "numbered list",
            ListBlock => "list",
            ListItemBlock => "item",
            QuoteBlock => "quote",
            ParagraphBlock => "paragraph",
            FencedCodeBlock => "code fence",
            CodeBlock => "code block",
            CodeInline => "code",
            HtmlBlock => "code html",
            HtmlInline html => TagKind(html.Tag),
            LinkInline { IsImage: true } => "image",
            LinkInline => "link",
            AutolinkInline => "autolink",
            EmphasisInline emphasis => $"emphasis {emphasis.DelimiterChar}{emphasis.DelimiterCount}",
            ThematicBreakBlock => "code rule",
            LinkReferenceDefinition => "link definition",
            Table or TableRow or TableCell => "table",
            Footnote or FootnoteGroup or FootnoteLink => "footnote",
            TaskList => "task",
            ContainerBlock or LeafBlock or ContainerInline => "other",
            _ => null,
        };

    private static string TagKind(string tag)
    {
        if (tag.StartsWith("<!", StringComparison.Ordinal) || tag.StartsWith("<?", StringComparison.Ordinal))
            return "<!";
        var start = tag.StartsWith("</", StringComparison.Ordinal) ? 2 : 1;
        var end = start;
        while (end < tag.Length && (char.IsAsciiLetterOrDigit(tag[end]) || tag[end] == '-'))
            end++;
        return tag[..end].ToLowerInvariant();
    }
}
