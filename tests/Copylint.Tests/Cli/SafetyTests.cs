using System.Text;
using Copylint.Cli;
using Copylint.Tests.Support;

namespace Copylint.Tests.Cli;

/// <summary>What goes wrong around a run: full disks, links that lead nowhere or in circles, targets that cannot be written.</summary>
public sealed class SafetyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SafetyTests() => _folder.Write("a.md", "It was a despicable plan.\n");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("text")]
    [InlineData("sarif")]
    [InlineData("html")]
    [InlineData("junit")]
    public void A_full_disk_is_told_and_is_no_defect(string format)
    {
        using var error = new StringWriter();
        using var full = new FullWriter();
        var exit = Program.Run(["check", "--format", format], new Terminal(() => Stream.Null, full, error, _folder.Path));
        Assert.Equal(2, exit);
        Assert.Contains("No space left on device", error.ToString());
        Assert.DoesNotContain("internal error", error.ToString());
    }

    [Fact]
    public void Links_in_circles_end()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "sub"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "sub", "loop"), _folder.Path);
        Assert.EndsWith("in 1 of 1 file.\n", CommandLine.Run(_folder.Path, "check").Output);
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_a_finding_and_the_rest_is_linted()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "b.md"), Path.Combine(_folder.Path, "gone.md"));
        var result = CommandLine.Run(_folder.Path, "check");
        Assert.Contains("CL0001", result.Output);
        Assert.Contains("the file is gone", result.Output);
        Assert.Contains("despicable", result.Output);
    }

    [Fact]
    public void A_report_that_cannot_be_written_leaves_nothing_behind()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "taken"));
        var result = CommandLine.Run(_folder.Path, "check", "--format", "sarif", "--output", "taken");
        Assert.Equal(2, result.Exit);
        Assert.Contains("cannot write", result.Error);
        Assert.Equal(["a.md"], Directory.GetFiles(_folder.Path).Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public void An_old_report_stays_when_the_new_one_fails()
    {
        _folder.Write("copy.sarif", "old");
        _folder.Write(".copylint.yml", "rules: {none: off}\n");
        Assert.Equal(2, CommandLine.Run(_folder.Path, "check", "--format", "sarif", "--output", "copy.sarif").Exit);
        Assert.Equal("old", File.ReadAllText(Path.Combine(_folder.Path, "copy.sarif")));
    }

    private sealed class FullWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device");
    }
}
