using Copylint.Analysis.Figures;
using Copylint.Calendar;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <content>Days of the calendar in words: "Friday, 25 March 2022", "March 4-6", "June next year".</content>
internal sealed partial class TimeExpressionReader
{
    // What a day, month or year is made of, and the token after it.
    private readonly record struct DateParts(int? Year, int? Month, int? Day, int End)
    {
        // The last day of a range or list of days.
        public int? EndDay { get; init; }

        // How many days are named.
        public int Days { get; init; } = 1;

        // Whether day and month can be read in two orders.
        public bool IsAmbiguous { get; init; }
    }

    private TimeExpression? ReadDate(int first)
    {
        var at = first;
        if (!TryReadWeekdayBefore(ref at, out var weekday, out var isInBrackets) || at >= _end)
            return null;
        if (ReadParts(at, weekday is not null, Is(first - 1, "in")) is not { } parts)
            return null;
        at = parts.End;
        if (isInBrackets && KindAt(at++) != TokenKind.CloseBracket)
            return null;
        if (weekday is { } before)
            weekday = FirstWeekday(first, before, parts.Days, parts.EndDay is not null);
        else if (parts is { Day: not null, EndDay: null })
            weekday = ReadWeekdayBehind(ref at);
        if (weekday is { } written)
            parts = ByWeekday(parts, written);
        var kind =
            parts.Day is not null ? TimeExpressionKind.Date
            : parts.Month is not null ? TimeExpressionKind.Month
            : TimeExpressionKind.Year;
        if (kind == TimeExpressionKind.Year && IsFiscal(first - 1, out var fiscal))
            return FiscalYear(fiscal, at, parts.Year!.Value);
        var isYearless = parts.Year is null && parts.Month is not null;
        var relation = kind == TimeExpressionKind.Date && isYearless ? RelationBefore(first, out _) : TimeRelation.None;
        var offset = isYearless ? ReadOffset(ref at, "year") : null;
        if (kind is TimeExpressionKind.Year or TimeExpressionKind.Month && Is(first - 1, "since"))
            kind = TimeExpressionKind.Since;
        var expression = Make(kind, first, at) with
        {
            Year = parts.Year,
            Month = parts.Month,
            Day = parts.Day,
            EndDay = parts.EndDay,
            Offset = offset,
            Weekday = weekday,
            Confidence = parts.IsAmbiguous ? 0.5 : 1,
            Relation = relation,
        };
        return expression with { Window = WindowOf(expression) };
    }

    // "Friday, ", "Fri. ", "Friday the", "Friday (": false for a weekday that no date can follow.
    private bool TryReadWeekdayBefore(ref int at, out DayOfWeek? weekday, out bool isInBrackets)
    {
        (weekday, isInBrackets) = (WeekdayAt(at), false);
        if (weekday is null)
            return true;
        // "Tuesday's June 7 primary" couples no weekday to the date for certain.
        if (IsNewspaper(at) || KindAt(at + 1) == TokenKind.Clitic)
            return false;
        at++;
        Skip(ref at, TokenKind.Stop);
        Skip(ref at, TokenKind.Comma);
        isInBrackets = KindAt(at) == TokenKind.OpenBracket;
        if (isInBrackets)
            at++;
        Skip(ref at, "the");
        Skip(ref at, "on");
        return true;
    }

    private DayOfWeek? WeekdayAt(int at) =>
        at < _end && _analysis.Is(at, WordClasses.Weekday) && _analysis.Tokens[at].IsCapitalised
            ? CalendarNames.Weekday(_analysis.TextOf(at))
            : null;

    private DateParts? ReadParts(int at, bool hasWeekday, bool isAfterIn)
    {
        if (MonthAt(at) is > 0 and var month)
            return ReadMonthFirst(at + 1, month, isDayAllowed: hasWeekday || !isAfterIn);
        if (ReadFigures(at) is { } figures)
            return figures;
        if (
            !IsYearMark(at - 1)
            && DayAt(at) is { } day
            && MonthAfterDay(at, out var after, out var endDay, out var days) is > 0 and var trailing
        )
            return new DateParts(ReadYearBehind(ref after), trailing, day, after) { EndDay = endDay, Days = days };
        return !hasWeekday && IsYearAlone(at) && YearAt(at) is { } year
            ? new DateParts(year, null, null, at + 1)
            : null;
    }

