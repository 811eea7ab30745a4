using Copylint.Documents.Top;
using Copylint.Text;

namespace Copylint.Documents.Formats.PlainText;

/// <summary>
/// Makes blocks of plain text as a person sees them. Blank lines part blocks. Lines with no blank line between them are
/// one paragraph when they look
/// hard-wrapped, and blocks of their own otherwise, as in pages pasted from a browser.
/// </summary>
public static class PlainTextParser
{
    private const int MaxWrapWidth = 120;
    private const int MinWrapWidth = 30;
    private const double MaxSubhead = 0.6;
    private static readonly System.Buffers.SearchValues<char> WordBreaks = System.Buffers.SearchValues.Create(
        " \t\u00A0-–—"
    );

    /// <summary>Parses one file. Never throws on any text.</summary>
    public static Document Parse(string path, SourceText source) => Parse(path, source, []);

    internal static Document Parse(string path, SourceText source, IReadOnlyList<DocumentProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (PlainTextMarks.LeaveOut(source.Text) is not { } marked)
            return Parse(path, source, source.Text, null, problems);
        var (copy, map) = marked.Build();
        return Parse(path, source, copy, map, problems);
    }

    private static Document Parse(
        string path,
        SourceText source,
        string text,
        SourceMap? map,
        IReadOnlyList<DocumentProblem> problems
    )
    {
        var lines = map is null ? source.Lines : new LineMap(text);
        var blocks = new List<Block>();
        var run = new List<TextSpan>();
        for (var line = 1; line <= lines.Count; line++)
        {
            var span = Trim(text, lines.GetSpanWithBreak(line));
            if (span.IsEmpty)
                AddRun(text, run, blocks);
            else
                run.Add(span);
        }

        AddRun(text, run, blocks);
        MarkLists(text, blocks);
        if (map is not null)
            MarkQuoted(source.Text, blocks, map);
        var metadata = new MetadataBuilder();
        TopOfArticle.Mark(text, blocks, metadata, span => map?.ToSource(span) ?? span);
        EndOfArticle.Mark(text, blocks);
        PostSignature.Mark(text, blocks);
        MarkHeadings(text, blocks);
        AddPathDate(path, metadata);
        return map is null
            ? new Document(path, DocumentFormats.PlainText, source, blocks, metadata.Build()) { Problems = problems }
            : new Document(path, DocumentFormats.PlainText, source, text, map, blocks, metadata.Build())
            {
                Problems = problems,
            };
    }

    private static void MarkQuoted(string source, List<Block> blocks, SourceMap map)
    {
        foreach (var block in blocks)
        {
            if (PlainTextMarks.IsQuoted(source, map.ToSource(block.Span).Start))
                block.Kind = BlockKind.BlockQuote;
        }
    }

