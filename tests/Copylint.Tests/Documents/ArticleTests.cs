using Copylint.Configuration;
using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Documents.Formats.Html;
using Copylint.Linting;
using Copylint.Tests.Support;
using Copylint.Text;

namespace Copylint.Tests.Documents;

/// <summary>Of a page the article is read, of a fragment all.</summary>
public sealed class ArticleTests
{
    private const string Story =
        "<p>The bridge over the river reopened on Monday after six weeks of work, the council said.</p>"
        + "<p>Two lanes are in use, and a third will follow in May, according to the engineers.</p>";

    /// <summary>What programs write for "no date" is none, and rules that count days from it would leave the
    /// calendar.</summary>
    [Theory]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void A_date_at_the_ends_of_the_calendar_is_none(string date)
    {
        var copy =
            "<p>The vote will be held on 3 March 2020, and a fair was held in May 2023. Jo Roe, 41, born 3 May 1980, "
            + "said on Monday that it is 12 years ago. Last week it rained. It opened two days after Christmas.</p>";
        var page =
            "<html><head><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\""
            + $"{date}\"}}</script></head><body><article><h1>Open</h1>{copy}{Story}</article></body></html>";
        var files = new FileLinter(new Linter(TestRules.Catalog, new LintSettings()), withFingerprints: false);
        var report = files.Lint("a.html", System.Text.Encoding.UTF8.GetBytes(page));
        Assert.DoesNotContain(report.Diagnostics, d => d.Rule.Id == "CL0002");
        Assert.Empty(TestRules.Analyse(page, "a.html").Document.Metadata.Published);
    }

    private const string Sentences =
        "The bridge over the river reopened on Monday after six weeks of work, the council said.|"
        + "Two lanes are in use, and a third will follow in May, according to the engineers.";

    [Theory]
    [InlineData(
        "<article><h1>Open</h1>§</article><footer><p>Terms of use apply to all who read this page.</p></footer>"
    )]
    [InlineData(
        "<h1>Open</h1><div class=\"story-body\">§</div><div class=\"related-links\"><a href=a>The other one</a></div>"
    )]
    [InlineData("<main><h1>Open</h1>§<aside><h3><a href=a>Mayor slams his rivals in the town</a></h3></aside></main>")]
    [InlineData(
        "<div><h1>Open</h1>§</div><section id=comments><p>What a bad idea this is, if you ask me.</p></section>"
    )]
    [InlineData(
        "<h1>Open</h1><div itemprop=articleBody>§</div><div><p>Read the terms of our newsletter here.</p></div>"
    )]
    [InlineData(
        "<div class=menuBar><p>News</p></div><h1>Open</h1><div>§</div><div><p><a href=a>More of it</a></p></div>"
    )]
    [InlineData(
        "<form><article><h1>Open</h1>§</article><div class=footer-links>All rights reserved by us.</div></form>"
    )]
    [InlineData("<article><h1>Open</h1><div class='share'><img alt='Share on a network'>Share</div>§</article>")]
    [InlineData("<article><h1>Open</h1>§<ul><li><a href=a>Another story</a><li><a href=b>A third</a></ul></article>")]
    [InlineData("<article><h1>Open</h1>§<p>Share it!</p></article>")]
    [InlineData("<article><h1>Open</h1>§<div><p>All rights reserved.</p></div></article>")]
    [InlineData("<article><h1>Open</h1>§<form><p>Sign up for the letter that we send each week.</p></form></article>")]
    public void The_article_is_read(string page)
    {
        var document = Parse("<html><body>" + page.Replace("§", Story) + "</body></html>");
        Assert.Equal("Open|" + Sentences, Words(document));
    }

