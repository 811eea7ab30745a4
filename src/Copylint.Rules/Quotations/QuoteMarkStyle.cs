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
            if (quotation.IsClosed && open == '“' && context.Text[last] == '"')
                Report(context, new TextSpan(last, 1), "a straight mark closes a curly one", "”");
            if (quotation.IsClosed && open == '"' && context.Text[last] == '”')
                Report(context, new TextSpan(quotation.Span.Start, 1), "a curly mark closes a straight one", "“");
            if (open == '”' && quotation.IsClosed)
                Report(context, new TextSpan(quotation.Span.Start, 1), "a mark that faces the wrong way", "“");
        }

        ReportApostrophes(context);
        if (firstStraight is { } span && curly >= 3 * straight && straight > 0)
            Report(context, new TextSpan(span.Start, 1), $"{straight} straight among {curly} curly", null);
    }

    // "the ‘90s", "get ‘em": what word processors make of an apostrophe that begins a word.
    private static void ReportApostrophes(ReportContext context)
    {
        var text = context.Text;
        for (var i = text.IndexOf('‘'); i >= 0; i = text.IndexOf('‘', i + 1))
        {
            var end = i + 1;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (OmitsLetters(text.AsSpan(i + 1, end - i - 1)) && (end == text.Length || text[end] != '’'))
                Report(context, new TextSpan(i, 1), "an apostrophe that faces the wrong way", "’");
        }
    }

    private static bool OmitsLetters(ReadOnlySpan<char> word) =>
        word is "em" or "tis" or "Tis" or "twas" or "Twas" or "til" or "cause"
        || (word.Length == 3 && word[2] == 's' && char.IsDigit(word[0]) && char.IsDigit(word[1]));

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
