using Copylint.Git;
using Copylint.Linting.Fixes;

namespace Copylint.Linting;

/// <summary>Leaves of reports what stands on changed lines.</summary>
/// <param name="changed">The lines.</param>
internal sealed class ChangedLinesFilter(ChangedLines changed) : IFindingFilter
{
    /// <summary>The changed files, as paths from the working folder with forward slashes.</summary>
    public IEnumerable<string> Files => changed.Files;

    /// <summary>Whether a file has changed lines.</summary>
    /// <param name="path">The path from the working folder, with forward slashes.</param>
    public bool IsTouched(string path) => changed.Has(path);

    /// <summary>The report with the findings on changed lines only; what is about the whole file stays.</summary>
    /// <param name="report">The report.</param>
    /// <param name="kept">The lines that fixes left as they were since Git was asked; null when nothing was fixed. What
    /// a fix touched was changed before, or it would not have been.</param>
    public FileReport Filter(FileReport report, KeptLines? kept)
    {
        return report with
        {
            Diagnostics = Keep(report.Diagnostics),
            Suppressed = Keep(report.Suppressed),
            Known = Keep(report.Known),
        };

        IReadOnlyList<LocatedDiagnostic> Keep(IReadOnlyList<LocatedDiagnostic> diagnostics) =>
            [
                .. diagnostics.Where(d =>
                    d.Line.Length == 0
                    || Enumerable.Range(d.Range.Start.Line, d.Range.End.Line - d.Range.Start.Line + 1).Any(IsChanged)
                ),
            ];

        bool IsChanged(int line) =>
            kept is null
                ? changed.Has(report.Path, line)
                : kept.OriginOf(line) is not { } origin || changed.Has(report.Path, origin);
    }
}
