using Copylint.Diagnostics;
using Copylint.Linting;

namespace Copylint.Cli.Reporters;

/// <summary>Writes a report, file by file.</summary>
internal interface IReporter : IDisposable
{
    /// <summary>Called once, before any file.</summary>
    void Begin();

    /// <summary>Called for each file, in order.</summary>
    void Report(FileReport report);

    /// <summary>Called once, after all files.</summary>
    void End(RunSummary summary);
}

/// <summary>The counts of a run.</summary>
internal sealed class RunSummary
{
    private readonly int[] _counts = new int[4];
    private readonly HashSet<string> _withFindings = new(StringComparer.Ordinal);

    public int Files { get; private set; }

    public int FilesWithFindings { get; private set; }

    public int Total => _counts.Sum();

    /// <summary>Number of findings that the editors let stand.</summary>
    public int Suppressed { get; private set; }

    /// <summary>Number of findings that the baseline knows.</summary>
    public int Known { get; private set; }

    /// <summary>Number of findings of the baseline that are gone.</summary>
    public int Gone { get; set; }

    public Severity Worst { get; private set; }

    /// <summary>The exit code of the run; known when all files are.</summary>
    public int ExitCode { get; set; }

    public int this[Severity severity] => _counts[(int)severity];

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
