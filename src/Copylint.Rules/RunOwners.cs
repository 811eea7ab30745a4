using System.Buffers;

namespace Copylint.Rules;

/// <summary>The first sentence of each run of words, by the run's hash: a table with open addresses in rented arrays,
/// which grows with the runs that differ.</summary>
internal sealed class RunOwners : IDisposable
{
    // What a long article fills half; it need not grow for one.
    private const int FirstSize = 1 << 14;
    private int[] _hashes;
    private int[] _owners;
    private int _size = 64;
    private int _count;

    /// <param name="expected">How many runs there can be.</param>
    public RunOwners(int expected)
    {
        while (_size < expected * 2L && _size < FirstSize)
            _size *= 2;
        (_hashes, _owners) = Rent();
    }

    /// <summary>The sentence that had a run first; from now on the given one where none had.</summary>
    /// <param name="hash">Not 0.</param>
    /// <param name="sentence">The sentence that has it now.</param>
    public int FirstOf(int hash, int sentence)
    {
        var slot = SlotOf(hash);
        if (_hashes[slot] == hash)
            return _owners[slot];
        if (_count * 2 >= _size)
        {
            Grow();
            slot = SlotOf(hash);
        }

        _count++;
        _hashes[slot] = hash;
        return _owners[slot] = sentence;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_hashes);
        ArrayPool<int>.Shared.Return(_owners);
        (_hashes, _owners, _size) = ([], [], 0);
    }

    private int SlotOf(int hash)
    {
        var mask = _size - 1;
        var slot = unchecked((int)((uint)hash * 2654435769u >> 7)) & mask;
        while (_hashes[slot] != 0 && _hashes[slot] != hash)
            slot = (slot + 1) & mask;
        return slot;
    }

    private (int[] Hashes, int[] Owners) Rent()
    {
        var hashes = ArrayPool<int>.Shared.Rent(_size);
        Array.Clear(hashes, 0, _size);
        return (hashes, ArrayPool<int>.Shared.Rent(_size));
    }

    private void Grow()
    {
        var (hashes, owners, size) = (_hashes, _owners, _size);
        _size *= 2;
        (_hashes, _owners) = Rent();
        for (var i = 0; i < size; i++)
        {
            if (hashes[i] == 0)
                continue;
            var slot = SlotOf(hashes[i]);
            (_hashes[slot], _owners[slot]) = (hashes[i], owners[i]);
        }

        ArrayPool<int>.Shared.Return(hashes);
        ArrayPool<int>.Shared.Return(owners);
    }
}
