using Copylint.Tests.Support;

namespace Copylint.Tests.Cli;

/// <summary>What is only true of a process: streams that are closed or full, signals, a working folder that is
/// gone.</summary>
public sealed class ProcessTests : IDisposable
{
    private const string Copy = "It was a despicable plan.\n";
    private const string Failing = "It was the the despicable plan of the council , they said.\n";

    private readonly TemporaryFolder _folder = new();

    public ProcessTests() => _folder.Write("a.md", Copy);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("copylint check a.md >&-", 2, "copylint: cannot write the report: standard output is closed\n")]
    [InlineData(
        "copylint check a.md -f sarif >&-",
        2,
        "copylint: cannot write the report: standard output is closed\n"
    )]
    [InlineData("copylint --version >&-", 2, "copylint: cannot write the report: standard output is closed\n")]
    [InlineData("copylint rules >&- 2>&-", 2, "")]
    [InlineData("copylint check a.md <&- >&- 2>&-", 2, "")]
    [InlineData("copylint chekc 2>&-", 2, "")]
    [InlineData(
        "copylint check a.md 1</dev/null",
        2,
        "copylint: cannot write the report: standard output is not open for writing\n"
    )]
    [InlineData("copylint --version >/dev/full", 2, "copylint: cannot write the report: No space left on device\n")]
    [InlineData("copylint check - <&-", 2, "copylint: standard input cannot be read: it is closed\n")]
    [InlineData("copylint check - <&- >&- 2>&-", 2, "")]
    [InlineData("copylint check - <.", 2, "copylint: standard input cannot be read: Is a directory\n")]
    [InlineData("copylint check a.md --fail-on suggestion 2>&- >out.txt", 1, "")]
    [InlineData("copylint check a.md --fail-on suggestion 2>/dev/full >out.txt", 1, "")]
    [InlineData(
        "mkdir gone && cd gone && rmdir ../gone && copylint check .",
        2,
        "copylint: the working folder is gone, or cannot be reached\n"
    )]
    public void A_stream_or_folder_that_is_missing_is_told_in_a_line(string script, int exit, string error)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var run = BuiltProgram.Shell(_folder.Path, script);
        Assert.Equal((exit, error), (run.Exit, run.Error));
        Assert.Equal("", run.Output);
        if (exit == 1)
            Assert.Contains("despicable", File.ReadAllText(Path.Combine(_folder.Path, "out.txt")));
    }

    [Theory]
    [InlineData("<&- 2>&-")]
    [InlineData("<&- >&- 2>&-")]
    public void A_file_that_takes_the_number_of_a_closed_stream_holds_nothing_else(string streams)
    {
        if (!OperatingSystem.IsLinux())
            return;
        _folder.Write("b.md", Failing);
        var run = BuiltProgram.Shell(_folder.Path, $"copylint check b.md --fix -f sarif -o r.sarif {streams}");
        Assert.True(run.Exit is 0 or 1);
        Assert.Equal(
            "It was the despicable plan of the council, they said.\n",
            File.ReadAllText(Path.Combine(_folder.Path, "b.md"))
        );
        System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, "r.sarif"))).Dispose();
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public async Task A_signal_ends_a_run_with_a_line_and_leaves_nothing_half_written(string signal, int exit)
    {
        if (!OperatingSystem.IsLinux())
            return;
        // Findings for more than a pipe holds: nobody reads it, and so the run cannot end by itself.
        string[] names = ["a.md", "b.md", "c.md", "d.md", "e.md"];
        foreach (var name in names)
            _folder.Write(name, string.Concat(Enumerable.Repeat(Copy + "\n", 1000)));
        using var process = BuiltProgram.Start(
            _folder.Path,
            $"{WithDefaultSignals}exec $signals {BuiltProgram.Words} check . -f text -f sarif -o r.sarif"
        );
        BuiltProgram.Await(() => Names().Exists(n => n.StartsWith(".r.sarif.", StringComparison.Ordinal)), "the log");
        Send(signal, process.Id);
        var error = process.StandardError.ReadToEndAsync();
        BuiltProgram.End(process);
        Assert.Equal((exit, $"copylint: stopped by SIG{signal}\n"), (process.ExitCode, await error));
        Assert.Equal(names, Names().Order());
    }

    [Fact]
    public async Task Who_starts_it_may_have_it_outlive_a_terminal()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var process = BuiltProgram.Start(
            _folder.Path,
            $"trap '' HUP\nexec {BuiltProgram.Words} check - --fail-on never"
        );
        // More than a pipe holds: once it is written, the program has read some of it.
        process.StandardInput.Write(string.Concat(Enumerable.Repeat(Copy, 10_000)));
        process.StandardInput.Flush();
        Send("HUP", process.Id);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        BuiltProgram.End(process);
        Assert.Equal(0, process.ExitCode);
        Assert.Contains("despicable", await output);
    }

    // Who runs the tests in the background may have these signals ignored, and that is inherited.
    private const string WithDefaultSignals =
        "signals='env --default-signal=INT,TERM,HUP'; $signals true 2>/dev/null || signals=\n";

    private List<string> Names() => [.. Directory.GetFileSystemEntries(_folder.Path).Select(f => Path.GetFileName(f)!)];

    private void Send(string signal, int process) => OtherProgram.Run(_folder.Path, "kill", "-s", signal, $"{process}");
}
