using System.Text;
using Copylint.Git;

namespace Copylint.Linting.Fixes;

/// <summary>The difference of two texts by lines in the unified format of POSIX diff (IEEE Std 1003.1, diff
/// -u).</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The difference, with the file's name in both headers; empty for equal texts.</summary>
    /// <param name="path">The file's name.</param>
    /// <param name="before">The text before the change.</param>
    /// <param name="after">The text after it.</param>
    /// <param name="kept">The lines that stand in both, in order.</param>
    public static string Of(string path, string before, string after, KeptLines kept)
    {
        var (a, b) = (Lines(before), Lines(after));
        var script = Script(a, b, kept);
        if (script.Count == 0)
            return "";
        var result = new StringBuilder()
            .Append("--- ")
            .Append(GitPath.Quote("a/" + path))
            .Append('\n')
            .Append("+++ ")
            .Append(GitPath.Quote("b/" + path))
            .Append('\n');
        for (var i = 0; i < script.Count; )
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
        result
            .Append("@@ -")
            .Append(Range(from, to - from))
            .Append(" +")
            .Append(Range(from + shift, newLength))
            .Append(" @@\n");
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

    private static string Range(int from, int length) =>
        length == 1 ? $"{from + 1}"
        : length == 0 ? $"{from},0"
        : $"{from + 1},{length}";

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
        for (var at = 0; at < text.Length; )
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[at..end]);
            at = end;
        }

        return [.. lines];
    }

    private static List<Change> Script(string[] a, string[] b, KeptLines kept)
    {
        var changes = new List<Change>();
        int x = 0,
            y = 0;
        foreach (var (i, j) in kept.Pairs.Append((a.Length, b.Length)))
        {
            if (i > x || j > y)
                changes.Add(new Change(x, i, y, j));
            (x, y) = (i + 1, j + 1);
        }

        return changes;
    }
}
