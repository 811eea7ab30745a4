using System.CommandLine;
using Copylint.Diagnostics;
using Copylint.Reports;

namespace Copylint.Cli.Commands;

/// <summary><c>copylint rules</c>.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal console)
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = "A table for the terminal, or for Markdown.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "markdown");
        var config = CommonOptions.Config();
        var command = new DescribedCommand(
            "rules",
            "List the rules.",
            [
                ("copylint rules", "every rule with its severity"),
                ("copylint rules --format markdown", "the table of the README"),
            ]
        )
        {
            format,
            config,
        };
        command.SetAction(result =>
        {
            var catalog = CommonOptions.LoadRules(
                CommonOptions.LoadConfiguration(result.GetValue(config), console),
                console
            );
            if (result.GetValue(format) == "markdown")
            {
                using var table = new StringWriter();
                RuleHelp.WriteMarkdownTable(catalog, table);
                console.Output.Write(VisibleText.Lines(table.ToString()));
                return ExitCodes.Clean;
            }

            foreach (var rule in catalog.Rules)
            {
                var d = rule.Descriptor;
                console.Output.WriteLine(
                    VisibleText.Of($"{d.Id}  {d.Name, -28} {d.DefaultSeverity.Name(), -10}  {d.Summary}")
                );
            }

            return ExitCodes.Clean;
        });
        return command;
    }
}
