using Copylint.Language;

namespace Copylint.Analysis;

/// <summary>Holds the words beside a match against what its list or card asks of them.</summary>
public static class NeighbourCheck
{
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
                Word(analysis, sentence, match.EndToken, 1)
            )
        )
            return false;
        if (neighbours.IsBeforeName && !IsBeforeName(analysis, sentence, match))
            return false;
        return !neighbours.HasExactPart
            || match.EndToken - match.FirstToken > 1
            || analysis.PartOfSpeechAt(match.FirstToken) == match.Entry.PartOfSpeech;
    }

    private static bool IsBeforeName(DocumentAnalysis analysis, Sentence sentence, in LexiconMatch match) =>
        match.EndToken < sentence.EndToken
        && analysis.Tokens[match.EndToken] is { Kind: TokenKind.Word, IsCapitalised: true };

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
