using Copylint.Text;

namespace Copylint.Documents.Top;

/// <summary>Front matter in TOML: keys before the first table, with strings, dates and the first item of arrays as
/// values.</summary>
internal static class TomlFrontMatter
{
    private static readonly string[] Multiline = ["\"\"\"", "'''"];

    /// <summary>Reads what stands between the fences.</summary>
    public static void Read(string text, TextSpan span, FrontMatter matter)
    {
        for (var at = span.Start; at < span.End; at = FrontMatter.AfterLine(text, at))
        {
            var end = Math.Min(span.End, FrontMatter.AfterLine(text, at));
            var line = text.AsSpan(at, end - at);
            if (line.TrimStart().StartsWith("["))
                return;
            var equals = line.IndexOf('=');
            if (equals <= 0)
                continue;
            var key = line[..equals].Trim().Trim('"').ToString();
            var value = FrontMatter.Trim(text, at + equals + 1, end);
            if (Array.Find(Multiline, m => value.In(text).StartsWith(m)) is { } marks)
            {
                var start = value.Start + marks.Length;
                var close = text.IndexOf(marks, start, StringComparison.Ordinal);
                if (close < 0 || close > span.End)
                    return;
                Add(matter, key, FrontMatter.Trim(text, start, close), text, FrontMatterQuoting.Escapes);
                at = close;
                continue;
            }

            if (value.In(text).StartsWith("["))
                value = FirstItem(text, value);
            var (inner, quoting) = Unquoted(text, value);
            Add(matter, key, inner, text, quoting);
        }
    }

    private static void Add(FrontMatter matter, string key, TextSpan value, string text, FrontMatterQuoting quoting)
    {
        if (!value.IsEmpty)
            matter.Add(
                [key],
                value.In(text).ToString().Replace("\\\"", "\"", StringComparison.Ordinal),
                value,
                quoting
            );
    }

    private static TextSpan FirstItem(string text, TextSpan array)
    {
        var value = array.In(text);
        var comma = value.IndexOf(',');
        var end = comma > 0 ? array.Start + comma : array.End - (value.EndsWith("]") ? 1 : 0);
        return FrontMatter.Trim(text, array.Start + 1, Math.Max(array.Start + 1, end));
    }

    // A comment may follow a string.
    private static (TextSpan Span, FrontMatterQuoting Quoting) Unquoted(string text, TextSpan value)
    {
        if (value.IsEmpty || text[value.Start] is not ('"' or '\''))
        {
            var comment = value.In(text).IndexOf(" #");
            return (
                comment < 0 ? value : FrontMatter.Trim(text, value.Start, value.Start + comment),
                FrontMatterQuoting.None
            );
        }

        var quote = text[value.Start];
        for (var i = value.Start + 1; i < value.End; i++)
        {
            if (text[i] == '\\' && quote == '"')
                i++;
            else if (text[i] == quote)
                return (
                    TextSpan.FromBounds(value.Start + 1, i),
                    quote == '"' ? FrontMatterQuoting.Escapes : FrontMatterQuoting.None
                );
        }

        return (value, FrontMatterQuoting.None);
    }
}
