using Copylint.Catalog;
using Copylint.Rules;
using Copylint.Tests.Support;
using Copylint.Yaml;

namespace Copylint.Tests.Cards;

/// <summary>A card with a mistake is refused with its place and with what was expected.</summary>
public sealed class CardMistakeTests
{
    private const string Good = """
        id: XX0001
        name: a-rule
        severity: warning
        summary: Finds it.
        message: "'{0}' is it."
        why: Because.
        source: us
        match:
          words: [hello]
        examples:
          - bad: "She said ⟦hello⟧ again."
          - good: "She left."
        """;

    [Fact]
    public void A_good_card_loads() => Assert.Equal("XX0001", Build(Good).Rules[0].Descriptor.Id);

    [Theory]
    [InlineData(
        "severity: warning",
        "severity: waring",
        "3:11: 'severity' cannot be 'waring'; expected error, warning, suggestion, off; did you mean 'warning'?"
    )]
    [InlineData("severity: warning\n", "", "1:1: 'severity' is missing")]
    [InlineData(
        "id: XX0001",
        "id: X1",
        "1:5: 'X1' is no rule id: expected two to four capitals and four digits, such as CL4002"
    )]
    [InlineData(
        "name: a-rule",
        "name: A Rule",
        "2:7: 'A Rule' is no rule name: expected lower-case words joined by hyphens"
    )]
    [InlineData("why: Because.", "whi: Because.", "6:1: unknown key 'whi' in a rule card; expected")]
    [InlineData("'{0}' is it.", "'{0' is it.", "5:10: the brace at column 2 of the message is never closed")]
    [InlineData("  words: [hello]", "  wrods: [hello]", "9:3: 'match' has exactly one of words, block, pattern")]
    [InlineData("  words: [hello]", "  words: greetings", "1:1: no lexicon has the name 'greetings'")]
    [InlineData("  words: [hello]", "  pattern: '(a'", "9:12: not a regular expression")]
    [InlineData(
        "  words: [hello]",
        "  pattern: '[a-z]+'",
        "9:12: the pattern has no word that every match needs: name such words under 'requires'"
    )]
    [InlineData("  words: [hello]", "  words: [{noun: hello}]", "9:11: an entry needs words under one of nouns, verbs")]
    [InlineData("match:\n  words: [hello]", "analyzer: Nothing", "8:11: no analyzer has the name 'Nothing'")]
    [InlineData("⟦hello⟧", "⟦hello", "11:5: a ⟦ is never closed with ⟧")]
    [InlineData("She left.", "She ⟦left⟧.", "12:5: a good example has nothing to mark")]
    [InlineData(
        "  - good: \"She left.\"",
        "  - god: \"She left.\"",
        "12:5: unknown key 'god' in an example; expected bad, good, path, fixed; did you mean 'good'?"
    )]
    [InlineData("name: a-rule", "name: [a", "not YAML")]
    public void A_mistake_is_told_with_its_place(string right, string wrong, string expected)
    {
        var exception = Assert.Throws<ConfigurationException>(() => Build(Good.Replace(right, wrong)));
        Assert.Contains(exception.Mistakes, m =>
            m.ToString().StartsWith("pack/test/a-rule.yml:", StringComparison.Ordinal)
            && m.ToString().Contains(expected)
        );
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var exception = Assert.Throws<ConfigurationException>(() =>
            Build(Good.Replace("severity: warning", "severity: bad").Replace("id: XX0001", "id: no"))
        );
        Assert.Equal(2, exception.Mistakes.Count);
    }

    [Fact]
    public void An_id_is_taken_once()
    {
        var builder = new RuleCatalogBuilder().Add(
            [("p/a.yml", Good), ("p/b.yml", Good.Replace("a-rule", "b-rule"))],
            "p"
        );
        var exception = Assert.Throws<ConfigurationException>(builder.Build);
        Assert.Equal("p/b.yml:1:1: id XX0001 is taken already by p/a.yml", exception.Message);
    }

    [Fact]
    public void The_built_in_cards_have_valid_expressions()
    {
        // At run time the built-in expressions are not tried before they are needed; read as a pack they are.
        var builder = new RuleCatalogBuilder().Add(
            TestRules.Files(),
            "built-in",
            _ => null,
            BuiltInRules.AnalyzerNames
        );
        Assert.Empty(builder.Mistakes);
    }

    private static RuleCatalog Build(string card) =>
        new RuleCatalogBuilder().Add([("pack/test/a-rule.yml", card)], "test").Build();
}
