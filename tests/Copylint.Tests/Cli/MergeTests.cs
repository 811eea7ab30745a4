using Copylint.Tests.Support;

namespace Copylint.Tests.Cli;

/// <summary><c>copylint merge</c>.</summary>
public sealed class MergeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_merged_log_of_two_halves_is_the_log_of_the_whole()
    {
        for (var i = 0; i < 24; i++)
            _folder.Write(
                $"a {i:00}é.md",
                $"Rain number {i} fell on the town all day long, they said.\n\n{(i % 3 == 0 ? "It was a despicable plan.\n\n" : "")}{(i % 4 == 0 ? "Brought to you by the Aire Gazette\n" : "")}"
            );
        _folder.Write("b.md", "<!-- stet CL3001: why -->\nIt was a despicable plan.\n");
        _folder.Write("c.txt", new string('x', 3000));
        string[] all =
        [
            .. Directory.GetFiles(_folder.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal),
        ];
        var whole = Run(["check", "--format", "sarif", "--max-file-size", "2000", .. all]).Output;
        Assert.Contains("CL4011", whole);
        Assert.Contains("toolExecutionNotifications", whole);
        Run([
            "check",
            "--shard",
            "--max-file-size",
            "2000",
            "-f",
            "sarif",
            "-o",
            "2.sarif",
            .. all.Where((_, i) => i % 2 == 1),
        ]);
        Run([
            "check",
            "--shard",
            "--max-file-size",
            "2000",
            "-f",
            "sarif",
            "-o",
            "1.sarif",
            .. all.Where((_, i) => i % 2 == 0),
        ]);
        Assert.Equal(whole, Run(["merge", "2.sarif", "1.sarif"]).Output);
        Assert.Equal(1, Run(["merge", "1.sarif", "2.sarif", "-o", "all.sarif"]).Exit);
        Assert.Equal(whole, File.ReadAllText(Path.Combine(_folder.Path, "all.sarif")));
    }

    [Theory]
    [InlineData("The tyrant Putin spoke.\n", null, 1)]
    [InlineData("The tyrant Putin spoke.\n", "never", 0)]
    [InlineData("<!-- stet CL3002: so it is -->\nThe tyrant Putin spoke.\n", null, 0)]
    [InlineData("It was a massive day.\n", "suggestion", 1)]
    [InlineData("It was a massive day.\n", "warning", 0)]
    public void It_fails_as_one_run_would(string copy, string? failOn, int expected)
    {
        _folder.Write(".copylint.yml", "rules: {sensational-noun: suggestion, CL3001: {mild: suggestion}}\n");
        _folder.Write("a.md", copy);
        _folder.Write("b.md", "The town was calm.\n");
        string[] more = failOn is null ? ["--rule", "CL3"] : ["--rule", "CL3", "--fail-on", failOn];
        var whole = Run(["check", "-f", "sarif", .. more]);
        Assert.Equal(expected, whole.Exit);
        Run(["check", "a.md", "--shard", "--fail-on", "never", "-f", "sarif", "-o", "1.sarif", "--rule", "CL3"]);
        Run(["check", "b.md", "--shard", "--fail-on", "never", "-f", "sarif", "-o", "2.sarif", "--rule", "CL3"]);
        var merged = Run(["merge", "1.sarif", "2.sarif", .. failOn is null ? (string[])[] : ["--fail-on", failOn]]);
        Assert.Equal(expected, merged.Exit);
        Assert.Equal(whole.Output, merged.Output);
    }

    [Fact]
    public void What_cannot_be_merged_is_told()
    {
        _folder.Write("a.md", "It was a despicable plan.\n");
        Run(["check", "--shard", "-f", "sarif", "-o", "1.sarif"]);
        _folder.Write(
            "house/see/see-page.yml",
            "id: HS0001\nname: see-page\nseverity: warning\nsummary: A page.\nmessage: \"'{0}' is a page.\"\nwhy: Because.\nsource: us\nmatch:\n  pattern: '\\bsee page \\d+\\b'\nexamples:\n  - bad: \"It is close (⟦see page 12⟧).\"\n"
        );
        _folder.Write(".copylint.yml", "packs: [house]\n");
        Run(["check", "--shard", "-f", "sarif", "-o", "2.sarif"]);
        _folder.Write("3.sarif", "{}");
        _folder.Write(
            "4.sarif",
            File.ReadAllText(Path.Combine(_folder.Path, "1.sarif"))
                .Replace("\"uri\": \"a.md\"", "\"uri\": \"../../etc/a.md\"")
        );
        Assert.Contains(
            "'2.sarif' was written by another version of Copylint, or with other rules, than '1.sarif'",
            Fails("merge", "1.sarif", "2.sarif")
        );
        Assert.Contains("'3.sarif' is no log of Copylint", Fails("merge", "1.sarif", "3.sarif"));
        Assert.Contains("cannot read 'none.sarif'", Fails("merge", "none.sarif"));
        Assert.Contains("the log names a file outside the repository", Fails("merge", "4.sarif"));
        Assert.Contains("--shard writes what", Fails("check", "--shard"));
    }

    private string Fails(params string[] arguments)
    {
        var result = Run(arguments);
        Assert.Equal(2, result.Exit);
        return result.Error;
    }

    private CommandLine Run(string[] arguments) => CommandLine.Run(_folder.Path, arguments);
}
