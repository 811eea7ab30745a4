using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Language;

namespace Copylint.Rules;

/// <summary>
/// The ways in which copy tells the speaker of a quotation without a verb of saying: a signature, a verb of any kind
/// right beside the marks, the question that it answers, a noun that leads up to it.
/// </summary>
/// <param name="Gestures">The number of the lexicon of verbs for what somebody does while speaking.</param>
/// <param name="Leads">The number of the lexicon of nouns for what is said.</param>
internal sealed record SpeakersBeside(int Gestures, int Leads)
{
    // "Jane Roe, mayor of the town of Leeds and a member of its board".
    private const int LongestSignature = 12;

    // "laughs the chair of the fan club".
    private const int LongestFrame = 6;

    // "Obeck had a good response."; a longer sentence tells more than who answers.
    private const int LongestLead = 14;

    // "a good answer to that": the noun stands at the end.
    private const int LeadFromEnd = 5;

    /// <summary>Whether a speaker is told in one of these ways.</summary>
    /// <param name="analysis">The document.</param>
    /// <param name="quotation">The quotation.</param>
    /// <param name="first">Its first sentence.</param>
    /// <param name="paragraphBefore">The block of the paragraph before, or null.</param>
    public bool Tell(DocumentAnalysis analysis, Quotation quotation, int first, int? paragraphBefore) =>
        IsLedInByVerb(analysis, quotation, first)
        || IsSigned(analysis, quotation)
        || IsFollowedByVerb(analysis, quotation)
        || FollowsSignature(analysis, quotation)
        || IsSignedBelow(analysis, quotation.LastBlock)
        || LeadUp(analysis, first, paragraphBefore)
        || (paragraphBefore is { } before && Asks(analysis, before));

    // "stormnews reports “…”", "Jane Roe, mayor -- “…”".
    private static bool IsLedInByVerb(DocumentAnalysis analysis, Quotation quotation, int first)
    {
        var sentence = analysis.Sentences[first];
        var before = analysis.TokenFromPosition(quotation.Span.Start) - 1;
        if (before <= sentence.FirstToken)
            return false;
        if (analysis.Tokens[before].Kind == TokenKind.Dash)
            return analysis.Tokens[sentence.FirstToken].IsCapitalised;
        return analysis.Tokens[before].Kind == TokenKind.Word
            && !analysis.Is(before, WordClasses.Auxiliary)
            && !analysis.Is(before - 1, WordClasses.Determiner | WordClasses.Preposition)
            && (
                analysis.PartOfSpeechAt(before) == PartOfSpeech.Verb
                || (analysis.Is(before, WordClasses.ReportingVerb) && analysis.Is(before, WordClasses.FiniteVerbForm))
            );
    }

    // "…!” she laughs", "…?” grins the mayor", "…!” Roe laughs".
    private bool IsFollowedByVerb(DocumentAnalysis analysis, Quotation quotation)
    {
        var tokens = analysis.TokensOf(quotation.LastBlock);
        var first = AfterQuotation(analysis, quotation, tokens);
        if (first >= tokens.End || analysis.Tokens[first].Kind != TokenKind.Word)
            return false;
        var isLower = analysis.Tokens[first].Shape == CaseShape.Lower;
        if (isLower && !analysis.Is(first, WordClasses.SubjectPronoun | WordClasses.Determiner))
            return analysis.PartOfSpeechAt(first) == PartOfSpeech.Verb;
        for (var i = first + 1; i < Math.Min(tokens.End, first + LongestFrame); i++)
        {
            if (analysis.Tokens[i].Kind != TokenKind.Word)
                return false;
            if (isLower && analysis.PartOfSpeechAt(i) == PartOfSpeech.Verb)
                return true;
            if (SpeechEvidence.HoldsWordOf(analysis, new TokenRange(i, i + 1), Gestures))
                return true;
        }

        return false;
    }

    // "“…” Jane Roe, mayor of Leeds.", "“…” 2 Timothy 3:1": behind the marks a name and no verb.
    private static bool IsSigned(DocumentAnalysis analysis, Quotation quotation)
    {
        var tokens = analysis.TokensOf(quotation.LastBlock);
        var first = AfterQuotation(analysis, quotation, tokens);
        return IsSignature(analysis, first, tokens.End);
    }

