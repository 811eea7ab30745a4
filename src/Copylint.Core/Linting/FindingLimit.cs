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
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var shown = new List<LocatedDiagnostic>(report.Diagnostics.Count);
        foreach (var diagnostic in report.Diagnostics)
        {
            var count = counts[diagnostic.Rule.Id] = counts.GetValueOrDefault(diagnostic.Rule.Id) + 1;
            if (count <= most)
                shown.Add(diagnostic);
        }

        return shown.Count == report.Diagnostics.Count
            ? report
            : report with
            {
                Diagnostics = shown,
                LeftOut =
                [
                    .. counts.Where(c => c.Value > most).Select(c => new LeftOutFindings(c.Key, c.Value - most)),
                ],
            };
    }
}
