namespace Copylint.Diagnostics;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>The rule does not run.</summary>
    Off,

    /// <summary>Worth a thought.</summary>
    Suggestion,

    /// <summary>An editor would ask about it.</summary>
    Warning,

    /// <summary>It must not be published like this.</summary>
    Error,
}

/// <summary>How often a rule's findings are right, as measured; SARIF's <c>precision</c>.</summary>
public enum Precision
{
    /// <summary>Below 70 %.</summary>
    Low,

    /// <summary>70 to 85 %.</summary>
    Medium,

    /// <summary>85 to 95 %.</summary>
    High,

    /// <summary>Above 95 %.</summary>
    VeryHigh,
}
