using System.Buffers;
using Copylint.Documents.Formats.Templates;
using Copylint.Text;

namespace Copylint.Documents.Formats.Markdown;

/// <summary>
/// Finds in Markdown what CommonMark does not know: tags of site generators, attribute lists (kramdown, Pandoc,
/// Quarto), comments of Obsidian and MDX, wiki links, fenced
/// divisions and admonitions. It is covered before Markdig reads the text, so that it is neither copy nor in the way of
/// copy. One pass; code is left as it is.
/// </summary>
internal sealed class SiteMarkup
{
    // An attribute list, a wiki link and the like stand on one line of a usual length.
    private const int MaxInline = 1000;
    private const int MaxComment = 20_000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("{%[!<`\n");

    private readonly string _text;
    private readonly bool _isMdx;
    private readonly TextScanner _scanner;
    private readonly MaskedText _mask;
    private readonly TemplateTags _tags;
    private readonly SiteBlocks _blocks;

    private SiteMarkup(string text, int start, bool isMdx)
    {
        _text = text;
        _isMdx = isMdx;
        _scanner = new TextScanner(text);
        _mask = new MaskedText(text);
        _tags = new TemplateTags(text, _scanner, _mask);
        _blocks = new SiteBlocks(text, _mask, isMdx);
        Start = start;
    }

    private int Start { get; }

    /// <summary>Covers what a file holds from a place on.</summary>
    /// <param name="text">The file.</param>
    /// <param name="start">Where its front matter ends.</param>
    /// <param name="isMdx">Whether it is MDX, where braces hold expressions and lines may be modules.</param>
    public static MaskedText Cover(string text, int start, bool isMdx)
    {
        var markup = new SiteMarkup(text, start, isMdx);
        markup.Read();
        return markup._mask;
    }

    private void Read()
    {
        for (var at = _blocks.Line(Start); at < _text.Length; )
        {
            var next = _text.AsSpan(at).IndexOfAny(Marks);
            if (next < 0)
                return;
            at += next;
            at = _text[at] switch
            {
                '\n' => _blocks.Line(at + 1),
                '`' => Code(at),
                '<' => Angle(at),
                '{' => Brace(at),
                '%' => Percent(at),
                '[' => Bracket(at),
                _ => Embed(at),
            };
        }
    }

    // A code span is as long as its fence of backticks finds its like on the line.
    private int Code(int at)
    {
        var length = 1;
        while (at + length < _text.Length && _text[at + length] == '`')
            length++;
        var end = _scanner.LineEnd(at);
        var fence = _text.AsSpan(at, length);
        for (var from = at + length; from < end; )
        {
            var found = _text.AsSpan(from, end - from).IndexOf(fence);
            if (found < 0)
                break;
            var close = from + found + length;
            if (close >= _text.Length || _text[close] != '`')
                return close;
            while (close < _text.Length && _text[close] == '`')
                close++;
            from = close;
        }

        return at + length;
    }

    private int Angle(int at)
    {
        if (_text.AsSpan(at).StartsWith("<!--"))
            return _scanner.Find("-->", at + 4, int.MaxValue) is >= 0 and var end ? end + 3 : _text.Length;
        if (!_isMdx)
            return at + 1;
        // A fragment, or a component with a dot in its name, which HTML does not know.
        var name = at + 1;
        while (name < _text.Length && (char.IsLetterOrDigit(_text[name]) || _text[name] is '.' or '/'))
            name++;
        var written = _text.AsSpan(at + 1, name - at - 1).Trim('/');
        if (name >= _text.Length || !(written.IsEmpty || written.Contains('.')))
            return at + 1;
        var close = name;
        while (close < _text.Length && _text[close] is not ('>' or '<') && close - name < MaxInline)
            close = _text[close] == '{' && _scanner.ClosingBrace(close) is > 0 and var brace ? brace + 1 : close + 1;
        var isTag = close < _text.Length && _text[close] == '>' && (close == name || char.IsWhiteSpace(_text[name]));
        if (!isTag)
            return at + 1;
        _mask.Cover(at, close + 1);
        return close + 1;
    }

