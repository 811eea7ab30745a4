namespace Copylint.Documents.Formats.Markdown;

/// <summary>The attribute lists of kramdown, Pandoc, Quarto and markdown-it: <c>{: .lead}</c>, <c>{.button #buy
/// target="_blank"}</c>, <c>{-}</c>, <c>{=html}</c>.</summary>
internal static class AttributeList
{
    /// <summary>Length of the list that begins with the brace at a place, on one line; 0 when there is none.</summary>
    public static int LengthAt(string text, int at, int most)
    {
        var rest = text.AsSpan(at, Math.Min(most, text.Length - at));
        var end = ClosingBrace(rest);
        if (end < 2)
            return 0;
        var inner = rest[1..end];
        // kramdown: "{: …}" for a block or span, "{:: …}" for an extension, "{:/}" at its end.
        if (inner[0] == ':')
            return end + 1;
        inner = inner.Trim(' ');
        if (inner is "-" or "=html" or "=html5" or "=latex" or "=tex")
            return end + 1;
        return HoldsOnlyAttributes(inner) ? end + 1 : 0;
    }

    private static int ClosingBrace(ReadOnlySpan<char> text)
    {
        var quote = '\0';
        for (var i = 1; i < text.Length && text[i] != '\n'; i++)
        {
            if (quote != '\0')
                quote = text[i] == quote ? '\0' : quote;
            else if (text[i] is '"' or '\'' && text[i - 1] == '=')
                quote = text[i];
            else if (text[i] == '{')
                return -1;
            else if (text[i] == '}')
                return i;
        }

        return -1;
    }

    private static bool HoldsOnlyAttributes(ReadOnlySpan<char> text)
    {
        var found = false;
        while (!(text = text.TrimStart(' ')).IsEmpty)
        {
            var length = 1;
            if (text[0] is '.' or '#')
            {
                while (length < text.Length && IsNamePart(text[length]))
                    length++;
                if (length < 2)
                    return false;
            }
            else if (char.IsLetter(text[0]))
            {
                while (length < text.Length && IsNamePart(text[length]))
                    length++;
                if (length >= text.Length || text[length] != '=')
                    return false;
                length = ValueEnd(text, length + 1);
            }
            else
            {
                return false;
            }

            found = true;
            text = text[length..];
        }

        return found;
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or ':' or '/' or '%' or '!';

    private static int ValueEnd(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length)
            return text.Length;
        var isQuoted = text[start] is '"' or '\'';
        var end = isQuoted ? text[(start + 1)..].IndexOf(text[start]) + 1 : text[start..].IndexOf(' ');
        if (isQuoted)
            return end > 0 ? start + end + 1 : text.Length;
        return end < 0 ? text.Length : start + end;
    }
}
