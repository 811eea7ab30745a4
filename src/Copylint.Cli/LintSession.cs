using Copylint.Catalog;
using Copylint.Cli.Commands;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Git;
using Copylint.Linting;
using Copylint.Linting.Caching;
using Copylint.Linting.Corpus;
using Copylint.Matchers;

namespace Copylint.Cli;

/// <summary>What the command line says of a run, over all configuration.</summary>
internal sealed record SessionOptions
{
    /// <summary>The configuration file for all files; null for the nearest of each.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary>Selectors of the rules that alone run; empty for all.</summary>
    public string[] Only { get; init; } = [];

    /// <summary>Selectors of rules that do not run.</summary>
    public string[] Without { get; init; } = [];

    /// <summary>The least severity that is reported.</summary>
    public Severity MinSeverity { get; init; } = Severity.Suggestion;

    /// <summary>The name of the format for unknown endings, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The size over which files are not analysed, or null.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>Whether reports need hashes.</summary>
    public bool WithFingerprints { get; init; }

    /// <summary>Whether reports are kept and found again; null leaves it to the configuration.</summary>
    public bool? UsesCache { get; init; }

    /// <summary>Whether the files are a part of all, which are judged together later.</summary>
    public bool IsShard { get; init; }

    /// <summary>Globs of the command line.</summary>
    public string[] Include { get; init; } = [];

    /// <summary>Globs of the command line.</summary>
    public string[] Exclude { get; init; } = [];

    /// <summary>Whether files that are named are left out too where a glob says so.</summary>
    public bool ForceExclude { get; init; }
}

/// <summary>A run: its files, and for each the linter that its configuration asks for. Files with the same configuration and overrides share one.</summary>
internal sealed class LintSession
{
    private readonly Terminal _console;
    private readonly SessionOptions _options;
    private readonly Dictionary<string, CopylintConfiguration> _byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<CopylintConfiguration, RuleCatalog> _catalogs = [];
    private readonly Dictionary<(CopylintConfiguration, string), FileSettings> _settings = [];
    private readonly Dictionary<string, FileLinter> _byFile = new(StringComparer.Ordinal);
    private readonly List<ResultCache> _caches = [];

    public LintSession(Terminal console, SessionOptions options)
    {
        _console = console;
        _options = options;
        Configuration = options.ConfigurationFile is { } file
            ? CommonOptions.LoadConfiguration(file, console.Folder)
            : ConfigurationOf(console.Folder);
        Linter = MakeLinter(Configuration, CatalogOf(Configuration, Configuration));
    }

    /// <summary>The configuration of the working folder.</summary>
    public CopylintConfiguration Configuration { get; }

    /// <summary>The linter of the working folder, without overrides.</summary>
    public Linter Linter { get; }

    /// <summary>The files, once they were found.</summary>
    public IReadOnlyList<SourceFile> Files { get; private set; } = [];

    /// <summary>Whether reports carry what a judgement over all files needs.</summary>
    public bool WithFacts { get; private set; }

    /// <summary>The size over which files are not analysed.</summary>
    public long MaxBytes => _options.MaxBytes ?? Configuration.MaxFileSize ?? FileLinter.DefaultMaxBytes;

    /// <summary>All rules of all configurations that count for a file, by id.</summary>
    public IReadOnlyList<RuleDescriptor> Rules =>
        [
            .. _catalogs
                .Values.SelectMany(c => c.Rules)
                .Select(r => r.Descriptor)
                .DistinctBy(r => r.Id)
                .OrderBy(r => r.Id, StringComparer.Ordinal),
        ];

    /// <summary>Finds the files that paths mean, and the linter of each.</summary>
    public void Find(string[] paths, Func<SourceFile, bool>? filter = null)
    {
        var ignored = Configuration.RespectsGitIgnore
            ? new Lazy<HashSet<string>>(() => GitIgnored.Under(_console.Folder))
            : null;
        GlobSet include = new(_console.Folder, _options.Include),
            exclude = new(_console.Folder, _options.Exclude);
        var found = CommonOptions.FindFiles(
            _console.Folder,
            paths.Length == 0 ? ["."] : paths,
            f => include.Has(f) || ConfigurationFor(f).Includes(f),
            f => exclude.Has(f) || ConfigurationFor(f).Excludes(f),
            _options.ForceExclude,
            ignored is null ? null : path => ignored.Value.Contains(path)
        );
        Files = [.. found.Where(f => filter?.Invoke(f) != false)];
        var files = _options.IsShard ? int.MaxValue : Files.Count;
        var settings = Files.Select(f => SettingsOf(f.FullPath)).ToList();
        WithFacts = _settings.Values.Any(s => RepeatedLines.CanJudge(s.Linter, files));
        for (var i = 0; i < Files.Count; i++)
            _byFile[Files[i].Path] = LinterFor(settings[i]);
    }

    /// <summary>The linter of a file that was found, or of a name that standard input goes by.</summary>
    public FileLinter LinterOf(string path) =>
        _byFile.TryGetValue(path, out var linter)
            ? linter
            : LinterFor(SettingsOf(Path.GetFullPath(path, _console.Folder)));

