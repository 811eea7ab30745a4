using System.Runtime.CompilerServices;
using Copylint.Storage;

namespace Copylint.Language;

/// <summary>Words by what they do in the reading of copy: the rows of a file that the program is built with, each with
/// an example that is read otherwise without the word. Immutable.</summary>
/// <typeparam name="TGroup">What words can do; its values run from 0 without gaps.</typeparam>
/// <param name="rows">The words.</param>
internal abstract class GroupedWords<TGroup>(IEnumerable<GroupedWord<TGroup>> rows)
    where TGroup : struct, Enum
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>>[] _groups = GroupsOf(rows);

    /// <summary>Whether a group holds a word, as it is written.</summary>
    public bool Has(TGroup group, ReadOnlySpan<char> word) =>
        _groups[Unsafe.BitCast<TGroup, int>(group)].Contains(word);

    /// <summary>The rows of a file, a word each: "Group | words | example", in which "{}" is the word and "\n" a line
    /// break.</summary>
    /// <param name="file">The name that the project gives the file.</param>
    /// <exception cref="InvalidDataException">A line has no three parts, or names no group.</exception>
    protected static IReadOnlyList<GroupedWord<TGroup>> RowsOf(string file)
    {
        var rows = new List<GroupedWord<TGroup>>();
        foreach (var line in EmbeddedRows.Of(file))
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            if (parts.Length != 3 || !Enum.TryParse<TGroup>(parts[0], out var group))
                throw new InvalidDataException($"no row of words: {line}");
            foreach (var word in parts[1].Split(' '))
                rows.Add(new(group, word, parts[2].Replace("{}", word).Replace("\\n", "\n")));
        }

        return rows;
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>>[] GroupsOf(IEnumerable<GroupedWord<TGroup>> rows)
    {
        var words = rows.ToLookup(r => r.Group, r => r.Word);
        return
        [
            .. Enum.GetValues<TGroup>()
                .Select(g => words[g].ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>()),
        ];
    }
}
