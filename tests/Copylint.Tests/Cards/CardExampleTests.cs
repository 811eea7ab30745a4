using Copylint.Testing;
using Copylint.Tests.Support;

namespace Copylint.Tests.Cards;

/// <summary>The examples on every card hold: one test a card, named after it.</summary>
public sealed class CardExampleTests
{
    public static TheoryData<string> Cards()
    {
        var data = new TheoryData<string>();
        foreach (var rule in TestRules.Catalog.Rules.Where(r => r.Descriptor.Examples.Count > 0))
            data.Add($"{rule.Descriptor.Id} {rule.Descriptor.Name}");
        return data;
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Examples_hold(string card) =>
        RuleTest.CheckExamples(TestRules.Catalog, TestRules.Catalog[card.Split(' ')[0]].Descriptor);

    [Fact]
    public void Every_card_has_a_bad_and_a_good_example()
    {
        var lacking = TestRules.Catalog.Rules.Where(r =>
            r.CreateAnalyzer is not null
            && !(r.Descriptor.Examples.Any(e => e.IsBad) && r.Descriptor.Examples.Any(e => !e.IsBad))
        );
        Assert.Empty(lacking.Select(r => r.Descriptor.ToString()));
    }

    [Fact]
    public void An_example_that_does_not_hold_is_told_with_card_and_line()
    {
        var rule = TestRules.Catalog["CL4001"].Descriptor;
        var wrong = rule with
        {
            Examples = [rule.Examples[^1] with { Text = "⟦The advertisement⟧ was banned on Friday." }],
        };
        var exception = Assert.Throws<RuleTestException>(() => RuleTest.CheckExamples(TestRules.Catalog, wrong));
        Assert.StartsWith(
            $"rules/promotion/ad-placeholder.yml:{rule.Examples[^1].Line}: CL4001 should report",
            exception.Message
        );
    }
}
