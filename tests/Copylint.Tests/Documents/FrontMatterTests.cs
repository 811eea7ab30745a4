using Copylint.Documents;
using Copylint.Tests.Support;

namespace Copylint.Tests.Documents;

public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("---\ntitle: A dam\ndate: 2021-08-16\n---\n")]
    [InlineData("---\ntitle: A dam\ndate: 2021-08-16\n...\n")]
    [InlineData("+++\ntitle = \"A dam\"\ndate = 2021-08-16T06:00:00Z # set by hand\n+++\n")]
    [InlineData("+++\nraw = '''\ndate = 1999-01-01\n'''\ntitle = 'A dam'\ndate = 2021-08-16\n+++\n")]
    [InlineData("{\n  \"title\": \"A dam\",\n  \"tags\": [{\"a\": 1}],\n  \"date\": \"2021-08-16T06:00:00Z\"\n}\n")]
    [InlineData("---json\n{\"title\": \"A dam\", \"date\": \"2021-08-16\"}\n---\n")]
    [InlineData(";;;\n{\"title\": \"A dam\", \"date\": \"2021-08-16\"}\n;;;\n")]
    [InlineData("---\ntitle: A dam\ndate: 8/16/2021\n---\n")]
    [InlineData("---\ntitle: A dam\ndate: 2021/08/16\n---\n")]
    [InlineData("---\ntitle: A dam\ndate: 20210816\n---\n")]
    [InlineData("---\ntitle: A dam\ndate: 16.8.2021\n---\n")]
    [InlineData("---\ntitle: A dam\ndate: 2021-08-16 12:00:00 -0500\n---\n")]
    [InlineData("---\ntitle: A dam\ndate: 2021-08-16T12:00[Europe/London]\n---\n")]
    [InlineData("---\ntitle: A dam\ndate: Mon, 16 Aug 2021 06:00:00 GMT\n---\n")]
    [InlineData("---\ntitle: A dam\ndate: {created: 2021-08-16, updated: 2022-01-01}\n---\n")]
    [InlineData("---\ntitle: A dam\npublished_at: 2021-08-16\nlastmod: 2022-01-01\n---\n")]
    [InlineData("---\ntitle: A dam\npubDate: Aug 16 2021\nupdated: 2022-01-01\n---\n")]
    public void Title_and_day_are_read(string matter)
    {
        foreach (var path in new[] { "a.md", "a.qmd", "a.html" })
        {
            using var analysis = TestRules.Analyse(matter + "\nIt rained.\n", path);
            var document = analysis.Document;
            Assert.Equal(new DateOnly(2021, 8, 16), Assert.Single(document.Metadata.Published).Date);
            Assert.Empty(document.Problems);
            Assert.Equal(["A dam", "It rained."], document.Blocks.Select(b => b.Span.In(document.Text).ToString()));
            Assert.Equal("A dam", document.ToSource(document.Headline!.Span).In(document.Source.Text).ToString());
        }
    }

    [Theory]
    [InlineData("10/11/2018", null, false)]
    [InlineData("11/11/2018", "2018-11-11", false)]
    [InlineData("2018-02-30", null, true)]
    [InlineData("2018/13/41", null, true)]
    [InlineData("31.4.2018", null, true)]
    [InlineData("true", null, false)]
    public void A_day_is_read_where_only_one_is_meant(string date, string? expected, bool isTold)
    {
        using var analysis = TestRules.Analyse($"---\ntitle: A dam\ndate: {date}\n---\n\nIt rained.\n", "a.md");
        Assert.Equal(expected, analysis.Document.Metadata.Published.FirstOrDefault()?.Date.ToString("yyyy-MM-dd"));
        var isImpossible = analysis.Document.Metadata.ImpossibleDays.Count > 0;
        Assert.Equal(isTold, isImpossible || analysis.Document.Problems.Any(p => p.Kind == ProblemKind.FrontMatter));
    }

    [Theory]
    [InlineData("title: \"A \\\"big\\\" dam\"", "A \"big\" dam")]
    [InlineData("title: 'It''s a dam'", "It's a dam")]
    [InlineData("title: A dam &amp; a mill", "A dam & a mill")]
    [InlineData("title: \"A d\\u00e9luge\"", "A déluge")]
    [InlineData("title: >-\n  A dam\n  and a mill", "A dam and a mill")]
    [InlineData("title: A dam\ndescription: It holds.", "A dam|It holds.")]
    [InlineData("summary: It holds.\ntitle: A dam\nsubtitle: A mill", "A dam|It holds.|A mill")]
    public void What_readers_see_is_copy(string matter, string expected)
    {
        using var analysis = TestRules.Analyse($"---\n{matter}\n---\n\nIt rained.\n", "a.md");
        var document = analysis.Document;
        Assert.Equal(
            expected + "|It rained.",
            string.Join('|', document.Blocks.Select(b => b.Span.In(document.Text).ToString()))
        );
        Assert.Equal(BlockKind.Headline, document.Blocks[0].Kind);
        foreach (ref readonly var token in analysis.Tokens)
        {
            var word = analysis.TextOf(token).ToString();
            if (word.All(char.IsAsciiLetter))
                Assert.Equal(word, document.ToSource(token.Span).In(document.Source.Text).ToString());
        }
    }

    [Theory]
    [InlineData("# A *dam*, built", "headline:A dam, built|paragraph:It rained.")]
    [InlineData("# A mill", "headline:A dam: built|heading:A mill|paragraph:It rained.")]
    public void A_title_counts_once(string heading, string expected)
    {
        using var analysis = TestRules.Analyse($"---\ntitle: \"A dam: built\"\n---\n{heading}\n\nIt rained.\n", "a.md");
        var document = analysis.Document;
        Assert.Equal(
            expected,
            string.Join(
                '|',
                document.Blocks.Select(b =>
                    $"{b.Kind.ToString().ToLowerInvariant()}:{b.Span.In(document.Text).ToString()}"
                )
            )
        );
    }

    [Fact]
    public void A_title_with_a_colon_loses_nothing_else()
    {
        using var analysis = TestRules.Analyse(
            "---\ndate: 2021-08-16\ntitle: Release: a dam\nauthor: Jo Roe\n---\n\nIt rained.\n",
            "a.md"
        );
        var document = analysis.Document;
        var problem = Assert.Single(document.Problems);
        Assert.Contains("put the value of 'title' between quotation marks", problem.Message, StringComparison.Ordinal);
        Assert.True(problem.IsNote);
        Assert.Equal("Release: a dam", document.Metadata[MetadataKey.Title]?.Value);
        Assert.Equal("Jo Roe", document.Metadata[MetadataKey.Byline]?.Value);
        Assert.Equal(new DateOnly(2021, 8, 16), document.Metadata.BestPublished?.Date);
    }

    [Theory]
    [InlineData("---\nIt rained.\n")]
    [InlineData("{ it rained }\n")]
    [InlineData("{\"a\": 1}\n")]
    [InlineData("{{< a >}}\nIt rained.")]
    [InlineData("---oops\ntitle: x\n---\n")]
    public void What_only_looks_like_it_is_none(string text)
    {
        using var analysis = TestRules.Analyse(text, "a.md");
        Assert.Null(analysis.Document.Metadata.BestPublished);
        Assert.DoesNotContain(analysis.Document.Blocks, b => b.Kind == BlockKind.Headline);
    }
}
