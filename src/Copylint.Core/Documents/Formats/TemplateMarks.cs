using Copylint.Text;

namespace Copylint.Documents.Formats;

/// <summary>
/// The marks that a site's generator reads before anybody else: shortcodes of Hugo, tags and outputs of Liquid, Jinja
/// and Handlebars, fences of directives, attribute lists of
/// kramdown. What stands between them can be missing for readers when one of them goes.
/// </summary>
internal static class TemplateMarks
{
    // A mark is closed on its line or a few lines below; what is longer is no mark.
    public const int MaxLength = 2000;

    /// <summary>The marks in order of place.</summary>
    public static IEnumerable<MarkupNode> Find(string text)
    {
        for (var at = 0; at < text.Length && text.AsSpan(at).IndexOf('{') is >= 0 and var found; )
        {
            at += found;
            var length = LengthAt(text.AsSpan(at, Math.Min(MaxLength, text.Length - at)));
            if (length > 0)
                yield return new MarkupNode(text.Substring(at, 2), new TextSpan(at, length));
            at += Math.Max(1, length);
        }

        for (var at = 0; text.IndexOf(":::", at, StringComparison.Ordinal) is >= 0 and var found; at = found + 3)
        {
            var line = found;
            while (line > 0 && text[line - 1] is ' ' or '\t')
                line--;
            if (line == 0 || text[line - 1] == '\n')
                yield return new MarkupNode("{:::", new TextSpan(found, 3));
        }
    }

    /// <summary>Whether a mark stands in a text or begins in it.</summary>
    public static bool StandIn(ReadOnlySpan<char> text) =>
        text.Contains("{{", StringComparison.Ordinal)
        || text.Contains("{%", StringComparison.Ordinal)
        || text.Contains("{:", StringComparison.Ordinal)
        || text.Contains(":::", StringComparison.Ordinal);

    private static int LengthAt(ReadOnlySpan<char> text)
    {
        if (text.Length < 3)
            return 0;
        var close = text[1] switch
        {
            '{' => "}}",
            '%' => "%}",
            ':' => "}",
            _ => null,
        };
        if (close is null)
            return 0;
        var end = text[2..].IndexOf(close, StringComparison.Ordinal);
        return end < 0 ? 0 : end + 2 + close.Length;
    }
}
