using Copylint.Text;

namespace Copylint.Documents.Formats.Html;

/// <summary>
/// Reads HTML in one pass, as tolerantly as browsers do where it matters for text: raw-text elements, character references, attributes with and without quotation marks,
/// comments, tags that nobody closes. Keeps places, which no DOM does. Nesting costs memory but no stack.
/// </summary>
internal sealed class HtmlReader
{
    private const int MaxOpenElements = 100_000;

    private static readonly Dictionary<string, Role> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["script"] = Role.Raw,
        ["style"] = Role.Raw,
        ["textarea"] = Role.Raw,
        ["xmp"] = Role.Raw,
        ["iframe"] = Role.Raw,
        ["noembed"] = Role.Raw,
        ["noframes"] = Role.Raw,
        ["title"] = Role.Raw,
        ["noscript"] = Role.Skipped,
        ["nav"] = Role.Skipped,
        ["template"] = Role.Skipped,
        ["svg"] = Role.Skipped,
        ["math"] = Role.Skipped,
        ["object"] = Role.Skipped,
        ["button"] = Role.Skipped,
        ["select"] = Role.Skipped,
        ["audio"] = Role.Skipped,
        ["video"] = Role.Skipped,
        ["canvas"] = Role.Skipped,
        ["pre"] = Role.Skipped,
        ["datalist"] = Role.Skipped,
        ["code"] = Role.InlineCode,
        ["kbd"] = Role.InlineCode,
        ["samp"] = Role.InlineCode,
        ["br"] = Role.Void,
        ["img"] = Role.Void,
        ["hr"] = Role.Void,
        ["meta"] = Role.Void,
        ["link"] = Role.Void,
        ["input"] = Role.Void,
        ["wbr"] = Role.Void,
        ["area"] = Role.Void,
        ["base"] = Role.Void,
        ["col"] = Role.Void,
        ["embed"] = Role.Void,
        ["param"] = Role.Void,
        ["source"] = Role.Void,
        ["track"] = Role.Void,
        ["h1"] = Role.Heading,
        ["h2"] = Role.Heading,
        ["h3"] = Role.Heading,
        ["h4"] = Role.Heading,
        ["h5"] = Role.Heading,
        ["h6"] = Role.Heading,
        ["p"] = Role.Paragraph,
        ["li"] = Role.Block,
        ["blockquote"] = Role.Block,
        ["figcaption"] = Role.Block,
        ["td"] = Role.Block,
        ["th"] = Role.Block,
        ["caption"] = Role.Block,
        ["div"] = Role.Block,
        ["section"] = Role.Block,
        ["article"] = Role.Block,
        ["aside"] = Role.Block,
        ["header"] = Role.Block,
        ["footer"] = Role.Block,
        ["main"] = Role.Block,
        ["ul"] = Role.Block,
        ["ol"] = Role.Block,
        ["dl"] = Role.Block,
        ["dt"] = Role.Block,
        ["dd"] = Role.Block,
        ["table"] = Role.Block,
        ["tr"] = Role.Block,
        ["tbody"] = Role.Block,
        ["thead"] = Role.Block,
        ["tfoot"] = Role.Block,
        ["figure"] = Role.Block,
        ["form"] = Role.Block,
        ["fieldset"] = Role.Block,
        ["address"] = Role.Block,
        ["details"] = Role.Block,
        ["summary"] = Role.Block,
        ["body"] = Role.Block,
        ["html"] = Role.Block,
        ["head"] = Role.Block,
        ["legend"] = Role.Block,
        ["label"] = Role.Inline,
        ["center"] = Role.Block,
        ["option"] = Role.Block,
        ["hgroup"] = Role.Block,
        ["menu"] = Role.Block,
        ["dialog"] = Role.Block,
        ["a"] = Role.Anchor,
        ["time"] = Role.Time,
    };

    private static readonly Dictionary<string, Role>.AlternateLookup<ReadOnlySpan<char>> RoleLookup =
        Roles.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string _source;
    private readonly int _start;
    private readonly int _end;
    private readonly CopyBuilder _copy;
    private readonly List<Element> _open = [];
    private readonly Dictionary<string, int> _openCounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TextSpan> _captions = [];
    private readonly List<Attribute> _attributes = [];
    private bool _hasBegun;
    private int _looked;
    private int _skipped;
    private int _breaks;
    private bool _hasHeadline;

    public HtmlReader(string source, TextSpan span, CopyBuilder copy)
    {
        _source = source;
        _start = span.Start;
        _end = span.End;
        _copy = copy;
    }

    private enum Role : byte
    {
        Inline,
        Block,
        Paragraph,
        Heading,
        Raw,
        Skipped,
        InlineCode,
        Void,
        Anchor,
        Time,
    }

    private readonly record struct Element(
        string Name,
        Role Role,
        bool Skips,
        int CopyStart,
        string? Target,
        TextSpan TargetSpan,
        int Number
    );

    private readonly record struct Attribute(TextSpan Name, TextSpan Value);

    /// <summary>Receives the head's metadata; null for a fragment.</summary>
    public MetadataBuilder? Metadata { get; init; }

    public List<DocumentProblem> Problems { get; } = [];

    /// <summary>Receives every tag and comment with its place; null where nobody asks.</summary>
    public List<MarkupNode>? Nodes { get; init; }

    /// <summary>For each block the number of the article element that it stands in, counted from 1; 0 outside.</summary>
    public List<int> ArticleOfBlock { get; } = [];

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
        var role = RoleLookup.TryGetValue(name, out var known) ? known : Role.Inline;
        if (role == Role.Void)
        {
            if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                Break(TextSpan.FromBounds(at, after));
            return after;
        }

        if (role is Role.Block or Role.Paragraph or Role.Heading)
            EndBlock();
        Close(name, role);
        return after;
    }

    private void Close(ReadOnlySpan<char> name, Role role)
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
                role is Role.Inline or Role.Anchor or Role.Time
                && _open[i].Role is Role.Block or Role.Heading or Role.Skipped
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
        var role = RoleLookup.TryGetValue(name, out var known) ? known : Role.Inline;
        var after = ReadAttributes(nameEnd, out var selfClosing);
        switch (role)
        {
            case Role.Void:
                ReadVoid(name, TextSpan.FromBounds(at, after));
                return after;
            case Role.Raw:
                return ReadRaw(name, after, selfClosing);
            case Role.InlineCode when _skipped == 0:
                _breaks = 0;
                _copy.AddDecoded(CopyBuilder.Placeholder, TextSpan.FromBounds(at, after));
                break;
            case Role.Block or Role.Paragraph or Role.Heading:
                EndBlock();
                CloseImplied(name, role);
                break;
            case Role.Skipped
                when name.Equals("nav", StringComparison.OrdinalIgnoreCase)
                    || name.Equals("pre", StringComparison.OrdinalIgnoreCase):
                EndBlock();
                CloseImplied(name, Role.Block);
                break;
            case Role.Time:
                ReadTime();
                break;
        }

        if (Metadata is not null && name.Equals("html", StringComparison.OrdinalIgnoreCase) && Find("lang") is { } lang)
            Metadata.Add(MetadataKey.Language, lang.Value, lang.Span, MetadataOrigin.Markup);
        // Only XHTML's void elements and foreign ones close themselves; a browser ignores the slash elsewhere.
        if (selfClosing && role is Role.Skipped)
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

        var skips = role is Role.Skipped or Role.InlineCode || IsHidden();
        var link = role == Role.Anchor && Find("href") is { } href ? href : ((string Value, TextSpan Span)?)null;
        Push(name, role, skips, link);
        return after;
    }

    private void Push(ReadOnlySpan<char> name, Role role, bool skips, (string Value, TextSpan Span)? link)
    {
        var lookup = _openCounts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(name, out var actual, out var count))
            actual = name.ToString();
        var number = 0;
        if (name.Equals("article", StringComparison.OrdinalIgnoreCase))
            number = ++_articles;
        _openCounts[actual] = count + 1;
        _open.Add(new Element(actual, role, skips, _copy.Position, link?.Value, link?.Span ?? default, number));
        if (skips)
            _skipped++;
    }

    private int _articles;

    // A paragraph ends where the next block begins; a list item where the next one does.
    private void CloseImplied(ReadOnlySpan<char> name, Role role)
    {
        if (_open.Count > 0 && _open[^1].Role == Role.Paragraph)
            Pop();
        else if (IsOpen("p") && role is Role.Block or Role.Paragraph or Role.Heading)
            Close("p", Role.Inline);
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

    private int ReadAttributes(int at, out bool selfClosing)
    {
        _attributes.Clear();
        selfClosing = false;
        while (at < _end)
        {
            var c = _source[at];
            if (c == '>')
                return at + 1;
            if (c == '/')
            {
                selfClosing = at + 1 < _end && _source[at + 1] == '>';
                at++;
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            var nameStart = at;
            at++;
            while (at < _end && !(char.IsWhiteSpace(_source[at]) || _source[at] is '/' or '>' or '='))
                at++;
            var name = TextSpan.FromBounds(nameStart, at);
            var value = at;
            while (value < _end && char.IsWhiteSpace(_source[value]))
                value++;
            if (value >= _end || _source[value] != '=')
            {
                _attributes.Add(new Attribute(name, new TextSpan(at, 0)));
                continue;
            }

            value++;
            while (value < _end && char.IsWhiteSpace(_source[value]))
                value++;
            if (value >= _end)
                return _end;
            if (_source[value] is '"' or '\'')
            {
                var close = _source.AsSpan(value + 1, _end - value - 1).IndexOf(_source[value]);
                var valueEnd = close < 0 ? _end : value + 1 + close;
                _attributes.Add(new Attribute(name, TextSpan.FromBounds(value + 1, valueEnd)));
                at = Math.Min(_end, valueEnd + 1);
            }
            else
            {
                at = value;
                while (at < _end && !char.IsWhiteSpace(_source[at]) && _source[at] != '>')
                    at++;
                _attributes.Add(new Attribute(name, TextSpan.FromBounds(value, at)));
            }
        }

        return _end;
    }

    private (string Value, TextSpan Span)? Find(string name)
    {
        foreach (var attribute in _attributes)
        {
            if (attribute.Name.In(_source).Equals(name, StringComparison.OrdinalIgnoreCase))
                return (HtmlEntities.DecodeAll(_source, attribute.Value.Start, attribute.Value.End), attribute.Value);
        }

        return null;
    }

    private bool IsHidden()
    {
        foreach (var attribute in _attributes)
        {
            var name = attribute.Name.In(_source);
            var value = attribute.Value.In(_source);
            if (
                name.Equals("hidden", StringComparison.OrdinalIgnoreCase)
                || (
                    name.Equals("aria-hidden", StringComparison.OrdinalIgnoreCase)
                    && value.Equals("true", StringComparison.OrdinalIgnoreCase)
                )
            )
                return true;
            if (
                name.Equals("style", StringComparison.OrdinalIgnoreCase)
                && (
                    value.Contains("display:none", StringComparison.OrdinalIgnoreCase)
                    || value.Contains("display: none", StringComparison.OrdinalIgnoreCase)
                    || value.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
                    || value.Contains("visibility: hidden", StringComparison.OrdinalIgnoreCase)
                )
            )
                return true;
        }

        return false;
    }

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
            if (_skipped == 0 && Find("alt") is { } alt && !string.IsNullOrWhiteSpace(alt.Value))
                _captions.Add(alt.Span);
        }
        else if (Metadata is not null && name.Equals("meta", StringComparison.OrdinalIgnoreCase))
        {
            ReadMeta(Metadata);
        }
        else if (
            Metadata is not null
            && name.Equals("link", StringComparison.OrdinalIgnoreCase)
            && Find("rel") is { } rel
            && rel.Value.Equals("canonical", StringComparison.OrdinalIgnoreCase)
            && Find("href") is { } href
        )
        {
            Metadata.Add(MetadataKey.CanonicalUrl, href.Value, href.Span, MetadataOrigin.Markup);
        }
    }

    private void ReadMeta(MetadataBuilder metadata)
    {
        if (
            (Find("property") ?? Find("name") ?? Find("itemprop")) is not { } property
            || Find("content") is not { } content
        )
            return;
        MetadataKey? key = property.Value.ToLowerInvariant() switch
        {
            "og:title" or "twitter:title" => MetadataKey.Title,
            "author" or "article:author" or "parsely-author" or "dc.creator" => MetadataKey.Byline,
            "article:published_time"
            or "datepublished"
            or "date"
            or "pubdate"
            or "publishdate"
            or "parsely-pub-date"
            or "dc.date"
            or "dc.date.issued"
            or "sailthru.date" => MetadataKey.Published,
            "article:modified_time" or "datemodified" or "og:updated_time" or "lastmod" => MetadataKey.Updated,
            "article:section" or "parsely-section" => MetadataKey.Section,
            "og:url" => MetadataKey.CanonicalUrl,
            "og:locale" or "language" => MetadataKey.Language,
            _ => null,
        };
        if (key is { } known)
            metadata.Add(known, content.Value, content.Span, MetadataOrigin.MetaElement);
    }

    // Whether a block of some length stands before; each block is looked at once.
    private bool HasBegun()
    {
        while (!_hasBegun && _looked < _copy.Blocks.Count)
            _hasBegun = _copy.Blocks[_looked++].Span.Length > 200;
        return _hasBegun;
    }

    private void ReadTime()
    {
        // The first times on the page, before the text begins, tell when it was published.
        if (Metadata is null || _skipped > 0 || HasBegun() || Find("datetime") is not { } datetime)
            return;
        Metadata.Add(
            Metadata.HasPublished(MetadataOrigin.TimeElement) ? MetadataKey.Updated : MetadataKey.Published,
            datetime.Value,
            datetime.Span,
            MetadataOrigin.TimeElement
        );
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
        var type = name.Equals("script", StringComparison.OrdinalIgnoreCase) ? Find("type")?.Value : null;
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
            JsonLd.Read(_source, content, Metadata, Problems);
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
        var before = _copy.Blocks.Count;
        if (_copy.HasText)
            _copy.EndBlock(KindHere());
        foreach (var span in _captions)
        {
            AddEncoded(span.Start, span.End);
            _copy.EndBlock(BlockKind.Caption);
        }

        _captions.Clear();
        // A fragment has the blocks of the document around it, and no articles.
        if (Metadata is null)
            return;
        var article = 0;
        for (var i = _open.Count - 1; i >= 0 && _copy.Blocks.Count > before && IsOpen("article") && article == 0; i--)
            article = _open[i].Number;
        while (ArticleOfBlock.Count < _copy.Blocks.Count)
            ArticleOfBlock.Add(article);
    }

    private BlockKind KindHere()
    {
        for (var i = _open.Count - 1; i >= Math.Max(0, _open.Count - 64); i--)
        {
            switch (_open[i].Role)
            {
                case Role.Heading:
                    var isHeadline = _open[i].Name[1] == '1' && !_hasHeadline;
                    _hasHeadline |= isHeadline;
                    return isHeadline ? BlockKind.Headline : BlockKind.Heading;
                case Role.Block:
                    switch (_open[i].Name.ToLowerInvariant())
                    {
                        case "li" or "dd" or "dt":
                            return IsOpen("blockquote") ? BlockKind.BlockQuote : BlockKind.ListItem;
                        case "blockquote":
                            return BlockKind.BlockQuote;
                        case "figcaption" or "caption":
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
