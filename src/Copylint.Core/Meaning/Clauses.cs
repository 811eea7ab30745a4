using Copylint.Language;

namespace Copylint.Meaning;

/// <summary>Splits sentences into the clauses that one attribution can cover.</summary>
public static class Clauses
{
    /// <summary>
    /// The clauses of a sentence, in order. A semicolon parts clauses, and so does "as", "while" or "whereas" before a subject: what stands there is told beside
    /// the rest, not under it.
    /// </summary>
    public static IReadOnlyList<TokenRange> Split(Analysis analysis, Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var clauses = new List<TokenRange>(2);
        var first = sentence.FirstToken;
        for (var i = sentence.FirstToken + 1; i < sentence.EndToken - 1; i++)
        {
            if (!(analysis.Tokens[i].Kind == TokenKind.Semicolon || OpensClause(analysis, sentence, i)) || analysis.Quotations.At(analysis.Tokens[i].Start) is not null)
                continue;
            clauses.Add(new TokenRange(first, i));
            first = analysis.Tokens[i].Kind == TokenKind.Semicolon ? i + 1 : i;
        }

        clauses.Add(new TokenRange(first, sentence.EndToken));
        return clauses;
    }

    private static bool OpensClause(Analysis analysis, Sentence sentence, int token)
    {
        var text = analysis.TextOf(token);
        if (text is "while" or "whereas")
            return true;
        if (text is not "as")
            return false;
        // "as well as", "such as", "as big as the": no clause.
        for (var i = token - 1; i >= Math.Max(sentence.FirstToken, token - 4); i--)
        {
            if (analysis.TextOf(i) is "as" or "such" or "same" or "well" or "far" or "long" or "soon" or "much" or "known" or "seen" or "so")
                return false;
        }

        var next = analysis.TextOf(token + 1);
        if (next is "a" or "an" or "if" or "though" or "to" or "of" or "well" or "much" or "many" or "part")
            return false;
        var subject = analysis.Is(token + 1, WordClasses.Determiner | WordClasses.SubjectPronoun) || analysis.Tokens[token + 1].IsCapitalised;
        if (!subject)
            return false;
        if (analysis.Is(token + 1, WordClasses.Determiner | WordClasses.SubjectPronoun))
            return sentence.EndToken - token > 4;
        for (var i = token + 2; i < Math.Min(sentence.EndToken, token + 10); i++)
        {
            if (analysis.Is(i, WordClasses.Auxiliary) || (analysis.Is(i, WordClasses.ReportingVerb) && analysis.Is(i, WordClasses.FiniteVerbForm)))
                return true;
        }

        return false;
    }
}
