using Copylint.Text;

namespace Copylint.Documents.Formats.Markdown;

/// <summary>Lines without a blank one between them that have bars: a table, or what could be one.</summary>
/// <param name="Span">Their span.</param>
/// <param name="Cells">How many cells Markdig would make of them; of what is no table, how many bars it would look
/// at.</param>
internal readonly record struct BarredText(TextSpan Span, long Cells)
{
    /// <summary>All of a text, in order.</summary>
    public static IEnumerable<BarredText> Read(string text)
    {
        int first = 0,
            rows = 0,
            widest = 0;
        var bars = 0L;
        var isTable = false;
        for (var start = 0; start <= text.Length; )
        {
            var end = text.IndexOf('\n', start) is >= 0 and var newline ? newline : text.Length;
            var line = text.AsSpan(start, end - start).Trim(" \t\r>");
            if (line.IsEmpty)
            {
                if (bars > 0)
                    yield return Of(end);
                (first, rows, widest, bars, isTable) = (end + 1, 0, 0, 0, false);
            }
            else
            {
                var count = line.Count('|');
                rows++;
                bars += count;
                widest = Math.Max(widest, count + 1);
                isTable |= count > 0 && IsDelimiter(line);
            }

            start = end + 1;
        }

        if (bars > 0)
            yield return Of(text.Length);

        BarredText Of(int end) =>
            new(TextSpan.FromBounds(first, end), isTable ? Math.Max(bars, (long)rows * widest) : bars);
    }

    // "|---|:--:|": the line under the heads of a table.
    private static bool IsDelimiter(ReadOnlySpan<char> line) =>
        line.Contains('-') && line.IndexOfAnyExcept("|-: \t") < 0;
}
