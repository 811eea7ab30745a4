using System.CommandLine;
using Copylint.Cli.Reporters;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Engine;

namespace Copylint.Cli.Commands;

/// <summary><c>copylint check</c>.</summary>
internal static class CheckCommand
{
    private const Severity Never = (Severity)int.MaxValue;

    public static Command Create(Terminal console)
    {
        var paths = new Argument<string[]>("paths") { Description = "Files, folders or globs; - for standard input. Default: the current folder.", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string[]>("--format", "-f") { Description = "Report format. Can be repeated. Default: text." };
        format.AcceptOnlyFromAmong([.. ReportFactory.Formats]);
        var output = new Option<string[]>("--output", "-o") { Description = "Write the report to a file instead of standard output. With several formats the files belong to the last ones, in order.", HelpName = "FILE" };
        var sarifProfile = new Option<string>("--sarif-profile") { Description = "full: everything; github: what code scanning should show, within its limits.", DefaultValueFactory = _ => "full" };
        sarifProfile.AcceptOnlyFromAmong("full", "github");
        var category = new Option<string?>("--category") { Description = "Name that tells this SARIF run from others of the repository.", HelpName = "NAME" };
        var provenance = new Option<bool>("--provenance") { Description = "Write the address, commit and branch of the repository into the SARIF log." };
        var baselineFile = new Option<string?>("--baseline") { Description = "Baseline, or SARIF log of an earlier run: only what it does not know counts.", HelpName = "FILE" };
        var shard = new Option<bool>("--shard") { Description = "The files are a part of all: the SARIF log carries what 'copylint merge' needs to judge them together." };
        var since = new Option<string?>("--since") { Description = "Lint files changed since a Git revision, and report findings on changed lines only.", HelpName = "REV" };
        var failOn = new Option<string?>("--fail-on") { Description = "Least severity that makes the exit code 1. Default: warning." };
        failOn.AcceptOnlyFromAmong("error", "warning", "suggestion", "never");
        var minSeverity = new Option<string>("--min-severity") { Description = "Least severity that is reported.", DefaultValueFactory = _ => "suggestion" };
        minSeverity.AcceptOnlyFromAmong("error", "warning", "suggestion");
        var rule = new Option<string[]>("--rule", "-r") { Description = "Run only these rules: ids, names, families, or the beginning of ids (CL4). Can be repeated.", HelpName = "RULE" };
        var noRule = new Option<string[]>("--no-rule") { Description = "Leave these rules out. Can be repeated.", HelpName = "RULE" };
        var include = new Option<string[]>("--include") { Description = "Glob of files to lint besides the known endings. Can be repeated.", HelpName = "GLOB" };
        var exclude = new Option<string[]>("--exclude") { Description = "Glob of files to leave out. Can be repeated.", HelpName = "GLOB" };
        var forceExclude = new Option<bool>("--force-exclude") { Description = "Leave out files that match --exclude or the configuration even when they are named, as hooks do." };
        var stdinName = new Option<string>("--stdin-filename") { Description = "Name for standard input in the report; its ending tells the format.", HelpName = "NAME", DefaultValueFactory = _ => "stdin.txt" };
        var threads = new Option<int?>("--threads") { Description = "Number of threads. Default: one for each processor.", HelpName = "N" };
        threads.Validators.Add(r =>
        {
            if (r.Tokens.Count > 0 && (!int.TryParse(r.Tokens[0].Value, out var n) || n < 1))
                r.AddError("--threads takes a whole number of 1 or more");
        });
        var noProgress = new Option<bool>("--no-progress") { Description = "Never show progress on standard error." };
        var language = CommonOptions.Language();
        var maxSize = new Option<string?>("--max-file-size") { Description = "Files over this size are not analysed. Default: 16 MB.", HelpName = "SIZE" };
        maxSize.Validators.Add(r =>
        {
            if (r.Tokens.Count > 0 && !ByteSize.TryParse(r.Tokens[0].Value, out _))
                r.AddError("--max-file-size takes a size such as 16MB");
        });
        var cache = new Option<bool>("--cache") { Description = "Keep reports in .copylint/cache and analyse only what changed." };
        var noCache = new Option<bool>("--no-cache") { Description = "Analyse everything, whatever the configuration says." };
        var fix = new Option<bool>("--fix") { Description = "Apply the safe fixes to the files, and report what is left." };
        var fixUnsafe = new Option<bool>("--fix-unsafe") { Description = "Apply the fixes that need a look too." };
        var diff = new Option<bool>("--diff") { Description = "Write nothing: show what --fix (or --fix-unsafe) would change as a unified difference." };
        var config = CommonOptions.Config();
        var command = new DescribedCommand("check", "Lint copy and report what is found.",
        [
            ("copylint check article.txt", "one article"),
            ("copylint check content --exclude 'drafts/**'", "a folder without its drafts"),
            ("copylint check content --format sarif --output copy.sarif", "a log for code scanning"),
            ("copylint check content -f text -f sarif -o copy.sarif", "two reports at once"),
            ("copylint check --since origin/main", "only what a branch changed"),
            ("copylint check --rule chronology --fail-on error '**/*.txt'", "one family of rules"),
            ("copylint check content --fix --diff", "what the safe fixes would change"),
            ("copylint check - --stdin-filename story.txt < story.txt", "standard input"),
        ])
        {
            paths, format, output, sarifProfile, category, provenance, baselineFile, shard, since, failOn, minSeverity, rule, noRule, include, exclude, forceExclude, stdinName, threads, noProgress, language, maxSize, cache, noCache, fix, fixUnsafe, diff, config,
        };
        paths.Validators.Add(argument =>
        {
            // An option that is not known would otherwise be taken for a path.
            foreach (var token in argument.Tokens.Where(t => t.Value.Length > 1 && t.Value[0] == '-'))
                argument.AddError($"unknown option '{token.Value}'{Text.Nearest.Hint(token.Value, command.Options.Select(o => o.Name))}");
        });
        command.SetAction(result =>
        {
            var threadCount = result.GetValue(threads) ?? Environment.ProcessorCount;
            var formats = result.GetValue(format) is { Length: > 0 } chosen ? chosen : ["text"];
            var baseline = result.GetValue(baselineFile) is { } known ? CommonOptions.LoadBaseline(known, console.Folder) : null;
            var changed = result.GetValue(since) is { } revision ? ChangedLines.Since(console.Folder, revision) : null;
            if (result.GetValue(shard) && (!formats.Contains("sarif") || result.GetValue(sarifProfile) == "github"))
                throw new UsageException("--shard writes what 'copylint merge' needs into a SARIF log of the full profile: add --format sarif");
            var session = new LintSession(console, new SessionOptions
            {
                IsShard = result.GetValue(shard),
                ConfigurationFile = result.GetValue(config), Only = result.GetValue(rule) ?? [], Without = result.GetValue(noRule) ?? [], MinSeverity = SeverityNamed(result.GetValue(minSeverity)!),
                Language = result.GetValue(language), MaxBytes = result.GetValue(maxSize) is { } size && ByteSize.TryParse(size, out var bytes) ? bytes : null,
                WithFingerprints = baseline is not null || formats.Any(f => f is "sarif" or "gitlab" or "html" or "rdjson"), UsesCache = result.GetValue(noCache) ? false : result.GetValue(cache) ? true : null,
                Include = result.GetValue(include) ?? [], Exclude = result.GetValue(exclude) ?? [], ForceExclude = result.GetValue(forceExclude),
            });
            var fail = result.GetValue(failOn) is { } level ? SeverityNamed(level)
                : session.Configuration.FailOn is { } configured ? configured == Severity.Off ? Never : configured
                : Severity.Warning;
            var named = result.GetValue(paths) ?? [];
            var isInput = named.Contains("-");
            if (!isInput)
                session.Find(named, changed is null ? null : f => changed.Has(f.Path));
            var isDiff = result.GetValue(diff);
            var fixes = result.GetValue(fix) || result.GetValue(fixUnsafe) || isDiff;
            Func<SourceFile, FixedFile>? fixer = fixes ? Fixer(session, threadCount, result.GetValue(fixUnsafe), writes: !isDiff) : null;
            var counter = new RunSummary();
            FileReport? fromInput = null;
            (string Path, byte[] Bytes)? given = null;
            if (isInput)
            {
                if (named.Length > 1)
                    throw new UsageException("'-' stands alone: standard input cannot be linted together with files");
                using var buffer = new MemoryStream();
                using (var input = console.OpenInput())
                    CopyUpTo(session.MaxBytes + 1, input, buffer);
                var name = result.GetValue(stdinName)!.Replace('\\', '/');
                var copy = buffer.ToArray();
                if (isDiff)
                    return ShowDifference(new FileFixer(session.LinterOf(name), result.GetValue(fixUnsafe), writes: false).Fix(name, null, copy), console) ? ExitCodes.Findings : ExitCodes.Clean;
                if (fixer is not null)
                    throw new UsageException("standard input cannot be fixed in place: name the file, or add --diff");
                given = (name, copy);
                fromInput = session.LinterOf(name).Lint(name, copy);
            }

            if (isDiff)
            {
                var any = false;
                LintRun.Run(fixer!, session.Files, threadCount, f => any |= ShowDifference(f, console));
                return any ? ExitCodes.Findings : ExitCodes.Clean;
            }

            var sarif = new SarifOptions
            {
                IsShard = result.GetValue(shard),
                IsForGitHub = result.GetValue(sarifProfile) == "github", Category = result.GetValue(category), Provenance = result.GetValue(provenance) ? RepositoryState.Read(console.Folder) : null,
                HasBaseline = baseline is not null, Gone = () => baseline?.Gone ?? [],
            };
            var files = new ReportedFiles(console.Folder, path => session.LinterOf(path).Fallback, given);
            using var reporter = ReportFactory.Open(formats, result.GetValue(output) ?? [], new ReportSettings(console, session.Linter, () => session.Rules, files, sarif));
            reporter.Begin();
            using var progress = new Progress(console, session.Files.Count, enabled: console.ShowsProgress && !result.GetValue(noProgress));
            int applied = 0, fixedFiles = 0;
            if (fromInput is not null)
                Report(fromInput);
            else if (fixer is null)
                session.Run(threadCount, Report);
            else
                session.Run(fixer, Fixed, threadCount, Report);
            progress.Dispose();
            counter.Gone = baseline?.Gone.Count ?? 0;
            reporter.End(counter);
            reporter.Commit();
            if (applied > 0)
                console.Error.WriteLine($"{applied} {(applied == 1 ? "fix" : "fixes")} in {fixedFiles} {(fixedFiles == 1 ? "file" : "files")}.");
            return counter.Worst >= fail && counter.Total > 0 ? ExitCodes.Findings : ExitCodes.Clean;

            void Report(FileReport report)
            {
                if (!report.IsContinuation)
                    progress.Advance();
                Show(report);
            }

            FileReport Fixed(FixedFile file)
            {
                if (file.Problem is not null)
                    console.Error.WriteLine($"copylint: '{file.Report.Path}' was left alone: {file.Problem}");
                applied += file.Applied;
                fixedFiles += file.Applied > 0 ? 1 : 0;
                return file.Report;
            }

            void Show(FileReport report)
            {
                if (baseline is not null)
                    report = baseline.Split(report, RepositoryRoot.PathFrom(console.Folder, report.Path));
                if (changed is not null)
                    report = changed.Filter(report);
                counter.Add(report);
                reporter.Report(report);
            }
        });
        return command;
    }

    // What only all files together tell has to be known before the first is fixed.
    private static Func<SourceFile, FixedFile> Fixer(LintSession session, int threads, bool includeUnsafe, bool writes)
    {
        var judged = new Dictionary<string, FileReport>(StringComparer.Ordinal);
        if (session.WithFacts)
        {
            session.Run(threads, report =>
            {
                if (report.IsContinuation)
                    judged[report.Path] = report;
            });
        }

        return file => new FileFixer(session.LinterOf(file.Path), includeUnsafe, writes, judged).Fix(file);
    }

    private static bool ShowDifference(FixedFile file, Terminal console)
    {
        console.Output.Write(file.Difference);
        return file.Difference is { Length: > 0 };
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

    private static Severity SeverityNamed(string name) => name switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "suggestion" => Severity.Suggestion,
        _ => Never,
    };
}
