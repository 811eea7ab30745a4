using Copylint.Documents.Formats.Html;
using Copylint.Documents.Formats.PlainText;
using Copylint.Documents.Formats.Templates;
using Copylint.Documents.Top;
using Copylint.Text;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Copylint.Documents.Formats.Markdown;

/// <summary>
/// Makes copy of Markdown with Markdig: the text that a reader sees, continuous over links, emphasis, entities, escapes
/// and inline HTML, each character with its
/// place in the file. Code is no copy.
/// </summary>
public static class MarkdownParser
{
    private const int MaxOpenLinks = 2000;
    private const int MaxTarget = 2000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .UseFootnotes()
        .UseEmphasisExtras()
        .UseTaskLists()
        .Build();

    /// <summary>Parses one file. Text that nests too deeply for Markdig is read as plain text, with a
    /// problem.</summary>
    public static Document Parse(string path, SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var metadata = new MetadataBuilder();
        var problems = new List<DocumentProblem>();
        var matter = FrontMatter.Read(source.Text, metadata, problems);
        var start = matter.End;
        var markup = Covered(path, source.Text, start);
        var text = markup.Build();
        if (HasTooManyOpenLinks(text))
            return PlainTextParser.Parse(
                path,
                source,
                [
                    .. problems,
                    new DocumentProblem(
                        default,
                        $"Markdown: more than {MaxOpenLinks} links are never closed; read as plain text"
                    ),
                ]
            );
        if (MarkdownLimits.NestsTooDeeply(text.AsSpan(start)))
            return PlainTextParser.Parse(
                path,
                source,
                [
                    .. problems,
                    new DocumentProblem(
                        default,
                        $"Markdown: it nests deeper than {MarkdownLimits.MaxDepth} levels; read as plain text"
                    ),
                ]
            );
        MarkdownDocument tree;
        try
        {
            tree = Tree(text, start, problems);
        }
        catch (ArgumentException exception)
        {
            return PlainTextParser.Parse(
                path,
                source,
                [
                    .. problems,
                    new DocumentProblem(default, $"Markdown: {exception.Message.TrimEnd('.')}; read as plain text"),
                ]
            );
        }

        var walker = new Walker(text, start, source.Text, markup.Captions);
        walker.Copy.AddFrontMatter(matter, RepeatsTitle(tree, metadata));
        walker.HasHeadline = walker.Copy.Blocks.Exists(b => b.Kind == BlockKind.Headline);
        walker.Walk(tree);
        walker.End(BlockKind.Paragraph);
        walker.AddCaptions(source.Text.Length);
        walker.Copy.AddComments(markup.Comments);
        return walker.Copy.Build(path, DocumentFormats.Markdown, source, metadata, problems);
    }

