using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Linting;
using Copylint.Rules;
using Copylint.Tests.Support;
using Copylint.Text;
using CsCheck;

namespace Copylint.Tests.Linting;

public sealed class LinterTests
{
    private static readonly string Sample = File.ReadAllText(TestRules.TestFile("Samples/kyiv.txt"));

    private sealed class Throwing : Analyzer
    {
        public override void Initialize(AnalysisContext context) => context.OnBlock(BlockKinds.Any, c =>
            {
                c.Report(c.Block.Span);
                if (c.Block.Index == 1)
                    throw new InvalidOperationException("a defect");
            });
    }

    private static RuleCatalog With(
        string match,
        string path = "pack/test/x.yml",
        Func<string, Analyzer?>? create = null
    ) =>
        new RuleCatalogBuilder()
            .AddBuiltInRules()
            .Add(
                [
                    (
                        path,
                        $"""
                        id: XX0001
                        name: a-rule
                        severity: warning
                        summary: Finds it.
                        message: "It."
                        why: Because.
                        source: us
                        {match}
                        examples: [{"{good: Nothing.}"}]
                        """
                    ),
                ],
                "test",
                create,
                ["Throwing"]
            )
            .Build();

    private static IReadOnlyList<Diagnostic> Lint(RuleCatalog catalog, string text, LintSettings? settings = null) =>
        new Linter(catalog, settings ?? new LintSettings()).Lint(
            DocumentParser.Parse("test.txt", SourceText.FromText(text))
        );

    [Fact]
    public void An_analyzer_that_throws_costs_its_own_findings_only()
    {
        var found = Lint(With("analyzer: Throwing", create: _ => new Throwing()), Sample);
        Assert.DoesNotContain(found, d => d.Rule.Id == "XX0001");
        var failure = Assert.Single(found, d => d.Rule.Id == "CL0002");
        Assert.Equal(
            "Rule XX0001 a-rule failed on this file and its findings are missing: InvalidOperationException: a defect.",
            failure.Message
        );
        Assert.Contains(found, d => d.Rule.Id == "CL3003");
    }

    [Fact]
    public void A_pattern_that_does_not_finish_is_a_finding()
    {
        var found = Lint(
            With("match: { pattern: '\\bx (?!y)(([a-z])+.)+[0-9]([a-z])+$', requires: [x] }"),
            "It is x " + new string('a', 60) + "b here."
        );
        Assert.Contains(found, d => d.Rule.Id == "CL0007" && d.Message.Contains("XX0001"));
    }

    [Fact]
    public void Content_rules_do_not_see_residue_even_when_its_rule_is_off()
    {
        const string text =
            "The minister left.\n\nRead Also: The Despicable Plan Of The Tyrant Putin\n\nIt was a despicable plan.";
        var off = new LintSettings
        {
            Rules = new Dictionary<string, RuleSetting>
            {
                ["CL4002"] = new(Severity.Off, new Dictionary<string, string>()),
            },
        };
        Assert.Equal(
            ["CL4002", "CL3001"],
            Lint(TestRules.Catalog, text).Where(d => d.Rule.Id != "CL2001").Select(d => d.Rule.Id)
        );
        Assert.Equal(
            ["CL3001"],
            Lint(TestRules.Catalog, text, off).Where(d => d.Rule.Id != "CL2001").Select(d => d.Rule.Id)
        );
    }

    [Fact]
    public void Settings_change_severities_and_choose_rules()
    {
        var settings = new LintSettings
        {
            Rules = new Dictionary<string, RuleSetting>
            {
                ["CL3003"] = new(Severity.Error, new Dictionary<string, string>()),
            },
        };
        Assert.All(Lint(TestRules.Catalog, Sample, settings).Where(d => d.Rule.Id == "CL3003"), d =>
            Assert.Equal(Severity.Error, d.Severity)
        );
        var only = Lint(TestRules.Catalog, Sample, new LintSettings { Only = new HashSet<string> { "CL4001" } });
        Assert.All(only, d => Assert.Equal("CL4001", d.Rule.Id));
        Assert.Equal(4, only.Count);
        Assert.All(Lint(TestRules.Catalog, Sample, new LintSettings { MinSeverity = Severity.Error }), d =>
            Assert.Equal(Severity.Error, d.Severity)
        );
    }

