using Copylint.Calendar;
using Copylint.Text;

namespace Copylint.Analysis.Time;

/// <summary>The kinds of expressions of time.</summary>
public enum TimeExpressionKind
{
    /// <summary>A day of the calendar, with or without its year or weekday.</summary>
    Date,

    /// <summary>A weekday alone: "on Friday", "last Tuesday".</summary>
    Weekday,

    /// <summary>A day counted from the day of writing: "yesterday", "tonight".</summary>
    RelativeDay,

    /// <summary>A month, with or without its year.</summary>
    Month,

    /// <summary>A year alone.</summary>
    Year,

    /// <summary>A decade: "the 1990s".</summary>
    Decade,

    /// <summary>A century: "the 19th century".</summary>
    Century,

    /// <summary>A season, with or without its year.</summary>
    Season,

    /// <summary>A quarter of a year, of the calendar or of a company's books.</summary>
    Quarter,

    /// <summary>A day or days that a rule of the calendar fixes: Easter, Thanksgiving.</summary>
    Holiday,

    /// <summary>A time of day.</summary>
    TimeOfDay,

    /// <summary>A stretch told from the day of writing: "two weeks ago", "last month", "earlier this year".</summary>
    Relative,

    /// <summary>A stretch of some length that says nothing of when: "for three years".</summary>
    Duration,

    /// <summary>Since a year or month: "since 2014".</summary>
    Since,

    /// <summary>An anniversary: "the 20th anniversary of the 9/11 attacks".</summary>
    Anniversary,

    /// <summary>Time between a year and now: "ten years after the 2011 tsunami".</summary>
    YearElapsed,

    /// <summary>A year of accounts: "fiscal 2019".</summary>
    FiscalYear,

    /// <summary>The present at large: "now", "currently".</summary>
    Present,

    /// <summary>A counted day, week or month of an event: "the 30th day of the invasion".</summary>
    EventDay,

    /// <summary>Time since an event: "more than a month into the invasion".</summary>
    EventElapsed,
}

/// <summary>How an expression is told from the day of writing.</summary>
public enum TimeRelation
{
    /// <summary>Not at all, or only by the tense around it.</summary>
    None,

    /// <summary>"last", "past", "previous".</summary>
    Last,

    /// <summary>"this", "current".</summary>
    This,

    /// <summary>"next", "coming".</summary>
    Next,

    /// <summary>"ago".</summary>
    Ago,

    /// <summary>"in two weeks", "from now".</summary>
    FromNow,

    /// <summary>"earlier this".</summary>
    Earlier,

    /// <summary>"later this".</summary>
    Later,
}

/// <summary>How exactly an amount is meant.</summary>
public enum Approximation
{
    /// <summary>As written.</summary>
    Exact,

    /// <summary>"about", "around", "some".</summary>
    About,

    /// <summary>"more than", "over".</summary>
    MoreThan,

    /// <summary>"nearly", "almost", "less than".</summary>
    LessThan,
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

    /// <summary>Year, or null where the text has none. Of an anniversary or elapsed time, the year that it counts
    /// from.</summary>
    public int? Year { get; init; }

    /// <summary>Month from 1 to 12 (or a number outside where the text has a wrong one), or null.</summary>
    public int? Month { get; init; }

    /// <summary>Day of the month as written, or null.</summary>
    public int? Day { get; init; }

    /// <summary>The last day of a range or list of days of a month ("18–22 March"), or null; <see cref="Day"/> is the
    /// first.</summary>
    public int? EndDay { get; init; }

    /// <summary>Years or weeks from those of the day of writing, where the text says so: 1 for "June next year", -1 for
    /// "Tuesday last week"; or null.</summary>
    public int? Offset { get; init; }

    /// <summary>Weekday; of a range of weekdays the first; or null.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>The event that is counted from, or null.</summary>
    public NewsEvent? Event { get; init; }

    /// <summary>Name of the holiday, or null.</summary>
    public string? Holiday { get; init; }

    /// <summary>How many units, or null.</summary>
    public double? Amount { get; init; }

    /// <summary>The unit, or null.</summary>
    public TimeUnit? Unit { get; init; }

    /// <summary>How exactly the amount is meant.</summary>
    public Approximation Approximation { get; init; }

    /// <summary>How it is told from the day of writing.</summary>
    public TimeRelation Relation { get; init; }

    /// <summary>Days from the day of writing, for <see cref="TimeExpressionKind.RelativeDay"/>.</summary>
    public int DayOffset { get; init; }

    /// <summary>How sure the reading is, from 0 to 1: a month that is also a word ("May", "March") is less sure than a
    /// full date.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The days that the expression can mean, where it says so by itself.</summary>
    public DateInterval? Window { get; init; }

    /// <summary>The calendar day, when year, month and day are given and the calendar has it.</summary>
    public DateOnly? DateOnly =>
        Year is { } year && Month is { } month && Day is { } day ? CalendarMath.Day(year, month, day) : null;

    /// <summary>The days that it means in copy written on a day.</summary>
    /// <param name="anchor">The day of writing.</param>
    /// <param name="tense">The tense around it, which decides between last Friday and next Friday.</param>
    /// <returns>Null for a time of day, a length of time, or what cannot be told.</returns>
    public DateInterval? Resolve(DateOnly anchor, Tense tense) => Window ?? TimeResolver.Resolve(this, anchor, tense);
}
