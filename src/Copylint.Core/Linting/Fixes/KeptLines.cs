using Copylint.Text;

namespace Copylint.Linting.Fixes;

/// <summary>Which lines of a text stand in the edited one as they were. Lines end with a line feed; edits can follow
/// each other, and each costs the length of the text.</summary>
public sealed class KeptLines
{
    // For each line as it is now its number in the first text, or -1.
    private int[] _origins;

    /// <summary>The one-based number that a line of now has in the first text; null for one that an edit
    /// touched.</summary>
    /// <param name="line">The one-based number of the line now.</param>
    public int? OriginOf(int line) =>
        line <= _origins.Length && _origins[line - 1] >= 0 ? _origins[line - 1] + 1 : null;

    /// <summary>Starts with a text that has no edits yet.</summary>
    public KeptLines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _origins = new int[Starts(text).Count];
        for (var i = 0; i < _origins.Length; i++)
            _origins[i] = i;
    }

    /// <summary>The kept lines, by zero-based number in the first text and in the one of now, in order.</summary>
    public IEnumerable<(int Old, int New)> Pairs =>
        _origins.Index().Where(l => l.Item >= 0).Select(l => (l.Item, l.Index));

    /// <summary>Follows edits.</summary>
    /// <param name="before">The text before them.</param>
    /// <param name="after">The text after them.</param>
    /// <param name="edits">The edits in order of place, none over another.</param>
    public void Follow(string before, string after, IReadOnlyList<(TextSpan Span, string NewText)> edits)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(edits);
        List<int> oldStarts = Starts(before),
            newStarts = Starts(after);
        var origins = new int[newStarts.Count];
        Array.Fill(origins, -1);
        int from = 0,
            newFrom = 0,
            oldLine = 0,
            newLine = 0;
        foreach (var (span, text) in edits)
        {
            Keep(span.Start);
            newFrom += span.Start - from + text.Length;
            from = span.End;
        }

        Keep(before.Length);
        _origins = origins;

        // The lines that lie as a whole in what no edit touches.
        void Keep(int to)
        {
            while (oldLine < oldStarts.Count && oldStarts[oldLine] < from)
                oldLine++;
            for (; oldLine < oldStarts.Count && End(oldStarts, oldLine, before) <= to; oldLine++)
            {
                var start = newFrom + oldStarts[oldLine] - from;
                while (newLine < newStarts.Count && newStarts[newLine] < start)
                    newLine++;
                if (
                    newLine < newStarts.Count
                    && newStarts[newLine] == start
                    && Line(newStarts, newLine, after).SequenceEqual(Line(oldStarts, oldLine, before))
                )
                    origins[newLine] = _origins[oldLine];
            }
        }
    }

    private static int End(List<int> starts, int line, string text) =>
        line + 1 < starts.Count ? starts[line + 1] : text.Length;

    private static ReadOnlySpan<char> Line(List<int> starts, int line, string text) =>
        text.AsSpan(starts[line]..End(starts, line, text));

    private static List<int> Starts(string text)
    {
        var starts = new List<int>();
        for (var at = 0; at < text.Length; )
        {
            starts.Add(at);
            var end = text.IndexOf('\n', at);
            at = end < 0 ? text.Length : end + 1;
        }

        return starts;
    }
}
