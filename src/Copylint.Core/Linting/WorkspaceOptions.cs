using Copylint.Configuration;
using Copylint.Diagnostics;

namespace Copylint.Linting;

/// <summary>What a caller says of a workspace, over all configuration.</summary>
public sealed record WorkspaceOptions
{
    /// <summary>Where configuration files are read from.</summary>
    public IConfigurationFiles Files { get; init; } = DiskFiles.Instance;

    /// <summary>The configuration file for all files; null for the nearest of each.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary>Selectors of the rules that alone run; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Selectors of rules that do not run.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The least severity that is reported.</summary>
    public Severity MinSeverity { get; init; } = Severity.Suggestion;

    /// <summary>The name of the format for unknown endings, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The size in bytes over which files are not analysed, or null.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>Whether reports need hashes.</summary>
    public bool WithFingerprints { get; init; }

    /// <summary>Whether reports are kept and found again; null leaves it to the configuration.</summary>
    public bool? UsesCache { get; init; }

    /// <summary>Whether the run is one of a build server.</summary>
    public bool IsBuildServer { get; init; }

    /// <summary>Whether the files are a part of all, which are judged together later.</summary>
    public bool IsShard { get; init; }

    /// <summary>Whether findings over the limit are only counted, since nothing looks at all of them: no baseline, no
    /// changed lines, no fixes, no other shards.</summary>
    public bool LimitsFindings { get; init; }

    /// <summary>Globs of files to lint besides the known endings, from the working folder.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Globs of files to leave out, from the working folder.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Whether files that are named are left out too where a glob says so.</summary>
    public bool ForceExclude { get; init; }

    /// <summary>Whether no configuration counts but the one that is named.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>The folders that Git is looked up in, as the system parts them; null for none.</summary>
    public string? SearchPath { get; init; }

    /// <summary>Receives what a person should know of the run and no finding says; null for nobody.</summary>
    public Action<string>? Tell { get; init; }
}
