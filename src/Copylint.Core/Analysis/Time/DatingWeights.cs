namespace Copylint.Analysis.Time;

/// <summary>
/// How much each kind of evidence counts, from 0 to 1, and how far around the days that it names copy can be dated.
/// Chosen on news under true and under shifted headers so
/// that at most one true header in two hundred is doubted; a verdict needs 0.6 in all, so what is worth less never
/// speaks alone.
/// </summary>
internal static class DatingWeights
{
    /// <summary>A dateline.</summary>
    public const double Dateline = 0.9;

    /// <summary>"The 30th day of the invasion": the day is reckoned.</summary>
    public const double DayCount = 1.0;

    /// <summary>"A month into the invasion".</summary>
    public const double Elapsed = 0.6;

    /// <summary>A day, month or year after the header that is told in the past.</summary>
    public const double PastAhead = 0.5;

    /// <summary>A day, month or year before the header that is told as still to come.</summary>
    public const double FutureBehind = 0.5;

    /// <summary>"Since 2016".</summary>
    public const double Since = 0.7;

    /// <summary>"Up from $252 million in 1988": that year is over.</summary>
    public const double Compared = 0.65;

    /// <summary>"Last year, in 2015": the text names both.</summary>
    public const double YearCouple = 0.65;

    /// <summary>Two or more weekdays with days of the month that agree on another year.</summary>
    public const double WeekdayCouple = 0.8;

    /// <summary>An office in a sentence that tells news.</summary>
    public const double OfficeInNews = 0.65;

    /// <summary>An office before its holder's first term: nobody is called so, but gazetteers have gaps.</summary>
    public const double OfficeToCome = 0.7;

    /// <summary>"Former" before the end of the term.</summary>
    public const double FormerOffice = 0.7;

    /// <summary>An event that nobody foresaw, before it happened.</summary>
    public const double EventToCome = 0.7;

    /// <summary>A link to a page that is dated after the header.</summary>
    public const double LaterLink = 0.65;

    /// <summary>An event that comes again, with the day and month of one of its years.</summary>
    public const double ScheduledDay = 0.65;

    /// <summary>A candidate or nominee; an office in a sentence of news whose holder does nothing in it.</summary>
    public const double PassingOffice = 0.5;

    /// <summary>An office elsewhere.</summary>
    public const double Office = 0.4;

    /// <summary>People whose terms must agree where no mention tells news.</summary>
    public const int LeastOffices = 3;

    /// <summary>An event that comes again, such as an election, told as near.</summary>
    public const double Scheduled = 0.5;

    /// <summary>Days between a dateline and publication.</summary>
    public const int DatelineDays = 3;

    /// <summary>Days before and after a term in which copy still, or already, gives the title; the margin of the rule
    /// on offices too.</summary>
    public const int OfficeDays = 30;

    /// <summary>Days within which a date of the copy says that the copy is at least partly of the header's
    /// time.</summary>
    public const int NearDays = 60;

    /// <summary>Evidence that allows more days than these says nothing for one header.</summary>
    public const int MaxAgreementDays = 400;

    /// <summary>Beyond this gap a day of the month without its year agrees with nothing.</summary>
    public const int YearlessDays = 300;
}
