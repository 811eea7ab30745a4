using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Rules;

/// <summary>Looks at the clauses of sentences in the paper's own voice that hold a word of claim and cite no source.</summary>
internal abstract class ClaimAnalyzer : Analyzer
{
    private int[] _lexicons = [];

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        _lexicons = [.. ClaimStrength.Triggers.Select(context.Lexicon)];
        context.OnSentenceWithWords(ClaimStrength.Triggers, Check);
    }

    /// <summary>Checks the clauses of one such sentence.</summary>
    protected abstract void Check(SentenceContext context, IReadOnlyList<TokenRange> clauses);

    /// <summary>How strongly a clause claims something.</summary>
    protected ClaimStrength Weigh(DocumentAnalysis analysis, TokenRange clause) =>
        ClaimStrength.Of(analysis, clause, _lexicons);

    private void Check(SentenceContext context)
    {
        var analysis = context.Analysis;
        if (
            BlockKinds.Body.Has(context.Block.Kind)
            && !SpeechEvidence.CitesSource(analysis, context.Sentence)
            && !SpeaksInFirstPerson(analysis, context.Sentence)
        )
            Check(context, Clauses.Split(analysis, context.Sentence));
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
