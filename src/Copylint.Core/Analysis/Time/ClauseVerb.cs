namespace Copylint.Analysis.Time;

/// <summary>The verb whose clause an expression of time stands in.</summary>
/// <param name="Tokens">The verb with its auxiliaries; empty where there is none.</param>
/// <param name="Tense">The time that the clause speaks of.</param>
/// <param name="IsDirect">
/// Whether the expression tells the day of the verb itself: not that of its object ("approved an election on"), of a
/// noun ("the rules of"), or an end or a plan ("by", "for").
/// </param>
/// <param name="IsFromPast">Whether what is to come is told from a past: "would", "was due to", "agreed to".</param>
internal readonly record struct ClauseVerb(TokenRange Tokens, Tense Tense, bool IsDirect, bool IsFromPast);
