using Copylint.Calendar;

namespace Copylint.Analysis.Time;

/// <summary>Reckons what an expression of time means in copy written on a given day.</summary>
internal static class TimeResolver
{
    // A weekday with a day of the month comes again after 5, 6 or 11 years, so one within the reach is meant; a day on
    // the wrong side of the tense counts as this much farther.
    private const int WeekdayReachDays = 500;
    private const int AgainstTenseDays = 60;

    public static DateInterval? Resolve(TimeExpression expression, DateOnly anchor, Tense tense)
    {
        // Near the ends of the calendar nothing of this has a meaning.
        if (anchor.Year is < 10 or > 9980)
            return null;
        switch (expression.Kind)
        {
            case TimeExpressionKind.Date
            or TimeExpressionKind.Month
            or TimeExpressionKind.Season when expression is { Offset: { } years, Month: { } month }:
                return InYear(expression, anchor.Year + years, month);
            case TimeExpressionKind.Weekday when expression is { Offset: { } weeks, Weekday: { } weekday }:
                var monday = Week(anchor.AddDays(7 * weeks)).First;
                return DateInterval.Of(monday.AddDays(((int)weekday + 6) % 7));
            case TimeExpressionKind.Date
                when expression is { Month: { } month, Day: { } day, Weekday: { } weekday }
                    && WithWeekday(anchor, month, day, weekday, tense) is { } fixedDay:
                return fixedDay;
            case TimeExpressionKind.Date when expression is { Month: { } month, Day: { } day }:
                return Pick(anchor, tense, expression.Relation, year =>
                    CalendarMath.Day(year, month, day) is { } found ? DateInterval.Of(found) : null
                );
            case TimeExpressionKind.Weekday when expression.Weekday is { } weekday:
                return Weekday(anchor, weekday, tense, expression.Relation);
            case TimeExpressionKind.RelativeDay:
                return DateInterval.Of(anchor.AddDays(expression.DayOffset));
            case TimeExpressionKind.Month when expression.Month is { } month:
                return Pick(anchor, tense, expression.Relation, year => CalendarMath.Month(year, month));
            case TimeExpressionKind.Season when expression.Month is { } month:
                return Pick(anchor, tense, expression.Relation, year => Season(year, month));
            case TimeExpressionKind.Quarter when expression.Amount is { } quarter and >= 1 and <= 4:
                return Pick(anchor, tense, expression.Relation, year => Quarter(year, (int)quarter));
            case TimeExpressionKind.Holiday when expression.Holiday is { } holiday:
                return Pick(anchor, tense, expression.Relation, year =>
                    Holidays.DayOf(holiday, year) is { } found ? DateInterval.Of(found) : null
                );
            case TimeExpressionKind.Relative when expression.Unit is { } unit:
                return Relative(expression, anchor, unit);
            case TimeExpressionKind.Since when expression is { Month: { } month }:
                return Pick(anchor, Tense.Past, TimeRelation.None, year => CalendarMath.Month(year, month));
            default:
                return null;
        }
    }

    private static DateInterval? InYear(TimeExpression expression, int year, int month) =>
        expression switch
        {
            { Kind: TimeExpressionKind.Season } => Season(year, month),
            { Day: { } day } => CalendarMath.Day(year, month, day) is { } found ? DateInterval.Of(found) : null,
            _ => month is >= 1 and <= 12 ? CalendarMath.Month(year, month) : null,
        };

    // "Tuesday, March 26": the weekday tells the year, on the side of the tense where two are as near.
    private static DateInterval? WithWeekday(DateOnly anchor, int month, int day, DayOfWeek weekday, Tense tense)
    {
        DateOnly? best = null;
        var bestDistance = WeekdayReachDays;
        for (var year = anchor.Year - 2; year <= anchor.Year + 2; year++)
        {
            if (CalendarMath.Day(year, month, day) is not { } found || found.DayOfWeek != weekday)
                continue;
            var isAgainstTense = tense is Tense.Past or Tense.PastPerfect
                ? found > anchor.AddDays(1)
                : tense is Tense.Future or Tense.Hypothetical && found < anchor.AddDays(-1);
            var distance = CalendarMath.Distance(found, anchor) + (isAgainstTense ? AgainstTenseDays : 0);
            if (distance < bestDistance)
                (best, bestDistance) = (found, distance);
        }

        return best is { } picked ? DateInterval.Of(picked) : null;
    }

    /// <summary>Three months from the first of a month, December to February for winter.</summary>
    public static DateInterval Season(int year, int firstMonth) => ThreeMonths(year, firstMonth);

    private static DateInterval ThreeMonths(int year, int firstMonth)
    {
        var first = new DateOnly(year, firstMonth, 1);
        return new DateInterval(first, first.AddMonths(3).AddDays(-1));
    }

    /// <summary>A quarter of the calendar year.</summary>
    public static DateInterval Quarter(int year, int quarter) => ThreeMonths(year, 3 * quarter - 2);

