using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Documents.Top;

namespace Copylint.Rules.Chronology;

/// <summary>CL1013. The day of the dateline against the day of publication; stories run a day or two after they are filed.</summary>
internal sealed class DatelineConflict : Analyzer
{
    private int _tolerance;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        _tolerance = (int)context.Number("tolerance-days");
        context.OnDocument(Check);
    }

    private void Check(ReportContext context)
    {
        if (
            context.Document.Metadata.BestPublished is not { } published
            || Dating.Dateline(context.Analysis, published.Date) is not { } dateline
        )
            return;
        var distance = dateline.Day.DayNumber - published.Date.DayNumber;
        if (Math.Abs(distance) <= _tolerance)
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
