using Copylint.Analysis.Figures;
using Copylint.Calendar;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <summary>
/// Reads expressions of time from the tokens. It looks only where a number, a month, a weekday, a unit of time, a
/// season, a word such as "yesterday", or an entry of
/// the lexicons of holidays and events stands, and reads the words around it.
/// </summary>
internal sealed class TimeExpressionReader
{
    private readonly DocumentAnalysis _analysis;
    private readonly List<TimeExpression> _found = [];
    private int _sentence;
    private int _first;
    private int _end;

    private TimeExpressionReader(DocumentAnalysis analysis) => _analysis = analysis;

    public static IReadOnlyList<TimeExpression> Read(DocumentAnalysis analysis)
    {
        var reader = new TimeExpressionReader(analysis);
        reader.ReadTokens();
        var (holidays, events) = (analysis.Resources.HolidaysLexicon, analysis.Resources.Events);
        foreach (ref readonly var match in analysis.MatchSpan)
        {
            if (match.Lexicon == holidays)
                reader.ReadHoliday(match);
            else if (match.Lexicon == events.Lexicon && events.Of(match) is { } newsEvent)
                reader.ReadEvent(match, newsEvent);
        }

        reader._found.Sort(
            (a, b) => a.Tokens.First != b.Tokens.First ? a.Tokens.First - b.Tokens.First : b.Tokens.End - a.Tokens.End
        );
        // "more than a month" inside "more than a month into the invasion" says less than the whole.
        var kept = new List<TimeExpression>(reader._found.Count);
        foreach (var expression in reader._found)
        {
            if (kept.Count == 0 || expression.Tokens.First >= kept[^1].Tokens.End)
                kept.Add(expression);
            else if (expression.Event is not null && kept[^1].Event is null)
                kept[^1] = expression;
        }

        return kept;
    }

    private void ReadTokens()
    {
        var triggers = _analysis.TimeTriggers;
        var done = -1;
        _sentence = -1;
        _end = 0;
        for (var t = 0; t < triggers.Count; t++)
        {
            var i = triggers[t];
            if (i <= done)
                continue;
            Enter(i);
            if (ReadAt(i) is not { } expression)
                continue;
            // What begins before the trigger ("two weeks ago") replaces what was read from its first words ("two").
            while (_found.Count > 0 && _found[^1].Tokens.End > expression.Tokens.First)
            {
                if (
                    _found[^1].Tokens.First <= expression.Tokens.First
                    && _found[^1].Tokens.End >= expression.Tokens.End
                )
                    break;
                _found.RemoveAt(_found.Count - 1);
            }

            if (_found.Count == 0 || _found[^1].Tokens.End <= expression.Tokens.First)
                _found.Add(expression);
            done = Math.Max(i, expression.Tokens.End - 1);
        }
    }

    private void Enter(int token)
    {
        if (token < _end && token >= _first && _sentence >= 0)
            return;
        var sentences = _analysis.Sentences;
        if (_sentence < 0 || token < _first)
            _sentence = _analysis.SentenceAt(token);
        while (_sentence + 1 < sentences.Count && sentences[_sentence + 1].FirstToken <= token)
            _sentence++;
        _first = _analysis.Sentences[_sentence].FirstToken;
        _end = _analysis.Sentences[_sentence].EndToken;
    }

    private TimeExpression? ReadAt(int i)
    {
        ref readonly var token = ref _analysis.Tokens[i];
        if (token.Kind == TokenKind.Number)
            return char.IsAsciiDigit(_analysis.Document.Text[token.Start]) && CanBeTime(i)
                ? ReadDate(i) ?? ReadClock(i) ?? ReadDecade(i)
                : null;
        var classes = _analysis.Vocabulary.Classes(token.WordId);
        if ((classes & (WordClasses.Month | WordClasses.Weekday)) != 0 && token.IsCapitalised)
            return ReadDate(i) ?? ReadWeekday(i) ?? ReadMonth(i);
        if ((classes & WordClasses.RelativeDay) != 0)
            return ReadRelativeDay(i);
        if ((classes & WordClasses.TimeUnit) != 0)
            return ReadUnit(i);
        if ((classes & WordClasses.PresentTime) != 0)
            return Make(TimeExpressionKind.Present, i, i + 1);
        return (classes & WordClasses.Season) != 0 ? ReadSeason(i) : null;
    }