    [Fact]
    public void Invalid_bytes_are_a_finding_with_a_place()
    {
        var report = new FileLinter(new Linter(TestRules.Catalog, new LintSettings()), false).Lint(
            "a.txt",
            [.. "It is\n caf"u8, 0xE9, .. "."u8]
        );
        var finding = Assert.Single(report.Diagnostics);
        Assert.Equal(("CL0006", new LinePosition(2, 5)), (finding.Rule.Id, finding.Range.Start));
    }

    [Fact]
    public void Files_that_cannot_be_analysed_are_findings()
    {
        var linter = new FileLinter(new Linter(TestRules.Catalog, new LintSettings()), false, maxBytes: 100);
        Assert.Equal("CL0005", Assert.Single(linter.Lint("a.txt", new byte[101]).Diagnostics).Rule.Id);
        Assert.Equal("CL0006", Assert.Single(linter.Lint("a.txt", new byte[100]).Diagnostics).Rule.Id);
        Assert.Equal(
            "CL0001",
            Assert.Single(linter.Lint(new SourceFile("a.txt", "/nowhere/a.txt")).Diagnostics).Rule.Id
        );
    }

    [Fact]
    public void Any_number_of_threads_reports_in_the_same_order()
    {
        using var folder = new TemporaryFolder();
        var files = Enumerable
            .Range(0, 60)
            .Select(i => new SourceFile(
                $"{i:00}.txt",
                folder.Write($"{i:00}.txt", string.Concat(Enumerable.Repeat(Sample, i % 7)))
            ))
            .ToList();
        var linter = new FileLinter(new Linter(TestRules.Catalog, new LintSettings()), true);
        var one = Run(1);
        Assert.Equal(one, Run(2));
        Assert.Equal(one, Run(8));

        List<string> Run(int threads)
        {
            var reports = new List<string>();
            LintRun.Run(linter.Lint, files, threads, r =>
                reports.AddRange(
                    r.Diagnostics.Select(d => $"{r.Path} {d.Range} {d.Rule.Id} {d.LineHash} {d.SentenceHash}")
                )
            );
            return reports;
        }
    }

    /// <summary>Cuts, doubles and strange characters anywhere: linting never throws, no analyzer fails, and every span
    /// lies inside the file.</summary>
    [Fact]
    public void Mutated_text_is_linted_without_failure()
    {
        var linter = new Linter(TestRules.Catalog, new LintSettings());
        string[] pieces =
        [
            "“",
            "”",
            "\"",
            "'",
            "’",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "-",
            "–",
            "…",
            ".",
            "said",
            "as the",
            "tyrant",
            "Friday, 31 February 2022",
            "30th day of the invasion of Ukraine",
            "\uD83D",
            "\uDE00",
            "\0",
            "\u00A0",
            "(",
            "[x]",
            "{0}",
            "https://",
            "@",
            "#",
            "U.S.",
            "Mr.",
            " ",
        ];
        var edit = Gen.Select(
            Gen.Int[0, Sample.Length],
            Gen.Int[0, 120],
            Gen.Int[0, pieces.Length - 1].Select(i => pieces[i])
        );
        edit.Array[1, 30]
            .Sample(
                edits =>
                {
                    var text = Sample;
                    foreach (var (at, length, piece) in edits)
                    {
                        var start = Math.Min(at, text.Length);
                        text = string.Concat(
                            text.AsSpan(0, start),
                            piece,
                            text.AsSpan(Math.Min(text.Length, start + length))
                        );
                    }

                    foreach (var diagnostic in linter.Lint(DocumentParser.Parse("test.txt", SourceText.FromText(text))))
                    {
                        Assert.NotEqual("CL0002", diagnostic.Rule.Id);
                        Assert.InRange(diagnostic.Span.Start, 0, text.Length);
                        Assert.InRange(diagnostic.Span.End, diagnostic.Span.Start, text.Length);
                        Assert.All(diagnostic.Fixes.SelectMany(f => f.Edits), e =>
                            Assert.InRange(e.Span.End, e.Span.Start, text.Length)
                        );
                    }
                },
                iter: 400
            );
    }

    [Fact]
    public void Any_string_is_linted_without_failure()
    {
        var linter = new Linter(TestRules.Catalog, new LintSettings());
        Gen.String[0, 300]
            .Sample(
                text =>
                    Assert.DoesNotContain(linter.Lint(DocumentParser.Parse("test.txt", SourceText.FromText(text))), d =>
                        d.Rule.Id == "CL0002"
                    ),
                iter: 1000
            );
    }
}