    // "March 25, 2022", "June 27,2017", "March 2022". "In April 31 people died": a day of the month stands with "on",
    // "the" or nothing.
    private DateParts? ReadMonthFirst(int at, int month, bool isDayAllowed)
    {
        Skip(ref at, TokenKind.Stop);
        if (isDayAllowed && GluedDayAndYear(at) is { } glued)
            return new DateParts(glued.Year, month, glued.Day, at + 1);
        int? year = null;
        if (isDayAllowed && DayAt(at) is { } day)
        {
            at++;
            var (endDay, days) = ReadMoreDays(ref at);
            ReadYearAfter(ref at, ref year);
            return new DateParts(year, month, day, at) { EndDay = endDay, Days = days };
        }

        Skip(ref at, TokenKind.Comma);
        Skip(ref at, "of");
        return YearAt(at) is { } y ? new DateParts(y, month, null, at + 1) : null;
    }

    // After "25 March": ", 2022", "'22", or two figures alone after a short name of the month.
    private int? ReadYearBehind(ref int after)
    {
        int? year = null;
        var isShort = _analysis.Tokens[after - 1].Length <= 4 && KindAt(after) != TokenKind.Stop;
        var trial = after;
        Skip(ref trial, TokenKind.Stop);
        var afterStop = trial;
        ReadYearAfter(ref trial, ref year);
        if (trial > afterStop)
        {
            after = trial;
            return year;
        }

        var isMarked =
            KindAt(after) is TokenKind.StraightSingleQuote or TokenKind.OpenSingleQuote or TokenKind.CloseSingleQuote
            && KindAt(after + 1) == TokenKind.Number
            && !_analysis.Tokens[after + 1].HasSpaceBefore;
        var figures = isMarked ? after + 1 : after;
        if (!(isMarked || isShort && IsFree(after + 1)) || TwoFiguresAt(figures) is not { } two)
            return null;
        after = figures + 1;
        return TwoDigitYear(two);
    }

    // The mark of "'87": the figures behind it are a year, no day.
    private bool IsYearMark(int at) =>
        KindAt(at) is TokenKind.StraightSingleQuote or TokenKind.OpenSingleQuote or TokenKind.CloseSingleQuote
        && at + 1 < _end
        && !_analysis.Tokens[at + 1].HasSpaceBefore;

    // No noun that the figures before it could count.
    private bool IsFree(int at) =>
        at >= _end
        || KindAt(at)
            is TokenKind.Comma
                or TokenKind.Stop
                or TokenKind.Semicolon
                or TokenKind.CloseBracket
                or TokenKind.Dash
        || _analysis.Is(at, WordClasses.Conjunction | WordClasses.Preposition | WordClasses.SubjectPronoun);

    private int? TwoFiguresAt(int at) =>
        at < _end
        && _analysis.Tokens[at] is { Kind: TokenKind.Number, Length: 2 }
        && int.TryParse(_analysis.TextOf(at), out var figures)
            ? figures
            : null;

    // "25 March 2022 (Friday)", "March 25, a Friday,", "25 March 2022 was a Friday", "25 March falls on a Friday".
    private DayOfWeek? ReadWeekdayBehind(ref int at)
    {
        var trial = at;
        var opening = KindAt(trial);
        var isSaid = IsAny(trial, ["was", "is"]) && IsAny(trial + 1, ["a"]);
        var isFalling = IsAny(trial, ["falls", "fell"]) && Is(trial + 1, "on");
        if (!(opening is TokenKind.OpenBracket or TokenKind.Comma || isSaid || isFalling))
            return null;
        trial += isFalling ? 2 : 1;
        Skip(ref trial, "a");
        if (WeekdayAt(trial) is not { } weekday)
            return null;
        trial++;
        if (opening == TokenKind.OpenBracket)
        {
            Skip(ref trial, TokenKind.Stop);
            if (KindAt(trial) != TokenKind.CloseBracket)
                return null;
            at = trial + 1;
            return weekday;
        }

        // "March 25, Friday, Saturday and Sunday" and "March 25, Friday prayers" name other days and things.
        var isEnd = trial >= _end || KindAt(trial) is TokenKind.Comma or TokenKind.Stop or TokenKind.CloseBracket;
        if (!isEnd || WeekdayAt(trial + 1) is not null)
            return null;
        at = trial;
        return weekday;
    }

