using Copylint.Diagnostics;
using Copylint.Linting;
using Copylint.Reports;

namespace Copylint.Cli.Output;

/// <summary>Several reports of one run.</summary>
internal sealed class ReportSet : IReporter
{
    private readonly List<(IReporter Reporter, ReportTarget Target)> _reports = [];

    private ReportSet() { }

    /// <summary>Opens one report for each format. The files belong to the last formats, in order; one format without a
    /// file goes to standard output.</summary>
    /// <param name="formats">The names of the formats.</param>
    /// <param name="files">The files.</param>
    /// <param name="console">The terminal.</param>
    /// <param name="settings">What reporters are made with when they write to a target.</param>
    /// <exception cref="UsageException">The files do not fit the formats, or one cannot be written.</exception>
    public static ReportSet Open(
        IReadOnlyList<string> formats,
        IReadOnlyList<string> files,
        Terminal console,
        Func<ReportTarget, ReportSettings> settings
    )
    {
        if (files.Count > formats.Count)
            throw new UsageException(
                $"{files.Count} files and {formats.Count} {(formats.Count == 1 ? "format" : "formats")}: each --output needs a --format"
            );
        if (formats.Count - files.Count > 1)
            throw new UsageException(
                $"only one report can go to standard output: give --output for {formats.Count - 1} of the {formats.Count} formats"
            );
        var set = new ReportSet();
        try
        {
            for (var i = 0; i < formats.Count; i++)
            {
                var file = i - (formats.Count - files.Count);
                var target = ReportTarget.Open(file < 0 ? null : files[file], console);
                set._reports.Add((ReportFormat.Named(formats[i]).Make(settings(target)), target));
            }
        }
        catch
        {
            set.Dispose();
            throw;
        }

        return set;
    }

    public void Begin()
    {
        foreach (var (reporter, _) in _reports)
            reporter.Begin();
    }

    public void Report(FileReport report)
    {
        foreach (var (reporter, _) in _reports)
            reporter.Report(report);
    }

    public void Complete(RunSummary summary)
    {
        foreach (var (reporter, _) in _reports)
            reporter.Complete(summary);
    }

    /// <summary>Puts the finished reports in their places.</summary>
    /// <exception cref="UsageException">One cannot be written.</exception>
    public void Commit()
    {
        foreach (var (reporter, target) in _reports)
        {
            try
            {
                reporter.Dispose();
                target.Commit();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new UsageException($"cannot write the report: {exception.Message}");
            }
        }
    }

    public void Dispose()
    {
        foreach (var (reporter, target) in _reports)
        {
            reporter.Dispose();
            target.Dispose();
        }
    }
}
