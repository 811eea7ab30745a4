using Copylint.Documents.Formats.PlainText;
using Copylint.Documents.Top;

namespace Copylint.Documents.Formats.Html;

/// <summary>
/// Finds the article of a page. Sentences outside links are what tells an article from a page (as in Readability and
/// jusText); the page's own marks decide where they speak:
/// <c>articleBody</c>, <c>article</c>, <c>main</c>, and what is called a sidebar or comments. Linear in the elements
/// and blocks.
/// </summary>
internal sealed class ArticleFinder
{
    // A paragraph of this length is prose even without a full stop; a shorter one must end like a sentence. jusText's
    // short length is 70, its long one 200.
    private const int MinProse = 100;
    private const int MinSentence = 40;
    private const double MaxLinks = 0.5;
    private const int MinIconText = 25;
    private const int SameBeginning = 60;

    // How much of the page's prose an element must hold to be its article, by what says so.
    private const double ShareOfMarked = 0.35;
    private const double ShareOfMain = 0.5;

    // How much of the article's text by JSON-LD must stand on the page: more is lost where it is put together
    // otherwise, as with lists and short paragraphs.
    private const double ShareOfTold = 0.6;

    // How much of an element's prose one child must hold to stand for it: less where only density speaks.
    private const double ShareOfChild = 0.9;
    private const double ShareOfDenseChild = 0.75;

    private readonly PageTree _tree;
    private readonly string _text;
    private readonly List<Block> _blocks;
    private readonly List<int> _nodeOfBlock;
    private readonly HashSet<int> _alternatives;
    private readonly int[] _links;
    private readonly int[] _prose;
    private readonly long[] _sum;
    private readonly bool[] _isPart;

    /// <summary>Prepares a page.</summary>
    /// <param name="reader">What was read of it.</param>
    /// <param name="copy">Its copy; nothing is changed.</param>
    public ArticleFinder(HtmlReader reader, CopyBuilder copy)
    {
        _tree = reader.Tree;
        _text = copy.TextSoFar;
        _blocks = copy.Blocks;
        _nodeOfBlock = reader.NodeOfBlock;
        _alternatives = reader.AlternativeTexts;
        _links = LinkLengths(copy);
        _prose = new int[_blocks.Count];
        _sum = new long[_tree.Count];
        _isPart = new bool[_tree.Count];
        for (var i = 0; i < _blocks.Count; i++)
            _prose[i] = ProseOf(i);
        if (reader.ToldBodies.Count > 0)
            KeepTold(new ToldArticle(reader.ToldBodies));
    }

    // Where the page tells the text of its article, and holds most of it, nothing else is its prose. A text that was
    // cut for the listing says little of a page that goes on.
    private void KeepTold(ToldArticle told)
    {
        var isTold = new bool[_blocks.Count];
        int letters = 0,
            prose = 0,
            all = 0;
        for (var i = 0; i < _blocks.Count; i++)
        {
            var own = told.LettersIn(_blocks[i].Span.In(_text));
            isTold[i] = own > 0;
            letters += own;
            prose += own > 0 ? _prose[i] : 0;
            all += _prose[i];
        }

        if (letters < ShareOfTold * told.Length || prose < ShareOfMarked * all)
            return;
        for (var i = 0; i < _blocks.Count; i++)
            _prose[i] = isTold[i] ? _prose[i] : 0;
    }

    /// <summary>The element that holds the article; set by <see cref="Find"/>.</summary>
    public int Scope { get; private set; }

    /// <summary>The first block of prose that is kept; set by <see cref="Find"/>.</summary>
    public int FirstProse { get; private set; } = -1;

    /// <summary>For each block whether it is the article's; null where the page has no prose that could tell.</summary>
    public bool[]? Find()
    {
        Sum();
        if (_sum[0] == 0)
            return null;
        MarkParts();
        Sum();
        Scope = MarkedScope(out var isMarked);
        var body = Narrow(Scope, isMarked ? ShareOfChild : ShareOfDenseChild);
        return Keep(body);
    }

    /// <summary>Whether an element is, or stands in, a part of the page that is not its article.</summary>
    public bool IsPart(int node) => _isPart[node];

