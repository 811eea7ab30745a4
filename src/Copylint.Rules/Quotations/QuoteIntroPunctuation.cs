using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Rules.Quotations;

/// <summary>CL5002. A full stop between a verb of saying and the quotation that it introduces.</summary>
internal sealed class QuoteIntroPunctuation : Analyzer
{
    private const int MaxLead = 14;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnQuotation(Check);

    private static void Check(QuotationContext context)
    {
        var analysis = context.Analysis;
        var start = context.Quotation.Span.Start;
        var index = analysis.SentenceAtPosition(start);
        if (
            context.Quotation.WordCount < 4
            || index == 0
            || !BlockKinds.Body.Has(context.Document.Blocks[context.Quotation.FirstBlock].Kind)
        )
            return;
        var sentence = analysis.Sentences[index];
        if (sentence.Span.Start != start || analysis.Sentences[index - 1].Block != sentence.Block)
            return;
        var lead = analysis.Sentences[index - 1];
        var stop = lead.EndToken - 1;
        var verb = stop - 1;
        // "Kuleba said.": a subject and the verb, nothing after it; not "that is what he said".
        if (
            lead.TokenCount > MaxLead
            || verb <= lead.FirstToken
            || context.Text[analysis.Tokens[stop].Start] is not ('.' or ';')
            || analysis.Tokens[stop].Length > 1
            || !(
                analysis.TextOf(verb)
                is "said"
                    or "says"
                    or "added"
                    or "wrote"
                    or "asked"
                    or "replied"
                    or "told"
                    or "tweeted"
                    or "continued"
                    or "explained"
                    or "declared"
                    or "stated"
                    or "responded"
            )
        )
            return;
        for (var i = lead.FirstToken; i < verb; i++)
        {
            if (
                analysis.Tokens[i].IsQuoteMark
                || analysis.Tokens[i].Kind == TokenKind.Comma
                || analysis.Is(i, WordClasses.Wh)
                || analysis.TextOf(i) is "as" or "As" or "he" or "she" or "they" && i > lead.FirstToken
            )
                return;
        }

        // A quotation right before it is the one that the verb reports: "…,” he said. “…".
        if (
            index >= 2
            && analysis.Sentences[index - 2].Block == sentence.Block
            && analysis.Tokens[analysis.Sentences[index - 2].EndToken - 1].IsQuoteMark
        )
            return;
        var span = TextSpan.FromBounds(analysis.Tokens[verb].Start, start + 1);
        context.Report(
            span,
            new Finding
            {
                Arguments = [("verb", analysis.TextOf(verb).ToString())],
                Fixes =
                [
                    new Fix(
                        "Write a colon",
                        true,
                        [new TextEdit(context.Document.ToSource(analysis.Tokens[stop].Span), ":")]
                    ),
                ],
            }
        );
    }
}