    // Of two orders of day and month the one that has the weekday.
    private static DateParts ByWeekday(in DateParts parts, DayOfWeek weekday)
    {
        if (parts is not { IsAmbiguous: true, Year: { } year, Month: { } month, Day: { } day })
            return parts;
        var isAsRead = CalendarMath.Day(year, month, day)?.DayOfWeek == weekday;
        return !isAsRead && CalendarMath.Day(year, day, month)?.DayOfWeek == weekday
            ? parts with
            {
                Month = day,
                Day = month,
                IsAmbiguous = false,
            }
            : parts with
            {
                IsAmbiguous = false,
            };
    }

    // "fiscal 2019", "fiscal year 2019", "FY 2019".
    private bool IsFiscal(int before, out int first)
    {
        first = Is(before, "year") ? before - 1 : before;
        return IsAny(first, ["fiscal", "financial"])
            || first == before && first >= _first && _analysis.TextOf(first) is "FY";
    }

    // A company's or government's year begins and ends as its own rules say: up to a year before or after the
    // calendar's.
    private TimeExpression FiscalYear(int first, int end, int year) =>
        Make(TimeExpressionKind.FiscalYear, first, end) with
        {
            Year = year,
            Unit = TimeUnit.Year,
            Window = new DateInterval(new DateOnly(year - 1, 4, 1), new DateOnly(year + 1, 3, 31)),
        };

    private static DateInterval? WindowOf(TimeExpression expression) =>
        expression switch
        {
            { DateOnly: { } day } => DateInterval.Of(day),
            { Day: null, Year: { } year, Month: { } month and >= 1 and <= 12 } => CalendarMath.Month(year, month),
            { Day: null, Month: null, Year: { } year } => CalendarMath.Years(year, year),
            _ => null,
        };

    // "4-6", "18 to 22", "29, 30 and 31": the last day, and how many are named. The first has been read.
    private (int? EndDay, int Days) ReadMoreDays(ref int at)
    {
        if (
            (
                KindAt(at) is TokenKind.Hyphen or TokenKind.Dash && !_analysis.Tokens[at].HasSpaceBefore
                || IsAny(at, ["to", "through", "till", "until"])
            ) && DayAt(at + 1) is { } last
        )
        {
            at += 2;
            return (last, 2);
        }

        var trial = at;
        var days = 1;
        while (KindAt(trial) == TokenKind.Comma && trial + 1 < _end && DayAt(trial + 1) is not null)
        {
            trial += 2;
            days++;
        }

        Skip(ref trial, TokenKind.Comma);
        if (!IsAny(trial, ["and"]) || DayAt(trial + 1) is not { } end)
            return (null, 1);
        at = trial + 2;
        return (end, days + 1);
    }

    // "next year", "of last year", "this week": -1, 0 or 1, read past.
    private int? ReadOffset(ref int at, string unit)
    {
        var trial = at;
        Skip(ref trial, "of");
        if (!Is(trial + 1, unit) || !IsAny(trial, ["last", "this", "next"]))
            return null;
        at = trial + 2;
        return Is(trial, "last") ? -1
            : Is(trial, "next") ? 1
            : 0;
    }

