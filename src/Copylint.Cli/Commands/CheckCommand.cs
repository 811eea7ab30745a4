using System.CommandLine;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Linting;
using Copylint.Reports;

namespace Copylint.Cli.Commands;

/// <summary><c>copylint check</c>: its options.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal console)
    {
        var paths = new Argument<string[]>("paths")
        {
            Description = "Files, folders or globs; - for standard input. Default: the current folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = new Option<string[]>("--format", "-f")
        {
            Description = "Report format. Can be repeated. Default: text.",
        };
        format.AcceptOnlyFromAmong([.. ReportFormat.All.Select(f => f.Name)]);
        var output = new Option<string[]>("--output", "-o")
        {
            Description =
                "Write the report to a file instead of standard output. With several formats the files belong to the last ones, in order.",
            HelpName = "FILE",
        };
        var sarifProfile = new Option<string>("--sarif-profile")
        {
            Description = "full: everything; github: what code scanning should show, within its limits.",
            DefaultValueFactory = _ => "full",
        };
        sarifProfile.AcceptOnlyFromAmong("full", "github");
        var category = new Option<string?>("--category")
        {
            Description = "Name that tells this SARIF run from others of the repository.",
            HelpName = "NAME",
        };
        var provenance = new Option<bool>("--provenance")
        {
            Description = "Write the address, commit and branch of the repository into the SARIF log.",
        };
        var invocation = new Option<bool>("--invocation")
        {
            Description = "Write the arguments, the working folder and the times of the run into the SARIF log.",
        };
        var baselineFile = new Option<string?>("--baseline")
        {
            Description = "Baseline, or SARIF log of an earlier run: only what it does not know counts.",
            HelpName = "FILE",
        };
        var shard = new Option<bool>("--shard")
        {
            Description =
                "The files are a part of all: the SARIF log carries what 'copylint merge' needs to judge them together.",
        };
        var since = new Option<string?>("--since")
        {
            Description = "Lint files changed since a Git revision, and report findings on changed lines only.",
            HelpName = "REV",
        };
        var failOn = CommonOptions.FailOn();
        var minSeverity = new Option<string>("--min-severity")
        {
            Description = "Least severity that is reported.",
            DefaultValueFactory = _ => SeverityNames.ReportedNames[^1],
        };
        minSeverity.AcceptOnlyFromAmong([.. SeverityNames.ReportedNames]);
        var rule = new Option<string[]>("--rule", "-r")
        {
            Description = "Run only these rules: ids, names, families, or the beginning of ids (CL4). Can be repeated.",
            HelpName = "RULE",
        };
        var noRule = new Option<string[]>("--no-rule")
        {
            Description = "Leave these rules out. Can be repeated.",
            HelpName = "RULE",
        };
        var include = new Option<string[]>("--include")
        {
            Description = "Glob of files to lint besides the known endings. Can be repeated.",
            HelpName = "GLOB",
        };
        var exclude = new Option<string[]>("--exclude")
        {
            Description = "Glob of files to leave out. Can be repeated.",
            HelpName = "GLOB",
        };
        var forceExclude = new Option<bool>("--force-exclude")
        {
            Description =
                "Leave out files that match --exclude or the configuration even when they are named, as hooks do.",
        };
        var stdinName = new Option<string>("--stdin-filename")
        {
            Description = "Name for standard input in the report; its ending tells the format.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "stdin.txt",
        };
        var threads = new Option<int?>("--threads")
        {
            Description = "Number of threads. Default: one for each processor.",
            HelpName = "N",
        };
        threads.Validators.Add(r =>
        {
            if (r.Tokens.Count > 0 && (!int.TryParse(r.Tokens[0].Value, out var n) || n < 1))
                r.AddError("--threads takes a whole number of 1 or more");
        });
        var noProgress = new Option<bool>("--no-progress") { Description = "Never show progress on standard error." };
        var allowEmpty = new Option<bool>("--allow-empty")
        {
            Description = "Linting nothing is no finding, as where a folder may be empty.",
        };
        var language = CommonOptions.Language();
        var maxSize = new Option<string?>("--max-file-size")
        {
            Description = "Files over this size are not analysed. Default: 16 MB.",
            HelpName = "SIZE",
        };
        maxSize.Validators.Add(r =>
        {
            if (r.Tokens.Count > 0 && !ByteSize.TryParse(r.Tokens[0].Value, out _))
                r.AddError("--max-file-size takes a size such as 16MB");
        });
        var cache = new Option<bool>("--cache")
        {
            Description = "Keep reports in .copylint/cache and analyse only what changed.",
        };
        var noCache = new Option<bool>("--no-cache")
        {
            Description = "Analyse everything, whatever the configuration says.",
        };
        var fix = new Option<bool>("--fix")
        {
            Description = "Apply the safe fixes to the files, and report what is left.",
        };
        var fixUnsafe = new Option<bool>("--fix-unsafe") { Description = "Apply the fixes that need a look too." };
        var diff = new Option<bool>("--diff")
        {
            Description = "Write nothing: show what --fix (or --fix-unsafe) would change as a unified difference.",
        };
        var config = CommonOptions.Config();
        var command = new DescribedCommand(
            "check",
            "Lint copy and report what is found.",
            [
                ("copylint check article.txt", "one article"),
                ("copylint check content --exclude 'drafts/**'", "a folder without its drafts"),
                ("copylint check content --format sarif --output copy.sarif", "a log for code scanning"),
                ("copylint check content -f text -f sarif -o copy.sarif", "two reports at once"),
                ("copylint check --since origin/main", "only what a branch changed"),
                ("copylint check --rule chronology --fail-on error '**/*.txt'", "one family of rules"),
                ("copylint check content --fix --diff", "what the safe fixes would change"),
                ("copylint check - --stdin-filename story.txt < story.txt", "standard input"),
            ]
        )
        {
            paths,
            format,
            output,
            sarifProfile,
            category,
            provenance,
            invocation,
            baselineFile,
            shard,
            since,
            failOn,
            minSeverity,
            rule,
            noRule,
            include,
            exclude,
            forceExclude,
            stdinName,
            threads,
            noProgress,
            allowEmpty,
            language,
            maxSize,
            cache,
            noCache,
            fix,
            fixUnsafe,
            diff,
            config,
        };
        paths.Validators.Add(argument =>
        {
            // An option that is not known would otherwise be taken for a path; one behind a double hyphen begins with
            // its folder by now.
            foreach (var token in argument.Tokens.Where(t => t.Value.Length > 1 && t.Value[0] == '-'))
                argument.AddError(
                    $"unknown option '{token.Value}'{Text.Nearest.Hint(token.Value, command.Options.Select(o => o.Name))}"
                );
        });
        command.SetAction(result =>
            new CheckRun(
                console,
                new CheckRequest
                {
                    Paths = result.GetValue(paths) ?? [],
                    Formats = result.GetValue(format) is { Length: > 0 } chosen ? chosen : ["text"],
                    Outputs = result.GetValue(output) ?? [],
                    IsForGitHub = result.GetValue(sarifProfile) == "github",
                    Category = result.GetValue(category),
                    WithProvenance = result.GetValue(provenance),
                    Arguments = result.GetValue(invocation) ? [.. result.Tokens.Select(t => t.Value)] : null,
                    Baseline = result.GetValue(baselineFile),
                    Since = result.GetValue(since),
                    FailOn = result.GetValue(failOn),
                    InputName = result.GetValue(stdinName)!.Replace(Path.DirectorySeparatorChar, '/'),
                    Threads = result.GetValue(threads) ?? Environment.ProcessorCount,
                    ShowsProgress = console.ShowsProgress && !result.GetValue(noProgress),
                    AllowsEmpty = result.GetValue(allowEmpty),
                    Fixes = result.GetValue(fix) || result.GetValue(fixUnsafe) || result.GetValue(diff),
                    FixesUnsafe = result.GetValue(fixUnsafe),
                    IsDiff = result.GetValue(diff),
                    Session = new WorkspaceOptions
                    {
                        IsShard = result.GetValue(shard),
                        ConfigurationFile = result.GetValue(config),
                        Only = result.GetValue(rule) ?? [],
                        Without = result.GetValue(noRule) ?? [],
                        MinSeverity = CommonOptions.SeverityNamed(result.GetValue(minSeverity)!),
                        Language = result.GetValue(language),
                        MaxBytes =
                            result.GetValue(maxSize) is { } size && ByteSize.TryParse(size, out var bytes)
                                ? bytes
                                : null,
                        UsesCache =
                            result.GetValue(noCache) ? false
                            : result.GetValue(cache) ? true
                            : null,
                        Include = result.GetValue(include) ?? [],
                        Exclude = result.GetValue(exclude) ?? [],
                        ForceExclude = result.GetValue(forceExclude),
                    },
                }
            ).Run()
        );
        return command;
    }
}
