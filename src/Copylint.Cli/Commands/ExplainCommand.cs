using System.CommandLine;
using Copylint.Reports;

namespace Copylint.Cli.Commands;

/// <summary><c>copylint explain</c>.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal console)
    {
        var names = new Argument<string[]>("rules")
        {
            Description = "Ids, names or families.",
            Arity = ArgumentArity.OneOrMore,
        };
        var config = CommonOptions.Config();
        var command = new DescribedCommand(
            "explain",
            "Say what a rule finds, why, and how to mend it.",
            [
                ("copylint explain CL1001", "one rule by its id"),
                ("copylint explain teaser-line", "one rule by its name"),
            ]
        )
        {
            names,
            config,
        };
        command.SetAction(result =>
        {
            var catalog = CommonOptions.LoadRules(
                CommonOptions.LoadConfiguration(result.GetValue(config), console),
                console
            );
            var first = true;
            foreach (var rule in catalog.SelectAll(result.GetValue(names)!))
            {
                if (!first)
                    console.Output.WriteLine();
                first = false;
                using var text = new StringWriter();
                RuleHelp.WriteText(rule.Descriptor, text);
                console.Output.Write(VisibleText.Lines(text.ToString()));
            }

            return ExitCodes.Clean;
        });
        return command;
    }
}
