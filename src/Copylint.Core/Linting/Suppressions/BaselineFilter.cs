using Copylint.Linting.Fixes;

namespace Copylint.Linting.Suppressions;

/// <summary>Tells what is new from what a baseline knows.</summary>
/// <param name="baseline">The baseline.</param>
/// <param name="fromRoot">The path of a file from the root that the baseline starts from.</param>
internal sealed class BaselineFilter(Baseline baseline, Func<string, string> fromRoot) : IFindingFilter
{
    /// <inheritdoc/>
    public FileReport Filter(FileReport report, KeptLines? kept) => baseline.Split(report, fromRoot(report.Path));
}
