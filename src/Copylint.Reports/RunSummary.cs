using Copylint.Diagnostics;
using Copylint.Linting;

namespace Copylint.Reports;

/// <summary>The counts of a run.</summary>
public sealed class RunSummary
{
    private readonly int[] _counts = new int[4];
    private readonly HashSet<string> _withFindings = new(StringComparer.Ordinal);

    /// <summary>Number of files that were linted.</summary>
    public int Files { get; private set; }

    /// <summary>Number of files with findings that count.</summary>
    public int FilesWithFindings { get; private set; }

    /// <summary>Number of findings that count.</summary>
    public int Total => _counts.Sum();

    /// <summary>Number of findings that the editors let stand.</summary>
    public int Suppressed { get; private set; }

    /// <summary>Number of findings that the baseline knows.</summary>
    public int Known { get; private set; }

    /// <summary>Number of findings of the baseline that are gone.</summary>
    public int Gone { get; set; }

    /// <summary>The worst severity that counts; off when there is none.</summary>
    public Severity Worst { get; private set; }

    /// <summary>Number of findings that a report had to leave out.</summary>
    public int LeftOut { get; set; }

    /// <summary>Whether there was no file to lint, where one was expected.</summary>
    public bool LintedNothing { get; set; }

    /// <summary>The exit code of the run; known when all files are.</summary>
    public int ExitCode { get; set; }

    /// <summary>Number of findings of a severity.</summary>
    public int this[Severity severity] => _counts[(int)severity];

    /// <summary>Counts what is in a report.</summary>
    public void Add(FileReport report)
    {
        Files += report.IsContinuation ? 0 : 1;
        if (report.Diagnostics.Count > 0 && _withFindings.Add(report.Path))
            FilesWithFindings++;
        Suppressed += report.Suppressed.Count;
        Known += report.Known.Count;
        foreach (var diagnostic in report.Diagnostics)
        {
            _counts[(int)diagnostic.Severity]++;
            if (diagnostic.Severity > Worst)
                Worst = diagnostic.Severity;
        }
    }
}