    /// <summary>The day that the file's own name begins with, as static site generators write it.</summary>
    internal static void AddPathDate(string path, MetadataBuilder metadata)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        if (UrlDate.ReadStart(name) is { } day)
            metadata.Add(new PublicationDate(day, default, MetadataOrigin.FileName, 0.5, false), name.ToString());
    }

    /// <summary>Number of words in a stretch of text, by blanks.</summary>
    internal static int CountWords(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inWord = false;
        foreach (var c in text)
        {
            var blank = char.IsWhiteSpace(c);
            if (!blank && !inWord)
                count++;
            inWord = !blank;
        }

        return count;
    }

    /// <summary>Whether the text ends like a sentence: with a full stop, question or exclamation mark, ellipsis or
    /// colon, closing marks apart.</summary>
    internal static bool EndsLikeSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd("\"'”’»)] \u00A0");
        return !text.IsEmpty && text[^1] is '.' or '!' or '?' or '…' or ':';
    }

    /// <summary>Whether at least 60 % of the words of four letters or more begin with a capital.</summary>
    internal static bool IsTitleCase(ReadOnlySpan<char> text)
    {
        int capital = 0,
            lower = 0;
        foreach (var range in text.SplitAny(WordBreaks))
        {
            var word = text[range].TrimStart("\"'“‘(");
            if (word.Length < 4 || !char.IsLetter(word[0]))
                continue;
            if (char.IsUpper(word[0]))
                capital++;
            else
                lower++;
        }

        return capital > 0 && capital >= 1.5 * lower;
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        int start = span.Start,
            end = span.End;
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return TextSpan.FromBounds(start, end);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\0';

    private static void AddRun(string text, List<TextSpan> run, List<Block> blocks)
    {
        if (run.Count > 1 && TextColumns.IsTable(text, run))
        {
            foreach (var line in run)
            {
                foreach (var cell in TextColumns.Cells(text, line))
                    blocks.Add(
                        new Block(blocks.Count, BlockKind.TableCell, cell)
                        {
                            IsGluedToPrevious = cell.Start > run[0].Start,
                        }
                    );
            }

            run.Clear();
            return;
        }

        // A subhead over its paragraph, without a blank line between them.
        if (run.Count > 2 && IsSubhead(text, run))
        {
            blocks.Add(new Block(blocks.Count, BlockKind.Paragraph, run[0]));
            run.RemoveAt(0);
            blocks.Add(
                new Block(blocks.Count, BlockKind.Paragraph, TextSpan.FromBounds(run[0].Start, run[^1].End))
                {
                    IsGluedToPrevious = true,
                }
            );
        }
        else if (run.Count > 1 && IsHardWrapped(text, run))
        {
            var span = TextSpan.FromBounds(run[0].Start, run[^1].End);
            blocks.Add(new Block(blocks.Count, BlockKind.Paragraph, span) { LongBreaks = span.In(text).Count("\r\n") });
        }
        else
        {
            for (var i = 0; i < run.Count; i++)
                blocks.Add(new Block(blocks.Count, BlockKind.Paragraph, run[i]) { IsGluedToPrevious = i > 0 });
        }

        run.Clear();
    }

    // In title case or in capitals, well short of the width that the paragraph under it fills.
    private static bool IsSubhead(string text, List<TextSpan> run)
    {
        var line = run[0].In(text);
        var width = run.Max(l => l.Length);
        return run[0].Length <= MaxSubhead * width
            && !EndsLikeSentence(line)
            && char.IsLetterOrDigit(line[^1])
            && char.IsUpper(run[1].In(text)[0])
            && (IsTitleCase(line) || line.IndexOfAnyInRange('a', 'z') < 0)
            && CountWords(line) > 1
            && IsHardWrapped(text, run[1..]);
    }

    // A wrapped paragraph breaks each line where the next word would not have fitted, and breaks in the middle of
    // sentences. One with semantic line breaks breaks at the end of
    // clauses and sentences alone.
    private static bool IsHardWrapped(string text, List<TextSpan> run)
    {
        var width = 0;
        for (var i = 0; i < run.Count - 1; i++)
            width = Math.Max(width, run[i].Length);
        if (width is < MinWrapWidth or > MaxWrapWidth)
            return false;
        int midSentence = 0,
            early = 0,
            clauses = 0,
            strange = 0;
        for (var i = 1; i < run.Count; i++)
        {
            var line = run[i].In(text);
            if (Bullet(line) != 0)
                return false;
            var firstWord = line.IndexOfAny(' ', '\u00A0') is > 0 and var blank ? blank : line.Length;
            var isFull = run[i - 1].Length + 1 + firstWord > width - 4;
            if (!isFull)
                early++;
            var before = run[i - 1].In(text);
            // "on 27 June⏎2019", "on Wednesday⏎27 June": a number goes on as a small letter does.
            var goesOn = char.IsLower(line[0]) || (char.IsAsciiDigit(line[0]) && !EndsLikeSentence(before));
            if (goesOn)
                midSentence++;
            if (before[^1] is ',' or ';' or '–' or '—' || goesOn)
                clauses++;
            else if (!EndsLikeSentence(before) && !isFull)
                strange++;
        }

        var breaks = run.Count - 1;
        var fills = run[^1].Length <= width + 10 && midSentence * 3 >= breaks && early * 4 <= breaks;
        return fills || (strange == 0 && clauses * 4 >= breaks && run[^1].Length <= MaxWrapWidth);
    }

    // The kind of bullet a line begins with: its own character, '1' for a number; 0 for none.
    private static char Bullet(ReadOnlySpan<char> line)
    {
        if (line.Length < 3)
            return '\0';
        if (line[0] is '-' or '*' or '•' or '·' or '–' or '▪' or '◦' or '‣')
            return char.IsWhiteSpace(line[1]) && line[^1] != line[0] ? line[0] : '\0';
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
            digits++;
        return
            digits is 1 or 2
            && digits + 1 < line.Length
            && line[digits] is '.' or ')'
            && char.IsWhiteSpace(line[digits + 1])
            ? '1'
            : '\0';
    }

    private static void MarkLists(string text, List<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; )
        {
            var bullet = Bullet(blocks[i].Span.In(text));
            var end = i + 1;
            while (bullet != '\0' && end < blocks.Count && Bullet(blocks[end].Span.In(text)) == bullet)
                end++;
            for (var k = i; end - i > 1 && k < end; k++)
                blocks[k].Kind = BlockKind.ListItem;
            i = end;
        }
    }

    private static void MarkHeadings(string text, List<Block> blocks)
    {
        foreach (var block in blocks)
        {
            var line = block.Span.In(text);
            if (
                block.Kind == BlockKind.Paragraph
                && blocks.Count > 1
                && block.Length < 80
                && CountWords(line) <= 8
                && !EndsLikeSentence(line)
                && !(line[0] is '"' or '“' or '\'' or '‘')
            )
                block.Kind = BlockKind.Heading;
        }
    }
}
