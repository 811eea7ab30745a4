using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Language;

namespace Copylint.Rules.Figures.Sums;

/// <summary>Two figures of which the second says the first again in another unit: "10 miles (16km)", "£2m, or about
/// $2.7m,"; of two ranges both ends.</summary>
/// <param name="First">Index in the sentence of the figure that is said again.</param>
/// <param name="Second">Index of the one that says it.</param>
internal readonly record struct Alternative(int First, int Second)
{
    // "10 miles of new road (": rows of figures.txt.
    private const int MostNouns = 3;

    /// <summary>The figure that a figure says again, if it does.</summary>
    public static Alternative? At(FigureSentence sentence, int second)
    {
        if (second == 0)
            return null;
        var first = second - 1;
        var isRange = IsRangeFrom(sentence, second);
        if (isRange)
        {
            if (first == 0 || !IsRangeFrom(sentence, first - 1))
                return null;
        }
        else if (second < sentence.Figures.Length && sentence.Figures[second].Join != QuantityJoin.None)
        {
            return null;
        }

        if (!isRange && sentence.Figures[first].Join is QuantityJoin.Hyphen or QuantityJoin.BetweenAnd)
            return null;
        return Says(sentence, first, second) && Ends(sentence, isRange ? second + 1 : second)
            ? new Alternative(first, second)
            : null;
    }

    /// <summary>The pairs of figures that say the same: one, or the two ends of both ranges.</summary>
    public ReadOnlySpan<Alternative> Pairs(FigureSentence sentence) =>
        IsRangeFrom(sentence, Second)
            ? new[] { new Alternative(First - 1, Second), new Alternative(First, Second + 1) }
            : new[] { this };

    private static bool IsRangeFrom(FigureSentence sentence, int figure) =>
        figure + 1 < sentence.Figures.Length && sentence.Figures[figure + 1].Join != QuantityJoin.None;

    // What stands between: a bracket with nothing before the figure, or ", or".
    private static bool Says(FigureSentence sentence, int first, int second)
    {
        var between = new TokenRange(sentence.Figures[first].Tokens.End, sentence.Figures[second].Lead);
        if (IsDimensionBefore(sentence, first))
            return false;
        if (between.Count == 2 && sentence.KindOf(between.First) == TokenKind.Comma)
            return sentence.Is(between.First + 1, SumWords.Or);
        var opens = sentence.Is(between.End - 1, SumWords.Or) ? between.End - 2 : between.End - 1;
        if (opens < between.First || sentence.KindOf(opens) != TokenKind.OpenBracket)
            return false;
        for (var i = between.First; i < opens; i++)
        {
            if (sentence.KindOf(i) is not (TokenKind.Word or TokenKind.Hyphen))
                return false;
        }

        return opens - between.First <= MostNouns;
    }

    // "10ft by 12ft (3m by 3.6m)" says two things at once.
    private static bool IsDimensionBefore(FigureSentence sentence, int figure)
    {
        var by = sentence.Figures[figure].Lead - 1;
        return figure > 0 && sentence.Figures[figure - 1].Tokens.End == by && IsDimension(sentence, by);
    }

    private static bool IsDimension(FigureSentence sentence, int token) => sentence.Is(token, SumWords.By);

    // Behind the second stands the end of the bracket, of the insertion or of the sentence; a noun can stand between.
    private static bool Ends(FigureSentence sentence, int second)
    {
        var behind = sentence.Figures[second].Tokens.End;
        for (var i = behind; i <= behind + 1; i++)
        {
            switch (sentence.KindOf(i))
            {
                case TokenKind.CloseBracket or TokenKind.Comma or TokenKind.Semicolon or TokenKind.Stop or null:
                    return true;
                case not TokenKind.Word:
                    return false;
            }

            if (IsDimension(sentence, i) || sentence.Is(i, SumWords.Or))
                return false;
        }

        return sentence.KindOf(sentence.Figures[second].Lead - 1) != TokenKind.OpenBracket;
    }
}
