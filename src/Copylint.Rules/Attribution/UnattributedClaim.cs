using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules.Attribution;

/// <summary>
/// CL2001. Weighs what a clause of the paper's own voice claims: evaluative words, predictions, causes, states of mind,
/// figures. A clause with a source of its own,
/// or in a sentence that cites one, claims nothing.
/// </summary>
internal sealed class UnattributedClaim : ClaimAnalyzer
{
    /// <inheritdoc/>
    protected override void Check(SentenceContext context, IReadOnlyList<TokenRange> clauses, int[] lexicons)
    {
        var analysis = context.Analysis;
        // Beside a clause with a source it is a matter of scope: CL2007.
        if (clauses.Count > 1 && clauses.Any(c => SpeechEvidence.HasVerbFrame(analysis, c)))
            return;
        foreach (var clause in clauses)
        {
            if (SpeechEvidence.HasFrame(analysis, clause))
                continue;
            var strength = ClaimStrength.Of(analysis, clause, lexicons);
            if (
                strength.Score < ClaimStrength.Claim
                || (strength.Category != "judgement" && FollowsAttribution(analysis, context.Index))
            )
                continue;
            context.Report(
                analysis.SpanOf(Clauses.Trim(analysis, clause)),
                new Finding
                {
                    Severity = strength.Score >= ClaimStrength.Strong ? null : Severity.Suggestion,
                    Arguments = [("category", strength.Category)],
                }
            );
        }
    }

    // The sentence before has a source and this one goes on about the same: "He …", "The report …".
    private static bool FollowsAttribution(DocumentAnalysis analysis, int index)
    {
        if (index == 0)
            return false;
        var sentence = analysis.Sentences[index];
        var before = analysis.Sentences[index - 1];
        if (
            before.Block < sentence.Block - 1
            || !analysis.Is(sentence.FirstToken, WordClasses.SubjectPronoun | WordClasses.Determiner)
        )
            return before.Block == sentence.Block
                && SpeechEvidence.HasFrame(analysis, new TokenRange(before.FirstToken, before.EndToken));
        return SpeechEvidence.HasFrame(analysis, new TokenRange(before.FirstToken, before.EndToken))
            || SpeechEvidence.CitesSource(analysis, before);
    }
}
