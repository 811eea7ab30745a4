using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Git;
using Copylint.Linting.Caching;

namespace Copylint.Linting;

/// <summary>
/// Copy under a folder, and for each file the linter that its configuration asks for. Text goes in, findings come out;
/// configuration comes from the disk or from memory. Files with the same configuration and overrides share a linter.
/// Safe to
/// use from several threads.
/// </summary>
public sealed class Workspace
{
    private readonly Func<CopylintConfiguration, RuleCatalog> _rules;
    private readonly WorkspaceOptions _options;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, CopylintConfiguration> _byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<CopylintConfiguration, RuleCatalog> _catalogs = [];
    private readonly Dictionary<(CopylintConfiguration, string), ServingRules> _settings = [];
    private readonly List<ResultCache> _caches = [];
    private readonly Lazy<string?> _cacheFolder;

    /// <summary>Opens a workspace.</summary>
    /// <param name="folder">The working folder, as a full path: paths start from it, and messages name files from
    /// it.</param>
    /// <param name="rules">Loads the rules of a configuration.</param>
    /// <param name="options">What stands over all configuration.</param>
    /// <exception cref="Yaml.ConfigurationException">A configuration, card or list has a mistake.</exception>
    /// <exception cref="UsageException">A selector means no rule, or there is no such configuration file.</exception>
    public Workspace(string folder, Func<CopylintConfiguration, RuleCatalog> rules, WorkspaceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(rules);
        Folder = folder;
        _rules = rules;
        _options = options ?? new WorkspaceOptions();
        Configuration =
            _options.ConfigurationFile is { } file ? CopylintConfiguration.LoadNamed(file, folder, _options.Files)
            : _options.IsIsolated ? CopylintConfiguration.Default
            : ConfigurationOf(folder);
        Linter = MakeLinter(Configuration, CatalogOf(Configuration, Configuration));
        _cacheFolder = new Lazy<string?>(() =>
            CacheFolder.Find(Configuration.Folder ?? folder, GitProcess.Find(_options.SearchPath, folder), text =>
                _options.Tell?.Invoke(text)
            )
        );
        if (!_options.IsIsolated)
            TellMisnamed();
    }

    /// <summary>The working folder, as a full path.</summary>
    public string Folder { get; }

    /// <summary>The configuration of the working folder: what is set for a whole run counts from here.</summary>
    public CopylintConfiguration Configuration { get; }

    /// <summary>The rules of the working folder, without overrides.</summary>
    public Linter Linter { get; }

    /// <summary>The size in bytes over which files are not analysed.</summary>
    public long MaxBytes => _options.MaxBytes ?? Configuration.ValueOf(Settings.MaxFileSize);

    /// <summary>All rules of all configurations that count for a file so far, by id.</summary>
    public IReadOnlyList<RuleDescriptor> Rules
    {
        get
        {
            lock (_lock)
                return
                [
                    .. _catalogs
                        .Values.SelectMany(c => c.Rules)
                        .Select(r => r.Descriptor)
                        .DistinctBy(r => r.Id)
                        .OrderBy(r => r.Id, StringComparer.Ordinal),
                ];
        }
    }

    /// <summary>Whether reports carry what a judgement over all files needs; set before the first file is
    /// linted.</summary>
    internal bool WithFacts { get; set; }

    /// <summary>What was asked for.</summary>
    internal WorkspaceOptions Options => _options;

    /// <summary>The configuration of the folder that a file lies in, without overrides.</summary>
    /// <param name="fullPath">The file, as a full path.</param>
    public CopylintConfiguration ConfigurationFor(string fullPath)
    {
        if (_options.ConfigurationFile is not null || _options.IsIsolated)
            return Configuration;
        lock (_lock)
            return ConfigurationOf(Path.GetDirectoryName(fullPath)!);
    }

    /// <summary>The linter that serves a path.</summary>
    /// <param name="path">The file, as a full path or from the working folder; it need not exist.</param>
    /// <exception cref="Yaml.ConfigurationException">A configuration, card or list has a mistake.</exception>
    public FileLinter LinterOf(string path)
    {
        lock (_lock)
            return LinterFor(SettingsOf(Path.GetFullPath(path, Folder)));
    }

    /// <summary>Lints a document from memory.</summary>
    /// <param name="path">The path that reports name, from the working folder; its ending tells the format, and its
    /// folder the configuration.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="Yaml.ConfigurationException">A configuration, card or list has a mistake.</exception>
    public FileReport Lint(string path, string text) => LinterOf(path).LintText(path, text);

    /// <summary>The rules that serve a file.</summary>
    /// <param name="fullPath">The file, as a full path.</param>
    internal Linter RulesFor(string fullPath)
    {
        lock (_lock)
            return SettingsOf(fullPath).Linter;
    }

    /// <summary>Drops what the caches hold beyond their limits.</summary>
    internal void TrimCaches()
    {
        foreach (var cache in _caches)
            cache.Trim();
    }

