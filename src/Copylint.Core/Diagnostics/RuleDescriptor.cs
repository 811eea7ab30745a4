namespace Copylint.Diagnostics;

/// <summary>What is known of a rule apart from how it finds anything: the descriptive part of its card.</summary>
public sealed record RuleDescriptor
{
    /// <summary>The id: <c>CL</c> and four digits for built-in rules, another prefix for a pack's.</summary>
    public required string Id { get; init; }

    /// <summary>The name in kebab case.</summary>
    public required string Name { get; init; }

    /// <summary>The family: the name of the card's folder.</summary>
    public required string Family { get; init; }

    /// <summary>The severity without configuration.</summary>
    public required Severity DefaultSeverity { get; init; }

    /// <summary>How often the findings are right.</summary>
    public Precision Precision { get; init; } = Precision.Medium;

    /// <summary>One sentence that says what the rule finds.</summary>
    public required string Summary { get; init; }

    /// <summary>The message with its placeholders.</summary>
    public required MessageFormat Message { get; init; }

    /// <summary>Why the rule exists.</summary>
    public required string Why { get; init; }

    /// <summary>The style guide or standard that asks for it.</summary>
    public required string Source { get; init; }

    /// <summary>What can be done about a finding, in a sentence; or null.</summary>
    public string? FixNote { get; init; }

    /// <summary>The options with their defaults.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>The examples, which are tests too.</summary>
    public IReadOnlyList<RuleExample> Examples { get; init; } = [];

    /// <summary>Where the card stands, for messages about it.</summary>
    public required string CardPath { get; init; }

    /// <summary>The pack that the card came from; null for the built-in rules.</summary>
    public string? Pack { get; init; }

    /// <summary>Whether what the rule finds is residue of the page: content rules then pass over the block.</summary>
    public bool MarksResidue { get; init; }

    /// <summary>Whether the rule reads English: it is silent in copy that is written in another language.</summary>
    public bool NeedsEnglish { get; init; }

    /// <summary>Id and name, for debugging.</summary>
    public override string ToString() => $"{Id} {Name}";
}

/// <summary>An example on a rule's card. In a bad one, text between <c>⟦</c> and <c>⟧</c> must be reported at exactly
/// that span; all else must stay silent.</summary>
/// <param name="IsBad">Whether something must be reported.</param>
/// <param name="Text">The text with its marks.</param>
/// <param name="Line">One-based line of the card on which it stands.</param>
/// <param name="Path">The path that it is linted under, where its ending or folder matters; or null.</param>
public sealed record RuleExample(bool IsBad, string Text, int Line, string? Path)
{
    /// <summary>What the rule's own safe fixes make of the text, or null where the card does not say.</summary>
    public string? Fixed { get; init; }
}
