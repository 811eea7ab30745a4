using Copylint.Storage;

namespace Copylint.Language;

/// <summary>
/// The words that some list knows, each with a number and its classes. The tokeniser looks every word up once by the
/// key that it computed on the way, so that later
/// stages compare numbers instead of text. Immutable; safe for concurrent use.
/// </summary>
public sealed class Vocabulary
{
    /// <summary>The longest word whose key holds all its letters.</summary>
    internal const int MaxPacked = 12;

    private const ulong Hashed = 1UL << 63;

    // The words one after the other; word i ends where word i + 1 begins.
    private readonly string _text;
    private readonly int[] _starts;
    private readonly WordClasses[] _classes;
    private readonly ulong[] _keys;
    private readonly int[] _words;
    private readonly int _shift;

    internal Vocabulary(List<string> words, List<WordClasses> classes)
    {
        _text = string.Concat(words);
        _classes = [.. classes];
        _starts = new int[words.Count + 1];
        var bits = 4;
        while (1 << bits < words.Count * 2)
            bits++;
        _keys = new ulong[1 << bits];
        _words = new int[1 << bits];
        _shift = 64 - bits;
        for (var id = 0; id < words.Count; id++)
        {
            _starts[id + 1] = _starts[id] + words[id].Length;
            if (id == 0)
                continue;
            var key = KeyOf(words[id]);
            var slot = Slot(key);
            while (_words[slot] != 0)
                slot = (slot + 1) & (_words.Length - 1);
            (_keys[slot], _words[slot]) = (key, id);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal Vocabulary(ref BinaryDataReader reader)
    {
        _text = reader.Text();
        _starts = reader.Array<int>();
        _classes = reader.Array<WordClasses>();
        _keys = reader.Array<ulong>();
        _words = reader.Array<int>();
        _shift = 64 - int.Log2(_keys.Length);
    }

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
    public int Find(ReadOnlySpan<char> word)
    {
        var key = KeyOf(word);
        if ((key & Hashed) == 0)
            return Find(key);
        for (var slot = Slot(key); _words[slot] is not 0 and var id; slot = (slot + 1) & (_words.Length - 1))
        {
            if (_keys[slot] == key && EqualsFolded(word, _text.AsSpan(_starts[id], _starts[id + 1] - _starts[id])))
                return id;
        }

        return 0;
    }

    /// <summary>The number of the word whose letters a key holds; 0 when no list knows it.</summary>
    internal int Find(ulong packed)
    {
        for (var slot = Slot(packed); _keys[slot] != 0; slot = (slot + 1) & (_keys.Length - 1))
        {
            if (_keys[slot] == packed)
                return _words[slot];
        }

        return 0;
    }

    /// <summary>A key with one more letter: five bits each for a to z in either case.</summary>
    internal static ulong Pack(ulong key, char letter) => key << 5 | (letter & 31u);

    /// <summary>A key with one more apostrophe.</summary>
    internal static ulong PackApostrophe(ulong key) => key << 5 | 27;

    /// <summary>A key with one more full stop.</summary>
    internal static ulong PackStop(ulong key) => key << 5 | 28;

    /// <summary>
    /// The key of a word in any case: its letters themselves where it is of at most <see cref="MaxPacked"/> letters a
    /// to z, apostrophes and full stops, or else the FNV-1a hash
    /// of its folded UTF-16 code units with the highest bit set.
    /// </summary>
    internal static ulong KeyOf(ReadOnlySpan<char> word)
    {
        if (word.Length <= MaxPacked)
        {
            var key = 0UL;
            foreach (var c in word)
            {
                if (char.IsAsciiLetter(c))
                    key = Pack(key, c);
                else if (Fold(c) == '\'')
                    key = PackApostrophe(key);
                else if (c == '.')
                    key = PackStop(key);
                else
                    return HashOf(word);
            }

            return key;
        }

        return HashOf(word);
    }

    internal static char Fold(char c)
    {
        if (c < 128)
            return (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20) : c;
        return c is '’' or 'ʼ' ? '\'' : char.ToLowerInvariant(c);
    }

    internal void Write(BinaryDataWriter writer)
    {
        writer.Text(_text);
        writer.Array(_starts);
        writer.Array(_classes);
        writer.Array(_keys);
        writer.Array(_words);
    }

    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
            hash = (hash ^ Fold(c)) * 1099511628211UL;
        return hash | Hashed;
    }

    private int Slot(ulong key) => (int)(TransitionTable.Spread(key) >> _shift);

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
