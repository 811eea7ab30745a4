using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Copylint.Text;

/// <summary>A run of bytes that is not valid in the file's encoding.</summary>
/// <param name="Span">Where its replacement character stands in the text.</param>
/// <param name="ByteOffset">Zero-based offset of the first bad byte in the file, byte-order mark included.</param>
/// <param name="Value">The first bad byte (UTF-8), or the lone surrogate (UTF-16).</param>
public readonly record struct InvalidSequence(TextSpan Span, long ByteOffset, int Value);

/// <summary>
/// The text of one file: decoded once, its lines mapped, its encoding remembered so that a fix can write it back as it
/// was.
/// The byte-order mark is not part of <see cref="Text"/>.
/// </summary>
public sealed class SourceText
{
    private const int MaxInvalidSequences = 1000;
    private LineMap? _lines;

    private SourceText(
        string text,
        SourceEncoding encoding,
        bool hasMark,
        bool guessed,
        long byteLength,
        IReadOnlyList<InvalidSequence> invalid
    )
    {
        Text = text;
        Encoding = encoding;
        HasByteOrderMark = hasMark;
        EncodingIsGuessed = guessed;
        ByteLength = byteLength;
        InvalidSequences = invalid;
    }

    /// <summary>The decoded text without a byte-order mark; an invalid sequence stands as U+FFFD.</summary>
    public string Text { get; }

    /// <summary>The encoding that the text was read in.</summary>
    public SourceEncoding Encoding { get; }

    /// <summary>Whether the file begins with a byte-order mark.</summary>
    public bool HasByteOrderMark { get; }

    /// <summary>Whether the encoding was told from the bytes alone: UTF-16 without its mark, or Windows-1252 that
    /// nothing declares.</summary>
    public bool EncodingIsGuessed { get; }

    /// <summary>Length of the file in bytes.</summary>
    public long ByteLength { get; }

    /// <summary>The invalid sequences in order of place, at most 1,000.</summary>
    public IReadOnlyList<InvalidSequence> InvalidSequences { get; }

    /// <summary>The lines, mapped when first asked for.</summary>
    public LineMap Lines => _lines ??= new LineMap(Text);

