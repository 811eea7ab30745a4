using Copylint.Analysis.Speech;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <summary>What an expression of time says about the day on which the copy was written.</summary>
public enum TimeRole
{
    /// <summary>It tells the copy's own now: the lead, a caption, the present tense.</summary>
    Now,

    /// <summary>It tells when something happened, which can be now or earlier.</summary>
    Past,

    /// <summary>History, biography, what a sentence recalls.</summary>
    Background,

    /// <summary>A plan or schedule.</summary>
    Future,

    /// <summary>Somebody's words.</summary>
    Quoted,
}

/// <summary>Reads the role of a stretch of a sentence from the clause and the words around it.</summary>
internal static class TimeRoles
{
    /// <summary>The tense of the clause around a range.</summary>
    public static Tense TenseAround(DocumentAnalysis analysis, TokenRange range) =>
        ClauseTense.Of(analysis, range).Tense;

    /// <summary>The role of a range.</summary>
    /// <param name="analysis">The document.</param>
    /// <param name="range">The tokens.</param>
    /// <param name="tense">Its tense, from <see cref="TenseAround"/>.</param>
    public static TimeRole RoleOf(DocumentAnalysis analysis, TokenRange range, Tense tense)
    {
        if (analysis.Quotations.At(analysis.Tokens[range.First].Start) is not null)
            return TimeRole.Quoted;
        var sentence = analysis.Sentences[analysis.SentenceAt(range.First)];
        var block = analysis.Document.Blocks[sentence.Block];
        if (block.Kind == BlockKind.BlockQuote)
            return TimeRole.Quoted;
        if (tense is Tense.Future or Tense.Hypothetical)
            return TimeRole.Future;
        if (
            tense == Tense.PastPerfect
            || IsRecalled(analysis, sentence, range)
            || HasOtherYear(analysis, sentence, range)
        )
            return TimeRole.Background;
        return
            tense == Tense.Present
            || block.Kind is BlockKind.Caption or BlockKind.Headline
            || sentence.Block <= analysis.LastLeadBlock
            ? TimeRole.Now
            : TimeRole.Past;
    }

    // "when", "after", "since" right before it, or a word of recalling anywhere before it.
    private static bool IsRecalled(DocumentAnalysis analysis, Sentence sentence, TokenRange range)
    {
        for (var i = range.First - 1; i >= Math.Max(sentence.FirstToken, range.First - 8); i--)
        {
            if (analysis.Tokens[i].Kind is TokenKind.Comma or TokenKind.Semicolon)
                break;
            if (
                analysis.TextOf(i)
                is "when"
                    or "When"
                    or "anniversary"
                    or "recalled"
                    or "later"
                    or "former"
                    or "previously"
                    or "once"
            )
                return true;
        }

        return false;
    }

    private static bool HasOtherYear(DocumentAnalysis analysis, Sentence sentence, TokenRange range)
    {
        var own = 0;
        for (var i = range.First; i < range.End; i++)
            own += SentenceCues.IsYear(analysis, i) ? 1 : 0;
        return analysis.CuesOf(sentence).Years > own;
    }
}