    private int Brace(int at)
    {
        if (_tags.Cover(at) is > 0 and var end)
            return end;
        if (_text.AsSpan(at + 1).StartsWith("/*") && _scanner.Find("*/}", at + 3, MaxComment) is >= 0 and var close)
            return Comment(at, close + 3);
        if (AttributeList.LengthAt(_text, at, MaxInline) is > 0 and var length)
        {
            _mask.Cover(at, at + length);
            UncoverSpan(at);
            return at + length;
        }

        if (_isMdx && _scanner.ClosingBrace(at) is > 0 and var brace)
        {
            // "{' '}" is a blank, any other expression becomes words.
            var isBlank = _text.AsSpan(at + 1, brace - at - 1).Trim("'\"` ").IsEmpty;
            _mask.Cover(at, brace + 1, isBlank ? MaskedText.Nothing : MaskedText.Value);
            return brace + 1;
        }

        return at + 1;
    }

    // "[text]{.class}": the brackets before the list are markup too, unless they are a link's.
    private void UncoverSpan(int brace)
    {
        if (brace == 0 || _text[brace - 1] != ']')
            return;
        var depth = 0;
        for (var i = brace - 1; i >= Math.Max(0, brace - MaxInline) && _text[i] != '\n'; i--)
        {
            depth += _text[i] switch
            {
                ']' => 1,
                '[' => -1,
                _ => 0,
            };
            if (depth > 0)
                continue;
            if (i > 0 && _text[i - 1] is '!' or ']')
                return;
            _mask.Cover(i, i + 1);
            _mask.Cover(brace - 1, brace);
            return;
        }
    }

    private int Comment(int at, int end)
    {
        _mask.Cover(at, end);
        _mask.Comments.Add(TextSpan.FromBounds(at, end));
        return end;
    }

    // Obsidian: %% up to %%, in a paragraph, or over many lines where it stands alone. "50%% and 60%%" is none.
    private int Percent(int at)
    {
        if (at + 1 >= _text.Length || _text[at + 1] != '%')
            return at + 1;
        if (at > 0 && char.IsLetterOrDigit(_text[at - 1]))
            return at + 2;
        var close = _scanner.Find("%%", at + 2, MaxComment);
        if (close < 0)
            return at + 2;
        var isBlock = _scanner.IsLineStart(at) && _scanner.LineEnd(at) == at + 2;
        return isBlock || !_text.AsSpan(at, close - at).Contains("\n\n", StringComparison.Ordinal)
            ? Comment(at, close + 2)
            : at + 2;
    }

    private int Bracket(int at)
    {
        if (at + 2 >= _text.Length)
            return at + 1;
        if (_text[at + 1] == '[')
            return Wiki(at, at);
        var isCitation = _text[at + 1] == '@' || (_text[at + 1] == '-' && _text[at + 2] == '@');
        var end = isCitation ? _text.AsSpan(at, Math.Min(MaxInline, _text.Length - at)).IndexOfAny(']', '\n') : -1;
        if (end < 0 || _text[at + end] != ']')
            return at + 1;
        _mask.Cover(at, at + end + 1);
        return at + end + 1;
    }

    // "![[picture.png|300]]" shows what is elsewhere.
    private int Embed(int at) =>
        at + 2 < _text.Length && _text[at + 1] == '[' && _text[at + 2] == '[' ? Wiki(at, at + 1) : at + 1;

    // "[[target|text]]", "[[target]]": the text is copy, the rest is not. "[[1]](#note)" is a link around a bracketed
    // number.
    private int Wiki(int at, int brackets)
    {
        var start = brackets + 2;
        var rest = _text.AsSpan(start, Math.Min(MaxInline, _text.Length - start));
        var length = rest.IndexOfAny("[]\n");
        if (length <= 0 || length + 1 >= rest.Length || rest[length] != ']' || rest[length + 1] != ']')
            return brackets + 1;
        var end = start + length + 2;
        if (end < _text.Length && _text[end] is '(' or '[')
            return brackets + 1;
        if (at != brackets)
        {
            _mask.Cover(at, end);
            return end;
        }

        // In a table the bar is escaped.
        var target = rest[..length];
        var bar = target.IndexOf('|');
        var text = bar < 0 ? start : start + bar + 1;
        var isContents = target is "toc" or "TOC" or "_TOC_" || target.StartsWith("#");
        _mask.Cover(at, isContents && bar < 0 ? end : text);
        _mask.Cover(end - 2, end);
        return end;
    }
}
