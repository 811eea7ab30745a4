using Copylint.Analysis.Figures;
using Copylint.Calendar;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <content>What is counted in units: "two weeks ago", "last month", "for three days", "the third quarter of 2021".</content>
internal sealed partial class TimeExpressionReader
{
    private TimeExpression? ReadUnit(int at)
    {
        if (TimeWords.UnitOf(_analysis.TextOf(at)) is not { } unit)
            return null;
        var end = at + 1;
        var scale = IsAny(at, ["fortnight", "fortnights"]) ? 2 : 1;
        var before = KindAt(at - 1);
        if (before is not (TokenKind.Word or TokenKind.Number or TokenKind.Hyphen))
            return null;
        // "last week", "next month", "this fiscal year", "earlier this week", "later this month", "the past two years".
        var first =
            unit == TimeUnit.Year && IsAny(at - 1, ["fiscal", "financial", "calendar", "school"]) ? at - 2 : at - 1;
        if (IsAny(first, ["last", "this", "next", "past", "previous", "coming", "current"]))
        {
            var relation =
                IsIn(first, TimeWords.Back) ? TimeRelation.Last
                : IsIn(first, TimeWords.Forth) ? TimeRelation.Next
                : TimeRelation.This;
            if (Is(first, "past") && !Is(first - 1, "the"))
                return null;
            if (relation == TimeRelation.This && IsAny(first - 1, ["earlier", "later"]))
            {
                relation = Is(first - 1, "earlier") ? TimeRelation.Earlier : TimeRelation.Later;
                first--;
            }

            return unit == TimeUnit.Hour
                ? null
                : Make(TimeExpressionKind.Relative, first, end) with
                {
                    Unit = unit,
                    Relation = relation,
                };
        }

        var ordinal = KindAt(at - 1) == TokenKind.Hyphen ? at - 2 : at - 1;
        if (unit == TimeUnit.Quarter && OrdinalAt(ordinal) is >= 1 and <= 4 and var quarter)
        {
            int? year = null;
            ReadYearAfter(ref end, ref year);
            return Make(TimeExpressionKind.Quarter, ordinal, end) with
            {
                Amount = quarter,
                Unit = unit,
                Year = year,
                Confidence = 0.7,
                Window = year is null ? null : TimeResolver.Quarter(year.Value, quarter),
            };
        }

        if (unit == TimeUnit.Century && OrdinalAt(ordinal) is >= 1 and <= 30 and var century)
            return Make(TimeExpressionKind.Century, ordinal, end) with
            {
                Amount = century,
                Window = CalendarMath.Years((century - 1) * 100 + 1, century * 100),
            };

        var numberEnd = KindAt(at - 1) == TokenKind.Hyphen ? at - 2 : at - 1;
        if (
            numberEnd < _first
            || Numbers.ValueEndingAt(_analysis, numberEnd, out var numberFirst) is not { } value
            || numberFirst < _first
            || IsOrdinal(numberEnd)
            || value is <= 0 or > 100_000
        )
            return ReadVague(at, unit);
        value *= scale;
        var start = numberFirst;
        var approximation = ApproximationBefore(ref start);
        if (Is(end, "ago") || IsAny(end, ["earlier", "before"]) && IsClauseEnd(end + 1))
            return Elapsed(start, end + 1, Is(end, "ago") ? TimeRelation.Ago : TimeRelation.None);
        if (Is(end, "from") && Is(end + 1, "now"))
            return Elapsed(start, end + 2, TimeRelation.FromNow);
        if (IsIn(start - 1, TimeWords.Back) && Is(start - 2, "the"))
            return Elapsed(start - 1, end, TimeRelation.Last);
        if (IsIn(start - 1, TimeWords.Forth) && Is(start - 2, "the"))
            return Elapsed(start - 1, end, TimeRelation.Next);
        if (ReadYearElapsed(start, end, value, unit, approximation) is { } elapsed)
            return elapsed;
        // "a quarter of them" is no time.
        if (unit == TimeUnit.Quarter)
            return null;
        // "in two weeks" looks ahead with a future verb; "in two years the price doubled" does not.
        return Make(TimeExpressionKind.Duration, start, end) with
        {
            Amount = value,
            Unit = unit,
            Approximation = approximation,
        };

        TimeExpression Elapsed(int from, int to, TimeRelation relation) =>
            Make(TimeExpressionKind.Relative, from, to) with
            {
                Amount = value,
                Unit = unit,
                Relation = relation,
                Approximation = approximation,
            };
    }

