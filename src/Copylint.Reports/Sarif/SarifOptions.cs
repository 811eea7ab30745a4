using Copylint.Git;
using Copylint.Linting.Suppressions;

namespace Copylint.Reports.Sarif;

/// <summary>What a SARIF log holds besides the findings.</summary>
public sealed record SarifOptions
{
    /// <summary>The number of results that GitHub accepts in a run.</summary>
    public const int MaxResults = 25_000;

    /// <summary>What is said of results that an upload has no room for.</summary>
    public static string LeftOutMessage(int count) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"Code scanning takes {MaxResults:N0} results: the log leaves out {count:N0}, the least severe ones."
        );

    /// <summary>Whether only what code scanning should show is written: no suppressed or known results, and none over
    /// its limits.</summary>
    public bool IsForGitHub { get; init; }

    /// <summary>Whether the log is a part that will be merged with others, and carries what its files add to the
    /// judgement over all.</summary>
    public bool IsShard { get; init; }

    /// <summary>What tells this run from others of the same repository, or null.</summary>
    public string? Category { get; init; }

    /// <summary>The state of the repository, or null to leave it out, so that the same copy gives the same
    /// bytes.</summary>
    public RepositoryState? Provenance { get; init; }

    /// <summary>How the command was called, or null to leave it out, so that the same copy gives the same
    /// bytes.</summary>
    public SarifInvocation? Invocation { get; init; }

    /// <summary>Whether results are held against a baseline.</summary>
    public bool HasBaseline { get; init; }

    /// <summary>The results of the baseline that are gone; asked for at the end of the run.</summary>
    public Func<IReadOnlyList<BaselineEntry>> Gone { get; init; } = () => [];
}

/// <summary>How the command was called.</summary>
/// <param name="Arguments">The arguments, one by one.</param>
/// <param name="Folder">The working folder, as a full path.</param>
/// <param name="Start">When it began, in universal time.</param>
public sealed record SarifInvocation(IReadOnlyList<string> Arguments, string Folder, DateTime Start);
