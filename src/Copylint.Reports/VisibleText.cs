using System.Text;

namespace Copylint.Reports;

/// <summary>Text as it can be shown: control characters and marks of direction would steer the terminal, or turn what a
/// reader sees.</summary>
public static class VisibleText
{
    /// <summary>The text with signs for its control characters, line breaks among them: a name with one would begin a
    /// line that a build server takes for a command.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
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

    private static bool IsDirectionMark(char c) =>
        c
            is '\u2028'
                or '\u2029'
                or '\u200E'
                or '\u200F'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069');
}
