using System.ComponentModel;
using Copylint.Cli.Output;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Git;
using Copylint.Linting;
using Copylint.Linting.Fixes;
using Copylint.Linting.Suppressions;
using Copylint.Reports;
using Copylint.Reports.Sarif;
using Copylint.Storage;
using Copylint.Yaml;

namespace Copylint.Cli.Commands;

/// <summary>What <c>copylint check</c> is asked for.</summary>
internal sealed record CheckRequest
{
    /// <summary>Files, folders and globs; a hyphen alone is standard input, none is the working folder.</summary>
    public required string[] Paths { get; init; }

    /// <summary>The names of the reports' formats, one at least.</summary>
    public required IReadOnlyList<string> Formats { get; init; }

    /// <summary>The files of the last reports, in order.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>Whether the SARIF log has only what code scanning should show.</summary>
    public bool IsForGitHub { get; init; }

    /// <summary>What tells the SARIF run from others, or null.</summary>
    public string? Category { get; init; }

    /// <summary>Whether the SARIF log names the repository and its state.</summary>
    public bool WithProvenance { get; init; }

    /// <summary>The arguments for the SARIF log, or null to leave out how the command was called.</summary>
    public IReadOnlyList<string>? Arguments { get; init; }

    /// <summary>The file of the baseline, or null.</summary>
    public string? Baseline { get; init; }

    /// <summary>The Git revision since which lines count, or null for all.</summary>
    public string? Since { get; init; }

    /// <summary>The least severity that fails the run, or null for the configuration's.</summary>
    public string? FailOn { get; init; }

    /// <summary>The name that standard input goes by.</summary>
    public required string InputName { get; init; }

    /// <summary>Number of threads.</summary>
    public int Threads { get; init; }

    /// <summary>Whether progress is shown.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Whether a run that lints nothing is fine.</summary>
    public bool AllowsEmpty { get; init; }

    /// <summary>Whether fixes are applied, or shown.</summary>
    public bool Fixes { get; init; }

    /// <summary>Whether fixes that need a look are too.</summary>
    public bool FixesUnsafe { get; init; }

    /// <summary>Whether fixes are shown and nothing is written.</summary>
    public bool IsDiff { get; init; }

    /// <summary>What the session is made with, but for what the formats need.</summary>
    public required WorkspaceOptions Session { get; init; }
}

/// <summary>One run of <c>copylint check</c>.</summary>
internal sealed class CheckRun(Terminal console, CheckRequest request)
{
    private readonly DateTime _start = DateTime.UtcNow;
    private readonly RunSummary _summary = new();
    private readonly Dictionary<string, KeptLines> _kept = new(StringComparer.Ordinal);

    /// <summary>Lints, and fixes where that is asked for.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">Something that was asked for cannot be done.</exception>
    /// <exception cref="ConfigurationException">A configuration, card or list has a mistake.</exception>
    public int Run()
    {
        LintSession session;
        Baseline? baseline;
        ChangedLinesFilter? changed;
        try
        {
            if (request.Session.IsShard && (!request.Formats.Contains("sarif") || request.IsForGitHub))
                throw new UsageException(
                    "--shard writes what 'copylint merge' needs into a SARIF log of the full profile: add --format sarif"
                );
            if (IsInput && request.Paths.Length > 1)
                throw new UsageException("'-' stands alone: standard input cannot be linted together with files");
            baseline = request.Baseline is { } known ? CommonOptions.LoadBaseline(known, console.Folder) : null;
            changed = request.Since is { } revision
                ? new ChangedLinesFilter(
                    ChangedLines.Since(GitProcess.Find(console.SearchPath, console.Folder), console.Folder, revision)
                )
                : null;
            session = CommonOptions.OpenSession(
                console,
                request.Session with
                {
                    LimitsFindings = baseline is null && changed is null && !request.Fixes && !request.Session.IsShard,
                    WithFingerprints =
                        baseline is not null || request.Formats.Any(f => ReportFormat.Named(f).NeedsFingerprints),
                }
            );
            if (!IsInput)
                Find(session, changed);
        }
        catch (Exception exception) when (exception is UsageException or ConfigurationException or GitException)
        {
            WriteFailure(
                exception is ConfigurationException { Mistakes: var mistakes }
                    ? mistakes
                    : [new ConfigurationError("", 0, 0, exception.Message)]
            );
            throw;
        }

        if (IsInput)
            return LintInput(session, baseline, changed);
        if (request.Fixes && !request.IsDiff)
            SweepFolders(session);
        Func<SourceFile, FixedFile>? fixer = request.Fixes ? Fixer(session, baseline, changed) : null;
        if (request.IsDiff)
        {
            var any = false;
            LintRun.Run(fixer!, session.Files, request.Threads, f => any |= ShowDifference(f));
            return any ? ExitCodes.Findings : ExitCodes.Clean;
        }

        int applied = 0,
            fixedFiles = 0;
        Report(session, baseline, changed, null, show =>
        {
            if (fixer is null)
                session.Run(request.Threads, show);
            else
                session.Run(fixer, Fixed, request.Threads, show);
        });
        if (applied > 0)
            console.Error.WriteLine(
                $"{applied} {(applied == 1 ? "fix" : "fixes")} in {fixedFiles} {(fixedFiles == 1 ? "file" : "files")}."
            );
        return _summary.ExitCode;

        FileReport Fixed(FixedFile file)
        {
            Tell(file);
            applied += file.Applied;
            fixedFiles += file.Applied > 0 ? 1 : 0;
            if (file.Kept is { } kept)
                _kept[file.Report.Path] = kept;
            return file.Report;
        }
    }

