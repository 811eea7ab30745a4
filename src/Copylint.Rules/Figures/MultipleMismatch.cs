using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Analysis.Time;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Rules.Figures.Sums;

namespace Copylint.Rules.Figures;

/// <summary>CL7010. A multiple, such as "doubled", with two figures that do not make it.</summary>
internal sealed class MultipleMismatch() : FigureAnalyzer(2)
{
    // "doubled from 45 to 92": a seventh more or less.
    private const double Rounded = 0.15;

    // "nearly doubled": not much more, and no third less.
    private const double NearlyLow = 0.72;
    private const double NearlyHigh = 1.03;
    private const int MostApart = 6;

    /// <inheritdoc/>
    protected override void Check(ReportContext context, FigureSentence sentence)
    {
        for (var from = 0; from < sentence.Figures.Length; from++)
        {
            if (Change.At(sentence, from) is { } change)
                CheckBefore(context, sentence, change);
        }
    }

    private static void CheckBefore(ReportContext context, FigureSentence sentence, Change change)
    {
        var pair = change.TokensIn(sentence);
        for (var i = pair.First - 1; i >= Math.Max(sentence.First, pair.First - MostApart); i--)
        {
            if (sentence.KindOf(i) is not (TokenKind.Word or TokenKind.Comma))
                return;
            var times = TimesAt(sentence, i);
            if (times == 0)
                continue;
            var words = new TokenRange(times == 0.5 && SumWords.TimesOf(sentence.TextOf(i)) == 0 ? i - 1 : i, i + 1);
            Check(context, sentence, change, words, times);
            return;
        }
    }

    // "doubled"; "fell by half".
    private static double TimesAt(FigureSentence sentence, int token)
    {
        if (SumWords.TimesOf(sentence.TextOf(token)) is > 0 and var times)
            return times;
        return FigureWords.Fractions.IndexOf(sentence.TextOf(token)) == 0 && sentence.Is(token - 1, SumWords.ByHalf)
            ? 0.5
            : 0;
    }

    private static void Check(
        ReportContext context,
        FigureSentence sentence,
        Change change,
        TokenRange words,
        double times
    )
    {
        var nearness = Approximation.Exact;
        if (
            Nearness.FormsBefore.TryFindBefore(
                sentence.Analysis,
                sentence.First,
                words.First,
                out var before,
                out var first
            )
        )
            (nearness, words) = (before.Value, new TokenRange(first, words.End));
        if (Fits(change.FactorsIn(sentence), times, nearness) || IsQuoted(sentence.Analysis, words))
            return;
        var (from, to) = (sentence.Figures[change.From], sentence.Figures[change.To]);
        var actual = to.Value / from.Value;
        context.Report(
            sentence.SpanOf(words),
            new Finding
            {
                Arguments =
                [
                    (nameof(from), sentence.TextOf(from)),
                    (nameof(to), sentence.TextOf(to)),
                    (nameof(actual), Percentage.Rate(actual)),
                ],
                Related = change.PlacesIn(sentence),
            }
        );
    }

    // "more than doubled" is true of five times as much; "nearly halved" is a little above a half.
    private static bool Fits((double Low, double High) actual, double times, Approximation nearness)
    {
        var (low, high) = times < 1 ? (1 / actual.High, 1 / actual.Low) : actual;
        var factor = times < 1 ? 1 / times : times;
        return nearness switch
        {
            Approximation.MoreThan => high >= factor * (2 - NearlyHigh),
            Approximation.LessThan => high >= factor * NearlyLow && low <= factor * NearlyHigh,
            _ => high >= factor * (1 - Rounded) && low <= factor * (1 + Rounded),
        };
    }
}
