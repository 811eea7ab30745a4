using System.Runtime.InteropServices;
using System.Text;
using Copylint.Cli.Commands;
using Copylint.Diagnostics;
using Copylint.Reports;
using Copylint.Storage;
using Copylint.Yaml;

namespace Copylint.Cli;

/// <summary>The command line: <c>copylint</c>.</summary>
public static class Program
{
    // What a shell shows for a program that a signal ended.
    private const int SignalExit = 128;
    private const int OutputBuffer = 1 << 16;

    /// <summary>Runs the command.</summary>
    /// <returns>0 nothing at or above the limit, 1 findings, 2 wrong usage or configuration, 3 internal error; 129, 130
    /// or 143 when a signal ended it.</returns>
    public static int Main(string[] args)
    {
        using var streams = new StandardStreams();
        using var signals = new StopSignals(streams);
        if (WorkingFolder() is not { } folder)
        {
            streams.Error.WriteLine("copylint: the working folder is gone, or cannot be reached");
            return ExitCodes.Usage;
        }

        var exit = ExitCodes.Usage;
        try
        {
            using var output = new StreamWriter(streams.OpenOutput(), new UTF8Encoding(false), OutputBuffer);
            exit = Run(args, TerminalOf(streams, output, folder));
        }
        catch (IOException)
        {
            // It was told when it was flushed.
        }

        return exit;
    }

    private static string? WorkingFolder()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Runs the command with the given streams.</summary>
    internal static int Run(string[] args, Terminal console)
    {
        try
        {
            var exit = RootCommandFactory.Create(console).Parse(WithFolders(args)).InvokeWithHints(console);
            console.Output.Flush();
            return exit;
        }
        catch (Exception exception) when (exception is UsageException or Git.GitException)
        {
            return Tell(console, [$"copylint: {exception.Message}"], ExitCodes.Usage);
        }
        catch (IOException exception)
        {
            // What cannot be read is a finding; what reaches here could not be written.
            console.Error.WriteLine($"copylint: cannot write the report: {VisibleText.Of(exception.Message)}");
            return ExitCodes.Usage;
        }
        catch (ConfigurationException exception)
        {
            return Tell(console, exception.Mistakes.Select(m => m.ToString()), ExitCodes.Usage);
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

    private static int Tell(Terminal console, IEnumerable<string> lines, int exit)
    {
        try
        {
            console.Output.Flush();
        }
        catch (IOException)
        {
            // What is told next matters more.
        }

        foreach (var line in lines)
            console.Error.WriteLine(VisibleText.Of(line));
        return exit;
    }

    // Behind a double hyphen stand paths, even such as begin with a hyphen.
    private static string[] WithFolders(string[] args)
    {
        var end = Array.IndexOf(args, "--");
        return end < 0 ? args : [.. args.Select((a, i) => i > end && a.Length > 1 && a[0] == '-' ? "./" + a : a)];
    }

    private static Terminal TerminalOf(StandardStreams streams, TextWriter output, string folder) =>
        new(streams.OpenInput, output, streams.Error, folder)
        {
            OpenOutput = streams.OpenOutput,
            UsesColour =
                !Console.IsOutputRedirected
                && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") != "dumb",
            ShowsProgress = !Console.IsErrorRedirected,
            IsBuildServer = IsSet("CI"),
            Width = Console.IsOutputRedirected ? null : Math.Max(Console.WindowWidth, 40),
            SearchPath = Environment.GetEnvironmentVariable("PATH"),
            AllowsCode = IsSet("COPYLINT_ALLOW_CODE"),
            TrustList = TrustList(folder),
        };

    private static bool IsSet(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } and not ("false" or "0");

    // A list in the linted tree would be the tree's own word for itself.
    private static string? TrustList(string folder)
    {
        var home = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } set
            ? set
            : Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData);
        if (!Path.IsPathFullyQualified(home))
            return null;
        var list = Path.Combine(home, "copylint", "trusted-packs");
        return RealPath.IsInside(Git.RepositoryRoot.Of(folder), list) ? null : list;
    }

    /// <summary>Ends the program in order when a signal asks for it: nothing half-written stays, and one line says why
    /// it ended.</summary>
    private sealed class StopSignals : IDisposable
    {
        private readonly List<PosixSignalRegistration> _registrations = [];

        public StopSignals(StandardStreams streams)
        {
            Add(PosixSignal.SIGINT, "SIGINT", 2);
            Add(PosixSignal.SIGTERM, "SIGTERM", 15);
            Add(PosixSignal.SIGHUP, "SIGHUP", 1);

            void Add(PosixSignal signal, string name, int number) =>
                _registrations.Add(PosixSignalRegistration.Create(signal, context =>
                    {
                        context.Cancel = true;
                        // Over what a long run shows of its progress.
                        streams.SayLast(
                            $"{(Console.IsErrorRedirected ? "" : "\r\u001b[K")}copylint: stopped by {name}"
                        );
                        TemporaryFiles.Stop();
                        Environment.Exit(SignalExit + number);
                    }));
        }

        public void Dispose() => _registrations.ForEach(r => r.Dispose());
    }
}