    /// <summary>Wraps text that is in memory already.</summary>
    public static SourceText FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SourceText(
            text,
            SourceEncoding.Utf8,
            false,
            false,
            System.Text.Encoding.UTF8.GetByteCount(text),
            []
        );
    }

    /// <summary>
    /// Decodes the bytes of a file: UTF-8, or UTF-16 when a byte-order mark or the pattern of zero bytes says so, or
    /// Windows-1252 when they are no UTF-8 and a
    /// declaration names it or they read well as such. Never throws on bad bytes: each
    /// maximal invalid sequence (Unicode Standard, section 3.9, "substitution of maximal subparts") becomes one U+FFFD
    /// and is recorded.
    /// </summary>
    public static SourceText FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            return FromUtf8(bytes, 3);
        if (bytes.Length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE)
            return FromUtf16(bytes, 2, bigEndian: false);
        if (bytes.Length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF)
            return FromUtf16(bytes, 2, bigEndian: true);
        return LooksLikeUtf16(bytes) is { } bigEndian ? FromUtf16(bytes, 0, bigEndian) : FromUtf8(bytes, 0);
    }

    /// <summary>The line and column of an offset into <see cref="Text"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text.</exception>
    public LinePosition GetPosition(int offset) => Lines.GetPosition(offset);

    /// <summary>The line and column range of a span of <see cref="Text"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span lies outside the text.</exception>
    public LineSpan GetLineSpan(TextSpan span) => new(GetPosition(span.Start), GetPosition(span.End));

    /// <summary>The span of a line without its line break.</summary>
    /// <param name="line">One-based line number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public TextSpan GetLine(int line)
    {
        var span = Lines.GetSpanWithBreak(line);
        return new TextSpan(span.Start, Text.AsSpan(span.Start, span.Length).TrimEnd("\r\n").Length);
    }

    /// <summary>The span of the whole lines that a span lies on, their line breaks too.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span lies outside the text.</exception>
    public TextSpan GetLines(TextSpan span) =>
        TextSpan.FromBounds(
            Lines.GetStart(GetPosition(span.Start).Line),
            Lines.GetSpanWithBreak(GetPosition(span.End).Line).End
        );

    private static SourceText FromUtf8(ReadOnlySpan<byte> bytes, int mark)
    {
        var body = bytes[mark..];
        if (Utf8.IsValid(body))
            return new SourceText(
                System.Text.Encoding.UTF8.GetString(body),
                SourceEncoding.Utf8,
                mark > 0,
                false,
                bytes.Length,
                []
            );
        var invalid = new List<InvalidSequence>();
        var text = new StringBuilder(body.Length);
        int wrong = 0,
            right = 0;
        for (var at = 0; at < body.Length; )
        {
            if (Rune.DecodeFromUtf8(body[at..], out var rune, out var used) == OperationStatus.Done)
                right += used > 1 ? 1 : 0;
            else if (++wrong <= MaxInvalidSequences)
                invalid.Add(new InvalidSequence(new TextSpan(text.Length, 1), mark + at, body[at]));
            text.Append(rune.ToString());
            at += used;
        }

        // Hardly a character beyond ASCII is valid: it is another encoding, not a damaged file.
        var isDeclared = mark == 0 && Windows1252.IsDeclared(body);
        if (isDeclared || (mark == 0 && right * 4 < wrong && Windows1252.ReadsWell(body)))
            return new SourceText(
                Windows1252.Decode(body),
                SourceEncoding.Windows1252,
                false,
                !isDeclared,
                bytes.Length,
                []
            );
        return new SourceText(text.ToString(), SourceEncoding.Utf8, mark > 0, false, bytes.Length, invalid);
    }

    private static SourceText FromUtf16(ReadOnlySpan<byte> bytes, int mark, bool bigEndian)
    {
        var body = bytes[mark..];
        var units = new char[body.Length / 2];
        for (var i = 0; i < units.Length; i++)
        {
            var pair = body.Slice(2 * i, 2);
            units[i] = (char)(
                bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(pair) : BinaryPrimitives.ReadUInt16LittleEndian(pair)
            );
        }

        var invalid = new List<InvalidSequence>();
        for (var i = 0; i < units.Length; i++)
        {
            if (!char.IsSurrogate(units[i]))
                continue;
            if (char.IsHighSurrogate(units[i]) && i + 1 < units.Length && char.IsLowSurrogate(units[i + 1]))
            {
                i++;
                continue;
            }

            if (invalid.Count < MaxInvalidSequences)
                invalid.Add(new InvalidSequence(new TextSpan(i, 1), mark + 2L * i, units[i]));
            units[i] = '\uFFFD';
        }

        var text = new string(units);
        if (body.Length % 2 == 1)
        {
            invalid.Add(new InvalidSequence(new TextSpan(text.Length, 1), bytes.Length - 1, body[^1]));
            text += '\uFFFD';
        }

        var encoding = bigEndian ? SourceEncoding.Utf16BigEndian : SourceEncoding.Utf16LittleEndian;
        return new SourceText(text, encoding, mark > 0, mark == 0, bytes.Length, invalid);
    }

    // English text in UTF-16 has a zero in nearly every other byte; no other text file has.
    private static bool? LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        if (head.Length < 4 || !head.Contains((byte)0))
            return null;
        int even = 0,
            odd = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            if (head[i] == 0)
                even++;
            if (head[i + 1] == 0)
                odd++;
        }

        var pairs = head.Length / 2;
        if (odd > pairs * 0.7 && even < pairs * 0.1)
            return false;
        if (even > pairs * 0.7 && odd < pairs * 0.1)
            return true;
        return null;
    }
}
