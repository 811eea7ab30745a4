using Copylint.Text;

namespace Copylint.Language;

/// <summary>
/// The words that some list knows, each with a number and its classes. The tokeniser looks every word up once by the hash that it computed on the way,
/// so that later stages compare numbers instead of text. Immutable; safe for concurrent use.
/// </summary>
public sealed class Vocabulary
{
    // The words one after the other; word i ends where word i + 1 begins.
    private readonly string _text;
    private readonly int[] _starts;
    private readonly uint[] _hashes;
    private readonly WordClasses[] _classes;
    private readonly int[] _slots;
    private readonly uint _mask;

    internal Vocabulary(List<string> words, List<WordClasses> classes)
    {
        _text = string.Concat(words);
        _classes = [.. classes];
        _starts = new int[words.Count + 1];
        _hashes = new uint[words.Count];
        var size = 16;
        while (size < words.Count * 4)
            size *= 2;
        _slots = new int[size];
        _mask = (uint)size - 1;
        for (var id = 0; id < words.Count; id++)
        {
            _starts[id + 1] = _starts[id] + words[id].Length;
            if (id == 0)
                continue;
            _hashes[id] = HashOf(words[id]);
            var slot = _hashes[id] & _mask;
            while (_slots[slot] != 0)
                slot = (slot + 1) & _mask;
            _slots[slot] = id;
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal Vocabulary(ref BinaryDataReader reader)
    {
        _text = reader.Text();
        _starts = reader.Array<int>();
        _hashes = reader.Array<uint>();
        _classes = reader.Array<WordClasses>();
        _slots = reader.Array<int>();
        _mask = (uint)_slots.Length - 1;
    }

    internal const uint HashSeed = 2166136261;

    /// <summary>Number of words; word numbers run from 1 to this.</summary>
    public int Count => _classes.Length - 1;

    /// <summary>The folded form of a word: lower case, straight apostrophes.</summary>
    /// <param name="id">A word number, 1 or more.</param>
    public string this[int id] => _text[_starts[id].._starts[id + 1]];

    /// <summary>The classes of a word; none for 0.</summary>
    public WordClasses Classes(int id) => _classes[id];

    /// <summary>Whether the token's word belongs to at least one of the classes.</summary>
    public bool Is(in Token token, WordClasses classes) => (_classes[token.WordId] & classes) != 0;

    /// <summary>The number of a word in any case.</summary>
    /// <returns>0 when no list knows the word.</returns>
    public int Find(ReadOnlySpan<char> word) => Find(word, HashOf(word));

    /// <summary>One more character of the FNV-1a hash over folded UTF-16 code units.</summary>
    internal static uint Mix(uint hash, char folded) => (hash ^ folded) * 16777619;

    internal static char Fold(char c)
    {
        if (c < 128)
            return (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20) : c;
        return c is '’' or 'ʼ' ? '\'' : char.ToLowerInvariant(c);
    }

    internal int Find(ReadOnlySpan<char> word, uint hash)
    {
        for (var slot = hash & _mask; ; slot = (slot + 1) & _mask)
        {
            var id = _slots[slot];
            if (id == 0)
                return 0;
            if (_hashes[id] == hash && EqualsFolded(word, _text.AsSpan(_starts[id], _starts[id + 1] - _starts[id])))
                return id;
        }
    }

    internal static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = HashSeed;
        foreach (var c in word)
            hash = Mix(hash, Fold(c));
        return hash;
    }

    internal void Write(BinaryDataWriter writer)
    {
        writer.Text(_text);
        writer.Array(_starts);
        writer.Array(_hashes);
        writer.Array(_classes);
        writer.Array(_slots);
    }

    private static bool EqualsFolded(ReadOnlySpan<char> word, ReadOnlySpan<char> folded)
    {
        if (word.Length != folded.Length)
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (Fold(word[i]) != folded[i])
                return false;
        }

        return true;
    }
}

/// <summary>Collects words before a <see cref="Vocabulary"/> is made.</summary>
internal sealed class VocabularyBuilder
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _words = [""];
    private readonly List<WordClasses> _classes = [WordClasses.None];

    public VocabularyBuilder() => _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a word, or adds classes to it.</summary>
    /// <returns>Its number.</returns>
    public int Add(ReadOnlySpan<char> word, WordClasses classes = WordClasses.None)
    {
        Span<char> folded = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        for (var i = 0; i < word.Length; i++)
            folded[i] = Vocabulary.Fold(word[i]);
        if (!_lookup.TryGetValue(folded, out var id))
        {
            id = _words.Count;
            var text = folded.ToString();
            _ids.Add(text, id);
            _words.Add(text);
            _classes.Add(classes);
        }
        else
        {
            _classes[id] |= classes;
        }

        return id;
    }

    public Vocabulary Build() => new(_words, _classes);
}
