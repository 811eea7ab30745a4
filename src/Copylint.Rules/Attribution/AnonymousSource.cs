using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;

namespace Copylint.Rules.Attribution;

/// <summary>CL2004. A source without a name and without the reason why; the first in each paragraph.</summary>
internal sealed class AnonymousSource : Analyzer
{
    private static readonly System.Buffers.SearchValues<string> Reasons = System.Buffers.SearchValues.Create(
        [
            "because",
            "authorised",
            "authorized",
            "allowed to",
            "permitted",
            "not cleared",
            "fear",
            "retaliation",
            "reprisal",
            "sensitive",
            "confidential",
            "so as not",
            "in order to",
            "to discuss",
            "to describe",
            "to speak",
            "to talk",
            "to avoid",
            "to protect",
            "to be candid",
            "candidly",
            "freely",
            "private",
            "internal",
            "safety",
            "jeopardi",
            "not public",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    // So many sentences back a reader remembers who somebody is.
    private const int LongestMemory = 40;

    // "given in two parts to a newspaper of the county by".
    private const int LongestPassive = 20;

    // "The member of the board who".
    private const int LongestReference = 6;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var handedOver = context.Lexicon("handed-over");
        context.OnWords("anonymous-sources", c => Check(c, handedOver));
    }

    private static void Check(WordsContext context, int handedOver)
    {
        var analysis = context.Analysis;
        if (!BlockKinds.Body.Has(context.Block.Kind) || analysis.Quotations.At(context.Span.Start) is not null)
            return;
        var index = analysis.SentenceAt(context.Match.FirstToken);
        var block = analysis.Sentences[index].Block;
        var (first, end) = analysis.SentencesOf(block);
        // One finding for a paragraph: the first of its kind. The one before is mostly near, so the search goes back.
        var (firstMatch, endMatch) = analysis.MatchesIn(
            new TokenRange(analysis.TokensOf(block).First, context.Match.EndToken)
        );
        for (var i = endMatch - 1; i >= firstMatch; i--)
        {
            if (
                analysis.Matches[i].FirstToken < context.Match.FirstToken
                && analysis.Matches[i].Lexicon == context.Match.Lexicon
                && !analysis.Matches[i].Entry.IsAllowed
            )
                return;
        }

        if (GivesThings(analysis, index, context.Match.FirstToken, handedOver))
            return;
        var from = IsReferredTo(analysis, index, context.Match.FirstToken)
            ? index - LongestMemory
            : Math.Max(first, index - 1);
        for (var s = Math.Max(0, from); s < Math.Min(end, index + 2); s++)
        {
            if (analysis.Sentences[s].Span.In(context.Text).ContainsAny(Reasons))
                return;
        }

        context.Report(context.Span, ("phrase", context.Span.In(context.Text).ToString()));
    }

    // "given to a newspaper by an anonymous source": the source gives a thing and says nothing.
    private static bool GivesThings(DocumentAnalysis analysis, int sentence, int token, int handedOver)
    {
        var first = analysis.Sentences[sentence].FirstToken;
        return token > first
            && analysis.TextOf(token - 1) is "by"
            && SpeechEvidence.HoldsWordOf(
                analysis,
                new TokenRange(Math.Max(first, token - LongestPassive), token),
                handedOver
            );
    }

    // "The member who spoke anonymously": somebody told of before, where the reason may stand.
    private static bool IsReferredTo(DocumentAnalysis analysis, int sentence, int token)
    {
        var first = analysis.Sentences[sentence].FirstToken;
        return analysis.TextOf(first) is "The" && token - first <= LongestReference;
    }
}
