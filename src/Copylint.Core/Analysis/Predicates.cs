using Copylint.Language;

namespace Copylint.Analysis;

/// <summary>Tells a sentence, which says something of somebody, from a line of words that does not.</summary>
public static class Predicates
{
    /// <summary>
    /// Whether a range holds a verb that can be its predicate: an auxiliary, or a finite form with its subject right
    /// before it. A participle ("driven by cuts") and a word that only could be a verb elsewhere ("bright spots") are
    /// none.
    /// </summary>
    /// <param name="analysis">The document.</param>
    /// <param name="range">The tokens, of one sentence.</param>
    public static bool HasFiniteVerb(DocumentAnalysis analysis, TokenRange range)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        for (var i = range.First; i < range.End; i++)
        {
            if (analysis.Tokens[i].Kind == TokenKind.Word && IsFiniteVerb(analysis, range, i))
                return true;
        }

        return false;
    }

    private static bool IsFiniteVerb(DocumentAnalysis analysis, TokenRange range, int token)
    {
        if (analysis.Is(token, WordClasses.Auxiliary))
            return true;
        var forms = PartOfSpeechTagger.VerbFormsOf(analysis.TextOf(token));
        if (
            (forms & (VerbForms.Base | VerbForms.Third | VerbForms.Past)) == 0
            || IsParticiple(analysis, range, token, forms)
        )
            return false;
        var isVerb = analysis.PartOfSpeechAt(token) == PartOfSpeech.Verb;
        return token > range.First
            && (isVerb ? !analysis.Is(token - 1, WordClasses.Preposition) : FollowsSubject(analysis, range, token));
    }

    // "ones mostly driven by", "promised by the mayor".
    private static bool IsParticiple(DocumentAnalysis analysis, TokenRange range, int token, VerbForms forms) =>
        (forms & VerbForms.Participle) != 0 && token + 1 < range.End && analysis.TextOf(token + 1) is "by";

    // "smoke rise from": what the tagger takes for a noun after a noun, with a preposition behind it.
    private static bool FollowsSubject(DocumentAnalysis analysis, TokenRange range, int token) =>
        analysis.PartOfSpeechAt(token - 1) == PartOfSpeech.Noun
        && analysis.Tokens[token - 1].Kind == TokenKind.Word
        && token + 1 < range.End
        && analysis.Is(token + 1, WordClasses.Preposition)
        && !(analysis.TextOf(token + 1) is "of");
}
