using Copylint.Configuration;
using Copylint.Linting;
using Copylint.Tests.Support;

namespace Copylint.Tests.Rules;

/// <summary>A quotation that stands twice: in the copy it is a slip, between a summary and the copy it is
/// none.</summary>
public sealed class RepeatedQuoteTests
{
    private const string Quotation = "“We will rebuild every single house in this valley by spring,” the mayor said.";

    [Theory]
    [InlineData("---\ndescription: " + Quotation + "\n---\n\nWork begins in May.\n\n" + Quotation + "\n", 0)]
    [InlineData("---\nsummary: " + Quotation + "\n---\n\nWork begins in May.\n\n" + Quotation + "\n", 0)]
    [InlineData(Quotation + "\n\nWork begins in May.\n\n" + Quotation + "\n", 1)]
    [InlineData(
        "---\ndescription: " + Quotation + "\n---\n\n" + Quotation + "\n\nWork begins in May.\n\n" + Quotation + "\n",
        1
    )]
    public void A_summary_may_say_what_the_copy_says(string text, int findings)
    {
        using var analysis = TestRules.Analyse(text, "story.md");
        var found = new Linter(TestRules.Catalog, new LintSettings()).Lint(analysis);
        Assert.Equal(findings, found.Count(d => d.Rule.Id == "CL5007"));
    }
}
