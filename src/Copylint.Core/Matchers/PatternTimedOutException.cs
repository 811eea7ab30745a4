namespace Copylint.Matchers;

/// <summary>Thrown by a pattern that did not finish in time; the engine makes a CL0007 of it.</summary>
/// <param name="pattern">The pattern.</param>
/// <param name="isGivenUp">Whether the pattern is not tried any more in the file.</param>
internal sealed class PatternTimedOutException(string pattern, bool isGivenUp)
    : Exception(
        $"the pattern {pattern} did not finish in time{(isGivenUp ? " and is not tried any more in this file" : "")}"
    )
{
    /// <summary>Whether the pattern is not tried any more in the file.</summary>
    public bool IsGivenUp => isGivenUp;
}
