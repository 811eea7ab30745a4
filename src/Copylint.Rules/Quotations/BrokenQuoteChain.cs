using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Text;

namespace Copylint.Rules.Quotations;

/// <summary>CL5003. A paragraph that is nothing but a closed quotation, and a next one that is again, with no speaker
/// in either.</summary>
internal sealed class BrokenQuoteChain : Analyzer
{
    private const int MinWords = 6;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnQuotation(Check);

    private static void Check(QuotationContext context)
    {
        var analysis = context.Analysis;
        var quotation = context.Quotation;
        if (
            !quotation.IsClosed
            || quotation.IsSingle
            || quotation.WordCount < MinWords
            || !EndsBlock(context, quotation)
            || !OpensBlock(context, quotation)
        )
            return;
        var next = quotation.LastBlock + 1;
        if (
            quotation.Index + 1 >= analysis.Quotations.All.Count
            || next >= context.Document.Blocks.Count
            || context.Document.Blocks[next].Kind != BlockKind.Paragraph
        )
            return;
        var following = analysis.Quotations.All[quotation.Index + 1];
        if (
            following.FirstBlock != next
            || following.WordCount < MinWords
            || !OpensBlock(context, following)
            || !EndsBlock(context, following)
        )
            return;
        context.Report(
            new TextSpan(quotation.Span.End - 1, 1),
            new Finding
            {
                Fixes =
                [
                    new Fix(
                        "Delete the closing mark",
                        false,
                        [new TextEdit(context.Document.ToSource(new TextSpan(quotation.Span.End - 1, 1)), "")]
                    ),
                ],
                Related =
                [
                    new RelatedPlace(
                        new TextSpan(following.Span.Start, 1),
                        "The next quotation opens here, without a speaker."
                    ),
                ],
            }
        );
    }

    private static bool OpensBlock(QuotationContext context, Quotation quotation) =>
        context.Document.Blocks[quotation.FirstBlock] is { Kind: BlockKind.Paragraph } block
        && quotation.Span.Start == block.Span.Start;

    private static bool EndsBlock(QuotationContext context, Quotation quotation) =>
        quotation.Span.End >= context.Document.Blocks[quotation.LastBlock].Span.End;
}