    /// <summary>Lints all files, and hands each report on in order; then what all files together tell.</summary>
    public void Run(int threads, Action<FileReport> report) =>
        Run(file => LinterOf(file.Path).Lint(file.Path, file.FullPath), r => r, threads, report);

    /// <summary>Does something with all files, and hands the report of each on in order; then what all files together tell.</summary>
    /// <param name="work">What is done with a file; on several threads at once.</param>
    /// <param name="reportOf">The report in a result; called in order, before it is handed on.</param>
    /// <param name="threads">Number of threads.</param>
    /// <param name="report">Receives the reports.</param>
    public void Run<T>(Func<SourceFile, T> work, Func<T, FileReport> reportOf, int threads, Action<FileReport> report)
        where T : class
    {
        var repeated = new RepeatedLines(f => LinterOf(f.Path));
        var done = 0;
        LintRun.Run(work, Files, threads, result =>
        {
            var own = reportOf(result);
            if (own.Facts is { } facts)
                repeated.Add(Files[done], facts);
            done++;
            report(own);
        });
        Trim();
        if (_options.IsShard)
            return;
        foreach (var more in repeated.Judge())
            report(more);
    }

    private void Trim()
    {
        foreach (var cache in _caches)
            cache.Trim();
    }

    private CopylintConfiguration ConfigurationOf(string folder)
    {
        if (_byFolder.TryGetValue(folder, out var known))
            return known;
        // A folder without a file of its own shares the configuration of the one above it.
        var parent = Path.GetDirectoryName(folder);
        var configuration =
            File.Exists(Path.Combine(folder, CopylintConfiguration.FileName))
                ? CopylintConfiguration.FindFor(folder, _console.Folder)
            : parent is null ? CopylintConfiguration.Default
            : ConfigurationOf(parent);
        return _byFolder[folder] = configuration;
    }

    private CopylintConfiguration ConfigurationFor(string fullPath) =>
        _options.ConfigurationFile is null ? ConfigurationOf(Path.GetDirectoryName(fullPath)!) : Configuration;

    // What files share that have the same configuration and overrides.
    private sealed class FileSettings(Linter linter, CopylintConfiguration configuration)
    {
        public Linter Linter { get; } = linter;

        public CopylintConfiguration Configuration { get; } = configuration;

        // Made when it is known what the run needs.
        public FileLinter? FileLinter { get; set; }
    }

    private FileSettings SettingsOf(string fullPath)
    {
        var basis = ConfigurationFor(fullPath);
        var overrides = basis.OverridesOf(fullPath);
        var key = (basis, string.Join(',', overrides));
        if (_settings.TryGetValue(key, out var known))
            return known;
        var configuration = basis.With(overrides);
        return _settings[key] = new FileSettings(
            configuration == Configuration ? Linter : MakeLinter(configuration, CatalogOf(configuration, basis)),
            configuration
        );
    }

    private FileLinter LinterFor(FileSettings settings)
    {
        if (settings.FileLinter is { } known)
            return known;
        var usesCache = _options.UsesCache
            ?? (Configuration.Cache == CacheUse.On || (Configuration.Cache == CacheUse.Ci && _console.IsBuildServer));
        var reading = CommonOptions.Reading(_options.Language, settings.Configuration);
        ResultCache? cache = null;
        if (usesCache)
        {
            cache = new ResultCache(
                Path.Combine(Configuration.Folder ?? _console.Folder, ".copylint", "cache"),
                settings.Linter,
                $"{Product.Version} {_options.WithFingerprints} {MaxBytes} {reading} {WithFacts}"
            );
            _caches.Add(cache);
        }

        return settings.FileLinter = new FileLinter(
            settings.Linter,
            _options.WithFingerprints,
            MaxBytes,
            reading,
            cache,
            WithFacts
        );
    }

    // Overrides that only change rules share the catalog of their configuration.
    private RuleCatalog CatalogOf(CopylintConfiguration configuration, CopylintConfiguration basis)
    {
        var owner =
            configuration.Lexicons.Count == basis.Lexicons.Count && configuration.Events.Count == basis.Events.Count
                ? basis
                : configuration;
        if (!_catalogs.TryGetValue(owner, out var catalog))
            _catalogs[owner] = catalog = CommonOptions.LoadRules(owner);
        return catalog;
    }

    private Linter MakeLinter(CopylintConfiguration configuration, RuleCatalog catalog)
    {
        var rules = new Dictionary<string, RuleSetting>(configuration.Resolve(catalog));
        foreach (var rule in CommonOptions.SelectRules(catalog, _options.Without))
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
                _options.Only.Length == 0
                    ? null
                    : CommonOptions
                        .SelectRules(catalog, _options.Only)
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
    private static bool IsNamed(Rule rule, string[] selectors) =>
        selectors
            .SelectMany(s => s.Split(',', StringSplitOptions.TrimEntries))
            .Any(s =>
                s.Equals(rule.Descriptor.Id, StringComparison.OrdinalIgnoreCase)
                || s.Equals(rule.Descriptor.Name, StringComparison.OrdinalIgnoreCase)
            );
}
