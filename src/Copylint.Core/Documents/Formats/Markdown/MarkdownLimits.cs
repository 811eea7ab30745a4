using Copylint.Text;

namespace Copylint.Documents.Formats.Markdown;

/// <summary>
/// What is looked at before Markdig reads a file, since it takes time with the square of it: how deep lists and
/// quotations nest, how many definitions, footnotes and underlined headings stand in it; and how many cells its tables
/// have, since each takes a kilobyte. One pass over the lines each.
/// </summary>
internal static class MarkdownLimits
{
    /// <summary>Levels of lists and quotations. Markdig gives up at 128, but only after it has read them. Guarded by
    /// 100 and 101 in MarkdownLimitsTests.</summary>
    public const int MaxDepth = 100;

    /// <summary>Definitions of links that are read: more than the longest change log of the samples has. Guarded by
    /// 2,000 and 2,001 in MarkdownLimitsTests.</summary>
    public const int MaxDefinitions = 2000;

    /// <summary>Underlined headings that are read: a book has not as many. Guarded by 5,000 and 5,001 in
    /// MarkdownLimitsTests.</summary>
    public const int MaxUnderlines = 5000;

    /// <summary>Whether lists and quotations nest too deeply.</summary>
    public static bool NestsTooDeeply(ReadOnlySpan<char> text)
    {
        // The columns at which the contents of open lists begin.
        var open = new List<int>();
        while (!text.IsEmpty)
        {
            var end = text.IndexOf('\n');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            if (!IsRule(line) && DepthOf(line, open) > MaxDepth)
                return true;
        }

        return false;
    }

    /// <summary>Footnotes that are read. Guarded by 5,000 and 5,001 in MarkdownLimitsTests.</summary>
    public const int MaxFootnotes = 5000;

    /// <summary>The text with blanks in place of the definitions of links and the marks of footnotes over the limits,
    /// so that all other places stay as they are.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">Where it begins in the file.</param>
    /// <param name="problems">Receives what was left out.</param>
    public static string WithFewDefinitions(string text, int offset, List<DocumentProblem> problems)
    {
        int definitions = 0,
            notes = 0;
        char[]? cleared = null;
        for (var at = text.IndexOf("]:", StringComparison.Ordinal); at >= 0; )
        {
            var start = text.LastIndexOf('\n', at) + 1;
            var end = text.IndexOf('\n', at) is >= 0 and var newline ? newline : text.Length;
            var label = text.AsSpan(start, at - start).TrimStart(" \t>-*+.)0123456789");
            if (label.StartsWith("[^"))
            {
                // The mark alone: what the note says goes on in the one before it.
                if (++notes > MaxFootnotes)
                    Clear(at - label.Length, at + 2, notes == MaxFootnotes + 1, $"{MaxFootnotes} footnotes");
            }
            else if (label.StartsWith("[") && ++definitions > MaxDefinitions)
            {
                Clear(start, end, definitions == MaxDefinitions + 1, $"{MaxDefinitions} definitions of links");
            }

            at = end < text.Length ? text.IndexOf("]:", end, StringComparison.Ordinal) : -1;
        }

        return cleared is null ? text : new string(cleared);

        void Clear(int from, int to, bool isFirst, string most)
        {
            if (isFirst)
                problems.Add(
                    new DocumentProblem(
                        new TextSpan(offset + from, 0),
                        $"Markdown: more than {most}; further ones were not read"
                    )
                );
            cleared ??= text.ToCharArray();
            cleared.AsSpan(from, to - from).Fill(' ');
        }
    }

