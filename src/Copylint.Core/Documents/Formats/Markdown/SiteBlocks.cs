using Copylint.Documents.Formats.Templates;

namespace Copylint.Documents.Formats.Markdown;

/// <summary>
/// What stands at the start of a line: code fences, <c>:::</c> divisions, <c>!!! note</c> and <c>&gt; [!NOTE]</c>
/// admonitions, the modules of MDX, Obsidian's block names.
/// </summary>
internal sealed class SiteBlocks(string text, MaskedText mask, bool isMdx)
{
    // The heading of a division or admonition becomes a heading of the sixth level; shorter markup takes what it has
    // room for.
    private const string Heading = "######";

    /// <summary>Covers the markup at the start of lines from a place on.</summary>
    /// <param name="at">Where a line begins.</param>
    /// <returns>Where the line's own text begins; lines that are no copy are passed over.</returns>
    public int Line(int at)
    {
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var newline ? newline : text.Length;
            var line = text.AsSpan(at, end - at);
            var content = ContentStart(line);
            var rest = line[content..];
            if (FenceOf(rest) is { Length: > 0 } fence)
            {
                at = AfterFence(end, fence);
                continue;
            }

            if (isMdx && content == 0 && IsModule(rest))
            {
                end = AfterModule(at);
                mask.Cover(at, end);
                at = end;
                continue;
            }

            CoverBlockName(at, line);
            return at + content + CoverOpening(at + content, rest, IsQuoted(line[..content]));
        }

        return at;
    }

    // After blanks and the marks of block quotations.
    private static int ContentStart(ReadOnlySpan<char> line)
    {
        var at = 0;
        while (at < line.Length && line[at] is ' ' or '>' or '\t')
            at++;
        return at;
    }

    private static bool IsQuoted(ReadOnlySpan<char> before) => before.Contains('>');

    private static ReadOnlySpan<char> FenceOf(ReadOnlySpan<char> line)
    {
        var length = 0;
        while (length < line.Length && line[length] == line[0] && line[0] is '`' or '~')
            length++;
        return length >= 3 && !(line[0] == '`' && line[length..].Contains('`')) ? line[..length] : default;
    }

    private int AfterFence(int lineEnd, ReadOnlySpan<char> fence)
    {
        var at = lineEnd + 1;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var newline ? newline : text.Length;
            var line = text.AsSpan(at, end - at);
            line = line[ContentStart(line)..];
            var closing = FenceOf(line);
            if (closing.StartsWith(fence) && line[closing.Length..].IsWhiteSpace())
                return end + 1;
            at = end + 1;
        }

        return at;
    }

    private static bool IsModule(ReadOnlySpan<char> line) =>
        (line.StartsWith("import ") && (line.Contains('\'') || line.Contains('"')))
        || line.StartsWith("export const ")
        || line.StartsWith("export default ")
        || line.StartsWith("export function ")
        || line.StartsWith("export {")
        || line.StartsWith("import {");

    // Up to the blank line after it.
    private int AfterModule(int at)
    {
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var newline ? newline + 1 : text.Length;
            if (text.AsSpan(at, end - at).IsWhiteSpace())
                return at;
            at = end;
        }

        return at;
    }

    // "… the end. ^quote-of-the-day" names the block.
    private void CoverBlockName(int at, ReadOnlySpan<char> line)
    {
        var trimmed = line.TrimEnd();
        var caret = trimmed.LastIndexOf(" ^");
        if (caret < 0 || trimmed.Length - caret < 6)
            return;
        foreach (var c in trimmed[(caret + 2)..])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                return;
        }

        mask.Cover(at + caret + 1, at + trimmed.Length);
    }

    // Returns how much of the line it has dealt with.
    private int CoverOpening(int at, ReadOnlySpan<char> line, bool isQuoted)
    {
        if (line.StartsWith(":::"))
            return Division(at, line);
        if (!isQuoted && (line.StartsWith("!!!") || line.StartsWith("???")))
            return Admonition(at, line);
        return isQuoted && line.StartsWith("[!") ? Callout(at, line) : 0;
    }

    // ":::", "::: {.callout-note}", ":::tip A title", ":::tip[A title]", "::: warning".
    private int Division(int at, ReadOnlySpan<char> line)
    {
        var end = line.TrimEnd().Length;
        var marks = 0;
        while (marks < end && line[marks] == ':')
            marks++;
        var rest = marks;
        while (rest < end && line[rest] == ' ')
            rest++;
        var isName = rest < end && char.IsAsciiLetter(line[rest]);
        while (rest < end && (char.IsAsciiLetterOrDigit(line[rest]) || line[rest] is '-' or '_'))
            rest++;
        var bracket = isName && rest < end && line[rest] == '[' && line[..end].EndsWith("]");
        if (isName && rest < end && line[rest] != ' ' && line[rest] != '{' && !bracket)
            return 0;
        if (bracket)
        {
            mask.Write(at, at + rest + 1, Heading[..Math.Min(6, rest)] + " ");
            mask.Cover(at + end - 1, at + end);
            return end;
        }

        var attributes = line[rest..end].TrimStart(' ');
        if (attributes.StartsWith("{"))
        {
            var close = attributes.LastIndexOf('}');
            rest = close < 0 ? end : end - attributes.Length + close + 1;
        }

        return Title(at, line, rest, end);
    }

    // What is left of the line is the title.
    private int Title(int at, ReadOnlySpan<char> line, int markup, int end)
    {
        if (line[markup..end].Trim(" :").IsEmpty)
        {
            mask.Write(at, at + end, "");
            return end;
        }

        mask.Write(at, at + markup, Heading[..Math.Min(6, markup)]);
        return markup;
    }

    // "!!! note", "??? tip "A title"", "???+ info inline end "A title"": the body is indented, as a list's item is.
    private int Admonition(int at, ReadOnlySpan<char> line)
    {
        var end = line.TrimEnd().Length;
        var quote = line[..end].IndexOf('"');
        var word = line[..(quote < 0 ? end : quote)].TrimStart("!?+").Trim(' ');
        if (!IsType(word) || (line.Length > 3 && line[3] is not (' ' or '+')) || !HasIndentedBody(at))
            return 0;
        if (quote < 0 || quote + 1 >= end)
        {
            mask.Write(at, at + 2, "- ");
            mask.Cover(at + 2, at + end);
            return end;
        }

        mask.Write(at, at + 5, "- ## ");
        mask.Cover(at + 5, at + quote + 1);
        if (line[end - 1] == '"')
            mask.Cover(at + end - 1, at + end);
        return quote + 1;
    }

    // "note", "info inline end".
    private static bool IsType(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not (' ' or '-' or '_'))
                return false;
        }

        return !words.IsEmpty && words.Count(' ') <= 3;
    }

    private bool HasIndentedBody(int at)
    {
        var next = text.IndexOf('\n', at) + 1;
        while (next > 0 && next < text.Length && text[next] is '\r' or '\n')
            next++;
        return next > 0 && text.AsSpan(next) is [' ', ' ', ' ', ' ', ..] or ['\t', ..];
    }

    // "> [!NOTE]" of GitHub, "> [!tip]- A title" of Obsidian.
    private int Callout(int at, ReadOnlySpan<char> line)
    {
        var close = line.IndexOf(']');
        if (close < 3 || line[2..close].ContainsAny(" \t["))
            return 0;
        close++;
        if (close < line.Length && line[close] is '+' or '-')
            close++;
        return Title(at, line, close, line.TrimEnd().Length);
    }
}
