using Copylint.Cards;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Storage;
using Copylint.Yaml;
using YamlDotNet.RepresentationModel;

namespace Copylint.Configuration;

/// <summary>Reads <c>.copylint.yml</c> files. All mistakes of a file are told at once, each with its place.</summary>
internal sealed class ConfigurationReader
{
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

    /// <summary>Reads a file that nobody named, but that lies above the files: not through a link out of the
    /// repository, and only where it is the only one.</summary>
    /// <inheritdoc cref="Read(string, string, IConfigurationFiles)"/>
    public static CopylintConfiguration ReadFound(string path, string displayFolder, IConfigurationFiles files)
    {
        var reader = new ConfigurationReader(path, displayFolder, files, [], []);
        if (files.LeadsOut(reader.RootOf(reader._folder), path))
            throw reader.CannotRead("the link leads out of the repository; name the file with --config to use it");
        foreach (var name in CopylintConfiguration.FileNames)
        {
            var other = Path.Combine(reader._folder, name);
            if (other != path && files.HasFile(other))
                throw reader.CannotRead($"'{name}' lies beside it: keep one of the two");
        }

        return reader.Read();
    }

    private ConfigurationException CannotRead(string why) =>
        new([new ConfigurationError(Display(_path), 1, 1, $"cannot be read: {why}")]);

    private CopylintConfiguration Read()
    {
        string text;
        try
        {
            text = _files.Read(_path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CannotRead(exception.Message);
        }

        if (IsBlank(text))
            return new CopylintConfiguration { Folder = _folder };
        if (YamlMap.Parse(Display(_path), text, _mistakes) is not { } map)
            throw new ConfigurationException(_mistakes);
        var basis = ReadExtends(map);
        var packs = ReadPacks(map);
        List<string> include = [],
            exclude = [];
        var values = new Dictionary<Setting, object>();
        if (map.Map("files") is { } files)
        {
            include = ReadGlobs(files, "include");
            exclude = ReadGlobs(files, "exclude");
            ReadValues(files, "files", isOverride: false, values);
            files.RejectUnknown("'files'");
            NotePlaces(files, "files/", "include", "exclude");
        }

        ReadValues(map, null, isOverride: false, values);
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
            Values = values,
            Folder = _folder,
            IsRoot = map.Bool("root", false),
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

    // As 'copylint init' writes it, once everything in it was commented out.
    private static bool IsBlank(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (!trimmed.IsEmpty && trimmed[0] != '#' && trimmed is not ("---" or "..."))
                return false;
        }

        return true;
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
                full = CopylintConfiguration.FileIn(full, _files) ?? Path.Combine(full, CopylintConfiguration.FileName);
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
        if (RealPath.IsWithin(limit, full) && !_files.LeadsOut(limit, full))
            return full;
        map.ConfigurationError(item, $"'{name}' leads out of '{Display(limit)}', the folder of the repository");
        return null;
    }

    // The repository, or else the folder of the configuration furthest up.
    private string RootOf(string folder) =>
        _files.RepositoryOf(folder)
        ?? Ancestors.Of(folder).LastOrDefault(f => CopylintConfiguration.FileIn(f, _files) is not null, folder);

    private ConfigurationOverride ReadOverride(YamlMap part)
    {
        var globs = ReadGlobs(part, "files");
        if (globs.Count == 0 && part.Items("files").Count == 0)
            part.ConfigurationError("an override needs 'files' with globs");
        var settings = ReadSettings(part, isOverride: true);
        if (part.Keys.All(k => k.Value == "files"))
            part.ConfigurationError($"an override needs {OverrideKeys()}");
        part.RejectUnknown("an override");
        return new ConfigurationOverride(new GlobSet(_folder, globs), settings);
    }

    private static string OverrideKeys()
    {
        var keys = Settings.All.Where(s => s.IsForOverrides).Select(s => $"'{s.Name}'").ToList();
        return $"{string.Join(", ", keys.SkipLast(1))} or {keys[^1]}";
    }

    // A glob that can never match would leave files out, or rules on, without a word.
    private static List<string> ReadGlobs(YamlMap map, string key)
    {
        var globs = new List<string>();
        foreach (var item in map.Items(key))
        {
            if (map.Scalar(item, $"an item of '{key}'") is not { } glob)
                continue;
            if (Glob.ProblemOf(glob) is { } problem)
                map.ConfigurationError(item, problem);
            else
                globs.Add(glob);
        }

        return globs;
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
            Values = isOverride ? ReadOverridden(map, places) : new Dictionary<Setting, object>(),
            Places = places,
        };
        return settings;
    }

    private static Dictionary<Setting, object> ReadOverridden(
        YamlMap map,
        Dictionary<string, ConfigurationError> places
    )
    {
        var values = new Dictionary<Setting, object>();
        ReadValues(map, null, isOverride: true, values);
        foreach (var setting in values.Keys)
            places[setting.Name] = map.PlaceOf(map.Node(setting.Key)!);
        return values;
    }

    // The values among the keys of a map.
    private static void ReadValues(YamlMap map, string? holder, bool isOverride, Dictionary<Setting, object> values)
    {
        foreach (var setting in Settings.All.Where(s => s.Holder == holder && (!isOverride || s.IsForOverrides)))
        {
            if (setting.Read(map) is { } value)
                values[setting] = value;
        }
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
