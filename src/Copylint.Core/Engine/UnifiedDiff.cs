using System.Text;

namespace Copylint.Engine;

/// <summary>
/// The difference of two texts by lines in the unified format of POSIX diff (IEEE Std 1003.1, diff -u), found by the greedy algorithm of E. W. Myers, "An O(ND) difference
/// algorithm and its variations", Algorithmica 1, 1986.
/// </summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The difference, with the file's name in both headers; empty for equal texts.</summary>
    public static string Of(string path, string before, string after)
    {
        var (a, b) = (Lines(before), Lines(after));
        var script = Script(a, b);
        if (script.Count == 0)
            return "";
        var result = new StringBuilder().Append("--- a/").Append(path).Append('\n').Append("+++ b/").Append(path).Append('\n');
        for (var i = 0; i < script.Count;)
        {
            // Changes with few lines between them share a hunk.
            var end = i + 1;
            while (end < script.Count && script[end].Old - script[end - 1].OldEnd <= 2 * Context)
                end++;
            AddHunk(result, a, b, script, i, end);
            i = end;
        }

        return result.ToString();
    }

    // One replaced stretch: lines from Old to OldEnd give way to those from New to NewEnd.
    private readonly record struct Change(int Old, int OldEnd, int New, int NewEnd);

    private static void AddHunk(StringBuilder result, string[] a, string[] b, List<Change> script, int first, int end)
    {
        var from = Math.Max(0, script[first].Old - Context);
        var to = Math.Min(a.Length, script[end - 1].OldEnd + Context);
        var shift = script[first].New - script[first].Old;
        var newLength = to - from;
        for (var i = first; i < end; i++)
            newLength += script[i].NewEnd - script[i].New - (script[i].OldEnd - script[i].Old);
        result.Append("@@ -").Append(Range(from, to - from)).Append(" +").Append(Range(from + shift, newLength)).Append(" @@\n");
        var at = from;
        for (var i = first; i < end; i++)
        {
            AddLines(result, ' ', a, at, script[i].Old);
            AddLines(result, '-', a, script[i].Old, script[i].OldEnd);
            AddLines(result, '+', b, script[i].New, script[i].NewEnd);
            at = script[i].OldEnd;
        }

        AddLines(result, ' ', a, at, to);
    }

    private static string Range(int from, int length) => length == 1 ? $"{from + 1}" : length == 0 ? $"{from},0" : $"{from + 1},{length}";

    private static void AddLines(StringBuilder result, char mark, string[] lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            result.Append(mark).Append(lines[i]);
            if (!lines[i].EndsWith('\n'))
                result.Append("\n\\ No newline at end of file\n");
        }
    }

    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[at..end]);
            at = end;
        }

        return [.. lines];
    }

    private static List<Change> Script(string[] a, string[] b)
    {
        int start = 0, aEnd = a.Length, bEnd = b.Length;
        while (start < aEnd && start < bEnd && a[start] == b[start])
            start++;
        while (aEnd > start && bEnd > start && a[aEnd - 1] == b[bEnd - 1])
            (aEnd, bEnd) = (aEnd - 1, bEnd - 1);
        var kept = Common(a.AsSpan(start, aEnd - start), b.AsSpan(start, bEnd - start));
        var changes = new List<Change>();
        int x = start, y = start;
        foreach (var (i, j) in kept)
        {
            if (i + start > x || j + start > y)
                changes.Add(new Change(x, i + start, y, j + start));
            (x, y) = (i + start + 1, j + start + 1);
        }

        if (aEnd > x || bEnd > y)
            changes.Add(new Change(x, aEnd, y, bEnd));
        return changes;
    }

    // The pairs of equal lines on a shortest path of edits.
    private static List<(int A, int B)> Common(ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        var max = a.Length + b.Length;
        var furthest = new int[2 * max + 2];
        var trace = new List<int[]>();
        for (var d = 0; d <= max; d++)
        {
            trace.Add((int[])furthest.Clone());
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && furthest[max + k - 1] < furthest[max + k + 1]) ? furthest[max + k + 1] : furthest[max + k - 1] + 1;
                while (x < a.Length && x - k < b.Length && a[x] == b[x - k])
                    x++;
                furthest[max + k] = x;
                if (x >= a.Length && x - k >= b.Length)
                    return Walk(trace, a.Length, b.Length, max);
            }
        }

        return [];
    }

    private static List<(int A, int B)> Walk(List<int[]> trace, int x, int y, int max)
    {
        var pairs = new List<(int, int)>();
        for (var d = trace.Count - 1; d >= 0; d--)
        {
            var furthest = trace[d];
            var k = x - y;
            var previous = d == 0 ? 0 : k == -d || (k != d && furthest[max + k - 1] < furthest[max + k + 1]) ? k + 1 : k - 1;
            var (px, py) = d == 0 ? (0, 0) : (furthest[max + previous], furthest[max + previous] - previous);
            while (x > px && y > py)
                pairs.Add((--x, --y));
            (x, y) = (px, py);
        }

        pairs.Reverse();
        return pairs;
    }
}
