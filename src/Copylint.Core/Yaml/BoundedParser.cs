using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Copylint.Yaml;

/// <summary>
/// Hands on what YamlDotNet's parser finds, within limits: so deep, so many nodes once aliases are followed, no key but
/// a single value, nothing that holds
/// itself. Whoever builds a tree of the events therefore builds a small one, and whoever walks it comes to an end.
/// Every defect is a
/// <see cref="YamlException"/> with a place, whatever the parser itself throws.
/// </summary>
internal sealed class BoundedParser : IParser
{
    /// <summary>Levels of maps and lists: more than twenty times what a card has. Guarded by the depths 64 and 65 in
    /// BoundedYamlTests.</summary>
    public const int MaxDepth = 64;

    /// <summary>Nodes that aliases stand for, all together. A list of 10,000 words that nine rules share is within it;
    /// guarded in BoundedYamlTests.</summary>
    public const int MaxAliased = 100_000;

    private readonly Parser _parser;
    private readonly Stack<Level> _open = new();
    private readonly Dictionary<AnchorName, int> _sizes = [];
    private Mark _place = Mark.Empty;
    private int _nodes;
    private int _aliased;

    /// <summary>Over a text.</summary>
    public BoundedParser(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>Loads a text into a stream.</summary>
    /// <exception cref="YamlException">It is no YAML, or over a limit.</exception>
    public static void Load(YamlStream stream, string text)
    {
        var parser = new BoundedParser(text);
        try
        {
            stream.Load(parser);
        }
        // What the loader says of events that do not belong where they stand.
        catch (ArgumentException exception)
        {
            throw new YamlException(parser._place, parser._place, exception.Message);
        }
    }

    /// <inheritdoc/>
    public ParsingEvent? Current => _parser.Current;

    /// <inheritdoc/>
    /// <exception cref="YamlException">It is no YAML, or over a limit.</exception>
    public bool MoveNext()
    {
        try
        {
            if (!_parser.MoveNext())
                return false;
        }
        catch (YamlException)
        {
            throw;
        }
        catch (InvalidOperationException)
        {
            throw new YamlException(_place, _place, "a bracket or brace is never closed");
        }
        // The parser throws what its helpers throw: for a tag that is no address, a number that is too large.
#pragma warning disable CA1031
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new YamlException(_place, _place, exception.Message);
        }

        _place = _parser.Current!.Start;
        Count(_parser.Current);
        return true;
    }

    private void Count(ParsingEvent current)
    {
        switch (current)
        {
            case MappingStart or SequenceStart:
                Begin((NodeEvent)current);
                break;
            case MappingEnd or SequenceEnd:
                var level = _open.Pop();
                if (!level.Anchor.IsEmpty)
                    _sizes[level.Anchor] = _nodes - level.FirstNode;
                break;
            case AnchorAlias alias:
                Follow(alias);
                break;
            case Scalar scalar:
                Node(scalar, isSingle: true);
                if (!scalar.Anchor.IsEmpty)
                    _sizes[scalar.Anchor] = 1;
                break;
        }
    }

    private void Begin(NodeEvent start)
    {
        Node(start, isSingle: false);
        if (_open.Count == MaxDepth)
            throw Refused(start, $"it nests deeper than {MaxDepth} levels");
        _open.Push(new Level(start is MappingStart, start.Anchor, _nodes));
    }

    private void Follow(AnchorAlias alias)
    {
        Node(alias, isSingle: false);
        foreach (var level in _open)
        {
            if (level.Anchor == alias.Value)
                throw Refused(alias, $"'*{alias.Value}' holds itself");
        }

        var size = _sizes.GetValueOrDefault(alias.Value, 1);
        _aliased += size;
        _nodes += size;
        if (_aliased > MaxAliased)
            throw Refused(alias, $"its aliases stand for more than {MaxAliased:N0} values");
    }

    // A key that is a list, a map or an alias is compared as a whole, which can take for ever.
    private void Node(ParsingEvent node, bool isSingle)
    {
        _nodes++;
        if (!_open.TryPeek(out var level) || !level.IsMapping)
            return;
        if (level.ExpectsKey && !isSingle)
            throw Refused(node, "a key must be a single word");
        level.ExpectsKey = !level.ExpectsKey;
    }

    private static YamlException Refused(ParsingEvent at, string problem) => new(at.Start, at.End, problem);

    private sealed class Level(bool isMapping, AnchorName anchor, int firstNode)
    {
        public bool IsMapping => isMapping;

        public AnchorName Anchor => anchor;

        public int FirstNode => firstNode;

        public bool ExpectsKey { get; set; } = true;
    }
}
