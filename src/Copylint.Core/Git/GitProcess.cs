using System.ComponentModel;
using System.Diagnostics;
using Copylint.Storage;

namespace Copylint.Git;

/// <summary>Thrown when Git cannot be run, or says no.</summary>
/// <param name="message">What it says, in a line.</param>
internal sealed class GitException(string message) : Exception(message);

/// <summary>
/// Runs Git, the one program that is ever started, so that nothing which lies in the linted tree is run: the program is
/// found on the search path and never in the
/// tree, and whatever a repository's configuration would start (watchers, hooks, filters, helpers) is shut off.
/// </summary>
internal sealed class GitProcess
{
    // A pipe under the name of an ignore file would let Git wait for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] Shut =
    [
        "--no-optional-locks",
        "--no-pager",
        "-c",
        "core.fsmonitor=false",
        "-c",
        "core.hooksPath=/dev/null",
        "-c",
        "core.untrackedCache=false",
        "-c",
        "safe.bareRepository=explicit",
        "-c",
        "protocol.allow=never",
        "-c",
        "core.quotePath=off",
    ];

    // Of the caller's, these would change what is read, start programs, or write between the lines.
    private static readonly string[] Unwanted =
    [
        "GIT_EXTERNAL_DIFF",
        "GIT_DIFF_OPTS",
        "GIT_PAGER",
        "GIT_ASKPASS",
        "GIT_PREFIX",
        "GIT_LITERAL_PATHSPECS",
        "GIT_GLOB_PATHSPECS",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_ICASE_PATHSPECS",
    ];

    // What Git reads of a repository before it answers anything.
    private static readonly string[] Read =
    [
        "",
        "HEAD",
        "config",
        "index",
        "packed-refs",
        "info/exclude",
        "info/attributes",
    ];

    private readonly string _program;

    private GitProcess(string program) => _program = program;

    /// <summary>Finds Git on a search path; null where there is none outside the linted tree.</summary>
    /// <param name="searchPath">Folders, parted as the system does; those that are not absolute are passed
    /// over.</param>
    /// <param name="folder">A folder of the linted tree.</param>
    public static GitProcess? Find(string? searchPath, string folder)
    {
        var tree = RealPath.Of(Repository.RootOf(folder) ?? folder);
        // Who holds the root of the disk needs no trick.
        var isWholeDisk = tree == Path.GetPathRoot(tree);
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        foreach (var place in (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Path.IsPathFullyQualified(place))
                continue;
            var program = Path.Combine(place, name);
            if (IsProgram(program) && (isWholeDisk || IsOutside(tree, program)))
                return new GitProcess(program);
        }

        return null;
    }

    /// <summary>What a command of Git writes.</summary>
    /// <param name="folder">The folder that it runs in.</param>
    /// <param name="arguments">The command and its arguments; no part of them is read by a shell.</param>
    /// <exception cref="GitException">It fails, or does not end.</exception>
    public string Run(string folder, params ReadOnlySpan<string> arguments)
    {
        var (exit, output, error) = Start(folder, arguments);
        return exit == 0 ? output : throw new GitException($"git: {FirstLine(error)}");
    }

    /// <summary>What a command of Git writes, or null when it says no.</summary>
    /// <inheritdoc cref="Run"/>
    public string? TryRun(string folder, params ReadOnlySpan<string> arguments)
    {
        var (exit, output, _) = Start(folder, arguments);
        return exit == 0 ? output : null;
    }

    /// <summary>Options that take away the filters which a repository's configuration names: comparing files would run
    /// them.</summary>
    /// <param name="folder">A folder of the repository.</param>
    public IReadOnlyList<string> WithoutFilters(string folder)
    {
        var keys = TryRun(folder, "config", "--null", "--name-only", "--get-regexp", @"^filter\..*\.");
        var options = new List<string>();
        foreach (var key in (keys ?? "").Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            var end = key.LastIndexOf('.');
            var value = key[(end + 1)..] == "required" ? "false" : "";
            // An option of the form -c name=value ends its name at the first equals sign.
            if (key.Contains('='))
                throw new GitException($"the configuration names a filter '{key}', which cannot be shut off");
            options.AddRange(["-c", $"{key}={value}"]);
        }

        return options;
    }

    private static bool IsProgram(string path) =>
        FileKinds.Of(path) == FileKind.Regular
        && (
            OperatingSystem.IsWindows()
            || (
                File.GetUnixFileMode(path)
                & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)
            ) != 0
        );

    private static bool IsOutside(string tree, string program) =>
        !RealPath.IsWithin(tree, program) && !RealPath.IsWithin(tree, RealPath.Of(program));

    private (int Exit, string Output, string Error) Start(string folder, ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(_program, [.. Shut, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            UseShellExecute = false,
        };
        Prepare(start.Environment, folder);
        RequireRegular(folder);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw new GitException($"git did not end within {Patience.TotalMinutes} minutes");
            }

            return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
        catch (Exception exception) when (exception is Win32Exception or DirectoryNotFoundException or IOException)
        {
            throw new GitException($"git cannot be run: {exception.Message}");
        }
    }

    // A pipe among these lets Git wait for ever.
    private static void RequireRegular(string folder)
    {
        if (Repository.RootOf(folder) is not { } root)
            return;
        foreach (var name in Read)
        {
            var path = Path.Combine(root, ".git", name);
            if (FileKinds.Of(path) is (FileKind.Pipe or FileKind.Device or FileKind.Socket) and var kind)
                throw new GitException($"'{Path.Combine(".git", name)}' is {FileKinds.Name(kind)}");
        }
    }

    // What the caller says of where the repository lies counts; Git's own hooks say it too, and then only for its top
    // folder.
    private static void Prepare(IDictionary<string, string?> variables, string folder)
    {
        foreach (var name in Unwanted)
            variables.Remove(name);
        foreach (var name in variables.Keys.Where(k => k.StartsWith("GIT_TRACE", StringComparison.Ordinal)).ToList())
            variables.Remove(name);
        if (!variables.ContainsKey("GIT_WORK_TREE") && Repository.RootOf(folder) is not null)
            variables.Remove("GIT_DIR");
        variables["GIT_TERMINAL_PROMPT"] = "0";
        variables["GIT_NO_LAZY_FETCH"] = "1";
        variables["LC_ALL"] = "C";
    }

    private static string FirstLine(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.FirstOrDefault(l => !l.StartsWith("warning:", StringComparison.Ordinal))
            ?? lines.FirstOrDefault()
            ?? "it failed without a word";
    }
}
