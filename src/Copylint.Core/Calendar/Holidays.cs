namespace Copylint.Calendar;

/// <summary>The holidays that news names, by the rule that fixes their days.</summary>
internal static class Holidays
{
    /// <summary>The day of a holiday in a year.</summary>
    /// <param name="id">The tag of the entry in the lexicon of holidays.</param>
    /// <param name="year">1583 to 9999.</param>
    /// <returns>Null for an id without a rule.</returns>
    public static DateOnly? DayOf(string id, int year)
    {
        if (year is < 1583 or > 9999)
            return null;
        return id switch
        {
            "new-year" => new DateOnly(year, 1, 1),
            "epiphany" => new DateOnly(year, 1, 6),
            "mlk-day" => CalendarMath.NthWeekday(year, 1, DayOfWeek.Monday, 3),
            "australia-day" => new DateOnly(year, 1, 26),
            "valentine" => new DateOnly(year, 2, 14),
            "presidents-day" => CalendarMath.NthWeekday(year, 2, DayOfWeek.Monday, 3),
            "shrove-tuesday" => CalendarMath.Easter(year).AddDays(-47),
            "ash-wednesday" => CalendarMath.Easter(year).AddDays(-46),
            "st-patrick" => new DateOnly(year, 3, 17),
            "palm-sunday" => CalendarMath.Easter(year).AddDays(-7),
            "maundy-thursday" => CalendarMath.Easter(year).AddDays(-3),
            "good-friday" => CalendarMath.Easter(year).AddDays(-2),
            "easter" => CalendarMath.Easter(year),
            "easter-monday" => CalendarMath.Easter(year).AddDays(1),
            "anzac-day" => new DateOnly(year, 4, 25),
            "earth-day" => new DateOnly(year, 4, 22),
            "may-day" => new DateOnly(year, 5, 1),
            "cinco-de-mayo" => new DateOnly(year, 5, 5),
            "ascension" => CalendarMath.Easter(year).AddDays(39),
            "pentecost" => CalendarMath.Easter(year).AddDays(49),
            "memorial-day" => CalendarMath.NthWeekday(year, 5, DayOfWeek.Monday, -1),
            "juneteenth" => new DateOnly(year, 6, 19),
            "canada-day" => new DateOnly(year, 7, 1),
            "fourth-of-july" => new DateOnly(year, 7, 4),
            "bastille-day" => new DateOnly(year, 7, 14),
            "labor-day" => CalendarMath.NthWeekday(year, 9, DayOfWeek.Monday, 1),
            "columbus-day" => CalendarMath.NthWeekday(year, 10, DayOfWeek.Monday, 2),
            "halloween" => new DateOnly(year, 10, 31),
            "all-saints" => new DateOnly(year, 11, 1),
            "guy-fawkes" => new DateOnly(year, 11, 5),
            "veterans-day" => new DateOnly(year, 11, 11),
            "thanksgiving" => CalendarMath.NthWeekday(year, 11, DayOfWeek.Thursday, 4),
            "black-friday" => CalendarMath.NthWeekday(year, 11, DayOfWeek.Thursday, 4).AddDays(1),
            "cyber-monday" => CalendarMath.NthWeekday(year, 11, DayOfWeek.Thursday, 4).AddDays(4),
            "christmas-eve" => new DateOnly(year, 12, 24),
            "christmas" => new DateOnly(year, 12, 25),
            "boxing-day" => new DateOnly(year, 12, 26),
            "new-year-eve" => new DateOnly(year, 12, 31),
            "us-election-day" => CalendarMath.NthWeekday(year, 11, DayOfWeek.Monday, 1).AddDays(1),
            _ => null,
        };
    }
}
