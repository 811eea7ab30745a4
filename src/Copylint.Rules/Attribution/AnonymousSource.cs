using Copylint.Analysis;
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

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnWords("anonymous-sources", Check);

    private static void Check(WordsContext context)
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

        for (var s = Math.Max(first, index - 1); s < Math.Min(end, index + 2); s++)
        {
            if (analysis.Sentences[s].Span.In(context.Text).ContainsAny(Reasons))
                return;
        }

        context.Report(context.Span, ("phrase", context.Span.In(context.Text).ToString()));
    }
}
