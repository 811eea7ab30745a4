using Copylint.Language;

namespace Copylint.Analysis.Speech;

/// <summary>Whether a noun says something of a person or a group rather than of a thing: as predicate, before a name,
/// or as what somebody has or does.</summary>
public static class PersonTarget
{
    // "a shameless and tireless": what can stand between a verb and the noun it judges with.
    private const int LongestPhrase = 5;

    /// <summary>Whether the match has a person or group as its target.</summary>
    public static bool Is(DocumentAnalysis analysis, in LexiconMatch match)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var sentence = analysis.Sentences[analysis.SentenceAt(match.FirstToken)];
        return StandsBeforeName(analysis, sentence, match)
            || NamesOwnerAfter(analysis, sentence, match.EndToken)
            || IsSaidOfPerson(analysis, sentence, match.FirstToken);
    }

    // "hack John Smith": two capitals at least, since "propaganda Ministry" and "scam Monday" have one; no verb
    // ("smears John Smith") and no headline in capitals.
    private static bool StandsBeforeName(DocumentAnalysis analysis, Sentence sentence, in LexiconMatch match)
    {
        var next = match.EndToken;
        return next + 1 < sentence.EndToken
            && IsName(analysis, next)
            && IsName(analysis, next + 1)
            && (match.FirstToken == sentence.FirstToken || !analysis.Tokens[match.FirstToken].IsCapitalised)
            && analysis.PartOfSpeechAt(match.EndToken - 1) == PartOfSpeech.Noun;
    }

    // "the hypocrisy of the senators", "a cabal of politicians".
    private static bool NamesOwnerAfter(DocumentAnalysis analysis, Sentence sentence, int next)
    {
        if (next >= sentence.EndToken || analysis.TextOf(next) is not "of")
            return false;
        for (var i = next + 1; i < Math.Min(sentence.EndToken, next + LongestPhrase); i++)
        {
            if (analysis.Is(i, WordClasses.SpeakerNoun) && !analysis.Is(i, WordClasses.Determiner))
                return true;
            if (
                analysis.Tokens[i].Kind != TokenKind.Word
                || analysis.Is(i, WordClasses.Preposition | WordClasses.AnyVerbForm)
            )
                return false;
        }

        return false;
    }

    // Backwards over the words of the noun phrase: "his own hypocrisy", "the senator's shameful tirade", "she is a
    // notorious shill".
    private static bool IsSaidOfPerson(DocumentAnalysis analysis, Sentence sentence, int first)
    {
        var hasArticle = false;
        for (var i = first - 1; i >= Math.Max(sentence.FirstToken, first - LongestPhrase); i--)
        {
            var text = analysis.TextOf(i);
            if (!hasArticle && (text is "his" or "His" or "her" or "Her" or "their" or "Their"))
                return true;
            hasArticle |= analysis.Is(i, WordClasses.Determiner);
            if (analysis.Tokens[i].Kind == TokenKind.Clitic)
                return text is not "n't" and not "n’t" && IsPerson(analysis, sentence, i - 1); // "the senator's", "he's"
            if (IsVerbOfBeing(analysis, i))
                return (i < first - 1 || !analysis.TextOf(first).EndsWith("ing"))
                    && IsSubject(analysis, sentence, i - 1); // "has been squabbling" is no predicate noun
            if (
                analysis.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Hyphen)
                || analysis.Is(i, WordClasses.Preposition | WordClasses.Conjunction | WordClasses.Wh)
            )
                return false;
        }

        return false;
    }

    // Over the auxiliaries and adverbs before the verb: "he has always been".
    private static bool IsSubject(DocumentAnalysis analysis, Sentence sentence, int token)
    {
        while (
            token >= sentence.FirstToken
            && analysis.Is(token, WordClasses.Auxiliary | WordClasses.Adverb | WordClasses.Negation)
            && !analysis.Is(token, WordClasses.SubjectPronoun)
        )
            token--;
        return IsPerson(analysis, sentence, token);
    }

    private static bool IsPerson(DocumentAnalysis analysis, Sentence sentence, int token)
    {
        if (token < sentence.FirstToken)
            return false;
        if (analysis.TextOf(token) is "he" or "He" or "she" or "She" or "who" or "Who")
            return true;
        return (analysis.Is(token, WordClasses.SpeakerNoun) && !analysis.Is(token, WordClasses.AnyVerbForm))
            || (token > sentence.FirstToken && IsName(analysis, token) && IsName(analysis, token - 1));
    }

    private static bool IsName(DocumentAnalysis analysis, int token) =>
        analysis.Tokens[token] is { Kind: TokenKind.Word, IsCapitalised: true }
        && !analysis.Is(
            token,
            WordClasses.Month
                | WordClasses.Weekday
                | WordClasses.Determiner
                | WordClasses.Preposition
                | WordClasses.Pronoun
                | WordClasses.SubjectPronoun
        );

    private static bool IsVerbOfBeing(DocumentAnalysis analysis, int token) =>
        analysis.Is(token, WordClasses.Be)
        || analysis.TextOf(token) is "became" or "becomes" or "become" or "remains" or "remained";
}
