namespace Copylint.Language;

/// <summary>
/// A list of words that the program is built with, sorted by their bytes, one a line, with letters after a blank where
/// the list tells more of them. It is searched as it lies, so that a run that never asks pays nothing.
/// Immutable; safe for concurrent use.
/// </summary>
internal sealed class SortedWords
{
    private const int Letters = 26;

    private readonly byte[] _lines;

    // Where the words of each two first letters begin.
    private readonly int[] _pairs;

    private SortedWords(byte[] lines)
    {
        _lines = lines;
        _pairs = MakePairs();
    }

    /// <summary>The list of a file.</summary>
    /// <param name="resource">The name that the project gives the file.</param>
    public static SortedWords Of(string resource)
    {
        using var stream = typeof(SortedWords).Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new SortedWords(bytes);
    }

    /// <summary>Whether the list holds a word of lower case.</summary>
    public bool Has(ReadOnlySpan<char> word) => TryFind(word, out _);

    /// <summary>The letters of a word of lower case; empty where the list does not hold it.</summary>
    public ReadOnlySpan<byte> Find(ReadOnlySpan<char> word) => TryFind(word, out var letters) ? letters : [];

    // Binary search over the sorted lines "word letters\n", among those of the word's first two letters.
    private bool TryFind(ReadOnlySpan<char> word, out ReadOnlySpan<byte> letters)
    {
        int low = 0,
            high = _lines.Length;
        if (word.Length > 2 && char.IsAsciiLetterLower(word[0]) && char.IsAsciiLetterLower(word[1]))
        {
            var pair = (word[0] - 'a') * Letters + word[1] - 'a';
            (low, high) = (_pairs[pair], _pairs[pair + 1]);
        }

        letters = [];
        var place = PlaceOf(word, low, high);
        if (place >= high || Compare(word, _lines.AsSpan(place)) != 0)
            return false;
        var line = _lines.AsSpan(place);
        line = line[..line.IndexOf((byte)'\n')];
        letters = line.Length > word.Length ? line[(word.Length + 1)..] : [];
        return true;
    }

    // The first line from low on whose word does not come before the word.
    private int PlaceOf(ReadOnlySpan<char> word, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) / 2;
            while (middle > low && _lines[middle - 1] != '\n')
                middle--;
            var line = _lines.AsSpan(middle);
            if (Compare(word, line) <= 0)
                high = middle;
            else
                low = middle + line.IndexOf((byte)'\n') + 1;
        }

        return low;
    }

    // Every list holds words of two letters or more.
    private int[] MakePairs()
    {
        var pairs = new int[Letters * Letters + 1];
        var filled = 0;
        for (var line = 0; line < _lines.Length; line += _lines.AsSpan(line).IndexOf((byte)'\n') + 1)
        {
            var reached = (_lines[line] - 'a') * Letters + Math.Max(0, _lines[line + 1] - 'a' + 1);
            for (; filled < reached; filled++)
                pairs[filled] = line;
        }

        pairs.AsSpan(filled).Fill(_lines.Length);
        return pairs;
    }

    // A word against the one that begins a line: a blank or the end of the line ends it.
    private static int Compare(ReadOnlySpan<char> word, ReadOnlySpan<byte> line)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (line[i] <= ' ')
                return 1;
            if (word[i] != line[i])
                return word[i] - line[i];
        }

        return line[word.Length] <= ' ' ? 0 : -1;
    }
}
