using Copylint.Analysis;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Documents.Formats.PlainText;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Rules.Promotion;

/// <summary>
/// CL4010. A sentence that says again, nearly word for word, what an earlier one says. Runs of four words find the
/// earlier one (shingles, after Broder, "On the resemblance and
/// containment of documents", 1997); the longest common subsequence of the words decides. One pass, one table entry for
/// each run of words.
/// </summary>
internal sealed class RepeatedPassage : Analyzer
{
    private const int Run = 4;
    private const int MinWords = 10;
    private const int MaxWords = 80;
    private const int MinRuns = 3;
    private const int StandfirstParagraphs = 2;
    private const double Alike = 0.85;

    // A short line drawn from a paragraph, in copy whose paragraphs have several sentences: set apart on purpose.
    private const int MaxWordsDrawn = 25;
    private const int MinFullParagraphs = 6;
    private const int MinCaptionWords = 5;
    private const int MaxCaptionWords = 40;

    // A picture's caption and its twin stand beside each other, with a credit between them.
    private const int CaptionReach = 2;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var analysis = context.Analysis;
        var found = new HashSet<int>();
        var standfirstEnd = AfterStandfirst(analysis);
        for (var s = 1; s < standfirstEnd; s++)
            CheckPasted(context, s, found);
        using var runs = new RunOwners(analysis.Tokens.Length);
        Span<int> words = stackalloc int[MaxWords];
        for (var s = standfirstEnd; s < analysis.Sentences.Count; s++)
        {
            var count = ReadWords(analysis, s, words, exactly: false);
            if (count >= MinWords && Candidate(words[..count], s, runs) is { } earlier)
                Compare(context, earlier, s, found);
        }

