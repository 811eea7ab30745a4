using System.Text;
using Copylint.Configuration;
using Copylint.Linting;
using Copylint.Tests.Support;

namespace Copylint.Tests.Linting;

/// <summary>Time that runs out: told, for the file that it ran out on, and nothing is concluded from what was not
/// looked at.</summary>
public sealed class FileTimeTests : IDisposable
{
    private const string Card =
        "id: HS0001\nname: slow\nseverity: warning\nprecision: very-high\nsummary: x\nmessage: \"x\"\nwhy: x\nsource: x\nmatch:\n  pattern: '{0}'\nexamples:\n  - good: \"The page is long.\"\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pattern_that_backtracks_finds_its_match_without()
    {
        Write(@"\bzebra (\w+\s?)+!");
        _folder.Write("a.txt", Sentences(20) + "The zebra ran!\n");
        var result = CommandLine.Run(_folder.Path, "check", "a.txt", "--rule", "HS0001");
        Assert.Equal(1, result.Exit);
        Assert.DoesNotContain("CL0007", result.Output);
        Assert.Contains("zebra ran!", result.Output);
    }

    [Fact]
    public void A_pattern_that_must_backtrack_is_told_once_a_file()
    {
        Write(@"\bzebra (?!x)(\w+\s?)+!");
        _folder.Write("a.txt", Sentences(200));
        _folder.Write("b.txt", "The zebra ran!\n");
        var result = CommandLine.Run(_folder.Path, "check", ".", "--rule", "HS0001", "--format", "json");
        Assert.Equal(1, result.Output.Split("\"CL0007\"").Length - 1);
        Assert.Contains("not finish in time", result.Output);
        Assert.Contains("zebra ran!", result.Output);
    }

    [Fact]
    public void A_file_that_took_too_long_is_named_and_is_incomplete()
    {
        var linter = new Linter(TestRules.Catalog, new LintSettings());
        var text = Encoding.UTF8.GetBytes("It was a despicable plan.\n\n<!-- stet CL3001: so it was -->\n");
        var report = new FileLinter(linter, withFingerprints: true) { MaxTime = TimeSpan.FromSeconds(-1) }.Lint(
            "a.md",
            text
        );
        Assert.True(report.IsIncomplete);
        Assert.Equal(["CL0007"], report.Diagnostics.Select(d => d.Rule.Id));
        Assert.False(new FileLinter(linter, withFingerprints: true).Lint("a.md", text).IsIncomplete);
    }

    private void Write(string pattern)
    {
        _folder.Write("house/c.yml", Card.Replace("{0}", pattern, StringComparison.Ordinal));
        _folder.Write(".copylint.yml", "packs: [house]\n");
    }

    private static string Sentences(int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(
                $"The zebra bcdfgh jklmnp qrstvw xzbcdf ghjklm npqrst vwxzbc dfghjk lmnpqr stvwxz bcdfgi jklmn{i} stands.\n\n"
            );
        return text.ToString();
    }
}
