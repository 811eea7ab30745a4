using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Text;

namespace Copylint.Linting.Fixes;

/// <summary>The blocks of a document by their places in the file, which for footnotes and alternative texts is not
/// their order in the copy.</summary>
internal sealed class BlockPlaces
{
    private readonly Document _document;
    private readonly (Block Block, TextSpan Source)[] _inOrder;
    private readonly int[] _reachedEnd;
    private readonly TextSpan[] _sourceOf;

    public BlockPlaces(Document document)
    {
        _document = document;
        _sourceOf = [.. document.Blocks.Select(b => document.ToSource(b.Span))];
        _inOrder = [.. document.Blocks.Select(b => (b, _sourceOf[b.Index])).OrderBy(b => b.Item2.Start)];
        _reachedEnd = new int[_inOrder.Length];
        var end = 0;
        for (var i = 0; i < _inOrder.Length; i++)
            _reachedEnd[i] = end = Math.Max(end, _inOrder[i].Source.End);
    }

    /// <summary>The span of a block in the file, from its first character to its last.</summary>
    public TextSpan SourceOf(Block block) => _sourceOf[block.Index];

    /// <summary>The whole lines that a block stands in, with the marks that are no copy; of the one line of a page
    /// without line breaks, what stands near.</summary>
    public ReadOnlySpan<char> LinesOf(Block block) => Near(SourceOf(block), _document.Source.GetLines(SourceOf(block)));

    /// <summary>What of some lines stands near a span in them.</summary>
    public ReadOnlySpan<char> Near(TextSpan span, TextSpan lines) =>
        TextSpan
            .FromBounds(Math.Max(lines.Start, span.Start - MaxNear), Math.Min(lines.End, span.End + MaxNear))
            .In(_document.Source.Text);

    private const int MaxNear = TemplateMarks.MaxLength;

    /// <summary>The blocks that a span of the file holds something of, in order of place; for an empty span the block
    /// that it stands in or at the end of.</summary>
    public IEnumerable<Block> Touched(TextSpan span)
    {
        var first = Bisection.First(_inOrder.Length, i => _reachedEnd[i] > span.Start - (span.IsEmpty ? 1 : 0));
        for (var i = first; i < _inOrder.Length && _inOrder[i].Source.Start < span.End + (span.IsEmpty ? 1 : 0); i++)
        {
            var source = _inOrder[i].Source;
            if (span.IsEmpty ? source.Start <= span.Start && span.Start <= source.End : source.Overlaps(span))
                yield return _inOrder[i].Block;
        }
    }

    /// <summary>
    /// Whether nothing of a span of the file is markup: each of its characters is copy of the block, or a blank that
    /// readers see as one. A hard line break is markup.
    /// </summary>
    public bool IsAllCopy(Block block, TextSpan span)
    {
        if (_document.Format == DocumentFormats.PlainText)
            return true;
        var text = _document.Source.Text;
        if (_document.Format == DocumentFormats.Markdown && HoldsHardBreak(text, span))
            return false;
        var reached = span.Start;
        for (var at = FirstAt(block, span.Start); at < block.Span.End && reached < span.End; at++)
        {
            var source = _document.ToSource(new TextSpan(at, 1));
            if (source.Start > reached && !TextSpan.FromBounds(reached, source.Start).In(text).IsWhiteSpace())
                return false;
            if (!IsPlain(at, source, span))
                return false;
            reached = Math.Max(reached, source.End);
        }

        return reached >= span.End || TextSpan.FromBounds(reached, span.End).In(text).IsWhiteSpace();
    }

    // A blank of several characters can be cut; an entity, or code of which the copy has only the place, cannot.
    private bool IsPlain(int at, TextSpan source, TextSpan span) =>
        _document.Text[at] switch
        {
            ' ' => !IsHardBreak(source.In(_document.Source.Text)),
            CopyBuilder.PlaceholderMark => false,
            _ => source.Length == 1 || span.Contains(source),
        };

    /// <summary>The first character of a block's copy that ends behind a place of the file.</summary>
    public int FirstAt(Block block, int place) =>
        block.Span.Start
        + Bisection.First(block.Span.Length, i =>
            _document.ToSource(new TextSpan(block.Span.Start + i, 1)).End > place
        );

    // Two blanks or a backslash before the end of a line.
    private static bool HoldsHardBreak(string text, TextSpan span)
    {
        for (var at = span.Start; text.AsSpan(at, span.End - at).IndexOf('\n') is >= 0 and var found; )
        {
            var line = at + found;
            at = line + 1;
            if (line > 0 && text[line - 1] == '\r')
                line--;
            if (line > 0 && (text[line - 1] == '\\' || (line > 1 && text[line - 1] == ' ' && text[line - 2] == ' ')))
                return true;
        }

        return false;
    }

    private static bool IsHardBreak(ReadOnlySpan<char> blank)
    {
        var line = blank.IndexOfAny('\r', '\n');
        return blank.Contains('<') || blank.Contains('\\') || (line >= 2 && blank[..line].IndexOfAnyExcept(' ') < 0);
    }
}
