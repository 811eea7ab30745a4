namespace Copylint.Language;

/// <summary>
/// What must or must not stand right beside a listed word for it to count, and whether it must have the part of speech
/// that its list gives it: the <c>unless</c> and
/// <c>only</c> of a card or of an entry. A hyphen between two words is passed over.
/// </summary>
public sealed class Neighbours
{
    private readonly string[][] _words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>>[] _lookups;

    /// <summary>Collects the words; a match with one of the first two beside it does not count, and one that lacks all
    /// of the last two does not count either.</summary>
    /// <param name="unlessBefore">Words in any case.</param>
    /// <param name="unlessAfter">Words in any case.</param>
    /// <param name="onlyBefore">Words in any case; empty asks for nothing.</param>
    /// <param name="onlyAfter">Words in any case; empty asks for nothing.</param>
    /// <param name="beforeName">Whether a capitalised word must follow.</param>
    /// <param name="exactPart">Whether the word must be used as the part of speech that its list says.</param>
    public Neighbours(
        IReadOnlyList<string> unlessBefore,
        IReadOnlyList<string> unlessAfter,
        IReadOnlyList<string> onlyBefore,
        IReadOnlyList<string> onlyAfter,
        bool beforeName,
        bool exactPart
    )
    {
        _words =
        [
            [.. unlessBefore],
            [.. unlessAfter],
            [.. onlyBefore],
            [.. onlyAfter],
        ];
        _lookups = Array.ConvertAll(_words, w =>
            new HashSet<string>(w, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>()
        );
        IsBeforeName = beforeName;
        HasExactPart = exactPart;
    }

    /// <summary>A match with one of them before it does not count.</summary>
    public IReadOnlyList<string> UnlessBefore => _words[0];

    /// <summary>A match with one of them after it does not count.</summary>
    public IReadOnlyList<string> UnlessAfter => _words[1];

    /// <summary>One of them must stand before a match; empty asks for nothing.</summary>
    public IReadOnlyList<string> OnlyBefore => _words[2];

    /// <summary>One of them must stand after a match; empty asks for nothing.</summary>
    public IReadOnlyList<string> OnlyAfter => _words[3];

    /// <summary>Whether a capitalised word must follow.</summary>
    public bool IsBeforeName { get; }

    /// <summary>Whether the word must be used as the part of speech that its list says.</summary>
    public bool HasExactPart { get; }

    /// <summary>Whether the words right beside a match let it count.</summary>
    /// <param name="before">The word before it in its sentence; empty for none.</param>
    /// <param name="after">The word after it in its sentence; empty for none.</param>
    public bool Allow(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        !(before.Length > 0 && _lookups[0].Contains(before))
        && !(after.Length > 0 && _lookups[1].Contains(after))
        && (_words[2].Length == 0 || _lookups[2].Contains(before))
        && (_words[3].Length == 0 || _lookups[3].Contains(after));

    /// <summary>Reads what <see cref="ToString"/> wrote; null for null.</summary>
    internal static Neighbours? Parse(string? text)
    {
        if (text is null)
            return null;
        var parts = text.Split('\n');
        return new Neighbours(
            Words(parts[0]),
            Words(parts[1]),
            Words(parts[2]),
            Words(parts[3]),
            parts[4].Contains('n'),
            parts[4].Contains('e')
        );

        static string[] Words(string part) => part.Split('\t', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>All words in one text, for a compiled catalog.</summary>
    public override string ToString() =>
        $"{string.Join('\n', _words.Select(w => string.Join('\t', w)))}\n{(IsBeforeName ? "n" : "")}{(HasExactPart ? "e" : "")}";
}
