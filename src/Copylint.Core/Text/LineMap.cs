namespace Copylint.Text;

/// <summary>Where the lines of a text begin. A line ends at <c>\n</c>, <c>\r\n</c> or a lone <c>\r</c>; the break
/// belongs to the line it ends.</summary>
public sealed class LineMap
{
    private readonly int[] _starts;
    private readonly int _length;

    /// <summary>Maps the lines of <paramref name="text"/> in one pass.</summary>
    public LineMap(ReadOnlySpan<char> text)
    {
        var starts = new List<int>(text.Length / 64 + 1) { 0 };
        for (var at = 0; ; )
        {
            var next = text[at..].IndexOfAny('\r', '\n');
            if (next < 0)
                break;
            at += next;
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            starts.Add(at);
        }

        _starts = [.. starts];
        _length = text.Length;
    }

    /// <summary>Number of lines, at least one: a text that ends in a line break has a last, empty line.</summary>
    public int Count => _starts.Length;

    /// <summary>The line and column of an offset.</summary>
    /// <param name="offset">Zero-based offset in UTF-16 code units, from 0 to the length of the text.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text.</exception>
    public LinePosition GetPosition(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, _length);
        var index = Array.BinarySearch(_starts, offset);
        if (index < 0)
            index = ~index - 1;
        return new LinePosition(index + 1, offset - _starts[index] + 1);
    }

    /// <summary>Offset of the first code unit of a line.</summary>
    /// <param name="line">One-based line number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public int GetStart(int line)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(line, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(line, _starts.Length);
        return _starts[line - 1];
    }

    /// <summary>The span of a line together with its line break.</summary>
    /// <param name="line">One-based line number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public TextSpan GetSpanWithBreak(int line)
    {
        var start = GetStart(line);
        return TextSpan.FromBounds(start, line < _starts.Length ? _starts[line] : _length);
    }
}
