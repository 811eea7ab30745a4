using Copylint.Catalog;
using Copylint.Testing;
using Xunit;

namespace SamplePack.Tests;

public sealed class RuleTests
{
    private static readonly RuleCatalog Catalog = RuleTest.Load(Path.Combine(AppContext.BaseDirectory, "house"), () =>
        new LongSentence()
    );

    [Theory]
    [InlineData("see-page")]
    [InlineData("long-sentence")]
    public void The_examples_on_the_card_hold(string rule) => RuleTest.CheckExamples(Catalog, Catalog[rule].Descriptor);

    [Fact]
    public void Each_page_is_reported() =>
        RuleTest.Check(Catalog, "see-page", "The vote was close (⟦see page 12⟧), the count slow (⟦see page 13⟧).");

    [Fact]
    public void A_text_that_is_marked_wrongly_fails() =>
        Assert.Throws<RuleTestException>(() =>
            RuleTest.Check(Catalog, "see-page", "The vote was close (see page 12).")
        );
}
