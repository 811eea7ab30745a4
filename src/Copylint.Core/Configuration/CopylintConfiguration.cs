using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Engine;
using Copylint.Language;
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

    // "never" is the command line's word for it.
    private static readonly Dictionary<string, Severity> FailLevels = new(Severities) { ["never"] = Severity.Off };

    private static readonly Dictionary<string, CacheUse> CacheUses = new() { ["on"] = CacheUse.On, ["ci"] = CacheUse.Ci, ["off"] = CacheUse.Off };

    private readonly List<RuleEntry> _rules = [];
    private readonly List<Override> _overrides = [];
    private readonly Dictionary<string, Mistake> _places = [];

    /// <summary>A configuration that changes nothing.</summary>
    public static CopylintConfiguration Default { get; } = new();

    /// <summary>The folders of the packs, as full paths.</summary>
    public IReadOnlyList<string> Packs { get; private init; } = [];

    /// <summary>Globs of files to lint besides those of the known endings.</summary>
    public IReadOnlyList<string> Include { get; private init; } = [];

    /// <summary>Globs of files to leave out.</summary>
    public IReadOnlyList<string> Exclude { get; private init; } = [];

    /// <summary>Whether what Git ignores is left out of folders.</summary>
    public bool RespectsGitIgnore { get; private init; } = true;

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

    /// <summary>Whether files further up do not count.</summary>
    public bool IsRoot { get; private init; }

    /// <summary>Events besides the built-in ones, with the names by which copy calls them.</summary>
    public IReadOnlyList<(Meaning.NewsEvent Event, IReadOnlyList<string> Names)> Events { get; private init; } = [];

    /// <summary>Words that are added to lists, or allowed in them.</summary>
    public IReadOnlyList<(Lexicon Lexicon, Mistake Place)> Lexicons { get; private init; } = [];

    /// <summary>Where each value was written: path, line and column by the name of its key.</summary>
    public IReadOnlyDictionary<string, Mistake> Places => _places;

    /// <summary>Reads the files that govern a folder: the nearest one there or above, over those further up until one that is <c>root: true</c>; or the default.</summary>
    /// <param name="folder">The folder, as a full path.</param>
    /// <param name="displayFolder">The folder that messages name files from; the folder itself when null.</param>
    /// <exception cref="ConfigurationException">A file has a mistake.</exception>
    public static CopylintConfiguration FindFor(string folder, string? displayFolder = null)
    {
        CopylintConfiguration? found = null;
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            var path = Path.Combine(current.FullName, FileName);
            if (!File.Exists(path))
                continue;
            var own = Load(path, displayFolder ?? folder);
            found = found is null ? own : Over(own, found);
            if (own.IsRoot)
                break;
        }

        return found ?? Default;
    }

    /// <summary>Reads a file with what it extends.</summary>
    /// <param name="path">The file.</param>
    /// <param name="displayFolder">The folder that messages name the file from.</param>
    /// <exception cref="ConfigurationException">The file has a mistake.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static CopylintConfiguration Load(string path, string displayFolder) => Load(Path.GetFullPath(path), displayFolder, []);

    private static CopylintConfiguration Load(string path, string displayFolder, List<string> extending)
    {
        var display = Path.GetRelativePath(displayFolder, path).Replace('\\', '/');
        var mistakes = new List<Mistake>();
        var text = File.ReadAllText(path);
        if (string.IsNullOrWhiteSpace(text))
            return new CopylintConfiguration { Folder = Path.GetDirectoryName(path) };
        var map = YamlMap.Parse(display, text, mistakes);
        if (map is null)
            throw new ConfigurationException(mistakes);
        var folder = Path.GetDirectoryName(path)!;
        CopylintConfiguration? basis = null;
        foreach (var item in map.Items("extends"))
        {
            if (map.Scalar(item, "an item of 'extends'") is not { } name)
                continue;
            var full = Path.GetFullPath(name, folder);
            // A pack can bring its own configuration.
            if (Directory.Exists(full))
                full = Path.Combine(full, FileName);
            if (!File.Exists(full))
                map.Mistake(item, $"no such file: '{name}'");
            else if (full == path || extending.Contains(full))
                map.Mistake(item, $"'{name}' extends this file already: {string.Join(" → ", extending.SkipWhile(e => e != full).Append(path).Append(full).Select(e => Path.GetRelativePath(displayFolder, e).Replace('\\', '/')))}");
            else
                basis = Load(full, displayFolder, [.. extending, path]) is var extended && basis is not null ? Over(basis, extended) : extended;
        }

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
        var respects = true;
        if (map.Map("files") is { } files)
        {
            include = files.Strings("include");
            exclude = files.Strings("exclude");
            respects = files.Bool("gitignore", true);
            files.RejectUnknown("'files'");
        }

        var configuration = new CopylintConfiguration
        {
            Packs = packs, Include = include, Exclude = exclude, RespectsGitIgnore = respects, FailOn = map.Has("fail-on") ? map.Choice("fail-on", Severity.Warning, FailLevels) : null,
            Language = map.Has("language") ? map.Choice("language", DocumentFormat.PlainText, DocumentParser.FormatNames) : null, MaxFileSize = ReadSize(map),
            Cache = map.Choice("cache", CacheUse.Off, CacheUses), Folder = folder, Events = LexiconReader.ReadEvents(map, isWholeFile: false), IsRoot = map.Bool("root", false),
            Lexicons = ReadLexicons(map),
        };
        if (map.Map("rules") is { } rules)
            ReadRules(rules, configuration._rules);
        foreach (var item in map.Items("overrides"))
        {
            if (map.AsMap(item, "an override") is not { } part)
                continue;
            var globs = part.Strings("files");
            var own = new List<RuleEntry>();
            if (part.Map("rules") is { } partRules)
                ReadRules(partRules, own);
            if (globs.Count == 0)
                part.Mistake("an override needs 'files' with globs");
            if (own.Count == 0)
                part.Mistake("an override needs 'rules'");
            part.RejectUnknown("an override");
            configuration._overrides.Add(new Override(folder, globs, own));
        }

        map.RejectUnknown("the configuration");
        foreach (var key in map.Keys)
            configuration._places[key.Value!] = new Mistake(display, (int)key.Start.Line, (int)key.Start.Column, "");
        if (mistakes.Count > 0)
            throw new ConfigurationException(mistakes);
        return basis is null ? configuration : Over(basis, configuration);
    }

    // What the nearer one says wins; lists and rules add up, the nearer rules last.
    private static CopylintConfiguration Over(CopylintConfiguration far, CopylintConfiguration near)
    {
        var merged = new CopylintConfiguration
        {
            Packs = [.. far.Packs.Union(near.Packs)], Include = [.. far.Include, .. near.Include], Exclude = [.. far.Exclude, .. near.Exclude],
            RespectsGitIgnore = far.RespectsGitIgnore && near.RespectsGitIgnore, FailOn = near.FailOn ?? far.FailOn, Language = near.Language ?? far.Language, MaxFileSize = near.MaxFileSize ?? far.MaxFileSize,
            Cache = near._places.ContainsKey("cache") ? near.Cache : far.Cache, Folder = near.Folder, IsRoot = near.IsRoot, Events = [.. far.Events, .. near.Events], Lexicons = [.. far.Lexicons, .. near.Lexicons],
        };
        merged._rules.AddRange([.. far._rules, .. near._rules]);
        merged._overrides.AddRange([.. far._overrides, .. near._overrides]);
        foreach (var (key, place) in far._places.Concat(near._places))
            merged._places[key] = place;
        return merged;
    }

    /// <summary>Whether its <c>exclude</c> leaves a file out, from the folder of the configuration.</summary>
    /// <param name="fullPath">The file, as a full path.</param>
    public bool Excludes(string fullPath) => Folder is not null && Exclude.Count > 0 && new GlobSet(Exclude).Has(Path.GetRelativePath(Folder, fullPath).Replace('\\', '/'));

    private sealed record RuleEntry(string Selector, Severity? Severity, IReadOnlyDictionary<string, string> Options, Mistake Place);

    private sealed record Override(string Folder, IReadOnlyList<string> Globs, IReadOnlyList<RuleEntry> Rules)
    {
        private readonly Engine.GlobSet _globs = new(Globs);

        public bool Has(string fullPath) => Path.GetRelativePath(Folder, fullPath).Replace('\\', '/') is var path && !path.StartsWith("../", StringComparison.Ordinal) && _globs.Has(path);
    }

    /// <summary>The numbers of the overrides that count for a file.</summary>
    /// <param name="fullPath">The file, as a full path.</param>
    public IReadOnlyList<int> OverridesOf(string fullPath) => _overrides.Count == 0 ? [] : [.. Enumerable.Range(0, _overrides.Count).Where(i => _overrides[i].Has(fullPath))];

    /// <summary>The settings of each rule. Later selectors win over earlier ones, and overrides over all.</summary>
    /// <param name="catalog">The rules.</param>
    /// <param name="overrides">The numbers of the overrides that count; null for none, though their mistakes are told.</param>
    /// <exception cref="ConfigurationException">A selector means no rule, or an option is unknown.</exception>
    public IReadOnlyDictionary<string, RuleSetting> Resolve(RuleCatalog catalog, IReadOnlyList<int>? overrides = null) => Resolve(catalog, overrides ?? [], null);

    /// <summary>The same, with the place from which each rule's setting comes.</summary>
    /// <exception cref="ConfigurationException">A selector means no rule, or an option is unknown.</exception>
    public IReadOnlyDictionary<string, RuleSetting> Resolve(RuleCatalog catalog, IReadOnlyList<int> overrides, IDictionary<string, Mistake>? places)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(overrides);
        var settings = new Dictionary<string, RuleSetting>();
        var mistakes = new List<Mistake>();
        foreach (var (selector, _, _, place) in _overrides.SelectMany(o => o.Rules).Where(r => catalog.Select(r.Selector).Count == 0))
            mistakes.Add(place with { Message = $"no rule, family or id begins with '{selector}'{catalog.HintFor(selector)}" });
        foreach (var (selector, severity, options, place) in _rules.Concat(overrides.SelectMany(o => _overrides[o].Rules)))
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
                if (places is not null)
                    places[rule.Descriptor.Id] = place;
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

    private static void ReadRules(YamlMap rules, List<RuleEntry> entries)
    {
        foreach (var key in rules.Keys)
        {
            var selector = key.Value!;
            var place = new Mistake(rules.Path, (int)key.Start.Line, (int)key.Start.Column, "");
            var node = rules.Node(selector)!;
            if (node is YamlDotNet.RepresentationModel.YamlScalarNode)
            {
                entries.Add(new RuleEntry(selector, rules.Choice(selector, Severity.Warning, Severities), new Dictionary<string, string>(), place));
                continue;
            }

            if (rules.AsMap(node, $"'{selector}'") is not { } rule)
                continue;
            Severity? severity = rule.Has("severity") ? rule.Choice("severity", Severity.Warning, Severities) : null;
            var options = new Dictionary<string, string>();
            foreach (var option in rule.Keys.Where(k => k.Value != "severity"))
                options[option.Value!] = rule.String(option.Value!) ?? "";
            entries.Add(new RuleEntry(selector, severity, options, place));
        }
    }

    private static List<(Lexicon Lexicon, Mistake Place)> ReadLexicons(YamlMap map)
    {
        var found = new List<(Lexicon, Mistake)>();
        if (map.Map("lexicons") is not { } lexicons)
            return found;
        foreach (var key in lexicons.Keys)
        {
            if (lexicons.Map(key.Value!) is not { } words)
                continue;
            var entries = LexiconReader.ReadEntries(words, words.Items("add"));
            entries.AddRange(words.Strings("allow").Select(w => new LexiconEntry { Headword = w, IsAllowed = true }));
            if (entries.Count == 0)
                words.Mistake("a lexicon needs words under 'add' or 'allow'");
            words.RejectUnknown($"'{key.Value}'");
            found.Add((new Lexicon(key.Value!, WordClasses.None, entries), new Mistake(map.Path, (int)key.Start.Line, (int)key.Start.Column, "")));
        }

        return found;
    }
}
