using Copylint.Analysis.Figures;
using Copylint.Analysis.Time;
using Copylint.Diagnostics;
using Copylint.Rules.Figures.Sums;

namespace Copylint.Rules.Figures;

/// <summary>CL7001. A percentage that the two figures beside it do not make.</summary>
internal sealed class PercentChangeMismatch : ChangeAnalyzer
{
    // A point more or less is rounding; large changes are told in round figures.
    private const double MostPoints = 1;
    private const double MostShare = 0.03;

    // "about 50%": a sixth more or less.
    private const double AboutShare = 0.17;

    /// <inheritdoc/>
    protected override void Check(ReportContext context, FigureSentence sentence, in Quantity percent, Change change)
    {
        var (from, to) = (sentence.Figures[change.From], sentence.Figures[change.To]);
        if (from.Kind == QuantityKind.Percent)
            return;
        var actual = 100 * Math.Abs(to.Value / from.Value - 1);
        var rounding = 100 * to.Value / from.Value * change.RoundingIn(sentence);
        if (Fits(percent, actual - rounding, actual + rounding))
            return;
        var hint = HintOf(percent, from.Value, to.Value);
        context.Report(
            sentence.SpanOf(percent.Tokens),
            new Finding
            {
                Arguments =
                [
                    (nameof(from), sentence.TextOf(from)),
                    (nameof(to), sentence.TextOf(to)),
                    (nameof(actual), Percentage.Text(actual)),
                    (nameof(hint), hint),
                ],
                Related = change.PlacesIn(sentence),
            }
        );
    }

    private static bool Fits(in Quantity percent, double low, double high)
    {
        var slack = Math.Max(MostPoints, MostShare * high) + percent.Tolerance;
        var (least, most) = percent.Approximation switch
        {
            Approximation.About => (percent.Value * (1 - AboutShare), percent.Value * (1 + AboutShare)),
            Approximation.MoreThan => (percent.Value, 2 * percent.Value),
            Approximation.LessThan => (percent.Value * (1 - AboutShare), percent.Value),
            _ => (percent.Value, percent.Value),
        };
        return least <= high + slack && most >= low - slack;
    }

    // What the writer may have worked out instead.
    private static string? HintOf(in Quantity percent, double from, double to) =>
        Math.Abs(percent.Value - 100 * to / from) <= MostPoints ? "that is what the second is of the first"
        : Math.Abs(percent.Value - 100 * Math.Abs(to - from) / to) <= MostPoints
            ? "that is the change as a share of the second"
        : null;
}