    private void Tell(FixedFile file)
    {
        if (file.Problem is not null)
            console.Tell($"'{file.Report.Path}' was left alone: {file.Problem}");
        else if (file.Told.Length > 0)
            console.Error.WriteLine(VisibleText.Lines($"{file.Report.Path.ReplaceLineEndings(" ")}: {file.Told}"));
    }

    private void Find(LintSession session, ChangedLinesFilter? changed)
    {
        // A report that this run writes over is no copy.
        var outputs = request
            .Outputs.Select(o => Path.GetFullPath(o, console.Folder))
            .ToHashSet(StringComparer.Ordinal);
        session.Find(request.Paths, f =>
            !outputs.Contains(f.FullPath) && (f.Problem is not null || changed?.IsTouched(f.Path) != false)
        );
        if (session.FoundCount == 0 && !request.AllowsEmpty && !request.Session.ForceExclude)
        {
            var where = request.Paths.Length == 0 ? "the working folder" : $"'{string.Join("', '", request.Paths)}'";
            console.Tell(
                $"warning: nothing was linted: no file of a known format lies in {where} "
                    + "(--allow-empty if that is right)"
            );
            _summary.LintedNothing = true;
        }

        if (changed is not null && request.Paths.Length == 0)
            TellOutside(changed);
    }

    // The working folder alone is linted where no path is named.
    private void TellOutside(ChangedLinesFilter changed)
    {
        var outside = changed.Files.Count(f =>
            f.StartsWith("../", StringComparison.Ordinal) && DocumentParser.FormatOf(f) is not null
        );
        if (outside > 0)
            console.Tell(
                $"{outside} changed {(outside == 1 ? "file lies" : "files lie")} outside the working folder and "
                    + $"{(outside == 1 ? "was" : "were")} not linted: name the folder, as '..', to lint them too"
            );
    }

    private static void SweepFolders(LintSession session)
    {
        foreach (var folder in session.Files.Select(f => Path.GetDirectoryName(f.FullPath)!).Distinct())
            TemporaryFiles.Sweep(folder);
    }

    private bool IsInput => request.Paths.Contains("-");

    private SarifOptions Sarif =>
        new()
        {
            IsShard = request.Session.IsShard,
            IsForGitHub = request.IsForGitHub,
            Category = request.Category,
            Provenance = request.WithProvenance ? RepositoryState.Read(console.Folder) : null,
            Invocation = request.Arguments is { } arguments
                ? new SarifInvocation(arguments, console.Folder, _start)
                : null,
        };

    private int LintInput(LintSession session, Baseline? baseline, ChangedLinesFilter? changed)
    {
        using var buffer = new MemoryStream();
        ReadInput(session.Workspace.MaxBytes + 1, buffer);
        var copy = buffer.ToArray();
        var linter = session.LinterOf(request.InputName);
        if (!request.Fixes)
        {
            Report(session, baseline, changed, (request.InputName, copy), show =>
                show(linter.Lint(request.InputName, copy))
            );
            return _summary.ExitCode;
        }

        var fixedCopy = new FileFixer(
            linter,
            request.FixesUnsafe,
            writes: !request.IsDiff,
            null,
            ScopeOf(baseline, changed)
        ).Fix(request.InputName, null, copy);
        if (request.IsDiff)
            return ShowDifference(fixedCopy) ? ExitCodes.Findings : ExitCodes.Clean;
        // The copy goes where it came from, and what there is to say of it beside it.
        Tell(fixedCopy);
        var result = fixedCopy.Bytes ?? copy;
        console.Write(result);
        var aside = new CheckRun(console.WithReportOnError(), request);
        if (fixedCopy.Kept is { } kept)
            aside._kept[request.InputName] = kept;
        aside.Report(session, baseline, changed, (request.InputName, result), show => show(fixedCopy.Report));
        return aside._summary.ExitCode;
    }

