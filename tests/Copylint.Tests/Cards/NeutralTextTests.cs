using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Linting;
using Copylint.Tests.Support;
using Copylint.Text;

namespace Copylint.Tests.Cards;

/// <summary>Court reports, history and medicine are full of hard words used plainly: no rule of language or ethics may
/// warn there.</summary>
public sealed class NeutralTextTests
{
    private static IReadOnlyList<Diagnostic> Lint(string text) =>
        new Linter(TestRules.Catalog, new LintSettings()).Lint(
            DocumentParser.Parse("test.txt", SourceText.FromText(text))
        );

    [Theory]
    [InlineData("courts.txt")]
    [InlineData("history.txt")]
    [InlineData("medicine.txt")]
    public void Plain_reporting_of_hard_things_gets_no_warning(string file)
    {
        var text = File.ReadAllText(TestRules.TestFile($"Samples/neutral/{file}"));
        var warnings = Lint(text).Where(d => d.Severity >= Severity.Warning && d.Rule.Family is "language" or "ethics");
        Assert.Empty(warnings.Select(d => $"{d.Rule.Id}: {d.Message}"));
    }

    [Fact]
    public void The_same_words_do_get_a_warning_where_they_judge() =>
        Assert.Contains(
            Lint(
                "The council approved the scheme on Monday.\n\nIt was a despicable scheme and the vote was a farce.\n"
            ),
            d => d.Severity == Severity.Warning && d.Rule.Family == "language"
        );
}
