namespace Copylint.Analysis.Figures;

/// <summary>What a figure counts or names.</summary>
public enum QuantityKind : byte
{
    /// <summary>A bare number: of people, votes, things.</summary>
    Count,

    /// <summary>A sum of money.</summary>
    Money,

    /// <summary>A share or change in hundredths.</summary>
    Percent,

    /// <summary>Percentage points, basis points (as hundredths of them), or points of an index or a game.</summary>
    Points,

    /// <summary>An amount of some unit of measure.</summary>
    Measure,

    /// <summary>A part of a whole: half, two-thirds; its value is below one.</summary>
    Fraction,

    /// <summary>A year.</summary>
    Year,

    /// <summary>A day of a month.</summary>
    Date,

    /// <summary>A time of day, in minutes after midnight.</summary>
    TimeOfDay,

    /// <summary>A number that names something and counts nothing: No. 10, Article 5, COVID-19, 9/11.</summary>
    Label,
}

/// <summary>What joins a figure to the one before it.</summary>
public enum QuantityJoin : byte
{
    /// <summary>Nothing: it stands by itself.</summary>
    None,

    /// <summary>A hyphen or dash: 10-15.</summary>
    Hyphen,

    /// <summary>"10 to 15", without a word before the first.</summary>
    To,

    /// <summary>"from 10 to 15": a range, or a change.</summary>
    FromTo,

    /// <summary>"between 10 and 15": a range.</summary>
    BetweenAnd,
}
