using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Text;

namespace Copylint.Matchers;

/// <summary>Whether a match counts inside quotation marks.</summary>
internal enum QuotationPolicy
{
    Outside,
    Inside,
    Any,
}

/// <summary>What becomes of a match in what its sentence gives to a source.</summary>
internal enum AttributionPolicy
{
    /// <summary>It counts as elsewhere.</summary>
    Any,

    /// <summary>The source's word, though the paper chose to repeat it without marks: a suggestion at most, and nothing
    /// where the source judges with it ("described it as a farce").</summary>
    Lower,

    /// <summary>The source's word: it does not count.</summary>
    Outside,
}

/// <summary>Where in a document a matcher looks: the <c>where</c> part of a card.</summary>
/// <param name="In">The kinds of blocks.</param>
/// <param name="Quotation">Whether a match counts inside quotation marks.</param>
/// <param name="Attribution">What becomes of a match in what the sentence gives to a source.</param>
/// <param name="SkipsOpinion">Whether nothing counts in opinion, reviews and the other sections that are written to
/// judge.</param>
internal sealed record Where(
    BlockKinds In,
    QuotationPolicy Quotation,
    AttributionPolicy Attribution = AttributionPolicy.Any,
    bool SkipsOpinion = false
)
{
    public bool Admits(DocumentAnalysis analysis, Block block, TextSpan span)
    {
        if (!In.Has(block.Kind))
            return false;
        var admits = Quotation switch
        {
            QuotationPolicy.Any => true,
            QuotationPolicy.Inside => analysis.Quotations.At(span.Start) is not null,
            _ => analysis.Quotations.At(span.Start) is null,
        };
        if (!admits || (SkipsOpinion && analysis.Document.IsOpinionated))
            return false;
        if (Attribution == AttributionPolicy.Any)
            return true;
        return !SpeechEvidence.IsJudgedBySource(analysis, span.Start)
            && !(Attribution == AttributionPolicy.Outside && SpeechEvidence.IsAttributed(analysis, span.Start));
    }

    /// <summary>The severity of a match that was admitted.</summary>
    public Severity? SeverityOf(DocumentAnalysis analysis, TextSpan span, Severity? severity, Severity fallback) =>
        Attribution == AttributionPolicy.Lower
        && (severity ?? fallback) > Severity.Suggestion
        && SpeechEvidence.IsAttributed(analysis, span.Start)
            ? Severity.Suggestion
            : severity;
}
