namespace Copylint.Calendar;

/// <summary>The units of time that copy counts in.</summary>
public enum TimeUnit
{
    /// <summary>Seconds, minutes and hours.</summary>
    Hour,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks; a fortnight is two.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Quarters of a year.</summary>
    Quarter,

    /// <summary>Years.</summary>
    Year,

    /// <summary>Decades.</summary>
    Decade,

    /// <summary>Centuries.</summary>
    Century,
}
