using Copylint.Text;

namespace Copylint.Documents.Top;

/// <summary>
/// A post of a social network that was pasted with its signature, "— Jane Roe (@janeroe) February 11, 2015": its
/// words are those of who signed it. Works on the blocks of any format.
/// </summary>
internal static class PostSignature
{
    // "Septemberxx 30, 2015 · 11:59 PM": what stands behind the handle.
    private const int MaxDate = 32;
    private const int MaxHandle = 32;
    private const int MaxName = 64;

    /// <summary>Makes the paragraphs that end with a signature quotations.</summary>
    public static void Mark(string text, List<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Paragraph && Ends(block.Span.In(text)))
                block.Kind = BlockKind.BlockQuote;
        }
    }

    // The dash, a name, the handle in brackets, and a date or nothing.
    private static bool Ends(ReadOnlySpan<char> text)
    {
        var tail = text[Math.Max(0, text.Length - MaxDate - MaxHandle)..];
        var handle = tail.LastIndexOf("(@");
        if (handle < 0)
            return false;
        var close = tail[handle..].IndexOf(')');
        if (close < 3 || !IsDateOrNothing(tail[(handle + close + 1)..]))
            return false;
        var before = text[..(text.Length - tail.Length + handle)];
        before = before[Math.Max(0, before.Length - MaxName)..];
        return before.LastIndexOfAny('—', '–') >= 0 || before.LastIndexOf("--") >= 0;
    }

    private static bool IsDateOrNothing(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.IsEmpty || (text.Length <= MaxDate && text.ContainsAnyInRange('0', '9') && !text.Contains('.'));
    }
}
