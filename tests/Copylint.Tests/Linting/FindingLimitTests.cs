using Copylint.Configuration;
using Copylint.Linting;
using Copylint.Linting.Caching;
using Copylint.Tests.Support;

namespace Copylint.Tests.Linting;

/// <summary>The limit of findings of one rule in one file: both sides of it, and that other rules do not
/// count.</summary>
public sealed class FindingLimitTests
{
    private static FileReport Report(string text) =>
        new FileLinter(
            new Linter(
                TestRules.Catalog,
                new LintSettings
                {
                    Only = new HashSet<string> { "CL3001", "CL5009" },
                }
            ),
            withFingerprints: false
        ).Lint("a.txt", System.Text.Encoding.UTF8.GetBytes(text));

    private static string Loaded(int count) =>
        string.Concat(Enumerable.Repeat("The plan of the council was despicable.\n\n", count))
        + "It was the the plan.\n";

    [Theory]
    [InlineData(3, 3, 0)]
    [InlineData(4, 3, 1)]
    [InlineData(9, 3, 6)]
    public void Findings_beyond_the_limit_are_counted_not_shown(int findings, int shown, int leftOut)
    {
        var whole = Report(Loaded(findings));
        Assert.Equal(findings, whole.Diagnostics.Count(d => d.Rule.Id == "CL3001"));
        var limited = new FindingLimit(3).Filter(whole, null);
        Assert.Equal(shown, limited.Diagnostics.Count(d => d.Rule.Id == "CL3001"));
        Assert.Equal(1, limited.Diagnostics.Count(d => d.Rule.Id == "CL5009"));
        Assert.Equal(leftOut, limited.LeftOut.Sum(l => l.Count));
        Assert.All(limited.LeftOut, l => Assert.Equal("CL3001", l.RuleId));
    }

    [Fact]
    public void What_is_shown_is_what_comes_first_in_the_file()
    {
        var whole = Report(Loaded(9));
        Assert.Equal(
            whole.Diagnostics.Where(d => d.Rule.Id == "CL3001").Take(3),
            new FindingLimit(3).Filter(whole, null).Diagnostics.Where(d => d.Rule.Id == "CL3001")
        );
    }

    [Theory]
    [InlineData("a.txt", "")]
    [InlineData("a.md", "")]
    [InlineData("a.md", "<!-- stet CL3001: so it was -->\nThe plan of the council was despicable.\n")]
    public void What_is_limited_at_once_is_what_a_filter_leaves(string name, string last)
    {
        using var folder = new TemporaryFolder();
        var linter = new Linter(
            TestRules.Catalog,
            new LintSettings
            {
                Only = new HashSet<string> { "CL3001", "CL5009" },
            }
        );
        var bytes = System.Text.Encoding.UTF8.GetBytes(Loaded(9) + "\n" + last);
        var expected = new FindingLimit(3).Filter(
            new FileLinter(linter, withFingerprints: true).Lint(name, bytes),
            null
        );
        var limited = new FileLinter(
            linter,
            withFingerprints: true,
            cache: new ResultCache(folder.Path, linter, "limited")
        )
        {
            MaxFindings = 3,
        };
        Same(expected, limited.Lint(name, bytes));
        Same(expected, limited.Lint(name, bytes));
        Assert.Equal(new LeftOutFindings("CL3001", 6), Assert.Single(expected.LeftOut));
        Assert.Equal(last.Length > 0 ? 1 : 0, expected.Suppressed.Count);
    }

    private static void Same(FileReport expected, FileReport report)
    {
        Assert.Equal(expected.Diagnostics.Select(Told), report.Diagnostics.Select(Told));
        Assert.Equal(expected.Suppressed.Select(Told), report.Suppressed.Select(Told));
        Assert.Equal(expected.LeftOut, report.LeftOut);
    }

    private static string Told(LocatedDiagnostic d) =>
        $"{d.Rule.Id} {d.Range} {d.Message} {d.Snippet} {d.LineHash} {d.SentenceHash} {d.Suppression}";
}
