using Copylint.Cards;
using Copylint.Language;
using Copylint.Tests.Support;
using Xunit.Abstractions;

namespace Copylint.Tests.Language;

/// <summary>
/// Words that can be several parts of speech, each in a sentence that decides: the hardest words there are, so that the
/// share here is below that over running text.
/// A letter before each sentence says what the marked word is: N noun, V verb, A adjective, R adverb.
/// </summary>
public sealed class PartOfSpeechTests(ITestOutputHelper output)
{
    private const double LeastAccuracy = 0.93;

    [Fact]
    public void Most_homographs_are_told_apart()
    {
        var rows = File.ReadAllLines(TestRules.TestFile("Language/parts-of-speech.txt"));
        var wrong = new List<string>();
        foreach (var row in rows)
        {
            Assert.Null(MarkedText.TryParse(row[2..], out var marked));
            using var analysis = TestRules.Analyse(marked.Text);
            var token = -1;
            for (var i = 0; i < analysis.Tokens.Length && token < 0; i++)
                token = analysis.Tokens[i].Start == marked.Spans[0].Start ? i : -1;
            var expected = row[0] switch
            {
                'N' => PartOfSpeech.Noun,
                'V' => PartOfSpeech.Verb,
                'A' => PartOfSpeech.Adjective,
                _ => PartOfSpeech.Adverb,
            };
            var found = analysis.PartOfSpeechAt(token);
            if (found != expected)
                wrong.Add($"{row} -> {found}");
        }

        var accuracy = 1 - (double)wrong.Count / rows.Length;
        output.WriteLine($"{rows.Length - wrong.Count} of {rows.Length}: {accuracy:P1}");
        Assert.True(accuracy >= LeastAccuracy, string.Join('\n', wrong));
    }

    [Fact]
    public void Sentences_of_any_length_are_tagged()
    {
        using var analysis = TestRules.Analyse(string.Concat(Enumerable.Repeat("the report, ", 500)));
        Assert.Equal(PartOfSpeech.Noun, analysis.PartOfSpeechAt(analysis.Tokens.Length - 2));
        using var odd = TestRules.Analyse($"{new string('x', 200)} — 😀 #tag U.S. naïve-té 10%");
        for (var i = 0; i < odd.Tokens.Length; i++)
            odd.PartOfSpeechAt(i);
    }
}
