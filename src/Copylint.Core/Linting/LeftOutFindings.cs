namespace Copylint.Linting;

/// <summary>Findings of a file that are over the limit.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Count">How many are not shown, 1 or more.</param>
public sealed record LeftOutFindings(string RuleId, int Count);
