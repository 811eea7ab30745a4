using System.Text;
using AngleSharp.Dom;
using Copylint.Documents;
using Copylint.Tests.Support;
using Copylint.Text;
using CsCheck;

namespace Copylint.Tests.Documents;

public sealed class HtmlParserTests
{
    [Theory]
    [InlineData("<p>One <b>two</b>&nbsp;three&mdash;four.</p><p>Five", "One two\u00A0three—four.|Five")]
    [InlineData("<p>One<p>Two<div>Three</div>Four", "One|Two|Three|Four")]
    [InlineData("<ul><li>One<li>Two <i>x</ul>Three", "One|Two x|Three")]
    [InlineData("One<br>two<br><br>three", "One two|three")]
    [InlineData("<p title='a > b'>One</p><p title=\"x", "One")]
    [InlineData("<p>a < b & c &lt; d &#60; e &#x3c; f &unknown; g &amp; h", "a < b & c < d < e < f &unknown; g & h")]
    [InlineData("<p>One<!-- two --> three<!-->four", "One threefour")]
    [InlineData("<script>if (a < b) \"</p>\"</script><style>p{}</style><p>One", "One")]
    [InlineData("<p>One<nav>two<p>three</nav><p hidden>four<p>five", "One|five")]
    [InlineData("<p>One <span style='display:none'>two</span> three", "One three")]
    [InlineData("<p>re&shy;sist <img src=x alt='A &quot;dog&quot;'> now", "resist now|A \"dog\"")]
    [InlineData("<p>Use <code>x</code> now<pre>code</pre>", "Use \uFFFC now")]
    [InlineData("<table><tr><td>a<td>b<tr><th>c</table>", "a|b|c")]
    [InlineData("<P>One</P><DIV>Two", "One|Two")]
    [InlineData("<![CDATA[x]]><?php x ?><p>One", "One")]
    [InlineData("<textarea>no</textarea><p>One</p></b></div></p>Two", "One|Two")]
    public void The_reader_sees(string html, string expected)
    {
        using var analysis = TestRules.Analyse(html, "a.html");
        Assert.Equal(
            expected,
            string.Join('|', analysis.Document.Blocks.Select(b => b.Span.In(analysis.Document.Text).ToString()))
        );
        RoundTrip.Check(analysis);
    }

    [Fact]
    public void Numbers_of_old_code_pages_and_wrong_ones_are_read_as_browsers_read_them()
    {
        using var analysis = TestRules.Analyse("<p>&#150;&#x97; &#0; &#xD800; &#128512; &amp &nbspx", "a.html");
        Assert.Equal("–— \uFFFD \uFFFD 😀 & \u00A0x", analysis.Document.Text);
    }

    [Fact]
    public void A_page_has_its_metadata_with_places()
    {
        using var analysis = TestRules.Analyse(
            """
            <html lang="en-GB"><head><title>Plan &amp; more</title>
            <meta property="og:title" content="Plan"><meta name=author content='Jane Roe'>
            <meta property="article:published_time" content="2022-03-25T22:30:00Z">
            <link rel="canonical" href="https://example.org/2022/03/26/plan">
            <script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"1999-01-01"},
            {"@type":"NewsArticle","headline":"Plän","datePublished":"2022-03-25","author":[{"@type":"Person","name":"Zoë Roe"}],"articleSection":"World"}]}</script>
            </head><body><h1>The plan</h1><time datetime="2022-03-25">today</time><p>Text.
            """,
            "a.html"
        );
        var metadata = analysis.Document.Metadata;
        Assert.Equal(
            [
                "language en-GB Markup",
                "title Plan & more TitleElement",
                "title Plan MetaElement",
                "byline Jane Roe MetaElement",
                "published 2022-03-25T22:30:00Z MetaElement",
                "canonicalurl https://example.org/2022/03/26/plan Markup",
                "title Plän JsonLd",
                "published 2022-03-25 JsonLd",
                "byline Zoë Roe JsonLd",
                "section World JsonLd",
                "title The plan Headline",
                "published 2022-03-25 TimeElement",
            ],
            metadata
                .Entries.OrderBy(e => e.Span.Start)
                .Select(e => $"{e.Key.ToString().ToLowerInvariant()} {e.Value} {e.Origin}")
        );
        Assert.All(metadata.Entries, e =>
            Assert.Equal(e.Value.Replace("&", "&amp;"), e.Span.In(analysis.Document.Source.Text).ToString())
        );
        Assert.Equal(4, metadata.Published.Count);
    }

    [Fact]
    public void The_article_of_a_page_is_the_copy()
    {
        var text = string.Concat(Enumerable.Repeat("The council approved the plan. ", 20));
        using var analysis = TestRules.Analyse(
            $"<body><div>Menu of the page</div><h1>Plan</h1><article><p>Teaser</article><article><p>{text}</p></article><footer>Foot",
            "a.html"
        );
        Assert.Equal([BlockKind.Headline, BlockKind.Paragraph], analysis.Document.Blocks.Select(b => b.Kind));
    }

    /// <summary>The reader finds the words that a browser's parser finds, on tag soup of every kind.</summary>
    [Fact]
    public void The_words_are_those_of_AngleSharp()
    {
        string[] pieces =
        [
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<a href='x'>",
            "</a>",
            "<ul>",
            "<li>",
            "</ul>",
            "<h2>",
            "</h2>",
            "<br>",
            "<br/>",
            "<span class=\"c d\">",
            "</span>",
            "<blockquote>",
            "</blockquote>",
            "<!-- c -->",
            "<script>var a = '<p>';</script>",
            "<style>b{}</style>",
            "<img src=a>",
            "&amp;",
            "&nbsp;",
            "&#8217;",
            "&copy;",
            "&bogus;",
            "& ",
            "< ",
            "<section>",
            "</section>",
            "<em>",
            "</em>",
            "<hr>",
            "<figure>",
            "</figure>",
            "\n",
            "  ",
        ];
        var piece = Gen.Int[0, pieces.Length + 30].Select(i => i < pieces.Length ? pieces[i] : $"word{i} ");
        piece
            .Array[1, 40]
            .Sample(
                parts =>
                {
                    var html = "<body>" + string.Concat(parts);
                    using var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
                    foreach (var element in page.QuerySelectorAll("script,style").ToList())
                        element.Remove();
                    var expected = string.Concat(TextOf(page.Body!));
                    var document = Copylint.Documents.Formats.Html.HtmlParser.Parse(
                        "a.html",
                        SourceText.FromText(html),
                        wholePage: true
                    );
                    var found = new StringBuilder();
                    foreach (var block in document.Blocks)
                        found.Append(block.Span.In(document.Text)).Append(' ');
                    Assert.Equal(Squash(expected), Squash(found.ToString()));
                },
                iter: 3000
            );

        static string TextOf(INode node) =>
            node switch
            {
                IText text => text.Data,
                IComment => "",
                _ => string.Concat(node.ChildNodes.Select(TextOf)),
            };

        // Blanks differ where blocks end; what matters are the characters in their order.
        static string Squash(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }
}
