using Copylint.Analysis;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Documents.Formats.PlainText;
using Copylint.Language;
using Copylint.Matchers;

namespace Copylint.Rules.Promotion;

/// <summary>
/// CL4002, the part that wording cannot tell: headlines of other stories in a row. A run of short lines without end
/// marks is one when nothing of the article follows it, when
/// lines known as residue stand among it, or when its lines are in title case; not when the paragraph before announces
/// a list.
/// </summary>
internal sealed class HeadlineList : Analyzer
{
    private const int MaxWords = 20;
    private const int MinRun = 3;

    // No page has more headlines in a row; each is looked for in the whole article.
    private const int MaxRun = 500;

    // With the blank after it.
    private const int LettersOfWord = 6;
    private const int MinWordsAlone = 3;
    private const int MaxTopicWords = 6;

    // Less than this much running copy before it, and the lines may be the text: a table of results, a list of honours.
    private const int MinBodyWords = 120;

    private static readonly FixRecipe DeleteLine = new(FixAction.DeleteBlock, IsSafe: false);

    private enum Shape : byte
    {
        /// <summary>A paragraph of the article, or what looks like one.</summary>
        Body,

        /// <summary>A short line without an end mark.</summary>
        Line,

        /// <summary>Known as residue by another rule.</summary>
        Residue,
    }

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        foreach (var link in LinkList.Find(context.Analysis).ToList())
            Report(context, link);
        var blocks = context.Document.Blocks;
        if (blocks.Count < MinRun + 1)
            return;
        var shapes = new Shape[blocks.Count];
        int firstBody = -1,
            lastBody = -1,
            bodyWords = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            shapes[i] = ShapeOf(context, blocks[i]);
            if (shapes[i] == Shape.Body)
                (firstBody, lastBody) = (firstBody < 0 ? i : firstBody, i);
        }

        LoneTeaser? teasers = null;
        for (var i = Math.Max(firstBody, 0); i < blocks.Count; )
        {
            if (shapes[i] == Shape.Body)
            {
                bodyWords += blocks[i].Span.Length / LettersOfWord;
                i++;
                continue;
            }

            var end = i;
            while (end < blocks.Count && shapes[end] != Shape.Body)
                end++;
            if (bodyWords >= MinBodyWords && end == i + 1 && shapes[i] == Shape.Line)
            {
                teasers ??= new LoneTeaser(context.Analysis, block => shapes[block] == Shape.Body);
                if (teasers.Is(blocks[i]))
                    Report(context, blocks[i]);
            }
            else if (bodyWords >= MinBodyWords)
            {
                CheckRun(context, shapes, i, end, isTail: i > lastBody);
            }

            i = end;
        }
    }

    private static void CheckRun(ReportContext context, Shape[] shapes, int first, int end, bool isTail)
    {
        var blocks = context.Document.Blocks;
        int lines = 0,
            residue = 0,
            titles = 0;
        for (var i = first; i < end; i++)
        {
            if (shapes[i] == Shape.Residue)
            {
                residue++;
                continue;
            }

            lines++;
            titles += PlainTextParser.IsTitleCase(blocks[i].Span.In(context.Text)) ? 1 : 0;
        }

        // What stands between the article and the first line of the page can be its sign-off.
        while (residue > 0 && first < end && shapes[first] == Shape.Line)
            (first, lines) = (first + 1, lines - 1);
        if (
            lines is 0 or > MaxRun
            || lines + residue < MinRun
            || (lines == 1 && PlainTextParser.CountWords(OnlyLine(context, shapes, first, end)) < MinWordsAlone)
        )
            return;
        var isAnnounced = first > 0 && blocks[first - 1].Span.In(context.Text).TrimEnd("\"”’ ") is [.., ':'];
        var isParallel = IsParallel(context, shapes, first, end);
        var isList = (isTail, residue > 0) switch
        {
            (true, true) => true,
            (true, false) => !isAnnounced && titles * 3 >= lines * 2 && !isParallel,
            (false, true) => !isAnnounced && titles * 2 >= lines && !(lines >= MinRun && isParallel),
            (false, false) => false,
        };
        if (!isList)
            return;
        // Before a paragraph the last line can be its subhead.
        for (var i = first; i < (isTail ? end : end - 1); i++)
        {
            if (shapes[i] != Shape.Line || IsOfArticle(context, shapes, blocks[i]))
                continue;
            Report(context, blocks[i]);
        }
    }

    private static void Report(ReportContext context, Block line) =>
        context.Report(
            line.Span,
            new Finding
            {
                Severity = Severity.Warning,
                Arguments = [("lead", MessageFormat.Shorten(line.Span.In(context.Text)))],
                Fixes = DeleteLine.Make(context.Document, line, line.Span, null) is { } fix ? [fix] : [],
            }
        );

    private static ReadOnlySpan<char> OnlyLine(ReportContext context, Shape[] shapes, int first, int end) =>
        context.Document.Blocks[first + shapes.AsSpan(first, end - first).IndexOf(Shape.Line)].Span.In(context.Text);

    // A few words that the article says too: a topic, a name, perhaps a subhead.
    private static bool IsOfArticle(ReportContext context, Shape[] shapes, Block line)
    {
        var text = line.Span.In(context.Text).Trim(" ,:;|•·");
        if (PlainTextParser.CountWords(text) > MaxTopicWords)
            return false;
        foreach (var block in context.Document.Blocks)
        {
            if (
                shapes[block.Index] == Shape.Body
                && block.Span.In(context.Text).Contains(text, StringComparison.OrdinalIgnoreCase)
            )
                return true;
        }

        return false;
    }

    private static Shape ShapeOf(ReportContext context, Block block)
    {
        if (context.Analysis.IsResidue(block.Index))
            return Shape.Residue;
        // A heading that the writer marked as one is the article's.
        if (
            block.Kind is not (BlockKind.Paragraph or BlockKind.Heading)
            || (block.Kind == BlockKind.Heading && context.Document.Format.HasFencedCode)
        )
            return Shape.Body;
        // A paragraph is told by its length or its end: only lines are worth a count of words.
        var text = block.Span.In(context.Text);
        var ends = PlainTextParser.EndsLikeSentence(text);
        if (
            text.Length > MaxWords * LettersOfWord * 2
            || (ends && text.TrimEnd("\"'”’»)] \u00A0") is [.., '.' or '…' or ':'])
        )
            return Shape.Body;
        var words = PlainTextParser.CountWords(text);
        if (words > MaxWords)
            return Shape.Body;
        // Sign-offs, the signature of an embedded post, figures in a row.
        if (
            words == 0
            || text[0] is '_' or '*' or '(' or '[' or '—' or '–' or '-' or '"' or '“' or '‘'
            || HasMostlyFigures(context.Analysis, block)
        )
            return Shape.Body;
        // "Who Will Win the Race?" is a headline, "Who will win?" may be the article's.
        if (ends && text.TrimEnd("\"'”’»)] ") is [.., '?' or '!'] && PlainTextParser.IsTitleCase(text) && words > 3)
            return Shape.Line;
        return ends ? Shape.Body : Shape.Line;
    }

    private static bool HasMostlyFigures(DocumentAnalysis analysis, Block block)
    {
        int figures = 0,
            words = 0;
        var range = analysis.TokensOf(block.Index);
        for (var i = range.First; i < range.End; i++)
        {
            var token = analysis.Tokens[i];
            figures +=
                token.Kind == TokenKind.Number && !(token.Length == 4 && analysis.TextOf(i)[0] is '1' or '2') ? 1 : 0;
            words += token.Kind == TokenKind.Word ? 1 : 0;
        }

        return figures * 5 > words;
    }

    // "England (Group A): 10th appearance", "June 19 -- Music Pavilion, Charlotte": a list of the article’s own has
    // lines of one form; headlines have not.
    private static bool IsParallel(ReportContext context, Shape[] shapes, int first, int end)
    {
        int lines = 0,
            brackets = 0,
            figures = 0,
            makers = 0,
            repeated = 0;
        var lastWord = "";
        var firstWord = "";
        for (var i = first; i < end; i++)
        {
            if (shapes[i] != Shape.Line)
                continue;
            var text = context.Document.Blocks[i].Span.In(context.Text);
            lines++;
            brackets += text.ContainsAny('(', '•', '$') || text.Contains(" -- ", StringComparison.Ordinal) ? 1 : 0;
            figures += text.ContainsAnyInRange('0', '9') ? 1 : 0;
            makers +=
                text.Contains(" by ", StringComparison.Ordinal) || text.Contains(", ", StringComparison.Ordinal)
                    ? 1
                    : 0;
            var last = text[(text.LastIndexOf(' ') + 1)..];
            var head = text[..(text.IndexOf(' ') is > 0 and var blank ? blank : text.Length)];
            repeated += last.SequenceEqual(lastWord) || head.SequenceEqual(firstWord) ? 1 : 0;
            (lastWord, firstWord) = (last.ToString(), head.ToString());
        }

        return Math.Max(Math.Max(brackets, figures), Math.Max(makers, repeated)) * 2 >= lines;
    }
}
