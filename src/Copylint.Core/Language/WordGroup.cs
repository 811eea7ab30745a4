using System.Reflection;
using Copylint.Storage;

namespace Copylint.Language;

/// <summary>A named group of words in a file of rows "name: words"; case does not matter.</summary>
internal sealed class WordGroup
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;

    private WordGroup(string[] words)
    {
        Words = words;
        var places = new Dictionary<string, int>(words.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var word in words)
            places.TryAdd(word, places.Count);
        _words = places.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Whether a word is one of the group.</summary>
    public bool Has(ReadOnlySpan<char> word) => _words.ContainsKey(word);

    /// <summary>The place of a word in its group, or -1.</summary>
    public int IndexOf(ReadOnlySpan<char> word) => _words.TryGetValue(word, out var place) ? place : -1;

    /// <summary>
    /// Reads all groups of a file that the program is built with. A row's words are parted by blanks, or by commas
    /// where it holds one. Groups are found by their names without hyphens, in any case: as the members that hold
    /// them are named.
    /// </summary>
    /// <param name="file">The name that the project gives the file.</param>
    /// <param name="assembly">The assembly that holds it; null for the core.</param>
    public static Dictionary<string, WordGroup> ReadAll(string file, Assembly? assembly = null)
    {
        var groups = new Dictionary<string, WordGroup>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in EmbeddedRows.Of(file, assembly))
        {
            var colon = line.IndexOf(':');
            var words = line[(colon + 1)..]
                .Split(
                    line.Contains(',') ? ',' : ' ',
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                );
            groups.Add(line[..colon].Replace("-", ""), new WordGroup(words));
        }

        return groups;
    }
}
