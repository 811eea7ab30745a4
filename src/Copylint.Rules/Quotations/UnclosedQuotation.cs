using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Rules.Quotations;

/// <summary>CL5001. A quotation in double marks that its paragraph opens, that nothing closes, and that the next
/// paragraph does not go on with.</summary>
internal sealed class UnclosedQuotation : Analyzer
{
    // No paragraph of copy is longer; in longer text marks are not counted for each quotation.
    private const int LongestParagraph = 8000;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnQuotation(Check);

    private static void Check(QuotationContext context)
    {
        var quotation = context.Quotation;
        var block = context.Document.Blocks[quotation.LastBlock];
        if (quotation.IsClosed || quotation.IsSingle || quotation.WordCount < 2 || !BlockKinds.Body.Has(block.Kind))
            return;
        if (IsNoMark(context.Text, quotation.Span.Start) || IsBalanced(block.Span.In(context.Text)))
            return;
        // A statute or a poem opens each of its paragraphs and closes none: that is said once.
        if (FollowsUnclosed(context.Analysis, quotation))
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

    // A piece of a wrongly decoded dash ("â€“"), a mark that is named and not used ("the symbols (" or ')"), the value
    // of an attribute.
    private static bool IsNoMark(string text, int mark)
    {
        var before = mark > 0 ? text[mark - 1] : ' ';
        var after = mark + 1 < text.Length ? text[mark + 1] : ' ';
        return before is '€' or 'â' or '='
            || char.IsWhiteSpace(after)
            || (before == '(' && after is '\'' or ')' or ',');
    }

    // As many closing marks as opening ones: one quotation inside another.
    private static bool IsBalanced(ReadOnlySpan<char> text) =>
        text.Length <= LongestParagraph && text.Contains('”') && text.Count('“') == text.Count('”');

    private static bool FollowsUnclosed(DocumentAnalysis analysis, Quotation quotation) =>
        quotation.Index > 0
        && analysis.Quotations.All[quotation.Index - 1] is { IsClosed: false, IsSingle: false } before
        && quotation.FirstBlock - before.LastBlock <= 2;

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
