using Copylint.Calendar;

namespace Copylint.Documents.Top;

/// <summary>A line that is a date: what a page header, a front-matter value or a meta tag holds. Reads characters,
/// since it runs before there are tokens.</summary>
internal readonly record struct WrittenDate(
    int Year,
    int Month,
    int Day,
    DayOfWeek? Weekday,
    bool MonthFirst,
    bool HasTime,
    int Start,
    int Length,
    string? Label
)
{
    private static readonly string[] PublicationLabels =
    [
        "published",
        "published on",
        "publish date",
        "date",
        "posted",
        "posted on",
        "date published",
        "first published",
        "publication date",
        "on",
    ];

    private static readonly string[] OtherLabels =
    [
        "updated",
        "last updated",
        "updated on",
        "modified",
        "last modified",
        "edited",
    ];

    /// <summary>The day, or null when the calendar has no such day.</summary>
    public DateOnly? Date => CalendarMath.Day(Year, Month, Day);

    public bool IsUpdate => Label is { } label && OtherLabels.Contains(label);

    /// <summary>Reads the value of a field that is a date: what a line may hold, or figures alone when only one reading
    /// is a day: <c>10/21/2018</c>, <c>21.10.2018</c>, <c>20181021</c>.</summary>
    public static bool TryReadValue(ReadOnlySpan<char> value, out WrittenDate date)
    {
        var trimmed = value.Trim();
        // "[Europe/London]" and the like say nothing about the day.
        if (trimmed.IndexOf('[') is > 8 and var zone)
            trimmed = trimmed[..zone].TrimEnd();
        var figures = trimmed[..(trimmed.IndexOfAny(" T,") is > 0 and var blank ? blank : trimmed.Length)];
        if (figures.Length is >= 8 and <= 10 && Figures(figures, out var year, out var month, out var day))
        {
            date = new WrittenDate(
                year,
                month,
                day,
                null,
                false,
                figures.Length < trimmed.Length,
                0,
                figures.Length,
                null
            );
            return true;
        }

        return TryRead(trimmed, out date);
    }

    private static bool Figures(ReadOnlySpan<char> text, out int year, out int month, out int day)
    {
        year = month = day = 0;
        if (text.Length == 8 && text.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            (year, month, day) = (int.Parse(text[..4]), int.Parse(text[4..6]), int.Parse(text[6..]));
            return year is >= 1900 and <= 2199;
        }

        Span<Range> parts = stackalloc Range[4];
        if (text.SplitAny(parts, "/.-") != 3)
            return false;
        ReadOnlySpan<char> first = text[parts[0]],
            second = text[parts[1]],
            third = text[parts[2]];
        if (!int.TryParse(first, out var a) || !int.TryParse(second, out var b) || !int.TryParse(third, out var c))
            return false;
        if (first.Length == 4)
        {
            (year, month, day) = (a, b, c);
            return true;
        }

        if (third.Length != 4)
            return false;
        // Full stops part day, month and year; with a slash both orders are written, and only a number over 12 tells.
        var dayFirst = text.Contains('.') || a > 12 || a == b;
        if (!dayFirst && b <= 12)
            return false;
        (year, month, day) = dayFirst ? (c, b, a) : (c, a, b);
        return true;
    }

    /// <summary>Reads a line that holds one date with a year, perhaps a label before it and a time of day after it, and
    /// nothing else.</summary>
    public static bool TryRead(ReadOnlySpan<char> line, out WrittenDate date)
    {
        date = default;
        if (line.Length is < 6 or > 80)
            return false;
        var at = 0;
        string? label = null;
        SkipBlanks(line, ref at);
        if (LabelLength(line[at..], out var found) is > 0 and var length)
        {
            label = found;
            at += length;
            SkipBlanks(line, ref at, ":");
        }

        int start = at,
            year = 0,
            month = 0,
            day = 0;
        DayOfWeek? weekday = null;
        var monthFirst = false;
        while (at < line.Length && !(year > 0 && month > 0 && day > 0))
        {
            var word = Word(line, at);
            if (word.IsEmpty)
                return false;
            if (word[0] is >= '0' and <= '9')
            {
                if (IsoDate(line[at..], out var isoYear, out var isoMonth, out var isoDay))
                {
                    (year, month, day) = (isoYear, isoMonth, isoDay);
                    at += 10;
                    if (at < line.Length && line[at] is 'T' or 't')
                        at++;
                    break;
                }

                var digits = 0;
                while (digits < word.Length && char.IsAsciiDigit(word[digits]))
                    digits++;
                var suffix = word[digits..];
                if (digits == 4 && suffix.IsEmpty && year == 0)
                    year = int.Parse(word);
                else if (digits <= 2 && day == 0 && (suffix.IsEmpty || suffix is "st" or "nd" or "rd" or "th"))
                    day = int.Parse(word[..digits]);
                else
                    return false;
            }
            else if (month == 0 && CalendarNames.Month(word) is > 0 and var m)
            {
                month = m;
                monthFirst = day == 0;
            }
            else if (weekday is null && month == 0 && day == 0 && CalendarNames.Weekday(word) is { } w)
            {
                weekday = w;
            }
            else if (!(word is "of" or "the"))
            {
                return false;
            }

            at += word.Length;
            if (!(year > 0 && month > 0 && day > 0))
                SkipBlanks(line, ref at, ",.");
        }

        if (year == 0 || month == 0 || day == 0)
            return false;
        var end = at;
        SkipBlanks(line, ref at, ",-–—|·");
        if (!IsTimeOfDay(line[at..]))
            return false;
        date = new WrittenDate(year, month, day, weekday, monthFirst, at < line.Length, start, end - start, label);
        return true;
    }

    private static bool IsoDate(ReadOnlySpan<char> text, out int year, out int month, out int day)
    {
        year = month = day = 0;
        return text.Length >= 10
            && text[4] == '-'
            && text[7] == '-'
            && int.TryParse(text[..4], out year)
            && int.TryParse(text[5..7], out month)
            && int.TryParse(text[8..10], out day)
            && (text.Length == 10 || !char.IsAsciiDigit(text[10]));
    }

    private static int LabelLength(ReadOnlySpan<char> text, out string? label)
    {
        label = null;
        foreach (var candidate in PublicationLabels.AsSpan())
            Longer(text, candidate, ref label);
        foreach (var candidate in OtherLabels.AsSpan())
            Longer(text, candidate, ref label);
        return label?.Length ?? 0;

        static void Longer(ReadOnlySpan<char> text, string candidate, ref string? best)
        {
            if (
                candidate.Length > (best?.Length ?? 0)
                && text.StartsWith(candidate, StringComparison.OrdinalIgnoreCase)
                && candidate.Length < text.Length
                && text[candidate.Length] is ':' or ' ' or '\u00A0'
            )
                best = candidate;
        }
    }

    // "10:30", "11:03 PM EST", "at 9.15am", "10:30:00+01:00", "GMT": digits with separators and short zone words.
    private static bool IsTimeOfDay(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny(" \u00A0"))
        {
            var word = text[range].Trim(",.()[]|-–—·");
            var isTime =
                word.IsEmpty
                || word.IndexOfAnyExcept("0123456789:.+-Zz") < 0
                || word is "at" or "am" or "pm" or "a.m" or "p.m" or "AM" or "PM"
                || (word.Length <= 4 && word.IndexOfAnyExceptInRange('A', 'Z') < 0)
                || (
                    char.IsAsciiDigit(word[0])
                    && (
                        word.EndsWith("am", StringComparison.OrdinalIgnoreCase)
                        || word.EndsWith("pm", StringComparison.OrdinalIgnoreCase)
                    )
                );
            if (!isTime)
                return false;
        }

        return true;
    }

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> line, int at)
    {
        var end = at;
        while (end < line.Length && char.IsLetterOrDigit(line[end]))
            end++;
        return line[at..end];
    }

    private static void SkipBlanks(ReadOnlySpan<char> line, ref int at, string marks = "")
    {
        while (at < line.Length && (char.IsWhiteSpace(line[at]) || marks.Contains(line[at])))
            at++;
    }
}
