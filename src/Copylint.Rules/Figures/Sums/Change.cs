using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Analysis.Time;
using Copylint.Diagnostics;

namespace Copylint.Rules.Figures.Sums;

/// <summary>A change from one figure to another: "from 50 to 55", "to 55 from 50".</summary>
/// <param name="From">Index in the sentence of the figure that it began at.</param>
/// <param name="To">Index of the figure that it ended at.</param>
internal readonly record struct Change(int From, int To)
{
    // "from 3,200 a year earlier to", "from 50 people in March 2019 to": rows of figures.txt.
    private const int MostBetween = 8;

    /// <summary>The change that begins at a figure, if one does.</summary>
    public static Change? At(FigureSentence sentence, int from)
    {
        if (!sentence.Is(sentence.Figures[from].Lead - 1, SumWords.From) || !sentence.Figures[from].IsAmount)
            return null;
        for (var to = from + 1; to < sentence.Figures.Length; to++)
        {
            if (IsPassedOver(sentence, to))
                continue;
            if (IsPair(sentence, from, to))
                return new Change(from, to);
            break;
        }

        for (var to = from - 1; to >= 0; to--)
        {
            if (IsPassedOver(sentence, to) || sentence.Figures[to].Kind == QuantityKind.Percent && !IsEnd(sentence, to))
                continue;
            return IsPair(sentence, from, to) ? new Change(from, to) : null;
        }

        return null;
    }

    /// <summary>Where it began and ended, for a finding.</summary>
    public RelatedPlace[] PlacesIn(FigureSentence sentence) =>
        [
            new(sentence.SpanOf(sentence.Figures[From].Tokens), "It began here."),
            new(sentence.SpanOf(sentence.Figures[To].Tokens), "It ended here."),
        ];

    /// <summary>All tokens from the first of its prepositions to the end of the later figure.</summary>
    public TokenRange TokensIn(FigureSentence sentence)
    {
        var (first, last) = From < To ? (From, To) : (To, From);
        return new TokenRange(sentence.Figures[first].Lead - 1, sentence.Figures[last].Tokens.End);
    }

    /// <summary>How many times the first figure the second can be, by what both leave open.</summary>
    public (double Low, double High) FactorsIn(FigureSentence sentence)
    {
        var (from, to) = (sentence.Figures[From], sentence.Figures[To]);
        return (
            (to.Low - Openness(to)) / (from.High + Openness(from)),
            (to.High + Openness(to)) / Math.Max(from.Low - Openness(from), from.Value / 100)
        );
    }

    /// <summary>The share by which the quotient of both figures can be off, since they are rounded independently of
    /// each other: the root of the sum of the squares of their shares.</summary>
    public double RoundingIn(FigureSentence sentence)
    {
        var (from, to) = (sentence.Figures[From], sentence.Figures[To]);
        var first = (from.Tolerance + Openness(from)) / from.Value;
        var second = (to.Tolerance + Openness(to)) / to.Value;
        return Math.Sqrt(first * first + second * second);
    }

    // "about 50", "nearly 60": a twentieth more or less.
    private static double Openness(in Quantity figure) =>
        figure.Approximation == Approximation.Exact ? 0 : figure.Value / 20;

    private static bool IsPassedOver(FigureSentence sentence, int figure) => !sentence.Figures[figure].IsAmount;

    private static bool IsEnd(FigureSentence sentence, int figure) =>
        sentence.Is(sentence.Figures[figure].Lead - 1, SumWords.To);

    private static bool IsPair(FigureSentence sentence, int from, int to)
    {
        var (a, b) = (sentence.Figures[from], sentence.Figures[to]);
        var between = from < to ? new TokenRange(a.Tokens.End, b.Lead) : new TokenRange(b.Tokens.End, a.Lead);
        return IsEnd(sentence, to)
            && a.IsLike(b)
            && a.Kind is QuantityKind.Count or QuantityKind.Money or QuantityKind.Percent or QuantityKind.Measure
            && a.Value > 0
            && b.Value > 0
            && !a.IsDoubtful
            && !IsInChain(sentence, from)
            && !IsInChain(sentence, to)
            && between.Count <= MostBetween
            && !sentence.HasBreak(between);
    }

    // "from 5-6 to 7", "from 5 to 6 to 7".
    private static bool IsInChain(FigureSentence sentence, int figure) =>
        sentence.IsInRange(figure)
        || (
            figure + 1 < sentence.Figures.Length
            && sentence.Figures[figure].Join == QuantityJoin.FromTo
            && sentence.Figures[figure + 1].Join != QuantityJoin.None
        );
}
