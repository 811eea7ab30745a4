using Copylint.Text;

namespace Copylint.Diagnostics;

/// <summary>A place that explains a finding.</summary>
/// <param name="Span">The span in the source text.</param>
/// <param name="Message">What it shows, in a sentence.</param>
public sealed record RelatedPlace(TextSpan Span, string Message);

/// <summary>A finding of a rule in one file.</summary>
public sealed record Diagnostic
{
    /// <summary>The rule.</summary>
    public required RuleDescriptor Rule { get; init; }

    /// <summary>The severity after configuration.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The span in the source text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The message.</summary>
    public required string Message { get; init; }

    /// <summary>Places that explain it.</summary>
    public IReadOnlyList<RelatedPlace> Related { get; init; } = [];

    /// <summary>Ways to mend it, best first.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];

    /// <summary>The rule that a finding of the engine is about, or null.</summary>
    public RuleDescriptor? About { get; init; }

    /// <summary>The severity that the card itself gives the finding, whatever is configured; the rule's own when it was
    /// not set.</summary>
    internal Severity CardSeverity
    {
        get => _cardSeverity ?? Rule.DefaultSeverity;
        init => _cardSeverity = value;
    }

    private readonly Severity? _cardSeverity;

    /// <summary>The span in the document's text, for what reads the copy around it; null for a finding about the
    /// file.</summary>
    internal TextSpan? CopySpan { get; init; }

    /// <summary>Whether it is about a listed word, which a family reports once.</summary>
    internal bool IsOfWord { get; init; }
}
