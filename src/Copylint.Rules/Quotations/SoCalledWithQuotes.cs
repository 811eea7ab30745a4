using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Rules.Quotations;

/// <summary>CL5004. "so-called" and quotation marks around the same words.</summary>
internal sealed class SoCalledWithQuotes : Analyzer
{
    private const int MaxWords = 4;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnQuotation(Check);

    private static void Check(QuotationContext context)
    {
        var analysis = context.Analysis;
        var span = context.Quotation.Span;
        if (context.Quotation.WordCount > MaxWords || !context.Quotation.IsClosed || span.Start < 10)
            return;
        var before = context.Text.AsSpan(0, span.Start).TrimEnd();
        if (
            !before.EndsWith("so-called", StringComparison.OrdinalIgnoreCase)
            && !before.EndsWith("so called", StringComparison.OrdinalIgnoreCase)
        )
            return;
        // "also called “making”"
        var start = before.Length - "so-called".Length;
        if (start > 0 && char.IsLetter(before[start - 1]))
            return;
        // "It was so called “because of its shape”": the words are a verb.
        var first = analysis.TokenFromPosition(start);
        if (
            before[^"-called".Length] == ' '
            && first > 0
            && analysis.Is(first - 1, WordClasses.Auxiliary | WordClasses.Conjunction)
        )
            return;
        var marks =
            analysis.Document.Text[span.Start] == '\'' || context.Quotation.IsSingle ? 1
            : analysis.Document.Text[span.Start] is '\'' or '`' ? 2
            : 1;
        context.Report(
            TextSpan.FromBounds(start, span.End),
            new Finding
            {
                Arguments = [("words", span.In(context.Text).ToString())],
                Fixes =
                [
                    new Fix(
                        "Delete the quotation marks",
                        true,
                        [
                            new TextEdit(context.Document.ToSource(new TextSpan(span.Start, marks)), ""),
                            new TextEdit(context.Document.ToSource(new TextSpan(span.End - marks, marks)), ""),
                        ]
                    ),
                ],
            }
        );
    }
}
