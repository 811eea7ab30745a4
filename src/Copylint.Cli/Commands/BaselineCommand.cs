using System.CommandLine;
using Copylint.Cli.Output;
using Copylint.Git;
using Copylint.Linting;
using Copylint.Linting.Suppressions;
using Copylint.Reports;

namespace Copylint.Cli.Commands;

/// <summary><c>copylint baseline</c>: writes what there is, and drops what is gone.</summary>
internal static class BaselineCommand
{
    public static Command Create(Terminal console) =>
        new("baseline", "Write or tidy the list of findings that do not count any more.")
        {
            CreateWrite(console),
            CreatePrune(console),
        };

    private static DescribedCommand CreateWrite(Terminal console)
    {
        var paths = new Argument<string[]>("paths")
        {
            Description = "Files, folders or globs. Default: the current folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "The file.",
            HelpName = "FILE",
            DefaultValueFactory = _ => Baseline.FileName,
        };
        var config = CommonOptions.Config();
        var command = new DescribedCommand(
            "write",
            "Write all findings of today into a baseline.",
            [
                ("copylint baseline write content", "from now on only what is new counts"),
                ("copylint check content --baseline .copylint-baseline.json", "hold a run against it"),
            ]
        )
        {
            paths,
            output,
            config,
        };
        command.SetAction(result =>
        {
            var entries = new List<BaselineEntry>();
            Lint(console, result.GetValue(paths) ?? [], result.GetValue(config), (report, file) =>
                entries.AddRange(Baseline.EntriesOf(report, file))
            );
            Write(console, result.GetValue(output)!, entries);
            console.Error.WriteLine(
                $"{entries.Count} {(entries.Count == 1 ? "finding" : "findings")} in '{result.GetValue(output)}'."
            );
            return ExitCodes.Clean;
        });
        return command;
    }

    private static DescribedCommand CreatePrune(Terminal console)
    {
        var file = new Argument<string>("file") { Description = "The baseline." };
        var paths = new Argument<string[]>("paths")
        {
            Description = "Files, folders or globs. Default: the current folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var config = CommonOptions.Config();
        var command = new DescribedCommand(
            "prune",
            "Drop from a baseline what is found no more.",
            [("copylint baseline prune .copylint-baseline.json content", "after a round of mending")]
        )
        {
            file,
            paths,
            config,
        };
        command.SetAction(result =>
        {
            var name = result.GetValue(file)!;
            var baseline = CommonOptions.LoadBaseline(name, console.Folder);
            Lint(console, result.GetValue(paths) ?? [], result.GetValue(config), (report, path) =>
                baseline.Split(report, path)
            );
            var gone = baseline.Gone.ToHashSet();
            var left = baseline.Entries.Where(e => !gone.Contains(e)).ToList();
            Write(console, name, left);
            console.Error.WriteLine($"{gone.Count} gone, {left.Count} left in '{name}'.");
            return ExitCodes.Clean;
        });
        return command;
    }

    private static void Lint(Terminal console, string[] paths, string? config, Action<FileReport, string> report)
    {
        var session = CommonOptions.OpenSession(
            console,
            new WorkspaceOptions { ConfigurationFile = config, WithFingerprints = true }
        );
        session.Find(paths);
        session.Run(Environment.ProcessorCount, r => report(r, RepositoryRoot.PathFrom(console.Folder, r.Path)));
    }

    private static void Write(Terminal console, string path, IReadOnlyList<BaselineEntry> entries)
    {
        using var target = ReportTarget.Open(path, console);
        target.Stream.Write(BaselineFile.Write(entries));
        target.Commit();
    }
}
