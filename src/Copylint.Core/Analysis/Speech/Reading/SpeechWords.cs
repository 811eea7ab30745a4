using System.Collections.Frozen;
using Copylint.Storage;

namespace Copylint.Analysis.Speech.Reading;

/// <summary>
/// The words by which attributions are read, beside the verbs and nouns of the lexicons: the rows of
/// <c>speech-words.txt</c>, each with what it is for and a sentence that is
/// read otherwise without the word. Immutable.
/// </summary>
internal sealed class SpeechWords
{
    private static readonly Lazy<SpeechWords> Shipped = new(() => new SpeechWords(Rows()));

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>[] _groups;

    /// <summary>Collects the words of rows.</summary>
    public SpeechWords(IEnumerable<SpeechRow> rows)
    {
        var words = rows.ToLookup(r => r.Group, r => r.Word);
        _groups =
        [
            .. Enum.GetValues<SpeechGroup>()
                .Select(g => words[g].ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>()),
        ];
    }

    /// <summary>The words that the program is built with.</summary>
    public static SpeechWords All => Shipped.Value;

    /// <summary>Whether a group holds a word, as it is written.</summary>
    public bool Has(SpeechGroup group, ReadOnlySpan<char> word) => _groups[(int)group].Contains(word);

    /// <summary>The rows that the program is built with, a word each.</summary>
    /// <exception cref="InvalidDataException">A line has no three parts, or names no group.</exception>
    public static IReadOnlyList<SpeechRow> Rows()
    {
        var rows = new List<SpeechRow>();
        foreach (var line in EmbeddedRows.Of("speech-words.txt"))
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            if (parts.Length != 3 || !Enum.TryParse<SpeechGroup>(parts[0], out var group))
                throw new InvalidDataException($"no row of words: {line}");
            foreach (var word in parts[1].Split(' '))
                rows.Add(new SpeechRow(group, word, parts[2].Replace("{}", word).Replace("\\n", "\n")));
        }

        return rows;
    }
}
