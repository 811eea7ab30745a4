using Copylint.Text;

namespace Copylint.Language;

/// <summary>
/// Finds where sentences end in the tokens of a block. A full stop ends one unless it belongs to an abbreviation, an
/// initial or a number, or what follows
/// goes on in lower case; closing quotation marks and brackets stay with the sentence that they close.
/// </summary>
internal static class SentenceSplitter
{
    public static void Split(
        string text,
        int block,
        ReadOnlySpan<Token> tokens,
        int first,
        int end,
        Vocabulary vocabulary,
        List<Sentence> sentences
    )
    {
        var start = first;
        for (var i = first; i < end; i++)
        {
            var kind = tokens[i].Kind;
            if (kind != TokenKind.Stop && !(kind == TokenKind.Word && (tokens[i].Traits & TokenTraits.Dotted) != 0))
                continue;
            var last = i;
            while (last + 1 < end && ClosesSentence(tokens, last, end))
                last++;
            if (last + 1 >= end)
                break;
            if (
                kind == TokenKind.Word
                    ? EndsAfterInitials(tokens, i, last, vocabulary)
                    : EndsAfterStop(text, tokens, start, i, last, end, vocabulary)
            )
            {
                Add(block, tokens, start, last + 1, sentences);
                start = last + 1;
            }

            i = last;
        }

        if (start < end)
            Add(block, tokens, start, end, sentences);
    }

    private static void Add(int block, ReadOnlySpan<Token> tokens, int start, int end, List<Sentence> sentences) =>
        sentences.Add(
            new Sentence(block, start, end - start, TextSpan.FromBounds(tokens[start].Start, tokens[end - 1].End))
        );

    // Whether the token after `last` belongs to the end of the same sentence: more stops, closing marks without a blank
    // before them.
    private static bool ClosesSentence(ReadOnlySpan<Token> tokens, int last, int end)
    {
        ref readonly var next = ref tokens[last + 1];
        if (next.Kind is TokenKind.CloseQuote or TokenKind.CloseBracket)
            return true;
        if (next.HasSpaceBefore)
            return false;
        return next.Kind is TokenKind.Stop or TokenKind.CloseSingleQuote
            || (
                next.Kind is TokenKind.StraightQuote or TokenKind.StraightSingleQuote
                && (last + 2 >= end || tokens[last + 2].HasSpaceBefore || tokens[last + 2].IsQuoteMark)
            );
    }

    private static bool EndsAfterStop(
        string text,
        ReadOnlySpan<Token> tokens,
        int start,
        int stop,
        int last,
        int end,
        Vocabulary vocabulary
    )
    {
        ref readonly var next = ref tokens[last + 1];
        var afterMarks = last > stop;
        var openers = last + 1;
        while (
            openers < end
            && (tokens[openers].Kind is TokenKind.OpenBracket or TokenKind.Dash || tokens[openers].IsQuoteMark)
        )
            openers++;
        var capital =
            openers >= end
            || tokens[openers].IsCapitalised
            || tokens[openers].Kind is TokenKind.Number or TokenKind.Handle or TokenKind.Link;
        var mark = text[tokens[stop].Start];
        if (mark is '!' or '?')
            return capital;
        if (mark == '…' || tokens[stop].Length > 1)
            return capital && next.HasSpaceBefore && tokens[openers < end ? openers : last].Kind != TokenKind.Number;

        if (stop == start)
            return false;
        ref readonly var previous = ref tokens[stop - 1];
        var glued = !tokens[stop].HasSpaceBefore;
        if (!next.HasSpaceBefore && !afterMarks)
        {
            // "end.Next": a lost blank, when a word in lower case meets a capitalised one.
            return previous is { Kind: TokenKind.Word, Shape: CaseShape.Lower, Length: > 1 }
                && next.Shape == CaseShape.Capitalised
                && next.Length > 1;
        }

        if (!capital)
            return false;
        if (afterMarks)
            return true;
        if (glued && previous.Kind == TokenKind.Word)
        {
            if (vocabulary.Is(previous, WordClasses.TitleAbbreviation) && previous.IsCapitalised)
            {
                // "on Monday. He" is no abbreviation, "in Sept. 12" is; "St. The" is rarer than "St. Mary".
                return vocabulary.Is(next, WordClasses.SentenceStarter) && IsMonthLike(previous, vocabulary);
            }

            if (vocabulary.Is(previous, WordClasses.TitleAbbreviation) && next.Kind == TokenKind.Number)
                return !(
                    text.AsSpan(previous.Start, previous.Length)
                    is "no"
                        or "nos"
                        or "pp"
                        or "p"
                        or "vol"
                        or "fig"
                        or "art"
                        or "v"
                        or "vs"
                        or "ed"
                );
            if (
                vocabulary.Is(previous, WordClasses.Abbreviation)
                && (previous.IsCapitalised || next.Kind == TokenKind.Number)
            )
                return vocabulary.Is(next, WordClasses.SentenceStarter);
            if (previous.Length == 1 && previous.IsCapitalised)
                return IsWordI(text, previous) || vocabulary.Is(next, WordClasses.SentenceStarter);
        }

        return true;
    }

    private static bool IsMonthLike(in Token token, Vocabulary vocabulary) =>
        vocabulary.Is(token, WordClasses.Month | WordClasses.Weekday);

    private static bool IsWordI(string text, in Token token) => text[token.Start] == 'I';

    // "in the U.S. The bill": initials end a sentence only before a function word in capitals. "at 5 p.m. Monday" does
    // not, "at 5 p.m. He" does.
    private static bool EndsAfterInitials(ReadOnlySpan<Token> tokens, int initials, int last, Vocabulary vocabulary)
    {
        ref readonly var next = ref tokens[last + 1];
        if (last > initials && next.IsCapitalised)
            return true;
        return next is { Kind: TokenKind.Word, HasSpaceBefore: true, IsCapitalised: true }
                && next.Length > 1
                && vocabulary.Is(next, WordClasses.SentenceStarter)
            || next.Kind is TokenKind.OpenQuote;
    }
}
