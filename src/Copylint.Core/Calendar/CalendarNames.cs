namespace Copylint.Calendar;

/// <summary>The English names of months and weekdays, full and abbreviated.</summary>
public static class CalendarNames
{
    private static readonly string[] Months =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    private static readonly string[] Weekdays =
    [
        "sunday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
    ];

    /// <summary>The month that a word names: full name, or an abbreviation of three letters or more (<c>Sept</c>,
    /// <c>Jan</c>).</summary>
    /// <returns>1 to 12, or 0 when the word names no month.</returns>
    public static int Month(ReadOnlySpan<char> word) => Find(Months, word) + 1;

    /// <summary>The weekday that a word names: full name, or an abbreviation of three letters or more (<c>Wed</c>,
    /// <c>Thurs</c>).</summary>
    public static DayOfWeek? Weekday(ReadOnlySpan<char> word) =>
        Find(Weekdays, word) is >= 0 and var day ? (DayOfWeek)day : null;

    /// <summary>The English name of a month, capitalised.</summary>
    /// <param name="month">1 to 12.</param>
    public static string MonthName(int month) => char.ToUpperInvariant(Months[month - 1][0]) + Months[month - 1][1..];

    /// <summary>A day the way English prose writes it: <c>25 March 2022</c>.</summary>
    public static string Write(DateOnly day) => $"{day.Day} {MonthName(day.Month)} {day.Year}";

    private static int Find(string[] names, ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 9)
            return -1;
        for (var i = 0; i < names.Length; i++)
        {
            // An abbreviation stops before a vowel ends it ("Septe", "Wedne" are no words), so only the usual lengths
            // count.
            var name = names[i];
            if (
                word.Length == name.Length
                    ? word.Equals(name, StringComparison.OrdinalIgnoreCase)
                    : word.Length < Math.Min(name.Length, word[0] is 'T' or 't' ? 6 : 5)
                        && name.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase)
            )
                return i;
        }

        return -1;
    }
}
