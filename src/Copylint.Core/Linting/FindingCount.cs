namespace Copylint.Linting;

/// <summary>Counts the findings of each rule in a file up to a limit, and beyond it.</summary>
/// <param name="most">The most findings of one rule, 1 or more.</param>
internal sealed class FindingCount(int most)
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>What was over the limit so far, by rule.</summary>
    public IReadOnlyList<LeftOutFindings> LeftOut =>
        [.. _counts.Where(c => c.Value > most).Select(c => new LeftOutFindings(c.Key, c.Value - most))];

    /// <summary>Counts a finding of a rule.</summary>
    /// <returns>Whether it is within the limit.</returns>
    public bool Takes(string rule) => (_counts[rule] = _counts.GetValueOrDefault(rule) + 1) <= most;
}