    // Most numbers are none of a date, a time of day or a year: a short one needs a month, a mark or one of a few words
    // after it.
    private bool CanBeTime(int at)
    {
        ref readonly var token = ref _analysis.Tokens[at];
        var last = _analysis.Document.Text[token.End - 1];
        if (token.Length == 4 && char.IsAsciiDigit(last) || last is 's' or 'm')
            return true;
        if (token.Length > 4)
            return false;
        return KindAt(at + 1) switch
        {
            TokenKind.Word => _analysis.Is(at + 1, WordClasses.Month)
                || _analysis.Document.Text[_analysis.Tokens[at + 1].Start]
                    is 'a'
                        or 'p'
                        or 'o'
                        or 'G'
                        or 'E'
                        or 'B'
                        or 'P'
                        or 'C'
                        or 'U',
            TokenKind.Symbol or TokenKind.Colon or TokenKind.Hyphen or TokenKind.Dash => true,
            _ => false,
        };
    }

    private bool Is(int token, string word) => token >= _first && token < _end && Is(_analysis.TextOf(token), word);

    // In lower case, or with a capital at its start.
    private static bool Is(ReadOnlySpan<char> text, string word) =>
        text.Length == word.Length
        && (text[0] == word[0] || (text[0] | 0x20) == word[0])
        && text[1..].SequenceEqual(word.AsSpan(1));

    private bool IsAny(int token, ReadOnlySpan<string> words)
    {
        if (token < _first || token >= _end)
            return false;
        var text = _analysis.TextOf(token);
        foreach (var word in words)
        {
            if (Is(text, word))
                return true;
        }

        return false;
    }

    private TokenKind KindAt(int token) =>
        token >= _first && token < _end ? _analysis.Tokens[token].Kind : TokenKind.Symbol;

    private TimeExpression Make(TimeExpressionKind kind, int first, int end)
    {
        var range = new TokenRange(first, end);
        return new TimeExpression
        {
            Kind = kind,
            Span = _analysis.SpanOf(range),
            Tokens = range,
            Sentence = _sentence,
        };
    }

    private void Skip(ref int at, TokenKind kind)
    {
        if (KindAt(at) == kind)
            at++;
    }

    private void Skip(ref int at, string word)
    {
        if (Is(at, word))
            at++;
    }

    // ---- Days of the calendar

    private TimeExpression? ReadDate(int first)
    {
        var at = first;
        DayOfWeek? weekday = null;
        if (
            _analysis.Is(at, WordClasses.Weekday)
            && _analysis.Tokens[at].IsCapitalised
            && CalendarNames.Weekday(_analysis.TextOf(at)) is { } named
        )
        {
            if (IsNewspaper(at))
                return null;
            weekday = named;
            at++;
            // "Tuesday's June 7 primary" couples no weekday to the date for certain.
            if (KindAt(at) == TokenKind.Clitic)
                return null;
            Skip(ref at, TokenKind.Stop);
            Skip(ref at, TokenKind.Comma);
            Skip(ref at, "the");
            Skip(ref at, "on");
        }

        if (at >= _end)
            return null;
        int? year = null,
            month = null,
            day = null;
        var confidence = 1.0;
        int? endDay = null;
        var days = 1;
        if (MonthAt(at) is > 0 and var leading)
        {
            month = leading;
            at++;
            Skip(ref at, TokenKind.Stop);
            // "In April 31 people died": a day of the month stands with "on", "the" or nothing.
            if (at < _end && DayAt(at) is { } number && !(weekday is null && Is(first - 1, "in")))
            {
                day = number;
                at++;
                (endDay, days) = ReadMoreDays(ref at);
                ReadYearAfter(ref at, ref year);
            }
            else
            {
                var beforeYear = at;
                Skip(ref at, TokenKind.Comma);
                Skip(ref at, "of");
                if (at < _end && YearAt(at) is { } y)
                    (year, at) = (y, at + 1);
                else
                    at = beforeYear;
            }
        }
        else if (weekday is null && IsoAt(at) is { } iso)
        {
            (year, month, day) = iso;
            at += 5;
        }
        else if (weekday is null && SlashedAt(at) is { } slashed)
        {
            (year, month, day) = (slashed.Year, slashed.Month, slashed.Day);
            confidence = slashed.IsAmbiguous ? 0.5 : 1;
            at = slashed.End;
        }
        else if (
            at < _end
            && DayAt(at) is { } number
            && MonthAfterDay(at, out var afterMonth, out endDay, out days) is > 0 and var trailing
        )
        {
            day = number;
            month = trailing;
            at = afterMonth;
            var afterStop = at;
            Skip(ref afterStop, TokenKind.Stop);
            var trial = afterStop;
            ReadYearAfter(ref trial, ref year);
            at = trial > afterStop ? trial : at;
        }
        else if (weekday is null && IsYearAlone(at) && YearAt(at) is { } alone)
        {
            year = alone;
            at++;
        }

        if (day is null && year is null)
            return null;
        var kind =
            day is not null ? TimeExpressionKind.Date
            : month is not null ? TimeExpressionKind.Month
            : TimeExpressionKind.Year;
        var relation = TimeRelation.None;
        if (kind == TimeExpressionKind.Date && year is null && IsAny(first - 1, ["last", "next", "this"]))
            relation =
                Is(first - 1, "last") ? TimeRelation.Last
                : Is(first - 1, "next") ? TimeRelation.Next
                : TimeRelation.This;
        int? offset = null;
        if (year is null && month is not null)
            offset = ReadOffset(ref at, "year");
        if (weekday is not null)
            weekday = FirstWeekday(first, weekday.Value, days, endDay is not null);
        var expression = Make(kind, first, at) with
        {
            Year = year,
            Month = month,
            Day = day,
            EndDay = endDay,
            Offset = offset,
            Weekday = weekday,
            Confidence = confidence,
            Relation = relation,
        };
        if (kind is TimeExpressionKind.Year or TimeExpressionKind.Month && Is(first - 1, "since"))
            expression = expression with { Kind = TimeExpressionKind.Since };
        return expression with { Window = WindowOf(expression) };
    }

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

