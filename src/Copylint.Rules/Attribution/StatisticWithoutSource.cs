using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules.Attribution;

/// <summary>CL2006. A percentage with a word of change or share, or "studies show", and no source in the sentence or
/// beside it.</summary>
internal sealed class StatisticWithoutSource : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnSentenceWithWords(["change-words"], Check);

    private static void Check(SentenceContext context)
    {
        var analysis = context.Analysis;
        if (
            !BlockKinds.Body.Has(context.Block.Kind)
            || FindFigure(analysis, context.Sentence) is not { } figure
            || analysis.Quotations.At(analysis.Tokens[figure.First].Start) is not null
        )
            return;
        for (var s = context.Index - 1; s <= context.Index + 1; s++)
        {
            if (
                s >= 0
                && s < analysis.Sentences.Count
                && Math.Abs(analysis.Sentences[s].Block - context.Sentence.Block) <= 1
                && HasSource(analysis, s)
            )
                return;
        }

        if (context.Document.HasLinkIn(context.Sentence.Span))
            return;
        var span = analysis.SpanOf(figure);
        context.Report(span, ("figure", span.In(context.Text).ToString()));
    }

    private static bool HasSource(DocumentAnalysis analysis, int index)
    {
        var sentence = analysis.Sentences[index];
        if (
            SpeechEvidence.HasFrame(analysis, new TokenRange(sentence.FirstToken, sentence.EndToken))
            || SpeechEvidence.CitesSource(analysis, sentence)
        )
            return true;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            // Votes, polls and companies' own reports carry their source in the thing itself.
            if (
                analysis.TextOf(i)
                is "poll"
                    or "polls"
                    or "polling"
                    or "survey"
                    or "surveys"
                    or "census"
                    or "index"
                    or "data"
                    or "figures"
                    or "study"
                    or "report"
                    or "vote"
                    or "votes"
                    or "ballots"
                    or "delegates"
                    or "precincts"
                    or "shares"
                    or "stock"
                    or "Dow"
                    or "percentage"
                    or "voters"
                    or "primary"
                    or "caucuses"
                    or "quarter"
                    or "profit"
                    or "profits"
                    or "revenue"
                    or "net"
                    or "sales"
                    or "support"
                    or "turnout"
                    or "election"
                    or "approval"
                    or "["
                    or "bid"
                    or "tax"
                    or "fee"
                    or "tariff"
                    or "rate"
                    or "cents"
                    or "$"
                    or "points"
                    or "stake"
                    or "investors"
            )
                return true;
        }

        return false;
    }

    // "15%", "15 percent", "15 per cent".
    private static TokenRange? FindFigure(DocumentAnalysis analysis, Sentence sentence)
    {
        for (var i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            if (analysis.Tokens[i].Kind != TokenKind.Number)
                continue;
            var next = analysis.TextOf(i + 1);
            if (next is "%" or "percent" or "pct")
                return new TokenRange(i, i + 2);
            if (next is "per" && i + 2 < sentence.EndToken && analysis.TextOf(i + 2) is "cent")
                return new TokenRange(i, i + 3);
        }

        return null;
    }
}
