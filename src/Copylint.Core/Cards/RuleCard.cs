using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Matchers;

namespace Copylint.Cards;

/// <summary>A rule's card as read: its description, and either matchers or the name of an analyzer.</summary>
/// <param name="Descriptor">The descriptive part.</param>
/// <param name="AnalyzerName">The C# class, or null for a declarative rule.</param>
/// <param name="Matchers">The matchers of a declarative rule.</param>
/// <param name="Lexicons">Word lists that stand on the card itself, and words that its patterns need.</param>
internal sealed record RuleCard(
    RuleDescriptor Descriptor,
    string? AnalyzerName,
    IReadOnlyList<Matcher> Matchers,
    IReadOnlyList<Lexicon> Lexicons
);
