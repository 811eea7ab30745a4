using System.Buffers;
using Copylint.Storage;

namespace Copylint.Documents.Top;

/// <summary>The phrases of <c>genres.txt</c> by the place that they stand in.</summary>
internal static class GenreWords
{
    private static readonly Lazy<Dictionary<string, List<GenreRow>>> Places = new(Read);

    // Most texts hold no phrase of a place, in whatever words: one pass says so.
    private static readonly Lazy<Dictionary<string, SearchValues<string>>> Phrases = new(() =>
        Places.Value.ToDictionary(
            p => p.Key,
            p => SearchValues.Create([.. p.Value.Select(r => r.Phrase)], StringComparison.OrdinalIgnoreCase)
        )
    );

    /// <summary>All rows.</summary>
    public static IEnumerable<(string Place, GenreRow Row)> All =>
        Places.Value.SelectMany(p => p.Value.Select(row => (p.Key, row)));

    /// <summary>The genre of a text that is a phrase of a place; null for any other.</summary>
    public static Genre? Equal(string place, ReadOnlySpan<char> text)
    {
        text = text.Trim();
        foreach (var row in Places.Value[place])
        {
            if (text.Equals(row.Phrase, StringComparison.OrdinalIgnoreCase))
                return row.Genre;
        }

        return null;
    }

    /// <summary>The genre of a text that begins with a phrase of a place.</summary>
    public static Genre? Begins(string place, ReadOnlySpan<char> text)
    {
        text = text.Trim();
        foreach (var row in Places.Value[place])
        {
            if (text.StartsWith(row.Phrase, StringComparison.OrdinalIgnoreCase) && IsBorder(text, row.Phrase.Length))
                return row.Genre;
        }

        return null;
    }

    /// <summary>The genre of a text that begins or ends with a phrase of a place; of several the first in the
    /// file.</summary>
    public static Genre? Bounds(string place, ReadOnlySpan<char> text)
    {
        text = text.Trim();
        foreach (var row in Places.Value[place])
        {
            var begins =
                text.StartsWith(row.Phrase, StringComparison.OrdinalIgnoreCase) && IsBorder(text, row.Phrase.Length);
            var ends =
                text.EndsWith(row.Phrase, StringComparison.OrdinalIgnoreCase)
                && IsBorder(text, text.Length - row.Phrase.Length - 1);
            if (begins || ends)
                return row.Genre;
        }

        return null;
    }

    /// <summary>The genre of a text that holds a phrase of a place, and where that stands; of several the first in the
    /// file.</summary>
    public static (Genre Genre, int At)? Holds(string place, ReadOnlySpan<char> text)
    {
        var rows = Places.Value[place];
        var phrases = Phrases.Value[place];
        var best = rows.Count;
        var found = 0;
        for (var at = 0; text[at..].IndexOfAny(phrases) is >= 0 and var next; at++)
        {
            at += next;
            // Phrases are whole words.
            if (!IsBorder(text, at - 1))
                continue;
            for (var i = 0; i < best; i++)
            {
                var phrase = rows[i].Phrase;
                if (
                    text[at..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
                    && IsBorder(text, at + phrase.Length)
                )
                    (best, found) = (i, at);
            }
        }

        return best < rows.Count ? (rows[best].Genre, found) : null;
    }

    private static bool IsBorder(ReadOnlySpan<char> text, int at) =>
        at < 0 || at >= text.Length || !(char.IsLetterOrDigit(text[at]) || text[at] is '\'' or '’');

    private static Dictionary<string, List<GenreRow>> Read()
    {
        var places = new Dictionary<string, List<GenreRow>>(StringComparer.Ordinal);
        foreach (var line in EmbeddedRows.Of("genres.txt"))
        {
            var space = line.IndexOf(' ');
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var equals = line.IndexOf(" = ", StringComparison.Ordinal);
            var place = line[(space + 1)..colon];
            if (!places.TryGetValue(place, out var rows))
                places.Add(place, rows = []);
            rows.Add(
                new GenreRow(
                    Enum.Parse<Genre>(line[..space], ignoreCase: true),
                    line[(colon + 2)..equals],
                    line[(equals + 3)..]
                )
            );
        }

        return places;
    }
}

/// <summary>A phrase that tells a genre.</summary>
/// <param name="Genre">The genre.</param>
/// <param name="Phrase">The phrase.</param>
/// <param name="Example">A text of its place that holds it.</param>
internal sealed record GenreRow(Genre Genre, string Phrase, string Example);
