using System.Text;

namespace Copylint.Reports;

/// <summary>Text as it can be shown: control characters and marks of direction would steer the terminal, or turn what a
/// reader sees, and some words are commands where a build server reads along.</summary>
public static class VisibleText
{
    // The two forms of a command of GitHub Actions: one begins a line, blanks before it or not; the older one stands
    // anywhere in it. A letter follows both.
    private const string LineCommand = "::";
    private const string OldCommand = "##[";

    // Look the same and mean nothing.
    private const char Ratio = '\u2236';
    private const char Sharp = '\u266F';

    /// <summary>The text with signs for its control characters, line breaks among them: a name with one would begin a
    /// line that a build server takes for a command.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = WithoutCommands(text);
        if (!text.Any(c => char.IsControl(c) || IsDirectionMark(c)))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            result.Append(
                c switch
                {
                    '\t' => ' ',
                    < ' ' => (char)(0x2400 + c),
                    _ when char.IsControl(c) || IsDirectionMark(c) => '\uFFFD',
                    _ => c,
                }
            );
        }

        return result.ToString();
    }

    /// <summary>The same for text of several lines, whose line feeds stay.</summary>
    public static string Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join('\n', text.Split('\n').Select(l => Of(l.EndsWith('\r') ? l[..^1] : l)));
    }

    private static string WithoutCommands(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        if (IsCommand(text, start, LineCommand))
            text = $"{text[..start]}{Ratio}{text[(start + 1)..]}";
        for (var at = IndexOfOld(text, 0); at >= 0; at = IndexOfOld(text, at + 1))
        {
            if (IsCommand(text, at, OldCommand))
                text = $"{text[..at]}{Sharp}{text[(at + 1)..]}";
        }

        return text;
    }

    private static int IndexOfOld(string text, int from) => text.IndexOf(OldCommand, from, StringComparison.Ordinal);

    private static bool IsCommand(string text, int at, string mark) =>
        text.AsSpan(at).StartsWith(mark, StringComparison.Ordinal)
        && at + mark.Length < text.Length
        && char.IsAsciiLetter(text[at + mark.Length]);

    private static bool IsDirectionMark(char c) =>
        c
            is '\u2028'
                or '\u2029'
                or '\u200E'
                or '\u200F'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069');
}
