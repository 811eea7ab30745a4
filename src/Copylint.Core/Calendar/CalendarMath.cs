namespace Copylint.Calendar;

/// <summary>Arithmetic of the Gregorian calendar.</summary>
internal static class CalendarMath
{
    /// <summary>Whether a day leaves room on both sides to count years from it. The first and last years of the
    /// calendar stand for "no date" in the formats of many programs.</summary>
    public static bool CanBeMeant(DateOnly day) => day.Year is >= 10 and <= 9980;

    /// <summary>The day, or null where the calendar has none.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>All days of a month.</summary>
    public static DateInterval Month(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>All days of the years from one to another.</summary>
    public static DateInterval Years(int first, int last) =>
        new(new DateOnly(Math.Clamp(first, 1, 9999), 1, 1), new DateOnly(Math.Clamp(last, 1, 9999), 12, 31));

    /// <summary>A number of units after a day, or before it when negative. Clamped to the years 1 to 9999.</summary>
    public static DateOnly Add(DateOnly start, double count, TimeUnit unit)
    {
        var days = unit switch
        {
            TimeUnit.Hour => count / 24,
            TimeUnit.Day => count,
            TimeUnit.Week => 7 * count,
            _ => double.NaN,
        };
        if (!double.IsNaN(days))
            return Clamp(start.DayNumber + Math.Round(days));
        var months = unit switch
        {
            TimeUnit.Month => count,
            TimeUnit.Quarter => 3 * count,
            TimeUnit.Year => 12 * count,
            TimeUnit.Decade => 120 * count,
            _ => 1200 * count,
        };
        var whole = (int)Math.Clamp(Math.Floor(months), -120_000, 120_000);
        var year = start.Year + (start.Month - 1 + whole) / 12.0;
        if (year is < 2 or > 9998)
            return year < 2 ? DateOnly.MinValue : DateOnly.MaxValue;
        return Clamp(start.AddMonths(whole).DayNumber + Math.Round(30.4 * (months - whole)));
    }

    /// <summary>The day of a month and day that lies nearest to an anchor; null where no near year has it.</summary>
    public static DateOnly? Nearest(DateOnly anchor, int month, int day)
    {
        DateOnly? nearest = null;
        for (var year = anchor.Year - 1; year <= anchor.Year + 1; year++)
        {
            if (
                Day(year, month, day) is { } candidate
                && (nearest is not { } known || Distance(candidate, anchor) < Distance(known, anchor))
            )
                nearest = candidate;
        }

        return nearest;
    }

    /// <summary>The weekday of a day of the Julian calendar, by its Julian day number (Meeus, Astronomical Algorithms,
    /// chapter 7).</summary>
    public static DayOfWeek JulianWeekday(int year, int month, int day)
    {
        var number = 367 * year - 7 * (year + 5001 + (month - 9) / 7) / 4 + 275 * month / 9 + day + 1_729_777;
        return (DayOfWeek)((number + 1) % 7);
    }

    /// <summary>Days between two days.</summary>
    public static int Distance(DateOnly a, DateOnly b) => Math.Abs(a.DayNumber - b.DayNumber);

    /// <summary>Easter Sunday of a year (Meeus, Astronomical Algorithms, chapter 8: the anonymous Gregorian
    /// algorithm).</summary>
    public static DateOnly Easter(int year)
    {
        int a = year % 19,
            b = year / 100,
            c = year % 100,
            d = b / 4,
            e = b % 4,
            f = (b + 8) / 25,
            g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30,
            i = c / 4,
            k = c % 4,
            l = (32 + 2 * e + 2 * i - h - k) % 7,
            m = (a + 11 * h + 22 * l) / 451;
        return new DateOnly(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    }

    /// <summary>The nth weekday of a month; the last for -1.</summary>
    public static DateOnly NthWeekday(int year, int month, DayOfWeek weekday, int nth)
    {
        if (nth < 0)
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
        }

        var first = new DateOnly(year, month, 1);
        return first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + 7 * (nth - 1));
    }

    private static DateOnly Clamp(double dayNumber) =>
        DateOnly.FromDayNumber((int)Math.Clamp(dayNumber, 0, DateOnly.MaxValue.DayNumber));
}