    /// <summary>The text with blanks in place of the underlines of headings over the limit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">Where it begins in the file.</param>
    /// <param name="problems">Receives what was left out.</param>
    public static string WithFewUnderlines(string text, int offset, List<DocumentProblem> problems)
    {
        // The shortest: a letter, a break, a mark, a break.
        if (text.Length < MaxUnderlines * 4)
            return text;
        var count = 0;
        var follows = false;
        char[]? cleared = null;
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) is >= 0 and var newline ? newline : text.Length;
            var line = text.AsSpan(start, end - start).Trim(" \t\r>");
            if (follows && IsUnderline(line) && ++count > MaxUnderlines)
            {
                if (cleared is null)
                    problems.Add(
                        new DocumentProblem(
                            new TextSpan(offset + start, 0),
                            $"Markdown: more than {MaxUnderlines} underlined headings; further ones are paragraphs"
                        )
                    );
                cleared ??= text.ToCharArray();
                cleared.AsSpan(start, end - start).Fill(' ');
            }

            follows = !line.IsEmpty;
            start = end + 1;
        }

        return cleared is null ? text : new string(cleared);
    }

    /// <summary>Cells of tables that are read, empty ones that fill up rows included: a hundred megabytes of them.
    /// Guarded by 100,000 and 100,001 in MarkdownLimitsTests.</summary>
    public const int MaxCells = 100_000;

    /// <summary>The text with blanks in place of the bars of tables over the limit, which then are
    /// paragraphs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">Where it begins in the file.</param>
    /// <param name="problems">Receives what was left out.</param>
    public static string WithFewCells(string text, int offset, List<DocumentProblem> problems)
    {
        // Rows are filled up to the longest: one row of half a text, and the rest in rows of a letter each, make an
        // eighth of its square.
        if ((long)text.Length * text.Length < MaxCells * 8L || !text.Contains('|'))
            return text;
        var cells = 0L;
        char[]? cleared = null;
        foreach (var table in BarredText.Read(text))
        {
            if (cells + table.Cells <= MaxCells)
            {
                cells += table.Cells;
                continue;
            }

            if (cleared is null)
                problems.Add(
                    new DocumentProblem(
                        new TextSpan(offset + table.Span.Start, 0),
                        $"Markdown: more than {MaxCells} cells of tables; further tables are paragraphs"
                    )
                );
            cleared ??= text.ToCharArray();
            cleared.AsSpan(table.Span.Start, table.Span.Length).Replace('|', ' ');
        }

        return cleared is null ? text : new string(cleared);
    }

    private static bool IsUnderline(ReadOnlySpan<char> line) =>
        !line.IsEmpty && line[0] is '=' or '-' && line.IndexOfAnyExcept(line[0]) < 0;

    private static int DepthOf(ReadOnlySpan<char> line, List<int> open)
    {
        int column = 0,
            quotes = 0;
        var isFirst = true;
        for (var i = 0; i < line.Length; )
        {
            var c = line[i];
            if (c is ' ' or '\t')
            {
                column += c == '\t' ? 4 - column % 4 : 1;
                i++;
                continue;
            }

            // The marks of quotations begin the columns anew.
            if (c == '>')
            {
                quotes++;
                column++;
                i++;
                continue;
            }

            var mark = LengthOfMark(line[i..]);
            if (isFirst)
                CloseFrom(open, column);
            isFirst = false;
            if (mark == 0)
                break;
            open.Add(column + mark + 1);
            column += mark;
            i += mark;
        }

        return open.Count + quotes;
    }

    // "* * *", "- - -": a rule and no list.
    private static bool IsRule(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.Length > 2 && line[0] is '*' or '-' && line.Trim([line[0], ' ', '\t']).IsEmpty;
    }

    private static void CloseFrom(List<int> open, int column)
    {
        while (open.Count > 0 && open[^1] > column)
            open.RemoveAt(open.Count - 1);
    }

    // "- ", "* ", "+ ", "12. ", "3) ": the length of the mark without its blank, or 0.
    private static int LengthOfMark(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && length < 9 && char.IsAsciiDigit(rest[length]))
            length++;
        var isMark =
            length < rest.Length && (length > 0 ? rest[length] is '.' or ')' : rest[length] is '-' or '*' or '+');
        var isFollowed = isMark && (length + 1 == rest.Length || rest[length + 1] is ' ' or '\t' or '\r');
        return isFollowed ? length + 1 : 0;
    }
}
