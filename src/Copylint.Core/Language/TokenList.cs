using System.Buffers;

namespace Copylint.Language;

/// <summary>A growing array of tokens from the shared pool.</summary>
internal sealed class TokenList : IDisposable
{
    private Token[] _items;

    public TokenList(int capacity) => _items = ArrayPool<Token>.Shared.Rent(Math.Max(capacity, 16));

    public int Count { get; private set; }

    public ReadOnlySpan<Token> Items => _items.AsSpan(0, Count);

    public void Add(in Token token)
    {
        if (Count == _items.Length)
            Grow();
        _items[Count++] = token;
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

    private void Grow()
    {
        var larger = ArrayPool<Token>.Shared.Rent(_items.Length * 2);
        _items.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<Token>.Shared.Return(_items);
        _items = larger;
    }
}
