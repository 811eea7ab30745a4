using Copylint.Language;

namespace Copylint.Analysis.Speech;

/// <summary>Tells whether a stretch of text says who says so.</summary>
public static class SpeechEvidence
{
    private const int SourcedQuotationWords = 4;

    /// <summary>
    /// Whether the range holds a reporting verb that is finite and has somebody as its subject, or a quotation of four
    /// words or more. A participle with an agent
    /// ("promised by X"), a noun that looks like a verb ("the claim") and "seen as" are none.
    /// </summary>
    public static bool HasFrame(DocumentAnalysis analysis, TokenRange range)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        for (var i = range.First; i < range.End; i++)
        {
            if (
                analysis.Tokens[i].IsQuoteMark
                && analysis.Quotations.At(analysis.Tokens[i].Start) is { WordCount: >= SourcedQuotationWords }
            )
                return true;
        }

        return HasVerbFrame(analysis, range);
    }

    /// <summary>Whether the range holds a reporting verb, outside quotation marks, that is finite and has somebody as
    /// its subject.</summary>
    public static bool HasVerbFrame(DocumentAnalysis analysis, TokenRange range)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        for (var i = range.First; i < range.End; i++)
        {
            if (IsFrameOutsideQuotes(analysis, range, i))
                return true;
        }

        return false;
    }

    /// <summary>Whether the sentence names a source that covers all of it: "according to", "in a statement", an agency
    /// in brackets, a link.</summary>
    public static bool CitesSource(DocumentAnalysis analysis, Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var range = new TokenRange(sentence.FirstToken, sentence.EndToken);
        if (HoldsWordOf(analysis, range, analysis.Resources.Citations))
            return true;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (analysis.Tokens[i].Kind == TokenKind.Link)
                return true;
        }

        return false;
    }

    /// <summary>Whether a word of a lexicon stands in a range.</summary>
    /// <param name="analysis">The document.</param>
    /// <param name="range">The tokens.</param>
    /// <param name="lexicon">The number of the lexicon.</param>
    public static bool HoldsWordOf(DocumentAnalysis analysis, TokenRange range, int lexicon)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var (first, end) = analysis.MatchesIn(range);
        for (var i = first; i < end; i++)
        {
            var match = analysis.Matches[i];
            if (match.Lexicon == lexicon && !match.Entry.IsAllowed && match.FirstToken >= range.First)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether what stands at a place outside quotation marks is given to a source by its own sentence: a reporting
    /// verb with somebody as its subject stands before it
    /// ("the minister said the plan was a disgrace") or follows it after a comma ("the plan was a disgrace, the
    /// minister said"), or the sentence cites a source.
    /// </summary>
    public static bool IsAttributed(DocumentAnalysis analysis, int position)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return analysis.FramesOf(analysis.SentenceAtPosition(position)).Cover(position);
    }

    /// <summary>
    /// Whether a verb or noun of judging before a place, in its clause, gives what stands there to somebody: "described
    /// hundreds as fraudulent", "amid fears of chaos", "some are calling it dirty". A form that is used as a noun ("the
    /// call") gives nothing.
    /// </summary>
    public static bool IsJudgedBySource(DocumentAnalysis analysis, int position)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return analysis.FramesOf(analysis.SentenceAtPosition(position)).Judge(position);
    }

    /// <summary>Whether a token is a reporting verb outside quotation marks that is finite and has somebody as its
    /// subject.</summary>
    internal static bool IsFrameOutsideQuotes(DocumentAnalysis analysis, TokenRange range, int token) =>
        analysis.Is(token, WordClasses.ReportingVerb)
        && IsFrame(analysis, range, token)
        && analysis.Quotations.At(analysis.Tokens[token].Start) is null;

    private static bool IsFrame(DocumentAnalysis analysis, TokenRange range, int verb)
    {
        var classes = analysis.Vocabulary.Classes(analysis.Tokens[verb].WordId);
        var before = verb - 1;
        // Adverbs stand between subject and verb: "the ministry later said".
        while (
            before > range.First
            && analysis.Is(before, WordClasses.Adverb)
            && !analysis.Is(before, WordClasses.Negation)
        )
            before--;
        var hasBefore = before >= range.First;
        // "so-called", "US-backed": part of a compound.
        if (hasBefore && analysis.Tokens[verb - 1].Kind == TokenKind.Hyphen)
            return false;
        if (verb + 1 < range.End && analysis.TextOf(verb + 1).Equals("by", StringComparison.OrdinalIgnoreCase))
            return false;
        if (hasBefore && analysis.Is(before, WordClasses.Be) && analysis.Tokens[before].Kind == TokenKind.Word)
            return verb + 1 < range.End
                && analysis.TextOf(verb + 1) is "that" or "to"
                && (classes & WordClasses.CognitionVerb) == 0;
        if ((classes & WordClasses.VerbIng) != 0)
            return hasBefore
                && (
                    analysis.Tokens[before].Kind is TokenKind.Comma or TokenKind.Dash
                    || analysis.Is(before, WordClasses.Be | WordClasses.Conjunction)
                );
        if ((classes & WordClasses.FiniteVerbForm) == 0)
            return hasBefore && analysis.Is(before, WordClasses.Have);
        if (!hasBefore)
            return verb + 1 < range.End
                && (
                    analysis.Tokens[verb + 1].IsCapitalised
                    || analysis.Is(verb + 1, WordClasses.Determiner | WordClasses.SubjectPronoun)
                );
        if (
            analysis.Is(before, WordClasses.Determiner)
            && !analysis.Is(before, WordClasses.SubjectPronoun | WordClasses.Pronoun)
        )
            return false;
        var isNounForm = (classes & (WordClasses.VerbBase | WordClasses.VerbThird)) != 0;
        if (
            isNounForm
            && (
                analysis.Tokens[before].Kind == TokenKind.Clitic
                || analysis.TextOf(before) is "to"
                || analysis.Is(before, WordClasses.Preposition)
            )
        )
            return analysis.Is(before, WordClasses.Auxiliary);
        if (
            (classes & WordClasses.NounToo) != 0
            && isNounForm
            && !analysis.Is(before, WordClasses.SubjectPronoun | WordClasses.SpeakerNoun | WordClasses.Wh)
            && !analysis.Tokens[before].IsCapitalised
        )
            return false;
        if ((classes & WordClasses.CognitionVerb) != 0)
            return analysis.Is(before, WordClasses.SubjectPronoun | WordClasses.SpeakerNoun)
                || analysis.Tokens[before].IsCapitalised;
        return true;
    }
}