    // Whether the first heading says again what the front matter gives as title.
    private static bool RepeatsTitle(MarkdownDocument tree, MetadataBuilder metadata)
    {
        var heading = tree.OfType<HeadingBlock>().FirstOrDefault(h => h.Level == 1);
        var title = metadata.Entries.FirstOrDefault(e => e.Key == MetadataKey.Title);
        return heading?.Inline is { } inline
            && title is not null
            && Letters(title.Value)
                .SequenceEqual(Letters(string.Concat(inline.Descendants<LiteralInline>().Select(l => l.Content))));

        static IEnumerable<char> Letters(string text) => text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant);
    }

    /// <summary>The syntax tree of a file that <see cref="Parse"/> reads as Markdown, and where in the file it begins:
    /// after the front matter.</summary>
    internal static (MarkdownDocument Tree, int Start) Tree(string path, SourceText source)
    {
        var start = FrontMatter.Read(source.Text, new MetadataBuilder(), []).End;
        return (Tree(Covered(path, source.Text, start).Build(), start, []), start);
    }

    private static MaskedText Covered(string path, string text, int start) =>
        SiteMarkup.Cover(text, start, path.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase));

    private static MarkdownDocument Tree(string text, int start, List<DocumentProblem> problems)
    {
        var body = start == 0 ? text : text[start..];
        body = MarkdownLimits.WithFewDefinitions(body, start, problems);
        // Before the underlines: the second row of a table can be one, without its bars.
        body = MarkdownLimits.WithFewCells(body, start, problems);
        return Markdig.Markdown.Parse(MarkdownLimits.WithFewUnderlines(body, start, problems), Pipeline);
    }

    // Markdig looks for the end of each link anew, up to the end of the paragraph: thousands that have none take
    // minutes.
    private static bool HasTooManyOpenLinks(ReadOnlySpan<char> text)
    {
        var open = 0;
        for (var at = text.IndexOf("]("); at >= 0; )
        {
            var rest = text[(at + 2)..];
            var end = rest[..Math.Min(rest.Length, MaxTarget)].IndexOfAny(")\n");
            if (end < 0 || rest[end] != ')')
                open++;
            if (open > MaxOpenLinks)
                return true;
            var next = rest.IndexOf("](");
            at = next < 0 ? -1 : at + 2 + next;
        }

        return false;
    }

    private sealed class Walker(string source, int offset, string file, List<TextSpan> attributeCaptions)
    {
        private const int MaxSubhead = 120;
        private int _nextCaption;
        private readonly List<TextSpan> _captions = [];
        public bool HasHeadline { get; set; }

        public CopyBuilder Copy { get; } = new(source);

        public void Walk(ContainerBlock container, BlockKind kind = BlockKind.Paragraph)
        {
            foreach (var block in container)
            {
                AddCaptions(SpanOf(block).Start);
                switch (block)
                {
                    case HeadingBlock heading:
                        Inlines(heading.Inline);
                        End(heading.Level == 1 && !HasHeadline ? BlockKind.Headline : BlockKind.Heading);
                        HasHeadline |= heading.Level == 1;
                        break;
                    case HtmlBlock html:
                        Html(SpanOf(html));
                        break;
                    case Table table:
                        foreach (var cell in table.OfType<TableRow>().SelectMany(r => r.OfType<TableCell>()))
                            Walk(cell, BlockKind.TableCell);
                        break;
                    case QuoteBlock quote:
                        Walk(quote, IsCallout(quote) ? kind : BlockKind.BlockQuote);
                        break;
                    case ListItemBlock item when IsAdmonition(item):
                        Walk(item, kind);
                        break;
                    case ListItemBlock item:
                        Walk(item, kind == BlockKind.BlockQuote ? kind : BlockKind.ListItem);
                        break;
                    case FootnoteGroup notes:
                        Walk(notes);
                        break;
                    case CodeBlock or LinkReferenceDefinitionGroup or LinkReferenceDefinition or ThematicBreakBlock:
                        break;
                    case LeafBlock leaf:
                        Inlines(leaf.Inline);
                        End(kind == BlockKind.Paragraph && IsBoldLine(leaf) ? BlockKind.Heading : kind);
                        break;
                    case ContainerBlock inner:
                        Walk(inner, kind);
                        break;
                }
            }
        }

        /// <summary>Adds the captions in attributes of shortcodes that stand before a place of the file.</summary>
        public void AddCaptions(int before)
        {
            for (; _nextCaption < attributeCaptions.Count; _nextCaption++)
            {
                var span = attributeCaptions[_nextCaption];
                if (span.Start >= before)
                    return;
                // The same words for the caption and for those who do not see the picture.
                if (_nextCaption > 0 && IsSame(attributeCaptions[_nextCaption - 1], span))
                    continue;
                Copy.AddHidden(file, span);
                Copy.EndBlock(BlockKind.Caption);
            }
        }

        private bool IsSame(TextSpan before, TextSpan span) =>
            before.In(file).SequenceEqual(span.In(file))
            && !TextSpan.FromBounds(before.End, span.Start).In(file).Contains('}');

        // A line of its own that is bold from end to end and no sentence: a subhead of who knows no other.
        private bool IsBoldLine(LeafBlock leaf)
        {
            if (
                leaf
                is not ParagraphBlock
                {
                    Inline.FirstChild: EmphasisInline { DelimiterCount: >= 2, DelimiterChar: '*' or '_' } bold
                }
            )
                return false;
            var text = SpanOf(bold).In(source).Trim("*_ ");
            return bold.NextSibling is null
                && text.Length is > 0 and <= MaxSubhead
                && !PlainTextParser.EndsLikeSentence(text)
                && text[0] is not ('"' or '“' or '‘')
                && !text.Contains('\n');
        }

        // What was covered in the file tells a list of admonitions from one of items, and a callout from a quotation.
        private bool IsAdmonition(ListItemBlock item) => file[SpanOf(item).Start] is '!' or '?';

        private bool IsCallout(QuoteBlock quote) =>
            SpanOf(quote).In(file).TrimStart("> \t").StartsWith("[!", StringComparison.Ordinal);

        /// <summary>Ends the open block; the alternative texts of its pictures follow it.</summary>
        public void End(BlockKind kind)
        {
            Copy.EndBlock(kind);
            foreach (var span in _captions)
            {
                Copy.AddText(span.Start, span.End);
                Copy.EndBlock(BlockKind.Caption);
            }

            _captions.Clear();
        }

        private void Inlines(ContainerInline? container)
        {
            // Nested emphasis is limited by Markdig, so this recursion is.
            for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
            {
                switch (inline)
                {
                    case LiteralInline literal:
                        Literal(literal);
                        break;
                    case HtmlEntityInline entity:
                        Copy.AddDecoded(entity.Transcoded.ToString(), SpanOf(entity));
                        break;
                    case LineBreakInline lineBreak:
                        Copy.AddBlank(SpanOf(lineBreak));
                        break;
                    case CodeInline code:
                        Copy.AddDecoded(CopyBuilder.Placeholder, SpanOf(code));
                        break;
                    case AutolinkInline autolink:
                        var from = Copy.Position;
                        var whole = SpanOf(autolink);
                        var address = whole.Length > 2 ? new TextSpan(whole.Start + 1, whole.Length - 2) : whole;
                        Copy.AddText(address.Start, address.End);
                        Copy.AddLink(from, autolink.Url, address);
                        break;
                    case HtmlInline html:
                        if (html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase))
                            Copy.AddBlank(SpanOf(html));
                        else if (html.Tag.StartsWith("<!--", StringComparison.Ordinal))
                            Copy.Comments.Add(SpanOf(html));
                        break;
                    case LinkInline { IsImage: true } image:
                        if (
                            image.FirstChild is not null
                            && SpanOf(image.FirstChild).Start is var altStart
                            && image.LastChild is { } last
                            && SpanOf(last).End is var altEnd
                            && altEnd > altStart
                        )
                            _captions.Add(TextSpan.FromBounds(altStart, altEnd));
                        break;
                    case LinkInline link:
                        var start = Copy.Position;
                        Inlines(link);
                        var target = link.UrlSpan.IsEmpty ? default : SpanOf(link.UrlSpan);
                        var url = MaskedText.HasMark(link.Url) ? target.In(file).ToString() : link.Url ?? "";
                        Copy.AddLink(start, url, target);
                        break;
                    case FootnoteLink:
                        break;
                    case ContainerInline inner:
                        Inlines(inner);
                        break;
                }
            }
        }

        // Markdig hands text on with its place; an escape's backslash is in the place and not in the text.
        private void Literal(LiteralInline literal)
        {
            var span = SpanOf(literal);
            var content = literal.Content.AsSpan();
            if (content.IsEmpty)
                return;
            if (span.Length == content.Length && span.In(source).SequenceEqual(content))
            {
                Copy.AddText(span.Start, span.End);
                return;
            }

            // An escape before it, or marks around it: the text stands at the end of its place, or is found near.
            var window = TextSpan.FromBounds(span.Start, Math.Min(source.Length, span.End + 2));
            var offset = window.In(source).IndexOf(content);
            if (offset >= 0)
                Copy.AddText(window.Start + offset, window.Start + offset + content.Length);
            else
                Copy.AddDecoded(content.ToString(), span);
        }

        private TextSpan SpanOf(MarkdownObject node) => SpanOf(node.Span);

        private TextSpan SpanOf(SourceSpan span)
        {
            var start = Math.Clamp(span.Start + offset, 0, source.Length);
            return TextSpan.FromBounds(start, Math.Clamp(span.End + 1 + offset, start, source.Length));
        }

        private void Html(TextSpan span) => new HtmlReader(source, span, Copy).ReadFragment();
    }
}
