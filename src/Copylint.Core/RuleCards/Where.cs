using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Meaning;
using Copylint.Text;

namespace Copylint.RuleCards;

/// <summary>Whether a match counts inside quotation marks.</summary>
internal enum QuotationPolicy
{
    Outside,
    Inside,
    Any,
}

/// <summary>Where in a document a matcher looks: the <c>where</c> part of a card.</summary>
internal sealed record Where(BlockKinds In, QuotationPolicy Quotation)
{
    public bool Admits(Analysis analysis, Block block, TextSpan span)
    {
        if (!In.Has(block.Kind))
            return false;
        return Quotation switch
        {
            QuotationPolicy.Any => true,
            QuotationPolicy.Inside => analysis.Quotations.At(span.Start) is not null,
            _ => analysis.Quotations.At(span.Start) is null,
        };
    }
}
