using System.Text.Json;
using Copylint.Reports.Sarif;
using Copylint.Tests.Support;

namespace Copylint.Tests.Cli;

public sealed class CheckCommandTests
{
    private static readonly string Samples = TestRules.TestFile("Samples");

    [Fact]
    public void The_options_in_the_readme_are_those_of_the_help()
    {
        using var folder = new TemporaryFolder();
        var help = CommandLine.Run(folder.Path, "check", "--help").Output;
        var readme = File.ReadAllText(TestRules.TestFile("../../README.md")).ReplaceLineEndings("\n");
        var start =
            readme.IndexOf("<!-- options -->\n```text\n", StringComparison.Ordinal)
            + "<!-- options -->\n```text\n".Length;
        Assert.Equal(
            help[
                help.IndexOf("Options:", StringComparison.Ordinal)..help.IndexOf("Examples:", StringComparison.Ordinal)
            ]
                .TrimEnd(),
            readme[start..readme.IndexOf("\n```", start, StringComparison.Ordinal)]
        );
    }

    [Fact]
    public Task The_text_report_is_as_verified() =>
        VerifyXunit.Verifier.Verify(CommandLine.Run(Samples, "check", "kyiv.txt").Output);

    [Fact]
    public Task The_json_report_is_as_verified() =>
        VerifyXunit.Verifier.Verify(CommandLine.Run(Samples, "check", "kyiv.txt", "--format", "json").Output);

    [Fact]
    public Task The_sarif_report_is_as_verified()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Samples, "kyiv.txt"), Path.Combine(folder.Path, "kyiv.txt"));
        return VerifyXunit.Verifier.Verify(
            CommandLine.Run(folder.Path, "check", "kyiv.txt", "--format", "sarif").Output
        );
    }

    [Fact]
    public Task The_report_of_several_files_is_grouped()
    {
        using var folder = new TemporaryFolder();
        folder.Write("one.txt", "It was a despicable plan.");
        folder.Write("two.txt", "Nothing is wrong here.");
        folder.Write("x/three.txt", "The tab\tand \u001b[31mescape\u001b[0m of a 東京 bloodbath, 😀 bloodbath.");
        return VerifyXunit.Verifier.Verify(CommandLine.Run(folder.Path, "check").Output);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0, "--fail-on", "never")]
    [InlineData(1, "--fail-on", "error")]
    [InlineData(0, "--rule", "CL4005", "--fail-on", "error")]
    [InlineData(1, "--rule", "CL4005")]
    [InlineData(0, "--rule", "CL1002")]
    [InlineData(1, "--rule", "promotion")]
    [InlineData(1, "--rule", "teaser-line,CL1001")]
    [InlineData(0, "--rule", "CL3001", "--min-severity", "warning")]
    [InlineData(0, "--no-rule", "CL1,CL2,CL3,CL5,CL8", "--no-rule", "promotion")]
    public void The_exit_code_follows_the_findings(int exit, params string[] options) =>
        Assert.Equal(exit, CommandLine.Run(Samples, ["check", "kyiv.txt", .. options]).Exit);

    [Theory]
    [InlineData("no such file or folder: 'kiev.txt'; did you mean 'kyiv.txt'?", "check", "kiev.txt")]
    [InlineData(
        "no rule has the id, name or family 'teaser-lin'; did you mean 'teaser-line'?",
        "check",
        "--rule",
        "teaser-lin"
    )]
    [InlineData("no rule has the id, name or family 'CL9999'", "explain", "CL9999")]
    [InlineData("did you mean '--format'?", "check", "--formt", "json")]
    [InlineData("Argument 'xml' not recognized. Must be one of:", "check", "--format", "xml")]
    [InlineData("--threads takes a whole number of 1 or more", "check", "--threads", "0")]
    [InlineData("no such configuration file: 'nowhere.yml'", "check", "--config", "nowhere.yml")]
    [InlineData("did you mean 'check'?", "chek")]
    [InlineData("'-' stands alone", "check", "-", "kyiv.txt")]
    [InlineData("cannot write 'no/such/folder/x.sarif'", "check", "kyiv.txt", "--output", "no/such/folder/x.sarif")]
    public void Wrong_usage_is_told_with_the_nearest_name(string message, params string[] args)
    {
        var run = CommandLine.Run(Samples, args);
        Assert.Equal(2, run.Exit);
        Assert.Contains(message, run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Standard_input_is_linted_under_its_name()
    {
        var run = CommandLine.RunWithInput(
            Samples,
            "It was a despicable plan.",
            "check",
            "-",
            "--stdin-filename",
            "desk/story.txt"
        );
        Assert.Equal(1, run.Exit);
        Assert.StartsWith("desk/story.txt\n", run.Output);
    }

    [Fact]
    public void A_report_goes_to_a_file_without_a_byte_order_mark_and_leaves_nothing_else()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "It was a despicable plan.");
        var run = CommandLine.Run(folder.Path, "check", "--format", "sarif", "--output", "log.sarif");
        Assert.Equal((1, ""), (run.Exit, run.Output));
        Assert.Equal((byte)'{', File.ReadAllBytes(Path.Combine(folder.Path, "log.sarif"))[0]);
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void Two_runs_give_the_same_bytes_whatever_the_number_of_threads()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 20; i++)
            File.Copy(Path.Combine(Samples, "kyiv.txt"), Path.Combine(folder.Path, $"a b{i}.txt"));
        var one = CommandLine.Run(folder.Path, "check", "--format", "sarif", "--threads", "1").Output;
        Assert.Equal(one, CommandLine.Run(folder.Path, "check", "--format", "sarif", "--threads", "7").Output);
        Assert.Contains("\"a%20b0.txt\"", one);
        using var log = JsonDocument.Parse(one);
        Assert.False(one.Contains(folder.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void A_clean_log_has_results_all_the_same()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "Nothing is wrong here.");
        using var log = JsonDocument.Parse(CommandLine.Run(folder.Path, "check", "--format", "sarif").Output);
        Assert.Equal(0, log.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("a {0} [b](c) \\d", "a {{0}} \\[b\\](c) \\\\d")]
    [InlineData("plain", "plain")]
    public void Message_text_is_escaped(string text, string expected) =>
        Assert.Equal(expected, SarifNames.EscapeMessage(text));

    [Fact]
    public void Paths_are_percent_encoded() => Assert.Equal("a%20b/%C3%A9%23.txt", SarifNames.Encode("a b/é#.txt"));

    [Fact]
    public Task Explain_shows_the_card() =>
        VerifyXunit.Verifier.Verify(CommandLine.Run(Samples, "explain", "CL4002").Output);

    [Fact]
    public void Rules_lists_every_rule()
    {
        var lines = CommandLine.Run(Samples, "rules").Output.TrimEnd('\n').Split('\n');
        Assert.Equal(TestRules.Catalog.Rules.Count, lines.Length);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("explain")]
    [InlineData("rules")]
    public void Help_has_examples(string command)
    {
        var run = CommandLine.Run(Samples, command, "--help");
        Assert.Equal(0, run.Exit);
        Assert.Contains("Examples:\n  copylint " + command, run.Output);
    }

    [Fact]
    public void Version_is_a_number() =>
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", CommandLine.Run(Samples, "--version").Output);
}
