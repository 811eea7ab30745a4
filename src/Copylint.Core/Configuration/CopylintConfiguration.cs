using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Engine;
using Copylint.RuleCards;

namespace Copylint.Configuration;

/// <summary>What a <c>.copylint.yml</c> says. Rule selectors are resolved when the rules are known.</summary>
public sealed class CopylintConfiguration
{
    /// <summary>The name of the file.</summary>
    public const string FileName = ".copylint.yml";

    private static readonly Dictionary<string, Severity> Severities = new()
    {
        ["error"] = Severity.Error, ["warning"] = Severity.Warning, ["suggestion"] = Severity.Suggestion, ["off"] = Severity.Off,
    };

    private static readonly Dictionary<string, CacheUse> CacheUses = new() { ["on"] = CacheUse.On, ["ci"] = CacheUse.Ci, ["off"] = CacheUse.Off };

    private readonly List<(string Selector, Severity? Severity, IReadOnlyDictionary<string, string> Options, Mistake Place)> _rules = [];

    /// <summary>A configuration that changes nothing.</summary>
    public static CopylintConfiguration Default { get; } = new();

    /// <summary>The folders of the packs, as full paths.</summary>
    public IReadOnlyList<string> Packs { get; private init; } = [];

    /// <summary>Globs of files to lint besides those of the known endings.</summary>
    public IReadOnlyList<string> Include { get; private init; } = [];

    /// <summary>Globs of files to leave out.</summary>
    public IReadOnlyList<string> Exclude { get; private init; } = [];

    /// <summary>The least severity that fails a run, or null for the default.</summary>
    public Severity? FailOn { get; private init; }

    /// <summary>The format of files whose ending is not known, or null for the default.</summary>
    public DocumentFormat? Language { get; private init; }

    /// <summary>The size in bytes over which files are not analysed, or null for the default.</summary>
    public long? MaxFileSize { get; private init; }

    /// <summary>When reports of unchanged files are kept and found again.</summary>
    public CacheUse Cache { get; private init; }

    /// <summary>The folder of the file, as a full path; null for the default.</summary>
    public string? Folder { get; private init; }

    /// <summary>Events besides the built-in ones, with the names by which copy calls them.</summary>
    public IReadOnlyList<(Meaning.NewsEvent Event, IReadOnlyList<string> Names)> Events { get; private init; } = [];

    /// <summary>Reads the file that governs a folder: the nearest one there or above, or the default.</summary>
    /// <exception cref="ConfigurationException">The file has a mistake.</exception>
    public static CopylintConfiguration FindFor(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            var path = Path.Combine(current.FullName, FileName);
            if (File.Exists(path))
                return Load(path, folder);
        }

        return Default;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="displayFolder">The folder that messages name the file from.</param>
    /// <exception cref="ConfigurationException">The file has a mistake.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static CopylintConfiguration Load(string path, string displayFolder)
    {
        var display = Path.GetRelativePath(displayFolder, Path.GetFullPath(path)).Replace('\\', '/');
        var mistakes = new List<Mistake>();
        var text = File.ReadAllText(path);
        if (string.IsNullOrWhiteSpace(text))
            return Default;
        var map = YamlMap.Parse(display, text, mistakes);
        if (map is null)
            throw new ConfigurationException(mistakes);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var packs = new List<string>();
        foreach (var item in map.Items("packs"))
        {
            if (map.Scalar(item, "a pack") is not { } pack)
                continue;
            var full = Path.GetFullPath(pack, folder);
            if (!Directory.Exists(full))
                map.Mistake(item, $"no such folder: '{pack}'");
            packs.Add(full);
        }

        IReadOnlyList<string> include = [], exclude = [];
        if (map.Map("files") is { } files)
        {
            include = files.Strings("include");
            exclude = files.Strings("exclude");
            files.RejectUnknown("'files'");
        }

        var configuration = new CopylintConfiguration
        {
            Packs = packs, Include = include, Exclude = exclude, FailOn = map.Has("fail-on") ? map.Choice("fail-on", Severity.Warning, Severities) : null,
            Language = map.Has("language") ? map.Choice("language", DocumentFormat.PlainText, DocumentParser.FormatNames) : null, MaxFileSize = ReadSize(map),
            Cache = map.Choice("cache", CacheUse.Off, CacheUses), Folder = folder, Events = LexiconReader.ReadEvents(map, isWholeFile: false),
        };
        if (map.Map("rules") is { } rules)
            configuration.ReadRules(rules);
        map.RejectUnknown("the configuration");
        return mistakes.Count == 0 ? configuration : throw new ConfigurationException(mistakes);
    }

