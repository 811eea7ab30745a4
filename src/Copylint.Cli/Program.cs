using System.CommandLine;
using Copylint.Cli.Commands;
using Copylint.Diagnostics;
using Copylint.Yaml;

namespace Copylint.Cli;

/// <summary>The command line: <c>copylint</c>.</summary>
public static class Program
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 nothing at or above the limit, 1 findings, 2 wrong usage or configuration, 3 internal error.</returns>
    public static int Main(string[] args)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false), 1 << 16)
        {
            AutoFlush = false,
        };
        using var error = new StreamWriter(Console.OpenStandardError(), new System.Text.UTF8Encoding(false), 256)
        {
            AutoFlush = true,
        };
        var console = new Terminal(Console.OpenStandardInput, output, error, Directory.GetCurrentDirectory())
        {
            OpenOutput = Console.OpenStandardOutput,
            UsesColour =
                !Console.IsOutputRedirected
                && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") != "dumb",
            ShowsProgress = !Console.IsErrorRedirected,
            IsBuildServer = Environment.GetEnvironmentVariable("CI") is { Length: > 0 } and not ("false" or "0"),
            Width = Console.IsOutputRedirected ? null : Math.Max(Console.WindowWidth, 40),
        };
        return Run(args, console);
    }

    /// <summary>Runs the command with the given streams.</summary>
    internal static int Run(string[] args, Terminal console)
    {
        try
        {
            var exit = RootCommandFactory.Create(console).Parse(args).InvokeWithHints(console);
            console.Output.Flush();
            return exit;
        }
        catch (UsageException exception)
        {
            console.Output.Flush();
            console.Error.WriteLine($"copylint: {exception.Message}");
            return ExitCodes.Usage;
        }
        catch (IOException exception)
        {
            // What cannot be read is a finding; what reaches here could not be written.
            console.Error.WriteLine($"copylint: cannot write the report: {exception.Message}");
            return ExitCodes.Usage;
        }
        catch (Yaml.ConfigurationException exception)
        {
            console.Output.Flush();
            foreach (var mistake in exception.Mistakes)
                console.Error.WriteLine(mistake.ToString());
            return ExitCodes.Usage;
        }
#pragma warning disable CA1031 // The last resort: an internal error has its own exit code and says what to report.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            console.Error.WriteLine(
                $"copylint: internal error, please report it with the file that caused it: {exception}"
            );
            return ExitCodes.Internal;
        }
    }
}
