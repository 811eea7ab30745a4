using Copylint.Analysis.Time;
using Copylint.Catalog;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Language;
using Copylint.Storage;
using Copylint.Text;
using Copylint.Yaml;

namespace Copylint.Configuration;

/// <summary>What <c>.copylint.yml</c> files say for the files of a folder. Rule selectors are resolved when the rules
/// are known.</summary>
public sealed class CopylintConfiguration
{
    /// <summary>The name of the file.</summary>
    public const string FileName = ".copylint.yml";

    /// <summary>The names that a configuration goes by, the first where a folder has several.</summary>
    internal static readonly string[] FileNames = [FileName, ".copylint.yaml"];

    /// <summary>A configuration that changes nothing.</summary>
    public static CopylintConfiguration Default { get; } = new();

    /// <summary>The folders of the packs, as full paths.</summary>
    public IReadOnlyList<string> Packs { get; internal init; } = [];

    /// <summary>Globs of files to lint besides those of the known endings, each file's from its own folder.</summary>
    public IReadOnlyList<GlobSet> Include { get; internal init; } = [];

    /// <summary>Globs of files to leave out, each file's from its own folder.</summary>
    public IReadOnlyList<GlobSet> Exclude { get; internal init; } = [];

    /// <summary>The values that were set.</summary>
    internal IReadOnlyDictionary<Setting, object> Values { get; init; } = new Dictionary<Setting, object>();

    /// <summary>The folder of the nearest file, as a full path; null for the default.</summary>
    public string? Folder { get; internal init; }

    /// <summary>Whether files further up do not count.</summary>
    public bool IsRoot { get; internal init; }

    /// <summary>Events besides the built-in ones, with the names by which copy calls them.</summary>
    public IReadOnlyList<(NewsEvent Event, IReadOnlyList<string> Names)> Events { get; internal init; } = [];

    /// <summary>Words that are added to lists, or allowed in them.</summary>
    public IReadOnlyList<(Lexicon Lexicon, ConfigurationError Place)> Lexicons { get; internal init; } = [];

    /// <summary>Where values were written: path, line and column by the name of the key; of an item of a list by key
    /// and item with a slash between them.</summary>
    public IReadOnlyDictionary<string, ConfigurationError> Places { get; internal init; } =
        new Dictionary<string, ConfigurationError>();

    internal IReadOnlyList<RuleEntry> Rules { get; init; } = [];

    internal IReadOnlyList<ConfigurationOverride> Overrides { get; init; } = [];

    /// <summary>The configuration file of a folder, or null when it has none; what bears the name counts, whatever it
    /// is, so that it is told when it cannot be read.</summary>
    /// <param name="folder">The folder, as a full path.</param>
    /// <param name="files">Where it is looked for.</param>
    public static string? FileIn(string folder, IConfigurationFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Array.Find(Array.ConvertAll(FileNames, n => Path.Combine(folder, n)), files.HasFile);
    }

    /// <summary>Reads the files that govern a folder: the nearest one there or above, over those further up until one
    /// that is <c>root: true</c>; or the default.</summary>
    /// <param name="folder">The folder, as a full path.</param>
    /// <param name="displayFolder">The folder that messages name files from; the folder itself when null.</param>
    /// <param name="files">Where they are read from; null for the disk.</param>
    /// <exception cref="ConfigurationException">A file has a mistake.</exception>
    public static CopylintConfiguration FindFor(
        string folder,
        string? displayFolder = null,
        IConfigurationFiles? files = null
    )
    {
        files ??= DiskFiles.Instance;
        CopylintConfiguration? found = null;
        foreach (var current in Ancestors.Of(folder))
        {
            if (FileIn(current, files) is not { } path)
                continue;
            var own = ConfigurationReader.ReadFound(path, displayFolder ?? folder, files);
            found = found is null ? own : own.Under(found);
            if (own.IsRoot)
                break;
        }

        return found ?? Default;
    }

