using Copylint.Cards;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Git;
using Copylint.Language;
using Copylint.Matchers;
using Copylint.Storage;
using Copylint.Yaml;
using YamlDotNet.RepresentationModel;

namespace Copylint.Configuration;

/// <summary>Reads <c>.copylint.yml</c> files. All mistakes of a file are told at once, each with its place.</summary>
internal sealed class ConfigurationReader
{
    // "never" is the command line's word for it.
    private static readonly Dictionary<string, Severity> FailLevels = new(SeverityNames.All)
    {
        [SeverityNames.Never] = Severity.Off,
    };

    private static readonly Dictionary<string, PageScope> PageScopes = new()
    {
        ["article"] = PageScope.Article,
        ["page"] = PageScope.Page,
    };

    private static readonly Dictionary<string, CacheUse> CacheUses = new()
    {
        ["on"] = CacheUse.On,
        ["ci"] = CacheUse.Ci,
        ["off"] = CacheUse.Off,
    };

    /// <summary>Files in a chain of <c>extends</c>; houses have three. Guarded in BoundedYamlTests.</summary>
    private const int MaxExtending = 64;

    private readonly IConfigurationFiles _files;
    private readonly string _path;
    private readonly string _folder;
    private readonly string _displayFolder;
    private readonly IReadOnlyList<string> _extending;
    private readonly HashSet<string> _read;
    private readonly List<ConfigurationError> _mistakes = [];
    private readonly Dictionary<string, ConfigurationError> _places = [];

    private ConfigurationReader(
        string path,
        string displayFolder,
        IConfigurationFiles files,
        IReadOnlyList<string> extending,
        HashSet<string> read
    )
    {
        _files = files;
        _path = path;
        _folder = Path.GetDirectoryName(path)!;
        _displayFolder = displayFolder;
        _extending = extending;
        _read = read;
    }

    /// <summary>Reads a file with what it extends.</summary>
    /// <param name="path">The file, as a full path.</param>
    /// <param name="displayFolder">The folder that messages name it from.</param>
    /// <param name="files">Where it is read from.</param>
    /// <exception cref="ConfigurationException">It has a mistake, or cannot be read.</exception>
    public static CopylintConfiguration Read(string path, string displayFolder, IConfigurationFiles files) =>
        new ConfigurationReader(path, displayFolder, files, [], []).Read();