    // "“…” States party leader, Tom Acker. “…”": the speaker of the quotation before goes on.
    private static bool FollowsSignature(DocumentAnalysis analysis, Quotation quotation)
    {
        if (quotation.Index == 0)
            return false;
        var before = analysis.Quotations.All[quotation.Index - 1];
        if (before.LastBlock != quotation.FirstBlock || before.Span.End >= quotation.Span.Start)
            return false;
        var tokens = analysis.TokensOf(quotation.FirstBlock);
        return IsSignature(analysis, AfterQuotation(analysis, before, tokens), tokens.End);
    }

    private static bool IsSignature(DocumentAnalysis analysis, int first, int end)
    {
        var hasDash = false;
        while (first < end && IsMarkBeforeName(analysis.Tokens[first].Kind))
        {
            hasDash |= analysis.Tokens[first].Kind != TokenKind.Comma;
            first++;
        }

        var stop = first;
        while (
            stop < end
            && stop - first <= LongestSignature
            && analysis.Tokens[stop].Kind is not (TokenKind.Stop or TokenKind.CloseBracket)
            && !analysis.Tokens[stop].IsQuoteMark
        )
            stop++;
        if (stop == first || stop - first > LongestSignature)
            return false;
        var range = new TokenRange(first, stop);
        return CountNames(analysis, range) >= (hasDash ? 1 : 2) && !Predicates.HasFiniteVerb(analysis, range);
    }

    private static bool IsMarkBeforeName(TokenKind kind) =>
        kind is TokenKind.Dash or TokenKind.Hyphen or TokenKind.OpenBracket or TokenKind.Comma;

    // Numbers count too: "2 Timothy 3:1", "Section 12".
    private static int CountNames(DocumentAnalysis analysis, TokenRange range)
    {
        var names = 0;
        for (var i = range.First; i < range.End; i++)
        {
            var isName =
                analysis.Tokens[i] is { Kind: TokenKind.Word, IsCapitalised: true }
                && !analysis.Is(
                    i,
                    WordClasses.Determiner
                        | WordClasses.Preposition
                        | WordClasses.Pronoun
                        | WordClasses.SubjectPronoun
                        | WordClasses.Conjunction
                        | WordClasses.Adverb
                        | WordClasses.Wh
                );
            names += isName || analysis.Tokens[i].Kind is TokenKind.Number or TokenKind.Handle ? 1 : 0;
        }

        return names;
    }

    // "Jane Roe, mayor of Leeds" as a line of its own below it.
    private static bool IsSignedBelow(DocumentAnalysis analysis, int block)
    {
        if (block + 1 >= analysis.Document.Blocks.Count)
            return false;
        var tokens = analysis.TokensOf(block + 1);
        if (
            tokens.Count is < 2 or > LongestSignature
            || !analysis.Tokens[tokens.First].IsCapitalised
            || analysis.Tokens[tokens.End - 1].Kind == TokenKind.Stop
        )
            return false;
        var hasComma = false;
        for (var i = tokens.First; i < tokens.End; i++)
            hasComma |= analysis.Tokens[i].Kind == TokenKind.Comma;
        return hasComma && CountNames(analysis, tokens) >= 2 && !Predicates.HasFiniteVerb(analysis, tokens);
    }

    // "Obeck had a good response." right before it, here or at the end of the paragraph before.
    private bool LeadUp(DocumentAnalysis analysis, int first, int? paragraphBefore)
    {
        var block = analysis.Sentences[first].Block;
        int before;
        if (first > 0 && analysis.Sentences[first - 1].Block == block)
            before = first - 1;
        else if (paragraphBefore is { } previous)
            before = analysis.SentencesOf(previous).End - 1;
        else
            return false;
        var sentence = analysis.Sentences[before];
        return sentence.TokenCount <= LongestLead
            && SpeechEvidence.HoldsWordOf(
                analysis,
                new TokenRange(Math.Max(sentence.FirstToken, sentence.EndToken - LeadFromEnd), sentence.EndToken),
                Leads
            );
    }

    // An unquoted question before an answer in marks: an interview.
    private static bool Asks(DocumentAnalysis analysis, int block)
    {
        var tokens = analysis.TokensOf(block);
        return tokens.Count > 0
            && analysis.TextOf(tokens.End - 1) is "?"
            && analysis.Quotations.At(analysis.Tokens[tokens.End - 1].Start) is null;
    }

    private static int AfterQuotation(DocumentAnalysis analysis, Quotation quotation, TokenRange tokens) =>
        Math.Max(tokens.First, analysis.TokenFromPosition(quotation.Span.End));
}