    // Writes the reports of all that 'run' hands on.
    private void Report(
        LintSession session,
        Baseline? baseline,
        ChangedLinesFilter? changed,
        (string Path, byte[] Bytes)? input,
        Action<Action<FileReport>> run
    )
    {
        var fail = CommonOptions.FailLevel(request.FailOn, session.Workspace.Configuration);
        var sarif = Sarif with { HasBaseline = baseline is not null, Gone = () => baseline?.Gone ?? [] };
        var filters = FiltersOf(session.Workspace.Configuration, baseline, changed);
        var files = new ReportedFiles(console.Folder, path => session.LinterOf(path).Reading, input);
        using var reporter = ReportSet.Open(request.Formats, request.Outputs, console, target => new ReportSettings
        {
            Writer = target.Writer,
            Stream = target.Stream,
            Width = target.IsFile ? null : console.Width,
            UsesColour = console.UsesColour && !target.IsFile,
            Folder = console.Folder,
            Settings = session.Workspace.Linter.Settings,
            Rules = () => session.Workspace.Rules,
            Files = files,
            Sarif = sarif,
        });
        reporter.Begin();
        using (var progress = new Progress(console, session.Files.Count, request.ShowsProgress))
        {
            run(report =>
            {
                if (!report.IsContinuation)
                    progress.Advance();
                foreach (var filter in filters)
                    report = filter.Filter(report, _kept.GetValueOrDefault(report.Path));
                TellLeftOut(report);
                _summary.Add(report);
                reporter.Report(report);
            });
        }

        _summary.Gone = baseline?.Gone.Count ?? 0;
        var fails =
            (_summary.Total > 0 && _summary.Worst >= fail) || (_summary.LintedNothing && Severity.Warning >= fail);
        _summary.ExitCode = fails ? ExitCodes.Findings : ExitCodes.Clean;
        reporter.Complete(_summary);
        if (_summary.LeftOut > 0)
            console.Tell(SarifOptions.LeftOutMessage(_summary.LeftOut));
        reporter.Commit();
    }

    // A shard's log is what all shards are judged by: it leaves nothing out.
    private List<IFindingFilter> FiltersOf(
        CopylintConfiguration configuration,
        Baseline? baseline,
        ChangedLinesFilter? changed
    )
    {
        List<IFindingFilter> filters = [];
        if (baseline is not null)
            filters.Add(new BaselineFilter(baseline, path => RepositoryRoot.PathFrom(console.Folder, path)));
        if (changed is not null)
            filters.Add(changed);
        if (!request.Session.IsShard)
            filters.Add(new FindingLimit(configuration.ValueOf(Settings.MaxFindings)));
        return filters;
    }

    private void TellLeftOut(FileReport report)
    {
        foreach (var left in report.LeftOut)
            console.Tell(
                $"{left.Count} more {(left.Count == 1 ? "finding" : "findings")} of {left.RuleId} in '{report.Path}' {(left.Count == 1 ? "is" : "are")} not shown: 'max-findings' sets the limit"
            );
    }

    // The log of a run that failed says so; the reader of an old one would take it for the new. A log that is the
    // baseline too is kept.
    private void WriteFailure(IReadOnlyList<ConfigurationError> mistakes)
    {
        var first = request.Formats.Count - request.Outputs.Count;
        for (var i = Math.Max(first, 0); i < request.Formats.Count; i++)
        {
            var path = request.Outputs[i - first];
            if (
                request.Formats[i] != "sarif"
                || (
                    request.Baseline is { } baseline
                    && Path.GetFullPath(baseline, console.Folder) == Path.GetFullPath(path, console.Folder)
                )
            )
                continue;
            using var target = ReportTarget.Open(path, console);
            using (var reporter = new SarifReporter(target.Stream, null, [], console.Folder, Sarif))
                reporter.Fail(ExitCodes.Usage, mistakes);
            target.Commit();
        }
    }

    // What only all files together tell has to be known before the first is fixed.
    private Func<SourceFile, FixedFile> Fixer(LintSession session, Baseline? baseline, ChangedLinesFilter? changed)
    {
        var judged = new Dictionary<string, FileReport>(StringComparer.Ordinal);
        if (session.WithFacts)
        {
            session.Run(request.Threads, report =>
            {
                if (report.IsContinuation)
                    judged[report.Path] = report;
            });
        }

        return file =>
            new FileFixer(
                session.LinterOf(file.Path),
                request.FixesUnsafe,
                writes: !request.IsDiff,
                judged,
                ScopeOf(baseline, changed)
            ).Fix(file);
    }

    // What a baseline knows, and what stands on lines that nobody changed, is left as it is.
    private Func<FileReport, KeptLines?, FileReport>? ScopeOf(Baseline? baseline, ChangedLinesFilter? changed) =>
        baseline is null && changed is null
            ? null
            : (report, kept) =>
            {
                if (baseline is not null)
                    report = baseline.WithoutKnown(report, RepositoryRoot.PathFrom(console.Folder, report.Path));
                return changed is null ? report : changed.Filter(report, kept);
            };

    private bool ShowDifference(FixedFile file)
    {
        console.Output.Write(file.Difference);
        Tell(file);
        return file.Difference is { Length: > 0 };
    }

    private void ReadInput(long count, Stream buffer)
    {
        try
        {
            using var input = console.OpenInput();
            CopyUpTo(count, input, buffer);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or Win32Exception or NotSupportedException)
        {
            throw new UsageException($"standard input cannot be read: {exception.Message}");
        }
    }

    // One byte more than the limit tells that there is more.
    private static void CopyUpTo(long count, Stream input, Stream output)
    {
        var part = new byte[1 << 16];
        int read;
        while (count > 0 && (read = input.Read(part, 0, (int)Math.Min(part.Length, count))) > 0)
        {
            output.Write(part, 0, read);
            count -= read;
        }
    }
}