    private (int Year, int Month, int Day)? IsoAt(int at)
    {
        if (at + 4 >= _end || YearAt(at) is not { } year)
            return null;
        var tokens = _analysis.Tokens;
        return
            tokens[at + 1].Kind == TokenKind.Hyphen
            && tokens[at + 3].Kind == TokenKind.Hyphen
            && tokens[at + 2].Length == 2
            && int.TryParse(_analysis.TextOf(at + 2), out var month)
            && tokens[at + 4].Length == 2
            && int.TryParse(_analysis.TextOf(at + 4), out var day)
            ? (year, month, day)
            : null;
    }

    // "03/04/2022", "3.4.22": month first in American copy, day first elsewhere; where both are possible the document's
    // language decides.
    private (int Year, int Month, int Day, bool IsAmbiguous, int End)? SlashedAt(int at)
    {
        if (
            at + 4 >= _end
            || KindAt(at) != TokenKind.Number
            || KindAt(at + 2) != TokenKind.Number
            || KindAt(at + 4) != TokenKind.Number
        )
            return null;
        if (
            _analysis.TextOf(at + 1) is not "/"
            || _analysis.TextOf(at + 3) is not "/"
            || _analysis.Tokens[at + 2].HasSpaceBefore
            || _analysis.Tokens[at + 4].HasSpaceBefore
        )
            return null;
        if (
            !int.TryParse(_analysis.TextOf(at), out var a)
            || !int.TryParse(_analysis.TextOf(at + 2), out var b)
            || !int.TryParse(_analysis.TextOf(at + 4), out var c)
        )
            return null;
        var digits = _analysis.Tokens[at + 4].Length;
        if (_analysis.Tokens[at].Length == 4)
            return a is >= 1000 and <= 2199 && b is >= 1 and <= 12 && c is >= 1 and <= 31
                ? (a, b, c, false, at + 5)
                : null;
        if (digits is not (2 or 4) || a is < 1 or > 31 || b is < 1 or > 31 || (a > 12 && b > 12))
            return null;
        var year = digits == 4 ? c : TwoDigitYear(c);
        var dayFirst =
            a > 12
            || (
                b <= 12
                && _analysis.Document.Metadata[MetadataKey.Language]?.Value is { } language
                && !language.EndsWith("US", StringComparison.OrdinalIgnoreCase)
                && language.Length > 2
            );
        return dayFirst ? (year, b, a, a <= 12, at + 5) : (year, a, b, b <= 12 && a != b, at + 5);
    }

    // The century that lies nearest to publication, or 1950 to 2049 (RFC 2626 and POSIX put the break elsewhere; news
    // seldom writes further ahead).
    private int TwoDigitYear(int year)
    {
        var anchor = _analysis.Document.Metadata.BestPublished?.Date.Year ?? 2000;
        var century = anchor / 100 * 100 + year;
        return century > anchor + 50 ? century - 100
            : century < anchor - 50 ? century + 100
            : century;
    }

    // ---- Weekdays, months, clock

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
        if (IsAny(end, ["morning", "afternoon", "evening", "night"]))
            end++;
        var offset = relation == TimeRelation.None ? ReadOffset(ref end, "week") : null;
        return Make(TimeExpressionKind.Weekday, first, end) with
        {
            Weekday = weekday,
            Relation = relation,
            Offset = offset,
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
        if (IsAny(at - 1, ["last", "past", "previous"]))
            return TimeRelation.Last;
        if (IsAny(at - 1, ["next", "coming"]))
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
        if (offset != 0 && IsAny(end, ["morning", "afternoon", "evening", "night"]))
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
        if (
            relation == TimeRelation.None
            && !(Is(at - 1, "the") && IsAny(at - 2, ["in", "during", "by", "until", "since"]))
        )
            return null;
        return Make(TimeExpressionKind.Season, first, at + 1) with
        {
            Month = month,
            Relation = relation,
            Confidence = 0.7,
        };
    }

