using Copylint.Analysis.Figures;
using Copylint.Calendar;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <content>Weekdays, months, seasons, decades and times of day by their names.</content>
internal sealed partial class TimeExpressionReader
{
    // "The twenties", in copy of the last century and this one's first quarter.
    private const int FirstDecade = 1920;

    private TimeExpression? ReadWeekday(int at)
    {
        // An abbreviation alone is too often something else.
        if (
            !_analysis.Is(at, WordClasses.Weekday)
            || _analysis.Tokens[at].Length < 6
            || CalendarNames.Weekday(_analysis.TextOf(at)) is not { } weekday
        )
            return null;
        var relation = RelationBefore(at, out var first);
        var end = at + 1;
        if (IsIn(end, TimeWords.DayParts))
            end++;
        else if (relation == TimeRelation.None)
            first = EarlyOrLate(at);
        var offset = relation == TimeRelation.None ? ReadOffset(ref end, "week") : null;
        return Make(TimeExpressionKind.Weekday, first, end) with
        {
            Weekday = weekday,
            Relation = relation,
            Offset = offset,
        };
    }

    // "early Monday", "the early hours of Monday": where it begins.
    private int EarlyOrLate(int at)
    {
        if (IsAny(at - 1, ["early", "late"]))
            return at - 1;
        if (!(Is(at - 1, "of") && Is(at - 2, "hours") && IsAny(at - 3, ["early", "small"])))
            return at;
        return Is(at - 4, "the") ? at - 4 : at - 3;
    }

    // "this morning", "last night", "the nineties", "Q3 2021".
    private TimeExpression? ReadTimeName(int at)
    {
        var text = _analysis.TextOf(at);
        if (text.Length == 2)
            return ReadQuarterName(at, text[1] - '0');
        if (TimeWords.Decades.IndexOf(text) is >= 0 and var place)
            return Is(at - 1, "the") && IsIn(at - 2, TimeWords.BeforeMonth)
                ? Make(TimeExpressionKind.Decade, at, at + 1) with
                {
                    Year = FirstDecade + 10 * place,
                    Window = CalendarMath.Years(FirstDecade + 10 * place, FirstDecade + 10 * place + 9),
                    Confidence = 0.7,
                }
                : null;
        var isLastNight = Is(at, "night") && Is(at - 1, "last");
        return isLastNight || Is(at - 1, "this") && !Is(at, "night")
            ? Make(TimeExpressionKind.RelativeDay, at - 1, at + 1) with
            {
                DayOffset = isLastNight ? -1 : 0,
            }
            : null;
    }

    private TimeExpression ReadQuarterName(int at, int quarter)
    {
        var end = at + 1;
        int? year = null;
        ReadYearAfter(ref end, ref year);
        return Make(TimeExpressionKind.Quarter, at, end) with
        {
            Amount = quarter,
            Unit = TimeUnit.Quarter,
            Year = year,
            Confidence = 0.7,
            Window = year is null ? null : TimeResolver.Quarter(year.Value, quarter),
        };
    }

    private TimeExpression? ReadMonth(int at)
    {
        var month = MonthAt(at);
        if (month == 0)
            return null;
        var relation = RelationBefore(at, out var first);
        var prepared =
            at > _first && TimeWords.BeforeMonth.Has(_analysis.TextOf(at - 1)) || KindAt(at - 1) == TokenKind.Hyphen;
        var end = at + 1;
        var offset = relation == TimeRelation.None ? ReadOffset(ref end, "year") : null;
        // "May", "March" and "August" are words too, and "Jan" and "April" are people.
        if (relation == TimeRelation.None && !prepared && offset is null)
            return null;
        if (IsAny(at - 1, ["of", "to", "from"]) && month is 3 or 5 || _analysis.Tokens[at].Length == 3 && month != 5)
            return null;
        var kind = Is(at - 1, "since") ? TimeExpressionKind.Since : TimeExpressionKind.Month;
        return Make(kind, first, end) with
        {
            Month = month,
            Relation = relation,
            Offset = offset,
            Confidence = offset is null ? 0.8 : 1,
        };
    }

    private TimeRelation RelationBefore(int at, out int first)
    {
        first = at - 1;
        if (IsIn(at - 1, TimeWords.Back))
            return TimeRelation.Last;
        if (IsIn(at - 1, TimeWords.Forth))
            return TimeRelation.Next;
        if (Is(at - 1, "this"))
            return TimeRelation.This;
        first = at;
        return TimeRelation.None;
    }

