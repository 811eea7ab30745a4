using System.Text;

namespace Copylint.Text;

/// <summary>The encoding of Western Windows: Latin-1 with quotation marks, dashes and others at 0x80 to 0x9F (WHATWG
/// Encoding Standard, index windows-1252).</summary>
public static class Windows1252
{
    /// <summary>The characters of the bytes 0x80 to 0x9F; a control character for one of the five that have no
    /// other.</summary>
    public const string High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    // Text of other encodings has its letters in runs; in Western text a sign or letter stands between those of ASCII.
    private const int MaxRun = 3;

    /// <summary>The text of bytes: one character each.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
            text[i] = bytes[i] is >= 0x80 and <= 0x9F ? High[bytes[i] - 0x80] : (char)bytes[i];
        return new string(text);
    }

    /// <summary>The byte of a character; false for one that the encoding lacks.</summary>
    public static bool TryEncode(char c, out byte value)
    {
        var high = c < 0x80 || c is >= '\u00A0' and <= '\u00FF' ? -1 : High.IndexOf(c);
        value = (byte)(high >= 0 ? 0x80 + high : c);
        return high >= 0 || c < 0x80 || c is >= '\u00A0' and <= '\u00FF';
    }

    /// <summary>The bytes of a text; null when a character of it has none.</summary>
    public static byte[]? Encode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (!TryEncode(text[i], out bytes[i]))
                return null;
        }

        return bytes;
    }

    /// <summary>Whether bytes that are no UTF-8 read well as this encoding: no control characters, no byte without a
    /// character, one at least of those that set it apart from Latin-1 (0x80 to 0x9F), and the others scattered among
    /// ASCII. A letter with an accent alone could be of many encodings.</summary>
    public static bool ReadsWell(ReadOnlySpan<byte> bytes)
    {
        int run = 0,
            runs = 0,
            longRuns = 0;
        var hasSign = false;
        foreach (var b in bytes)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1A))
                return false;
            // Without a character, or one that no Western text but Icelandic has often: eth, thorn, y with two dots.
            if (b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D or 0x7F or 0xD0 or 0xDE or 0xF0 or 0xFE or 0xFF)
                return false;
            if (b < 0x80)
            {
                run = 0;
                continue;
            }

            hasSign |= b <= 0x9F;
            runs += ++run == 1 ? 1 : 0;
            longRuns += run == MaxRun + 1 ? 1 : 0;
        }

        // One in twenty may be a run: a rule of dashes, "……".
        return hasSign && longRuns * 20 <= runs;
    }

    /// <summary>Whether the head of a page, or an XML declaration, names this encoding or a part of it.</summary>
    public static bool IsDeclared(ReadOnlySpan<byte> bytes)
    {
        // The HTML Standard looks for it in the first 1,024 bytes; pages that declare it later exist.
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)]);
        foreach (var word in new[] { "charset", "encoding" })
        {
            for (var at = 0; head.IndexOf(word, at, StringComparison.OrdinalIgnoreCase) is >= 0 and var found; )
            {
                at = found + word.Length;
                var value = head.AsSpan(at).TrimStart("= \"'");
                if (IsName(value[..Math.Min(value.Length, 16)]))
                    return true;
            }
        }

        return false;
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var name in new[] { "windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii" })
        {
            if (
                text.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && (text.Length == name.Length || !char.IsAsciiLetterOrDigit(text[name.Length]))
            )
                return true;
        }

        return false;
    }
}
