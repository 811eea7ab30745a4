using System.CommandLine;
using Copylint.Cli.Output;
using Copylint.Diagnostics;
using Copylint.Git;
using Copylint.Linting;
using Copylint.Linting.Corpus;
using Copylint.Reports.Sarif;
using Copylint.Storage;

namespace Copylint.Cli.Commands;

/// <summary><c>copylint merge</c>: joins the logs of shards into the log that one run would have written, with what
/// only all files together tell.</summary>
internal static class MergeCommand
{
    public static Command Create(Terminal console)
    {
        var logs = new Argument<string[]>("logs")
        {
            Description = "SARIF logs that 'copylint check --shard' wrote.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "Write the log to a file instead of standard output.",
            HelpName = "FILE",
        };
        var failOn = CommonOptions.FailOn();
        var config = CommonOptions.Config();
        var command = new DescribedCommand(
            "merge",
            "Join the SARIF logs of several shards or jobs into one.",
            [
                ("copylint check a --shard --fail-on never -f sarif -o 1.sarif", "in one job"),
                ("copylint merge 1.sarif 2.sarif -o all.sarif", "after all of them, where the files are at hand"),
            ]
        )
        {
            logs,
            output,
            failOn,
            config,
        };
        command.SetAction(result =>
            Merge(
                console,
                result.GetValue(logs)!,
                result.GetValue(output),
                result.GetValue(failOn),
                result.GetValue(config)
            )
        );
        return command;
    }

    private static int Merge(Terminal console, string[] paths, string? output, string? failOn, string? config)
    {
        var logs = new List<SarifLog>();
        try
        {
            foreach (var path in paths)
                logs.Add(Read(path, console.Folder));
            if (SarifMerge.FirstOther(logs) is { } other)
                throw new UsageException(
                    $"'{paths[other]}' was written by another version of Copylint, or with other rules, than '{paths[0]}'"
                );
            var session = CommonOptions.OpenSession(
                console,
                new WorkspaceOptions { ConfigurationFile = config, WithFingerprints = true }
            );
            var judged = Judge(console, session, logs);
            var worst = logs.Select(l => l.Worst)
                .Concat(judged.SelectMany(r => r.Diagnostics).Select(d => d.Severity))
                .Max();
            var fails =
                worst != Severity.Off && worst >= CommonOptions.FailLevel(failOn, session.Workspace.Configuration);
            var exitCode = fails ? ExitCodes.Findings : ExitCodes.Clean;
            using var target = ReportTarget.Open(output, console);
            SarifMerge.Write(
                target.Stream,
                logs,
                judged,
                session.Workspace.Rules,
                path => RepositoryRoot.PathFrom(console.Folder, path),
                exitCode
            );
            target.Commit();
            return exitCode;
        }
        finally
        {
            logs.ForEach(l => l.Dispose());
        }
    }

    private static SarifLog Read(string path, string folder)
    {
        try
        {
            return SarifLog.Read(InputFile.Read(Path.GetFullPath(path, folder), InputFile.MaxLog))
                ?? throw new UsageException($"'{path}' is no log of Copylint");
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UsageException($"cannot read '{path}': {exception.Message}");
        }
    }

    // The findings that no shard could know.
    private static List<FileReport> Judge(Terminal console, LintSession session, List<SarifLog> logs)
    {
        var root = RepositoryRoot.Of(console.Folder);
        var files = logs.SelectMany(l => l.ReadFacts())
            .DistinctBy(l => l.Path)
            .Select(l => (File: FileOf(l, root, console.Folder), l.Facts))
            .OrderBy(f => f.File.Path, StringComparer.Ordinal);
        var repeated = new RepeatedLines(f => session.LinterOf(f.Path));
        foreach (var (file, facts) in files)
            repeated.Add(file, facts);
        return [.. repeated.Judge()];
    }

    // What a log says is read, but only inside the repository.
    private static SourceFile FileOf(LoggedFacts logged, string root, string folder)
    {
        var full = Path.GetFullPath(logged.Path, root);
        return full != root && RealPath.IsWithin(root, full) && RealPath.IsInside(root, full)
            ? new SourceFile(Path.GetRelativePath(folder, full).Replace(Path.DirectorySeparatorChar, '/'), full)
            : throw new UsageException($"the log names a file outside the repository: '{logged.Uri}'");
    }
}
