namespace Copylint.Language;

/// <summary>
/// What must or must not stand beside or near a listed word for it to count, and whether it must have the part of
/// speech that its list gives it: the <c>unless</c> and <c>only</c> of a card or of an entry. A hyphen between two
/// words is passed over.
/// </summary>
public sealed class Neighbours
{
    private const int Lists = 7;

    private readonly string[][] _words = new string[Lists][];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>>[] _lookups =
        new HashSet<string>.AlternateLookup<ReadOnlySpan<char>>[Lists];

    /// <summary>Asks for nothing.</summary>
    public Neighbours()
    {
        for (var list = 0; list < Lists; list++)
            Set(list, []);
    }

    /// <summary>A match with one of them before it does not count; words in any case, as in the other lists.</summary>
    public IReadOnlyList<string> UnlessBefore
    {
        get => _words[0];
        init => Set(0, value);
    }

    /// <summary>A match with one of them after it does not count.</summary>
    public IReadOnlyList<string> UnlessAfter
    {
        get => _words[1];
        init => Set(1, value);
    }

    /// <summary>One of them must stand before a match; empty asks for nothing.</summary>
    public IReadOnlyList<string> OnlyBefore
    {
        get => _words[2];
        init => Set(2, value);
    }

    /// <summary>One of them must stand after a match; empty asks for nothing.</summary>
    public IReadOnlyList<string> OnlyAfter
    {
        get => _words[3];
        init => Set(3, value);
    }

    /// <summary>A match with one of them among the next words of its sentence does not count: what a verb is done to,
    /// or done with.</summary>
    public IReadOnlyList<string> UnlessSoonAfter
    {
        get => _words[4];
        init => Set(4, value);
    }

    /// <summary>A match in a passage with one of them does not count: what the passage is about gives the word another
    /// sense.</summary>
    public IReadOnlyList<string> UnlessNear
    {
        get => _words[5];
        init => Set(5, value);
    }

    /// <summary>One of them must stand in the passage of a match; empty asks for nothing.</summary>
    public IReadOnlyList<string> OnlyNear
    {
        get => _words[6];
        init => Set(6, value);
    }

    /// <summary>Whether a capitalised word must follow.</summary>
    public bool IsBeforeName { get; init; }

    /// <summary>Whether a match right before a noun does not count: it only describes that noun.</summary>
    public bool IsNotBeforeNoun { get; init; }

    /// <summary>Whether the word must be used as the part of speech that its list says.</summary>
    public bool HasExactPart { get; init; }

    /// <summary>Whether anything is asked of the passage around a match.</summary>
    public bool AsksForPassage => _words[5].Length + _words[6].Length > 0;

    /// <summary>Whether the words right beside a match let it count.</summary>
    /// <param name="before">The word before it in its sentence; empty for none.</param>
    /// <param name="after">The word after it in its sentence; empty for none.</param>
    public bool Allow(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        !(before.Length > 0 && _lookups[0].Contains(before))
        && !(after.Length > 0 && _lookups[1].Contains(after))
        && (_words[2].Length == 0 || _lookups[2].Contains(before))
        && (_words[3].Length == 0 || _lookups[3].Contains(after));

    /// <summary>Whether a word soon after a match lets it count.</summary>
    /// <param name="word">One of the words after it.</param>
    public bool AllowSoonAfter(ReadOnlySpan<char> word) => _words[4].Length == 0 || !_lookups[4].Contains(word);

    /// <summary>Whether a word is one that the passage must not hold.</summary>
    /// <param name="word">A word of the passage.</param>
    public bool IsBarredNear(ReadOnlySpan<char> word) => _words[5].Length > 0 && _lookups[5].Contains(word);

    /// <summary>Whether a word is one of which the passage must hold one.</summary>
    /// <param name="word">A word of the passage.</param>
    public bool IsNeededNear(ReadOnlySpan<char> word) => _words[6].Length > 0 && _lookups[6].Contains(word);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for null.</summary>
    internal static Neighbours? Parse(string? text)
    {
        if (text is null)
            return null;
        var parts = text.Split('\n');
        var flags = parts[Lists];
        var neighbours = new Neighbours
        {
            IsBeforeName = flags.Contains('n'),
            IsNotBeforeNoun = flags.Contains('b'),
            HasExactPart = flags.Contains('e'),
        };
        for (var list = 0; list < Lists; list++)
            neighbours.Set(list, parts[list].Split('\t', StringSplitOptions.RemoveEmptyEntries));
        return neighbours;
    }

    /// <summary>All words in one text, for a compiled catalog.</summary>
    public override string ToString() =>
        string.Join('\n', _words.Select(w => string.Join('\t', w)))
        + $"\n{(IsBeforeName ? "n" : "")}{(IsNotBeforeNoun ? "b" : "")}{(HasExactPart ? "e" : "")}";

    private void Set(int list, IReadOnlyList<string> words)
    {
        _words[list] = [.. words];
        _lookups[list] = new HashSet<string>(words, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<
            ReadOnlySpan<char>
        >();
    }
}
