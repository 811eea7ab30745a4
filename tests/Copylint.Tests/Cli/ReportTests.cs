using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Linting;
using Copylint.Reports;
using Copylint.Reports.Sarif;
using Copylint.Tests.Support;
using Copylint.Text;

namespace Copylint.Tests.Cli;

/// <summary>The formats of reports, with copy that tries to break out of each.</summary>
public sealed class ReportTests : IDisposable
{
    // Everything that a format could take for its own: markup, commands, placeholders, table cells, quotation marks,
    // control characters.
    private const string Hostile =
        "“😀 é</script><b>&amp; | ::error::x %0A ]]> `x` {0} [y](z) \u001b[31m\u202e”, she said. It was a despicable plan of the tyrant Putin.\n";

    private readonly TemporaryFolder _folder = new();

    public ReportTests()
    {
        _folder.Write("a.md", Hostile);
        _folder.Write("b,%:.txt", "Nothing is wrong here.\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task The_github_report_is_as_verified() => VerifyXunit.Verifier.Verify(Sample("github"));

    [Fact]
    public Task The_rdjson_report_is_as_verified() => VerifyXunit.Verifier.Verify(Sample("rdjson"));

    [Fact]
    public Task The_gitlab_report_is_as_verified() => VerifyXunit.Verifier.Verify(Sample("gitlab"));

    [Fact]
    public Task The_junit_report_is_as_verified() => VerifyXunit.Verifier.Verify(Sample("junit"));

    [Fact]
    public Task The_checkstyle_report_is_as_verified() => VerifyXunit.Verifier.Verify(Sample("checkstyle"));

    [Fact]
    public Task The_markdown_report_is_as_verified() => VerifyXunit.Verifier.Verify(Sample("markdown"));

    [Fact]
    public Task The_html_report_is_as_verified() => VerifyXunit.Verifier.Verify(Sample("html"));

    [Fact]
    public void Columns_of_rdjson_are_bytes()
    {
        var finding = Json("rdjson")
            .GetProperty("diagnostics")
            .EnumerateArray()
            .First(d =>
                d.GetProperty("code").GetProperty("value").GetString()!.StartsWith("CL3001", StringComparison.Ordinal)
            );
        var start = finding
            .GetProperty("location")
            .GetProperty("range")
            .GetProperty("start")
            .GetProperty("column")
            .GetInt32();
        var bytes = Encoding.UTF8.GetBytes(Hostile);
        Assert.Equal("despicable", Encoding.UTF8.GetString(bytes, start - 1, "despicable".Length));
    }

    [Fact]
    public void Every_fingerprint_of_gitlab_is_its_own()
    {
        _folder.Write("a.md", string.Concat(Enumerable.Repeat(Hostile + "\n", 5)));
        var fingerprints = Json("gitlab")
            .EnumerateArray()
            .Select(f => f.GetProperty("fingerprint").GetString())
            .ToList();
        Assert.True(fingerprints.Count >= 10);
        Assert.Equal(fingerprints.Count, fingerprints.Distinct().Count());
    }

    [Fact]
    public void Copy_starts_no_workflow_command()
    {
        _folder.Write("a,b.md", "It was ::error::despicable.\n\nThe tyrant %0A::error::x Putin.\n");
        foreach (
            var line in Run("github")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(l => l.StartsWith("::", StringComparison.Ordinal))
        )
        {
            Assert.Matches(
                "^::(error|warning|notice) file=[^,:]+,line=\\d+,endLine=\\d+(,col=\\d+,endColumn=\\d+)?,title=[^,:]+::",
                line
            );
            Assert.DoesNotContain('\u001b', line);
        }
    }

    [Fact]
    public void Github_gets_ten_of_a_kind()
    {
        _folder.Write(
            "a.md",
            string.Concat(Enumerable.Range(0, 25).Select(i => $"Number {i} was the tyrant Putin.\n\n"))
        );
        var lines = Run("github").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, lines.Count(l => l.StartsWith("::error ", StringComparison.Ordinal)));
        Assert.Contains("are not annotated", lines[^1]);
    }

    [Theory]
    [InlineData("junit")]
    [InlineData("checkstyle")]
    public void Reports_in_xml_can_be_read_whatever_the_copy_holds(string format)
    {
        var xml = XDocument.Parse(Run(format));
        Assert.Contains(xml.Descendants().Attributes("message"), a =>
            a.Value.Contains("despicable", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_clean_file_is_a_passed_case_of_junit() =>
        Assert.Single(XDocument.Parse(Run("junit")).Descendants("testcase"), c =>
            (string?)c.Attribute("name") == "no findings"
        );

    [Fact]
    public void The_page_escapes_all_that_comes_from_the_copy()
    {
        _folder.Write("a.txt", Hostile);
        var page = Run("html");
        Assert.DoesNotContain("</script><b>", page);
        Assert.DoesNotContain('\u202e', page);
        Assert.DoesNotContain('\u001b', page);
        Assert.Contains("&lt;/script&gt;", page);
        Assert.Contains("&lt;b&gt;", page);
        Assert.Equal(1, page.Split("<script>").Length - 1);
        Assert.DoesNotContain("src=", page);
        Assert.DoesNotContain("http", page.Replace("http-equiv", ""));
        Assert.Contains(">despicable<", page);
        var ids = System
            .Text.RegularExpressions.Regex.Matches(page, " id=\"([^\"]+)\"")
            .Select(m => m.Groups[1].Value)
            .ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(
            System.Text.RegularExpressions.Regex.Matches(page, "href=\"#([^\"]+)\"").Select(m => m.Groups[1].Value),
            target => Assert.Contains(target, ids)
        );
    }

    [Fact]
    public void The_table_escapes_all_that_comes_from_the_copy()
    {
        _folder.Write("x|y.md", "It was the tyrant <b>Putin|Smith</b>.\n");
        foreach (
            var row in Run("markdown")
                .Split('\n')
                .Where(l => l.Contains("CL3", StringComparison.Ordinal) && l.Contains("md:", StringComparison.Ordinal))
        )
        {
            Assert.Equal(5, row.Replace("\\|", "").Count(c => c == '|'));
            Assert.DoesNotContain('<', row);
        }
    }

    [Fact]
    public void Several_reports_at_once()
    {
        var result = CommandLine.Run(
            _folder.Path,
            "check",
            "-f",
            "text",
            "-f",
            "sarif",
            "-f",
            "html",
            "-o",
            "o.sarif",
            "-o",
            "o.html"
        );
        Assert.Contains("CL3001", result.Output);
        Assert.Contains("\"2.1.0\"", File.ReadAllText(Path.Combine(_folder.Path, "o.sarif")));
        Assert.StartsWith("<!doctype html>", File.ReadAllText(Path.Combine(_folder.Path, "o.html")));
    }

    [Theory]
    [InlineData("only one report can go to standard output", "-f", "text", "-f", "json")]
    [InlineData("each --output needs a --format", "-f", "text", "-o", "a.out", "-o", "b.out")]
    [InlineData("cannot write 'none/a.out'", "-o", "none/a.out")]
    public void Reports_that_cannot_be_written_are_told(string expected, params string[] options)
    {
        var result = CommandLine.Run(_folder.Path, ["check", .. options]);
        Assert.Equal(2, result.Exit);
        Assert.Contains(expected, result.Error);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp"));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.out"));
    }

    [Fact]
    public void The_github_profile_of_sarif_keeps_its_limits()
    {
        _folder.Write("a.md", "<!-- stet CL3001: why -->\nIt was a despicable plan.\n\nThe tyrant Putin.\n");
        var full = Json("sarif").GetProperty("runs")[0].GetProperty("results");
        Assert.All(full.EnumerateArray(), r => Assert.True(r.TryGetProperty("suppressions", out _)));
        Assert.Contains(full.EnumerateArray(), r =>
            r.GetProperty("suppressions").GetArrayLength() == 1
            && r.GetProperty("suppressions")[0].GetProperty("justification").GetString() == "why"
        );
        var github = Json("sarif", "--sarif-profile", "github").GetProperty("runs")[0].GetProperty("results");
        Assert.All(github.EnumerateArray(), r => Assert.False(r.TryGetProperty("suppressions", out _)));
        Assert.DoesNotContain(github.EnumerateArray(), r => r.GetProperty("ruleId").GetString() == "CL3001");
    }

    [Fact]
    public void Places_outside_the_repository_are_left_out_for_github()
    {
        _folder.Write("repository/.git/HEAD", "ref: refs/heads/main\n");
        var inside = _folder.Write("repository/sub/in.md", "It was a vile plan.\n");
        var folder = Path.Combine(_folder.Path, "repository", "sub");
        string[] arguments = ["check", "../../a.md", inside, "--rule", "CL3", "--format", "sarif"];
        var full = JsonDocument.Parse(CommandLine.Run(folder, arguments).Output).RootElement.GetProperty("runs")[0];
        Assert.Equal(["../a.md", "sub/in.md"], UrisOf(full));
        Assert.DoesNotContain(_folder.Path, full.GetRawText());
        var github = JsonDocument
            .Parse(CommandLine.Run(folder, [.. arguments, "--sarif-profile", "github"]).Output)
            .RootElement.GetProperty("runs")[0];
        Assert.Equal(["sub/in.md"], UrisOf(github));
        Assert.Contains(
            "'../../a.md' lies outside the repository",
            github
                .GetProperty("invocations")[0]
                .GetProperty("toolExecutionNotifications")[0]
                .GetProperty("message")
                .GetProperty("text")
                .GetString()
        );

        static IEnumerable<string?> UrisOf(JsonElement run) =>
            run.GetProperty("results")
                .EnumerateArray()
                .Select(r =>
                    r.GetProperty("locations")[0]
                        .GetProperty("physicalLocation")
                        .GetProperty("artifactLocation")
                        .GetProperty("uri")
                        .GetString()
                )
                .Distinct();
    }

    [Fact]
    public void Of_more_results_than_github_takes_the_most_severe_are_kept()
    {
        _folder.Write(".copylint.yml", "max-findings: 100000\n");
        _folder.Write(
            "a.md",
            string.Concat(Enumerable.Range(0, 9000).Select(i => $"A massive, awful, dismal day: {i}.\n\n"))
                + "The tyrant Putin.\n"
        );
        var results = Json("sarif", "--sarif-profile", "github", "--rule", "CL3")
            .GetProperty("runs")[0]
            .GetProperty("results");
        Assert.Equal(25_000, results.GetArrayLength());
        Assert.Contains(results.EnumerateArray(), r => r.GetProperty("ruleId").GetString() == "CL3002");
    }

    [Fact]
    public void The_most_severe_are_kept_wherever_they_stand()
    {
        _folder.Write(".copylint.yml", "max-findings: 100000\n");
        var many = string.Concat(Enumerable.Range(0, 9000).Select(i => $"A massive, awful, dismal day: {i}.\n\n"));
        _folder.Write("a.md", "The tyrant Putin.\n\n" + many);
        _folder.Write("b.md", many);
        _folder.Write("c.md", many + "The tyrant Smith.\n");
        var results = Json("sarif", "--sarif-profile", "github", "--rule", "CL3")
            .GetProperty("runs")[0]
            .GetProperty("results")
            .EnumerateArray()
            .ToList();
        Assert.Equal(25_000, results.Count);
        Assert.Equal(
            ["CL3002", "CL3002"],
            results
                .Where(r => r.GetProperty("level").GetString() == "error")
                .Select(r => r.GetProperty("ruleId").GetString())
        );
        Assert.Equal("a.md", UriOf(results[0]));
        Assert.Equal("c.md", UriOf(results[^1]));

        static string? UriOf(JsonElement result) =>
            result
                .GetProperty("locations")[0]
                .GetProperty("physicalLocation")
                .GetProperty("artifactLocation")
                .GetProperty("uri")
                .GetString();
    }

    [Fact]
    public void Findings_over_the_limit_are_told_not_shown_and_those_of_shards_are_all_there()
    {
        _folder.Write(".copylint.yml", "max-findings: 2\n");
        _folder.Write("a.md", string.Concat(Enumerable.Repeat("A despicable plan.\n\n", 5)));
        var run = CommandLine.Run(_folder.Path, "check", "--rule", "CL3001", "--format", "json");
        Assert.Contains("3 more findings of CL3001 in 'a.md' are not shown", run.Error);
        Assert.Equal(2, JsonDocument.Parse(run.Output).RootElement.GetProperty("findings").GetArrayLength());
        var shard = CommandLine.Run(_folder.Path, "check", "--rule", "CL3001", "--format", "sarif", "--shard");
        Assert.DoesNotContain("not shown", shard.Error);
        Assert.Equal(
            5,
            JsonDocument.Parse(shard.Output).RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength()
        );
    }

    [Fact]
    public void What_cannot_be_linted_is_a_notification_with_its_descriptor()
    {
        _folder.Write("b.html", "<p>" + new string('x', 3000) + "</p>");
        var run = Json("sarif", "--max-file-size", "2000").GetProperty("runs")[0];
        var invocation = run.GetProperty("invocations")[0];
        Assert.True(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(1, invocation.GetProperty("exitCode").GetInt32());
        var notification = Assert.Single(invocation.GetProperty("toolExecutionNotifications").EnumerateArray());
        var descriptor = notification.GetProperty("descriptor");
        Assert.Equal("CL0005", descriptor.GetProperty("id").GetString());
        Assert.Equal(
            "CL0005",
            run.GetProperty("tool")
                .GetProperty("driver")
                .GetProperty("notifications")[descriptor.GetProperty("index").GetInt32()]
                .GetProperty("id")
                .GetString()
        );
        Assert.Equal(
            "b.html",
            notification
                .GetProperty("locations")[0]
                .GetProperty("physicalLocation")
                .GetProperty("artifactLocation")
                .GetProperty("uri")
                .GetString()
        );
        Assert.Equal(
            "text/markdown",
            Assert.Single(run.GetProperty("artifacts").EnumerateArray()).GetProperty("mimeType").GetString()
        );
    }

    [Fact]
    public void A_rule_that_failed_is_named_in_its_notification()
    {
        var rules = TestRules.Catalog.Rules.Select(r => r.Descriptor).ToList();
        var linter = new Linter(TestRules.Catalog, new LintSettings());
        var start = new LinePosition(1, 1);
        using var stream = new MemoryStream();
        using (var reporter = new SarifReporter(stream, linter.Settings, rules, _folder.Path, new SarifOptions()))
        {
            reporter.Begin();
            reporter.Report(
                new FileReport(
                    "a.md",
                    [
                        new LocatedDiagnostic
                        {
                            Path = "a.md",
                            Rule = TestRules.Catalog["CL0002"].Descriptor,
                            About = TestRules.Catalog["CL3001"].Descriptor,
                            Severity = Severity.Error,
                            Message = "It failed.",
                            Range = new LineSpan(start, start),
                            Snippet = "",
                            Line = "",
                        },
                    ],
                    null
                )
            );
            reporter.Complete(new RunSummary());
        }

        var notification = JsonDocument
            .Parse(stream.ToArray())
            .RootElement.GetProperty("runs")[0]
            .GetProperty("invocations")[0]
            .GetProperty("toolExecutionNotifications")[0];
        Assert.Equal("CL0002", notification.GetProperty("descriptor").GetProperty("id").GetString());
        Assert.Equal("CL3001", notification.GetProperty("associatedRule").GetProperty("id").GetString());
    }

    [Fact]
    public void How_the_command_was_called_is_written_when_asked_for()
    {
        var invocation = Json("sarif", "--invocation", "a.md").GetProperty("runs")[0].GetProperty("invocations")[0];
        Assert.Equal(
            ["check", "--format", "sarif", "--invocation", "a.md"],
            invocation.GetProperty("arguments").EnumerateArray().Select(a => a.GetString())
        );
        Assert.True(
            invocation.GetProperty("startTimeUtc").GetDateTime() <= invocation.GetProperty("endTimeUtc").GetDateTime()
        );
        var folder = invocation.GetProperty("workingDirectory").GetProperty("uri").GetString()!;
        Assert.StartsWith("file:///", folder);
        Assert.EndsWith("/", folder);
        Assert.Equal(_folder.Path, new Uri(folder).LocalPath.TrimEnd('/'));
        var plain = Json("sarif").GetProperty("runs")[0].GetProperty("invocations")[0];
        Assert.All((string[])["arguments", "startTimeUtc", "endTimeUtc", "workingDirectory"], p =>
            Assert.False(plain.TryGetProperty(p, out _))
        );
    }

    [Theory]
    [InlineData("rules:\n  none: off\n", "a.md", "no rule, family or id begins with 'none'", 2)]
    [InlineData("rules: {}\n", "b.md", "no such file or folder: 'b.md'; did you mean 'a.md'?", 0)]
    public void The_log_of_a_run_that_failed_says_why(string configuration, string path, string message, int line)
    {
        _folder.Write(".copylint.yml", configuration);
        Assert.Equal(
            2,
            CommandLine.Run(_folder.Path, "check", path, "-f", "text", "-f", "sarif", "-o", "o.sarif").Exit
        );
        var run = JsonDocument
            .Parse(File.ReadAllText(Path.Combine(_folder.Path, "o.sarif")))
            .RootElement.GetProperty("runs")[0];
        Assert.Empty(run.GetProperty("results").EnumerateArray());
        var invocation = run.GetProperty("invocations")[0];
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(2, invocation.GetProperty("exitCode").GetInt32());
        var notification = Assert.Single(invocation.GetProperty("toolConfigurationNotifications").EnumerateArray());
        Assert.StartsWith(message, notification.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(line > 0, notification.TryGetProperty("locations", out var locations));
        if (line > 0)
        {
            var place = locations[0].GetProperty("physicalLocation");
            Assert.Equal(".copylint.yml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
            Assert.Equal(line, place.GetProperty("region").GetProperty("startLine").GetInt32());
        }
    }

    [Fact]
    public void A_log_that_is_the_baseline_is_kept_when_the_run_fails()
    {
        CommandLine.Run(_folder.Path, "check", "-f", "sarif", "-o", "o.sarif");
        var before = File.ReadAllText(Path.Combine(_folder.Path, "o.sarif"));
        _folder.Write(".copylint.yml", "rules: {none: off}\n");
        Assert.Equal(
            2,
            CommandLine.Run(_folder.Path, "check", "-f", "sarif", "-o", "o.sarif", "--baseline", "o.sarif").Exit
        );
        Assert.Equal(before, File.ReadAllText(Path.Combine(_folder.Path, "o.sarif")));
    }

    [Fact]
    public void Standard_input_is_shown_as_it_came_though_a_file_has_its_name()
    {
        _folder.Write("a.md", "Something else stands here now.\n");
        const string Copy = "😀 It was a despicable plan.\n";
        Assert.Contains(
            ">despicable<",
            CommandLine.RunWithInput(_folder.Path, Copy, "check", "-", "--stdin-filename", "a.md", "-f", "html").Output
        );
        var rdjson = JsonDocument
            .Parse(
                CommandLine
                    .RunWithInput(
                        _folder.Path,
                        Copy,
                        "check",
                        "-",
                        "--stdin-filename",
                        "a.md",
                        "-f",
                        "rdjson",
                        "--rule",
                        "CL3001"
                    )
                    .Output
            )
            .RootElement;
        Assert.Equal(
            15,
            rdjson
                .GetProperty("diagnostics")[0]
                .GetProperty("location")
                .GetProperty("range")
                .GetProperty("start")
                .GetProperty("column")
                .GetInt32()
        );
    }

    [Fact]
    public void Category_and_provenance_are_written_when_asked_for()
    {
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        _folder.Write(".git/refs/heads/main", "0123456789abcdef0123456789abcdef01234567\n");
        _folder.Write(
            ".git/config",
            "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = https://user:secret@example.org/a/b.git\n"
        );
        var run = Json("sarif", "--category", "articles", "--provenance").GetProperty("runs")[0];
        Assert.Equal("articles/", run.GetProperty("automationDetails").GetProperty("id").GetString());
        var provenance = run.GetProperty("versionControlProvenance")[0];
        Assert.Equal("https://example.org/a/b.git", provenance.GetProperty("repositoryUri").GetString());
        Assert.Equal("main", provenance.GetProperty("branch").GetString());
        Assert.Equal("0123456789abcdef0123456789abcdef01234567", provenance.GetProperty("revisionId").GetString());
        Assert.False(Json("sarif").GetProperty("runs")[0].TryGetProperty("versionControlProvenance", out _));
    }

    [Fact]
    public void Rules_of_a_pack_are_an_extension()
    {
        _folder.Write(
            "house/see/see-page.yml",
            "id: HS0001\nname: see-page\nseverity: warning\nsummary: A page.\nmessage: \"'{0}' is a page.\"\nwhy: Because.\nsource: us\nmatch:\n  pattern: '\\bsee page \\d+\\b'\nexamples:\n  - bad: \"It is close (⟦see page 12⟧).\"\n"
        );
        _folder.Write(".copylint.yml", "packs: [house]\n");
        _folder.Write("a.md", "It was close (see page 12).\n");
        var run = Json("sarif").GetProperty("runs")[0];
        var extension = run.GetProperty("tool").GetProperty("extensions")[0];
        Assert.Equal("house", extension.GetProperty("name").GetString());
        var result = run.GetProperty("results")
            .EnumerateArray()
            .Single(r => r.GetProperty("ruleId").GetString() == "HS0001");
        Assert.False(result.TryGetProperty("ruleIndex", out _));
        Assert.Equal(0, result.GetProperty("rule").GetProperty("index").GetInt32());
        Assert.Equal(0, result.GetProperty("rule").GetProperty("toolComponent").GetProperty("index").GetInt32());
        Assert.DoesNotContain(run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray(), r =>
            r.GetProperty("id").GetString() == "HS0001"
        );
    }

    private static string Sample(string format)
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "a.md",
            "# A headline of the day\n\nThe café 😀 said it was a despicable plan.\n\nIt was a despicable plan of the tyrant Putin.\n\n- Advertisement -\n"
        );
        return CommandLine.Run(folder.Path, "check", "--format", format, "a.md").Output;
    }

    private string Run(string format, params string[] more) =>
        CommandLine.Run(_folder.Path, ["check", "--format", format, .. more]).Output;

    private JsonElement Json(string format, params string[] more) => JsonDocument.Parse(Run(format, more)).RootElement;
}
