using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Diagnostics;

namespace Copylint.Rules.Chronology;

/// <summary>CL1013. The day of the dateline against the day of publication; stories run a day or two after they are
/// filed.</summary>
internal sealed class DatelineConflict : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var tolerance = (int)context.Number("tolerance-days");
        context.OnDocument(c => Check(c, tolerance));
    }

    private static void Check(ReportContext context, int tolerance)
    {
        if (
            context.Document.Metadata.BestPublished is not { } published
            || Dating.Dateline(context.Analysis, published.Date) is not { } dateline
        )
            return;
        var distance = dateline.Day.DayNumber - published.Date.DayNumber;
        if (Math.Abs(distance) <= tolerance)
            return;
        context.Report(
            dateline.Expression.Span,
            new Finding
            {
                Arguments =
                [
                    ("dateline", CalendarNames.Write(dateline.Day)),
                    ("published", CalendarNames.Write(published.Date)),
                    ("days", $"{Math.Abs(distance)} days"),
                    ("direction", distance > 0 ? "later" : "earlier"),
                ],
            }
        );
    }
}
