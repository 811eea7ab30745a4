using System.Reflection;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Linting;
using Copylint.Rules;
using Copylint.Tests.Support;
using Copylint.Text;

namespace Copylint.Tests.Catalog;

/// <summary>The linters of one catalog, as for the overrides of a configuration, know nothing of each other: analyzers
/// are made anew and keep no options in fields.</summary>
public sealed class AnalyzerIndependenceTests
{
    private static readonly string[] Patterns = ["d MMMM yyyy", "MMMM d, yyyy"];
    private static readonly string Sample = File.ReadAllText(TestRules.TestFile("Samples/kyiv.txt"));

    public static TheoryData<string> AnalyzerNames() => new(BuiltInRules.AnalyzerNames);

    public static TheoryData<string> RulesWithOptions() =>
        new(
            TestRules
                .Catalog.Rules.Where(r => r.CreateAnalyzer is not null && r.Descriptor.Options.Count > 0)
                .Select(r => r.Descriptor.Id)
        );

    private static Linter LinterOf(string rule, IReadOnlyDictionary<string, string> options) =>
        new(
            TestRules.Catalog,
            new LintSettings
            {
                Rules = new Dictionary<string, RuleSetting> { [rule] = new(Severity.Warning, options) },
                Only = new HashSet<string> { rule },
            }
        );

    private static List<string> Answers(Linter linter, IEnumerable<(string Path, string Text)> files) =>
        [
            .. files.SelectMany(f =>
                linter
                    .Lint(DocumentParser.Parse(f.Path, SourceText.FromText(f.Text)))
                    .Select(d =>
                        $"{d.Rule.Id} {d.Severity} {d.Span} {d.Message} {string.Join('|', d.Fixes.Select(x => x.Title))}"
                    )
            ),
        ];

    private static IEnumerable<(string Path, string Text)> FilesOf(RuleDescriptor rule) =>
        rule
            .Examples.Select(e => (e.Path ?? "example.txt", e.Text.Replace("⟦", "").Replace("⟧", "")))
            .Append(("sample.txt", Sample));

    // Another value of the same kind; a word that is no number names something, of which only the date pattern has a
    // second form.
    private static string Other(string value) =>
        value switch
        {
            _ when double.TryParse(value, out var number) => (number * 3 + 7).ToString(),
            _ when Patterns.Contains(value) => Patterns.First(p => p != value),
            "error" or "warning" or "suggestion" or "off" => value == "suggestion" ? "error" : "suggestion",
            _ => value,
        };

    [Theory]
    [MemberData(nameof(AnalyzerNames))]
    public void No_analyzer_has_a_field_that_can_change(string name)
    {
        var type = typeof(BuiltInRules)
            .Assembly.GetTypes()
            .Single(t => t.Name == name && t.IsSubclassOf(typeof(Analyzer)));
        var fields = type.GetFields(
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
        );
        Assert.Empty(fields.Where(f => !f.IsInitOnly && !f.IsLiteral).Select(f => f.Name));
    }

    [Fact]
    public void Every_linter_makes_its_analyzers_anew()
    {
        foreach (var rule in TestRules.Catalog.Rules.Where(r => r.CreateAnalyzer is not null))
            Assert.NotSame(rule.CreateAnalyzer!(), rule.CreateAnalyzer!());
    }

    [Theory]
    [MemberData(nameof(RulesWithOptions))]
    public void A_linter_answers_the_same_whatever_linters_were_made_before_or_after(string id)
    {
        var rule = TestRules.Catalog[id].Descriptor;
        var files = FilesOf(rule).ToList();
        var own = rule.Options;
        var other = own.ToDictionary(o => o.Key, o => Other(o.Value));
        var alone = (Answers(LinterOf(id, own), files), Answers(LinterOf(id, other), files));
        foreach (var ownIsFirst in new[] { true, false })
        {
            var first = LinterOf(id, ownIsFirst ? own : other);
            var second = LinterOf(id, ownIsFirst ? other : own);
            var (ofOwn, ofOther) = ownIsFirst ? (first, second) : (second, first);
            Assert.Equal(alone.Item1, Answers(ofOwn, files));
            Assert.Equal(alone.Item2, Answers(ofOther, files));
        }
    }

    [Fact]
    public void All_rules_answer_the_same_beside_a_linter_with_other_options()
    {
        var files = TestRules.Catalog.Rules.SelectMany(r => FilesOf(r.Descriptor)).Distinct().ToList();
        var expected = Answers(new Linter(TestRules.Catalog, new LintSettings()), files);
        var other = TestRules
            .Catalog.Rules.Where(r => r.Descriptor.Options.Count > 0)
            .ToDictionary(
                r => r.Descriptor.Id,
                r => new RuleSetting(Severity.Error, r.Descriptor.Options.ToDictionary(o => o.Key, o => Other(o.Value)))
            );
        var before = new Linter(TestRules.Catalog, new LintSettings { Rules = other });
        var linter = new Linter(TestRules.Catalog, new LintSettings());
        var after = new Linter(TestRules.Catalog, new LintSettings { Rules = other });
        Assert.Equal(expected, Answers(linter, files));
        Assert.Equal(Answers(before, files), Answers(after, files));
    }

    [Fact]
    public void The_date_pattern_of_one_folder_never_reaches_another()
    {
        const string Text = "Council approves bridge\n\nThe vote is on 3 March 2024 and the count on March 4, 2024.\n";
        Linter Of(string pattern) => LinterOf("CL1012", new Dictionary<string, string> { ["pattern"] = pattern });
        var british = Of("d MMMM yyyy");
        var american = Of("MMMM d, yyyy");
        Assert.Equal("Write '4 March 2024'", Titles(british));
        Assert.Equal("Write 'March 3, 2024'", Titles(american));

        static string Titles(Linter linter) =>
            string.Join(
                ' ',
                linter
                    .Lint(DocumentParser.Parse("a.txt", SourceText.FromText(Text)))
                    .SelectMany(d => d.Fixes)
                    .Select(f => f.Title)
            );
    }
}
