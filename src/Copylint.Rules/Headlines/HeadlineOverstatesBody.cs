using Copylint.Analysis;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Rules.Headlines;

/// <summary>
/// CL8001. The headline states as fact a predicate that the first sentences of the body hedge: the same stem stands in
/// both, a hedge governs it in the body, and the headline
/// has neither hedge, source, quotation nor question.
/// </summary>
internal sealed class HeadlineOverstatesBody : Analyzer
{
    private const int StemLength = 5;
    private const int BodySentences = 3;
    private const int Reach = 7;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var hedges = context.Lexicon("hedges");
        context.OnDocument(c => Check(c, hedges));
    }

    private static void Check(ReportContext context, int hedges)
    {
        var analysis = context.Analysis;
        if (context.Document.Headline is not { Length: < HeadlineLimits.MaxLength } headline)
            return;
        var title = analysis.TokensOf(headline.Index);
        foreach (ref readonly var match in analysis.MatchSpan)
        {
            if (match.Lexicon == hedges && match.FirstToken >= title.First && match.FirstToken < title.End)
                return;
        }

        var seen = 0;
        for (var block = headline.Index + 1; block < context.Document.Blocks.Count && seen < BodySentences; block++)
        {
            if (
                context.Document.Blocks[block].Kind != BlockKind.Paragraph
                || analysis.IsResidue(block)
                || context.Document.Blocks[block].Length < 60
            )
                continue;
            var (first, end) = analysis.SentencesOf(block);
            for (var s = first; s < end && seen < BodySentences; s++, seen++)
            {
                if (Compare(context, title, analysis.Sentences[s], hedges))
                    return;
            }
        }
    }

    private static bool Compare(ReportContext context, TokenRange title, Sentence sentence, int hedges)
    {
        var analysis = context.Analysis;
        var (first, end) = analysis.MatchesIn(new TokenRange(sentence.FirstToken, sentence.EndToken));
        for (var m = first; m < end; m++)
        {
            var hedge = analysis.Matches[m];
            if (
                hedge.Lexicon != hedges
                || hedge.FirstToken < sentence.FirstToken
                || analysis.Quotations.At(analysis.Tokens[hedge.FirstToken].Start) is not null
            )
                continue;
            for (var i = hedge.EndToken; i < Math.Min(sentence.EndToken, hedge.EndToken + Reach); i++)
            {
                if (analysis.Tokens[i].Kind is TokenKind.Comma or TokenKind.Semicolon)
                    break;
                if (
                    analysis.Tokens[i].Kind != TokenKind.Word
                    || analysis.Tokens[i].Length < StemLength
                    || analysis.Tokens[i].IsCapitalised
                )
                    continue;
                if (
                    FindInTitle(context, title, i) is not { } predicate
                    || analysis.PartOfSpeechAt(i) != PartOfSpeech.Verb
                )
                    continue;
                var start = SubjectStart(analysis, title, predicate);
                context.Report(
                    analysis.SpanOf(new TokenRange(start, predicate + 1)),
                    new Finding
                    {
                        Arguments =
                        [
                            (
                                "headline",
                                analysis.SpanOf(new TokenRange(start, predicate + 1)).In(context.Text).ToString()
                            ),
                            (
                                "body",
                                analysis.SpanOf(new TokenRange(hedge.FirstToken, i + 1)).In(context.Text).ToString()
                            ),
                        ],
                        Related =
                        [
                            new RelatedPlace(
                                analysis.SpanOf(new TokenRange(hedge.FirstToken, i + 1)),
                                "The body holds back here."
                            ),
                        ],
                    }
                );
                return true;
            }
        }

        return false;
    }

    // The same stem as a finite or past form in the headline, in a part of it that has no source of its own.
    private static int? FindInTitle(ReportContext context, TokenRange title, int token)
    {
        var analysis = context.Analysis;
        var stem = analysis.TextOf(token)[..StemLength];
        for (var i = title.First + 1; i < title.End; i++)
        {
            var text = analysis.TextOf(i);
            if (
                text.Length < StemLength
                || !text[..StemLength].Equals(stem, StringComparison.OrdinalIgnoreCase)
                || !(
                    text.EndsWith("ed", StringComparison.OrdinalIgnoreCase)
                    || text.EndsWith("s", StringComparison.OrdinalIgnoreCase)
                    || text.EndsWith("en", StringComparison.OrdinalIgnoreCase)
                )
                || analysis.Quotations.At(analysis.Tokens[i].Start) is not null
            )
                continue;
            for (var k = title.First; k < title.End; k++)
            {
                // "X says", "X: …", "accused of", a question, "after", "to": the headline holds back too, or tells
                // something else.
                if (
                    k < i
                    && (
                        analysis.Tokens[k].Kind == TokenKind.Colon
                        || (
                            analysis.Is(k, WordClasses.ReportingVerb)
                            && analysis.Is(k, WordClasses.FiniteVerbForm)
                            && k != i
                        )
                    )
                )
                    return null;
                if (
                    analysis.TextOf(k)
                        is "?"
                            or "accused"
                            or "Accused"
                            or "charged"
                            or "Charged"
                            or "suspected"
                            or "Suspected"
                            or "alleged"
                            or "Alleged"
                            or "not"
                            or "Not"
                    || (
                        k < i
                        && analysis.TextOf(k)
                            is "if"
                                or "If"
                                or "to"
                                or "may"
                                or "May"
                                or "could"
                                or "Could"
                                or "would"
                                or "Would"
                    )
                )
                {
                    if (k < i || analysis.TextOf(k) is "?")
                        return null;
                }
            }

            return i;
        }

        return null;
    }

    private static int SubjectStart(DocumentAnalysis analysis, TokenRange title, int predicate)
    {
        var start = predicate;
        while (
            start > title.First
            && predicate - start < 3
            && analysis.Tokens[start - 1].Kind == TokenKind.Word
            && !analysis.Is(start - 1, WordClasses.Preposition | WordClasses.Subordinator)
        )
            start--;
        return start;
    }
}
