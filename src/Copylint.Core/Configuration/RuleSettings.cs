using Copylint.Diagnostics;

namespace Copylint.Configuration;

/// <summary>How one rule is configured.</summary>
/// <param name="Severity">The severity, or null for the card's.</param>
/// <param name="Options">Values that replace the card's defaults.</param>
public sealed record RuleSetting(Severity? Severity, IReadOnlyDictionary<string, string> Options);

/// <summary>What a run does with its rules.</summary>
public sealed record LintSettings
{
    /// <summary>Settings by rule id; a rule that is missing runs as its card says.</summary>
    public IReadOnlyDictionary<string, RuleSetting> Rules { get; init; } = new Dictionary<string, RuleSetting>();

    /// <summary>When not null, only these rule ids run.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    /// <summary>Findings below this are not reported.</summary>
    public Severity MinSeverity { get; init; } = Severity.Suggestion;

    /// <summary>The severity of a rule after all settings.</summary>
    public Severity SeverityOf(RuleDescriptor rule)
    {
        if (Only is not null && !Only.Contains(rule.Id))
            return Severity.Off;
        var severity =
            Rules.TryGetValue(rule.Id, out var setting) && setting.Severity is { } own ? own : rule.DefaultSeverity;
        // A rule that was asked for by name runs even when it is off by default.
        return severity == Severity.Off && Only is not null && setting?.Severity is null
            ? Severity.Suggestion
            : severity;
    }
}
