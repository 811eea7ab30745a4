using Copylint.Analysis.Figures;
using Copylint.Calendar;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <content>Days of the calendar in figures: "2022-03-25", "3/25/22", "29Mar22".</content>
internal sealed partial class TimeExpressionReader
{
    // What begins with a figure and holds day, month and year without a word between.
    private DateParts? ReadFigures(int at)
    {
        if (KindAt(at) != TokenKind.Number)
            return null;
        if (IsoAt(at) is { } iso)
            return new DateParts(iso.Year, iso.Month, iso.Day, at + 5);
        if (SlashedAt(at) is { } slashed)
            return new DateParts(slashed.Year, slashed.Month, slashed.Day, slashed.End)
            {
                IsAmbiguous = slashed.IsAmbiguous,
            };
        return HyphenedAt(at) ?? GluedAt(at) ?? DottedAt(at);
    }

    // "18-DEC-19", "18-Dec-2019".
    private DateParts? HyphenedAt(int at)
    {
        if (
            KindAt(at + 1) != TokenKind.Hyphen
            || KindAt(at + 3) != TokenKind.Hyphen
            || DayAt(at) is not { } day
            || MonthAt(at + 2) is not (> 0 and var month)
            || YearOrTwoFigures(at + 4) is not { } year
        )
            return null;
        return new DateParts(year, month, day, at + 5);
    }

    // "29Mar22", "29MAR2022": one word.
    private DateParts? GluedAt(int at)
    {
        var text = _analysis.TextOf(at);
        var letters = text.IndexOfAnyExceptInRange('0', '9');
        if (letters is not (1 or 2) || text.Length - letters is not (5 or 7))
            return null;
        if (!int.TryParse(text[..letters], out var day) || !int.TryParse(text[(letters + 3)..], out var year))
            return null;
        var month = CalendarNames.Month(text[letters..(letters + 3)]);
        if (!char.IsAsciiLetterUpper(text[letters]) || month == 0 || day is 0 or > 31)
            return null;
        return new DateParts(text.Length - letters == 5 ? TwoDigitYear(year) : year, month, day, at + 1);
    }

    // "5.1.2018", and "2018.1.5" behind a preposition: programs have versions of that form.
    private DateParts? DottedAt(int at)
    {
        var text = _analysis.TextOf(at);
        Span<Range> parts = stackalloc Range[4];
        if (text.Length is < 8 or > 10 || text.Split(parts, '.') != 3)
            return null;
        if (
            !int.TryParse(text[parts[0]], out var a)
            || !int.TryParse(text[parts[1]], out var month)
            || !int.TryParse(text[parts[2]], out var c)
        )
            return null;
        var isYearFirst = text[parts[0]].Length == 4 && at > _first && _analysis.Is(at - 1, WordClasses.Preposition);
        var (year, day) = isYearFirst ? (a, c) : (c, a);
        var isDate = year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day is >= 1 and <= 31;
        return isDate ? new DateParts(year, month, day, at + 1) : null;
    }

    // "27,2017" behind a month: the blank is missing.
    private (int Day, int Year)? GluedDayAndYear(int at)
    {
        if (KindAt(at) != TokenKind.Number)
            return null;
        var text = _analysis.TextOf(at);
        var comma = text.IndexOf(',');
        return
            comma is 1 or 2
            && text.Length - comma == 5
            && int.TryParse(text[..comma], out var day)
            && int.TryParse(text[(comma + 1)..], out var year)
            && day is >= 1 and <= 31
            && year is >= 1900 and <= 2199
            ? (day, year)
            : null;
    }

    private int? YearOrTwoFigures(int at) => YearAt(at) ?? (TwoFiguresAt(at) is { } two ? TwoDigitYear(two) : null);

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
}
