using System.CommandLine;
using System.Text;
using Copylint.Cli.Output;
using Copylint.Configuration;
using Copylint.Diagnostics;

namespace Copylint.Cli.Commands;

/// <summary><c>copylint init</c>: a commented start.</summary>
internal static class InitCommand
{
    /// <summary>The file that is written: every setting with what it says, its default and an example.</summary>
    internal static string Start { get; } = MakeStart();

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
            target.Writer.Write(Start);
            target.Commit();
            console.Error.WriteLine($"{CopylintConfiguration.FileName} was written.");
            return ExitCodes.Clean;
        });
        return command;
    }

    private static string MakeStart()
    {
        var text = new StringBuilder(
            """
            # Copylint: https://github.com/copylint/copylint
            # 'copylint config show FILE' tells what counts for a file and why; 'copylint explain RULE' tells what a rule is about.
            root: true
            fail-on: warning
            rules: {}

            """.ReplaceLineEndings("\n")
        );
        foreach (var setting in Settings.All.Where(s => s.Name != "root"))
        {
            text.Append($"\n# {setting.Help} Default: {setting.Default}.\n");
            if (setting.Choices.Count > 0)
                text.Append($"# One of {string.Join(", ", setting.Choices)}.\n");
            foreach (var line in setting.Example.Split('\n'))
                text.Append($"#   {line}\n");
        }

        return text.ToString();
    }
}