    // The other text on the page is as long as the article, and stands beside it without a mark.
    [Theory]
    [InlineData(
        "The bridge over the river reopened on Monday after six weeks of work, the council said.\\n\\nTwo lanes are in use, and a third will follow in May, according to the engineers.",
        false
    )]
    [InlineData(
        "<p>The bridge over the river reopened on Monday after six weeks of work, the council said.<\\/p><p>Two lanes are in use, &amp; a third will follow in May, according to the engineers.<\\/p>",
        false
    )]
    [InlineData(
        "Something else altogether was said by the council, whose bridge stands nowhere on this page, as it seems to readers.",
        true
    )]
    [InlineData("", true)]
    public void The_text_that_the_page_tells_is_its_article(string told, bool hasOther)
    {
        const string other =
            "<p>Another story of the day is told here in a paragraph of about the same length as that.</p>";
        var page =
            $"<html><head><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"articleBody\":\"{told}\"}}</script>"
            + $"</head><body><h1>Open</h1><div><p>By Jane Roe</p>{other}{Story}{other.Replace("Another", "One more")}</div></body></html>";
        Assert.Equal(hasOther, Words(Parse(page)).Contains("Another story", StringComparison.Ordinal));
        Assert.Contains(Sentences, Words(Parse(page)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "<article><h1>Open</h1><h2 class=article__dek>The wait is over</h2><div itemprop=articleBody>§</div></article>",
        "The wait is over"
    )]
    [InlineData(
        "<h1>Open</h1><p itemprop=alternativeHeadline>The wait is over</p><div class=story-body>§</div>",
        "The wait is over"
    )]
    [InlineData(
        "<main><h1>Open</h1><div class=\"standfirst\"><p>The wait is over</p></div><div itemprop=articleBody>§</div></main>",
        "The wait is over"
    )]
    [InlineData(
        "<article><h1>Open</h1><h2>After six weeks the wait is over for all who cross the river.</h2><div itemprop=articleBody>§</div></article>",
        "After six weeks the wait is over for all who cross the river."
    )]
    [InlineData(
        "<article><h1>Open</h1><div class=card-deck><div><div><p>The wait is over</p></div></div></div><div itemprop=articleBody>§</div></article>",
        null
    )]
    [InlineData(
        "<article><h1>Open</h1><div itemprop=articleBody>§</div></article><div class=dek>The wait is over</div>",
        null
    )]
    public void What_stands_under_the_headline_is_the_articles(string page, string? standfirst)
    {
        var document = Parse("<html><body>" + page.Replace("§", Story) + "</body></html>");
        Assert.Equal("Open|" + (standfirst is null ? "" : standfirst + "|") + Sentences, Words(document));
    }

    [Fact]
    public void A_short_paragraph_at_either_end_is_the_articles()
    {
        var page =
            $"<html><body><article><h1>Open</h1><p>It is done.</p>{Story}<p>The work goes on.</p></article></body></html>";
        Assert.Equal("Open|It is done.|" + Sentences + "|The work goes on.", Words(Parse(page)));
    }

    [Fact]
    public void A_caption_and_the_alternative_text_that_it_goes_on_from_are_one()
    {
        const string caption = "A crane lifts the last beam of the bridge into its place on Monday morning";
        var document = Parse(
            $"<html><body><article><h1>Open</h1>{Story[..Story.IndexOf("<p>Two", StringComparison.Ordinal)]}"
                + $"<figure><img alt=\"{caption}\"><figcaption>{caption} Credit: Agency</figcaption></figure>"
                + $"{Story[Story.IndexOf("<p>Two", StringComparison.Ordinal)..]}</article></body></html>"
        );
        Assert.Single(document.Blocks, b => b.Kind == BlockKind.Caption);
    }

    [Fact]
    public void What_was_left_out_is_told_once()
    {
        const string page = "<html><body><article>§</article><footer><p>One.</p><p>Two.</p></footer></body></html>";
        var problem = Assert.Single(Parse(page.Replace("§", Story)).Problems);
        Assert.Equal("2 lines outside the article were not linted", problem.Message);
        Assert.Equal(ProblemKind.OutsideArticle, problem.Kind);
        var whole = DocumentParser.Parse(
            "a.html",
            SourceText.FromText(page.Replace("§", Story)),
            new ReadingOptions(DocumentFormats.Html, PageScope.Page)
        );
        Assert.Equal(Sentences + "|One.|Two.", Words(whole));
        Assert.Empty(whole.Problems);
    }

    [Theory]
    [InlineData("§<aside>Aside.</aside><footer>Foot.</footer>")]
    [InlineData("<div class=sidebar>Side.</div>§")]
    public void A_fragment_is_read_whole(string fragment) =>
        Assert.Equal(3, Parse(fragment.Replace("§", Story)).Blocks.Count(b => b.Span.Length > 0 && b.Index < 3));

    [Theory]
    [InlineData("<p>Published <time datetime=2024-03-04>4 March</time></p>§", "2024-03-04")]
    [InlineData("§<p>It fell on <time datetime=2019-01-01>1 January 2019</time>, they said.</p>", null)]
    [InlineData("<aside><time datetime=2019-01-01>Old</time></aside>§", null)]
    [InlineData(
        "<div class=related><time datetime=2019-01-01>Old</time></div><time datetime=2024-03-04>4</time>§",
        "2024-03-04"
    )]
    public void Only_a_time_of_the_article_dates_it(string body, string? day)
    {
        var document = Parse(
            "<html><body><article><h1>Open</h1>" + body.Replace("§", Story) + "</article></body></html>"
        );
        Assert.Equal(day, document.Metadata.BestPublished?.Date.ToString("yyyy-MM-dd"));
    }

    [Fact]
    public void An_entry_of_a_live_blog_dates_itself()
    {
        var document = Parse(
            "<html><head><script type=\"application/ld+json\">{\"@type\":\"LiveBlogPosting\",\"datePublished\":\"2024-03-03\","
                + "\"liveBlogUpdate\":[{\"@type\":\"BlogPosting\",\"datePublished\":\"2024-03-05\"}]}</script></head><body>"
                + Story
                + "</body></html>"
        );
        Assert.Equal(new DateOnly(2024, 3, 3), Assert.Single(document.Metadata.Published).Date);
        Assert.True(document.Metadata.IsLive);
    }

    [Theory]
    [InlineData("article-body", "Body")]
    [InlineData("articleBody related", "Body")]
    [InlineData("c-related-links", "Page")]
    [InlineData("SidebarRight", "Page")]
    [InlineData("most-read", "Page")]
    [InlineData("most read", "None")]
    [InlineData("readable story", "None")]
    [InlineData("shareholder", "None")]
    [InlineData("user-comments", "Comments")]
    [InlineData("wp-caption-text", "Caption")]
    public void Names_say_what_an_element_is_for(string names, string expected)
    {
        var mark = PageMarks.FromNames(names);
        Assert.Contains(expected, mark.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_of_the_names_counts()
    {
        foreach (
            var line in File.ReadLines(
                TestRules.TestFile("../../src/Copylint.Core/Documents/Formats/Html/Data/page-parts.txt")
            )
        )
        {
            if (line.StartsWith('#'))
                continue;
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1))
                Assert.True(PageMarks.FromNames("x " + word + " y") != PageMark.None, word);
        }
    }

    private static Document Parse(string text) => DocumentParser.Parse("a.html", SourceText.FromText(text));

    private static string Words(Document document) =>
        string.Join('|', document.Blocks.Select(b => b.Span.In(document.Text).ToString()));
}
