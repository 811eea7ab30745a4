using Copylint.Linting;

namespace Copylint.Reports;

/// <summary>Writes a report, file by file.</summary>
public interface IReporter : IDisposable
{
    /// <summary>Called once, before any file.</summary>
    void Begin();

    /// <summary>Called for each file, in order.</summary>
    void Report(FileReport report);

    /// <summary>Called once, after all files.</summary>
    void Complete(RunSummary summary);
}