    private static int[] LinkLengths(CopyBuilder copy)
    {
        var lengths = new int[copy.Blocks.Count];
        var block = 0;
        foreach (var link in copy.Links)
        {
            while (block > 0 && copy.Blocks[block].Span.Start > link.Span.Start)
                block--;
            while (block < copy.Blocks.Count && copy.Blocks[block].Span.End <= link.Span.Start)
                block++;
            if (block == copy.Blocks.Count)
                block--;
            // A link around a whole card reaches over several blocks.
            for (var i = block; i >= 0 && i < copy.Blocks.Count && copy.Blocks[i].Span.Start < link.Span.End; i++)
            {
                var span = copy.Blocks[i].Span;
                lengths[i] += Math.Max(0, Math.Min(span.End, link.Span.End) - Math.Max(span.Start, link.Span.Start));
            }
        }

        return lengths;
    }

    private double LinkShare(int block) => (double)_links[block] / _blocks[block].Span.Length;

    private int ProseOf(int i)
    {
        var block = _blocks[i];
        if (
            block.Kind is not (BlockKind.Paragraph or BlockKind.BlockQuote or BlockKind.ListItem or BlockKind.TableCell)
            || LinkShare(i) >= MaxLinks
        )
            return 0;
        var text = block.Span.In(_text);
        // An ideograph or a kana says about as much as two letters.
        var length = text.Length;
        foreach (var c in text)
            length += c is >= '\u3040' and <= '\u9FFF' ? 1 : 0;
        var ends = PlainTextParser.EndsLikeSentence(text) || text[^1] is '。' or '！' or '？' or '」';
        return length >= MinProse || (ends && length >= MinSentence) ? length : 0;
    }

    private void Sum()
    {
        Array.Clear(_sum);
        for (var i = 0; i < _blocks.Count; i++)
        {
            if (!_isPart[_nodeOfBlock[i]])
                _sum[_nodeOfBlock[i]] += _prose[i];
        }

        for (var node = _tree.Count - 1; node > 0; node--)
            _sum[_tree.ParentOf(node)] += _sum[node];
    }

    // A part of the page is marked as one and leaves prose outside: a page whose every word stands in a "form" is no
    // form.
    private void MarkParts()
    {
        for (var node = 1; node < _tree.Count; node++)
        {
            var mark = _tree.MarkOf(node);
            var outside = _sum[0] - _sum[node];
            _isPart[node] =
                _isPart[_tree.ParentOf(node)]
                || ((mark & PageMark.Comments) != 0 && outside > 0.1 * _sum[0])
                || ((mark & PageMark.Page) != 0 && outside > 0.4 * _sum[0]);
        }
    }

    private int MarkedScope(out bool isMarked)
    {
        isMarked = true;
        var body = Largest(PageMark.Body, ShareOfMarked);
        var article = Largest(PageMark.Article, ShareOfMarked);
        // A body in pieces, with advertisements between them: the article holds them all.
        if (body is { } piece && article is { } whole && piece > whole && _sum[piece] < ShareOfChild * _sum[whole])
            body = null;
        if ((body ?? article) is { } marked)
            return marked;
        if (Largest(PageMark.Main, ShareOfMain) is { } main)
            return main;
        isMarked = false;
        return 0;
    }

    // Of nested ones the innermost that holds nearly all.
    private int? Largest(PageMark mark, double share)
    {
        int? best = null;
        for (var node = 1; node < _tree.Count; node++)
        {
            if ((_tree.MarkOf(node) & mark) == 0 || _isPart[node] || _sum[node] < share * _sum[0])
                continue;
            if (best is not { } known || _sum[node] > _sum[known] || IsNearlyAll(known, node))
                best = node;
        }

        return best;
    }

    private bool IsNearlyAll(int outer, int inner)
    {
        var node = inner;
        while (node > outer)
            node = _tree.ParentOf(node);
        return node == outer && _sum[inner] >= ShareOfChild * _sum[outer];
    }

    // Down to the element whose children share the prose.
    private int Narrow(int scope, double share)
    {
        var heaviest = new int[_tree.Count];
        for (var node = 1; node < _tree.Count; node++)
        {
            ref var known = ref heaviest[_tree.ParentOf(node)];
            if (_sum[node] > 0 && (known == 0 || _sum[node] > _sum[known]))
                known = node;
        }

        var current = scope;
        while (
            heaviest[current] is > 0 and var child
            && _sum[child] >= share * _sum[current]
            && (_tree.MarkOf(child) & PageMark.Leaf) == 0
            && heaviest[child] > 0
        )
            current = child;
        return current;
    }

