using Copylint.Configuration;
using Copylint.Documents;
using Copylint.Linting;
using Copylint.Tests.Support;

namespace Copylint.Tests.Documents;

/// <summary>Plain text as people send it: wrapped, with semantic line breaks, quoted in e-mail, with characters that
/// nobody sees.</summary>
public sealed class WrappedTextTests
{
    [Theory]
    [InlineData("The vote was held on Wednesday,\n27 June 2019, in the old hall.", 1)]
    [InlineData(
        "\"We have waited for years,\" said the mayor,\nJo Roe.\n\"It will change the town for good,\nand it will last.\"",
        1
    )]
    [InlineData("The council met on the first day\nof the month and it heard three\nreports on the bridge.", 1)]
    [InlineData("The council met on Monday in the hall.\nIt heard a report.\nIt rained, they said, all\nday long.", 1)]
    [InlineData("Council approves a new bridge\nMayor hails the vote of the day\nTraders are not so sure of it", 3)]
    [InlineData("The council met on Monday, said the clerk.\nIt heard a report on the bridge.", 2)]
    [InlineData("Menu\nNews\nSport", 3)]
    [InlineData("We need these things, he said,\n- bread\n- milk and honey", 3)]
    public void Lines_are_a_paragraph_where_they_were_one(string text, int blocks)
    {
        using var analysis = TestRules.Analyse("It rained all day in the town.\n\n" + text + "\n", "a.txt");
        Assert.Equal(blocks + 1, analysis.Document.Blocks.Count);
    }

    /// <summary>Lengths on both sides of the edges that paragraphs, headlines and captions are told by.</summary>
    [Fact]
    public void How_a_file_ends_its_lines_is_no_length()
    {
        var files = new FileLinter(new Linter(TestRules.Catalog, new LintSettings()), withFingerprints: false);
        for (var length = 24; length < 130; length++)
        {
            var words = string.Concat(Enumerable.Repeat("of the plans ", 11))[..length].TrimEnd();
            var text =
                "The mayor hails the bridge\n\nThe council met on Monday, it heard\n"
                + $"{words}\nand it rained\n\nIt was a vile plan all day\nlong.\n\nIt will take all day\n{words}\n";
            Assert.Equal(Findings(text), Findings(text.Replace("\n", "\r\n", StringComparison.Ordinal)));
        }

        List<string> Findings(string text) =>
            [
                .. files
                    .Lint("a.txt", System.Text.Encoding.UTF8.GetBytes(text))
                    .Diagnostics.Select(d => $"{d.Rule.Id} {d.Range.Start}"),
            ];
    }

    [Theory]
    [InlineData("A blood\u00ADbath, it was.", "A bloodbath, it was.")]
    [InlineData("A blood\u200Bbath, it was.", "A bloodbath, it was.")]
    [InlineData("A\u200Bnd it rained\u00AD.", "And it rained\u00AD.")]
    [InlineData("It rained.\n\u200B\n\uFEFF\nIt poured.", "It rained.|It poured.")]
    [InlineData("> It rained.\n> It poured.\n\nIt stopped.", "It rained.|It poured.|It stopped.")]
    [InlineData("It is > 5.\n> 6 it is.", "It is > 5.|> 6 it is.")]
    public void What_nobody_sees_is_left_out(string text, string expected)
    {
        foreach (var path in new[] { "a.txt", "a.md" })
        {
            if (path == "a.md" && text.Contains('\n', StringComparison.Ordinal))
                continue;
            using var analysis = TestRules.Analyse(text, path);
            var document = analysis.Document;
            Assert.Equal(expected, string.Join('|', document.Blocks.Select(b => b.Span.In(document.Text).ToString())));
            foreach (ref readonly var token in analysis.Tokens)
            {
                var place = document.ToSource(token.Span).In(text).ToString();
                var seen = place.Replace("\u00AD", "", StringComparison.Ordinal);
                seen = seen.Replace("\u200B", "", StringComparison.Ordinal);
                if (analysis.TextOf(token).ToString() is var word && char.IsLetterOrDigit(word[0]))
                    Assert.Equal(word, seen);
            }
        }
    }

    [Fact]
    public void Quoted_mail_is_quoted()
    {
        using var analysis = TestRules.Analyse("> It rained.\n> It poured.\n\nIt stopped at last, he said.", "a.txt");
        Assert.Equal(
            [BlockKind.BlockQuote, BlockKind.BlockQuote, BlockKind.Paragraph],
            analysis.Document.Blocks.Select(b => b.Kind)
        );
    }
}
