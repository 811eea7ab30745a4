using Copylint.Analysis.Figures;
using Copylint.Calendar;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <content>Holidays and events, from the lexicons.</content>
internal sealed partial class TimeExpressionReader
{
    private void ReadHoliday(in LexiconMatch match)
    {
        Enter(match.FirstToken);
        var relation = RelationBefore(match.FirstToken, out var first);
        var end = match.EndToken;
        int? year = null;
        ReadYearAfter(ref end, ref year);
        var window =
            year is { } y && Holidays.DayOf(match.Entry.Tag!, y) is { } day
                ? DateInterval.Of(day)
                : (DateInterval?)null;
        _found.Add(
            Make(TimeExpressionKind.Holiday, first, end) with
            {
                Holiday = match.Entry.Tag,
                Year = year,
                Relation = relation,
                Window = window,
                Confidence = 0.9,
            }
        );
    }

    private static bool IsConnective(ReadOnlySpan<char> text) =>
        text is "of" or "into" or "after" or "since" or "before" or "from";

    // "the 30th day of the invasion of Ukraine", "day 30 of …", "more than a month into Russia's invasion", "two years
    // after …", "the third anniversary of …", "the eve of …".
    private void ReadEvent(in LexiconMatch match, NewsEvent newsEvent)
    {
        Enter(match.FirstToken);
        var at = match.FirstToken - 1;
        // Words between the connective and the event's name: "Russia's full-scale" invasion.
        var limit = Math.Max(_first, at - 5);
        while (
            at >= limit
            && !IsConnective(_analysis.TextOf(at))
            && KindAt(at) is TokenKind.Word or TokenKind.Clitic or TokenKind.Hyphen
        )
            at--;
        if (at < _first || !IsConnective(_analysis.TextOf(at)))
            return;
        var connective = at--;
        var isOf = Is(connective, "of");
        // "day 30 of"
        if (
            isOf
            && KindAt(at) == TokenKind.Number
            && Is(at - 1, "day")
            && Numbers.Value(_analysis.TextOf(at), _analysis.Tokens[at]) is { } number
        )
        {
            AddCounted(newsEvent, at - 1, match.EndToken, number, TimeUnit.Day);
            return;
        }

        if (
            isOf
            && Is(at, "anniversary")
            && Numbers.ValueEndingAt(_analysis, at - 1, out var firstOfNumber) is { } years
            && IsOrdinal(at - 1)
        )
        {
            var day = CalendarMath.Add(newsEvent.Start, years, TimeUnit.Year);
            _found.Add(
                Make(TimeExpressionKind.Anniversary, firstOfNumber, match.EndToken) with
                {
                    Event = newsEvent,
                    Amount = years,
                    Unit = TimeUnit.Year,
                    Window = DateInterval.Of(day),
                }
            );
            return;
        }

        if (isOf && Is(at, "eve"))
        {
            _found.Add(
                Make(TimeExpressionKind.EventDay, at, match.EndToken) with
                {
                    Event = newsEvent,
                    Amount = 0,
                    Unit = TimeUnit.Day,
                    Window = DateInterval.Of(newsEvent.Start.AddDays(-1)),
                }
            );
            return;
        }

        if (
            at < _first
            || TimeWords.UnitOf(_analysis.TextOf(at)) is not { } unit
            || at == _first
            || Numbers.ValueEndingAt(_analysis, at - 1, out var first) is not { } value
            || value is < 1 or > 1000
            || first < _first
        )
            return;
        if (IsOrdinal(at - 1) || isOf)
        {
            if (IsOrdinal(at - 1) && (isOf || Is(connective, "into")))
                AddCounted(newsEvent, first, match.EndToken, value, unit);
            return;
        }

        var approximation = ApproximationBefore(ref first);
        var (low, high) = approximation switch
        {
            Approximation.MoreThan => (value, 1.9 * value),
            Approximation.LessThan => (0.8 * value, value),
            Approximation.About => (0.75 * value, 1.25 * value + 1),
            _ => (value, value + 1),
        };
        var isBefore = Is(connective, "before");
        if (Is(connective, "from"))
            return;
        var window = isBefore
            ? new DateInterval(
                CalendarMath.Add(newsEvent.Start, -high, unit),
                CalendarMath.Add(newsEvent.Start, -low, unit)
            )
            : new DateInterval(
                CalendarMath.Add(newsEvent.Start, low, unit),
                CalendarMath.Add(newsEvent.Start, high, unit).AddDays(high > value ? 0 : 1)
            );
        _found.Add(
            Make(TimeExpressionKind.EventElapsed, first, match.EndToken) with
            {
                Event = newsEvent,
                Amount = isBefore ? -value : value,
                Unit = unit,
                Approximation = approximation,
                Window = window,
            }
        );
    }

    private void AddCounted(NewsEvent newsEvent, int first, int end, double number, TimeUnit unit)
    {
        if (number < 1 || number != Math.Floor(number))
            return;
        // Both conventions count: the first day as day one, or as day nought.
        var window =
            unit == TimeUnit.Day
                ? new DateInterval(newsEvent.Start.AddDays((int)number - 1), newsEvent.Start.AddDays((int)number))
                : new DateInterval(
                    CalendarMath.Add(newsEvent.Start, number - 1, unit),
                    CalendarMath.Add(newsEvent.Start, number, unit)
                );
        _found.Add(
            Make(TimeExpressionKind.EventDay, first, end) with
            {
                Event = newsEvent,
                Amount = number,
                Unit = unit,
                Window = window,
            }
        );
    }
}
