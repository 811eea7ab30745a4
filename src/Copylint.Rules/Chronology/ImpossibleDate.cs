using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Diagnostics;

namespace Copylint.Rules.Chronology;

/// <summary>CL1003. A day of the month that the month does not have.</summary>
internal sealed class ImpossibleDate : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        foreach (var expression in context.Analysis.TimeExpressions)
        {
            if (expression is not { Kind: TimeExpressionKind.Date, Month: { } month and >= 1 and <= 12, Day: { } day })
                continue;
            // Without a year February can have 29 days; above 31 it is no day at all but some other number, unless a
            // year stands with it.
            var days = DateTime.DaysInMonth(expression.Year ?? 2024, month);
            if (day <= days || (day > 31 && expression.Year is null))
                continue;
            var year = month == 2 && day == 29 ? expression.Year : null;
            context.Report(
                expression.Span,
                ("date", expression.Span.In(context.Text).ToString()),
                ("month", CalendarNames.MonthName(month)),
                ("days", days.ToString()),
                ("year", year?.ToString())
            );
        }
    }
}
