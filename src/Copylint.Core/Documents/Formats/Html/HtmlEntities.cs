using System.Net;
using Copylint.Text;

namespace Copylint.Documents.Formats.Html;

/// <summary>Decodes character references as HTML does (WHATWG, section 13.2.5.72), for the names of HTML 4 and all
/// numbers.</summary>
internal static class HtmlEntities
{
    private static readonly string[] WithoutSemicolon =
    [
        "nbsp",
        "amp",
        "lt",
        "gt",
        "quot",
        "copy",
        "reg",
        "laquo",
        "raquo",
        "eacute",
        "middot",
        "pound",
        "deg",
    ];

    /// <summary>Decodes the reference that begins with the ampersand at a place.</summary>
    /// <param name="text">The file.</param>
    /// <param name="at">The place of the ampersand.</param>
    /// <param name="end">Where the text ends.</param>
    /// <param name="length">Receives the length of the reference.</param>
    /// <returns>Null when it is no reference.</returns>
    public static string? Decode(string text, int at, int end, out int length)
    {
        length = 0;
        var body = text.AsSpan(at + 1, Math.Min(end - at - 1, 32));
        if (body.IsEmpty)
            return null;
        if (body[0] == '#')
            return DecodeNumber(body, out length);
        var name = 0;
        while (name < body.Length && char.IsAsciiLetterOrDigit(body[name]))
            name++;
        if (name > 0 && name < body.Length && body[name] == ';')
        {
            var entity = string.Concat("&", body[..name], ";");
            var decoded = body[..name] is "apos" ? "'" : WebUtility.HtmlDecode(entity);
            if (decoded != entity)
            {
                length = name + 2;
                return decoded;
            }

            return null;
        }

        foreach (var known in WithoutSemicolon)
        {
            if (body.StartsWith(known))
            {
                length = known.Length + 1;
                return WebUtility.HtmlDecode($"&{known};");
            }
        }

        return null;
    }

    private static string? DecodeNumber(ReadOnlySpan<char> body, out int length)
    {
        length = 0;
        var hex = body.Length > 1 && body[1] is 'x' or 'X';
        var at = hex ? 2 : 1;
        var first = at;
        long value = 0;
        while (at < body.Length && (hex ? char.IsAsciiHexDigit(body[at]) : char.IsAsciiDigit(body[at])))
        {
            value = Math.Min(value * (hex ? 16 : 10) + Convert.ToInt32(body[at].ToString(), 16), 0x110000);
            at++;
        }

        if (at == first)
            return null;
        length = at + (at < body.Length && body[at] == ';' ? 1 : 0) + 1;
        return value switch
        {
            0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) => "\uFFFD",
            // The numbers 0x80 to 0x9F mean what they are in Windows-1252.
            >= 0x80 and <= 0x9F => Windows1252.High[(int)value - 0x80].ToString(),
            _ => char.ConvertFromUtf32((int)value),
        };
    }

    /// <summary>Decodes every reference of an attribute's value.</summary>
    public static string DecodeAll(string text, int start, int end)
    {
        var value = text.AsSpan(start, end - start);
        if (!value.Contains('&'))
            return value.ToString();
        var result = new System.Text.StringBuilder(value.Length);
        for (var at = start; at < end; at++)
        {
            if (text[at] == '&' && Decode(text, at, end, out var length) is { } decoded)
            {
                result.Append(decoded);
                at += length - 1;
            }
            else
            {
                result.Append(text[at]);
            }
        }

        return result.ToString();
    }
}
