using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Meaning;

namespace Copylint.Rules.Attribution;

/// <summary>CL2007. A clause that claims something beside a clause with a source: "A is beaten as officials said B". The source covers only its own clause.</summary>
internal sealed class AttributionScope : Analyzer
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
        if (!BlockKinds.Body.Has(context.Block.Kind) || SpeechEvidence.CitesSource(analysis, context.Sentence) || UnattributedClaim.SpeaksInFirstPerson(analysis, context.Sentence))
            return;
        var clauses = Clauses.Split(analysis, context.Sentence);
        if (clauses.Count < 2)
            return;
        var framed = clauses.FirstOrDefault(c => SpeechEvidence.HasVerbFrame(analysis, c));
        if (framed.Count == 0)
            return;
        foreach (var clause in clauses)
        {
            if (SpeechEvidence.HasFrame(analysis, clause) || Clauses.IsInsideContent(analysis, framed, clause))
                continue;
            var strength = ClaimStrength.Of(analysis, clause, _lexicons);
            // After "as" a concrete report with a loaded word counts as well: one moderate word is enough beside a figure.
            if (strength.Score < ClaimStrength.Claim && !(strength.Score == 1 && HasFigure(analysis, clause)))
                continue;
            context.Report(analysis.SpanOf(Clauses.Trim(analysis, clause)), new Finding
            {
                Arguments = [("source", analysis.SpanOf(Clauses.Trim(analysis, framed)).In(context.Text).ToString())],
                Related = [new RelatedPlace(analysis.SpanOf(Clauses.Trim(analysis, framed)), "Only this clause has a source.")],
            });
        }
    }

    private static bool HasFigure(Analysis analysis, TokenRange clause)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (analysis.Tokens[i].Kind == TokenKind.Number)
                return true;
        }

        return false;
    }
}
