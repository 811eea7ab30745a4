using Copylint.Documents;
using Copylint.Documents.Top;
using Copylint.Tests.Support;

namespace Copylint.Tests.Documents;

/// <summary>What closes a piece, tables in plain text, and subheads: each is what it is.</summary>
public sealed class ClosingLineTests
{
    private const string Body =
        "The council said on Tuesday that the bridge will not be built before next year, and the mayor hopes for help.";

    public static TheoryData<string> Phrases() => [.. EndOfArticle.Rows.Select(r => r.Phrase)];

    [Theory]
    [MemberData(nameof(Phrases))]
    public void Each_line_closes_a_piece(string phrase)
    {
        var row = EndOfArticle.Rows.First(r => r.Phrase == phrase);
        var kind = row.Kind == "credit" ? BlockKind.Byline : BlockKind.SignOff;
        Assert.Equal(kind, Last($"{Body}\n\n{Body}\n\n{row.Example}\n", "a.txt").Kind);
        Assert.Equal(kind, Last($"<p>{Body}</p><p>{row.Example}</p>", "a.html").Kind);
    }

    [Theory]
    [InlineData("— Jane Roe", BlockKind.SignOff)]
    [InlineData("-- John Roe, Leeds", BlockKind.SignOff)]
    [InlineData("###", BlockKind.SignOff)]
    [InlineData("— Advertisement —", BlockKind.Heading)]
    [InlineData("— more of it on Monday", BlockKind.Heading)]
    [InlineData("The end of the bridge is near, they say.", BlockKind.Paragraph)]
    [InlineData("Reporting by the council was late, the auditors said.", BlockKind.Paragraph)]
    [InlineData("Ends meet", BlockKind.Heading)]
    [InlineData("Yours was better, she said.", BlockKind.Paragraph)]
    public void Only_such_lines_do(string line, BlockKind kind) =>
        Assert.Equal(kind, Last($"{Body}\n\n{Body}\n\n{line}\n", "a.txt").Kind);

    [Fact]
    public void A_signature_is_its_closing_and_the_lines_under_it()
    {
        using var analysis = TestRules.Analyse(
            $"{Body}\n\nYours faithfully,\nJane Roe\nMayor of Leeds\n\n{Body}",
            "a.txt"
        );
        Assert.Equal(
            [BlockKind.Paragraph, BlockKind.SignOff, BlockKind.SignOff, BlockKind.SignOff, BlockKind.Paragraph],
            analysis.Document.Blocks.Select(b => b.Kind)
        );
    }

    [Theory]
    [InlineData("Leeds      12 May\nYork       13 May\nHull       14 May", "Leeds|12 May|York|13 May|Hull|14 May")]
    [InlineData("Leeds\t12\t3\nYork\t13\t4", "Leeds|12|3|York|13|4")]
    public void Columns_are_cells(string table, string cells)
    {
        using var analysis = TestRules.Analyse($"{Body}\n\n{table}\n\n{Body}", "a.txt");
        var document = analysis.Document;
        Assert.Equal(
            cells,
            string.Join(
                '|',
                document
                    .Blocks.Where(b => b.Kind == BlockKind.TableCell)
                    .Select(b => b.Span.In(document.Text).ToString())
            )
        );
    }

    [Theory]
    [InlineData(
        "It rained all day.  It poured at night, the people of the old town said, and\nthe river rose.  It fell again."
    )]
    [InlineData("The bridge   is shut.")]
    public void Wide_blanks_in_running_text_make_no_table(string text)
    {
        using var analysis = TestRules.Analyse($"{Body}\n\n{text}", "a.txt");
        Assert.DoesNotContain(analysis.Document.Blocks, b => b.Kind == BlockKind.TableCell);
    }

    [Theory]
    [InlineData(
        "Council Votes On Bridge\nThe council met on Monday in the old hall by the\nriver, and it heard a report on the bridge that\nwill not be built.",
        2
    )]
    [InlineData(
        "THE VOTE ITSELF\nThe council met on Monday in the old hall by the\nriver, and it heard a report on the bridge that\nwill not be built.",
        2
    )]
    [InlineData(
        "The council met in Leeds on Monday afternoon, as\nThe Post said, and it heard a report on the bridge\nthat will not be built.",
        1
    )]
    [InlineData(
        "The people of the town voted on the 27 June\n2019, in the old hall by the river, and again\nin the year after that.",
        1
    )]
    [InlineData("The people of the old town voted on Wednesday\n27 June, as they had done in the years before.", 1)]
    public void A_subhead_stands_apart_from_its_paragraph(string text, int blocks)
    {
        using var analysis = TestRules.Analyse($"{Body}\n\n{text}\n", "a.txt");
        Assert.Equal(blocks + 1, analysis.Document.Blocks.Count);
        if (blocks == 2)
            Assert.Equal(BlockKind.Heading, analysis.Document.Blocks[1].Kind);
    }

    [Theory]
    [InlineData("**What the council will do about the bridge in the next year**", BlockKind.Heading)]
    [InlineData("__The vote__", BlockKind.Heading)]
    [InlineData("**The council will decide next year.**", BlockKind.Paragraph)]
    [InlineData("**Note:** the council will decide next year", BlockKind.Paragraph)]
    [InlineData("*The council will decide next year*", BlockKind.Paragraph)]
    public void A_bold_line_is_a_subhead(string line, BlockKind kind)
    {
        using var analysis = TestRules.Analyse($"# Bridge\n\n{Body}\n\n{line}\n\n{Body}", "a.md");
        Assert.Equal(kind, analysis.Document.Blocks[2].Kind);
    }

    [Fact]
    public void Words_that_a_shortcode_gives_twice_are_one_caption()
    {
        using var analysis = TestRules.Analyse(
            $"{Body}\n\n{{{{< figure src=\"a.jpg\" caption=\"The bridge at dawn\" alt=\"The bridge at dawn\" >}}}}\n\n{Body}",
            "a.md"
        );
        Assert.Single(analysis.Document.Blocks, b => b.Kind == BlockKind.Caption);
    }

    private static Block Last(string text, string path)
    {
        using var analysis = TestRules.Analyse(text, path);
        return analysis.Document.Blocks[^1];
    }
}
