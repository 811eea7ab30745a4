using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Meaning;
using Copylint.Text;

namespace Copylint.Rules.Attribution;

/// <summary>
/// CL2001. Weighs what a clause of the paper's own voice claims: evaluative words, predictions, causes, states of mind, figures. A clause with a source of its own,
/// or in a sentence that cites one, claims nothing.
/// </summary>
internal sealed class UnattributedClaim : Analyzer
{
    private int[] _lexicons = [];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        _lexicons = [.. ClaimStrength.Triggers.Select(context.Lexicon)];
        context.OnSentenceWithWords(ClaimStrength.Triggers, Check);
    }

    private void Check(SentenceContext context)
    {
        var analysis = context.Analysis;
        if (!BlockKinds.Body.Has(context.Block.Kind) || SpeechEvidence.CitesSource(analysis, context.Sentence) || SpeaksInFirstPerson(analysis, context.Sentence))
            return;
        var clauses = Clauses.Split(analysis, context.Sentence);
        // Beside a clause with a source it is a matter of scope: CL2007.
        if (clauses.Count > 1 && clauses.Any(c => SpeechEvidence.HasVerbFrame(analysis, c)))
            return;
        foreach (var clause in clauses)
        {
            if (SpeechEvidence.HasFrame(analysis, clause))
                continue;
            var strength = ClaimStrength.Of(analysis, clause, _lexicons);
            if (strength.Score < ClaimStrength.Claim || (strength.Category != "judgement" && FollowsAttribution(analysis, context.Index)))
                continue;
            context.Report(analysis.SpanOf(Clauses.Trim(analysis, clause)), new Finding
            {
                Severity = strength.Score >= ClaimStrength.Strong ? null : Severity.Suggestion,
                Arguments = [("category", strength.Category)],
            });
        }
    }

    internal static bool SpeaksInFirstPerson(Analysis analysis, Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var text = analysis.TextOf(i);
            if (text is "?" || (text is "I" or "we" or "We" or "our" or "Our" or "my" or "My" or "us" or "you" or "You" or "your" && analysis.Quotations.At(analysis.Tokens[i].Start) is null))
                return true;
        }

        return false;
    }

    // The sentence before has a source and this one goes on about the same: "He …", "The report …".
    private static bool FollowsAttribution(Analysis analysis, int index)
    {
        if (index == 0)
            return false;
        var sentence = analysis.Sentences[index];
        var before = analysis.Sentences[index - 1];
        if (before.Block < sentence.Block - 1 || !analysis.Is(sentence.FirstToken, WordClasses.SubjectPronoun | WordClasses.Determiner))
            return before.Block == sentence.Block && SpeechEvidence.HasFrame(analysis, new TokenRange(before.FirstToken, before.EndToken));
        return SpeechEvidence.HasFrame(analysis, new TokenRange(before.FirstToken, before.EndToken)) || SpeechEvidence.CitesSource(analysis, before);
    }
}
