using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules;

/// <summary>Looks at the clauses of sentences in the paper's own voice that hold a word of claim and cite no
/// source.</summary>
internal abstract class ClaimAnalyzer : Analyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        int[] lexicons = [.. ClaimStrength.Triggers.Select(context.Lexicon)];
        context.OnSentenceWithWords(ClaimStrength.Triggers, c => Check(c, lexicons));
    }

    /// <summary>Checks the clauses of one such sentence.</summary>
    /// <param name="context">The sentence.</param>
    /// <param name="clauses">Its clauses.</param>
    /// <param name="lexicons">The lists of words of claim, for <see cref="ClaimStrength.Of"/>.</param>
    protected abstract void Check(SentenceContext context, IReadOnlyList<TokenRange> clauses, int[] lexicons);

    private void Check(SentenceContext context, int[] lexicons)
    {
        var analysis = context.Analysis;
        if (
            BlockKinds.Body.Has(context.Block.Kind)
            && !context.Document.IsOpinionated
            && !SpeechEvidence.CitesSource(analysis, context.Sentence)
            && !SpeaksInFirstPerson(analysis, context.Sentence)
        )
            Check(context, Clauses.Split(analysis, context.Sentence), lexicons);
    }

    private static bool SpeaksInFirstPerson(DocumentAnalysis analysis, Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var text = analysis.TextOf(i);
            if (
                text is "?"
                || (
                    text is "I" or "we" or "We" or "our" or "Our" or "my" or "My" or "us" or "you" or "You" or "your"
                    && analysis.Quotations.At(analysis.Tokens[i].Start) is null
                )
            )
                return true;
        }

        return false;
    }
}
