namespace Copylint.Documents.Formats.Templates;

/// <summary>
/// Tells a template of pages from a page that was built: in the first, tags of the site generator are markup; in the
/// second, they are what the generator failed to read.
/// </summary>
internal static class PageTemplate
{
    // One or two tags can be left in a page; a template is made of them.
    private const int MinStatements = 3;

    private static readonly string[] Folders = ["_layouts", "_includes", "layouts", "partials", "templates"];

    /// <summary>Covers the tags of a template; a page that was built is left as it is.</summary>
    /// <param name="path">The path of the file: generators keep templates in folders of known names.</param>
    /// <param name="text">The file.</param>
    /// <param name="start">Where its front matter ends; a page that was built has none.</param>
    public static MaskedText Cover(string path, string text, int start)
    {
        var mask = new MaskedText(text);
        if (!text.AsSpan(start).Contains('{') || !(start > 0 || IsInFolder(path) || HasStatements(text)))
            return mask;
        var tags = new TemplateTags(text, new TextScanner(text), mask);
        for (var at = start; at < text.Length && text.IndexOf('{', at) is >= 0 and var brace; )
            at = tags.Cover(brace) is > 0 and var end ? end : brace + 1;
        return mask;
    }

    private static bool IsInFolder(string path)
    {
        var rest = path.AsSpan();
        while (rest.IndexOf('/') is >= 0 and var slash)
        {
            foreach (var folder in Folders)
            {
                if (rest[..slash].SequenceEqual(folder))
                    return true;
            }

            rest = rest[(slash + 1)..];
        }

        return false;
    }

    private static bool HasStatements(ReadOnlySpan<char> text)
    {
        var found = 0;
        for (var at = 0; found < MinStatements && text[at..].IndexOf('{') is >= 0 and var brace; )
        {
            at += brace + 1;
            var rest = text[at..];
            if (rest.StartsWith("% ") || rest.StartsWith("%- "))
                found++;
            else if (rest.StartsWith("{ ") && IsStatement(rest[2..]))
                found++;
        }

        return found >= MinStatements;
    }

    // Hugo's and Go's statements, and values by their path.
    private static bool IsStatement(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimStart("- ");
        var word = tag[..(tag.IndexOfAny(' ', '}') is >= 0 and var end ? end : tag.Length)];
        return word.StartsWith(".")
            || word.StartsWith("$")
            || word is "define" or "block" or "partial" or "end" or "range" or "with" or "else";
    }
}
