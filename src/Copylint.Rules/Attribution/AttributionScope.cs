using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules.Attribution;

/// <summary>CL2007. A clause that claims something beside a clause with a source: "A is beaten as officials said B".
/// The source covers only its own clause.</summary>
internal sealed class AttributionScope : ClaimAnalyzer
{
    /// <inheritdoc/>
    protected override void Check(SentenceContext context, IReadOnlyList<TokenRange> clauses, int[] lexicons)
    {
        var analysis = context.Analysis;
        if (clauses.Count < 2)
            return;
        var framed = clauses.FirstOrDefault(c => SpeechEvidence.HasVerbFrame(analysis, c));
        if (framed.Count == 0)
            return;
        var isCounted = FollowsCount(analysis, context.Index);
        foreach (var clause in clauses)
        {
            if (SpeechEvidence.HasFrame(analysis, clause) || Clauses.IsInsideContent(analysis, framed, clause))
                continue;
            var strength = ClaimStrength.Of(analysis, clause, lexicons);
            // After "as" a concrete report with a loaded word counts as well: one moderate word is enough beside a
            // figure.
            var hasFigure = HasFigure(analysis, clause);
            if (
                (isCounted && hasFigure)
                || (strength.Score < ClaimStrength.Claim && !(strength.Score == 1 && hasFigure))
            )
                continue;
            context.Report(
                analysis.SpanOf(Clauses.Trim(analysis, clause)),
                new Finding
                {
                    Arguments =
                    [
                        ("source", analysis.SpanOf(Clauses.Trim(analysis, framed)).In(context.Text).ToString()),
                    ],
                    Related =
                    [
                        new RelatedPlace(
                            analysis.SpanOf(Clauses.Trim(analysis, framed)),
                            "Only this clause has a source."
                        ),
                    ],
                }
            );
        }
    }

    // A poll or a study that the sentence before names goes on as the source of figures, over a paragraph break too.
    private static bool FollowsCount(DocumentAnalysis analysis, int index)
    {
        if (index == 0)
            return false;
        var before = analysis.Sentences[index - 1];
        if (before.Block < analysis.Sentences[index].Block - 1)
            return false;
        for (var i = before.FirstToken; i < before.EndToken; i++)
        {
            if (analysis.TextOf(i) is "poll" or "survey" or "study" or "census" or "polls" or "surveys")
                return true;
        }

        return false;
    }

    private static bool HasFigure(DocumentAnalysis analysis, TokenRange clause)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (analysis.Tokens[i].Kind == TokenKind.Number)
                return true;
        }

        return false;
    }
}
