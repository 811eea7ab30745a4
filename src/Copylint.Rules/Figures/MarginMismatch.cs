using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Analysis.Time;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Rules.Figures.Sums;

namespace Copylint.Rules.Figures;

/// <summary>CL7012. A majority that the two sides of the vote do not make.</summary>
internal sealed class MarginMismatch() : FigureAnalyzer(3)
{
    // "56 to 31, with 9 abstentions: a majority of 35": rows of figures.txt.
    private const int MostApart = 12;

    /// <inheritdoc/>
    protected override void Check(ReportContext context, FigureSentence sentence)
    {
        if (sentence.Has(new TokenRange(sentence.First, sentence.End), SumWords.Needed))
            return;
        for (var i = 0; i + 1 < sentence.Figures.Length; i++)
        {
            if (!IsVote(sentence, i))
                continue;
            for (var margin = 0; margin < sentence.Figures.Length; margin++)
            {
                if (margin != i && margin != i + 1 && IsMargin(sentence, margin, i))
                    Compare(context, sentence, i, margin);
            }
        }
    }

    // "56 to 31", "160-142", "by 210 votes to 195".
    private static bool IsVote(FigureSentence sentence, int first)
    {
        var (a, b) = (sentence.Figures[first], sentence.Figures[first + 1]);
        if (!IsWhole(a) || !IsWhole(b))
            return false;
        if (b.Join is QuantityJoin.To or QuantityJoin.Hyphen)
            return first + 2 >= sentence.Figures.Length || sentence.Figures[first + 2].Join == QuantityJoin.None;
        return b.Lead - a.Tokens.End == 2
            && sentence.Is(a.Tokens.End, SumWords.Votes)
            && sentence.Is(a.Tokens.End + 1, SumWords.To);
    }

    private static bool IsWhole(in Quantity figure) =>
        figure.Kind == QuantityKind.Count
        && figure.Approximation == Approximation.Exact
        && figure is { Magnitude: 1, Value: >= 2, Tolerance: 0.5 };

    // "a majority of 35", "by 30 votes", "a 35-vote margin".
    private static bool IsMargin(FigureSentence sentence, int margin, int vote)
    {
        ref readonly var figure = ref sentence.Figures[margin];
        if (!IsWhole(figure) || sentence.IsInRange(margin) || figure.Join != QuantityJoin.None)
            return false;
        var between =
            margin < vote
                ? new TokenRange(figure.Tokens.End, sentence.Figures[vote].Lead)
                : new TokenRange(sentence.Figures[vote + 1].Tokens.End, figure.Lead);
        if (between.Count is <= 0 or > MostApart)
            return false;
        var before = figure.Lead - 1;
        if (sentence.Is(before, SumWords.MarginOf) && sentence.Is(before - 1, SumWords.Margins))
            return true;
        if (sentence.Is(before, SumWords.By) && sentence.Is(figure.Tokens.End, SumWords.Votes))
            return true;
        var noun = figure.Tokens.End;
        return sentence.KindOf(noun) == TokenKind.Hyphen
            && sentence.Is(noun + 1, SumWords.Votes)
            && sentence.Is(noun + 2, SumWords.Margins);
    }

    private static void Compare(ReportContext context, FigureSentence sentence, int vote, int margin)
    {
        var (a, b, written) = (sentence.Figures[vote], sentence.Figures[vote + 1], sentence.Figures[margin]);
        var actual = Math.Abs(a.Value - b.Value);
        // "a majority of 218" of 435 is what carries a vote.
        var isHalf = written.Value >= (a.Value + b.Value) / 2;
        if (written.Value == actual || isHalf || IsQuoted(sentence.Analysis, written.Tokens))
            return;
        context.Report(
            sentence.SpanOf(written.Tokens),
            new Finding
            {
                Arguments =
                [
                    (nameof(a), sentence.TextOf(a)),
                    (nameof(b), sentence.TextOf(b)),
                    (nameof(actual), Percentage.Number(actual)),
                ],
                Related =
                [
                    new RelatedPlace(
                        sentence.SpanOf(new TokenRange(a.Tokens.First, b.Tokens.End)),
                        "The two sides of the vote stand here."
                    ),
                ],
            }
        );
    }
}
