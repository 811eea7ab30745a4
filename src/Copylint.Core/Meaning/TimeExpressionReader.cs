using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Meaning;

/// <summary>Reads expressions of time from the tokens: dates with and without year or weekday, months, years, and what counts from an event of the gazetteer.</summary>
internal static class TimeExpressionReader
{
    public static IReadOnlyList<TimeExpression> Read(Analysis analysis)
    {
        var found = new List<TimeExpression>();
        var tokens = analysis.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            var expression = token.Kind switch
            {
                TokenKind.Word when token.IsCapitalised && analysis.Is(i, WordClasses.Month | WordClasses.Weekday) => ReadDate(analysis, i),
                TokenKind.Number when char.IsAsciiDigit(analysis.Document.Text[token.Start]) => ReadDate(analysis, i),
                _ => null,
            };
            if (expression is null)
                continue;
            found.Add(expression);
            i = expression.Tokens.End - 1;
        }

        foreach (var match in analysis.Matches)
        {
            if (analysis.Resources.Events.Of(match) is { } newsEvent && ReadEvent(analysis, match, newsEvent) is { } expression)
                found.Add(expression);
        }

        found.Sort((a, b) => a.Span.CompareTo(b.Span));
        return found;
    }

    private static TimeExpression? ReadDate(Analysis analysis, int first)
    {
        var end = EndOfSentence(analysis, first);
        var at = first;
        DayOfWeek? weekday = null;
        if (analysis.Is(at, WordClasses.Weekday) && CalendarNames.Weekday(analysis.TextOf(at)) is { } named)
        {
            weekday = named;
            at++;
            SkipMarks(analysis, ref at, end, TokenKind.Stop);
            SkipMarks(analysis, ref at, end, TokenKind.Comma);
            SkipWord(analysis, ref at, end, "the");
        }

        if (at >= end)
            return null;
        int? year = null, month = null, day = null;
        if (MonthAt(analysis, at) is > 0 and var leading)
        {
            month = leading;
            at++;
            SkipMarks(analysis, ref at, end, TokenKind.Stop);
            if (at < end && DayAt(analysis, at) is { } number)
            {
                day = number;
                at++;
                var beforeComma = at;
                SkipMarks(analysis, ref at, end, TokenKind.Comma);
                if (at < end && YearAt(analysis, at) is { } y)
                {
                    year = y;
                    at++;
                }
                else
                {
                    at = beforeComma;
                }
            }
            else
            {
                var beforeYear = at;
                SkipMarks(analysis, ref at, end, TokenKind.Comma);
                SkipWord(analysis, ref at, end, "of");
                if (at < end && YearAt(analysis, at) is { } y)
                {
                    year = y;
                    at++;
                }
                else
                {
                    at = beforeYear;
                }
            }
        }
        else if (weekday is null && IsoAt(analysis, at, end) is { } iso)
        {
            (year, month, day) = iso;
            at += 5;
        }
        else if (DayAt(analysis, at) is { } number && MonthAfterDay(analysis, at, end, out var afterMonth) is > 0 and var trailing)
        {
            day = number;
            month = trailing;
            at = afterMonth;
            var beforeYear = at;
            SkipMarks(analysis, ref at, end, TokenKind.Stop);
            SkipMarks(analysis, ref at, end, TokenKind.Comma);
            if (at < end && YearAt(analysis, at) is { } y)
            {
                year = y;
                at++;
            }
            else
            {
                at = beforeYear;
            }
        }
        else if (weekday is null && YearAt(analysis, at) is { } alone && IsYearAlone(analysis, at, end))
        {
            year = alone;
            at++;
        }

        if (day is null && year is null)
            return null;
        var range = new TokenRange(first, at);
        var expression = new TimeExpression
        {
            Kind = day is not null ? TimeExpressionKind.Date : month is not null ? TimeExpressionKind.Month : TimeExpressionKind.Year,
            Span = analysis.SpanOf(range),
            Tokens = range,
            Sentence = analysis.SentenceAt(first),
            Year = year,
            Month = month,
            Day = day,
            Weekday = weekday,
        };
        return expression with { Window = WindowOf(expression) };
    }

    private static DateInterval? WindowOf(TimeExpression expression) => expression switch
    {
        { DateOnly: { } day } => DateInterval.Of(day),
        { Kind: TimeExpressionKind.Month, Year: { } year, Month: { } month } => new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month))),
        { Kind: TimeExpressionKind.Year, Year: { } year } => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
        _ => null,
    };

    private static int EndOfSentence(Analysis analysis, int token) => analysis.Sentences[analysis.SentenceAt(token)].EndToken;

    private static void SkipMarks(Analysis analysis, ref int at, int end, TokenKind kind)
    {
        if (at < end && analysis.Tokens[at].Kind == kind)
            at++;
    }

    private static void SkipWord(Analysis analysis, ref int at, int end, string word)
    {
        if (at < end && analysis.TextOf(at).Equals(word, StringComparison.OrdinalIgnoreCase))
            at++;
    }

    private static int MonthAt(Analysis analysis, int at) =>
        analysis.Tokens[at] is { Kind: TokenKind.Word, IsCapitalised: true } && analysis.Is(at, WordClasses.Month) ? CalendarNames.Month(analysis.TextOf(at)) : 0;

    private static int MonthAfterDay(Analysis analysis, int day, int end, out int after)
    {
        after = day + 1;
        SkipWord(analysis, ref after, end, "of");
        if (after >= end || analysis.Tokens[after].Kind != TokenKind.Word)
            return 0;
        var month = MonthAt(analysis, after);
        after++;
        return month;
    }

    // One or two digits, or an ordinal; not the hour of "May 5pm" nor the decimal of "March 3.5".
    private static int? DayAt(Analysis analysis, int at)
    {
        ref readonly var token = ref analysis.Tokens[at];
        if (token.Kind != TokenKind.Number)
            return null;
        var text = analysis.TextOf(token);
        if ((token.Traits & TokenTraits.Ordinal) != 0)
            text = text[..^2];
        if (text.Length > 2 || !int.TryParse(text, out var day) || day == 0)
            return null;
        // "Sept 11:30", "May 7%", "June 10-12" (a range counts by its first day).
        return at + 1 < analysis.Tokens.Length && analysis.Tokens[at + 1] is { HasSpaceBefore: false } next
            && (next.Kind == TokenKind.Colon && at + 2 < analysis.Tokens.Length && analysis.Tokens[at + 2] is { Kind: TokenKind.Number, HasSpaceBefore: false }
                || analysis.TextOf(next) is "%" or "/")
            ? null
            : day;
    }

    private static int? YearAt(Analysis analysis, int at)
    {
        ref readonly var token = ref analysis.Tokens[at];
        return token is { Kind: TokenKind.Number, Length: 4 } && int.TryParse(analysis.TextOf(token), out var year) && year is >= 1000 and <= 2199 ? year : null;
    }

    // "in 2016", "the 2016 election"; not "2016 people", which only the words around could tell.
    private static bool IsYearAlone(Analysis analysis, int at, int end)
    {
        if (YearAt(analysis, at) is not (>= 1900 and <= 2099))
            return false;
        var tokens = analysis.Tokens;
        if (at > 0 && !tokens[at].HasSpaceBefore && tokens[at - 1].Kind == TokenKind.Symbol)
            return false;
        return !(at + 1 < end && tokens[at + 1].Kind == TokenKind.Symbol && !tokens[at + 1].HasSpaceBefore);
    }

    private static (int Year, int Month, int Day)? IsoAt(Analysis analysis, int at, int end)
    {
        if (at + 4 >= end || YearAt(analysis, at) is not { } year)
            return null;
        var tokens = analysis.Tokens;
        return tokens[at + 1].Kind == TokenKind.Hyphen && tokens[at + 3].Kind == TokenKind.Hyphen
            && tokens[at + 2].Length == 2 && int.TryParse(analysis.TextOf(at + 2), out var month)
            && tokens[at + 4].Length == 2 && int.TryParse(analysis.TextOf(at + 4), out var day)
            ? (year, month, day)
            : null;
    }

    // "the 30th day of the invasion of Ukraine", "day 30 of …", "more than a month into Russia's invasion", "two years after …".
    private static TimeExpression? ReadEvent(Analysis analysis, in LexiconMatch match, NewsEvent newsEvent)
    {
        var sentence = analysis.Sentences[analysis.SentenceAt(match.FirstToken)];
        var at = match.FirstToken - 1;
        // Words between the connective and the event's name: "Russia's full-scale" invasion.
        var limit = Math.Max(sentence.FirstToken, at - 4);
        while (at >= limit && !IsConnective(analysis.TextOf(at)) && analysis.Tokens[at].Kind is TokenKind.Word or TokenKind.Clitic or TokenKind.Hyphen)
            at--;
        if (at < sentence.FirstToken || !IsConnective(analysis.TextOf(at)))
            return null;
        var connective = analysis.TextOf(at);
        var isOf = connective.Equals("of", StringComparison.OrdinalIgnoreCase);
        at--;
        if (at < sentence.FirstToken)
            return null;

        // "day 30 of"
        if (isOf && analysis.Tokens[at].Kind == TokenKind.Number && at > sentence.FirstToken && analysis.TextOf(at - 1).Equals("day", StringComparison.OrdinalIgnoreCase)
            && Numbers.Value(analysis.TextOf(at), analysis.Tokens[at]) is { } number)
            return Counted(analysis, sentence, newsEvent, at - 1, match.EndToken, number, Unit.Day);

        if (UnitOf(analysis.TextOf(at)) is not { } unit || at == sentence.FirstToken)
            return null;
        if (Numbers.ValueEndingAt(analysis, at - 1, out var first) is not { } value || value is < 1 or > 1000)
            return null;
        if (isOf)
        {
            return IsOrdinal(analysis, at - 1) ? Counted(analysis, sentence, newsEvent, first, match.EndToken, value, unit) : null;
        }

        if (IsOrdinal(analysis, at - 1))
            return connective.Equals("into", StringComparison.OrdinalIgnoreCase) ? Counted(analysis, sentence, newsEvent, first, match.EndToken, value, unit) : null;
        double low = value, high = value + 1;
        if (first - 1 >= sentence.FirstToken)
        {
            var before = analysis.TextOf(first - 1);
            if (Is(before, "over") || (Is(before, "than") && first - 2 >= sentence.FirstToken && Is(analysis.TextOf(first - 2), "more")))
            {
                high = 1.9 * value;
                first -= Is(before, "over") ? 1 : 2;
            }
            else if (Is(before, "nearly") || Is(before, "almost"))
            {
                (low, high) = (0.8 * value, value);
                first--;
            }
            else if (Is(before, "about") || Is(before, "around") || Is(before, "roughly"))
            {
                (low, high) = (0.75 * value, 1.25 * value + 1);
                first--;
            }
        }

        var window = new DateInterval(Later(newsEvent.Start, low, unit), Later(newsEvent.Start, high, unit).AddDays(high > value ? 0 : 1));
        return Make(analysis, sentence, TimeExpressionKind.EventElapsed, newsEvent, first, match.EndToken, window);
    }

    private enum Unit
    {
        Day,
        Week,
        Month,
        Year,
    }

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsConnective(ReadOnlySpan<char> text) => Is(text, "of") || Is(text, "into") || Is(text, "after") || Is(text, "since");

    private static bool IsOrdinal(Analysis analysis, int token) =>
        (analysis.Tokens[token].Traits & TokenTraits.Ordinal) != 0 || analysis.Is(token, WordClasses.OrdinalWord);

    private static Unit? UnitOf(ReadOnlySpan<char> text) => text.TrimEnd('s') switch
    {
        "day" => Unit.Day,
        "week" => Unit.Week,
        "month" => Unit.Month,
        "year" => Unit.Year,
        _ => null,
    };

    private static TimeExpression? Counted(Analysis analysis, Sentence sentence, NewsEvent newsEvent, int first, int end, double number, Unit unit)
    {
        if (number < 1 || number != Math.Floor(number))
            return null;
        // Both conventions count: the first day as day one, or as day nought.
        var window = unit == Unit.Day
            ? new DateInterval(newsEvent.Start.AddDays((int)number - 1), newsEvent.Start.AddDays((int)number))
            : new DateInterval(Later(newsEvent.Start, number - 1, unit), Later(newsEvent.Start, number, unit));
        return Make(analysis, sentence, TimeExpressionKind.EventDay, newsEvent, first, end, window);
    }

    private static TimeExpression Make(Analysis analysis, Sentence sentence, TimeExpressionKind kind, NewsEvent newsEvent, int first, int end, DateInterval window)
    {
        var range = new TokenRange(first, end);
        return new TimeExpression
        {
            Kind = kind,
            Span = analysis.SpanOf(range),
            Tokens = range,
            Sentence = analysis.SentenceAt(sentence.FirstToken),
            Event = newsEvent,
            Window = window,
        };
    }

    private static DateOnly Later(DateOnly start, double count, Unit unit)
    {
        var whole = (int)Math.Floor(count);
        var part = count - whole;
        return unit switch
        {
            Unit.Day => start.AddDays((int)Math.Round(count)),
            Unit.Week => start.AddDays((int)Math.Round(7 * count)),
            Unit.Month => start.AddMonths(whole).AddDays((int)Math.Round(30 * part)),
            _ => start.AddYears(whole).AddDays((int)Math.Round(365 * part)),
        };
    }
}
