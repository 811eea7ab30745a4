using Copylint.Text;

namespace Copylint.Documents.Formats;

/// <summary>What has to go from a file when one block of its copy goes: its lines, or in markup the elements that hold
/// nothing else.</summary>
internal static class BlockExtent
{
    // What lies farther from the words than this is no markup of theirs.
    private const int Reach = 4096;

    private static readonly HashSet<string> Structure = new(StringComparer.OrdinalIgnoreCase)
    {
        "html",
        "head",
        "body",
        "main",
        "article",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "title",
        "img",
        "picture",
        "video",
        "audio",
        "iframe",
        "object",
        "embed",
        "svg",
        "script",
        "style",
        "hr",
        "input",
        "form",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> StructureLookup =
        Structure.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The span of the source that holds the block and no other copy; see
    /// <see cref="IDocumentFormat.ExtentOf"/>.</summary>
    public static TextSpan? Of(Document document, Block block) => document.Format.ExtentOf(document, block);

    /// <summary>The outermost element of markup around the block that holds no other text, with its lines where it
    /// stands alone on them; null where there is none.</summary>
    public static TextSpan? ElementOf(Document document, Block block)
    {
        var source = document.Source;
        if (Element(document, block, document.ToSource(block.Span)) is not { } element)
            return null;
        var whole = WholeLines(source, element);
        return IsAloneOnLines(source, element) && !HoldsOther(document, block, whole) ? whole : element;
    }

    /// <summary>What has to go from a file when a comment or another mark goes: its lines where it stands alone on
    /// them, or else the mark with one of the blanks around it.</summary>
    public static TextSpan OfMark(SourceText source, TextSpan mark)
    {
        if (IsAloneOnLines(source, mark))
            return WholeLines(source, mark);
        var isBetweenBlanks =
            mark.Start > 0
            && mark.End < source.Text.Length
            && source.Text[mark.Start - 1] == ' '
            && source.Text[mark.End] is ' ' or '\n' or '\r';
        return isBetweenBlanks ? TextSpan.FromBounds(mark.Start - 1, mark.End) : mark;
    }

    /// <summary>
    /// The lines of the span with their breaks, and with the blank lines after them when a blank line (or the start of
    /// the file) stands before; at the end of the file with
    /// those before.
    /// </summary>
    public static TextSpan WholeLines(SourceText source, TextSpan span)
    {
        var lines = source.Lines;
        var first = lines.GetPosition(span.Start).Line;
        var last = lines.GetPosition(span.End).Line;
        var end = lines.GetSpanWithBreak(last).End;
        if (source.Text.AsSpan(end).IsWhiteSpace())
        {
            // At the end of the file the blank lines before it go, so that none is left.
            while (first > 1 && source.GetLine(first - 1).In(source.Text).IsWhiteSpace())
                first--;
        }
        else if (first == 1 || source.GetLine(first - 1).In(source.Text).IsWhiteSpace())
        {
            while (
                last < lines.Count
                && source.GetLine(last + 1).In(source.Text).IsWhiteSpace()
                && lines.GetSpanWithBreak(last + 1).Length > 0
            )
                end = lines.GetSpanWithBreak(++last).End;
        }

        return TextSpan.FromBounds(lines.GetStart(first), end);
    }

    /// <summary>Whether a span of the source holds text of another block.</summary>
    public static bool HoldsOther(Document document, Block block, TextSpan span)
    {
        // The blocks beside it in the file are its neighbours in the list, but for alternative texts, which follow the
        // block that they stand in.
        for (var i = Math.Max(0, block.Index - 3); i <= Math.Min(document.Blocks.Count - 1, block.Index + 3); i++)
        {
            if (i != block.Index && document.ToSource(document.Blocks[i].Span).Overlaps(span))
                return true;
        }

        return false;
    }

    private static bool IsAloneOnLines(SourceText source, TextSpan span)
    {
        var first = source.GetLine(source.Lines.GetPosition(span.Start).Line);
        var last = source.GetLine(source.Lines.GetPosition(span.End).Line);
        return TextSpan.FromBounds(first.Start, span.Start).In(source.Text).IsWhiteSpace()
            && TextSpan.FromBounds(span.End, Math.Max(last.End, span.End)).In(source.Text).IsWhiteSpace();
    }

    // The outermost element that opens before the words, closes after them and has no other text.
    private static TextSpan? Element(Document document, Block block, TextSpan words)
    {
        var text = document.Source.Text;
        var at = Math.Max(
            words.Start - Reach,
            block.Index > 0 ? Math.Min(document.ToSource(document.Blocks[block.Index - 1].Span).End, words.Start) : 0
        );
        var end = Math.Min(text.Length, words.End + Reach);
        var open = new List<(string Name, int Start)>();
        TextSpan? element = null;
        // From the middle of a tag, such as after an alternative text, to its end.
        var firstBracket = text.AsSpan(at, words.Start - at).IndexOfAny('<', '>');
        if (firstBracket >= 0 && text[at + firstBracket] == '>')
            at += firstBracket + 1;
        while (at < end)
        {
            var bracket = text.AsSpan(at, end - at).IndexOf('<');
            var next = bracket < 0 ? end : at + bracket;
            if (HasOtherText(text, at, next, words))
            {
                if (next > words.End)
                    return element;
                open.Clear();
            }

            if (bracket < 0)
                return element;
            var close = text.AsSpan(next, end - next).IndexOf('>');
            if (close < 0 || (next < words.Start && next + close >= words.Start))
                return element; // the words are an attribute's
            var tag = text.AsSpan(next, close + 1);
            at = next + tag.Length;
            var isEnd = tag.Length > 1 && tag[1] == '/';
            var name = tag[(isEnd ? 2 : 1)..];
            name = name[..Math.Max(0, name.IndexOfAny(" \t\r\n/>"))];
            if (
                name.StartsWith('!')
                || name.Equals("br", StringComparison.OrdinalIgnoreCase)
                || name.Equals("wbr", StringComparison.OrdinalIgnoreCase)
            )
                continue;
            if (StructureLookup.Contains(name))
            {
                if (next >= words.End)
                    return element;
                open.Clear();
            }
            else if (!isEnd)
            {
                open.Add((name.ToString(), next));
            }
            else if (open.Count > 0 && name.Equals(open[^1].Name, StringComparison.OrdinalIgnoreCase))
            {
                var start = open[^1].Start;
                open.RemoveAt(open.Count - 1);
                if (next >= words.End && start <= words.Start)
                    element = TextSpan.FromBounds(start, at);
            }
            else if (next >= words.End)
            {
                return element;
            }
            else
            {
                open.Clear();
            }
        }

        return element;
    }

    private static bool HasOtherText(string text, int start, int end, TextSpan words)
    {
        var before = TextSpan.FromBounds(start, Math.Max(start, Math.Min(end, words.Start)));
        var after = TextSpan.FromBounds(Math.Min(end, Math.Max(start, words.End)), end);
        return !before.In(text).IsWhiteSpace() || !after.In(text).IsWhiteSpace();
    }
}
