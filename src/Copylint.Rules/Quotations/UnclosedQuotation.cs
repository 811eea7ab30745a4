using Copylint.Analysis;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Rules.Quotations;

/// <summary>CL5001. A quotation in double marks that its paragraph opens, that nothing closes, and that the next
/// paragraph does not go on with.</summary>
internal sealed class UnclosedQuotation : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnQuotation(Check);

    private static void Check(QuotationContext context)
    {
        var quotation = context.Quotation;
        var block = context.Document.Blocks[quotation.LastBlock];
        if (quotation.IsClosed || quotation.IsSingle || quotation.WordCount < 2 || !BlockKinds.Body.Has(block.Kind))
            return;
        // Where the last mark of a paragraph only looks like an opening one, or a line is cut by the page, the
        // quotation is not what is wrong.
        var last = quotation.Segments[^1];
        if (!HoldsMark(context.Analysis, last))
            return;
        context.Report(
            new TextSpan(last.Start, 1),
            new Finding
            {
                Arguments = [("start", MessageFormat.Shorten(last.In(context.Text), 40))],
                Fixes =
                [
                    new Fix(
                        "Close it at the end of the paragraph",
                        false,
                        [
                            new TextEdit(
                                new TextSpan(context.Document.ToSource(last).End, 0),
                                context.Text[last.Start] is '"' ? "\"" : "”"
                            ),
                        ]
                    ),
                ],
            }
        );
    }

    private static bool HoldsMark(DocumentAnalysis analysis, TextSpan segment)
    {
        var i = analysis.TokenFromPosition(segment.Start);
        for (; i < analysis.Tokens.Length && analysis.Tokens[i].Start < segment.End; i++)
        {
            if (analysis.Tokens[i].Kind is TokenKind.OpenQuote or TokenKind.CloseQuote or TokenKind.StraightQuote)
                return true;
        }

        return false;
    }
}
