using System.Text;
using Copylint.Cli;
using Copylint.Cli.Commands;
using Copylint.Documents.Formats;
using Copylint.Linting;
using Copylint.Reports;
using Copylint.Reports.Html;
using Copylint.Tests.Support;

namespace Copylint.Tests.Cli;

/// <summary>What goes wrong around a run: full disks, links that lead nowhere or in circles, targets that cannot be
/// written.</summary>
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
        var exit = Program.Run(
            ["check", "--format", format],
            new Terminal(() => Stream.Null, full, error, _folder.Path)
        );
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
        _folder.Write("copy.html", "old");
        _folder.Write(".copylint.yml", "rules: {none: off}\n");
        Assert.Equal(2, CommandLine.Run(_folder.Path, "check", "--format", "html", "--output", "copy.html").Exit);
        Assert.Equal("old", File.ReadAllText(Path.Combine(_folder.Path, "copy.html")));
    }

    [Fact]
    public void A_file_that_vanishes_during_the_run_is_a_finding_and_the_rest_is_linted()
    {
        _folder.Write("b.md", "It was a vile plan.\n");
        var session = CommonOptions.OpenSession(Console(), new WorkspaceOptions());
        session.Find([]);
        File.Delete(Path.Combine(_folder.Path, "a.md"));
        var reports = new List<FileReport>();
        session.Run(1, reports.Add);
        Assert.Equal(["CL0001"], reports[0].Diagnostics.Select(d => d.Rule.Id));
        Assert.Contains("the file is gone", reports[0].Diagnostics[0].Message);
        Assert.Contains(reports[1].Diagnostics, d => d.Snippet == "vile");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_changes_or_vanishes_before_it_is_shown_is_not_shown(bool vanishes)
    {
        var session = CommonOptions.OpenSession(Console(), new WorkspaceOptions { WithFingerprints = true });
        session.Find([]);
        var files = new ReportedFiles(_folder.Path, _ => new ReadingOptions(DocumentFormats.Markdown), null);
        var reports = new List<FileReport>();
        session.Run(1, reports.Add);
        Assert.Equal("It was a despicable plan.\n", files.Read(reports[0])!.Text);
        if (vanishes)
            File.Delete(Path.Combine(_folder.Path, "a.md"));
        else
            _folder.Write("a.md", "It is another plan now.\n");
        using var page = new StringWriter();
        using (var reporter = new HtmlReporter(page, files))
        {
            reporter.Begin();
            reporter.Report(reports[0]);
            reporter.Complete(new RunSummary());
        }

        Assert.Contains("CL3001", page.ToString());
        Assert.DoesNotContain("another plan", page.ToString());
    }

    [Fact]
    public void A_file_that_changes_before_lines_of_many_files_are_judged_is_passed_over()
    {
        for (var i = 0; i < 12; i++)
            _folder.Write(
                $"{i:00}.txt",
                $"Rain number {i} fell on the town all day long, they said.\n\nBrought to you by the Aire Gazette\n"
            );
        var session = CommonOptions.OpenSession(Console(), new WorkspaceOptions { Only = ["CL4011"] });
        session.Find([]);
        var found = new List<string>();
        var read = 0;
        session.Run(1, report =>
        {
            if (report.IsContinuation)
                found.Add(report.Path);
            else if (++read == session.Files.Count)
                File.Delete(Path.Combine(_folder.Path, "03.txt"));
            else if (read == 2)
                _folder.Write("05.txt", "Nothing of the kind.\n");
        });
        Assert.Contains("04.txt", found);
        Assert.DoesNotContain("03.txt", found);
    }

    [Theory]
    [InlineData("/sys/copy.sarif")]
    [InlineData("/proc/copy.sarif")]
    public void A_target_where_nothing_can_be_written_is_told(string target)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var result = CommandLine.Run(_folder.Path, "check", "--format", "sarif", "--output", target);
        Assert.Equal(2, result.Exit);
        Assert.Contains($"cannot write '{target}'", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(2, CommandLine.Run(_folder.Path, "baseline", "write", "-o", target).Exit);
    }

    [Fact]
    public void A_report_goes_to_a_device_and_through_a_link()
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(1, CommandLine.Run(_folder.Path, "check", "--output", "/dev/null").Exit);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.True(
            (File.GetAttributes("/dev/null") & FileAttributes.ReparsePoint) == 0
                && File.ReadAllText("/dev/null").Length == 0
        );
        _folder.Write("sub/real.json", "old");
        File.CreateSymbolicLink(
            Path.Combine(_folder.Path, "link.json"),
            Path.Combine(_folder.Path, "sub", "real.json")
        );
        Assert.Equal(1, CommandLine.Run(_folder.Path, "check", "--format", "json", "--output", "link.json").Exit);
        Assert.NotNull(new FileInfo(Path.Combine(_folder.Path, "link.json")).LinkTarget);
        Assert.Contains("CL3001", File.ReadAllText(Path.Combine(_folder.Path, "sub", "real.json")));
        Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "sub")));
    }

    [Fact]
    public void Terminal_escapes_in_the_copy_reach_no_terminal()
    {
        _folder.Write("b.md", "It was \u001b[2J\u001b]0;x\u0007 the \u202edespicable\u202c tyrant\u001b[31m Putin.\n");
        foreach (var format in ReportFormat.All.Select(f => f.Name))
        {
            var output = CommandLine.Run(_folder.Path, "check", "--format", format).Output;
            Assert.DoesNotContain('\u001b', output);
            Assert.DoesNotContain('\u0007', output);
        }

        Assert.DoesNotContain('\u001b', CommandLine.Run(_folder.Path, "inspect", "b.md").Output);
        Assert.DoesNotContain('\u001b', CommandLine.Run(_folder.Path, "check", "--fix", "--diff").Output);
    }

    private Terminal Console() => new(() => Stream.Null, TextWriter.Null, TextWriter.Null, _folder.Path);

    private sealed class FullWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device");
    }
}
