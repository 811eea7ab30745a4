using System.Text.RegularExpressions;

namespace Copylint.Linting.Fixes;

/// <summary>Shapes of short lines that the gate of fixes knows. Each takes time with the length of the line
/// only.</summary>
internal static partial class LineShapes
{
    // Leaders of an entry of a list of contents: three dots, three blanks.
    private const int MinLeaders = 3;
    private const int MaxPageDigits = 4;

    /// <summary>A telephone number: a plus, or groups of digits, nine in all at least.</summary>
    [GeneratedRegex(@"(\+\d|\(0?\d{2,5}\)|\b0?\d{2,5})[ ./-]\d{2,4}[ ./-]?\d{2,5}\b")]
    public static partial Regex Phone();

    /// <summary>A line that names a version, and perhaps its day.</summary>
    [GeneratedRegex(
        @"^\W*(version |release |v)?(?>\d+)\.(?>\d+)\b(?>[\w.+-]*)(\s.{0,60})?$|^\W*unreleased\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    public static partial Regex Version();

    /// <summary>Whether a line is an entry of a list of contents: it ends in dots or wide blanks and the number of a
    /// page.</summary>
    public static bool IsContentsEntry(ReadOnlySpan<char> line)
    {
        var end = line.Length;
        while (end > 0 && char.IsDigit(line[end - 1]))
            end--;
        if (line.Length - end is 0 or > MaxPageDigits)
            return false;
        line = line[..end];
        return line.EndsWith("   ") || line.EndsWith("…") || line.EndsWith("… ") || EndsInDots(line);
    }

    /// <summary>Whether a line has a tag that does something which the words alone do not: "&lt;Button&gt;" of a
    /// component, "&lt;my-card&gt;", "&lt;button&gt;".</summary>
    public static bool HoldsComponent(ReadOnlySpan<char> line)
    {
        for (var at = 0; line[at..].IndexOf('<') is >= 0 and var found; )
        {
            at += found + 1;
            var end = at;
            while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || line[end] is '-' or '.'))
                end++;
            var name = line[at..end];
            if (name.IndexOfAnyInRange('A', 'Z') == 0 || name.Contains('-') || name.SequenceEqual("button"))
                return true;
        }

        return false;
    }

    // "...", ". . . "
    private static bool EndsInDots(ReadOnlySpan<char> line)
    {
        for (var dots = 0; dots < MinLeaders; dots++)
        {
            if (line.EndsWith(" "))
                line = line[..^1];
            if (!line.EndsWith("."))
                return false;
            line = line[..^1];
        }

        return true;
    }
}
