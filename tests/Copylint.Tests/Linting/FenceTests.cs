using System.Text;
using Copylint.Configuration;
using Copylint.Linting;
using Copylint.Tests.Support;

namespace Copylint.Tests.Linting;

/// <summary>What is wrong with one file is a finding of that file.</summary>
public sealed class FenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("---\ndate: !!]timestamp 2001-01-01\n---\nCopy stands here.\n")]
    [InlineData("---\ndate: !<\n---\nCopy.\n")]
    [InlineData("---\n? [a, b]\n: c\n---\nCopy.\n")]
    [InlineData("---\nupdated: 1999-9# 9\ndate: !!timTerm\n: Def\nd: *b\n---\n# A\n")]
    [InlineData("---\n%YAML 99999999999999999999.1\n---\nCopy.\n")]
    public void Front_matter_that_is_none_costs_nothing_else(string text)
    {
        _folder.Write("a.md", text);
        _folder.Write("b.md", "It was a despicable plan.\n");
        var result = CommandLine.Run(_folder.Path, "check", ".", "--format", "json");
        Assert.Equal(1, result.Exit);
        Assert.Contains("despicable", result.Output);
        Assert.DoesNotContain("CL0002", result.Output);
    }

    [Theory]
    [InlineData("He left; whereas they stayed at home.")]
    [InlineData("He left;; while ; as")]
    [InlineData("; whereas")]
    [InlineData("; whereas a b")]
    [InlineData("as")]
    public void Inspect_shows_clauses_without_words(string text)
    {
        _folder.Write("a.txt", text + "\n");
        foreach (var format in (string[])["text", "json"])
        {
            var result = CommandLine.Run(_folder.Path, "inspect", "a.txt", "--format", format);
            Assert.Equal(0, result.Exit);
            Assert.Empty(result.Error);
        }
    }

    [Fact]
    public void Inspect_shows_the_files_beside_one_that_cannot_be_read()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "a.txt"), Path.Combine(_folder.Path, "gone.txt"));
        _folder.Write("b.txt", "He left.\n");
        var result = CommandLine.Run(_folder.Path, "inspect", "a.txt", "b.txt", "--format", "json");
        Assert.Equal(2, result.Exit);
        Assert.Contains("a.txt", result.Error);
        using var json = System.Text.Json.JsonDocument.Parse(result.Output);
        Assert.Equal("b.txt", json.RootElement[0].GetProperty("file").GetString());
    }

    /// <summary>Each word that some list knows, alone, first, last, and between marks: whoever looks beside it finds
    /// nothing, and fails at nothing.</summary>
    [Fact]
    public void Every_listed_word_can_stand_at_every_edge()
    {
        var files = new FileLinter(new Linter(TestRules.Catalog, new LintSettings()), withFingerprints: false);
        var words = TestRules
            .Catalog.Resources.Automaton.Lexicons.SelectMany(l => l.Entries)
            .Select(e => e.Headword)
            .Distinct()
            .ToList();
        Assert.InRange(words.Count, 1000, 100_000);
        foreach (
            var form in (string[])
                [
                    "{0}",
                    "{0}.",
                    "{0} the",
                    "the {0}",
                    "“{0}”",
                    "; {0} that",
                    "{0}: {0}, {0} A",
                    "A – {0}",
                    "{0}ed to be first",
                    "({0})",
                    "{0}s",
                ]
        )
        {
            var text = new StringBuilder();
            foreach (var word in words)
            {
                var upper = char.ToUpperInvariant(word[0]) + word[1..];
                text.AppendFormat(null, form, word).Append("\n\n").AppendFormat(null, form, upper).Append("\n\n");
            }

            var report = files.Lint("a.txt", Encoding.UTF8.GetBytes(text.ToString()));
            Assert.DoesNotContain(report.Diagnostics, d => d.Rule.Id is "CL0001" or "CL0002");
        }

        // At the end of the file there is no next token at all, at its beginning none before.
        foreach (var word in words)
        {
            foreach (
                var text in (string[])
                    [word, char.ToUpperInvariant(word[0]) + word[1..], word + "ed", "It " + word, "“" + word]
            )
                Assert.DoesNotContain(files.Lint("a.txt", Encoding.UTF8.GetBytes(text)).Diagnostics, d =>
                    d.Rule.Id is "CL0001" or "CL0002"
                );
        }
    }
}
