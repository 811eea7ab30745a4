using Copylint.Documents;
using Copylint.Documents.Formats.PlainText;
using Copylint.Text;

namespace Copylint.Tests.Documents;

public sealed class PlainTextParserTests
{
    private const string Body = "The council approved the plan on Monday, and nobody was against it.";

    [Fact]
    public void The_top_of_an_article_is_told_apart()
    {
        var document = Parse($"Wednesday, February 1, 2023\n\nCouncil Approves Bus Plan\n\nBy Jane Roe\n\n{Body}");
        Assert.Equal(
            [BlockKind.DateHeader, BlockKind.Headline, BlockKind.Byline, BlockKind.Paragraph],
            document.Blocks.Select(b => b.Kind)
        );
        Assert.Equal("Council Approves Bus Plan", document.Metadata[MetadataKey.Title]?.Value);
        Assert.Equal("Jane Roe", document.Metadata[MetadataKey.Byline]?.Value);
        var published = Assert.Single(document.Metadata.Published);
        Assert.Equal(new DateOnly(2023, 2, 1), published.Date);
        Assert.True(published.LooksLikeSiteClock);
    }

    [Theory]
    [InlineData("1 February 2023", 2023, 2, 1, 0.4)]
    [InlineData("Published: Feb. 1, 2023, 10:30 AM EST", 2023, 2, 1, 0.8)]
    [InlineData("Date: February 26, 1987", 1987, 2, 26, 0.8)]
    [InlineData("2023-02-01T10:30:00Z", 2023, 2, 1, 0.4)]
    [InlineData("Wed 1st Feb 2023", 2023, 2, 1, 0.4)]
    public void A_date_line_is_the_date_of_publication(string line, int year, int month, int day, double trust)
    {
        var published = Parse($"{line}\n\n{Body}").Metadata.BestPublished;
        Assert.Equal((new DateOnly(year, month, day), trust), (published!.Date, published.Trust));
    }

    [Theory]
    [InlineData("Updated: 1 February 2023")]
    [InlineData("He came on 1 February 2023")]
    [InlineData("31 February 2023")]
    [InlineData("February 2023")]
    public void Other_lines_are_none(string line) => Assert.Null(Parse($"{line}\n\n{Body}").Metadata.BestPublished);

    [Fact]
    public void Lines_without_a_blank_line_between_are_blocks_of_their_own()
    {
        var document = Parse($"Read Also: “He Has No Idea” – A Teaser That Goes On\n{Body}\n\nEnd of it.");
        Assert.Equal(3, document.Blocks.Count);
        Assert.True(document.Blocks[1].IsGluedToPrevious);
    }

    [Fact]
    public void A_hard_wrapped_paragraph_is_one_block()
    {
        var document = Parse(
            """
            The council approved the plan on Monday, and nobody was against
            it, though some members said that they would have liked to hear
            more about the price of it before the vote was taken.

            The mayor thanked all of them.
            """
        );
        Assert.Equal(2, document.Blocks.Count);
    }

    [Fact]
    public void A_run_of_bullets_is_a_list()
    {
        var document = Parse(
            $"{Body}\n\n- one thing\n- another thing\n\n1. first\n2. second\n\n- Advertisement -\n\n{Body}"
        );
        Assert.Equal(4, document.Blocks.Count(b => b.Kind == BlockKind.ListItem));
    }

    [Fact]
    public void Blocks_follow_each_other_and_hold_every_visible_character()
    {
        var text = File.ReadAllText(Support.TestRules.TestFile("Samples/kyiv.txt"));
        var document = Parse(text);
        var end = 0;
        foreach (var block in document.Blocks)
        {
            Assert.True(text.AsSpan(end, block.Span.Start - end).IsWhiteSpace());
            end = block.Span.End;
        }

        Assert.True(text.AsSpan(end).IsWhiteSpace());
    }

    private static Document Parse(string text) => PlainTextParser.Parse("test.txt", SourceText.FromText(text));
}