    /// <summary>Reads a file with what it extends.</summary>
    /// <param name="path">The file.</param>
    /// <param name="displayFolder">The folder that messages name the file from.</param>
    /// <param name="files">Where it is read from; null for the disk.</param>
    /// <exception cref="ConfigurationException">The file has a mistake, or cannot be read.</exception>
    public static CopylintConfiguration Load(string path, string displayFolder, IConfigurationFiles? files = null) =>
        ConfigurationReader.Read(Path.GetFullPath(path, displayFolder), displayFolder, files ?? DiskFiles.Instance);

    /// <summary>Reads a file that a user named.</summary>
    /// <param name="path">The file, as a full path or from the folder.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="files">Where it is read from; null for the disk.</param>
    /// <exception cref="UsageException">There is no such file.</exception>
    /// <exception cref="ConfigurationException">The file has a mistake, or cannot be read.</exception>
    public static CopylintConfiguration LoadNamed(string path, string folder, IConfigurationFiles? files = null) =>
        (files ?? DiskFiles.Instance).HasFile(Path.GetFullPath(path, folder))
            ? Load(path, folder, files)
            : throw new UsageException($"no such configuration file: '{path}'");

    /// <summary>How files are read.</summary>
    /// <param name="language">The name of the format of files whose ending is not known; null for the configured
    /// one.</param>
    public ReadingOptions Reading(string? language = null) =>
        new(
            language is null ? ValueOf(Settings.Language) : DocumentParser.FormatNames[language],
            ValueOf(Settings.Html)
        );

