using System.Buffers;
using System.Runtime.CompilerServices;

namespace Copylint.Language;

/// <summary>A growing array of tokens from the shared pool.</summary>
internal sealed class TokenList : IDisposable
{
    private Token[] _items;

    public TokenList(int capacity) => _items = ArrayPool<Token>.Shared.Rent(Math.Max(capacity, 16));

    public int Count { get; private set; }

    public ReadOnlySpan<Token> Items => _items.AsSpan(0, Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in Token token)
    {
        var items = _items;
        var count = Count;
        if ((uint)count >= (uint)items.Length)
            items = Grow();
        items[count] = token;
        Count = count + 1;
    }

    public void Clear() => Count = 0;

    public void Dispose()
    {
        var items = _items;
        _items = [];
        Count = 0;
        if (items.Length > 0)
            ArrayPool<Token>.Shared.Return(items);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Token[] Grow()
    {
        var larger = ArrayPool<Token>.Shared.Rent(_items.Length * 2);
        _items.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<Token>.Shared.Return(_items);
        return _items = larger;
    }
}
