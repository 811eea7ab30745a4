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
            if (
                day > DateTime.DaysInMonth(expression.Year ?? 2024, month)
                && (day <= 31 || expression.Year is not null)
            )
                context.Report(
                    expression.Span,
                    Arguments(expression.Span.In(context.Text).ToString(), expression.Year, month, day)
                );
        }

        foreach (var impossible in context.Document.Metadata.ImpossibleDays)
        {
            context.ReportInSource(
                impossible.Span,
                impossible.Value,
                new Finding
                {
                    Arguments = Arguments(impossible.Value, impossible.Year, impossible.Month, impossible.Day),
                }
            );
        }
    }

    private static (string, string?)[] Arguments(string date, int? year, int month, int day) =>
        [
            ("date", date),
            ("month", CalendarNames.MonthName(month)),
            ("days", DateTime.DaysInMonth(year ?? 2024, month).ToString()),
            ("year", month == 2 && day == 29 ? year?.ToString() : null),
        ];
}
