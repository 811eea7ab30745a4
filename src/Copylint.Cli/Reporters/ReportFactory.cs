using Copylint.Cli.Commands;
using Copylint.Diagnostics;
using Copylint.Linting;

namespace Copylint.Cli.Reporters;

/// <summary>What reports are made with.</summary>
/// <param name="Console">The terminal.</param>
/// <param name="Linter">The settings.</param>
/// <param name="Rules">All rules that can find something.</param>
/// <param name="Files">Reads the files again.</param>
/// <param name="Sarif">What a SARIF log holds.</param>
internal sealed record ReportSettings(
    Terminal Console,
    Linter Linter,
    Func<IReadOnlyList<Diagnostics.RuleDescriptor>> Rules,
    ReportedFiles Files,
    SarifOptions Sarif
);

/// <summary>Makes reporters by the names of their formats.</summary>
internal static class ReportFactory
{
    /// <summary>The names of the formats.</summary>
    public static IReadOnlyList<string> Formats { get; } =
    ["text", "json", "sarif", "github", "rdjson", "gitlab", "junit", "checkstyle", "markdown", "html"];

    /// <summary>Opens one report for each format. The files belong to the last formats, in order; one format without a file goes to standard output.</summary>
    /// <exception cref="UsageException">The files do not fit the formats, or one cannot be written.</exception>
    public static ReportSet Open(IReadOnlyList<string> formats, IReadOnlyList<string> files, ReportSettings settings)
    {
        if (files.Count > formats.Count)
            throw new UsageException(
                $"{files.Count} files and {formats.Count} {(formats.Count == 1 ? "format" : "formats")}: each --output needs a --format"
            );
        if (formats.Count - files.Count > 1)
            throw new UsageException(
                $"only one report can go to standard output: give --output for {formats.Count - 1} of the {formats.Count} formats"
            );
        var reports = new List<(IReporter Reporter, ReportTarget Target)>();
        try
        {
            for (var i = 0; i < formats.Count; i++)
            {
                var file = i - (formats.Count - files.Count);
                var target = ReportTarget.Open(file < 0 ? null : files[file], settings.Console);
                reports.Add((Make(formats[i], target, settings), target));
            }
        }
        catch
        {
            new ReportSet(reports).Dispose();
            throw;
        }

        return new ReportSet(reports);
    }

    private static IReporter Make(string format, ReportTarget target, ReportSettings settings) =>
        format switch
        {
            "sarif" => new SarifReporter(
                target.Stream,
                settings.Linter,
                settings.Rules(),
                settings.Console.Folder,
                settings.Sarif
            ),
            "json" => new JsonReporter(target.Stream),
            "github" => new GitHubReporter(target.Writer),
            "rdjson" => new RdjsonReporter(target.Stream, settings.Files),
            "gitlab" => new GitLabReporter(target.Stream),
            "junit" => new JUnitReporter(target.Stream),
            "checkstyle" => new CheckstyleReporter(target.Stream),
            "markdown" => new MarkdownReporter(target.Writer),
            "html" => new HtmlReporter(target.Writer, settings.Files),
            _ => new TextReporter(
                target.Writer,
                target.IsFile ? null : settings.Console.Width,
                settings.Console.UsesColour && !target.IsFile
            ),
        };
}

/// <summary>Several reports of one run.</summary>
internal sealed class ReportSet(IReadOnlyList<(IReporter Reporter, ReportTarget Target)> reports) : IReporter
{
    public void Begin()
    {
        foreach (var (reporter, _) in reports)
            reporter.Begin();
    }

    public void Report(FileReport report)
    {
        foreach (var (reporter, _) in reports)
            reporter.Report(report);
    }

    public void End(RunSummary summary)
    {
        foreach (var (reporter, _) in reports)
            reporter.End(summary);
    }

    /// <summary>Puts the finished reports in their places.</summary>
    /// <exception cref="UsageException">One cannot be written.</exception>
    public void Commit()
    {
        foreach (var (reporter, target) in reports)
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
        foreach (var (reporter, target) in reports)
        {
            reporter.Dispose();
            target.Dispose();
        }
    }
}