    // "Monday to Friday, 18–22 March", "Friday, Saturday and Sunday, March 29, 30 and 31": the first weekday is that of
    // the first day. Weekdays that are more than the days are no couple.
    private DayOfWeek? FirstWeekday(int at, DayOfWeek weekday, int days, bool isList)
    {
        var first = weekday;
        var count = 1;
        while (
            (
                KindAt(at - 1) is TokenKind.Hyphen or TokenKind.Dash or TokenKind.Comma
                || IsAny(at - 1, ["to", "and", "through", "till", "until", "or"])
            )
            && _analysis.Is(at - 2, WordClasses.Weekday)
            && CalendarNames.Weekday(_analysis.TextOf(at - 2)) is { } before
        )
        {
            (first, count) = (before, count + 1);
            at -= 2;
        }

        return count == 1 ? weekday
            : isList && (days == count || days == 2) ? first
            : null;
    }

    // "The Mail on Sunday, 3 March": a paper's name.
    private bool IsNewspaper(int weekday) =>
        IsAny(weekday - 1, ["on"])
        && weekday - 2 >= _first
        && _analysis.TextOf(weekday - 2) is "Mail" or "Independent" or "Scotland" or "Wales";

    private void ReadYearAfter(ref int at, ref int? year)
    {
        var trial = at;
        Skip(ref trial, TokenKind.Comma);
        Skip(ref trial, "in");
        Skip(ref trial, "of");
        if (trial < _end && YearAt(trial) is { } y)
            (year, at) = (y, trial + 1);
    }

    private int MonthAt(int at) =>
        at < _end
        && _analysis.Tokens[at] is { Kind: TokenKind.Word, IsCapitalised: true }
        && _analysis.Is(at, WordClasses.Month)
            ? CalendarNames.Month(_analysis.TextOf(at))
            : 0;

    private int MonthAfterDay(int day, out int after, out int? endDay, out int days)
    {
        after = day + 1;
        (endDay, days) = ReadMoreDays(ref after);
        Skip(ref after, "of");
        var month = MonthAt(after);
        after++;
        return month;
    }

    // One or two digits, or an ordinal; not the hour of "May 5pm" nor the decimal of "March 3.5".
    private int? DayAt(int at)
    {
        if (at >= _end)
            return null;
        ref readonly var token = ref _analysis.Tokens[at];
        if (token.Kind != TokenKind.Number)
            return null;
        var text = _analysis.TextOf(token);
        if ((token.Traits & TokenTraits.Ordinal) != 0)
            text = text[..^2];
        if (text.Length > 2 || !int.TryParse(text, out var day) || day == 0)
            return null;
        // "Sept 11:30", "May 7%".
        return
            at + 1 < _end
            && _analysis.Tokens[at + 1] is { HasSpaceBefore: false } next
            && (
                next.Kind == TokenKind.Colon
                    && KindAt(at + 2) == TokenKind.Number
                    && !_analysis.Tokens[at + 2].HasSpaceBefore
                || _analysis.TextOf(next) is "%" or "/"
            )
            ? null
            : day;
    }

    private int? YearAt(int at)
    {
        if (at >= _end)
            return null;
        ref readonly var token = ref _analysis.Tokens[at];
        return
            token is { Kind: TokenKind.Number, Length: 4 }
            && int.TryParse(_analysis.TextOf(token), out var year)
            && year is >= 1000 and <= 2199
            ? year
            : null;
    }

    // "in 2016", "the 2016 election"; not "$2000", "2016 people", "2,016" or "0845 2016".
    private bool IsYearAlone(int at)
    {
        if (YearAt(at) is not (>= 1900 and <= 2099))
            return false;
        var tokens = _analysis.Tokens;
        if (
            at > 0
            && (
                !tokens[at].HasSpaceBefore && tokens[at - 1].Kind is TokenKind.Symbol or TokenKind.Stop
                || KindAt(at - 1) == TokenKind.Number && tokens[at - 1].Length > 2
            )
        )
            return false;
        if (at + 1 < _end && TimeWords.Counted.Has(_analysis.TextOf(at + 1)))
            return false;
        return !(at + 1 < _end && tokens[at + 1].Kind == TokenKind.Symbol && !tokens[at + 1].HasSpaceBefore);
    }
}
