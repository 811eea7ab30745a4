using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Copylint.Language;

namespace Copylint.RuleCompiler;

/// <summary>
/// Makes the tagger's word list from the lexicon of Eric Brill's tagger (MIT licence), as the npm package <c>brill</c>
/// 3.1.0 holds it in <c>lib/words.js</c> and
/// <c>lib/tags.js</c>: the lower-case words with their tags, most frequent first, one letter a tag, sorted by their
/// bytes so that they are searched as they lie.
/// </summary>
internal static partial class PartsOfSpeech
{
    private static readonly Dictionary<string, char> Letters = new()
    {
        ["NN"] = 'N',
        ["NNS"] = 'S',
        ["VB"] = 'B',
        ["VBP"] = 'P',
        ["VBZ"] = 'Z',
        ["VBD"] = 'D',
        ["VBN"] = 'C',
        ["VBG"] = 'G',
        ["JJ"] = 'J',
        ["JJR"] = 'J',
        ["JJS"] = 'J',
        ["RB"] = 'R',
        ["RBR"] = 'R',
        ["RBS"] = 'R',
    };

    public static void Convert(string folder, string output)
    {
        var tags = Tag()
            .Matches(File.ReadAllText(Path.Combine(folder, "tags.js")))
            .Select(m => m.Groups[1].Value)
            .ToList();
        var words = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in Word().Matches(File.ReadAllText(Path.Combine(folder, "words.js"))))
        {
            var letters = new StringBuilder();
            foreach (
                var number in match
                    .Groups["tags"]
                    .Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            )
            {
                if (
                    int.Parse(number, CultureInfo.InvariantCulture) is var index
                    && index < tags.Count
                    && Letters.TryGetValue(tags[index], out var letter)
                    && !letters.ToString().Contains(letter)
                )
                    letters.Append(letter);
            }

            // What the shape of a word says by itself needs no entry.
            var word = match.Groups["word"].Value;
            if (letters.Length > 0 && PartOfSpeechTagger.Guess(word) != letters.ToString())
                words[word] = letters.ToString();
        }

        using var writer = new StreamWriter(output, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var (word, letters) in words)
            writer.WriteLine($"{word} {letters}");
    }

    [GeneratedRegex(@"^  ['""](.+)['""],?$", RegexOptions.Multiline)]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"^  ['""]?(?<word>[a-z][a-z'-]*[a-z])['""]?: (\[)?(?<tags>[0-9, ]+)\]?,?$",
        RegexOptions.Multiline
    )]
    private static partial Regex Word();
}
