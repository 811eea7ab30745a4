using System.Text;
using Copylint.Tests.Support;

namespace Copylint.Tests.Documents;

/// <summary>What Markdig would take too long for, from both sides of each limit.</summary>
public sealed class MarkdownLimitsTests
{
    [Theory]
    [InlineData(2, 100, true)]
    [InlineData(2, 101, false)]
    [InlineData(3, 101, false)]
    [InlineData(1, 500, true)]
    public void Lists_nest_so_deep(int indent, int lines, bool isMarkdown)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines; i++)
            text.Append(' ', i * indent).Append("- a\n");
        Assert.Equal(isMarkdown, IsRead(text.ToString()));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Quotations_nest_so_deep(int depth, bool isMarkdown) =>
        Assert.Equal(isMarkdown, IsRead(new string('>', depth) + " a"));

    [Theory]
    [InlineData("- - - ")]
    [InlineData("* * * ")]
    public void A_long_rule_is_no_list(string piece) =>
        Assert.True(IsRead("a\n\n" + string.Concat(Enumerable.Repeat(piece, 100)) + "\n\nb\n"));

    [Theory]
    [InlineData(2000, "", 0)]
    [InlineData(2001, "", 1)]
    [InlineData(2001, "- ", 1)]
    [InlineData(2001, "> 1. ", 1)]
    public void So_many_definitions_are_read(int count, string before, int problems)
    {
        var text = new StringBuilder("See [the last][n0].\n\n");
        for (var i = 0; i < count; i++)
            text.Append($"{before}[n{i}]: http://a/\n");
        text.Append("\nThe end of it.\n");
        var document = TestRules.Analyse(text.ToString(), "a.md").Document;
        Assert.Equal(problems, document.Problems.Count);
        Assert.Contains("The end of it.", document.Text);
        Assert.DoesNotContain("http", document.Text);
    }

    [Theory]
    [InlineData(5000, 0)]
    [InlineData(5001, 1)]
    public void So_many_footnotes_are_read(int count, int problems)
    {
        var text = new StringBuilder("It rained.\n\n");
        for (var i = 0; i < count; i++)
            text.Append($"[^{i}]: It poured.\n\n");
        var document = TestRules.Analyse(text.Append("The end of it.\n").ToString(), "a.md").Document;
        Assert.Equal(problems, document.Problems.Count);
        Assert.Contains("The end of it.", document.Text);
    }

    [Theory]
    [InlineData(5000, "==", 0)]
    [InlineData(5001, "==", 1)]
    [InlineData(5001, "-", 1)]
    [InlineData(5001, " =", 1)]
    [InlineData(9000, "\n---", 0)]
    public void So_many_headings_can_be_underlined(int count, string line, int problems)
    {
        var text = string.Concat(Enumerable.Repeat($"It rained\n{line}\n\n", count)) + "The end of it.\n";
        var document = TestRules.Analyse(text, "a.md").Document;
        Assert.Equal(problems, document.Problems.Count);
        Assert.Contains("The end of it.", document.Text);
        Assert.DoesNotContain("=", document.Text);
    }

    private static bool IsRead(string text) =>
        !TestRules.Analyse(text, "a.md").Document.Problems.Any(p => p.Message.Contains("nests deeper"));
}
