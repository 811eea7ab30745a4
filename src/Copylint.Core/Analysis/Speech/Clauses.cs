using Copylint.Language;

namespace Copylint.Analysis.Speech;

/// <summary>Splits sentences into the clauses that one attribution can cover.</summary>
public static class Clauses
{
    /// <summary>
    /// The clauses of a sentence, in order. A semicolon parts clauses, and so does "as", "while" or "whereas" before a
    /// subject: what stands there is told beside
    /// the rest, not under it.
    /// </summary>
    public static IReadOnlyList<TokenRange> Split(DocumentAnalysis analysis, Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var clauses = new List<TokenRange>(2);
        var first = sentence.FirstToken;
        for (var i = sentence.FirstToken + 1; i < sentence.EndToken - 1; i++)
        {
            if (
                !(analysis.Tokens[i].Kind == TokenKind.Semicolon || OpensClause(analysis, sentence, i))
                || analysis.Quotations.At(analysis.Tokens[i].Start) is not null
            )
                continue;
            // Of two marks beside each other the second parts nothing.
            if (i > first)
                clauses.Add(new TokenRange(first, i));
            first = analysis.Tokens[i].Kind == TokenKind.Semicolon ? i + 1 : i;
        }

        if (first < sentence.EndToken)
            clauses.Add(new TokenRange(first, sentence.EndToken));
        return clauses;
    }

    /// <summary>
    /// Whether a clause with a source can cover another that follows it: "said that A while B" reports both, when
    /// "that" opens what is said and no subject of the paper's own
    /// parts them. A clause before the one with the source is never inside it.
    /// </summary>
    public static bool IsInsideContent(DocumentAnalysis analysis, TokenRange framed, TokenRange clause)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        if (clause.First < framed.First)
            return false;
        for (var i = framed.First; i < framed.End; i++)
        {
            if (
                analysis.TextOf(i) is "that"
                && i > framed.First
                && analysis.Is(i - 1, WordClasses.ReportingVerb | WordClasses.Pronoun | WordClasses.SpeakerNoun)
            )
                return true;
        }

        return analysis.TextOf(clause.First) is "while" or "whereas";
    }

    /// <summary>A clause without the marks and conjunctions at its ends.</summary>
    public static TokenRange Trim(DocumentAnalysis analysis, TokenRange range)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        int first = range.First,
            end = range.End;
        while (
            first < end - 1
            && (
                analysis.Tokens[first].Kind is TokenKind.Comma or TokenKind.Dash or TokenKind.Semicolon
                || (analysis.Is(first, WordClasses.Conjunction) && analysis.Tokens[first].Kind == TokenKind.Word)
            )
        )
            first++;
        while (
            end > first + 1
            && analysis.Tokens[end - 1].Kind
                is TokenKind.Comma
                    or TokenKind.Dash
                    or TokenKind.Semicolon
                    or TokenKind.Stop
        )
            end--;
        return new TokenRange(first, end);
    }

    internal static bool OpensClause(DocumentAnalysis analysis, Sentence sentence, int token)
    {
        var words = new SentenceCursor(analysis, sentence);
        var text = words.TextOf(token);
        if (text is "while" or "whereas")
            return true;
        if (text is not "as")
            return false;
        // "as well as", "such as", "as big as the": no clause.
        for (var i = token - 1; i >= Math.Max(sentence.FirstToken, token - 4); i--)
        {
            if (
                analysis.TextOf(i)
                is "as"
                    or "such"
                    or "same"
                    or "well"
                    or "far"
                    or "long"
                    or "soon"
                    or "much"
                    or "known"
                    or "seen"
                    or "so"
            )
                return false;
        }

        // "identifying the group as Islamic": what somebody is called.
        for (
            var i = token - 1;
            i >= Math.Max(sentence.FirstToken, token - 10) && analysis.Tokens[i].Kind != TokenKind.Comma;
            i--
        )
        {
            var verb = analysis.TextOf(i);
            if (
                verb.StartsWith("identif")
                || verb.StartsWith("describ")
                || verb.StartsWith("label")
                || verb.StartsWith("brand")
                || verb.StartsWith("portray")
                || verb.StartsWith("regard")
                || verb.StartsWith("depict")
            )
                return false;
        }

        var next = words.TextOf(token + 1);
        if (next is "a" or "an" or "if" or "though" or "to" or "of" or "well" or "much" or "many" or "part")
            return false;
        var subject =
            words.Is(token + 1, WordClasses.Determiner | WordClasses.SubjectPronoun) || words.IsCapitalised(token + 1);
        if (!subject)
            return false;
        if (words.Is(token + 1, WordClasses.Determiner | WordClasses.SubjectPronoun))
            return sentence.EndToken - token > 4;
        for (var i = token + 2; i < Math.Min(sentence.EndToken, token + 10); i++)
        {
            if (
                analysis.Is(i, WordClasses.Auxiliary)
                || (analysis.Is(i, WordClasses.ReportingVerb) && analysis.Is(i, WordClasses.FiniteVerbForm))
            )
                return true;
        }

        return false;
    }
}
