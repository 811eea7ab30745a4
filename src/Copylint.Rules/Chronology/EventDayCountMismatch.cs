using Copylint.Analysis;
using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules.Chronology;

/// <summary>CL1009. "On Monday, the 100th day of the war": the count and the day beside it, reckoned against each
/// other. Both ways of counting are accepted.</summary>
internal sealed class EventDayCountMismatch : Analyzer
{
    private const int Near = 4;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var analysis = context.Analysis;
        var times = analysis.TimeExpressions;
        for (var i = 0; i < times.Count; i++)
        {
            var count = times[i];
            if (
                count
                    is not {
                        Kind: TimeExpressionKind.EventDay,
                        Unit: TimeUnit.Day,
                        Amount: > 0,
                        Window: { } window,
                        Event: { } newsEvent
                    }
                || analysis.Quotations.At(count.Span.Start) is not null
            )
                continue;
            // No more than one expression a token can stand between.
            for (var k = Math.Max(0, i - Near - 1); k < Math.Min(times.Count, i + Near + 2); k++)
            {
                if (
                    times[k].Sentence != count.Sentence
                    || k == i
                    || !StandsBeside(analysis, times[k], count)
                    || WrittenDay(times[k], window) is not { } written
                )
                    continue;
                context.Report(
                    count.Span,
                    ("n", ((int)count.Amount!.Value).ToString()),
                    ("event", newsEvent.Name),
                    ("computed", Describe(window.First)),
                    ("written", written)
                );
                break;
            }
        }
    }

    private static string Describe(DateOnly day) => $"{day.DayOfWeek}, {CalendarNames.Write(day)}";

    // "on Friday, the 100th day", "the 100th day of the war, 3 June": only a comma and small words between.
    private static bool StandsBeside(DocumentAnalysis analysis, TimeExpression other, TimeExpression count)
    {
        var (first, end) =
            other.Tokens.First < count.Tokens.First
                ? (other.Tokens.End, count.Tokens.First)
                : (count.Tokens.End, other.Tokens.First);
        if (end - first > Near)
            return false;
        for (var i = first; i < end; i++)
        {
            if (
                analysis.Tokens[i].Kind is not (TokenKind.Comma or TokenKind.Dash or TokenKind.OpenBracket)
                && !(analysis.TextOf(i) is "the" or "on" or "was" or "is" or "marked" or "which")
            )
                return false;
        }

        return true;
    }

    // The day as written when it does not fit the count; null when it does.
    private static string? WrittenDay(TimeExpression other, DateInterval window) =>
        other switch
        {
            { Kind: TimeExpressionKind.Date, DateOnly: { } day } => window.Contains(day) ? null : Describe(day),
            { Kind: TimeExpressionKind.Date, Year: null, Month: { } month, Day: { } number } => (
                window.First.Month == month && window.First.Day == number
            )
            || (window.Last.Month == month && window.Last.Day == number)
            || month is < 1 or > 12
                ? null
                : $"{number} {CalendarNames.MonthName(month)}",
            { Kind: TimeExpressionKind.Weekday, Weekday: { } weekday } => window.First.DayOfWeek == weekday
            || window.Last.DayOfWeek == weekday
                ? null
                : weekday.ToString(),
            _ => null,
        };
}