    // "5pm", "11:30 a.m.", "2000 GMT", "noon" is left to the reader.
    private TimeExpression? ReadClock(int at)
    {
        var end = at + 1;
        if (
            KindAt(at + 1) == TokenKind.Colon
            && KindAt(at + 2) == TokenKind.Number
            && !_analysis.Tokens[at + 2].HasSpaceBefore
        )
            end = at + 3;
        var last = _analysis.TextOf(end - 1);
        if (
            last.EndsWith("am", StringComparison.OrdinalIgnoreCase)
            || last.EndsWith("pm", StringComparison.OrdinalIgnoreCase)
        )
            return Make(TimeExpressionKind.TimeOfDay, at, end);
        if (IsAny(end, ["a.m.", "p.m.", "am", "pm", "GMT", "EST", "EDT", "BST", "PST", "CET", "UTC"]))
            return Make(TimeExpressionKind.TimeOfDay, at, end + 1);
        if (IsAny(end, ["o'clock", "o’clock"]))
            return Make(TimeExpressionKind.TimeOfDay, at, end + 1);
        return
            end == at + 3
            && IsAny(at - 1, ["at", "by", "around", "until", "from", "before", "after"])
            && _analysis.TextOf(at + 2).Length == 2
            ? Make(TimeExpressionKind.TimeOfDay, at, end)
            : null;
    }

    private TimeExpression? ReadDecade(int at)
    {
        var text = _analysis.TextOf(at);
        if (!text.EndsWith("s", StringComparison.Ordinal) || !int.TryParse(text[..^1], out var year) || year % 10 != 0)
            return null;
        // "the 1800s": a century more often than ten years, up to the last one.
        if (text.Length == 5 && year is >= 1500 and < 1900 && year % 100 == 0)
            return Make(TimeExpressionKind.Century, at, at + 1) with
            {
                Amount = year / 100 + 1,
                Window = CalendarMath.Years(year, year + 99),
            };
        if (text.Length == 5 && year is >= 1500 and <= 2090)
            return Make(TimeExpressionKind.Decade, at, at + 1) with
            {
                Year = year,
                Window = CalendarMath.Years(year, year + 9),
            };
        // "the '80s"
        return
            text.Length == 3
            && year is >= 20 and <= 90
            && (
                KindAt(at - 1)
                is TokenKind.StraightSingleQuote
                    or TokenKind.OpenSingleQuote
                    or TokenKind.CloseSingleQuote
            )
            ? Make(TimeExpressionKind.Decade, at - 1, at + 1) with
            {
                Year = 1900 + year,
                Window = CalendarMath.Years(1900 + year, 1909 + year),
                Confidence = 0.8,
            }
            : null;
    }

    private TimeExpression ReadRelativeDay(int at)
    {
        var first = at;
        var offset =
            Is(at, "yesterday") ? -1
            : Is(at, "tomorrow") ? 1
            : 0;
        var end = at + 1;
        if (Is(at, "yesterday") && Is(at - 1, "before") && IsAny(at - 2, ["day"]))
            (offset, first) = (-2, at - 2);
        if (offset != 0 && IsIn(end, TimeWords.DayParts))
            end++;
        return Make(TimeExpressionKind.RelativeDay, first, end) with { DayOffset = offset };
    }

    private TimeExpression? ReadSeason(int at)
    {
        var month =
            Is(at, "spring") ? 3
            : Is(at, "summer") ? 6
            : Is(at, "autumn") || Is(at, "fall") ? 9
            : 12;
        var relation = RelationBefore(at, out var first);
        var end = at + 1;
        int? year = null;
        ReadYearAfter(ref end, ref year);
        if (year is not null)
            return Make(TimeExpressionKind.Season, first, end) with
            {
                Year = year,
                Month = month,
                Window = TimeResolver.Season(year.Value, month),
            };
        // "fall" and "spring" are verbs too; only "last fall", "in the summer" and the like are times.
        if (relation == TimeRelation.None && !(Is(at - 1, "the") && IsIn(at - 2, TimeWords.BeforeMonth)))
            return null;
        return Make(TimeExpressionKind.Season, first, at + 1) with
        {
            Month = month,
            Relation = relation,
            Confidence = 0.7,
        };
    }
}
