using Copylint.Text;

namespace Copylint.Documents.Formats.Html;

/// <summary>
/// Reads HTML in one pass, as tolerantly as browsers do where it matters for text: raw-text elements, character
/// references, attributes with and without quotation marks,
/// comments, tags that nobody closes. Keeps places, which no DOM does. Nesting costs memory but no stack.
/// </summary>
internal sealed class HtmlReader
{
    private const int MaxOpenElements = 100_000;

    // A caption's class stands at its own element or one close around it; farther out it is called so for its layout.
    private const int CaptionReach = 3;

    // The element that is called so, or the paragraph in it; "deck" is a name for rows of cards too.
    private const int StandfirstReach = 2;

    private readonly string _source;
    private readonly int _start;
    private readonly int _end;
    private readonly CopyBuilder _copy;
    private readonly List<Element> _open = [];
    private readonly Dictionary<string, int> _openCounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TextSpan> _captions = [];
    private readonly HtmlAttributes _attributes;
    private int _skipped;
    private int _breaks;
    private bool _hasHeadline;

    public HtmlReader(string source, TextSpan span, CopyBuilder copy)
    {
        _source = source;
        _start = span.Start;
        _end = span.End;
        _copy = copy;
        _attributes = new HtmlAttributes(source, span.End);
    }

    private readonly record struct Element(
        string Name,
        HtmlRole Role,
        bool Skips,
        int CopyStart,
        string? Target,
        TextSpan TargetSpan,
        int Number
    );

    /// <summary>Receives the head's metadata; null for a fragment.</summary>
    public MetadataBuilder? Metadata { get; init; }

    public List<DocumentProblem> Problems { get; } = [];

    /// <summary>Receives every tag and comment with its place; null where nobody asks.</summary>
    public List<MarkupNode>? Nodes { get; init; }

    /// <summary>The elements of the page; empty for a fragment of another document.</summary>
    public PageTree Tree { get; } = new();

    /// <summary>For each block the element of <see cref="Tree"/> that it stands in.</summary>
    public List<int> NodeOfBlock { get; } = [];

    /// <summary>The blocks that are alternative texts of pictures.</summary>
    public HashSet<int> AlternativeTexts { get; } = [];

    /// <summary>The text of the article as the page's JSON-LD gives it, once a piece.</summary>
    public List<string> ToldBodies { get; } = [];

    /// <summary>The times of the page, in order.</summary>
    public List<PageTime> Times { get; } = [];

    private int NodeHere => _open.Count > 0 ? _open[^1].Number : 0;

    /// <summary>Reads a part of a Markdown document: the blocks that are open stay so at its end.</summary>
    public void ReadFragment()
    {
        Read();
        EndBlock();
    }

    public void Read()
    {
        var at = _start;
        while (at < _end)
        {
            var tag = _source.AsSpan(at, _end - at).IndexOf('<');
            var textEnd = tag < 0 ? _end : at + tag;
            if (textEnd > at)
                AddText(at, textEnd);
            if (tag < 0)
                break;
            at = ReadMarkup(textEnd);
            if (Nodes is not null && KindAt(textEnd) is { } kind)
                Nodes.Add(new MarkupNode(kind, TextSpan.FromBounds(textEnd, at)));
        }
    }

    private int ReadMarkup(int at)
    {
        if (at + 1 >= _end)
        {
            AddText(at, _end);
            return _end;
        }

        var next = _source[at + 1];
        if (next == '!' || next == '?')
            return SkipDeclaration(at);
        if (next == '/')
        {
            if (at + 2 < _end && char.IsAsciiLetter(_source[at + 2]))
                return ReadEndTag(at);
            return AfterBracket(at + 2);
        }

        if (!char.IsAsciiLetter(next))
        {
            AddText(at, at + 1);
            return at + 1;
        }

        return ReadStartTag(at);
    }

    // The name of the tag at a bracket as a node has it; null for a bracket that is text.
    private string? KindAt(int at)
    {
        if (at + 1 >= _end)
            return null;
        if (_source[at + 1] is '!' or '?')
            return "<!";
        var name = _source[at + 1] == '/' ? at + 2 : at + 1;
        return name < _end && char.IsAsciiLetter(_source[name]) ? _source[at..NameEnd(name)].ToLowerInvariant() : null;
    }

