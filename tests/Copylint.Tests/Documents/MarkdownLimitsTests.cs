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
    [InlineData(10, 9998, 0, 0)]
    [InlineData(10, 9998, 1, 1)]
    [InlineData(1000, 20_000, 0, 1)]
    [InlineData(99_999, 0, 0, 1)]
    [InlineData(33_333, 1, 0, 0)]
    [InlineData(33_333, 2, 0, 1)]
    public void So_many_cells_are_read(int columns, int rows, int more, int problems)
    {
        var text = new StringBuilder("It rained.\n\n");
        text.Append(string.Concat(Enumerable.Repeat("a|", columns - 1)))
            .Append("a\n")
            .Append(string.Concat(Enumerable.Repeat("-|", columns - 1)))
            .Append("-\n");
        // Rows are filled up to the longest.
        for (var i = 0; i < rows; i++)
            text.Append("it poured|\n");
        text.Append(more > 0 ? "\nb|c\n-|-\n\n" : "\n").Append("The end of it.\n");
        var document = TestRules.Analyse(text.ToString(), "a.md").Document;
        Assert.Equal(problems, document.Problems.Count);
        Assert.StartsWith("It rained.", document.Text, StringComparison.Ordinal);
        Assert.EndsWith("The end of it.", document.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000, 0)]
    [InlineData(100_001, 1)]
    public void Bars_of_no_table_count_each(int count, int problems)
    {
        var document = TestRules
            .Analyse("It rained.\n\n" + string.Concat(Enumerable.Repeat("a|", count)) + "\n", "a.md")
            .Document;
        Assert.Equal(problems, document.Problems.Count);
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
