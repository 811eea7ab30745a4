using Copylint.Configuration;
using Copylint.Linting;
using Copylint.Tests.Support;
using Copylint.Text;

namespace Copylint.Tests.Rules;

/// <summary>Headlines of other stories are told by their shape and place, lists of the article are left
/// alone.</summary>
public sealed class HeadlineListTests
{
    private const string Body = """
        The bridge over the Aire will stay shut until the end of May, the council said on Monday after a meeting that went on for most of the night and ended in a close vote.

        Engineers found cracks in two of its piers in the autumn. They asked the council for 400,000 pounds and for a winter without ice, and they got neither of the two, the chief engineer said.

        The mayor promised that the money would be found by March, and that the ferry would run twice an hour until the bridge is open again. She has promised that before, her opponents noted.

        Shops on the north bank have lost a third of their trade since the autumn, according to the chamber of commerce, and two of them have closed their doors for good. A third will follow in May, its owner said on the radio, unless the town finds him another place.


        """;

    [Fact]
    public void Headlines_after_the_article_are_found() =>
        Assert.Equal(
            ["Mayor Sings at Wedding", "Ten Ways to Cook Rice Well", "The Best Phones of the Year"],
            Find(Body + "Mayor Sings at Wedding\n\nTen Ways to Cook Rice Well\n\nThe Best Phones of the Year\n")
        );

    [Fact]
    public void Lines_under_a_widget_heading_are_found() =>
        Assert.Equal(
            ["Ferry runs aground in fog", "Council votes on new budget"],
            Find(Body + "Related Articles\n\nFerry runs aground in fog\n\nCouncil votes on new budget\n")
        );

    [Theory]
    [InlineData("These shops have closed:\n\nMill Road Bakery\n\nStation Road Books\n\nThe Old Smithy\n")]
    [InlineData(
        "England (Group A): tenth\n\nUkraine (Group B): third\n\nSpain (Group F): tenth\n\nFrance (Group F): ninth\n"
    )]
    [InlineData("June 19, Music Pavilion\n\nJuly 3, Old Mill\n\nJuly 9, Town Hall\n\nAug. 2, The Green\n")]
    [InlineData("Jane Roe reported from Leeds.\n")]
    [InlineData(
        "What happens next\n\nThe council will meet again in May to vote on the plan, the mayor said at the end of the night.\n"
    )]
    public void Lists_and_subheads_of_the_article_are_left_alone(string tail) => Assert.Empty(Find(Body + tail));

    [Fact]
    public void A_page_of_lines_is_no_article() =>
        Assert.Empty(Find("Mayor Sings at Wedding\n\nTen Ways to Cook Rice\n\nThe Best Phones of the Year\n"));

    [Theory]
    [InlineData(
        "a.md",
        "## Related\n\n- [Ferry runs aground](https://example.org/1)\n- [Council votes on budget](https://example.org/2), May 3\n\nIt rained.\n",
        "Ferry runs aground|Council votes on budget, May 3"
    )]
    [InlineData(
        "a.html",
        "<h3>Related</h3><ul><li><a href=/1>Ferry runs aground</a></li><li><a href=/2>Council votes</a></li></ul><p>It rained.</p>",
        "Ferry runs aground|Council votes"
    )]
    [InlineData(
        "a.md",
        "## Sources\n\n- [The ruling](https://example.org/1)\n- [The report](https://example.org/2)\n",
        ""
    )]
    [InlineData("a.md", "## Related\n\nThe mayor wrote [a book](https://example.org/1) about it.\n", "")]
    public void A_list_of_links_under_a_widget_heading_is_found(string path, string text, string expected)
    {
        using var analysis = new Copylint.Analysis.DocumentAnalysis(
            Copylint.Documents.Formats.DocumentParser.Parse(
                path,
                SourceText.FromBytes(System.Text.Encoding.UTF8.GetBytes("It rained all day in the town.\n\n" + text))
            ),
            TestRules.Catalog.Resources
        );
        Assert.Equal(
            expected,
            string.Join(
                '|',
                new Linter(TestRules.Catalog, new LintSettings())
                    .Lint(analysis)
                    .Where(d => d.Rule.Id == "CL4002")
                    .Select(d =>
                        d.Span.In(analysis.Document.Source.Text).ToString().Replace("](https://example.org/2)", "")
                    )
            )
        );
    }

    [Theory]
    [InlineData("Ten Ways To Cook Rice In Clay Pots", "Ten Ways To Cook Rice In Clay Pots")]
    [InlineData("Engineers Find Cracks Below Southern Railway Crossing", "")]
    [InlineData("What The Shops Of The North Bank Lost", "")]
    [InlineData("The long way home for all of us", "")]
    public void A_headline_alone_between_paragraphs_is_found_when_it_speaks_of_something_else(
        string line,
        string expected
    )
    {
        const string last =
            "The council will meet again in May to vote on the plan of the mayor, who hopes for a majority this time.\n";
        Assert.Equal(expected, string.Join('|', Find($"{Body}{line}\n\n{last}")));
    }

    private static IReadOnlyList<string> Find(string text)
    {
        var analysis = TestRules.Analyse(text);
        return
        [
            .. new Linter(TestRules.Catalog, new LintSettings())
                .Lint(analysis)
                .Where(d => d.Rule.Id == "CL4002")
                .Select(d => d.Span.In(text).ToString()),
        ];
    }
}
