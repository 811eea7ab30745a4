using Copylint.Linting.Fixes;

namespace Copylint.Linting;

/// <summary>Takes from the report of a file what is not to be shown. Filters stand in one order: what a baseline knows,
/// what stands on unchanged lines, what is beyond a limit.</summary>
public interface IFindingFilter
{
    /// <summary>What is left of a report.</summary>
    /// <param name="report">The report, after the filters before this one.</param>
    /// <param name="kept">The lines that fixes left as they were; null when nothing was fixed.</param>
    FileReport Filter(FileReport report, KeptLines? kept);
}
