using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Diagnostics;

namespace Copylint.Rules.Chronology;

/// <summary>
/// CL1002. A weekday with a day of the month fixes the years it can be. With a year the calendar decides; without one,
/// some year within 200 days of
/// publication must fit, or a year farther in the direction of the tense.
/// </summary>
internal sealed class WeekdayDateMismatch : Analyzer
{
    private const int ReachDays = 200;
    private const int FarDays = 430;
    private const int LastJulianYear = 1923;
    private const int SentencesBack = 2;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var published = context.Document.Metadata.BestPublished?.Date;
        var times = context.Analysis.TimeExpressions;
        for (var i = 0; i < times.Count; i++)
        {
            var expression = times[i];
            if (
                expression is not { Weekday: { } written, Month: { } month, Day: { } day }
                || (expression.Year is { } old && IsOldStyle(old, month, day, written))
                || (expression.Year is null && FitsYearBefore(times, i))
            )
                continue;
            var date = expression.Year is null
                ? NearestDay(published, month, day, written, TimeRoles.TenseAround(context.Analysis, expression.Tokens))
                : expression.DateOnly;
            if (date is not { } known || known.DayOfWeek == written)
                continue;
            context.Report(
                expression.Span,
                new Finding
                {
                    Severity = context.Analysis.Quotations.At(expression.Span.Start) is null
                        ? null
                        : Severity.Suggestion,
                    Arguments =
                    [
                        ("date", CalendarNames.Write(known)),
                        ("was", published is { } now && known > now ? "is" : "was"),
                        ("actual", known.DayOfWeek.ToString()),
                        ("written", written.ToString()),
                    ],
                }
            );
        }
    }

    // Greece was the last to leave the Julian calendar, in 1923; until then a weekday can be that of the old style.
    private static bool IsOldStyle(int year, int month, int day, DayOfWeek written) =>
        year <= LastJulianYear && CalendarMath.JulianWeekday(year, month, day) == written;

    // "The fire was in 2011. On Friday, March 11, ...": a year in this sentence or the two before it is that of the
    // day.
    private static bool FitsYearBefore(IReadOnlyList<TimeExpression> times, int index)
    {
        var time = times[index];
        for (var i = index - 1; i >= 0 && times[i].Sentence >= time.Sentence - SentencesBack; i--)
        {
            if (
                times[i].Year is { } year
                && CalendarMath.Day(year, time.Month!.Value, time.Day!.Value) is { } day
                && day.DayOfWeek == time.Weekday
            )
                return true;
        }

        return false;
    }

    // The day nearest to publication, unless one within reach has the written weekday: what is told in the past can be
    // more than a year old, what is to come as far ahead.
    private static DateOnly? NearestDay(DateOnly? published, int month, int day, DayOfWeek written, Tense tense)
    {
        if (published is not { } anchor)
            return null;
        DateOnly? nearest = null;
        for (var year = anchor.Year - 2; year <= anchor.Year + 2; year++)
        {
            if (CalendarMath.Day(year, month, day) is not { } candidate)
                continue;
            var ahead = candidate.DayNumber - anchor.DayNumber;
            if (
                candidate.DayOfWeek == written
                && ahead >= (tense is Tense.Past or Tense.PastPerfect ? -FarDays : -ReachDays)
                && ahead <= (tense is Tense.Future or Tense.Hypothetical ? FarDays : ReachDays)
            )
                return candidate;
            if (nearest is not { } known || Math.Abs(ahead) < Math.Abs(known.DayNumber - anchor.DayNumber))
                nearest = candidate;
        }

        return nearest;
    }
}
