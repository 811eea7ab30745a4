using Copylint.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Copylint.Yaml;

/// <summary>
/// A YAML mapping that is read key by key. Every key that is asked for is a known one; <see cref="RejectUnknown"/> then
/// names the others. Mistakes are
/// collected with their places instead of thrown, so that a person sees all of them at once.
/// </summary>
internal sealed class YamlMap
{
    /// <summary>1 MB of characters: more than ten times the longest list that is built in. Guarded in
    /// BoundedYamlTests.</summary>
    internal const int MaxLength = 1 << 20;

    private readonly YamlMappingNode _node;
    private readonly Dictionary<string, YamlNode> _values = [];
    private readonly List<string> _known = [];

    public YamlMap(string path, YamlMappingNode node, List<ConfigurationError> mistakes)
    {
        Path = path;
        _node = node;
        Mistakes = mistakes;
        // By the words of the key alone: a tag before it makes no other key of it.
        foreach (var key in Keys)
            _values.TryAdd(key.Value ?? "", node.Children[key]);
    }

    public string Path { get; }

    public List<ConfigurationError> Mistakes { get; }

    /// <summary>The keys in order of the file.</summary>
    public IEnumerable<YamlScalarNode> Keys => _node.Children.Keys.OfType<YamlScalarNode>();

    /// <summary>Parses a file that holds one mapping.</summary>
    /// <returns>Null when it cannot be parsed; the mistake is added.</returns>
    public static YamlMap? Parse(string path, string text, List<ConfigurationError> mistakes)
    {
        if (text.Length > MaxLength)
        {
            mistakes.Add(
                new ConfigurationError(path, 1, 1, $"it is longer than {MaxLength >> 20} MB and was not read")
            );
            return null;
        }

        var stream = new YamlStream();
        try
        {
            BoundedParser.Load(stream, text);
        }
        catch (YamlException exception)
        {
            mistakes.Add(
                new ConfigurationError(
                    path,
                    (int)exception.Start.Line,
                    (int)exception.Start.Column,
                    "not YAML: " + exception.Message.TrimEnd('.')
                )
            );
            return null;
        }

        if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode map)
            return new YamlMap(path, map, mistakes);
        var place =
            stream.Documents.Count == 0
                ? (1, 1)
                : ((int)stream.Documents[0].RootNode.Start.Line, (int)stream.Documents[0].RootNode.Start.Column);
        mistakes.Add(new ConfigurationError(path, place.Item1, place.Item2, "expected one mapping of keys to values"));
        return null;
    }

    public bool Has(string key)
    {
        _known.Add(key);
        return _values.ContainsKey(key);
    }

    /// <summary>The value of a key, or null.</summary>
    public YamlNode? Node(string key)
    {
        _known.Add(key);
        return _values.GetValueOrDefault(key);
    }

    public string? String(string key) => Node(key) is { } node ? Scalar(node, $"'{key}'") : null;

    public string RequiredString(string key)
    {
        if (Node(key) is { } node)
            return Scalar(node, $"'{key}'") ?? "";
        ConfigurationError(_node, $"'{key}' is missing");
        return "";
    }

    public bool Bool(string key, bool fallback)
    {
        if (Node(key) is not { } node)
            return fallback;
        switch (Scalar(node, $"'{key}'"))
        {
            case "true":
                return true;
            case "false":
                return false;
            default:
                ConfigurationError(node, $"'{key}' must be true or false");
                return fallback;
        }
    }

    /// <summary>One of a set of names.</summary>
    public T Choice<T>(string key, T fallback, IReadOnlyDictionary<string, T> choices) =>
        Node(key) is { } node ? Choice(node, $"'{key}'", fallback, choices) : fallback;

    public T Choice<T>(YamlNode node, string what, T fallback, IReadOnlyDictionary<string, T> choices)
    {
        if (Scalar(node, what) is not { } name)
            return fallback;
        if (choices.TryGetValue(name, out var value))
            return value;
        ConfigurationError(
            node,
            $"{what} cannot be '{name}'; expected {string.Join(", ", choices.Keys)}{HintFor(name, choices.Keys)}"
        );
        return fallback;
    }

    public YamlMap? Map(string key) => Node(key) is { } node ? AsMap(node, $"'{key}'") : null;

    public YamlMap? AsMap(YamlNode node, string what)
    {
        if (node is YamlMappingNode map)
            return new YamlMap(Path, map, Mistakes);
        ConfigurationError(node, $"{what} must be a mapping of keys to values");
        return null;
    }

    /// <summary>The items of a list; a single value counts as a list of one, and a key with nothing behind it as
    /// none.</summary>
    public IReadOnlyList<YamlNode> Items(string key) =>
        Node(key) switch
        {
            null or YamlScalarNode { Value: null or "", Style: ScalarStyle.Plain } => [],
            YamlSequenceNode sequence => [.. sequence.Children],
            var single => [single],
        };

    public IReadOnlyList<string> Strings(string key)
    {
        var result = new List<string>();
        foreach (var item in Items(key))
        {
            if (Scalar(item, $"an item of '{key}'") is not { } text)
                continue;
            if (string.IsNullOrWhiteSpace(text))
                ConfigurationError(item, $"an item of '{key}' is empty");
            else
                result.Add(text);
        }

        return result;
    }

    public string? Scalar(YamlNode node, string what)
    {
        if (node is YamlScalarNode { Value: { } value })
            return value;
        ConfigurationError(node, $"{what} must be a single value");
        return null;
    }

    /// <summary>Where a node stands, without a message.</summary>
    public ConfigurationError PlaceOf(YamlNode node) => new(Path, (int)node.Start.Line, (int)node.Start.Column, "");

    public void ConfigurationError(YamlNode node, string message) =>
        Mistakes.Add(PlaceOf(node) with { Message = message });

    public void ConfigurationError(string message) => ConfigurationError(_node, message);

    /// <summary>Adds a mistake for every key that was never asked for.</summary>
    public void RejectUnknown(string where)
    {
        var known = _known.ToHashSet();
        foreach (var key in Keys)
        {
            if (!known.Contains(key.Value!))
                ConfigurationError(
                    key,
                    $"unknown key '{key.Value}' in {where}; expected {string.Join(", ", known)}{HintFor(key.Value!, known)}"
                );
        }
    }

    // To look for what was meant takes time, and nobody reads the hundredth hint.
    private string HintFor(string name, IEnumerable<string> known) =>
        Mistakes.Count < ConfigurationException.MaxMistakes ? Nearest.Hint(name, known) : "";
}
