using Copylint.Diagnostics;
using Copylint.Text;

namespace Copylint.Rules.Quotations;

/// <summary>CL5008. A curly mark that faces the wrong way, and straight marks in copy whose marks are curly.</summary>
internal sealed class QuoteMarkStyle : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var analysis = context.Analysis;
        int curly = 0,
            straight = 0;
        TextSpan? firstStraight = null;
        foreach (var quotation in analysis.Quotations.All)
        {
            if (quotation.IsSingle)
                continue;
            var open = context.Text[quotation.Span.Start];
            if (open == '"')
            {
                straight++;
                firstStraight ??= quotation.Segments[0];
            }
            else if (open is '“' or '”')
            {
                curly++;
            }

            var last = quotation.Span.End - 1;
            if (quotation.IsClosed && open == '“' && context.Text[last] == '“')
                Report(context, new TextSpan(last, 1), "a mark that faces the wrong way", "”");
            if (open == '”' && quotation.IsClosed)
                Report(context, new TextSpan(quotation.Span.Start, 1), "a mark that faces the wrong way", "“");
        }

        if (firstStraight is { } span && curly >= 3 * straight && straight > 0)
            Report(context, new TextSpan(span.Start, 1), $"{straight} straight among {curly} curly", null);
    }

    private static void Report(ReportContext context, TextSpan span, string found, string? right) =>
        context.Report(
            span,
            new Finding
            {
                Arguments = [("found", found)],
                Fixes = right is null
                    ? []
                    : [new Fix($"Write {right}", true, [new TextEdit(context.Document.ToSource(span), right)])],
            }
        );
}
