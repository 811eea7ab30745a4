using Copylint.Documents;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Analysis.Speech;

/// <summary>
/// The quotations of a document. Marks are paired by a state machine over the body's blocks: a quotation that its
/// paragraph does not close goes on when the
/// next paragraph opens with a mark again (the convention of every English style guide), past blocks that are page
/// residue.
/// </summary>
public sealed class Quotations
{
    private readonly List<Quotation> _all = [];

    // The segments of all quotations in order of place, and the quotation of each.
    private readonly List<TextSpan> _segments = [];
    private readonly List<int> _owners = [];

    private Quotations() { }

    /// <summary>In order of their opening marks.</summary>
    public IReadOnlyList<Quotation> All => _all;

    /// <summary>The quotation that a place of the text lies in, marks included, or null.</summary>
    public Quotation? At(int position)
    {
        int low = 0,
            high = _segments.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = _segments[middle];
            if (position < span.Start)
                high = middle - 1;
            else if (position >= span.End)
                low = middle + 1;
            else
                return _all[_owners[middle]];
        }

        return null;
    }

    /// <summary>Whether all of a span lies inside one quotation.</summary>
    public bool Covers(TextSpan span) =>
        At(span.Start) is { } quotation && (span.Length < 2 || At(span.End - 1) == quotation);

    internal static Quotations Find(DocumentAnalysis analysis)
    {
        var finder = new Finder(analysis);
        finder.Run();
        return finder.Result;
    }

    private sealed class Finder(DocumentAnalysis analysis)
    {
        // How far a quotation that opens no paragraph again is followed.
        private const int MaxUnmarkedParagraphs = 12;

        private readonly List<TextSpan> _open = [];
        private int _firstBlock,
            _words;

        public Quotations Result { get; } = new();

        public void Run()
        {
            var chained = false;
            for (var block = 0; block < analysis.Document.Blocks.Count; block++)
            {
                if (analysis.IsResidue(block))
                    continue;
                var isBody = IsBody(block);
                if (!isBody && chained)
                    continue;
                var unfinished = Scan(block, chained);
                chained = false;
                if (!unfinished)
                    continue;
                if (isBody && NextBody(block) is { } next && (OpensWithMark(next) || IsClosedLater(next)))
                    chained = true;
                else
                    Close(block, isClosed: false, isSingle: false);
            }

            if (chained)
                Close(analysis.Document.Blocks.Count - 1, isClosed: false, isSingle: false);
        }

        private bool IsBody(int block) =>
            analysis.Document.Blocks[block].Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.BlockQuote;

        private int? NextBody(int block)
        {
            for (var i = block + 1; i < analysis.Document.Blocks.Count; i++)
            {
                if (IsBody(i) && !analysis.IsResidue(i))
                    return i;
            }

            return null;
        }

        private bool OpensWithMark(int block)
        {
            var range = analysis.TokensOf(block);
            return range.Count > 0
                && analysis.Tokens[range.First].Kind is TokenKind.OpenQuote or TokenKind.StraightQuote;
        }

        // Copy that breaks a line after each sentence does not open its paragraphs again; there the next mark of all is
        // one that can only close.
        private bool IsClosedLater(int? block)
        {
            for (
                var looked = 0;
                block is { } current && looked < MaxUnmarkedParagraphs;
                looked++, block = NextBody(current)
            )
            {
                var range = analysis.TokensOf(current);
                if (NextMark(analysis.Tokens, range.First, range.End) is > 0 and var mark)
                    return CanClose(analysis.Tokens, mark, range);
            }

            return false;
        }

        // A straight mark glued to what stands before it and not to what follows, or the other way round.
        private static bool IsClosingShape(ReadOnlySpan<Token> tokens, int i, TokenRange range) =>
            tokens[i].Kind == TokenKind.StraightQuote
            && i > range.First
            && !tokens[i].HasSpaceBefore
            && tokens[i - 1].Kind is not (TokenKind.Dash or TokenKind.OpenBracket)
            && (
                i + 1 == range.End
                || tokens[i + 1].HasSpaceBefore
                || tokens[i + 1].Kind is TokenKind.Comma or TokenKind.Stop
            );

        private static bool IsOpeningShape(ReadOnlySpan<Token> tokens, int i, TokenRange range) =>
            tokens[i].Kind == TokenKind.StraightQuote
            && i > range.First
            && tokens[i].HasSpaceBefore
            && i + 1 < range.End
            && !tokens[i + 1].HasSpaceBefore
            && tokens[i + 1].Kind is TokenKind.Word or TokenKind.Number;

        // Returns whether the block ends inside a quotation in double marks.
        private bool Scan(int block, bool chained)
        {
            var tokens = analysis.Tokens;
            var range = analysis.TokensOf(block);
            var start = -1;
            for (var i = range.First; i < range.End; i++)
            {
                ref readonly var token = ref tokens[i];
                if (chained && i == range.First)
                {
                    start = token.Start;
                    continue;
                }

                var nextIsGlued = i + 1 < range.End && !tokens[i + 1].HasSpaceBefore;
                switch (token.Kind)
                {
                    // A quotation within the quotation, in other marks or, against every style guide, in the same.
                    case TokenKind.OpenQuote
                    or TokenKind.StraightQuote when start >= 0 && NestedEnd(start, i, range) is > 0 and var nested:
                        i = nested;
                        break;
                    case TokenKind.OpenQuote or TokenKind.CloseQuote or TokenKind.StraightQuote when start >= 0:
                        // A mark of the opening shape closes when it is glued to what stands before it and not to what
                        // follows.
                        if (
                            token.Kind == TokenKind.OpenQuote
                            && (token.HasSpaceBefore || (nextIsGlued && tokens[i - 1].Kind != TokenKind.Stop))
                            && i > range.First
                            && tokens[i - 1].Kind != TokenKind.OpenSingleQuote
                        )
                        {
                            EndSegment(start, tokens[i - 1].End, range, i, tokens);
                            Close(block, isClosed: false, isSingle: false);
                            start = Open(block, token.Start);
                            break;
                        }

                        if (analysis.Document.Text[start] == '"' && IsOpeningShape(tokens, i, range))
                        {
                            // After the end of a sentence the quotation goes on: paragraphs were joined, and the mark
                            // opened one of them. Elsewhere the one before was not closed.
                            if (tokens[i - 1].Kind == TokenKind.Stop)
                                break;
                            EndSegment(start, tokens[i - 1].End, range, i, tokens);
                            Close(block, isClosed: false, isSingle: false);
                            start = Open(block, token.Start);
                            break;
                        }

                        EndSegment(start, token.End, range, i, tokens);
                        Close(block, isClosed: true, isSingle: false);
                        start = -1;
                        break;
                    case TokenKind.Symbol when start >= 0 && ClosesAsPrime(tokens, i, range):
                        EndSegment(start, token.End, range, i, tokens);
                        Close(block, isClosed: true, isSingle: false);
                        start = -1;
                        break;
                    case TokenKind.OpenQuote:
                        start = Open(block, token.Start);
                        break;
                    case TokenKind.StraightQuote:
                        // 6'2" and 12": a mark glued to a digit, with no quotation open, is a unit; one that can only
                        // close has lost its partner.
                        if (
                            !(i > range.First && !token.HasSpaceBefore && tokens[i - 1].Kind == TokenKind.Number)
                            && !IsClosingShape(tokens, i, range)
                        )
                            start = Open(block, token.Start);
                        break;
                    case TokenKind.CloseQuote
                        when token.HasSpaceBefore
                            && nextIsGlued
                            && tokens[i + 1].Kind is TokenKind.Word or TokenKind.Number:
                        start = Open(block, token.Start);
                        break;
                    case TokenKind.OpenSingleQuote
                    or TokenKind.StraightSingleQuote when start < 0 && token.HasSpaceBefore && nextIsGlued:
                        var end = ClosingSingle(tokens, i, range.End);
                        if (end > 0)
                        {
                            var opened = Open(block, token.Start);
                            EndSegment(opened, tokens[end].End, new TokenRange(i, end + 1), end, tokens);
                            Close(block, isClosed: true, isSingle: true);
                            i = end;
                        }

                        break;
                }
            }

            if (start < 0)
                return false;
            EndSegment(start, tokens[range.End - 1].End, range, range.End, tokens);
            return true;
        }

        private int Open(int block, int start)
        {
            _firstBlock = block;
            _words = 0;
            _open.Clear();
            return start;
        }

        private void EndSegment(int start, int end, TokenRange range, int endToken, ReadOnlySpan<Token> tokens)
        {
            _open.Add(TextSpan.FromBounds(start, end));
            for (var i = endToken - 1; i >= range.First && tokens[i].Start >= start; i--)
            {
                if (tokens[i].Kind is TokenKind.Word or TokenKind.Number)
                    _words++;
            }
        }

        private void Close(int block, bool isClosed, bool isSingle)
        {
            if (_open.Count == 0)
                return;
            var index = Result._all.Count;
            Result._all.Add(new Quotation(index, [.. _open], _firstBlock, block, isClosed, isSingle, _words));
            foreach (var segment in _open)
            {
                Result._segments.Add(segment);
                Result._owners.Add(index);
            }

            _open.Clear();
        }

        // Typesetting by program makes a double prime of the mark behind a digit (“Fire Kills 37″): it closes where
        // no other mark does.
        private bool ClosesAsPrime(ReadOnlySpan<Token> tokens, int i, TokenRange range)
        {
            if (analysis.Document.Text[tokens[i].Start] != '\u2033' || tokens[i].HasSpaceBefore || i == range.First)
                return false;
            var next = NextMark(tokens, i + 1, range.End);
            return tokens[i - 1].Kind == TokenKind.Number && (next == 0 || !CanClose(tokens, next, range));
        }

        // The mark that closes a quotation nested in the open one: curly marks inside straight ones, or a pair of marks
        // that one more closing mark follows. 0 when there is none.
        private int NestedEnd(int start, int mark, TokenRange range)
        {
            var tokens = analysis.Tokens;
            var inStraight = analysis.Document.Text[start] == '"';
            if (
                tokens[mark].Kind == TokenKind.StraightQuote
                    ? !inStraight || !IsOpeningShape(tokens, mark, range)
                    : !inStraight && !tokens[mark].HasSpaceBefore
            )
                return 0;
            var close = NextMark(tokens, mark + 1, range.End);
            if (close == 0 || !CanClose(tokens, close, range))
                return 0;
            if (inStraight && tokens[close].Kind == TokenKind.CloseQuote)
                return close;
            var outer = NextMark(tokens, close + 1, range.End);
            return outer > 0 && CanClose(tokens, outer, range) ? close : 0;
        }

        private static int NextMark(ReadOnlySpan<Token> tokens, int from, int end)
        {
            for (var i = from; i < end; i++)
            {
                if (tokens[i].Kind is TokenKind.OpenQuote or TokenKind.CloseQuote or TokenKind.StraightQuote)
                    return i;
            }

            return 0;
        }

        private static bool CanClose(ReadOnlySpan<Token> tokens, int i, TokenRange range) =>
            tokens[i].Kind == TokenKind.CloseQuote || IsClosingShape(tokens, i, range);

        // The mark that closes a single one opened at `open`: best after punctuation, since one after an s can be a
        // possessive.
        private static int ClosingSingle(ReadOnlySpan<Token> tokens, int open, int end)
        {
            var kind =
                tokens[open].Kind == TokenKind.OpenSingleQuote
                    ? TokenKind.CloseSingleQuote
                    : TokenKind.StraightSingleQuote;
            if (tokens[open + 1].Kind == TokenKind.Number && kind == TokenKind.StraightSingleQuote)
                return -1;
            var possessive = -1;
            for (var i = open + 2; i < end; i++)
            {
                ref readonly var token = ref tokens[i];
                if (token.Kind is TokenKind.OpenQuote or TokenKind.StraightQuote or TokenKind.OpenSingleQuote)
                    return possessive;
                if (token.Kind != kind || token.HasSpaceBefore)
                    continue;
                if (
                    tokens[i - 1].Kind is TokenKind.Stop or TokenKind.Comma
                    || (i + 1 < end && tokens[i + 1].Kind is TokenKind.Stop or TokenKind.Comma or TokenKind.Colon)
                )
                    return i;
                if (possessive < 0)
                    possessive = i;
            }

            return possessive;
        }
    }
}
