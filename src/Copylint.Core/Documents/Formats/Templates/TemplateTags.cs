using Copylint.Text;

namespace Copylint.Documents.Formats.Templates;

/// <summary>
/// Covers the tags of site generators and template languages: Hugo's <c>{{&lt; &gt;}}</c> and <c>{{% %}}</c>, Liquid's,
/// Jinja's and Nunjucks' <c>{% %}</c>, <c>{{ }}</c> and
/// <c>{# #}</c>. What stands between a tag and its end tag is copy, unless the tag says that it is code or a comment.
/// </summary>
internal sealed class TemplateTags(string text, TextScanner scanner, MaskedText mask)
{
    // A tag with many attributes, one a line, is about as long; what is farther away ends another.
    private const int MaxTag = 4096;
    private const int MaxValue = 512;
    private const int MaxCode = 100_000;

    private static readonly string[] CodeTags = ["highlight", "mermaid", "katex", "style", "javascript", "raw_html"];
    private static readonly string[] CaptionNames = ["caption", "alt"];

    /// <summary>Covers the tag that begins at a brace.</summary>
    /// <param name="at">The place of the brace.</param>
    /// <returns>Where it ends; 0 when there is none.</returns>
    public int Cover(int at)
    {
        if (at + 2 >= text.Length)
            return 0;
        return (text[at + 1], text[at + 2]) switch
        {
            ('{', '<') => Tag(at, 3, ">}}", '/'),
            ('{', '%') => Tag(at, 3, "%}}", '/'),
            ('{', '/') or ('{', '-') when Comment(at, "*/}}", "*/ -}}") is > 0 and var end => end,
            ('{', _) => Value(at),
            ('%', _) => Tag(at, 2, "%}", 'e'),
            ('#', _) when scanner.Find("#}", at + 2, MaxValue) is > 0 and var end && !SpansParagraphs(at, end) =>
                AddComment(at, end + 2),
            _ => 0,
        };
    }

    private int Comment(int at, string closing, string trimming)
    {
        var body = at + 2 + (text[at + 2] == '-' ? 1 : 0);
        if (!text.AsSpan(body).TrimStart(' ').StartsWith("/*"))
            return 0;
        var end = scanner.Find(closing, body, MaxTag);
        if (end >= 0)
            return AddComment(at, end + closing.Length);
        end = scanner.Find(trimming, body, MaxTag);
        return end >= 0 ? AddComment(at, end + trimming.Length) : 0;
    }

    private int AddComment(int at, int end)
    {
        mask.Cover(at, end);
        mask.Comments.Add(TextSpan.FromBounds(at, end));
        return end;
    }

    private int Value(int at)
    {
        var end = scanner.Find("}}", at + 2, MaxValue);
        if (end < 0 || SpansParagraphs(at, end))
            return 0;
        // "{{{ x }}}" is one tag too.
        end += 2;
        while (end < text.Length && text[end] == '}' && text[at + 2] == '{')
            end++;
        mask.Cover(at, end, MaskedText.Value);
        return end;
    }

    private int Tag(int at, int opening, string closing, char endMark)
    {
        var close = scanner.Find(closing, at + opening, MaxTag);
        if (close < 0)
            return 0;
        var end = close + closing.Length;
        var inner = text.AsSpan(at + opening, close - at - opening).Trim("-+~ \t\r\n");
        var name = inner[..(inner.IndexOfAny(" \t\r\n=/") is >= 0 and var blank ? blank : inner.Length)];
        if (endMark == 'e' && name is "comment" && Closing("endcomment", end) is > 0 and var afterComment)
            return AddComment(at, afterComment);
        foreach (var code in CodeTags)
        {
            if (!name.SequenceEqual(code) || inner.EndsWith("/"))
                continue;
            if (Closing(endMark == '/' ? "/" + code : "end" + code, end) is > 0 and var after)
            {
                mask.Cover(at, after);
                return after;
            }
        }

        AddCaptions(at + opening, close);
        mask.Cover(at, end);
        return end;
    }

    // Where the tag that ends a pair ends.
    private int Closing(string word, int from)
    {
        var at = scanner.Find(word, from, MaxCode);
        return at >= 0 && text.AsSpan(Math.Max(from, at - 5), at - Math.Max(from, at - 5)).ContainsAny('{', '%')
            ? scanner.Find("}", at, MaxValue) is > 0 and var end
                ? end + 1 + (end + 1 < text.Length && text[end + 1] == '}' ? 1 : 0)
                : 0
            : 0;
    }

    private void AddCaptions(int start, int end)
    {
        var first = mask.Captions.Count;
        foreach (var name in CaptionNames)
        {
            var found = text.AsSpan(start, end - start).IndexOf(name);
            var at = start + found + name.Length;
            if (found <= 0 || !char.IsWhiteSpace(text[start + found - 1]) || at + 1 >= end || text[at] != '=')
                continue;
            var quote = text[at + 1];
            if (quote is not ('"' or '\'' or '`'))
                continue;
            var close = text.AsSpan(at + 2, end - at - 2).IndexOf(quote);
            var value = new TextSpan(at + 2, Math.Max(0, close));
            if (!value.In(text).IsWhiteSpace() && !value.In(text).Contains('\\'))
                mask.Captions.Add(value);
        }

        mask.Captions.Sort(first, mask.Captions.Count - first, Comparer<TextSpan>.Create((a, b) => a.Start - b.Start));
    }

    private bool SpansParagraphs(int start, int end)
    {
        var inner = text.AsSpan(start, end - start);
        return inner.Contains("\n\n", StringComparison.Ordinal) || inner.Contains("\r\n\r\n", StringComparison.Ordinal);
    }
}
