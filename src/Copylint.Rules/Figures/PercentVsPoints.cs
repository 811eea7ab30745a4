using Copylint.Analysis.Figures;
using Copylint.Diagnostics;
using Copylint.Rules.Figures.Sums;
using Copylint.Text;

namespace Copylint.Rules.Figures;

/// <summary>CL7002. A difference of two percentages that is called per cent.</summary>
internal sealed class PercentVsPoints : ChangeAnalyzer
{
    // Where the change in per cent is as near as this to that in points, either may be meant.
    private const double LeastDifference = 1.6;

    /// <inheritdoc/>
    protected override void Check(ReportContext context, FigureSentence sentence, in Quantity percent, Change change)
    {
        var (from, to) = (sentence.Figures[change.From], sentence.Figures[change.To]);
        if (from.Kind != QuantityKind.Percent)
            return;
        var points = Math.Abs(to.Value - from.Value);
        var relative = 100 * points / from.Value;
        var rounding = Math.Min(1, percent.Tolerance + Math.Min(from.Tolerance, to.Tolerance));
        if (Math.Abs(percent.Value - points) >= rounding || Math.Abs(relative - percent.Value) <= LeastDifference)
            return;
        var span = sentence.SpanOf(percent.Tokens);
        context.Report(
            span,
            new Finding
            {
                Arguments =
                [
                    (nameof(from), sentence.TextOf(from)),
                    (nameof(to), sentence.TextOf(to)),
                    (nameof(points), Percentage.Number(points)),
                    (nameof(relative), Percentage.Text(relative)),
                ],
                Related = change.PlacesIn(sentence),
                Fixes = [FixOf(context, sentence, percent)],
            }
        );
    }

    // "rose 2% from" is two points; "a 5 percent drop" is a drop that is named by them.
    private static Fix FixOf(ReportContext context, FigureSentence sentence, in Quantity percent)
    {
        var isAdjective = sentence.Is(percent.Tokens.End, SumWords.Changes);
        var right =
            isAdjective ? "-percentage-point"
            : percent.Value == 1 ? " percentage point"
            : " percentage points";
        var sign = TextSpan.FromBounds(sentence.SpanOf(percent.Number).End, sentence.SpanOf(percent.Tokens).End);
        return new Fix("Write percentage points", true, [new TextEdit(context.Document.ToSource(sign), right)]);
    }
}
