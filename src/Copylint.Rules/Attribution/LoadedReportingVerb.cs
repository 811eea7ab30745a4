using Copylint.Analysis;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules.Attribution;

/// <summary>CL2005. A finite verb of saying that judges, with words after or before it that it reports.</summary>
internal sealed class LoadedReportingVerb : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnWords("loaded-reporting-verbs", Check);

    private static void Check(WordsContext context)
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
        // "pleaded guilty", "admitted the theft": in court copy these are the words of the law.
        if (match.Entry.Reason == "implies guilt" && analysis.Ask(SpeaksOfCourt, analysis.SentenceAt(match.FirstToken)))
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

    private static bool SpeaksOfCourt(DocumentAnalysis analysis, int sentence)
    {
        foreach (
            var word in new[]
            {
                "guilty",
                "court",
                "charge",
                "murder",
                "theft",
                "fraud",
                "assault",
                "manslaughter",
                "trial",
                "judge",
                "convicted",
                "offence",
                "offense",
                "crime",
            }
        )
        {
            if (
                analysis
                    .Sentences[sentence]
                    .Span.In(analysis.Document.Text)
                    .Contains(word, StringComparison.OrdinalIgnoreCase)
            )
                return true;
        }

        return false;
    }
}
