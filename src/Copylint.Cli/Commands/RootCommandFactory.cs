using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Copylint.Text;

namespace Copylint.Cli.Commands;

/// <summary>Puts the commands together.</summary>
internal static class RootCommandFactory
{
    private const string AllowCode = "--allow-code";
    private const string Isolated = "--isolated";

    public static RootCommand Create(Terminal console)
    {
        var root = new RootCommand(
            "Copylint lints copy: it reads articles and reports what a senior copy desk would mark."
        )
        {
            CheckCommand.Create(console),
            BaselineCommand.Create(console),
            ConfigCommand.Create(console),
            InitCommand.Create(console),
            MergeCommand.Create(console),
            ExplainCommand.Create(console),
            InspectCommand.Create(console),
            RulesCommand.Create(console),
        };
        root.Options.Add(
            new Option<bool>(AllowCode)
            {
                Description = "Run the code of compiled packs that configurations name.",
                Recursive = true,
            }
        );
        root.Options.Add(
            new Option<bool>(Isolated)
            {
                Description = "Use no configuration but the one that --config names.",
                Recursive = true,
            }
        );
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    /// <summary>Runs the command that was parsed; mistakes are told with the nearest known option or command.</summary>
    public static int InvokeWithHints(this ParseResult result, Terminal console)
    {
        if (result.Errors.Count > 0 && result.Action is not HelpWithExamples)
        {
            var command = result.CommandResult.Command;
            var known = command
                .Options.Concat(result.RootCommandResult.Command.Options.Where(o => o.Recursive))
                .SelectMany(o => o.Aliases.Append(o.Name))
                .Concat(command.Subcommands.Select(c => c.Name))
                .ToList();
            foreach (var error in result.Errors)
            {
                var token = result.UnmatchedTokens.FirstOrDefault(t =>
                    error.Message.Contains($"'{t}'", StringComparison.Ordinal)
                );
                console.Tell($"{error.Message.TrimEnd('.')}{(token is null ? "" : Nearest.Hint(token, known))}");
            }

            console.Error.WriteLine(
                $"Run 'copylint {(command is RootCommand ? "" : command.Name + " ")}--help' for usage."
            );
            return ExitCodes.Usage;
        }

        console.AllowsCode |= result.GetValue<bool>(AllowCode);
        console.IsIsolated |= result.GetValue<bool>(Isolated);
        var configuration = new InvocationConfiguration
        {
            Output = console.Output,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
        };
        return result.Invoke(configuration);
    }

    private sealed class HelpWithExamples(HelpAction inner) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var exit = inner.Invoke(parseResult);
            if (parseResult.CommandResult.Command is IHasExamples { Examples: var examples })
            {
                parseResult.InvocationConfiguration.Output.WriteLine("Examples:");
                foreach (var (line, meaning) in examples)
                    parseResult.InvocationConfiguration.Output.WriteLine($"  {line, -58}  {meaning}");
                parseResult.InvocationConfiguration.Output.WriteLine();
            }

            return exit;
        }
    }
}

/// <summary>A command whose help shows examples.</summary>
internal interface IHasExamples
{
    IReadOnlyList<(string Line, string Meaning)> Examples { get; }
}

/// <summary>A command with examples in its help.</summary>
internal sealed class DescribedCommand(
    string name,
    string description,
    IReadOnlyList<(string Line, string Meaning)> examples
) : Command(name, description), IHasExamples
{
    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } = examples;
}