    private int SkipDeclaration(int at)
    {
        if (_source.AsSpan(at, _end - at).StartsWith("<!--"))
        {
            // "<!-->" and "<!--->" are empty comments; one that nothing closes goes on to the end.
            var body = at + 4;
            if (_source.AsSpan(body, _end - body).StartsWith(">") || _source.AsSpan(body, _end - body).StartsWith("->"))
                return AfterBracket(body);
            var close = _source.AsSpan(body, _end - body).IndexOf("-->");
            var after = close < 0 ? _end : body + close + 3;
            _copy.Comments.Add(TextSpan.FromBounds(at, after));
            return after;
        }

        return AfterBracket(at + 1);
    }

    private int AfterBracket(int at)
    {
        if (at >= _end)
            return _end;
        var close = _source.AsSpan(at, _end - at).IndexOf('>');
        return close < 0 ? _end : at + close + 1;
    }

    private int NameEnd(int at)
    {
        while (at < _end && !(char.IsWhiteSpace(_source[at]) || _source[at] is '/' or '>'))
            at++;
        return at;
    }

    private int ReadEndTag(int at)
    {
        var nameEnd = NameEnd(at + 2);
        var name = _source.AsSpan(at + 2, nameEnd - at - 2);
        var after = AfterBracket(nameEnd);
        var role = HtmlElements.RoleOf(name);
        if (role == HtmlRole.Void)
        {
            if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                Break(TextSpan.FromBounds(at, after));
            return after;
        }

        if (role is HtmlRole.Block or HtmlRole.Paragraph or HtmlRole.Heading)
            EndBlock();
        Close(name, role);
        return after;
    }

    private void Close(ReadOnlySpan<char> name, HtmlRole role)
    {
        if (!_openCounts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var count) || count == 0)
            return;
        // An inline element closes no block around it.
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (name.Equals(_open[i].Name, StringComparison.OrdinalIgnoreCase))
            {
                while (_open.Count > i)
                    Pop();
                return;
            }

