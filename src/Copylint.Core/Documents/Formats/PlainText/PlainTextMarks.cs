namespace Copylint.Documents.Formats.PlainText;

/// <summary>Leaves out of plain text what is no part of its words: invisible characters inside them, the marks of
/// quoted e-mail at the start of lines.</summary>
internal static class PlainTextMarks
{
    /// <summary>The text that is analysed, with its map; null for a text that is analysed as it stands.</summary>
    public static SourceMap.Builder? LeaveOut(string text)
    {
        var hasHidden = InvisibleCharacters.FindInWord(text, 0, text.Length, out _) >= 0;
        if (!hasHidden && !HasQuotedLines(text))
            return null;
        var copy = new SourceMap.Builder(text);
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) is >= 0 and var newline ? newline + 1 : text.Length;
            AddLine(copy, text, start + QuoteLength(text, start), end);
            start = end;
        }

        return copy;
    }

    /// <summary>Whether the line of a place begins with the mark of quoted e-mail.</summary>
    public static bool IsQuoted(string text, int place)
    {
        while (place > 0 && text[place - 1] != '\n')
            place--;
        return QuoteLength(text, place) > 0;
    }

    private static void AddLine(SourceMap.Builder copy, string text, int start, int end)
    {
        while (InvisibleCharacters.FindInWord(text, start, end, out var length) is >= 0 and var hidden)
        {
            copy.Append(Copylint.Text.TextSpan.FromBounds(start, hidden));
            start = hidden + length;
        }

        copy.Append(Copylint.Text.TextSpan.FromBounds(start, end));
    }

    // Two lines that follow each other: a single ">" may be anything.
    private static bool HasQuotedLines(string text)
    {
        for (var at = 0; text.IndexOf('>', at) is >= 0 and var mark; at = mark + 1)
        {
            if (mark > 0 && text[mark - 1] != '\n')
                continue;
            var next = text.IndexOf('\n', mark) + 1;
            if (next > 0 && QuoteLength(text, mark) > 0 && QuoteLength(text, next) > 0)
                return true;
        }

        return false;
    }

    // "> ", ">> ", "> > ", and ">" alone on its line.
    private static int QuoteLength(string text, int start)
    {
        var at = start;
        while (at < text.Length && text[at] is '>' or ' ' && at - start < 10)
            at++;
        if (at == start || text[start] != '>')
            return 0;
        var isBare = at >= text.Length || text[at] is '\n' or '\r';
        return isBare || text[at - 1] == ' ' ? at - start : 0;
    }
}