    /// <summary>The days that an amount of units before an anchor means: the more exact, the smaller the
    /// unit.</summary>
    public static DateInterval Around(DateOnly anchor, double low, double high, TimeUnit unit)
    {
        var slack = unit switch
        {
            TimeUnit.Hour or TimeUnit.Day => 1,
            TimeUnit.Week => 4,
            TimeUnit.Month => 16,
            TimeUnit.Quarter => 46,
            TimeUnit.Year => 184,
            TimeUnit.Decade => 1830,
            _ => 18300,
        };
        return new DateInterval(
            CalendarMath.Add(CalendarMath.Add(anchor, -high, unit), -slack, TimeUnit.Day),
            CalendarMath.Add(CalendarMath.Add(anchor, -low, unit), slack, TimeUnit.Day)
        );
    }

    private static DateInterval? Pick(
        DateOnly anchor,
        Tense tense,
        TimeRelation relation,
        Func<int, DateInterval?> ofYear
    )
    {
        DateInterval? before = null,
            after = null,
            nearest = null;
        for (var year = anchor.Year - 2; year <= anchor.Year + 2; year++)
        {
            if (ofYear(year) is not { } window)
                continue;
            if (window.First <= anchor.AddDays(1))
                before = window;
            if (window.Last >= anchor.AddDays(-1))
                after ??= window;
            if (nearest is not { } known || window.DistanceTo(anchor) < known.DistanceTo(anchor))
                nearest = window;
        }

        return relation switch
        {
            TimeRelation.Last => before,
            TimeRelation.Next => after,
            TimeRelation.This => nearest,
            _ => tense switch
            {
                Tense.Past or Tense.PastPerfect => before ?? nearest,
                Tense.Future or Tense.Hypothetical => after ?? nearest,
                _ => nearest,
            },
        };
    }

    private static DateInterval Weekday(DateOnly anchor, DayOfWeek weekday, Tense tense, TimeRelation relation)
    {
        var back = ((int)anchor.DayOfWeek - (int)weekday + 7) % 7;
        var before = anchor.AddDays(-back);
        var after = back == 0 ? anchor : before.AddDays(7);
        return relation switch
        {
            // "last Friday" and "next Friday" are that of this week for some and of the one beside it for others.
            TimeRelation.Last => new DateInterval((back == 0 ? before.AddDays(-7) : before).AddDays(-7), before),
            TimeRelation.Next => new DateInterval(after, after.AddDays(7)),
            TimeRelation.This => new DateInterval(before, after),
            _ => DateInterval.Of(
                tense switch
                {
                    Tense.Past or Tense.PastPerfect => before,
                    Tense.Future or Tense.Hypothetical => after,
                    _ => back <= 3 ? before : after,
                }
            ),
        };
    }

    private static DateInterval? Relative(TimeExpression expression, DateOnly anchor, TimeUnit unit)
    {
        if (expression.Amount is { } amount)
        {
            var (low, high) = Bounds(amount, expression.Approximation);
            return expression.Relation switch
            {
                TimeRelation.Ago => Around(anchor, low, high, unit),
                TimeRelation.FromNow or TimeRelation.Next => Around(anchor, -high, -low, unit),
                TimeRelation.Last => new DateInterval(CalendarMath.Add(anchor, -amount, unit), anchor),
                _ => null,
            };
        }

        var step = expression.Relation switch
        {
            TimeRelation.Last => -1,
            TimeRelation.Next => 1,
            _ => 0,
        };
        var whole = unit switch
        {
            TimeUnit.Week => Week(anchor.AddDays(7 * step)),
            TimeUnit.Month => CalendarMath.Month(anchor.AddMonths(step).Year, anchor.AddMonths(step).Month),
            TimeUnit.Quarter => Quarter(anchor.AddMonths(3 * step).Year, (anchor.AddMonths(3 * step).Month + 2) / 3),
            TimeUnit.Year => CalendarMath.Years(anchor.Year + step, anchor.Year + step),
            TimeUnit.Decade => CalendarMath.Years((anchor.Year / 10 + step) * 10, (anchor.Year / 10 + step) * 10 + 9),
            TimeUnit.Century => CalendarMath.Years(
                ((anchor.Year - 1) / 100 + step) * 100 + 1,
                ((anchor.Year - 1) / 100 + step + 1) * 100
            ),
            _ => DateInterval.Of(anchor.AddDays(step)),
        };
        return expression.Relation switch
        {
            TimeRelation.Earlier => new DateInterval(whole.First, anchor),
            TimeRelation.Later => new DateInterval(anchor, whole.Last),
            _ => whole,
        };
    }

    // Weeks begin on Monday (ISO 8601).
    private static DateInterval Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new DateInterval(monday, monday.AddDays(6));
    }

    /// <summary>The range that an amount with its approximation covers.</summary>
    public static (double Low, double High) Bounds(double amount, Approximation approximation) =>
        approximation switch
        {
            Approximation.About => (0.75 * amount, 1.25 * amount),
            Approximation.MoreThan => (amount, 1.9 * amount),
            Approximation.LessThan => (0.75 * amount, amount),
            _ => (amount, amount),
        };
}
