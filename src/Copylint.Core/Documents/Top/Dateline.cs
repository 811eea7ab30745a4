namespace Copylint.Documents.Top;

/// <summary>The beginning of an agency story: <c>KYIV, March 25 (Reuters) —</c>, <c>PHOENIX, Ariz., Feb 26 - </c>,
/// <c>LONDON (AP) — </c>.</summary>
internal static class Dateline
{
    private const int MaxLength = 80;

    /// <summary>Length of the dateline at the start of a paragraph, its dash left out; 0 when there is none.</summary>
    public static int LengthAt(ReadOnlySpan<char> paragraph)
    {
        var head = paragraph[..Math.Min(paragraph.Length, MaxLength)];
        // The place in capitals, two letters at least.
        var at = 0;
        while (at < head.Length && (char.IsUpper(head[at]) || head[at] is ' ' or '.' or '-' or '\'' or '’'))
            at++;
        // The place ends before a word in lower case that its last capital began: "KYIV, March".
        if (at < head.Length && char.IsLower(head[at]))
            at = head[..at].LastIndexOf(' ') + 1;
        var place = head[..at].Trim(" .-");
        var letters = 0;
        foreach (var c in place)
            letters += char.IsUpper(c) ? 1 : 0;
        if (letters < 3)
            return 0;
        var dash = Dash(head, Math.Max(at - 2, 0));
        if (dash < 0)
            return 0;
        // Between place and dash only a region, a date and an agency in brackets.
        var between = head[at..Math.Max(at, dash)].Trim(" ,");
        var words = 0;
        foreach (var range in between.SplitAny(" ,()."))
        {
            var word = between[range];
            if (word.IsEmpty)
                continue;
            words++;
            if (!char.IsUpper(word[0]) && !char.IsDigit(word[0]))
                return 0;
        }

        return words <= 7 ? head[..dash].TrimEnd().Length : 0;
    }

    // A dash with a blank after it, or a long one.
    private static int Dash(ReadOnlySpan<char> head, int from)
    {
        for (var i = from; i < head.Length; i++)
        {
            if (
                head[i] is '—' or '–'
                || (
                    head[i] == '-'
                    && i > 0
                    && head[i - 1] is ' ' or '-'
                    && i + 1 < head.Length
                    && head[i + 1] is ' ' or '-'
                )
            )
                return head[i] == '-' && i > 0 && head[i - 1] == '-' ? i - 1 : i;
        }

        return -1;
    }
}