    private bool[] Keep(int body)
    {
        var inScope = Under(Scope);
        var inBody = Under(body);
        var (headline, around) = Heading();
        var last = -1;
        for (var i = 0; i < _blocks.Count; i++)
        {
            if (_prose[i] == 0 || !inBody[_nodeOfBlock[i]] || _isPart[_nodeOfBlock[i]])
                continue;
            if (FirstProse < 0)
                FirstProse = i;
            last = i;
        }

        // A short paragraph at either end, beside those that tell: "The trial goes on."
        while (FirstProse > 0 && GoesWith(FirstProse - 1, FirstProse))
            FirstProse--;
        while (last >= 0 && last + 1 < _blocks.Count && GoesWith(last + 1, last))
            last++;
        var captions = new HashSet<string>(StringComparer.Ordinal);
        var keep = new bool[_blocks.Count];
        for (var i = 0; i < _blocks.Count; i++)
        {
            var node = _nodeOfBlock[i];
            keep[i] =
                _blocks[i].Kind == BlockKind.Headline
                || (inScope[node] && !_isPart[node] && i < FirstProse && IsOpening(i))
                || (
                    headline >= 0
                    && i > headline
                    && i < FirstProse
                    && around[node]
                    && !_isPart[node]
                    && IsUnder(i, headline)
                )
                || (inBody[node] && !_isPart[node] && i >= FirstProse && i <= last && !IsLinkLine(i));
            // The same picture's words twice: its caption and its alternative text, or a gallery that begins anew.
            if (keep[i] && _blocks[i].Kind == BlockKind.Caption)
                keep[i] = !IsIcon(i) && captions.Add(BeginningOf(i));
        }

        return keep;
    }

    // One of the two may go on with the credit.
    private string BeginningOf(int i)
    {
        var span = _blocks[i].Span;
        return span.In(_text)[..Math.Min(span.Length, SameBeginning)].ToString();
    }

    private bool GoesWith(int i, int prose) =>
        _blocks[i].Kind == BlockKind.Paragraph
        && _blocks[i].Span.Length < MinSentence
        && _tree.ParentOf(_nodeOfBlock[i]) == _tree.ParentOf(_nodeOfBlock[prose])
        && !_isPart[_nodeOfBlock[i]]
        && LinkShare(i) < MaxLinks
        && _blocks[i].Span.In(_text).TrimEnd("\"”’") is [.., '.'];

    // The headline, and what lies under the element that holds both it and the article: where the body is marked, the
    // standfirst stands outside it.
    private (int Headline, bool[] Around) Heading()
    {
        var headline = _blocks.FindIndex(b => b.Kind == BlockKind.Headline);
        if (headline < 0)
            return (-1, []);
        int a = Scope,
            b = _nodeOfBlock[headline];
        while (a != b)
        {
            if (a > b)
                a = _tree.ParentOf(a);
            else
                b = _tree.ParentOf(b);
        }

        return (headline, Under(a));
    }

    // What is called so, or the sentence just under the headline.
    private bool IsUnder(int i, int headline) =>
        LinkShare(i) < MaxLinks
        && (
            _blocks[i].Kind == BlockKind.Standfirst
            || (i == headline + 1 && _blocks[i].Kind is BlockKind.Heading or BlockKind.Paragraph && IsProseLike(i))
        );

    private bool IsProseLike(int i) =>
        _blocks[i].Span.Length >= MinProse
        || (_blocks[i].Span.Length >= MinSentence && PlainTextParser.EndsLikeSentence(_blocks[i].Span.In(_text)));

    private bool[] Under(int root)
    {
        var under = new bool[_tree.Count];
        for (var node = root; node < _tree.Count; node++)
            under[node] = node == root || (node > root && _tree.ParentOf(node) >= root && under[_tree.ParentOf(node)]);
        return under;
    }

    // What stands between headline and text: standfirst, caption, byline, date.
    private bool IsOpening(int i)
    {
        if (LinkShare(i) >= MaxLinks)
            return false;
        var text = _blocks[i].Span.In(_text);
        return _prose[i] > 0
            || (_blocks[i].Kind is BlockKind.Caption or BlockKind.Heading && text.Length >= MinSentence)
            || _blocks[i].Kind == BlockKind.Standfirst
            || WrittenDate.TryRead(text, out _)
            || (text.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && text.Length < MinProse);
    }

    // "Share on Facebook", "logo": no picture of the story needs so few words.
    private bool IsIcon(int i) => _alternatives.Contains(i) && _blocks[i].Span.Length < MinIconText;

    // "Read more: The other story": all of it leads elsewhere.
    private bool IsLinkLine(int i) => _prose[i] == 0 && LinkShare(i) > MaxLinks;
}
