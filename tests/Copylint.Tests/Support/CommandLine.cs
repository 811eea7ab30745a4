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

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
