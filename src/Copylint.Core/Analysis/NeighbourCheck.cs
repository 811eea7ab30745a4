using Copylint.Language;

namespace Copylint.Analysis;

/// <summary>Holds the words beside and around a match against what its list or card asks of them.</summary>
public static class NeighbourCheck
{
    // What a verb is done to stands within so many words: "slammed her own car door".
    private const int SoonAfter = 5;

    // Two or three paragraphs of news on either side; so a run takes time with the length of the text only.
    private const int Passage = 150;

    // "the establishment, last year, of an office": so long can be what stands between two commas.
    private const int LongestParenthesis = 5;

    /// <summary>Whether a match counts where it stands.</summary>
    /// <param name="neighbours">What is asked of the words beside it.</param>
    /// <param name="analysis">The document that the match stands in.</param>
    /// <param name="match">The match.</param>
    public static bool Admit(this Neighbours neighbours, DocumentAnalysis analysis, in LexiconMatch match)
    {
        ArgumentNullException.ThrowIfNull(neighbours);
        ArgumentNullException.ThrowIfNull(analysis);
        var sentence = analysis.Sentences[analysis.SentenceAt(match.FirstToken)];
        if (
            !neighbours.Allow(
                Word(analysis, sentence, match.FirstToken - 1, -1),
                Word(analysis, sentence, AfterParenthesis(analysis, sentence, match.EndToken), 1)
            )
        )
            return false;
        if (neighbours.IsBeforeName && !IsBeforeName(analysis, sentence, match))
            return false;
        return AllowsSoonAfter(neighbours, analysis, sentence, match.EndToken)
            && (!neighbours.AsksForPassage || AllowsPassage(neighbours, analysis, match))
            && !(neighbours.IsNotBeforeNoun && IsBeforeNoun(analysis, sentence, match.EndToken))
            && (!neighbours.HasExactPart || HasPart(analysis, match));
    }

    private static bool HasPart(DocumentAnalysis analysis, in LexiconMatch match) =>
        match.EndToken - match.FirstToken > 1 || analysis.PartOfSpeechAt(match.FirstToken) == match.Entry.PartOfSpeech;

    private static bool IsBeforeName(DocumentAnalysis analysis, Sentence sentence, in LexiconMatch match) =>
        match.EndToken < sentence.EndToken
        && analysis.Tokens[match.EndToken] is { Kind: TokenKind.Word, IsCapitalised: true };

    // "the disabled man", "the disabled young man"; what has it ("the disabled's") is no noun after it.
    private static bool IsBeforeNoun(DocumentAnalysis analysis, Sentence sentence, int token)
    {
        while (
            token < sentence.EndToken
            && analysis.Tokens[token].Kind == TokenKind.Word
            && analysis.PartOfSpeechAt(token) == PartOfSpeech.Adjective
        )
            token++;
        return token < sentence.EndToken
            && analysis.Tokens[token].Kind == TokenKind.Word
            && analysis.PartOfSpeechAt(token) == PartOfSpeech.Noun;
    }

    private static bool AllowsSoonAfter(Neighbours neighbours, DocumentAnalysis analysis, Sentence sentence, int from)
    {
        if (neighbours.UnlessSoonAfter.Count == 0)
            return true;
        for (var i = from; i < Math.Min(sentence.EndToken, from + SoonAfter); i++)
        {
            if (!neighbours.AllowSoonAfter(analysis.TextOf(i)))
                return false;
        }

        return true;
    }

    private static bool AllowsPassage(Neighbours neighbours, DocumentAnalysis analysis, in LexiconMatch match)
    {
        var isNeeded = neighbours.OnlyNear.Count > 0;
        for (
            var i = Math.Max(0, match.FirstToken - Passage);
            i < Math.Min(analysis.Tokens.Length, match.EndToken + Passage);
            i++
        )
        {
            if ((i >= match.FirstToken && i < match.EndToken) || !CanTellTopic(analysis.Tokens[i]))
                continue;
            var word = analysis.TextOf(i);
            if (neighbours.IsBarredNear(word))
                return false;
            isNeeded = isNeeded && !neighbours.IsNeededNear(word);
        }

        return !isNeeded;
    }

    // Function words stand everywhere.
    private static bool CanTellTopic(in Token token) =>
        token.Kind is TokenKind.Word or TokenKind.Number && (token.WordId == 0 || token.WordId > FunctionWords.Last);

    // Where a comma opens a parenthesis, what stands behind it goes on.
    private static int AfterParenthesis(DocumentAnalysis analysis, Sentence sentence, int token)
    {
        if (token >= sentence.EndToken || analysis.Tokens[token].Kind != TokenKind.Comma)
            return token;
        for (var i = token + 2; i < Math.Min(sentence.EndToken - 1, token + 2 + LongestParenthesis); i++)
        {
            if (analysis.Tokens[i].Kind == TokenKind.Comma)
                return i + 1;
        }

        return token;
    }

    private static ReadOnlySpan<char> Word(DocumentAnalysis analysis, Sentence sentence, int token, int step)
    {
        if (
            token >= sentence.FirstToken
            && token < sentence.EndToken
            && analysis.Tokens[token].Kind == TokenKind.Hyphen
        )
            token += step;
        return token >= sentence.FirstToken && token < sentence.EndToken ? analysis.TextOf(token) : [];
    }
}
