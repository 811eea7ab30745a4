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

    // "– Jane Roe, mayor of Leeds": no longer is what stands behind a quotation or a dash to sign it.
    private const int LongestSignature = 8;

    // A line of links, with a few words between them.
    private const double MostLinked = 0.5;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var signOffs = context.Lexicon("sign-offs");
        context.OnDocument(c => CheckAll(c, signOffs));
    }

    private static void CheckAll(ReportContext context, int signOffs)
    {
        // What the other paragraphs do is counted once a document, when the first one lacks its mark.
        bool? endWithMarks = null;
        foreach (var block in context.Document.Blocks)
        {
            if (block.Kind != BlockKind.Paragraph || context.Analysis.IsResidue(block.Index))
                continue;
            if (LacksMark(context, block, signOffs) && (endWithMarks ??= MostEndWithMarks(context)))
                Check(context, context.Analysis.TokensOf(block.Index));
        }
    }

    private static bool LacksMark(ReportContext context, Block block, int signOffs)
    {
        var range = context.Analysis.TokensOf(block.Index);
        return range.Count >= MinWords
            && context.Analysis.Tokens[range.End - 1] is { Kind: TokenKind.Word, Length: > 1 } last
            && (last.Traits & TokenTraits.Dotted) == 0
            && !PlainTextParser.IsTitleCase(block.Span.In(context.Text))
            && !IsSignOff(context, range, signOffs)
            && IsSentence(context.Analysis, block, range)
            && !IsSignature(context.Analysis, range)
            && !IsOfLinks(context.Document, block)
            && !LeadsToList(context.Document, block);
    }

    // "… in their own area who can help", and the items follow.
    private static bool LeadsToList(Document document, Block block) =>
        block.Index + 1 < document.Blocks.Count && document.Blocks[block.Index + 1].Kind == BlockKind.ListItem;

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

    // Something is told in it: several sentences, or a verb with its subject. A subhead and a label have none, an item
    // of a list goes on from the line before or to the next ("apples from the north; and").
    private static bool IsSentence(DocumentAnalysis analysis, Block block, TokenRange range)
    {
        var opening = analysis.Tokens[range.First];
        if (
            opening.Kind is TokenKind.Symbol or TokenKind.Dash or TokenKind.Hyphen or TokenKind.Number
            || (opening.Kind == TokenKind.Word && opening.Shape == CaseShape.Lower)
            || analysis.Is(range.End - 1, WordClasses.Conjunction)
        )
            return false;
        var (first, end) = analysis.SentencesOf(block.Index);
        return end - first > 1 || Predicates.HasFiniteVerb(analysis, range);
    }

    // "“…” – Jane Roe": behind a quotation or a dash stands who signs it, with capitals.
    private static bool IsSignature(DocumentAnalysis analysis, TokenRange range)
    {
        var first = range.End;
        while (
            first > range.First
            && range.End - first < LongestSignature
            && !analysis.Tokens[first - 1].IsQuoteMark
            && analysis.Tokens[first - 1].Kind != TokenKind.Dash
        )
            first--;
        return first > range.First
            && first < range.End
            && (analysis.Tokens[first - 1].IsQuoteMark || analysis.Tokens[first - 1].Kind == TokenKind.Dash)
            && analysis.Tokens[first].IsCapitalised;
    }

    private static bool IsOfLinks(Document document, Block block)
    {
        var links = document.Links;
        var covered = 0;
        var first = Bisection.First(links.Count, i => links[i].Span.End > block.Span.Start);
        for (var i = first; i < links.Count && links[i].Span.Start < block.Span.End; i++)
            covered += Math.Min(links[i].Span.End, block.Span.End) - Math.Max(links[i].Span.Start, block.Span.Start);
        return covered >= block.Span.Length * MostLinked;
    }

    // "… it said. REUTER": an agency's sign-off behind the last sentence; "Reporting by Jane Roe".
    private static bool IsSignOff(ReportContext context, TokenRange range, int signOffs)
    {
        if (context.Analysis.Tokens[range.End - 2].Kind == TokenKind.Stop)
            return true;
        var (first, end) = context.Analysis.MatchesIn(range);
        for (var i = first; i < end; i++)
        {
            if (
                context.Analysis.Matches[i].Lexicon == signOffs
                && context.Analysis.Matches[i].FirstToken >= range.First
            )
                return true;
        }

        return false;
    }

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
