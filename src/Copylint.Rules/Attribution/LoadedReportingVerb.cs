using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules.Attribution;

/// <summary>CL2005. A finite verb of saying that judges, with words after or before it that it reports.</summary>
internal sealed class LoadedReportingVerb : Analyzer
{
    // A sentence of court copy and the one before it.
    private const int CourtReach = 60;

    // "insisted that the new council must": the subject between the verb and what is demanded.
    private const int LongestSubject = 6;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var court = context.Lexicon("court-words");
        context.OnWords("loaded-reporting-verbs", c => Check(c, court));
    }

    private static void Check(WordsContext context, int court)
    {
        var analysis = context.Analysis;
        if (!BlockKinds.Body.Has(context.Block.Kind) || analysis.Quotations.At(context.Span.Start) is not null)
            return;
        var match = context.Match;
        var sentence = analysis.Sentences[analysis.SentenceAt(match.FirstToken)];
        var text = analysis.TextOf(match.FirstToken);
        var isPast = text.EndsWith("ed") || text is "made";
        if (
            !isPast && !text.EndsWith("s")
            || !Reports(analysis, sentence, match)
            || !HasSubject(analysis, sentence, match.FirstToken)
        )
            return;
        if (IsWordOfLaw(analysis, match, court) || Demands(analysis, sentence, match))
            return;
        var plain = isPast ? "said" : "says";
        context.Report(
            context.Span,
            new Finding
            {
                Arguments =
                [
                    ("verb", context.Span.In(context.Text).ToString()),
                    ("reason", match.Entry.Reason),
                    ("plain", plain),
                ],
                Fixes =
                [
                    new Fix($"Write '{plain}'", false, [new TextEdit(context.Document.ToSource(context.Span), plain)]),
                ],
            }
        );
    }

    private static bool HasSubject(DocumentAnalysis analysis, Sentence sentence, int verb)
    {
        var before = verb - 1;
        while (before > sentence.FirstToken && analysis.Is(before, WordClasses.Adverb))
            before--;
        if (before < sentence.FirstToken)
            return false;
        if (
            analysis.Tokens[before].Kind == TokenKind.Clitic
            || (analysis.Is(before, WordClasses.Determiner) && !analysis.Is(before, WordClasses.SubjectPronoun))
            || analysis.Is(before, WordClasses.Preposition | WordClasses.Be)
        )
            return false;
        return analysis.Is(before, WordClasses.SubjectPronoun | WordClasses.SpeakerNoun | WordClasses.Have)
            || analysis.Tokens[before] is { Kind: TokenKind.Word, IsCapitalised: true }
            || analysis.Tokens[before].Kind == TokenKind.Comma
            || analysis.Tokens[before].IsQuoteMark
            || (
                analysis.Tokens[before].Kind == TokenKind.Word
                && analysis.PartOfSpeechAt(before) == PartOfSpeech.Noun
                && analysis.PartOfSpeechAt(verb) == PartOfSpeech.Verb
            );
    }

    // "that", a quotation, or a clause with its own subject after it; a quotation before it.
    private static bool Reports(DocumentAnalysis analysis, Sentence sentence, in LexiconMatch match)
    {
        var next = match.EndToken;
        if (next < sentence.EndToken)
        {
            if (
                analysis.TextOf(next) is "that"
                || analysis.Tokens[next].Kind == TokenKind.Colon
                || analysis.Tokens[next].IsQuoteMark
            )
                return true;
            // A clause: its subject and, within a few words, its verb.
            if (
                analysis.Is(next, WordClasses.SubjectPronoun | WordClasses.Determiner)
                || analysis.Tokens[next].IsCapitalised
            )
            {
                for (var i = next + 1; i < Math.Min(sentence.EndToken, next + 7); i++)
                {
                    if (analysis.Is(i, WordClasses.Auxiliary) && analysis.Tokens[i].Kind == TokenKind.Word)
                        return true;
                    if (
                        analysis.Tokens[i].Kind is TokenKind.Comma or TokenKind.Stop
                        || analysis.Is(i, WordClasses.Preposition)
                    )
                        break;
                }
            }
        }

        var words = new SentenceCursor(analysis, sentence);
        var before = match.FirstToken - 1;
        while (before > words.First && before > match.FirstToken - 6 && !words.IsQuoteMark(before))
            before--;
        return words.IsQuoteMark(before)
            && analysis.Quotations.At(analysis.Tokens[before].Start) is { WordCount: >= 4 };
    }

    // "admitted the theft", "the suit alleges": in court copy these are the words of the law.
    private static bool IsWordOfLaw(DocumentAnalysis analysis, in LexiconMatch match, int court)
    {
        if (match.Entry.Reason is not ("implies guilt" or "raises doubt"))
            return false;
        var index = analysis.SentenceAt(match.FirstToken);
        var sentence = analysis.Sentences[index];
        var isAct = match.Entry.Headword is "allege";
        var first = isAct && index > 0 ? analysis.Sentences[index - 1] : sentence;
        var range = new TokenRange(
            Math.Max(first.FirstToken, match.FirstToken - CourtReach),
            Math.Min(sentence.EndToken, match.EndToken + CourtReach)
        );
        return SpeechEvidence.HoldsWordOf(analysis, range, court);
    }

    // "insisted he must pay", "insists that it be read": a demand, and insisting is what was done.
    private static bool Demands(DocumentAnalysis analysis, Sentence sentence, in LexiconMatch match)
    {
        if (match.Entry.Headword is not "insist")
            return false;
        for (var i = match.EndToken; i < Math.Min(sentence.EndToken, match.EndToken + LongestSubject); i++)
        {
            if (analysis.TextOf(i) is "must" or "should" or "be")
                return true;
        }

        return false;
    }
}
