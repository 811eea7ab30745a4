using Copylint.Storage;

namespace Copylint.Language;

/// <summary>The transitions of an automaton: from a state and a word to a state. A hash table in two arrays, written to
/// and read from a file as they are.</summary>
internal sealed class TransitionTable
{
    private readonly long[] _keys;
    private readonly int[] _states;
    private readonly int _shift;

    public TransitionTable(Dictionary<long, int> transitions)
    {
        var bits = 4;
        while (1 << bits < transitions.Count * 2)
            bits++;
        _keys = new long[1 << bits];
        _states = new int[1 << bits];
        _shift = 64 - bits;
        foreach (var (key, state) in transitions)
        {
            var slot = Slot(key);
            while (_states[slot] != 0)
                slot = (slot + 1) & (_keys.Length - 1);
            _keys[slot] = key;
            _states[slot] = state;
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public TransitionTable(ref BinaryDataReader reader)
    {
        _keys = reader.Array<long>();
        _states = reader.Array<int>();
        _shift = 64 - int.Log2(_keys.Length);
    }

    /// <summary>The state that a word leads to; 0, the start, when there is no such transition.</summary>
    public int Find(int state, int word)
    {
        var key = LexiconAutomaton.Key(state, word);
        for (var slot = Slot(key); _states[slot] != 0; slot = (slot + 1) & (_keys.Length - 1))
        {
            if (_keys[slot] == key)
                return _states[slot];
        }

        return 0;
    }

    /// <summary>For each state a mask of the words that lead on from it, a bit for each by their number modulo
    /// 32.</summary>
    public uint[] LeadsOn(int states)
    {
        var masks = new uint[states];
        for (var slot = 0; slot < _keys.Length; slot++)
        {
            if (_states[slot] != 0)
                masks[_keys[slot] >> 32] |= 1u << (int)_keys[slot];
        }

        return masks;
    }

    public void Write(BinaryDataWriter writer)
    {
        writer.Array(_keys);
        writer.Array(_states);
    }

    /// <summary>Fibonacci hashing: the upper bits of the product spread keys over a table (Knuth, The Art of Computer
    /// Programming 3, 6.4).</summary>
    internal static ulong Spread(ulong key) => unchecked(key * 0x9E3779B97F4A7C15UL);

    private int Slot(long key) => (int)(Spread((ulong)key) >> _shift);
}
