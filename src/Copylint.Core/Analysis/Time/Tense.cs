namespace Copylint.Analysis.Time;

/// <summary>The time that a clause speaks of, by its verb.</summary>
public enum Tense
{
    /// <summary>No verb tells.</summary>
    Unknown,

    /// <summary>The past.</summary>
    Past,

    /// <summary>Before another past: "had said", and what a sentence recalls.</summary>
    PastPerfect,

    /// <summary>The present, and what has just happened.</summary>
    Present,

    /// <summary>The future, plans and schedules, also those of the past ("was due on").</summary>
    Future,

    /// <summary>Conditions, wishes, and what could, might or would be: told as no fact of any day.</summary>
    Hypothetical,
}
