using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Linting;
using Copylint.Tests.Support;

namespace Copylint.Tests.Linting.Suppressions;

/// <summary><c>stet</c>: what the editors let stand.</summary>
public sealed class SuppressionTests : IDisposable
{
    private const string Bad = "It was a despicable plan.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "<!-- stet CL3001: quoted from the ruling -->\n\n" + Bad + "\n\n" + Bad + "\n",
        "5:10 CL3001",
        "quoted from the ruling"
    )]
    [InlineData("<!-- stet CL3001: why -->\n" + Bad + "\n", "", "why")]
    [InlineData("<!-- stet loaded-adjective, CL2: why -->\n" + Bad + "\n", "", "why")]
    [InlineData("<!-- stet language: why -->\n" + Bad + "\n", "", "why")]
    [InlineData("<!-- stet: why -->\n" + Bad + "\n", "", "why")]
    [InlineData("<!-- stet -->\n" + Bad + "\n", "", null)]
    [InlineData("It was a despicable <!-- stet CL3001: why --> plan.\n", "", "why")]
    [InlineData(Bad + " <!-- stet-line CL3001: why -->\n\n" + Bad + "\n", "3:10 CL3001", "why")]
    [InlineData(
        "<!-- stet-begin CL3001: why -->\n\n" + Bad + "\n\n" + Bad + "\n\n<!-- stet-end CL3001 -->\n\n" + Bad + "\n",
        "9:10 CL3001",
        "why|why"
    )]
    [InlineData("<!-- stet-begin CL3001: why -->\n\n" + Bad + "\n\n" + Bad + "\n", "", "why|why")]
    [InlineData(Bad + "\n\n" + Bad + "\n\n<!-- stet-file CL3001: why -->\n", "", "why|why")]
    [InlineData("---\nstet: \"CL3001: why\"\n---\n" + Bad + "\n", "", "why")]
    [InlineData("---\nstet: [CL3001, CL3002]\n---\n" + Bad + "\n", "3 CL0003", null)]
    [InlineData("<!-- stet CL3002: why -->\n\n" + Bad + "\n", "1:1 CL0003|3:10 CL3001", "")]
    [InlineData("Nothing is wrong. <!-- stet CL3001: why -->\n", "1:19 CL0003", "")]
    [InlineData(
        "<!-- stet-file CL3: file -->\n\n<!-- stet-begin CL3: part -->\n\n"
            + Bad
            + "\n\n<!-- stet CL3001: block -->\n\n"
            + Bad
            + "\n\n<!-- stet-end CL3 -->\n\n"
            + Bad
            + "\n",
        "",
        "part|block|file"
    )]
    [InlineData(
        "<!-- stet-file CL3: used by the second -->\n\n<!-- stet CL3001: used by the first -->\n\n" + Bad + "\n",
        "",
        "used by the first"
    )]
    [InlineData("<!-- stetson -->\n\nNothing is wrong.\n", "", "")]
    [InlineData("<!-- stet CL4011: judged over all files -->\n\nNothing is wrong.\n", "", "")]
    [InlineData("```\n<!-- stet CL3001: code -->\n```\n\nNothing is wrong.\n", "", "")]
    public void A_stet_suppresses_what_it_names(string text, string left, string? reasons)
    {
        var report = Lint("a.md", text);
        Assert.Equal(
            left.StartsWith("3 ", StringComparison.Ordinal) ? "CL0003" : left,
            string.Join(
                '|',
                report.Diagnostics.Select(d =>
                    left.StartsWith("3 ", StringComparison.Ordinal) ? d.Rule.Id : $"{d.Range.Start} {d.Rule.Id}"
                )
            )
        );
        Assert.Equal(reasons ?? "", string.Join('|', report.Suppressed.Select(d => d.Suppression!.Justification)));
        Assert.Equal(reasons is "" ? 0 : (reasons ?? "").Split('|').Length, report.Suppressed.Count);
        Assert.All(report.Suppressed, d => Assert.Equal("CL3001", d.Rule.Id));
    }

    [Fact]
    public void It_works_in_html_too()
    {
        var report = Lint("a.html", "<p>Rain fell.</p><!-- stet CL3001: why --><p>" + Bad + "</p><p>" + Bad + "</p>");
        Assert.Equal(["CL3001"], report.Suppressed.Select(d => d.Rule.Id));
        Assert.Equal(["CL3001"], report.Diagnostics.Select(d => d.Rule.Id));
    }

    [Fact]
    public void An_unknown_rule_is_told() =>
        Assert.Equal(
            "'stet CL3O01' suppresses nothing here (no rule is called 'CL3O01'; did you mean 'CL3001'?): delete it.",
            Assert.Single(Lint("a.md", "<!-- stet CL3O01: why -->\n\nNothing is wrong.\n").Diagnostics).Message
        );

    [Theory]
    [InlineData("<!-- stet CL3001: why -->\n\nNothing is wrong.\n", "Nothing is wrong.\n")]
    [InlineData("Nothing is <!-- stet CL3001 --> wrong.\n", "Nothing is wrong.\n")]
    [InlineData("Nothing is wrong. <!-- stet-line CL3001 -->\n", "Nothing is wrong.\n")]
    public void An_unused_one_is_deleted_by_a_safe_fix(string before, string after)
    {
        _folder.Write("a.md", before);
        CommandLine.Run(_folder.Path, "check", "--fix", "a.md");
        Assert.Equal(after, File.ReadAllText(Path.Combine(_folder.Path, "a.md")));
    }

    [Fact]
    public void A_reason_can_be_asked_for()
    {
        var settings = new LintSettings
        {
            Rules = new Dictionary<string, RuleSetting>
            {
                ["CL0004"] = new(Severity.Warning, new Dictionary<string, string>()),
                ["CL2001"] = new(Severity.Off, new Dictionary<string, string>()),
            },
        };
        var report = new FileLinter(new Linter(TestRules.Catalog, settings), false).Lint(
            "a.md",
            System.Text.Encoding.UTF8.GetBytes("<!-- stet CL3001 -->\n\n" + Bad + "\n")
        );
        Assert.Equal(
            "'stet CL3001' gives no reason: write it after a colon.",
            Assert.Single(report.Diagnostics).Message
        );
    }

    [Fact]
    public void Nothing_is_called_unused_when_only_some_rules_ran()
    {
        _folder.Write("a.md", "<!-- stet CL3001: why -->\n\nNothing is wrong.\n");
        Assert.DoesNotContain("CL0003", CommandLine.Run(_folder.Path, "check", "--rule", "CL3002", "a.md").Output);
    }

    [Fact]
    public void The_cache_keeps_what_was_suppressed()
    {
        _folder.Write("a.md", "<!-- stet CL3001: why -->\n\n" + Bad + "\n");
        var first = CommandLine.Run(_folder.Path, "check", "--cache", "--format", "sarif", "a.md").Output;
        Assert.Contains("\"justification\": \"why\"", first);
        Assert.Equal(first, CommandLine.Run(_folder.Path, "check", "--cache", "--format", "sarif", "a.md").Output);
    }

    [Fact]
    public void A_line_of_many_files_can_stand()
    {
        for (var i = 0; i < 12; i++)
            _folder.Write(
                $"{i:00}.md",
                $"Rain number {i} fell on the town all day long, they said.\n\n{(i == 3 ? "<!-- stet CL4011: our motto -->\n" : "")}Brought to you by the Aire Gazette\n"
            );
        Assert.Equal(
            11,
            CommandLine
                .Run(_folder.Path, "check", "--rule", "CL4011")
                .Output.Split('\n')
                .Count(l => l.Contains("CL4011"))
        );
    }

    private static LintSettings Without(params string[] rules) =>
        new()
        {
            Rules = rules.ToDictionary(r => r, _ => new RuleSetting(Severity.Off, new Dictionary<string, string>())),
        };

    private static FileReport Lint(string path, string text) =>
        new FileLinter(new Linter(TestRules.Catalog, Without("CL2001", "CL4010")), false).Lint(
            path,
            System.Text.Encoding.UTF8.GetBytes(text)
        );
}
