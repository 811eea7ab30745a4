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
using Copylint.Storage;

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

    /// <summary>The least severity that fails a run, by the command line, or else the configuration, or else
    /// warning.</summary>
    public static Severity FailLevel(string? option, CopylintConfiguration configuration) =>
        option is not null ? SeverityNamed(option)
        : configuration.ValueOf(Settings.FailOn) is var configured && configured == Severity.Off ? Never
        : configured;

    /// <summary>The severity of a name; of the one that fails no run, a severity above all.</summary>
    public static Severity SeverityNamed(string name) => name == SeverityNames.Never ? Never : SeverityNames.All[name];

    /// <summary>The configuration of a folder, or of a file that was named.</summary>
    public static CopylintConfiguration LoadConfiguration(string? path, Terminal console) =>
        path is not null ? CopylintConfiguration.LoadNamed(path, console.Folder)
        : console.IsIsolated ? CopylintConfiguration.Default
        : CopylintConfiguration.FindFor(console.Folder);

    /// <summary>A run over the files of the working folder.</summary>
    public static LintSession OpenSession(Terminal console, WorkspaceOptions options) =>
        new(
            new Workspace(
                console.Folder,
                configuration => LoadRules(configuration, console),
                options with
                {
                    IsBuildServer = console.IsBuildServer,
                    IsIsolated = console.IsIsolated,
                    SearchPath = console.SearchPath,
                    Tell = console.Tell,
                }
            )
        );

    /// <summary>The rules of a configuration.</summary>
    /// <exception cref="UsageException">A pack cannot be read.</exception>
    public static RuleCatalog LoadRules(CopylintConfiguration configuration, Terminal console)
    {
        try
        {
            return BuiltInRules.Load(
                configuration.Packs,
                configuration.Events,
                configuration.Lexicons,
                CatalogFolder(console.Folder),
                new PackTrust(console.AllowsCode, console.TrustList),
                console.Folder
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"a pack cannot be read: {exception.Message}");
        }
    }

    // Compiled catalogs that anybody could have put into the linted tree are none of ours: an empty name means that
    // none are kept.
    private static string CatalogFolder(string folder)
    {
        var home = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } set
            ? set
            : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Path.IsPathFullyQualified(home) && !RealPath.IsInside(RepositoryRoot.Of(folder), home)
            ? Path.Combine(home, "copylint", "catalogs")
            : "";
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