    private CopylintConfiguration Read()
    {
        string text;
        try
        {
            text = _files.Read(_path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException([
                new ConfigurationError(Display(_path), 1, 1, $"cannot be read: {exception.Message}"),
            ]);
        }

        if (string.IsNullOrWhiteSpace(text))
            return new CopylintConfiguration { Folder = _folder };
        if (YamlMap.Parse(Display(_path), text, _mistakes) is not { } map)
            throw new ConfigurationException(_mistakes);
        var basis = ReadExtends(map);
        var packs = ReadPacks(map);
        IReadOnlyList<string> include = [],
            exclude = [];
        var respects = true;
        if (map.Map("files") is { } files)
        {
            include = files.Strings("include");
            exclude = files.Strings("exclude");
            respects = files.Bool("gitignore", true);
            files.RejectUnknown("'files'");
            NotePlaces(files, "files/", "include", "exclude");
        }

        var settings = ReadSettings(map, isOverride: false);
        var overrides = new List<ConfigurationOverride>();
        foreach (var item in map.Items("overrides"))
        {
            if (map.AsMap(item, "an override") is { } part)
                overrides.Add(ReadOverride(part));
        }

        var configuration = new CopylintConfiguration
        {
            Packs = packs,
            Include = include.Count == 0 ? [] : [new GlobSet(_folder, include)],
            Exclude = exclude.Count == 0 ? [] : [new GlobSet(_folder, exclude)],
            RespectsGitIgnore = respects,
            FailOn = map.Has("fail-on") ? map.Choice("fail-on", Severity.Warning, FailLevels) : null,
            MaxFileSize = ReadSize(map),
            Cache = map.Has("cache") ? map.Choice("cache", CacheUse.Off, CacheUses) : null,
            Folder = _folder,
            IsRoot = map.Bool("root", false),
            Language = settings.Language,
            Html = settings.Html,
            Events = settings.Events,
            Lexicons = settings.Lexicons,
            Rules = settings.Rules,
            Overrides = overrides,
            Places = _places,
        };
        map.RejectUnknown("the configuration");
        NotePlaces(map, "");
        return _mistakes.Count > 0 ? throw new ConfigurationException(_mistakes)
            : basis is null ? configuration
            : basis.Under(configuration);
    }

    private CopylintConfiguration? ReadExtends(YamlMap map)
    {
        CopylintConfiguration? basis = null;
        foreach (var item in map.Items("extends"))
        {
            if (map.Scalar(item, "an item of 'extends'") is not { } name || Inside(map, item, name) is not { } full)
                continue;
            // A pack can bring its own configuration.
            if (_files.HasFolder(full))
                full = Path.Combine(full, CopylintConfiguration.FileName);
            if (!_files.HasFile(full))
            {
                map.ConfigurationError(item, $"no such file: '{name}'");
            }
            else if (full == _path || _extending.Contains(full))
            {
                map.ConfigurationError(
                    item,
                    $"'{name}' extends this file already: {string.Join(" → ", _extending.SkipWhile(e => e != full).Append(_path).Append(full).Select(Display))}"
                );
            }
            else if (_extending.Count == MaxExtending)
            {
                map.ConfigurationError(item, $"more than {MaxExtending} files extend each other");
            }
            // What two files extend counts once, under both.
            else if (_read.Add(full))
            {
                var extended = new ConfigurationReader(
                    full,
                    _displayFolder,
                    _files,
                    [.. _extending, _path],
                    _read
                ).Read();
                basis = basis is null ? extended : basis.Under(extended);
            }
        }

        return basis;
    }

    private List<string> ReadPacks(YamlMap map)
    {
        var packs = new List<string>();
        foreach (var item in map.Items("packs"))
        {
            if (map.Scalar(item, "a pack") is not { } pack || Inside(map, item, pack) is not { } full)
                continue;
            if (!_files.HasFolder(full))
                map.ConfigurationError(item, $"no such folder: '{pack}'");
            packs.Add(full);
            _places["packs/" + full] = map.PlaceOf(item);
        }

        return packs;
    }

    // What a file names is read, and a pack's code is run: only what the repository holds is.
    private string? Inside(YamlMap map, YamlNode item, string name)
    {
        if (Path.IsPathRooted(name))
        {
            map.ConfigurationError(item, $"'{name}' is an absolute path: name it from the folder of this file");
            return null;
        }

        var full = Path.GetFullPath(name, _folder);
        var limit = RootOf(_folder);
        if (
            full == limit
            || full.StartsWith(
                Path.TrimEndingDirectorySeparator(limit) + Path.DirectorySeparatorChar,
                StringComparison.Ordinal
            )
        )
            return full;
        map.ConfigurationError(item, $"'{name}' leads out of '{Display(limit)}', the folder of the repository");
        return null;
    }

    // The repository, or else the folder of the configuration furthest up.
    private string RootOf(string folder) =>
        _files.RepositoryOf(folder)
        ?? Ancestors
            .Of(folder)
            .LastOrDefault(f => _files.HasFile(Path.Combine(f, CopylintConfiguration.FileName)), folder);

    private ConfigurationOverride ReadOverride(YamlMap part)
    {
        var globs = part.Strings("files");
        if (globs.Count == 0)
            part.ConfigurationError("an override needs 'files' with globs");
        var settings = ReadSettings(part, isOverride: true);
        if (part.Keys.All(k => k.Value == "files"))
            part.ConfigurationError("an override needs 'rules', 'lexicons', 'events', 'language' or 'html'");
        part.RejectUnknown("an override");
        return new ConfigurationOverride(new GlobSet(_folder, globs), settings);
    }

    // What counts for a file: of a configuration, and of an override.
    private CopylintConfiguration ReadSettings(YamlMap map, bool isOverride)
    {
        var places = isOverride ? [] : _places;
        var events = LexiconReader.ReadEvents(map, isWholeFile: false);
        foreach (var (item, (newsEvent, _)) in map.Items("events").Zip(events))
            places[$"events/{newsEvent.Id}"] = map.PlaceOf(item);
        var settings = new CopylintConfiguration
        {
            Rules = ReadRules(map.Map("rules")),
            Lexicons = ReadLexicons(map.Map("lexicons")),
            Events = events,
            Language = map.Has("language")
                ? map.Choice("language", DocumentFormats.PlainText, DocumentParser.FormatNames)
                : null,
            Html = map.Has("html") ? map.Choice("html", PageScope.Article, PageScopes) : null,
            Places = places,
        };
        if (map.Node("language") is { } language)
            places["language"] = map.PlaceOf(language);
        if (map.Node("html") is { } html)
            places["html"] = map.PlaceOf(html);
        return settings;
    }

    private static List<RuleEntry> ReadRules(YamlMap? rules)
    {
        var entries = new List<RuleEntry>();
        foreach (var key in rules?.Keys ?? [])
        {
            var selector = key.Value!;
            var place = rules!.PlaceOf(key);
            var node = rules.Node(selector)!;
            if (node is YamlScalarNode)
            {
                entries.Add(
                    new RuleEntry(
                        selector,
                        rules.Choice(selector, Severity.Warning, SeverityNames.All),
                        new Dictionary<string, (string, ConfigurationError)>(),
                        place
                    )
                );
                continue;
            }

            if (rules.AsMap(node, $"'{selector}'") is not { } rule)
                continue;
            Severity? severity = rule.Has("severity")
                ? rule.Choice("severity", Severity.Warning, SeverityNames.All)
                : null;
            var options = new Dictionary<string, (string, ConfigurationError)>();
            foreach (var option in rule.Keys.Where(k => k.Value != "severity"))
                options[option.Value!] = (rule.String(option.Value!) ?? "", rule.PlaceOf(option));
            entries.Add(new RuleEntry(selector, severity, options, place));
        }

        return entries;
    }

    private static List<(Lexicon Lexicon, ConfigurationError Place)> ReadLexicons(YamlMap? lexicons)
    {
        var found = new List<(Lexicon, ConfigurationError)>();
        foreach (var key in lexicons?.Keys ?? [])
        {
            if (lexicons!.Map(key.Value!) is not { } words)
                continue;
            var entries = LexiconReader.ReadEntries(words, words.Items("add"));
            entries.AddRange(words.Strings("allow").Select(w => new LexiconEntry { Headword = w, IsAllowed = true }));
            if (entries.Count == 0)
                words.ConfigurationError("a lexicon needs words under 'add' or 'allow'");
            words.RejectUnknown($"'{key.Value}'");
            found.Add((new Lexicon(key.Value!, WordClasses.None, entries), lexicons.PlaceOf(key)));
        }

        return found;
    }

    private static long? ReadSize(YamlMap map)
    {
        if (map.String("max-file-size") is not { } text)
            return null;
        if (ByteSize.TryParse(text, out var size))
            return size;
        map.ConfigurationError(map.Node("max-file-size")!, $"'max-file-size' is a size such as 16 MB, not '{text}'");
        return null;
    }

    private void NotePlaces(YamlMap map, string prefix, params ReadOnlySpan<string> lists)
    {
        foreach (var key in map.Keys)
            _places[prefix + key.Value] = map.PlaceOf(key);
        foreach (var list in lists)
        {
            foreach (var item in map.Items(list).OfType<YamlScalarNode>())
                _places[$"{prefix}{list}/{item.Value}"] = map.PlaceOf(item);
        }
    }

    private string Display(string path) =>
        Path.GetRelativePath(_displayFolder, path).Replace(Path.DirectorySeparatorChar, '/');
}
