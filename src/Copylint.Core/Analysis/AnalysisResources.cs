using Copylint.Analysis.Time;
using Copylint.Language;

namespace Copylint.Analysis;

/// <summary>The word lists and events that documents are analysed with. Immutable; shared by all threads.</summary>
/// <param name="Automaton">All lexicons, compiled.</param>
/// <param name="Events">The dated events that copy counts from.</param>
/// <param name="Offices">Who held which office when.</param>
public sealed record AnalysisResources(LexiconAutomaton Automaton, EventGazetteer Events, OfficeGazetteer Offices)
{
    /// <summary>Name of the lexicon of phrases that cite a source for a whole sentence.</summary>
    public const string CitationsName = "citations";

    /// <summary>Name of the lexicon of holidays, tagged with the rule that fixes their day.</summary>
    public const string HolidaysName = "holidays";

    /// <summary>Name of the lexicon of words after which a judgement is somebody's.</summary>
    public const string JudgingFramesName = "judging-frames";

    /// <summary>Number of that lexicon; of no lexicon when there is none.</summary>
    internal int JudgingFrames { get; } = NumberOf(Automaton, JudgingFramesName);

    /// <summary>Number of the lexicon of citations; of no lexicon when there is none.</summary>
    internal int Citations { get; } = NumberOf(Automaton, CitationsName);

    /// <summary>Number of the lexicon of holidays; of no lexicon when there is none.</summary>
    internal int HolidaysLexicon { get; } = NumberOf(Automaton, HolidaysName);

    /// <summary>The lexicons that the engine looks at by itself.</summary>
    internal IEnumerable<int> OwnLexicons =>
        new[] { Citations, JudgingFrames, HolidaysLexicon, Events.Lexicon, Offices.Lexicon }.Where(l =>
            l < Automaton.Lexicons.Count
        );

    private static int NumberOf(LexiconAutomaton automaton, string name) =>
        automaton.Lexicons.TakeWhile(l => l.Name != name).Count();
}
