using System.Text;
using Copylint.Configuration;
using Copylint.Linting;
using Copylint.Tests.Support;

namespace Copylint.Tests.Documents;

/// <summary>Input that is made to break readers ends with a report.</summary>
public sealed class HostileInputTests
{
    private static readonly FileLinter Files = new(
        new Linter(TestRules.Catalog, new LintSettings()),
        withFingerprints: true,
        maxBytes: 200 * 1024 * 1024
    );

    [Theory]
    [InlineData("quotes.md", ">", 100_000)]
    [InlineData("lists.md", "- ", 100_000)]
    [InlineData("brackets.md", "[", 100_000)]
    [InlineData("stars.md", "*a ", 100_000)]
    [InlineData("emphasis.md", "*a **b ", 50_000)]
    [InlineData("links.md", "[a](", 50_000)]
    [InlineData("backticks.md", "` `` ", 50_000)]
    [InlineData("html.md", "<div>", 100_000)]
    [InlineData("div.html", "<div>", 1_000_000)]
    [InlineData("mixed.html", "<p><b><i></div>", 300_000)]
    [InlineData("ends.html", "<b><i></p></b>", 300_000)]
    [InlineData("open.html", "<", 1_000_000)]
    [InlineData("entities.html", "&amp", 500_000)]
    [InlineData("attributes.html", "<a b=", 300_000)]
    [InlineData("comment.html", "<!--", 300_000)]
    [InlineData("script.html", "<script></scrip", 100_000)]
    [InlineData("quotation.txt", "“", 500_000)]
    [InlineData("single.txt", "‘a ", 100_000)]
    [InlineData("line.txt", "the tyrant said ", 100_000)]
    [InlineData("dots.txt", ". ", 500_000)]
    [InlineData("words.txt", "a", 1_000_000)]
    [InlineData(
        "institutions.txt",
        "Russia and Ukraine met in the slow and very long way of it that the Ministry of Defence said it was so. ",
        10_000
    )]
    [InlineData("offices.txt", "President Barack Obama and ", 40_000)]
    [InlineData("births.txt", "Mary Doe, 81, born 3 May 1940, was here. ", 20_000)]
    [InlineData("days.txt", "It is the 30th day of the invasion of Ukraine. ", 20_000)]
    [InlineData(
        "speech.txt",
        "“Nobody in the town will be left behind in the cold.” The sky was blue over it. ",
        10_000
    )]
    [InlineData("lines.txt", "On 3 March.\n\n", 80_000)]
    public void Repetition_ends(string name, string piece, int count)
    {
        var report = Files.Lint(name, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, count))));
        Assert.DoesNotContain(report.Diagnostics, d => d.Rule.Id == "CL0002");
    }

    [Fact]
    public void Deep_Markdown_and_HTML_are_told()
    {
        Assert.Contains(Files.Lint("a.md", Encoding.UTF8.GetBytes(new string('>', 100_000) + " x")).Diagnostics, d =>
            d.Rule.Id == "CL0001"
        );
        Assert.Contains(
            Files
                .Lint("a.html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div>", 1_000_000))))
                .Diagnostics,
            d => d.Rule.Id == "CL0001"
        );
    }

    [Fact]
    public void An_alias_bomb_in_front_matter_is_told()
    {
        var bomb = new StringBuilder("---\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 12; i++)
            bomb.Append($"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        bomb.Append("---\nText.\n");
        Assert.Contains(Files.Lint("a.md", Encoding.UTF8.GetBytes(bomb.ToString())).Diagnostics, d =>
            d.Rule.Id == "CL0008"
        );
        Assert.Contains(
            Files
                .Lint("a.md", Encoding.UTF8.GetBytes("---\na: " + new string('[', 50_000) + "\n---\nText."))
                .Diagnostics,
            d => d.Rule.Id == "CL0008"
        );
    }

    [Fact]
    public void A_file_of_NULs_and_UTF16_without_a_mark_are_told()
    {
        Assert.Equal("CL0006", Assert.Single(Files.Lint("a.txt", new byte[100_000]).Diagnostics).Rule.Id);
        Assert.Contains(
            Files.Lint("a.txt", Encoding.Unicode.GetBytes("The minister said no on Friday.")).Diagnostics,
            d => d.Rule.Id == "CL0006"
        );
    }

    [Fact]
    public void A_line_of_100_MB_ends()
    {
        var line = new byte[100 * 1024 * 1024];
        var words = "The minister said on Friday that the plan was despicable, and left. "u8;
        for (var i = 0; i + words.Length <= line.Length; i += words.Length)
            words.CopyTo(line.AsSpan(i));
        line.AsSpan(line.Length - line.Length % words.Length).Fill((byte)' ');
        var small = new FileLinter(new Linter(TestRules.Catalog, new LintSettings()), withFingerprints: false);
        Assert.Equal("CL0005", Assert.Single(small.Lint("a.txt", line).Diagnostics).Rule.Id);
    }
}