        CheckCaptions(context, found);
    }

    // Where a paragraph ends as the next begins the words were pasted twice, in a standfirst too; a summary says whole
    // paragraphs again.
    private static void CheckPasted(ReportContext context, int sentence, HashSet<int> found)
    {
        var analysis = context.Analysis;
        var (earlier, later) = (analysis.Sentences[sentence - 1], analysis.Sentences[sentence]);
        if (later.Block != earlier.Block + 1 || StandsAlone(analysis, sentence))
            return;
        Span<int> words = stackalloc int[MaxWords];
        if (
            ReadWords(analysis, sentence - 1, words, exactly: false) >= MinWords
            && ReadWords(analysis, sentence, words, exactly: false) >= MinWords
        )
            Compare(context, sentence - 1, sentence, found, isTail: true);
    }

    // A caption that was copied from the picture and from the text under it: the same line twice, too short for the
    // sentences above.
    private static void CheckCaptions(ReportContext context, HashSet<int> found)
    {
        var blocks = context.Document.Blocks;
        for (var i = 1; i < blocks.Count; i++)
        {
            var length = blocks[i].Length;
            if (
                length is < MinCaptionWords * 3 or > MaxCaptionWords * 10
                || found.Contains(i)
                || !IsVisibleLine(context, blocks[i])
            )
                continue;
            for (var k = i - 1; k >= Math.Max(0, i - CaptionReach); k--)
            {
                if (
                    Math.Abs(blocks[k].Length - length) > 3
                    || !IsVisibleLine(context, blocks[k])
                    || !blocks[k]
                        .Span.In(context.Text)
                        .Trim(" .")
                        .Equals(blocks[i].Span.In(context.Text).Trim(" ."), StringComparison.OrdinalIgnoreCase)
                    || PlainTextParser.CountWords(blocks[i].Span.In(context.Text))
                        is < MinCaptionWords
                            or > MaxCaptionWords
                )
                    continue;
                Report(
                    context,
                    blocks[k].Span,
                    blocks[i].Span,
                    100,
                    blocks[i].Kind == BlockKind.Caption || blocks[k].Kind == BlockKind.Caption ? "caption" : "line"
                );
                break;
            }
        }
    }

    // Alternative texts are not seen beside the picture: they may say what its caption says.
    private static bool IsVisibleLine(ReportContext context, Block block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.Caption
        && !context.Analysis.IsResidue(block.Index)
        && !(block.Kind == BlockKind.Caption && IsAlternativeText(context.Document, block));

    private static bool IsAlternativeText(Document document, Block block)
    {
        var start = document.ToSource(block.Span).Start;
        return start > 0 && document.Source.Text[start - 1] is '"' or '\'' or '[' or '=';
    }

    private static void Report(ReportContext context, TextSpan original, TextSpan repeated, int percent, string what) =>
        context.Report(
            repeated,
            new Finding
            {
                Arguments = [("line", context.LineOf(original)), ("percent", percent.ToString()), ("what", what)],
                Related = [new RelatedPlace(original, "It is said here already.")],
            }
        );

    // A standfirst or summary says what the article says again: the first paragraphs are not held against the rest.
    private static int AfterStandfirst(DocumentAnalysis analysis)
    {
        var paragraphs = 0;
        var s = 0;
        for (; s < analysis.Sentences.Count; s++)
        {
            var block = analysis.Document.Blocks[analysis.Sentences[s].Block];
            if (s > 0 && analysis.Sentences[s - 1].Block == block.Index)
                continue;
            if (
                BlockKinds.Body.Has(block.Kind)
                && !analysis.IsResidue(block.Index)
                && ++paragraphs > StandfirstParagraphs
            )
                break;
        }

        return s;
    }

    // Told in two looks, and good enough to find what is worth comparing.
    private static int RoughKey(string text, in Token word) =>
        word.WordId != 0 ? word.WordId : (word.Length << 24) ^ (text[word.Start] << 12) ^ text[word.End - 1];

    // The words of a sentence of running copy; 0 where it is too long, quoted, or no copy of the article.
    private static int ReadWords(DocumentAnalysis analysis, int index, Span<int> words, bool exactly)
    {
        var sentence = analysis.Sentences[index];
        if (
            sentence.EndToken - sentence.FirstToken < MinWords
            || !(BlockKinds.Paragraph | BlockKinds.Caption).Has(analysis.Document.Blocks[sentence.Block].Kind)
            || analysis.IsResidue(sentence.Block)
        )
            return 0;
        int count = 0,
            quoted = 0;
        var hasMarks = false;
        var tokens = analysis.Tokens;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens[i].Kind is not (TokenKind.Word or TokenKind.Number))
            {
                hasMarks |= tokens[i].IsQuoteMark;
                continue;
            }

            if (count == MaxWords)
                return 0;
            quoted += hasMarks && analysis.Quotations.At(tokens[i].Start) is not null ? 1 : 0;
            words[count++] = exactly ? analysis.WordKey(i) : RoughKey(analysis.Document.Text, tokens[i]);
        }

        // A quotation that stands twice is another rule's.
        return quoted * 2 > count ? 0 : count;
    }

    // The earlier sentence that shares most of the last runs of words seen; enters the sentence's own runs.
    private static int? Candidate(ReadOnlySpan<int> words, int sentence, RunOwners runs)
    {
        int candidate = -1,
            shared = 0,
            best = -1,
            most = 0;
        for (var i = 0; i + Run <= words.Length; i++)
        {
            var hash = unchecked((((words[i] * 31) + words[i + 1]) * 31 + words[i + 2]) * 31 + words[i + 3]) | 1;
            var owner = runs.FirstOf(hash, sentence);
            if (owner == sentence)
                continue;
            if (owner != candidate)
                (candidate, shared) = (owner, 0);
            if (++shared > most)
                (best, most) = (candidate, shared);
        }

        return most >= MinRuns ? best : null;
    }

    private static void Compare(ReportContext context, int earlier, int later, HashSet<int> found, bool isTail = false)
    {
        var analysis = context.Analysis;
        if (
            IsQuoted(analysis, later)
            || IsQuoted(analysis, earlier)
            || IsDrawn(analysis, earlier, later)
            || IsNumbered(analysis, earlier)
            || (IsQuestion(analysis, earlier) && IsQuestion(analysis, later))
        )
            return;
        Span<int> first = stackalloc int[MaxWords],
            words = stackalloc int[MaxWords];
        first = first[..ReadWords(analysis, earlier, first, exactly: true)];
        words = words[..ReadWords(analysis, later, words, exactly: true)];
        if (MostInCommon(first, words) < Math.Max(MinWords, Alike * Math.Min(first.Length, words.Length)))
            return;
        Span<byte> lengths = stackalloc byte[(first.Length + 1) * (words.Length + 1)];
        var width = words.Length + 1;
        for (var i = 1; i <= first.Length; i++)
        {
            for (var j = 1; j <= words.Length; j++)
                lengths[i * width + j] =
                    first[i - 1] == words[j - 1]
                        ? (byte)(lengths[(i - 1) * width + j - 1] + 1)
                        : Math.Max(lengths[(i - 1) * width + j], lengths[i * width + j - 1]);
        }

        int common = lengths[first.Length * width + words.Length];
        if (common < MinWords || common < Alike * Math.Min(first.Length, words.Length))
            return;
        int from = words.Length,
            to = -1,
            fromFirst = first.Length,
            toFirst = -1;
        for (int i = first.Length, j = words.Length; i > 0 && j > 0; )
        {
            if (first[i - 1] == words[j - 1])
            {
                (from, to) = (j - 1, Math.Max(to, j - 1));
                (fromFirst, toFirst) = (i - 1, Math.Max(toFirst, i - 1));
                (i, j) = (i - 1, j - 1);
            }
            else if (lengths[(i - 1) * width + j] >= lengths[i * width + j - 1])
            {
                i--;
            }
            else
            {
                j--;
            }
        }

        var repeated = SpanOf(analysis, later, from, to);
        var original = SpanOf(analysis, earlier, fromFirst, toFirst);
        if (isTail && original.Start - context.Document.Blocks[analysis.Sentences[earlier].Block].Span.Start < MinWords)
            return;
        found.Add(analysis.Sentences[later].Block);
        Report(
            context,
            original,
            repeated,
            100 * common / Math.Min(first.Length, words.Length),
            BlockKinds.Caption.Has(context.Document.Blocks[analysis.Sentences[later].Block].Kind)
                ? "caption"
                : "passage"
        );
    }

    // How many words of the second the first holds, or more: it spares most pairs the table.
    private static int MostInCommon(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        Span<ulong> seen = stackalloc ulong[4];
        foreach (var word in first)
            seen[(word >> 6) & 3] |= 1UL << word;
        var count = 0;
        foreach (var word in second)
            count += (int)(seen[(word >> 6) & 3] >> word) & 1;
        return count;
    }

    // A line drawn from a paragraph, or a point summed up, is set so on purpose.
    private static bool IsDrawn(DocumentAnalysis analysis, int earlier, int later)
    {
        var isAlone = StandsAlone(analysis, earlier);
        if (isAlone == StandsAlone(analysis, later))
            return false;
        var alone = analysis.Sentences[isAlone ? earlier : later];
        var isShort = PlainTextParser.CountWords(alone.Span.In(analysis.Document.Text)) <= MaxWordsDrawn;
        return isShort && HasFullParagraphs(analysis);
    }

    private static bool HasFullParagraphs(DocumentAnalysis analysis)
    {
        var full = 0;
        for (var s = 1; s < analysis.Sentences.Count && full < MinFullParagraphs; s++)
        {
            var isSecond =
                analysis.Sentences[s].Block == analysis.Sentences[s - 1].Block
                && (s == 1 || analysis.Sentences[s - 2].Block != analysis.Sentences[s].Block);
            full += isSecond ? 1 : 0;
        }

        return full >= MinFullParagraphs;
    }

    // The same question goes to several people.
    private static bool IsQuestion(DocumentAnalysis analysis, int sentence) =>
        analysis.Sentences[sentence].Span.In(analysis.Document.Text).TrimEnd("\"”’)* ") is [.., '?'];

    private static bool IsQuoted(DocumentAnalysis analysis, int sentence) =>
        analysis.Quotations.At(analysis.Sentences[sentence].Span.Start) is not null;

    // "2. Keep it short": a point that is taken up again below.
    private static bool IsNumbered(DocumentAnalysis analysis, int sentence) =>
        char.IsAsciiDigit(
            analysis.Document.Text[analysis.Document.Blocks[analysis.Sentences[sentence].Block].Span.Start]
        );

    private static bool StandsAlone(DocumentAnalysis analysis, int sentence)
    {
        var (start, end) = analysis.SentencesOf(analysis.Sentences[sentence].Block);
        return end - start == 1;
    }

    private static TextSpan SpanOf(DocumentAnalysis analysis, int sentence, int first, int last) =>
        TextSpan.FromBounds(
            analysis.Tokens[TokenOf(analysis, sentence, first)].Start,
            analysis.Tokens[TokenOf(analysis, sentence, last)].End
        );

    private static int TokenOf(DocumentAnalysis analysis, int sentence, int word)
    {
        var i = analysis.Sentences[sentence].FirstToken;
        for (; ; i++)
        {
            if (analysis.Tokens[i].Kind is TokenKind.Word or TokenKind.Number && word-- == 0)
                return i;
        }
    }
}