            if (
                role is HtmlRole.Inline or HtmlRole.Anchor or HtmlRole.Time
                && _open[i].Role is HtmlRole.Block or HtmlRole.Heading or HtmlRole.Skipped
            )
                return;
        }
    }

    private void Pop()
    {
        var element = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        _openCounts[element.Name]--;
        if (element.Skips)
            _skipped--;
        if (element.Target is not null && _skipped == 0)
            _copy.AddLink(element.CopyStart, element.Target, element.TargetSpan);
    }

    private int ReadStartTag(int at)
    {
        var nameEnd = NameEnd(at + 1);
        var name = _source.AsSpan(at + 1, nameEnd - at - 1);
        var role = HtmlElements.RoleOf(name);
        var after = _attributes.Read(nameEnd, out var selfClosing);
        switch (role)
        {
            case HtmlRole.Void:
                ReadVoid(name, TextSpan.FromBounds(at, after));
                return after;
            case HtmlRole.Raw:
                return ReadRaw(name, after, selfClosing);
            case HtmlRole.InlineCode when _skipped == 0:
                _breaks = 0;
                _copy.AddDecoded(CopyBuilder.Placeholder, TextSpan.FromBounds(at, after));
                break;
            case HtmlRole.Block or HtmlRole.Paragraph or HtmlRole.Heading:
                EndBlock();
                CloseImplied(name, role);
                break;
            case HtmlRole.Skipped
                when name.Equals("nav", StringComparison.OrdinalIgnoreCase)
                    || name.Equals("pre", StringComparison.OrdinalIgnoreCase):
                EndBlock();
                CloseImplied(name, HtmlRole.Block);
                break;
            case HtmlRole.Time:
                ReadTime();
                break;
        }

        if (
            Metadata is not null
            && name.Equals("html", StringComparison.OrdinalIgnoreCase)
            && _attributes.Find("lang") is { } lang
        )
            Metadata.Add(MetadataKey.Language, lang.Value, lang.Span, MetadataOrigin.Markup);
        // Only XHTML's void elements and foreign ones close themselves; a browser ignores the slash elsewhere.
        if (selfClosing && role is HtmlRole.Skipped)
            return after;
        if (_open.Count >= MaxOpenElements)
        {
            if (Problems.Count == 0)
                Problems.Add(
                    new DocumentProblem(
                        new TextSpan(at, 1),
                        $"more than {MaxOpenElements:N0} elements are open; what they contain is read without structure"
                    )
                );
            return after;
        }

        var skips = role is HtmlRole.Skipped or HtmlRole.InlineCode || _attributes.IsHidden();
        var link =
            role == HtmlRole.Anchor && _attributes.Find("href") is { } href
                ? href
                : ((string Value, TextSpan Span)?)null;
        Push(name, role, skips, link);
        return after;
    }

    private void Push(ReadOnlySpan<char> name, HtmlRole role, bool skips, (string Value, TextSpan Span)? link)
    {
        var lookup = _openCounts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(name, out var actual, out var count))
            actual = name.ToString();
        var number = Metadata is null ? 0 : Tree.Add(NodeHere, name, role, _attributes);
        _openCounts[actual] = count + 1;
        _open.Add(new Element(actual, role, skips, _copy.Position, link?.Value, link?.Span ?? default, number));
        if (skips)
            _skipped++;
    }

    // A paragraph ends where the next block begins; a list item where the next one does.
    private void CloseImplied(ReadOnlySpan<char> name, HtmlRole role)
    {
        if (_open.Count > 0 && _open[^1].Role == HtmlRole.Paragraph)
            Pop();
        else if (IsOpen("p") && role is HtmlRole.Block or HtmlRole.Paragraph or HtmlRole.Heading)
            Close("p", HtmlRole.Inline);
        if (_open.Count == 0)
            return;
        var top = _open[^1].Name;
        if (
            name.Equals(top, StringComparison.OrdinalIgnoreCase)
            && top.ToLowerInvariant() is "li" or "td" or "th" or "tr" or "dt" or "dd" or "option"
        )
            Pop();
    }

    private bool IsOpen(string name) => _openCounts.TryGetValue(name, out var count) && count > 0;

    private void ReadVoid(ReadOnlySpan<char> name, TextSpan tag)
    {
        if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
        {
            Break(tag);
        }
        else if (name.Equals("hr", StringComparison.OrdinalIgnoreCase))
        {
            EndBlock();
        }
        else if (name.Equals("img", StringComparison.OrdinalIgnoreCase))
        {
            if (_skipped == 0 && _attributes.Find("alt") is { } alt && !string.IsNullOrWhiteSpace(alt.Value))
                _captions.Add(alt.Span);
        }
        else if (Metadata is not null && name.Equals("meta", StringComparison.OrdinalIgnoreCase))
        {
            HtmlHead.ReadMeta(_attributes, Metadata);
        }
        else if (Metadata is not null && name.Equals("link", StringComparison.OrdinalIgnoreCase))
        {
            HtmlHead.ReadLink(_attributes, Metadata);
        }
    }

    // Which of them tells the day of publication is known when the article is.
    private void ReadTime()
    {
        if (Metadata is not null && _skipped == 0 && _attributes.Find("datetime") is { } datetime)
            Times.Add(new PageTime(datetime.Value, datetime.Span, NodeHere, _copy.Position));
    }

    // The content of an element whose text is not parsed: up to its end tag.
    private int ReadRaw(ReadOnlySpan<char> name, int start, bool selfClosing)
    {
        if (
            selfClosing
            && !name.Equals("title", StringComparison.OrdinalIgnoreCase)
            && !name.Equals("script", StringComparison.OrdinalIgnoreCase)
        )
            return start;
        var type = name.Equals("script", StringComparison.OrdinalIgnoreCase) ? _attributes.Find("type")?.Value : null;
        var at = start;
        while (true)
        {
            var close = at < _end ? _source.AsSpan(at, _end - at).IndexOf("</") : -1;
            if (close < 0)
                return _end;
            at += close + 2;
            var rest = _source.AsSpan(at, _end - at);
            if (
                rest.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && (rest.Length == name.Length || !char.IsLetterOrDigit(rest[name.Length]))
            )
                break;
        }

        var content = TextSpan.FromBounds(start, at - 2);
        if (Metadata is not null && name.Equals("title", StringComparison.OrdinalIgnoreCase))
            Metadata.Add(
                MetadataKey.Title,
                HtmlEntities.DecodeAll(_source, content.Start, content.End),
                content,
                MetadataOrigin.TitleElement
            );
        else if (
            Metadata is not null
            && type is not null
            && type.Equals("application/ld+json", StringComparison.OrdinalIgnoreCase)
        )
            JsonLd.Read(_source, content, Metadata, ToldBodies, Problems);
        return AfterBracket(at);
    }

    private void Break(TextSpan tag)
    {
        if (_skipped > 0)
            return;
        // Two breaks part paragraphs, as pages without paragraph elements write them.
        if (++_breaks == 2 && _copy.HasText)
            EndBlock();
        else
            _copy.AddBlank(tag);
    }

    private void AddText(int start, int end)
    {
        if (_skipped > 0)
            return;
        if (_breaks > 0 && !_source.AsSpan(start, end - start).IsWhiteSpace())
            _breaks = 0;
        AddEncoded(start, end);
    }

    // Text with its character references decoded, each with its place.
    private void AddEncoded(int start, int end)
    {
        var at = start;
        while (at < end)
        {
            var ampersand = _source.AsSpan(at, end - at).IndexOf('&');
            if (ampersand < 0)
            {
                _copy.AddText(at, end);
                return;
            }

            var place = at + ampersand;
            if (HtmlEntities.Decode(_source, place, end, out var length) is { } decoded)
            {
                _copy.AddText(at, place);
                // A soft hyphen or a joiner inside a word is no part of its spelling.
                if (decoded is not ("\u00AD" or "\u200B" or "\u200C" or "\u200D"))
                    _copy.AddDecoded(decoded, new TextSpan(place, length));
                at = place + length;
            }
            else
            {
                _copy.AddText(at, place + 1);
                at = place + 1;
            }
        }
    }

    private void EndBlock()
    {
        _breaks = 0;
        if (_copy.HasText)
            _copy.EndBlock(KindHere());
        foreach (var span in _captions)
        {
            AddEncoded(span.Start, span.End);
            AlternativeTexts.Add(_copy.Blocks.Count);
            _copy.EndBlock(BlockKind.Caption);
        }

        _captions.Clear();
        // A fragment has the blocks of the document around it, and no article of its own.
        while (Metadata is not null && NodeOfBlock.Count < _copy.Blocks.Count)
            NodeOfBlock.Add(NodeHere);
    }

    private static bool IsHeadline(in Element element) => element.Role == HtmlRole.Heading && element.Name[1] == '1';

    private BlockKind KindHere()
    {
        for (var i = _open.Count - 1; i >= Math.Max(0, _open.Count - 64); i--)
        {
            var isNear = i >= _open.Count - CaptionReach;
            var mark = isNear && Metadata is not null ? Tree.MarkOf(_open[i].Number) : PageMark.None;
            if ((mark & PageMark.Caption) != 0)
                return BlockKind.Caption;
            if ((mark & PageMark.Standfirst) != 0 && i >= _open.Count - StandfirstReach && !IsHeadline(_open[i]))
                return BlockKind.Standfirst;
            switch (_open[i].Role)
            {
                case HtmlRole.Heading:
                    var isHeadline = _open[i].Name[1] == '1' && !_hasHeadline;
                    _hasHeadline |= isHeadline;
                    return isHeadline ? BlockKind.Headline : BlockKind.Heading;
                case HtmlRole.Block:
                    switch (_open[i].Name.ToLowerInvariant())
                    {
                        case "li" or "dd" or "dt":
                            return IsOpen("blockquote") ? BlockKind.BlockQuote : BlockKind.ListItem;
                        case "blockquote":
                            return BlockKind.BlockQuote;
                        case "figcaption" or "caption" or "figure":
                            return BlockKind.Caption;
                        case "td" or "th":
                            return BlockKind.TableCell;
                    }

                    break;
            }
        }

        return BlockKind.Paragraph;
    }
}