    // "several days", "recent weeks", "the next few months", "for years": a length without a number.
    private TimeExpression? ReadVague(int at, TimeUnit unit)
    {
        if (!_analysis.TextOf(at).EndsWith("s", StringComparison.Ordinal) || unit == TimeUnit.Quarter)
            return null;
        var first = at;
        if (first > _first && TimeWords.Vague.Has(_analysis.TextOf(first - 1)))
            first--;
        if (first < at && IsAny(first - 1, ["past", "last", "next", "a", "coming"]))
            first--;
        var isPrepared = first < at || at > _first && TimeWords.BeforeLength.Has(_analysis.TextOf(at - 1));
        return isPrepared
            ? Make(TimeExpressionKind.Duration, first, at + 1) with
            {
                Unit = unit,
                Approximation = Approximation.About,
            }
            : null;
    }

    private bool IsClauseEnd(int at) =>
        at >= _end || KindAt(at) is TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon or TokenKind.Dash;

    // "ten years after the 2011 tsunami", "five years since 2016": counted from a year that is written.
    private TimeExpression? ReadYearElapsed(
        int start,
        int end,
        double value,
        TimeUnit unit,
        Approximation approximation
    )
    {
        if (unit is not (TimeUnit.Year or TimeUnit.Decade) || !IsAny(end, ["after", "since"]) || IsRate(start, end))
            return null;
        var at = end + 1;
        for (var limit = Math.Min(_end, at + 3); at < limit; at++)
        {
            if (KindAt(at) is not (TokenKind.Word or TokenKind.Number or TokenKind.Clitic))
                return null;
            if (IsYearAlone(at) && YearAt(at) is { } year)
                return Make(TimeExpressionKind.YearElapsed, start, at + 1) with
                {
                    Year = year,
                    Amount = value,
                    Unit = unit,
                    Approximation = approximation,
                };
        }

        return null;
    }

    // "200 pct a year since 1981", "500 homes a year after the 2011 tsunami": so much in each year.
    private bool IsRate(int start, int end) =>
        IsAny(start, ["a", "per", "each", "every", "one"])
        && (
            IsAny(end, ["since"]) && start > _first
            || KindAt(start - 1) == TokenKind.Number
            || start > _first && _analysis.PartOfSpeechAt(start - 1) == PartOfSpeech.Noun
            || IsAny(start - 1, ["pct", "percent", "cent", "times", "once", "twice"])
        );

    // Moves the start over "more than", "about" and the like.
    private Approximation ApproximationBefore(ref int start)
    {
        if (IsAny(start - 1, ["than"]) && IsAny(start - 2, ["more", "less", "fewer"]))
        {
            start -= 2;
            return Is(start, "more") ? Approximation.MoreThan : Approximation.LessThan;
        }

        var found =
            IsAny(start - 1, ["over"]) ? Approximation.MoreThan
            : IsAny(start - 1, ["nearly", "almost", "barely", "under"]) ? Approximation.LessThan
            : IsAny(start - 1, ["about", "around", "roughly", "some", "approximately"]) ? Approximation.About
            : Approximation.Exact;
        if (found != Approximation.Exact)
            start--;
        return found;
    }

    private bool IsOrdinal(int token) =>
        token >= _first
        && token < _end
        && (
            (_analysis.Tokens[token].Traits & TokenTraits.Ordinal) != 0 || _analysis.Is(token, WordClasses.OrdinalWord)
        );

    private int? OrdinalAt(int token) =>
        IsOrdinal(token) && Numbers.Value(_analysis.TextOf(token), _analysis.Tokens[token]) is { } value
            ? (int)value
            : null;
}
