using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules.Quotations;

/// <summary>CL5005. One or two words in quotation marks, and nobody in the sentence who says them. Off by default: many
/// houses use such marks.</summary>
internal sealed class ScareQuotes : Analyzer
{
    private const int MaxWords = 2;

    // Tokens before the mark in which "called" and the like can stand: more than any sentence of the samples has.
    private const int Reach = 150;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnQuotation(Check);

    private static void Check(QuotationContext context)
    {
        var analysis = context.Analysis;
        var quotation = context.Quotation;
        if (
            quotation.WordCount is 0 or > MaxWords
            || !quotation.IsClosed
            || !BlockKinds.Body.Has(context.Document.Blocks[quotation.FirstBlock].Kind)
        )
            return;
        var index = analysis.SentenceAtPosition(quotation.Span.Start);
        if (analysis.Ask(HasSource, index))
            return;
        var sentence = analysis.Sentences[index];
        var mark = analysis.TokenFromPosition(quotation.Span.Start);
        for (var i = Math.Max(sentence.FirstToken, mark - Reach); i < sentence.EndToken; i++)
        {
            if (analysis.Tokens[i].Start >= quotation.Span.End)
                break;
            if (analysis.Tokens[i].Start >= quotation.Span.Start)
            {
                // A name or title has capitals.
                if (
                    analysis.Tokens[i] is { Kind: TokenKind.Word, IsCapitalised: true }
                    && analysis.Tokens[i].End <= quotation.Span.End
                )
                    return;
            }
            else if (
                analysis.TextOf(i)
                is "called"
                    or "word"
                    or "term"
                    or "phrase"
                    or "named"
                    or "titled"
                    or "dubbed"
                    or "nicknamed"
                    or "known"
                    or "label"
                    or "labelled"
                    or "labeled"
                    or "means"
                    or "so-called"
            )
            {
                return;
            }
        }

        context.Report(quotation.Span, ("words", quotation.Span.In(context.Text).ToString()));
    }

    private static bool HasSource(DocumentAnalysis analysis, int index)
    {
        var sentence = analysis.Sentences[index];
        return SpeechEvidence.HasFrame(analysis, new TokenRange(sentence.FirstToken, sentence.EndToken))
            || SpeechEvidence.CitesSource(analysis, sentence);
    }
}
