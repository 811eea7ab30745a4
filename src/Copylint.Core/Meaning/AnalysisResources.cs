using Copylint.Language;

namespace Copylint.Meaning;

/// <summary>The word lists and events that documents are analysed with. Immutable; shared by all threads.</summary>
/// <param name="Automaton">All lexicons, compiled.</param>
/// <param name="Events">The dated events that copy counts from.</param>
public sealed record AnalysisResources(LexiconAutomaton Automaton, EventGazetteer Events)
{
    /// <summary>Name of the lexicon of phrases that cite a source for a whole sentence.</summary>
    public const string CitationsName = "citations";

    /// <summary>Number of that lexicon; of no lexicon when there is none.</summary>
    internal int Citations { get; } = Automaton.Lexicons.TakeWhile(l => l.Name != CitationsName).Count();
}
