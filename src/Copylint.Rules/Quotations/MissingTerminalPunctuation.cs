using Copylint.Analysis;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Documents.Formats.PlainText;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Rules.Quotations;

/// <summary>CL5011. A paragraph of running words that ends without a mark.</summary>
internal sealed class MissingTerminalPunctuation : Analyzer
{
    private const int MinWords = 8;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(CheckAll);

    private static void CheckAll(ReportContext context)
    {
        // What the other paragraphs do is counted once a document, when the first one lacks its mark.
        bool? endWithMarks = null;
        foreach (var block in context.Document.Blocks)
        {
            if (block.Kind != BlockKind.Paragraph || context.Analysis.IsResidue(block.Index))
                continue;
            if (LacksMark(context, block) && (endWithMarks ??= MostEndWithMarks(context)))
                Check(context, context.Analysis.TokensOf(block.Index));
        }
    }

    private static bool LacksMark(ReportContext context, Block block)
    {
        var range = context.Analysis.TokensOf(block.Index);
        return range.Count >= MinWords
            && context.Analysis.Tokens[range.End - 1] is { Kind: TokenKind.Word, Length: > 1 } last
            && (last.Traits & TokenTraits.Dotted) == 0
            && !PlainTextParser.IsTitleCase(block.Span.In(context.Text))
            && !IsSignOff(context, range);
    }

    private static void Check(ReportContext context, TokenRange range)
    {
        var analysis = context.Analysis;
        var last = analysis.Tokens[range.End - 1];
        // A sentence has small words: articles and prepositions. A list of names or a heading has few.
        int words = 0,
            small = 0;
        for (var i = range.First; i < range.End; i++)
        {
            words += analysis.Tokens[i].Kind == TokenKind.Word ? 1 : 0;
            small += analysis.Is(
                i,
                WordClasses.Determiner | WordClasses.Preposition | WordClasses.Auxiliary | WordClasses.Conjunction
            )
                ? 1
                : 0;
            if (analysis.Tokens[i].Kind is TokenKind.Link or TokenKind.Handle)
                return;
        }

        if (words < MinWords || small * 5 < words)
            return;
        context.Report(
            last.Span,
            new Finding
            {
                Fixes =
                [
                    new Fix(
                        "Add a full stop",
                        false,
                        [new TextEdit(new TextSpan(context.Document.ToSource(last.Span).End, 0), ".")]
                    ),
                ],
            }
        );
    }

    // "… it said. REUTER": an agency's sign-off behind the last sentence.
    private static bool IsSignOff(ReportContext context, TokenRange range) =>
        context.Analysis.Tokens[range.End - 2].Kind == TokenKind.Stop;

    // Only in copy whose other paragraphs end with marks: verse and lists of lines do not.
    private static bool MostEndWithMarks(ReportContext context)
    {
        int with = 0,
            without = 0;
        foreach (var block in context.Document.Blocks)
        {
            if (block.Kind != BlockKind.Paragraph || block.Length < 60 || context.Analysis.IsResidue(block.Index))
                continue;
            if (PlainTextParser.EndsLikeSentence(block.Span.In(context.Text)))
                with++;
            else
                without++;
        }

        return with > without;
    }
}
