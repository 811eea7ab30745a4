using System.Runtime.InteropServices;
using System.Text;

namespace Copylint.Storage;

/// <summary>Reads what a <see cref="BinaryDataWriter"/> wrote, in the same order.</summary>
internal ref struct BinaryDataReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public int Number()
    {
        var value = MemoryMarshal.Read<int>(_rest);
        _rest = _rest[sizeof(int)..];
        return value;
    }

    /// <summary>A text that cannot be missing.</summary>
    /// <exception cref="InvalidDataException">It is.</exception>
    public string Text() => OptionalText() ?? throw new InvalidDataException("a text is missing");

    public string? OptionalText()
    {
        var length = Number();
        if (length < 0)
            return null;
        var text = Encoding.UTF8.GetString(_rest[..length]);
        _rest = _rest[length..];
        return text;
    }

    public string[] Texts()
    {
        var texts = new string[Number()];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Text();
        return texts;
    }

    public T[] Array<T>()
        where T : unmanaged
    {
        var items = GC.AllocateUninitializedArray<T>(Number());
        var length = items.Length * System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        _rest[..length].CopyTo(MemoryMarshal.AsBytes(items.AsSpan()));
        _rest = _rest[length..];
        return items;
    }
}
