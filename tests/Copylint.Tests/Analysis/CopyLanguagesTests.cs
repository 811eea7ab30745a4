using Copylint.Configuration;
using Copylint.Documents.Formats;
using Copylint.Language;
using Copylint.Linting;
using Copylint.Storage;
using Copylint.Tests.Support;
using Copylint.Text;

namespace Copylint.Tests.Analysis;

/// <summary>Copy that is not English: told once a file, and the rules that read English are silent in it.</summary>
public sealed class CopyLanguagesTests
{
    private const string English =
        "The council decided on Tuesday that the new bridge over the river will not be built before next year, "
        + "because there is no money for it, but the mayor hopes for help from the region.";

    private const string French =
        "Le conseil a décidé mardi que le nouveau pont sur la rivière ne sera pas construit avant l'année prochaine, "
        + "mais le maire espère une aide de la région et des communes qui sont dans la même situation.";

    public static TheoryData<string, string> Sentences()
    {
        var data = new TheoryData<string, string>();
        foreach (var row in File.ReadLines(TestRules.TestFile("Language/languages.txt")).Where(r => r[0] != '#'))
            data.Add(row[..row.IndexOf(':')], row[(row.IndexOf(':') + 2)..]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_sentence_of_each_language_is_known(string language, string sentence)
    {
        Assert.Equal(language, Foreign(sentence));
        Assert.Equal(language, Foreign("---\nlang: en\n---\n\n" + sentence, "a.md"));
    }

    [Fact]
    public void Each_language_has_a_sentence_and_no_word_of_English()
    {
        var rows = EmbeddedRows.Of("languages.txt").Where(r => r[2] == ' ' || r[3] == ' ');
        var named = Sentences().Select(r => (string)r[0]).ToHashSet();
        var small = TestRules.Catalog.Resources.Automaton.Vocabulary;
        foreach (var row in rows)
        {
            var words = row[(row.IndexOf(':') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(words.Length == 0 || named.Contains(row[3..row.IndexOf(':')]), row);
            Assert.DoesNotContain(words, w =>
                (small.Classes(small.Find(w)) & (WordClasses.Determiner | WordClasses.Auxiliary)) != 0
            );
        }
    }

    // Nineteen words are too few, twenty enough; then what the file declares counts.
    [Theory]
    [InlineData("Le maire de la ville a dit que le pont est à la fin de la rue du port.", null)]
    [InlineData("Le maire de la ville a dit que le pont est à la fin de la rue du vieux port.", "French")]
    [InlineData("---\nlang: fr\n---\n\nLe maire est là.", "French")]
    [InlineData("---\nlanguage: pt-BR\n---\n\nO presidente falou.", "Portuguese")]
    [InlineData("---\nlang: en-GB\n---\n\nLe maire est là.", null)]
    [InlineData("---\nlanguage: go\n---\n\nRun the tests.", null)]
    [InlineData("---\nlang: fr\n---\n\n" + English, null)]
    [InlineData("---\nlang: de\n---\n\n" + French, "French")]
    [InlineData(
        "---\nlang: hi\n---\n\n"
            + "परिषद ने मंगलवार को फैसला किया कि नदी पर नया पुल अगले साल से पहले नहीं बनेगा लेकिन महापौर को मदद की उम्मीद है।",
        "Hindi"
    )]
    public void Copy_tells_before_what_is_declared(string text, string? language) =>
        Assert.Equal(language, Foreign(text, "a.md"));

    [Theory]
    [InlineData(English)]
    [InlineData(
        "“"
            + French
            + "” the mayor said, and she told the council that it was the end of the matter for all of them. "
            + English
    )]
    [InlineData(
        "María de la Cruz, Juan de los Santos, Pedro del Río y Vega, Ana de la Torre, Luis de la Fuente, Rosa Díaz."
    )]
    [InlineData(
        "Van der Berg, De la Rue, Von Trapp, Le Monde and Der Spiegel are names that the people of the town know well and read every day."
    )]
    [InlineData(
        "- Madrid 12 14 16\n- París 11 12 13\n- Roma 10 11 12\n- Wien 9 10 11\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nfor (let i = 0; i < n; i++) { sum += i; }\n```\n"
    )]
    [InlineData("Council backs bridge plan\n\nMayor hopes for aid\n\nRiver town waits")]
    [InlineData("")]
    public void English_lists_names_and_code_are_no_other_language(string text)
    {
        Assert.Null(Foreign(text, "a.md"));
        Assert.DoesNotContain(Lint(text), f => f.Rule.Id == "CL0010");
    }

    [Fact]
    public void Rules_that_read_English_are_silent_and_the_file_is_told_once()
    {
        var text =
            French
            + "\n\nLe despicable clique a dit que que le le maire est là.\n\n"
            + French.Replace("mardi", "jeudi");
        var found = Lint(text + " {{slot}} [Link](https://a.example/?utm_source=x)");
        Assert.Equal(
            ["CL0010"],
            found.Where(f => f.Rule.Id is not ("CL4008" or "CL4009" or "CL4010")).Select(f => f.Rule.Id)
        );
        Assert.Contains(found, f => f.Rule.Id == "CL4009");
        Assert.Contains(found, f => f.Message.StartsWith("The copy is in French: ", StringComparison.Ordinal));
    }

    [Fact]
    public void In_copy_of_two_languages_each_part_is_linted_as_it_is()
    {
        var english = English + " It was the the end.";
        var found = Lint(english + "\n\n" + French + " Le despicable plan.");
        Assert.Equal(["CL5009", "CL0010"], found.Select(f => f.Rule.Id));
        // A quotation of another language in a long English text is nothing to tell.
        Assert.DoesNotContain(
            Lint(
                string.Join("\n\n", Enumerable.Range(0, 6).Select(i => $"{English} It was Bill {i}.")) + "\n\n" + French
            ),
            f => f.Rule.Id == "CL0010"
        );
    }

    [Fact]
    public void A_page_that_declares_its_language_is_known_by_it()
    {
        var found = Lint(
            "<html lang=\"fr\"><body><article><p>Le maire a dit : « Bravo »</p></article></body></html>",
            "a.html"
        );
        Assert.Equal("CL0010", Assert.Single(found).Rule.Id);
    }

    private static string? Foreign(string text, string path = "a.txt")
    {
        using var analysis = TestRules.Analyse(text, path);
        return analysis.Languages.Foreign;
    }

    private static IReadOnlyList<Copylint.Diagnostics.Diagnostic> Lint(string text, string path = "a.md") =>
        new Linter(TestRules.Catalog, new LintSettings()).Lint(DocumentParser.Parse(path, SourceText.FromText(text)));
}
