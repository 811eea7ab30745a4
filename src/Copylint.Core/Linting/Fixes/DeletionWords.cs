using System.Buffers;
using Copylint.Storage;

namespace Copylint.Linting.Fixes;

/// <summary>The words that the gate of fixes decides by, read from <c>Data/deletions.txt</c>, where each has an example
/// that is run.</summary>
internal static class DeletionWords
{
    private static readonly Lazy<Dictionary<string, List<(string Phrase, string Example)>>> Sections = new(Read);

    // Most texts hold no phrase of a section, in whatever words: one pass says so.
    private static readonly Lazy<Dictionary<string, SearchValues<string>>> Phrases = new(() =>
        Sections.Value.ToDictionary(
            s => s.Key,
            s => SearchValues.Create([.. s.Value.Select(r => r.Phrase)], StringComparison.OrdinalIgnoreCase)
        )
    );

    /// <summary>The rows of a section: phrase and example.</summary>
    public static IReadOnlyList<(string Phrase, string Example)> Rows(string section) => Sections.Value[section];

    /// <summary>The names of the sections.</summary>
    public static IEnumerable<string> SectionNames => Sections.Value.Keys;

    /// <summary>Whether a path is that of a file which is no article by its name.</summary>
    public static bool NamesNoArticle(string path)
    {
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var stem = (dot > 0 ? name[..dot] : name).ToLowerInvariant();
        foreach (var (phrase, _) in Rows("files"))
        {
            if (phrase[^1] != '*' ? stem == phrase : IsStem(stem, phrase[..^1]))
                return true;
        }

        return false;
    }

    /// <summary>Whether one of a section's phrases stands in a text as whole words, in any case.</summary>
    public static bool Has(string section, ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(Phrases.Value[section]))
            return false;
        foreach (var (phrase, _) in Rows(section))
        {
            if (Find(text, phrase) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether a text is one of a section's phrases, in any case and marks at its ends apart.</summary>
    public static bool Is(string section, ReadOnlySpan<char> text)
    {
        int start = 0,
            end = text.Length;
        while (start < end && !char.IsLetterOrDigit(text[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
            end--;
        foreach (var (phrase, _) in Rows(section))
        {
            if (text[start..end].Equals(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether a text opens with one of a section's phrases and then a mark or a blank, marks before it
    /// apart.</summary>
    public static bool Opens(string section, ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
            start++;
        foreach (var (phrase, _) in Rows(section))
        {
            if (Find(text[start..], phrase) == 0)
                return true;
        }

        return false;
    }

    // "license-mit", "readme_de": the name, and after a mark what more it says.
    private static bool IsStem(string stem, string name) =>
        stem.StartsWith(name, StringComparison.Ordinal)
        && (stem.Length == name.Length || !char.IsLetter(stem[name.Length]));

    private static int Find(ReadOnlySpan<char> text, string phrase)
    {
        for (var at = 0; text[at..].IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is >= 0 and var found; )
        {
            int start = at + found,
                end = start + phrase.Length;
            if ((start == 0 || !char.IsLetter(text[start - 1])) && (end == text.Length || !char.IsLetter(text[end])))
                return start;
            at = start + 1;
        }

        return -1;
    }

    private static Dictionary<string, List<(string Phrase, string Example)>> Read()
    {
        var sections = new Dictionary<string, List<(string Phrase, string Example)>>(StringComparer.Ordinal);
        List<(string Phrase, string Example)> rows = [];
        foreach (var line in EmbeddedRows.Of("deletions.txt"))
        {
            if (line[0] == '[')
            {
                sections.Add(line.Trim('[', ']'), rows = []);
                continue;
            }

            var bar = line.IndexOf(" | ", StringComparison.Ordinal);
            rows.Add((line[..bar], line[(bar + 3)..]));
        }

        return sections;
    }
}
