namespace Copylint.Calendar;

/// <summary>A run of calendar days, both ends included.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, not before the first.</param>
public readonly record struct DateInterval(DateOnly First, DateOnly Last)
{
    /// <summary>The interval of one day.</summary>
    public static DateInterval Of(DateOnly day) => new(day, day);

    /// <summary>Whether a day lies in the interval.</summary>
    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>Days between the interval and a day outside it; 0 inside.</summary>
    public int DistanceTo(DateOnly day) =>
        day < First ? First.DayNumber - day.DayNumber
        : day > Last ? day.DayNumber - Last.DayNumber
        : 0;

    /// <summary>The interval with so many days more at both ends.</summary>
    public DateInterval Spread(int days) =>
        new(CalendarMath.Add(First, -days, TimeUnit.Day), CalendarMath.Add(Last, days, TimeUnit.Day));

    /// <summary>The days that both intervals hold, or null.</summary>
    public DateInterval? Intersect(DateInterval other)
    {
        var first = First > other.First ? First : other.First;
        var last = Last < other.Last ? Last : other.Last;
        return first <= last ? new DateInterval(first, last) : null;
    }

    /// <summary>The day, the range in words, or its one end where the other is open.</summary>
    public override string ToString() =>
        Last == DateOnly.MaxValue ? $"{CalendarNames.Write(First)} or later"
        : First == DateOnly.MinValue ? $"{CalendarNames.Write(Last)} or earlier"
        : First == Last ? CalendarNames.Write(First)
        : $"{CalendarNames.Write(First)} to {CalendarNames.Write(Last)}";
}
