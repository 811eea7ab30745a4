using System.Text;

namespace Copylint.Reports;

/// <summary>Text as it can be shown: control characters and marks of direction would steer the terminal, or turn what a reader sees.</summary>
internal static class VisibleText
{
    /// <summary>The text with signs for its control characters.</summary>
    public static string Of(string text)
    {
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

    private static bool IsDirectionMark(char c) =>
        c is '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
