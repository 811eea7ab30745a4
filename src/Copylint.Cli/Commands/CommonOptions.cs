using System.CommandLine;
using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Git;
using Copylint.Linting;
using Copylint.Linting.Suppressions;
using Copylint.Reports;
using Copylint.Rules;

namespace Copylint.Cli.Commands;

/// <summary>What several commands share: finding the configuration and loading the rules.</summary>
internal static class CommonOptions
{
    // Above all severities.
    private const Severity Never = (Severity)int.MaxValue;

    public static Option<string?> Config() =>
        new("--config")
        {
            Description = "Configuration file; the nearest .copylint.yml is used otherwise.",
            HelpName = "FILE",
        };

    public static Option<string?> Language()
    {
        var option = new Option<string?>("--language")
        {
            Description = "Format of files whose ending is not known. Default: text.",
        };
        option.AcceptOnlyFromAmong([.. DocumentParser.FormatNames.Keys]);
        return option;
    }

    public static Option<string?> FailOn()
    {
        var option = new Option<string?>("--fail-on")
        {
            Description = "Least severity that makes the exit code 1. Default: warning.",
        };
        option.AcceptOnlyFromAmong([.. SeverityNames.ReportedNames, SeverityNames.Never]);
        return option;
    }

    /// <summary>The least severity that fails a run, by the command line, or else the configuration, or else warning.</summary>
    public static Severity FailLevel(string? option, CopylintConfiguration configuration) =>
        option is not null ? SeverityNamed(option)
        : configuration.FailOn is not { } configured ? Severity.Warning
        : configured == Severity.Off ? Never
        : configured;

    /// <summary>The severity of a name; of the one that fails no run, a severity above all.</summary>
    public static Severity SeverityNamed(string name) => name == SeverityNames.Never ? Never : SeverityNames.All[name];

    /// <summary>How files are read, by the command line, or else the configuration.</summary>
    public static ReadingOptions Reading(string? language, CopylintConfiguration configuration) =>
        new(
            language is null
                ? configuration.Language ?? DocumentFormats.PlainText
                : DocumentParser.FormatNames[language],
            configuration.Html ?? PageScope.Article
        );

    public static CopylintConfiguration LoadConfiguration(string? path, string folder)
    {
        if (path is null)
            return CopylintConfiguration.FindFor(folder);
        var full = Path.GetFullPath(path, folder);
        return File.Exists(full)
            ? CopylintConfiguration.Load(full, folder)
            : throw new UsageException($"no such configuration file: '{path}'");
    }

    /// <summary>The files that paths, folders and globs mean.</summary>
    public static IReadOnlyList<SourceFile> FindFiles(
        string folder,
        IReadOnlyList<string> paths,
        Func<string, bool> isIncluded,
        Func<string, bool> isExcluded,
        bool forceExclude = false,
        Func<string, bool>? isIgnored = null
    )
    {
        try
        {
            return FileDiscovery.Find(folder, paths, isIncluded, isExcluded, forceExclude, isIgnored);
        }
        catch (PathNotFoundException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    public static RuleCatalog LoadRules(CopylintConfiguration configuration) =>
        BuiltInRules.Load(configuration.Packs, configuration.Events, configuration.Lexicons, CatalogFolder());

    private static string CatalogFolder()
    {
        var home = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } folder
            ? folder
            : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Path.Combine(home, "copylint", "catalogs");
    }

    /// <summary>The rules that selectors mean; commas part several in one.</summary>
    public static IReadOnlyList<Rule> SelectRules(RuleCatalog catalog, IEnumerable<string> selectors)
    {
        var selected = new List<Rule>();
        foreach (
            var selector in selectors.SelectMany(s =>
                s.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            )
        )
        {
            var rules = catalog.Select(selector);
            if (rules.Count == 0)
                throw new UsageException($"no rule has the id, name or family '{selector}'{catalog.HintFor(selector)}");
            selected.AddRange(rules);
        }

        return selected;
    }

    public static Baseline LoadBaseline(string path, string folder)
    {
        try
        {
            return BaselineFile.Load(Path.GetFullPath(path, folder), RepositoryRoot.Of(folder));
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UsageException($"cannot read the baseline '{path}': {exception.Message}");
        }
    }
}