    // ---- Units: "two weeks ago", "last month", "earlier this year", "for three days", "the 20th anniversary of", "the
    // third quarter of 2021"

    private static TimeUnit? UnitOf(ReadOnlySpan<char> text)
    {
        Span<char> lower = stackalloc char[12];
        if (text.Length > lower.Length || text.ToLowerInvariant(lower) < 0)
            return null;
        return lower[..text.Length] switch
        {
            "minute" or "minutes" or "hour" or "hours" => TimeUnit.Hour,
            "day" or "days" => TimeUnit.Day,
            "week" or "weeks" or "fortnight" or "fortnights" => TimeUnit.Week,
            "month" or "months" => TimeUnit.Month,
            "quarter" or "quarters" => TimeUnit.Quarter,
            "year" or "years" => TimeUnit.Year,
            "decade" or "decades" => TimeUnit.Decade,
            "century" or "centuries" => TimeUnit.Century,
            _ => null,
        };
    }

    private TimeExpression? ReadUnit(int at)
    {
        if (UnitOf(_analysis.TextOf(at)) is not { } unit)
            return null;
        var end = at + 1;
        var scale = IsAny(at, ["fortnight", "fortnights"]) ? 2 : 1;
        var before = KindAt(at - 1);
        if (before is not (TokenKind.Word or TokenKind.Number or TokenKind.Hyphen))
            return null;
        // "last week", "next month", "this year", "earlier this week", "later this month", "the past two years".
        if (IsAny(at - 1, ["last", "this", "next", "past", "previous", "coming", "current"]))
        {
            var relation =
                IsAny(at - 1, ["last", "past", "previous"]) ? TimeRelation.Last
                : IsAny(at - 1, ["next", "coming"]) ? TimeRelation.Next
                : TimeRelation.This;
            var first = at - 1;
            if (relation == TimeRelation.This && IsAny(at - 2, ["earlier", "later"]))
            {
                relation = Is(at - 2, "earlier") ? TimeRelation.Earlier : TimeRelation.Later;
                first--;
            }

            if (Is(at - 1, "past") && !Is(at - 2, "the"))
                return null;
            return unit == TimeUnit.Hour
                ? null
                : Make(TimeExpressionKind.Relative, first, end) with
                {
                    Unit = unit,
                    Relation = relation,
                };
        }

        if (unit == TimeUnit.Quarter && OrdinalAt(at - 1) is >= 1 and <= 4 and var quarter)
        {
            int? year = null;
            ReadYearAfter(ref end, ref year);
            return Make(TimeExpressionKind.Quarter, at - 1, end) with
            {
                Amount = quarter,
                Unit = unit,
                Year = year,
                Confidence = 0.7,
                Window = year is null ? null : TimeResolver.Quarter(year.Value, quarter),
            };
        }

        if (unit == TimeUnit.Century && OrdinalAt(at - 1) is >= 1 and <= 30 and var century)
            return Make(TimeExpressionKind.Century, at - 1, end) with
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
            return Make(TimeExpressionKind.Relative, start, end + 1) with
            {
                Amount = value,
                Unit = unit,
                Relation = Is(end, "ago") ? TimeRelation.Ago : TimeRelation.None,
                Approximation = approximation,
            };
        if (Is(end, "from") && Is(end + 1, "now"))
            return Make(TimeExpressionKind.Relative, start, end + 2) with
            {
                Amount = value,
                Unit = unit,
                Relation = TimeRelation.FromNow,
                Approximation = approximation,
            };
        if (IsAny(start - 1, ["past", "last", "previous"]) && Is(start - 2, "the"))
            return Make(TimeExpressionKind.Relative, start - 1, end) with
            {
                Amount = value,
                Unit = unit,
                Relation = TimeRelation.Last,
                Approximation = approximation,
            };
        if (IsAny(start - 1, ["next", "coming"]) && Is(start - 2, "the"))
            return Make(TimeExpressionKind.Relative, start - 1, end) with
            {
                Amount = value,
                Unit = unit,
                Relation = TimeRelation.Next,
                Approximation = approximation,
            };
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

    // ---- Holidays and events, from the lexicons

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
            || UnitOf(_analysis.TextOf(at)) is not { } unit
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
