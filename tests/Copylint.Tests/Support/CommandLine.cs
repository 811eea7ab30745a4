using System.Text;
using Copylint.Cli;

namespace Copylint.Tests.Support;

/// <summary>Runs the command in this process and collects what it writes.</summary>
internal sealed record CommandLine(int Exit, string Output, string Error)
{
    public static CommandLine Run(string folder, params string[] args) => RunWithInput(folder, "", args);

    public static CommandLine RunWithInput(string folder, string input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var console = new Terminal(() => new MemoryStream(Encoding.UTF8.GetBytes(input)), output, error, folder)
        {
            SearchPath = Environment.GetEnvironmentVariable("PATH"),
        };
        return new CommandLine(
            Program.Run(args, console),
            output.ToString().ReplaceLineEndings("\n"),
            error.ToString().ReplaceLineEndings("\n")
        );
    }
}

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("copylint-").FullName;

    public string Path { get; }

    public string Write(string name, string text)
    {
        var full = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public string Write(string name, byte[] bytes)
    {
        var full = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(full, bytes);
        return full;
    }

    /// <summary>Copies all of it, whoever has it open: the writer of a file holds a lock that this process respects;
    /// another does not ask for it.</summary>
    public void CopyTo(string target) => OtherProgram.Run(Path, "cp", "-r", Path, target);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>Programs of the system.</summary>
internal static class OtherProgram
{
    /// <summary>Runs one, which must end well.</summary>
    public static void Run(string folder, string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardError = true,
            }
        )!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
    }
}
