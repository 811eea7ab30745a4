using System.CommandLine;
using Copylint.Cli.Output;
using Copylint.Configuration;
using Copylint.Diagnostics;

namespace Copylint.Cli.Commands;

/// <summary><c>copylint init</c>: a commented start.</summary>
internal static class InitCommand
{
    /// <summary>The file that is written.</summary>
    internal const string Start = """
        # Copylint: https://github.com/copylint/copylint
        # 'copylint config show FILE' tells what counts for a file and why; 'copylint explain RULE' tells what a rule is about.
        root: true

        # The least severity that fails a run: error, warning, suggestion, never.
        fail-on: warning

        # A rule is told by its id, its name, its family, or the beginning of ids; later lines win.
        rules: {}
        #   quotations: suggestion
        #   CL1001: error
        #   loaded-adjective: {mild: suggestion}

        files:
          exclude: []            # globs, such as drafts or '**/*.old.md'
          # include: ['**/*.copy']  besides .md, .txt, .html and their kind

        # Other rules for some files.
        # overrides:
        #   - files: [opinion/**, reviews/**]
        #     rules: {language: off, attribution: suggestion}

        # Words of your own for the word lists, and collocations that are plain reporting.
        # lexicons:
        #   loaded-adjectives:
        #     add: [world-beating]
        #     allow: [radical surgery]

        # Folders with rules of your own.
        # packs: [house]

        """;

    public static Command Create(Terminal console)
    {
        var force = new Option<bool>("--force") { Description = "Write over a file that is there." };
        var command = new DescribedCommand(
            "init",
            $"Write a commented {CopylintConfiguration.FileName} to start from.",
            [("copylint init", "in the root of the repository")]
        )
        {
            force,
        };
        command.SetAction(result =>
        {
            if (File.Exists(Path.Combine(console.Folder, CopylintConfiguration.FileName)) && !result.GetValue(force))
                throw new UsageException($"{CopylintConfiguration.FileName} is there already; --force writes over it");
            using var target = ReportTarget.Open(CopylintConfiguration.FileName, console);
            target.Writer.Write(Start.ReplaceLineEndings("\n"));
            target.Commit();
            console.Error.WriteLine($"{CopylintConfiguration.FileName} was written.");
            return ExitCodes.Clean;
        });
        return command;
    }
}