    /// <summary>The value of a setting: what was set, or else the default.</summary>
    public T ValueOf<T>(Setting<T> setting)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Values.TryGetValue(setting, out var value) ? (T)value : setting.Value;
    }

    /// <summary>Whether a setting was set.</summary>
    public bool Has(Setting setting) => Values.ContainsKey(setting);

    /// <summary>Whether its <c>exclude</c> leaves a file out.</summary>
    /// <param name="fullPath">The file, as a full path.</param>
    public bool Excludes(string fullPath) => Exclude.Any(g => g.Has(fullPath));

    /// <summary>Whether its <c>include</c> names a file.</summary>
    /// <param name="fullPath">The file, as a full path.</param>
    public bool Includes(string fullPath) => Include.Any(g => g.Has(fullPath));

    /// <summary>The numbers of the overrides that count for a file.</summary>
    /// <param name="fullPath">The file, as a full path.</param>
    public IReadOnlyList<int> OverridesOf(string fullPath) =>
        Overrides.Count == 0
            ? []
            : [.. Enumerable.Range(0, Overrides.Count).Where(i => Overrides[i].Files.Has(fullPath))];

    /// <summary>The configuration with overrides over it.</summary>
    /// <param name="overrides">Their numbers, from <see cref="OverridesOf"/>.</param>
    public CopylintConfiguration With(IReadOnlyList<int> overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        var merged = this;
        foreach (var number in overrides)
            merged = merged.Under(Overrides[number].Settings);
        return merged;
    }

    /// <summary>The settings of each rule. Later selectors win over earlier ones.</summary>
    /// <param name="catalog">The rules.</param>
    /// <param name="places">Receives where they come from: the severity by the id of the rule, options by id and name
    /// with a slash between them.</param>
    /// <exception cref="ConfigurationException">A selector means no rule, an option is unknown or has a wrong value, or
    /// a word list of an override is not known.</exception>
    public IReadOnlyDictionary<string, RuleSetting> Resolve(
        RuleCatalog catalog,
        IDictionary<string, ConfigurationError>? places = null
    )
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var mistakes = new List<ConfigurationError>();
        // What no file asks for yet is checked too.
        foreach (var settings in Overrides.Select(o => o.Settings))
        {
            foreach (var rule in settings.Rules)
                Check(rule, catalog, mistakes);
            foreach (
                var (lexicon, place) in settings.Lexicons.Where(l => !catalog.Lexicons.ContainsKey(l.Lexicon.Name))
            )
                mistakes.Add(
                    place with
                    {
                        Message = RuleCatalogBuilder.UnknownLexicon(lexicon.Name, catalog.Lexicons.Keys),
                    }
                );
        }

        var resolved = new Dictionary<string, RuleSetting>();
        foreach (var entry in Rules)
        {
            foreach (var rule in Check(entry, catalog, mistakes))
            {
                var id = rule.Descriptor.Id;
                resolved.TryGetValue(id, out var earlier);
                var options = earlier is null ? [] : new Dictionary<string, string>(earlier.Options);
                foreach (var (name, option) in entry.Options)
                {
                    if (!rule.Descriptor.Options.ContainsKey(name))
                        continue;
                    options[name] = option.Value;
                    places?[$"{id}/{name}"] = option.Place;
                }

                resolved[id] = new RuleSetting(entry.Severity ?? earlier?.Severity, options);
                if (entry.Severity is not null)
                    places?[id] = entry.Place;
            }
        }

        return mistakes.Count == 0 ? resolved : throw new ConfigurationException([.. mistakes.Distinct()]);
    }

    // What the nearer one says wins; lists and rules add up, the nearer rules last.
    internal CopylintConfiguration Under(CopylintConfiguration near)
    {
        var places = new Dictionary<string, ConfigurationError>(Places);
        foreach (var (key, place) in near.Places)
            places[key] = place;
        var values = new Dictionary<Setting, object>(Values);
        foreach (var (setting, value) in near.Values)
            values[setting] = value;
        return new CopylintConfiguration
        {
            Packs = [.. Packs.Union(near.Packs)],
            Include = [.. Include, .. near.Include],
            Exclude = [.. Exclude, .. near.Exclude],
            Values = values,
            Folder = near.Folder ?? Folder,
            IsRoot = near.IsRoot,
            Events = [.. Events, .. near.Events],
            Lexicons = [.. Lexicons, .. near.Lexicons],
            Rules = [.. Rules, .. near.Rules],
            Overrides = [.. Overrides, .. near.Overrides],
            Places = places,
        };
    }

    private static IReadOnlyList<Rule> Check(RuleEntry entry, RuleCatalog catalog, List<ConfigurationError> mistakes)
    {
        var selected = catalog.Select(entry.Selector);
        if (selected.Count == 0)
        {
            mistakes.Add(
                entry.Place with
                {
                    Message =
                        $"no rule, family or id begins with '{entry.Selector}'{(mistakes.Count < ConfigurationException.MaxMistakes ? catalog.HintFor(entry.Selector) : "")}",
                }
            );
            return selected;
        }

        foreach (var (name, option) in entry.Options)
        {
            // A family can be given an option that only some of its rules have.
            var known = selected.Where(r => r.Descriptor.Options.ContainsKey(name)).ToList();
            if (known.Count == 0)
            {
                var who =
                    selected.Count == 1
                        ? $"rule {selected[0].Descriptor.Id} has no"
                        : $"no rule of '{entry.Selector}' has an";
                mistakes.Add(
                    option.Place with
                    {
                        Message =
                            $"{who} option '{name}'{(mistakes.Count < ConfigurationException.MaxMistakes ? Nearest.Hint(name, selected.SelectMany(r => r.Descriptor.Options.Keys).Distinct()) : "")}",
                    }
                );
            }
            else if (
                SeverityNames.All.ContainsKey(known[0].Descriptor.Options[name])
                && !SeverityNames.All.ContainsKey(option.Value)
            )
            {
                mistakes.Add(
                    option.Place with
                    {
                        Message =
                            $"{SeverityNames.Expected(name, option.Value)}{Nearest.Hint(option.Value, SeverityNames.All.Keys)}",
                    }
                );
            }
        }

        return selected;
    }
}

/// <summary>What a configuration says of the rules that a selector means.</summary>
/// <param name="Selector">An id, a name, a family, or the beginning of ids.</param>
/// <param name="Severity">The severity, or null when it says none.</param>
/// <param name="Options">Values of options by name.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record RuleEntry(
    string Selector,
    Severity? Severity,
    IReadOnlyDictionary<string, (string Value, ConfigurationError Place)> Options,
    ConfigurationError Place
);

/// <summary>Other settings for some files.</summary>
/// <param name="Files">The files.</param>
/// <param name="Settings">Rules, language, events and lexicons.</param>
internal sealed record ConfigurationOverride(GlobSet Files, CopylintConfiguration Settings);