    /// <summary>The settings of each rule. Later selectors win over earlier ones.</summary>
    /// <exception cref="ConfigurationException">A selector means no rule, or an option is unknown.</exception>
    public IReadOnlyDictionary<string, RuleSetting> Resolve(RuleCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var settings = new Dictionary<string, RuleSetting>();
        var mistakes = new List<Mistake>();
        foreach (var (selector, severity, options, place) in _rules)
        {
            var selected = catalog.Select(selector);
            if (selected.Count == 0)
                mistakes.Add(place with { Message = $"no rule, family or id begins with '{selector}'{catalog.HintFor(selector)}" });
            // A family can be given an option that only some of its rules have.
            foreach (var option in options.Keys.Where(o => selected.Count > 0 && !selected.Any(r => r.Descriptor.Options.ContainsKey(o))))
            {
                var name = selected.Count == 1 ? $"rule {selected[0].Descriptor.Id}" : $"no rule of '{selector}'";
                mistakes.Add(place with { Message = $"{name} has {(selected.Count == 1 ? "no" : "an")} option '{option}'{Text.Nearest.Hint(option, selected.SelectMany(r => r.Descriptor.Options.Keys).Distinct())}" });
            }

            foreach (var rule in selected)
            {
                var merged = settings.TryGetValue(rule.Descriptor.Id, out var earlier) ? new Dictionary<string, string>(earlier.Options) : [];
                foreach (var (key, value) in options)
                {
                    if (!rule.Descriptor.Options.TryGetValue(key, out var known))
                        continue;
                    if (Severities.ContainsKey(known) && !Severities.ContainsKey(value))
                        mistakes.Add(place with { Message = $"'{key}' is error, warning, suggestion or off, not '{value}'{Text.Nearest.Hint(value, Severities.Keys)}" });
                    merged[key] = value;
                }

                settings[rule.Descriptor.Id] = new RuleSetting(severity ?? earlier?.Severity, merged);
            }
        }

        return mistakes.Count == 0 ? settings : throw new ConfigurationException(mistakes);
    }

    private static long? ReadSize(YamlMap map)
    {
        if (map.String("max-file-size") is not { } text)
            return null;
        if (ByteSize.TryParse(text, out var size))
            return size;
        map.Mistake(map.Node("max-file-size")!, $"'max-file-size' is a size such as 16 MB, not '{text}'");
        return null;
    }

    private void ReadRules(YamlMap rules)
    {
        foreach (var key in rules.Keys)
        {
            var selector = key.Value!;
            var place = new Mistake(rules.Path, (int)key.Start.Line, (int)key.Start.Column, "");
            var node = rules.Node(selector)!;
            if (node is YamlDotNet.RepresentationModel.YamlScalarNode)
            {
                _rules.Add((selector, rules.Choice(selector, Severity.Warning, Severities), new Dictionary<string, string>(), place));
                continue;
            }

            if (rules.AsMap(node, $"'{selector}'") is not { } rule)
                continue;
            Severity? severity = rule.Has("severity") ? rule.Choice("severity", Severity.Warning, Severities) : null;
            var options = new Dictionary<string, string>();
            foreach (var option in rule.Keys.Where(k => k.Value != "severity"))
                options[option.Value!] = rule.String(option.Value!) ?? "";
            _rules.Add((selector, severity, options, place));
        }
    }
}
