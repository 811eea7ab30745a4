using Copylint.Linting.Fixes;

namespace Copylint.Linting;

/// <summary>Keeps the first findings of each rule in a file, and counts the others. It stands after all other filters,
/// so that baselines and fingerprints see everything.</summary>
/// <param name="most">The most findings of one rule in one file, 1 or more.</param>
public sealed class FindingLimit(int most) : IFindingFilter
{
    /// <inheritdoc/>
    public FileReport Filter(FileReport report, KeptLines? kept)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Diagnostics.Count <= most)
            return report;
        var count = new FindingCount(most);
        var shown = report.Diagnostics.Where(d => count.Takes(d.Rule.Id)).ToList();
        return shown.Count == report.Diagnostics.Count
            ? report
            : report with
            {
                Diagnostics = shown,
                LeftOut = [.. report.LeftOut.Concat(count.LeftOut).OrderBy(l => l.RuleId, StringComparer.Ordinal)],
            };
    }
}
