using System.Globalization;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Yaml;

namespace Copylint.Configuration;

/// <summary>All keys of a configuration file, in the order in which they are shown.</summary>
public static class Settings
{
    /// <summary>The least severity that fails a run; <see cref="Severity.Off"/> when nothing does.</summary>
    public static Setting<Severity> FailOn { get; } =
        Choice(
            "fail-on",
            SettingScope.Run,
            "The least severity that makes the exit code 1.",
            "warning",
            // "never" is the command line's word for it.
            new Dictionary<string, Severity>(SeverityNames.All) { [SeverityNames.Never] = Severity.Off },
            "error"
        );

    /// <summary>The size in bytes over which files are not analysed.</summary>
    public static Setting<long> MaxFileSize { get; } =
        new(16L << 20, ReadSize, bytes => bytes.ToString(CultureInfo.InvariantCulture) + " B")
        {
            Name = "max-file-size",
            Scope = SettingScope.Run,
            Shape = SettingShape.Size,
            Help = "Files over this size are told, not analysed.",
            Default = "16 MB",
            Example = "max-file-size: 2 MB",
        };

    /// <summary>How many seconds a file may take.</summary>
    public static Setting<int> MaxFileSeconds { get; } =
        Count(
            "max-file-seconds",
            "A file that takes longer is told, with what was found until then.",
            (int)Analysis.FileTime.Default.TotalSeconds,
            "10"
        );

    /// <summary>How many findings of one rule in one file are shown.</summary>
    public static Setting<int> MaxFindings { get; } =
        Count(
            "max-findings",
            "Findings of one rule in one file beyond this number are counted, not shown.",
            1000,
            "100"
        );

    /// <summary>When reports of unchanged files are kept and found again.</summary>
    public static Setting<CacheUse> Cache { get; } =
        Choice(
            "cache",
            SettingScope.Run,
            "When reports of unchanged files are kept in .copylint/cache; ci is where the variable CI is set.",
            "off",
            new Dictionary<string, CacheUse>
            {
                ["on"] = CacheUse.On,
                ["ci"] = CacheUse.Ci,
                ["off"] = CacheUse.Off,
            },
            "ci"
        );

    /// <summary>Whether what Git ignores is left out of folders.</summary>
    public static Setting<bool> GitIgnore { get; } =
        new(true, map => map.Bool("gitignore", true), isOn => isOn ? "true" : "false")
        {
            Name = "files/gitignore",
            Scope = SettingScope.Run,
            Shape = SettingShape.Flag,
            Help = "Whether what Git ignores is left out of folders.",
            Default = "true",
            Example = "files: {gitignore: false}",
        };

    /// <summary>The format of files whose ending is not known.</summary>
    public static Setting<IDocumentFormat> Language { get; } =
        Choice(
            "language",
            SettingScope.File,
            "The format of files whose ending is not known.",
            DocumentFormats.PlainText.Name,
            DocumentParser.FormatNames,
            "markdown"
        );

    /// <summary>How much of a page is copy.</summary>
    public static Setting<PageScope> Html { get; } =
        Choice(
            "html",
            SettingScope.File,
            "How much of an HTML page is linted: its article, or all that a reader sees.",
            "article",
            new Dictionary<string, PageScope> { ["article"] = PageScope.Article, ["page"] = PageScope.Page },
            "page"
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new()
        {
            Name = "root",
            Scope = SettingScope.File,
            Shape = SettingShape.Flag,
            Help = "Files further up do not count.",
            Default = "false",
            Example = "root: true",
        },
        Names(
            "extends",
            "Configuration files, or folders of packs that have one, which this one stands over.",
            "house"
        ),
        FailOn,
        Language,
        Html,
        MaxFileSize,
        MaxFileSeconds,
        MaxFindings,
        Cache,
        Names("packs", "Folders with rules and word lists of your own.", "[house]"),
        Names("files/include", "Globs of files to lint besides the known endings.", "['**/*.copy']"),
        Names("files/exclude", "Globs of files to leave out.", "[drafts, '**/*.old.md']"),
        GitIgnore,
        Structure(
            "overrides",
            SettingShape.Overrides,
            "Other settings for some files.",
            "[]",
            """
            overrides:
              - files: [opinion/**, reviews/**]
                rules: {language: off, attribution: suggestion}
            """
        ),
        Structure(
            "events",
            SettingShape.Events,
            "What your copy counts days and years from, besides the built-in events.",
            "[]",
            """
            events:
              - id: flood-2019
                name: the flood of 2019
                start: 2019-11-07
                names: [2019 flood, Aire flood]
                source: House archive
            """
        ),
        Structure(
            "lexicons",
            SettingShape.Lexicons,
            "Words of your own for the word lists, and collocations that are plain reporting.",
            "{}",
            """
            lexicons:
              loaded-adjectives:
                add: [world-beating]
                allow: [radical surgery]
            """
        ),
        Structure(
            "rules",
            SettingShape.Rules,
            "What becomes of rules, by id, name, family or the beginning of ids; later lines win.",
            "{}",
            """
            rules:
              quotations: suggestion
              CL1001: error
              loaded-adjective: {mild: suggestion}
            """
        ),
    ];

    private static Setting<T> Choice<T>(
        string name,
        SettingScope scope,
        string help,
        string usual,
        IReadOnlyDictionary<string, T> choices,
        string example
    )
        where T : notnull =>
        new(
            choices[usual],
            map => map.Choice(name, choices[usual], choices),
            // Of two names the one that was said last: "never" rather than "off".
            value => choices.Last(c => c.Value.Equals(value)).Key
        )
        {
            Name = name,
            Scope = scope,
            Shape = SettingShape.Choice,
            Help = help,
            Default = usual,
            Choices = [.. choices.Keys],
            IsForOverrides = scope == SettingScope.File,
            Example = $"{name}: {example}",
        };

    private static Setting<int> Count(string name, string help, int usual, string example) =>
        new(usual, map => ReadCount(map, name, usual), count => count.ToString(CultureInfo.InvariantCulture))
        {
            Name = name,
            Scope = SettingScope.Run,
            Shape = SettingShape.Count,
            Help = help,
            Default = usual.ToString(CultureInfo.InvariantCulture),
            Example = $"{name}: {example}",
        };

    private static Setting Names(string name, string help, string example) =>
        new()
        {
            Name = name,
            Scope = SettingScope.File,
            Shape = SettingShape.Names,
            Help = help,
            Default = "[]",
            Example = name.Split('/') is [var holder, var key]
                ? $"{holder}: {{{key}: {example}}}"
                : $"{name}: {example}",
        };

    private static Setting Structure(string name, SettingShape shape, string help, string usual, string example) =>
        new()
        {
            Name = name,
            Scope = SettingScope.File,
            Shape = shape,
            Help = help,
            Default = usual,
            IsForOverrides = shape != SettingShape.Overrides,
            Example = example.ReplaceLineEndings("\n"),
        };

    private static int ReadCount(YamlMap map, string name, int usual)
    {
        var text = map.String(name) ?? "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            return count;
        map.ConfigurationError(map.Node(name)!, $"'{name}' is a whole number from 1 up, not '{text}'");
        return usual;
    }

    private static long ReadSize(YamlMap map)
    {
        var text = map.String("max-file-size") ?? "";
        if (!ByteSize.TryParse(text, out var size))
            map.ConfigurationError(
                map.Node("max-file-size")!,
                $"'max-file-size' is a size such as 16 MB, not '{text}'"
            );
        return size;
    }
}
