using System.Runtime.InteropServices;
using System.Text;

namespace Copylint.Storage;

/// <summary>Writes numbers, texts, and arrays as they lie in memory, in the byte order of the machines that run them
/// (little endian).</summary>
internal sealed class BinaryDataWriter : IDisposable
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
