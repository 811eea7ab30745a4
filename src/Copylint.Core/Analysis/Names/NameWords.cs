using System.Collections.Frozen;
using Copylint.Storage;

namespace Copylint.Analysis.Names;

/// <summary>The words by which names are read: the rows of <c>name-words.txt</c>. Immutable.</summary>
internal sealed class NameWords
{
    private static readonly Lazy<NameWords> Shipped = new(() => new NameWords(Rows()));

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>[] _groups;

    /// <summary>Collects the words of rows.</summary>
    public NameWords(IEnumerable<NameRow> rows)
    {
        var words = rows.ToLookup(r => r.Group, r => r.Word);
        _groups =
        [
            .. Enum.GetValues<NameGroup>()
                .Select(g => words[g].ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>()),
        ];
    }

    /// <summary>The words that the program is built with.</summary>
    public static NameWords All => Shipped.Value;

    /// <summary>Whether a group holds a word, as it is written.</summary>
    public bool Has(NameGroup group, ReadOnlySpan<char> word) => _groups[(int)group].Contains(word);

    /// <summary>The rows that the program is built with, a word each.</summary>
    /// <exception cref="InvalidDataException">A line has no three parts, or names no group.</exception>
    public static IReadOnlyList<NameRow> Rows()
    {
        var rows = new List<NameRow>();
        foreach (var line in EmbeddedRows.Of("name-words.txt"))
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            if (parts.Length != 3 || !Enum.TryParse<NameGroup>(parts[0], out var group))
                throw new InvalidDataException($"no row of words: {line}");
            foreach (var word in parts[1].Split(' '))
                rows.Add(new NameRow(group, word, parts[2].Replace("{}", word)));
        }

        return rows;
    }
}
