using Copylint.Text;

namespace Copylint.Meaning;

/// <summary>The kinds of expressions of time.</summary>
public enum TimeExpressionKind
{
    /// <summary>A day of the calendar, with or without its year or weekday.</summary>
    Date,

    /// <summary>A month with its year.</summary>
    Month,

    /// <summary>A year alone.</summary>
    Year,

    /// <summary>A counted day, week or month of an event: "the 30th day of the invasion".</summary>
    EventDay,

    /// <summary>Time since an event: "more than a month into the invasion".</summary>
    EventElapsed,
}

/// <summary>A stretch of text that names a time.</summary>
public sealed record TimeExpression
{
    /// <summary>The kind.</summary>
    public required TimeExpressionKind Kind { get; init; }

    /// <summary>The span in the document's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The tokens.</summary>
    public required TokenRange Tokens { get; init; }

    /// <summary>Index of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>Year, or null where the text has none.</summary>
    public int? Year { get; init; }

    /// <summary>Month from 1 to 12 (or a number outside where the text has a wrong one), or null.</summary>
    public int? Month { get; init; }

    /// <summary>Day of the month as written, or null.</summary>
    public int? Day { get; init; }

    /// <summary>Weekday, or null.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>The event that is counted from, or null.</summary>
    public NewsEvent? Event { get; init; }

    /// <summary>The days that the expression can mean, where it says so by itself.</summary>
    public DateInterval? Window { get; init; }

    /// <summary>The calendar day, when year, month and day are given and the calendar has it.</summary>
    public DateOnly? DateOnly =>
        Year is { } year and >= 1 and <= 9999 && Month is { } month and >= 1 and <= 12 && Day is { } day && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
