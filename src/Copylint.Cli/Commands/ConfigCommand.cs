using System.CommandLine;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Reports;

namespace Copylint.Cli.Commands;

/// <summary><c>copylint config</c>: what counts for a file and why, and the schema for editors.</summary>
internal static class ConfigCommand
{
    public static Command Create(Terminal console) =>
        new("config", "Show the configuration of a file, or its schema.")
        {
            CreateShow(console),
            CreateSchema(console),
            CreateSettings(console),
        };

    private static DescribedCommand CreateShow(Terminal console)
    {
        var file = new Argument<string>("file") { Description = "A file or folder." };
        var config = CommonOptions.Config();
        var command = new DescribedCommand(
            "show",
            "Print the configuration that counts for a file, and where each value comes from.",
            [("copylint config show content/a.md", "why is this rule off?")]
        )
        {
            file,
            config,
        };
        command.SetAction(result =>
        {
            var full = Path.GetFullPath(result.GetValue(file)!, console.Folder);
            if (!Path.Exists(full))
                throw new UsageException($"no such file or folder: '{result.GetValue(file)}'");
            var configuration =
                result.GetValue(config) is not null || console.IsIsolated
                    ? CommonOptions.LoadConfiguration(result.GetValue(config), console)
                    : CopylintConfiguration.FindFor(
                        Directory.Exists(full) ? full : Path.GetDirectoryName(full)!,
                        console.Folder
                    );
            var effective = configuration.With(configuration.OverridesOf(full));
            var ofRun = CommonOptions.LoadConfiguration(result.GetValue(config), console);
            using var text = new StringWriter();
            new ConfigurationText(text, effective, ofRun, console.Folder).Write(
                CommonOptions.LoadRules(effective, console)
            );
            console.Output.Write(VisibleText.Lines(text.ToString()));
            return ExitCodes.Clean;
        });
        return command;
    }

    private static DescribedCommand CreateSchema(Terminal console)
    {
        var command = new DescribedCommand(
            "schema",
            "Print the JSON Schema of .copylint.yml, for editors.",
            [("copylint config schema > copylint.schema.json", "then name it in your editor's settings")]
        );
        command.SetAction(_ =>
        {
            console.Output.Write(
                ConfigurationSchema.Make(CommonOptions.LoadRules(CopylintConfiguration.Default, console))
            );
            return ExitCodes.Clean;
        });
        return command;
    }

    private static DescribedCommand CreateSettings(Terminal console)
    {
        var command = new DescribedCommand(
            "settings",
            "List the keys of .copylint.yml, as a table in Markdown.",
            [("copylint config settings", "what can be set, and where it counts")]
        );
        command.SetAction(_ =>
        {
            console.Output.Write("| Key | Counts for | Default | What it says |\n| --- | --- | --- | --- |\n");
            foreach (var setting in Settings.All)
                console.Output.Write(
                    $"| {setting.Name.Replace('/', ' ')} | {(setting.Scope == SettingScope.Run ? "the run" : "files")} "
                        + $"| `{setting.Default}` | {setting.Help} |\n"
                );
            return ExitCodes.Clean;
        });
        return command;
    }
}
