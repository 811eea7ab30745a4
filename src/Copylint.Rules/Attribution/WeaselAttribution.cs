using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules.Attribution;

/// <summary>CL2003. "Experts say", "it is widely believed": a view of nobody in particular, with nobody named beside
/// it.</summary>
internal sealed class WeaselAttribution : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.OnWords("weasel-phrases", CheckPhrase);
        context.OnWords("weasel-subjects", CheckSubject);
    }

    private static void CheckPhrase(WordsContext context)
    {
        if (IsOpen(context, context.Match.FirstToken))
            context.Report(context.Span, ("phrase", context.Span.In(context.Text).ToString()));
    }

    // The bare plural right before a finite verb of saying or thinking; not "two experts", "the experts at RUSI",
    // "experts from the bank".
    private static void CheckSubject(WordsContext context)
    {
        var analysis = context.Analysis;
        var match = context.Match;
        var sentence = analysis.Sentences[analysis.SentenceAt(match.FirstToken)];
        var verb = match.EndToken;
        while (
            verb < sentence.EndToken && analysis.Is(verb, WordClasses.Adverb)
            || (verb < sentence.EndToken && analysis.Is(verb, WordClasses.Have | WordClasses.Modal))
        )
            verb++;
        if (
            verb >= sentence.EndToken
            || !analysis.Is(verb, WordClasses.ReportingVerb)
            || !analysis.Is(verb, WordClasses.FiniteVerbForm | WordClasses.VerbParticiple)
            || analysis.TextOf(verb)
                is "want"
                    or "wanted"
                    or "show"
                    or "showed"
                    or "read"
                    or "find"
                    or "see"
                    or "saw"
                    or "feel"
                    or "know"
                    or "ask"
                    or "asked"
                    or "found"
                    or "call"
                    or "called"
            || analysis.TextOf(Math.Min(verb + 1, sentence.EndToken - 1)) is "of" // "most people think of schools"
            || (
                IsBare(analysis.TextOf(match.EndToken - 1))
                && (
                    analysis.Is(verb, WordClasses.NounToo)
                    || analysis.PartOfSpeechAt(verb) != PartOfSpeech.Verb
                    || analysis.TextOf(verb).EndsWith("s")
                )
            )
        )
            return;
        if (match.FirstToken > sentence.FirstToken)
        {
            var before = analysis.TextOf(match.FirstToken - 1);
            if (
                analysis.Tokens[match.FirstToken - 1].Kind is TokenKind.Number or TokenKind.Clitic or TokenKind.Hyphen
                || analysis.Is(match.FirstToken - 1, WordClasses.Determiner | WordClasses.NumberWord)
                || analysis.PartOfSpeechAt(match.FirstToken - 1) is PartOfSpeech.Noun or PartOfSpeech.Adjective
                || before is "and" or "of" or "other" or "by" or "to" or "from" or "among" or "with"
            )
                return;
        }

        if (!IsOpen(context, match.FirstToken))
            return;
        var span = analysis.SpanOf(new TokenRange(match.FirstToken, verb + 1));
        context.Report(span, ("phrase", span.In(context.Text).ToString()));
    }

    // "many plans", "some states": before a noun these are no people.
    private static bool IsBare(ReadOnlySpan<char> word) =>
        word is "many" or "Many" or "some" or "Some" or "others" or "Others";

    // Nobody is named in the sentence or the next, no link, no poll.
    private static bool IsOpen(WordsContext context, int token)
    {
        var analysis = context.Analysis;
        if (!BlockKinds.Body.Has(context.Block.Kind) || analysis.Quotations.At(context.Span.Start) is not null)
            return false;
        return analysis.Ask(HasNoSource, analysis.SentenceAt(token));
    }

    private static bool HasNoSource(DocumentAnalysis analysis, int index)
    {
        var sentence = analysis.Sentences[index];
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (
                analysis.Tokens[i].Kind == TokenKind.Link
                || analysis.TextOf(i)
                    is "%"
                        or "percent"
                        or "poll"
                        or "survey"
                        or "polls"
                        or "including"
                        or "such"
                        or "like"
                        or "among"
            )
                return false;
        }

        if (analysis.Document.HasLinkIn(sentence.Span))
            return false;
        // The next sentence, here or at the top of the next paragraph, gives one of them a name and a voice.
        if (index + 1 >= analysis.Sentences.Count || analysis.Sentences[index + 1].Block > sentence.Block + 1)
            return true;
        var next = analysis.Sentences[index + 1];
        if (
            !SpeechEvidence.HasFrame(analysis, new TokenRange(next.FirstToken, next.EndToken))
            && !SpeechEvidence.CitesSource(analysis, next)
        )
            return true;
        for (var i = next.FirstToken; i < next.EndToken - 1; i++)
        {
            if (
                analysis.Tokens[i] is { Kind: TokenKind.Word, IsCapitalised: true }
                && analysis.Tokens[i + 1] is { Kind: TokenKind.Word, IsCapitalised: true }
                && analysis.Quotations.At(analysis.Tokens[i].Start) is null
            )
                return false;
        }

        return true;
    }
}
