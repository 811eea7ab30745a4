using System.Diagnostics;
using System.Text.Json;
using Copylint.Tests.Support;

namespace Copylint.Tests.Cli;

/// <summary>Baselines, and findings on changed lines only.</summary>
public sealed class BaselineTests : IDisposable
{
    private const string Old = "It was a despicable plan.\n\nThe weather was fine in the town.\n";

    private readonly TemporaryFolder _folder = new();

    public BaselineTests()
    {
        _folder.Write("a.md", Old);
        Assert.Equal(0, Run("baseline", "write").Exit);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_baseline_knows_does_not_count()
    {
        var result = Check();
        Assert.Equal(0, result.Exit);
        Assert.Equal("No findings in 1 file. 2 known to the baseline.", LastLine(result.Output));
    }

    [Theory]
    [InlineData("A new first line of the article.\n\n" + Old)]
    [InlineData(Old + "\nAnother paragraph stands here.\n")]
    [InlineData("It  was a despicable\nplan.\n\nThe weather was bad in the town.\n")]
    public void It_knows_them_when_lines_move_and_other_text_changes(string text)
    {
        _folder.Write("a.md", text);
        Assert.Contains("2 known to the baseline", Check().Output);
        Assert.Equal(0, Check().Exit);
    }

    [Fact]
    public void What_is_new_fails()
    {
        _folder.Write("a.md", Old + "\nThe tyrant Putin spoke.\n");
        var result = Check();
        Assert.Equal(1, result.Exit);
        Assert.Contains("CL3002", result.Output);
        Assert.DoesNotContain("CL3001", result.Output);
    }

    [Fact]
    public void The_same_again_in_the_same_file_is_new()
    {
        _folder.Write("a.md", Old + "\nIt was a despicable plan.\n");
        Assert.Contains("1 of 1 file", Check("--rule", "CL3001").Output);
    }

    [Fact]
    public void A_file_that_was_moved_takes_its_findings_along()
    {
        File.Move(Path.Combine(_folder.Path, "a.md"), Path.Combine(_folder.Path, "b.md"));
        Assert.Equal(0, Check().Exit);
    }

    [Fact]
    public void What_is_gone_is_counted_and_pruned()
    {
        _folder.Write("a.md", "It was a plan.\n\nThe weather was fine in the town.\n");
        Assert.Equal("No findings in 1 file. 2 of the baseline gone.", LastLine(Check().Output));
        Assert.Contains("2 gone, 0 left", Run("baseline", "prune", ".copylint-baseline.json").Error);
        Assert.Equal("No findings in 1 file.", LastLine(Check().Output));
    }

    [Fact]
    public void A_file_that_was_not_linted_is_not_gone()
    {
        _folder.Write("b.md", "Nothing is wrong here.\n");
        Assert.DoesNotContain("gone", Check("b.md").Output);
    }

    [Fact]
    public void A_sarif_log_is_a_baseline_too()
    {
        Run("check", "--format", "sarif", "--output", "old.sarif");
        Assert.Contains("2 known", Run("check", "--baseline", "old.sarif").Output);
    }

    [Fact]
    public void The_states_stand_in_the_log()
    {
        _folder.Write("a.md", "It was a despicable plan.\n\nThe tyrant Putin spoke.\n");
        _folder.Write("c.md", "The vile plan failed.\n");
        Run("baseline", "write", "-o", "two.json");
        _folder.Write("c.md", "The plan failed.\n");
        _folder.Write("a.md", "It was a despicable plan.\n\nThe tyrant Putin spoke.\n\nThe tyrant Smith spoke.\n");
        var results = JsonDocument
            .Parse(Run("check", "--baseline", "two.json", "--rule", "CL3", "--format", "sarif").Output)
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")
            .EnumerateArray()
            .ToList();
        var states = results
            .Select(r => $"{r.GetProperty("ruleId").GetString()} {r.GetProperty("baselineState").GetString()}")
            .ToList();
        Assert.Contains("CL3001 unchanged", states);
        Assert.Contains("CL3002 new", states);
        Assert.Contains("CL3001 absent", states);
        var github = JsonDocument
            .Parse(
                Run(
                    "check",
                    "--baseline",
                    "two.json",
                    "--rule",
                    "CL3",
                    "--format",
                    "sarif",
                    "--sarif-profile",
                    "github"
                ).Output
            )
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results");
        Assert.All(github.EnumerateArray(), r => Assert.False(r.TryGetProperty("baselineState", out _)));
        Assert.Single(github.EnumerateArray());
    }

    [Theory]
    [InlineData("none.json", "cannot read the baseline 'none.json'")]
    [InlineData("a.md", "not a baseline")]
    [InlineData("b.json", "neither a baseline nor a SARIF log")]
    [InlineData("c.json", "written by a newer Copylint")]
    public void What_is_no_baseline_is_told(string file, string expected)
    {
        _folder.Write("b.json", "{}");
        _folder.Write("c.json", "{\"version\": 99, \"findings\": []}");
        var result = Run("check", "--baseline", file);
        Assert.Equal(2, result.Exit);
        Assert.Contains(expected, result.Error);
    }

    [Fact]
    public void Only_changed_lines_are_reported()
    {
        Git("init", "-q");
        Git("add", "a.md");
        Git("-c", "user.email=a@example.org", "-c", "user.name=a", "commit", "-qm", "first");
        Assert.Contains("No findings in 0 files", Run("check", "--since", "HEAD", "a.md").Output);
        _folder.Write("a.md", Old + "\nThe tyrant Putin spoke.\n");
        _folder.Write("new é.md", "It was a vile plan.\n");
        var result = Run("check", "--since", "HEAD", "--rule", "CL3");
        Assert.Equal(1, result.Exit);
        Assert.Contains("tyrant Putin", result.Output);
        Assert.Contains("vile", result.Output);
        Assert.DoesNotContain("despicable", result.Output);
        Assert.Contains("no revision is called 'no-such-revision'", Run("check", "--since", "no-such-revision").Error);
        Assert.Equal(2, Run("check", "--since", "--output=x").Exit);
    }

    [Fact]
    public void Only_changed_lines_are_fixed()
    {
        const string Name = "b \"é😀\\.md";
        _folder.Write(Name, "- Advertisement -\n\nThe town was calm.\n\nThe river rose.\n");
        Git("init", "-q");
        Git("add", ".");
        Git("-c", "user.email=a@example.org", "-c", "user.name=a", "commit", "-qm", "first");
        const string Text =
            "- Advertisement -\n\nThe town was calm.\n\nRead Also: Ten Ways To Cook Rice At Home Today\n\nIt was a vile plan.\n\nThe river rose.\n";
        _folder.Write(Name, Text);
        var difference = Run("check", "--since", "HEAD", "--fix", "--diff").Output;
        Assert.Contains("-Read Also", difference);
        Assert.DoesNotContain("-- Advertisement", difference);
        var result = Run("check", "--since", "HEAD", "--fix");
        Assert.Equal(
            Text.Replace("Read Also: Ten Ways To Cook Rice At Home Today\n\n", ""),
            File.ReadAllText(Path.Combine(_folder.Path, Name))
        );
        Assert.Contains("vile", result.Output);
        Assert.DoesNotContain("Advertisement", result.Output);
        Assert.Contains("1 fix in 1 file.", result.Error);
    }

    private CommandLine Check(params string[] more) => Run(["check", "--baseline", ".copylint-baseline.json", .. more]);

    private CommandLine Run(params string[] arguments) => CommandLine.Run(_folder.Path, arguments);

    private static string LastLine(string output) => output.TrimEnd('\n').Split('\n')[^1];

    private void Git(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder.Path })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
