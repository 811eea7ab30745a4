using Copylint.Documents;
using Copylint.Tests.Support;

namespace Copylint.Tests.Documents;

public sealed class MarkdownParserTests
{
    [Theory]
    [InlineData("A *big* **plan** with [a link](x.md \"t\") and <b>tags</b>.", "A big plan with a link and tags.")]
    [InlineData("It&rsquo;s a\\*b &amp; c &#8212; d.", "It’s a*b & c — d.")]
    [InlineData("Line one\nline two  \nline three\\\nline four.", "Line one line two line three line four.")]
    [InlineData("See `code` and <https://example.org/a>.", "See \uFFFC and https://example.org/a.")]
    [InlineData("> quoted\n> text", "quoted text")]
    [InlineData("- one\n- two\n  more\n\n  para", "one|two more|para")]
    [InlineData("1. one\n2. two", "one|two")]
    [InlineData("# Head\n\nText.\n\n## Sub *head*", "Head|Text.|Sub head")]
    [InlineData("Setext\n======\n\nText.", "Setext|Text.")]
    [InlineData("| a | b |\n|---|---|\n| c *d* | e |", "a|b|c d|e")]
    [InlineData("Text ![An *alt* text](a.png) here.", "Text here.|An *alt* text")]
    [InlineData("```\ncode\n```\n\n    indented\n\nText.", "Text.")]
    [InlineData("Text[^1].\n\n[^1]: Note *one*.", "Text.|Note one.")]
    [InlineData("<div>\n<p>In <i>html</i> &amp; so</p>\n</div>\n\nText.", "In html & so|Text.")]
    [InlineData("<script>\nvar x = 1;\n</script>\n\nText <!-- no --> here.", "Text here.")]
    [InlineData("---\ntitle: x\n---\n\nText.", "x|Text.")]
    [InlineData("+++\ntitle = 'x'\n+++\n\nText.", "x|Text.")]
    [InlineData("[ref]: http://example.org\n\nText [ref].", "Text ref.")]
    [InlineData("Text with ~~struck~~ and H~2~O.", "Text with struck and H2O.")]
    [InlineData("- [x] done\n- [ ] open", "done|open")]
    public void The_reader_sees(string markdown, string expected)
    {
        using var analysis = TestRules.Analyse(markdown, "a.md");
        Assert.Equal(
            expected,
            string.Join('|', analysis.Document.Blocks.Select(b => b.Span.In(analysis.Document.Text).ToString()))
        );
        RoundTrip.Check(analysis);
    }

    [Fact]
    public void Blocks_have_their_kinds()
    {
        using var analysis = TestRules.Analyse(
            "# H\n\nP.\n\n## S\n\n- i\n\n> q\n\n| c |\n|---|\n\n![alt](x)\n",
            "a.md"
        );
        Assert.Equal(
            [
                BlockKind.Headline,
                BlockKind.Paragraph,
                BlockKind.Heading,
                BlockKind.ListItem,
                BlockKind.BlockQuote,
                BlockKind.TableCell,
                BlockKind.Caption,
            ],
            analysis.Document.Blocks.Select(b => b.Kind)
        );
    }

    [Theory]
    [InlineData("---\ntitle: \"The plan\"\nauthor:\n  - Jane Roe\ndate: 2022-03-25\nsection: News\nlang: en-GB\n---\n")]
    [InlineData(
        "---\r\ntitle: The plan\r\nauthor: [Jane Roe]\r\ndate: '2022-03-25'\r\nsection: News\r\nlang: en-GB\r\n---\r\n"
    )]
    [InlineData(
        "+++\ntitle = \"The plan\"\nauthor = [\"Jane Roe\"]\ndate = 2022-03-25T10:00:00Z\nsection = 'News'\nlang = \"en-GB\"\n[params]\ntitle = \"no\"\n+++\n"
    )]
    public void Front_matter_is_metadata_with_places(string frontMatter)
    {
        using var analysis = TestRules.Analyse(frontMatter + "\nText.", "a.md");
        var metadata = analysis.Document.Metadata;
        Assert.Equal(
            ("The plan", "Jane Roe", "News", "en-GB"),
            (
                metadata[MetadataKey.Title]!.Value,
                metadata[MetadataKey.Byline]!.Value,
                metadata[MetadataKey.Section]!.Value,
                metadata[MetadataKey.Language]!.Value
            )
        );
        Assert.Equal(new DateOnly(2022, 3, 25), metadata.BestPublished!.Date);
        Assert.All(metadata.Entries, e => Assert.Equal(e.Value, e.Span.In(analysis.Document.Source.Text).ToString()));
        Assert.Equal("Text.", analysis.Document.Blocks[^1].Span.In(analysis.Document.Text).ToString());
    }

    [Fact]
    public void Links_keep_their_targets()
    {
        using var analysis = TestRules.Analyse("See [the *page*](https://example.org/?a=1&b=2 \"t\") now.", "a.md");
        var link = Assert.Single(analysis.Document.Links);
        Assert.Equal("the page", link.Span.In(analysis.Document.Text).ToString());
        Assert.Equal("https://example.org/?a=1&b=2", link.TargetSpan.In(analysis.Document.Source.Text).ToString());
    }

    [Theory]
    [InlineData("---\na: [\n---\nText.", "the front matter is not YAML")]
    [InlineData("---\na: &a [x]\nb: *a\n---\nText.", "aliases in front matter are not followed")]
    public void Broken_front_matter_is_a_problem_and_the_rest_is_read(string markdown, string problem)
    {
        using var analysis = TestRules.Analyse(markdown, "a.md");
        Assert.StartsWith(problem, Assert.Single(analysis.Document.Problems).Message);
        Assert.Equal("Text.", analysis.Document.Blocks[0].Span.In(analysis.Document.Text).ToString());
    }
}
