using System.Text;

namespace Copylint.Fuzz;

/// <summary>Makes one input from one number.</summary>
internal sealed class Mutator(int number, Seeds seeds)
{
    private const int MaxLength = 20_000;

    private readonly Random _random = new(number);

    /// <summary>A document with some changes, in one of the formats.</summary>
    public FuzzedDocument Document()
    {
        var (name, text) = Any(seeds.Documents);
        var ending = _random.Next(4) == 0 ? Any([".txt", ".md", ".html"]) : Path.GetExtension(name);
        if (text.Length > MaxLength)
            text = text.Substring(_random.Next(text.Length - MaxLength), MaxLength);
        text = Mutate(text);
        if (_random.Next(6) == 0)
            text = FrontMatter() + text;
        if (ending == ".html" && _random.Next(3) == 0)
            text = Mutate(JsonLd) + text;
        var bytes = Encoding.UTF8.GetBytes(text);
        if (_random.Next(8) == 0)
            bytes = Corrupt(bytes);
        return new FuzzedDocument("document" + ending, bytes);
    }

    /// <summary>A few words of a document: any of them can be the first or the last, of a file or a block.</summary>
    public FuzzedDocument Edge()
    {
        var text = Any(seeds.Documents).Text;
        var words = text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var parts = new List<string>();
        for (var i = _random.Next(1, 4); i > 0 && words.Length > 0; i--)
        {
            var from = _random.Next(words.Length);
            parts.Add(string.Join(' ', words.Skip(from).Take(_random.Next(1, 12))));
        }

        if (_random.Next(3) == 0)
            parts.Insert(_random.Next(parts.Count + 1), Any(seeds.Words));
        var ending = Any([".txt", ".txt", ".md", ".html"]);
        var between = ending == ".html" ? "<p>" : "\n\n";
        return new FuzzedDocument("edge" + ending, Encoding.UTF8.GetBytes(string.Join(between, parts)));
    }

    /// <summary>A text with one to eight changes.</summary>
    public string Mutate(string text)
    {
        for (var i = _random.Next(1, 9); i > 0; i--)
            text = Change(text);
        return text.Length > MaxLength * 2 ? text[..(MaxLength * 2)] : text;
    }

    /// <summary>Bytes with some of them changed, left out or put in.</summary>
    public byte[] Corrupt(byte[] bytes)
    {
        var list = bytes.ToList();
        for (var i = _random.Next(1, 6); i > 0; i--)
        {
            var at = _random.Next(list.Count + 1);
            if (at == list.Count || _random.Next(3) == 0)
                list.Insert(at, (byte)_random.Next(256));
            else if (_random.Next(2) == 0)
                list.RemoveAt(at);
            else
                list[at] = (byte)_random.Next(256);
        }

        return [.. list];
    }

    /// <summary>A card or word list with some changes.</summary>
    public string Card() => Mutate(Any(seeds.Cards));

    /// <summary>One of some texts.</summary>
    public T Any<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private const string JsonLd =
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-02-01T10:00:00Z\","
        + "\"author\":[{\"@type\":\"Person\",\"name\":\"A B\"}],\"headline\":\"A\"}</script>\n";

    private string FrontMatter()
    {
        var fence = Any(["---", "+++", "---"]);
        var body = new StringBuilder();
        for (var i = _random.Next(6); i > 0; i--)
            body.Append(Any(["date", "title", "author", "updated", "tags", "stet"]))
                .Append(Any([": ", " = ", ":\n  - ", ": {", ": ["]))
                .Append(Any(["2024-02-30", "\"2024-01-01", "[a, b]", "!!x", "*a", "&a b", "|\n  text", "12"]))
                .Append('\n');
        return $"{fence}\n{(_random.Next(2) == 0 ? Change(body.ToString()) : body)}{fence}\n";
    }

    private string Change(string text) =>
        _random.Next(10) switch
        {
            0 => text.Insert(Place(text), Any(seeds.Pieces)),
            1 => text.Insert(Place(text), Any(seeds.Words)),
            2 => Without(text, _random.Next(1, 4)),
            3 => Without(text, _random.Next(1, 200)),
            4 => text.Insert(Place(text), Stretch(text, _random.Next(1, 120))),
            5 => text.Insert(Place(text), Stretch(Any(seeds.Documents).Text, _random.Next(1, 300))),
            6 => Lines(text),
            7 => Tokens(text),
            8 => text[..Place(text)],
            _ => text.Insert(Place(text), string.Concat(Enumerable.Repeat(Any(seeds.Pieces), _random.Next(1, 30)))),
        };

    // A place between whole characters.
    private int Place(string text)
    {
        var at = _random.Next(text.Length + 1);
        return at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private string Without(string text, int length)
    {
        var start = Place(text);
        var end = Math.Min(text.Length, start + length);
        return text.Remove(start, (end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : end) - start);
    }

    private string Stretch(string text, int length)
    {
        var start = Place(text);
        var end = Math.Min(text.Length, start + length);
        return text[start..(end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : end)];
    }

    private string Lines(string text)
    {
        var lines = text.Split('\n').ToList();
        var (from, to) = (_random.Next(lines.Count), _random.Next(lines.Count));
        switch (_random.Next(4))
        {
            case 0:
                lines.RemoveAt(from);
                break;
            case 1:
                lines.Insert(to, lines[from]);
                break;
            case 2:
                (lines[from], lines[to]) = (lines[to], lines[from]);
                break;
            default:
                lines[from] = Any(seeds.Pieces) + lines[from];
                break;
        }

        return string.Join('\n', lines);
    }

    private string Tokens(string text)
    {
        var tokens = text.Split(' ').ToList();
        var (from, to) = (_random.Next(tokens.Count), _random.Next(tokens.Count));
        switch (_random.Next(4))
        {
            case 0:
                tokens.RemoveAt(from);
                break;
            case 1:
                tokens.Insert(to, tokens[from]);
                break;
            case 2:
                (tokens[from], tokens[to]) = (tokens[to], tokens[from]);
                break;
            default:
                tokens[from] = Any(seeds.Words);
                break;
        }

        return string.Join(' ', tokens);
    }
}
