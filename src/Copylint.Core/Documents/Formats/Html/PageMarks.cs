using Copylint.Storage;

namespace Copylint.Documents.Formats.Html;

/// <summary>What an element of a page says about what it holds.</summary>
[Flags]
internal enum PageMark : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>An <c>article</c> element.</summary>
    Article = 1,

    /// <summary>The <c>main</c> element.</summary>
    Main = 2,

    /// <summary>The body of the article, by <c>itemprop</c> or by its class.</summary>
    Body = 4,

    /// <summary>The page's own: navigation, related stories, the footer.</summary>
    Page = 8,

    /// <summary>Comments of readers.</summary>
    Comments = 16,

    /// <summary>A paragraph, heading or item: it holds text and no parts of a page.</summary>
    Leaf = 32,

    /// <summary>The caption or the credit of a picture.</summary>
    Caption = 64,

    /// <summary>What stands under the headline and sums the article up.</summary>
    Standfirst = 128,
}

/// <summary>Reads the marks of an element from its name, its role, its class and its id.</summary>
internal static class PageMarks
{
    private static readonly string[] NameAttributes = ["class", "id", "role"];

    private static readonly Dictionary<string, PageMark> Words = Load();

    private static readonly Dictionary<string, PageMark>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The marks of a start tag.</summary>
    public static PageMark Of(ReadOnlySpan<char> name, HtmlRole role, HtmlAttributes attributes)
    {
        var mark = FromAttributes(attributes);
        if (attributes.Raw("itemprop").Equals("alternativeHeadline", StringComparison.OrdinalIgnoreCase))
            mark |= PageMark.Standfirst;
        if (role is HtmlRole.Paragraph or HtmlRole.Heading)
            return PageMark.Leaf | mark;
        if (role != HtmlRole.Block)
            return mark;
        if (name.Equals("article", StringComparison.OrdinalIgnoreCase))
            mark |= PageMark.Article;
        else if (name.Equals("main", StringComparison.OrdinalIgnoreCase))
            mark |= PageMark.Main;
        else if (IsPagePart(name))
            mark |= PageMark.Page;
        if (attributes.Raw("itemprop").Equals("articleBody", StringComparison.OrdinalIgnoreCase))
            mark = (mark & ~PageMark.Page) | PageMark.Body;
        if (attributes.Raw("role").Equals("main", StringComparison.OrdinalIgnoreCase))
            mark |= PageMark.Main;
        return mark;
    }

    private static bool IsPagePart(ReadOnlySpan<char> name) =>
        name.Equals("aside", StringComparison.OrdinalIgnoreCase)
        || name.Equals("footer", StringComparison.OrdinalIgnoreCase)
        || name.Equals("form", StringComparison.OrdinalIgnoreCase)
        || name.Equals("dialog", StringComparison.OrdinalIgnoreCase);

    private static PageMark FromAttributes(HtmlAttributes attributes)
    {
        var mark = PageMark.None;
        foreach (var attribute in NameAttributes)
        {
            var value = attributes.Raw(attribute);
            if (!value.IsEmpty)
                mark |= FromNames(value);
        }

        // What is called the article's body is no page part because of another word beside it.
        return mark.HasFlag(PageMark.Body) ? mark & ~(PageMark.Page | PageMark.Comments) : mark;
    }

    /// <summary>What the words of a class, an id or a role say: <c>articleBody related-links</c>.</summary>
    internal static PageMark FromNames(ReadOnlySpan<char> names)
    {
        const int Most = 256;
        Span<char> words = stackalloc char[2 * Most];
        var length = 0;
        var lastStart = -1;
        var start = 0;
        var mark = PageMark.None;
        names = names[..Math.Min(names.Length, Most)];
        for (var i = 0; i <= names.Length; i++)
        {
            var ends =
                i == names.Length
                || !char.IsAsciiLetterOrDigit(names[i])
                || (i > 0 && char.IsAsciiLetterUpper(names[i]) && char.IsAsciiLetterLower(names[i - 1]));
            if (ends && length > start)
            {
                mark |= MarkOf(words[start..length]);
                if (lastStart >= 0)
                    mark |= MarkOf(words[lastStart..length]);
                words[length++] = '-';
                lastStart = i < names.Length && char.IsWhiteSpace(names[i]) ? -1 : start;
                start = length;
            }

            if (i < names.Length && char.IsAsciiLetterOrDigit(names[i]))
                words[length++] = char.ToLowerInvariant(names[i]);
        }

        return mark;
    }

    private static PageMark MarkOf(ReadOnlySpan<char> word) =>
        Lookup.TryGetValue(word, out var mark) ? mark : PageMark.None;

    private static Dictionary<string, PageMark> Load()
    {
        var words = new Dictionary<string, PageMark>(StringComparer.Ordinal);
        foreach (var line in EmbeddedRows.Of("page-parts.txt"))
        {
            var row = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in row.Skip(1))
                words[word] = row[0] switch
                {
                    "comments" => PageMark.Comments,
                    "body" => PageMark.Body,
                    "caption" => PageMark.Caption,
                    "standfirst" => PageMark.Standfirst,
                    _ => PageMark.Page,
                };
        }

        return words;
    }
}
