using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Git;
using Copylint.Linting.Corpus;

namespace Copylint.Linting;

/// <summary>A run over files of a workspace, with what only all files together tell.</summary>
/// <param name="workspace">The workspace.</param>
public sealed class LintSession(Workspace workspace)
{
    private readonly Dictionary<string, FileLinter> _byFile = new(StringComparer.Ordinal);

    /// <summary>The workspace.</summary>
    public Workspace Workspace => workspace;

    /// <summary>The files, once they were found.</summary>
    public IReadOnlyList<SourceFile> Files { get; private set; } = [];

    /// <summary>Number of files that were found before a filter left some out.</summary>
    public int FoundCount { get; private set; }

    /// <summary>Whether reports carry what a judgement over all files needs.</summary>
    public bool WithFacts => workspace.WithFacts;

    /// <summary>Finds the files that paths mean, and the linter of each.</summary>
    /// <param name="paths">Files, folders and globs from the working folder; none for all of it.</param>
    /// <param name="filter">Whether a file counts; null for all.</param>
    /// <exception cref="UsageException">A path does not exist, or a glob matches nothing.</exception>
    public void Find(IReadOnlyList<string> paths, Func<SourceFile, bool>? filter = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var options = workspace.Options;
        var ignored = workspace.Configuration.ValueOf(Settings.GitIgnore)
            ? new GitIgnored(GitProcess.Find(options.SearchPath, workspace.Folder), workspace.Folder, text =>
                options.Tell?.Invoke(text)
            )
            : null;
        GlobSet include = Globs(options.Include),
            exclude = Globs(options.Exclude);
        var found = FileDiscovery.Find(
            workspace.Folder,
            paths.Count == 0 ? ["."] : paths,
            f => include.Has(f) || workspace.ConfigurationFor(f).Includes(f),
            f => exclude.Has(f) || workspace.ConfigurationFor(f).Excludes(f),
            options.ForceExclude,
            ignored is null ? null : ignored.Has
        );
        FoundCount = found.Count;
        Files = [.. found.Where(f => filter?.Invoke(f) != false)];
        var count = options.IsShard ? int.MaxValue : Files.Count;
        workspace.WithFacts = Files
            .Select(f => workspace.RulesFor(f.FullPath))
            .Distinct()
            .ToList()
            .Exists(l => RepeatedLines.CanJudge(l, count));
        foreach (var file in Files)
            _byFile[file.Path] = workspace.LinterOf(file.FullPath);
    }

    /// <summary>The linter of a file that was found, or of a name that standard input goes by.</summary>
    public FileLinter LinterOf(string path) =>
        _byFile.TryGetValue(path, out var linter) ? linter : workspace.LinterOf(path);

    /// <summary>Lints all files, and hands each report on in order; then what all files together tell.</summary>
    public void Run(int threads, Action<FileReport> report) =>
        Run(file => LinterOf(file.Path).Lint(file), r => r, threads, report);

    /// <summary>Does something with all files, and hands the report of each on in order; then what all files together
    /// tell.</summary>
    /// <param name="work">What is done with a file; on several threads at once.</param>
    /// <param name="reportOf">The report in a result; called in order, before it is handed on.</param>
    /// <param name="threads">Number of threads.</param>
    /// <param name="report">Receives the reports.</param>
    public void Run<T>(Func<SourceFile, T> work, Func<T, FileReport> reportOf, int threads, Action<FileReport> report)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(reportOf);
        ArgumentNullException.ThrowIfNull(report);
        var repeated = new RepeatedLines(f => LinterOf(f.Path));
        var done = 0;
        LintRun.Run(work, Files, threads, result =>
        {
            var own = reportOf(result);
            if (own.Facts is { } facts)
                repeated.Add(Files[done], facts);
            done++;
            report(own);
        });
        workspace.TrimCaches();
        if (workspace.Options.IsShard)
            return;
        foreach (var more in repeated.Judge())
            report(more);
    }

    private GlobSet Globs(IReadOnlyList<string> globs)
    {
        try
        {
            return new GlobSet(workspace.Folder, globs);
        }
        catch (FormatException exception)
        {
            throw new UsageException(exception.Message);
        }
    }
}
