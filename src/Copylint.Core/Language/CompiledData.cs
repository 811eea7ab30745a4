using System.Runtime.InteropServices;
using System.Text;

namespace Copylint.Language;

/// <summary>Writes compiled rules: numbers, texts, and arrays as they lie in memory, in the byte order of the machines that run them (little endian).</summary>
internal sealed class CompiledWriter : IDisposable
{
    private readonly MemoryStream _bytes = new();

    public void Dispose() => _bytes.Dispose();

    public byte[] ToArray() => _bytes.ToArray();

    public void Number(int value) => _bytes.Write(MemoryMarshal.AsBytes([value]));

    public void Text(string? text)
    {
        Number(text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        if (text is not null)
            _bytes.Write(Encoding.UTF8.GetBytes(text));
    }

    public void Texts(IReadOnlyCollection<string> texts)
    {
        Number(texts.Count);
        foreach (var text in texts)
            Text(text);
    }

    public void Array<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        Number(items.Length);
        _bytes.Write(MemoryMarshal.AsBytes(items));
    }

    public void Array<T>(T[] items)
        where T : unmanaged => Array<T>(items.AsSpan());
}

/// <summary>Reads what a <see cref="CompiledWriter"/> wrote, in the same order.</summary>
internal ref struct CompiledReader(ReadOnlySpan<byte> bytes)
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
    public string Text() => OptionalText() ?? throw new InvalidDataException("the compiled rules lack a text");

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
        var items = new T[Number()];
        var length = items.Length * System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        _rest[..length].CopyTo(MemoryMarshal.AsBytes(items.AsSpan()));
        _rest = _rest[length..];
        return items;
    }
}
