using Copylint.Text;

namespace Copylint.Documents.Formats.PlainText;

/// <summary>Tables in plain text: lines whose columns stand apart by tabs or by a run of blanks.</summary>
internal static class TextColumns
{
    private const int MinLines = 2;

    // Two blanks stand between sentences of typists; three stand nowhere in running text.
    private const int MinGap = 3;

    /// <summary>Whether a run of lines is a table: every line but a title or a rule has columns.</summary>
    public static bool IsTable(string text, List<TextSpan> run)
    {
        var lines = 0;
        foreach (var line in run)
            lines += Gap(line.In(text)) is null ? 0 : 1;
        return lines >= MinLines && lines * 4 >= run.Count * 3;
    }

    /// <summary>The cells of a line, in order.</summary>
    public static IEnumerable<TextSpan> Cells(string text, TextSpan line)
    {
        var rest = line;
        while (Gap(rest.In(text)) is { } gap)
        {
            yield return new TextSpan(rest.Start, gap.Start);
            rest = TextSpan.FromBounds(rest.Start + gap.End, rest.End);
        }

        yield return rest;
    }

    // The first run of blanks inside a line that parts columns.
    private static TextSpan? Gap(ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length; )
        {
            if (line[i] is not (' ' or '\t' or '\u00A0'))
            {
                i++;
                continue;
            }

            var start = i;
            var hasTab = false;
            for (; i < line.Length && line[i] is ' ' or '\t' or '\u00A0'; i++)
                hasTab |= line[i] == '\t';
            if (hasTab || i - start >= MinGap)
                return TextSpan.FromBounds(start, i);
        }

        return null;
    }
}