    // Without the dot it looks like a configuration, and is none.
    private void TellMisnamed()
    {
        foreach (var name in CopylintConfiguration.FileNames)
        {
            var other = name.TrimStart('.');
            if (_options.Files.HasFile(Path.Combine(Folder, other)))
                _options.Tell?.Invoke(
                    $"'{other}' is not read: the configuration is called '{CopylintConfiguration.FileName}'"
                );
        }
    }

    private CopylintConfiguration ConfigurationOf(string folder)
    {
        if (_byFolder.TryGetValue(folder, out var known))
            return known;
        // A folder without a file of its own shares the configuration of the one above it.
        var parent = Path.GetDirectoryName(folder);
        var configuration =
            CopylintConfiguration.FileIn(folder, _options.Files) is not null
                ? CopylintConfiguration.FindFor(folder, Folder, _options.Files)
            : parent is null ? CopylintConfiguration.Default
            : ConfigurationOf(parent);
        return _byFolder[folder] = configuration;
    }

    // What files share that have the same configuration and overrides.
    private sealed class ServingRules(Linter linter, CopylintConfiguration configuration)
    {
        public Linter Linter { get; } = linter;

        public CopylintConfiguration Configuration { get; } = configuration;

        // Made when it is known what the run needs.
        public FileLinter? FileLinter { get; set; }
    }

    private ServingRules SettingsOf(string fullPath)
    {
        var basis = ConfigurationFor(fullPath);
        var overrides = basis.OverridesOf(fullPath);
        var key = (basis, string.Join(',', overrides));
        if (_settings.TryGetValue(key, out var known))
            return known;
        var configuration = basis.With(overrides);
        return _settings[key] = new ServingRules(
            configuration == Configuration ? Linter : MakeLinter(configuration, CatalogOf(configuration, basis)),
            configuration
        );
    }

    private FileLinter LinterFor(ServingRules settings) =>
        settings.FileLinter ??= new FileLinter(
            settings.Linter,
            _options.WithFingerprints,
            MaxBytes,
            settings.Configuration.Reading(_options.Language),
            CacheFor(settings),
            WithFacts
        )
        {
            MaxTime = TimeSpan.FromSeconds(Configuration.ValueOf(Settings.MaxFileSeconds)),
            MaxFindings = MaxFindings,
        };

    private int? MaxFindings => _options.LimitsFindings ? Configuration.ValueOf(Settings.MaxFindings) : null;

    private ResultCache? CacheFor(ServingRules settings)
    {
        var use = Configuration.ValueOf(Settings.Cache);
        var isOn = use == CacheUse.On || (use == CacheUse.Ci && _options.IsBuildServer);
        if (!(_options.UsesCache ?? isOn) || _cacheFolder.Value is not { } folder)
            return null;
        var reading = settings.Configuration.Reading(_options.Language);
        var cache = new ResultCache(
            folder,
            settings.Linter,
            $"{Product.Version} {_options.WithFingerprints} {MaxBytes} {MaxFindings} {reading} {WithFacts}"
        );
        _caches.Add(cache);
        return cache;
    }

    // Overrides that only change rules share the catalog of their configuration.
    private RuleCatalog CatalogOf(CopylintConfiguration configuration, CopylintConfiguration basis)
    {
        var owner =
            configuration.Lexicons.Count == basis.Lexicons.Count && configuration.Events.Count == basis.Events.Count
                ? basis
                : configuration;
        if (!_catalogs.TryGetValue(owner, out var catalog))
            _catalogs[owner] = catalog = _rules(owner);
        return catalog;
    }

    private Linter MakeLinter(CopylintConfiguration configuration, RuleCatalog catalog)
    {
        var rules = new Dictionary<string, RuleSetting>(configuration.Resolve(catalog));
        foreach (var rule in catalog.SelectAll(_options.Without))
        {
            var options = rules.TryGetValue(rule.Descriptor.Id, out var setting)
                ? setting.Options
                : new Dictionary<string, string>();
            rules[rule.Descriptor.Id] = new RuleSetting(Severity.Off, options);
        }

        var settings = new LintSettings
        {
            Rules = rules,
            Only =
                _options.Only.Count == 0
                    ? null
                    : catalog
                        .SelectAll(_options.Only)
                        .Where(r => r.Descriptor.DefaultSeverity != Severity.Off || IsNamed(r, _options.Only))
                        .Select(r => r.Descriptor.Id)
                        .ToHashSet(),
            MinSeverity = _options.MinSeverity,
        };
        try
        {
            return new Linter(catalog, settings);
        }
        catch (InvalidOperationException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    // A rule that is off by default runs when it is asked for itself, not with its family.
    private static bool IsNamed(Rule rule, IEnumerable<string> selectors) =>
        selectors
            .SelectMany(s => s.Split(',', StringSplitOptions.TrimEntries))
            .Any(s =>
                s.Equals(rule.Descriptor.Id, StringComparison.OrdinalIgnoreCase)
                || s.Equals(rule.Descriptor.Name, StringComparison.OrdinalIgnoreCase)
            );
}
