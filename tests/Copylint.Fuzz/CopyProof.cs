using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Text;

namespace Copylint.Fuzz;

/// <summary>Holds the copy that readers see before edits against that after them, by the place of each character in the
/// file.</summary>
internal static class CopyProof
{
    /// <summary>How the difference begins where a blank between two words is gone.</summary>
    public const string Glued = "two words are glued";

    private const int Shown = 40;

    // A character that readers see: where it stands in the unedited file, or -1 for one that an edit wrote.
    private readonly record struct Seen(char Mark, int Place, int At, BlockKind Kind, int Block, bool HasBlankBefore);

    /// <summary>What changed besides the edits, or null.</summary>
    /// <param name="before">The file.</param>
    /// <param name="after">The edited file.</param>
    /// <param name="edits">The edits in order, none over another.</param>
    public static string? Difference(Document before, Document after, IReadOnlyList<TextEdit> edits)
    {
        var all = Read(before, place => place);
        var kept = all.Where(s => !edits.Any(e => e.Span.Contains(s.Place))).ToList();
        var now = Read(after, place => Unedited(place, edits));
        var left = now.Where(s => s.Place >= 0).ToList();
        for (var i = 0; i < Math.Max(kept.Count, left.Count); i++)
        {
            if (i >= left.Count || (i < kept.Count && left[i].Place > kept[i].Place && !Has(left, kept[i].Place)))
                return $"'{Around(before, kept[i].At)}' is lost";
            if (i >= kept.Count || left[i].Place != kept[i].Place || left[i].Mark != kept[i].Mark)
                return $"'{Around(after, left[i].At)}' becomes copy, or stands elsewhere";
            if (left[i].Kind != kept[i].Kind)
                return $"'{Around(before, kept[i].At)}' was {kept[i].Kind} and is {left[i].Kind}";
            if (i > 0 && Joint(kept[i - 1], kept[i], left[i - 1], left[i], edits) is { } problem)
                return $"{problem} at '{Around(before, kept[i].At)}'";
        }

        return Insertions(all, now, edits);
    }

    private static bool Has(List<Seen> seen, int place) => seen.Exists(s => s.Place == place);

    // What stands between two characters that stay.
    private static string? Joint(
        Seen first,
        Seen second,
        Seen leftFirst,
        Seen leftSecond,
        IReadOnlyList<TextEdit> edits
    )
    {
        var isSameBlock = first.Block == second.Block;
        if (isSameBlock != (leftFirst.Block == leftSecond.Block))
            return isSameBlock ? "a block is parted" : "two blocks are joined";
        var between = edits.Where(e => first.Place < e.Span.End && e.Span.Start <= second.Place).ToList();
        if (between.Count == 0)
            return second.HasBlankBefore == leftSecond.HasBlankBefore ? null : "a blank comes or goes";
        var mayGlue =
            !isSameBlock
            || leftSecond.HasBlankBefore
            || !char.IsLetterOrDigit(first.Mark)
            || !char.IsLetterOrDigit(second.Mark)
            || between.Exists(e => e.NewText.Length > 0 || e.Span.Length == 0);
        var isInWord = !second.HasBlankBefore && between.TrueForAll(e => e.Span.Length > 0);
        return mayGlue || isInWord ? null : Glued;
    }

    // What edits write is copy where they replace copy, and none where they replace an address.
    private static string? Insertions(List<Seen> all, List<Seen> now, IReadOnlyList<TextEdit> edits)
    {
        var written = string.Concat(now.Where(s => s.Place < 0).Select(s => s.Mark));
        var least = "";
        var most = "";
        foreach (var edit in edits)
        {
            var text = string.Concat(edit.NewText.Where(c => !char.IsWhiteSpace(c)));
            most += text;
            if (all.Exists(s => edit.Span.Contains(s.Place)))
                least += text;
        }

        return written.Length >= least.Length && IsWithin(least, written) && IsWithin(written, most)
            ? null
            : $"'{written}' is written where '{most}' was reported";
    }

    // Whether the one is the other with characters left out.
    private static bool IsWithin(string part, string whole)
    {
        var at = 0;
        foreach (var mark in whole)
            at += at < part.Length && part[at] == mark ? 1 : 0;
        return at == part.Length;
    }

    private static List<Seen> Read(Document document, Func<int, int> placeOf)
    {
        var seen = new List<Seen>();
        foreach (var block in document.Blocks)
        {
            var hasBlank = false;
            for (var at = block.Span.Start; at < block.Span.End; at++)
            {
                if (char.IsWhiteSpace(document.Text[at]))
                {
                    hasBlank = true;
                    continue;
                }

                var place = placeOf(document.ToSource(new TextSpan(at, 1)).Start);
                seen.Add(new Seen(document.Text[at], place, at, block.Kind, block.Index, hasBlank));
                hasBlank = false;
            }
        }

        return seen;
    }

    private static int Unedited(int place, IReadOnlyList<TextEdit> edits)
    {
        var shift = 0;
        foreach (var edit in edits)
        {
            var start = edit.Span.Start + shift;
            if (place < start)
                break;
            if (place < start + edit.NewText.Length)
                return -1;
            shift += edit.NewText.Length - edit.Span.Length;
        }

        return place - shift;
    }

    private static string Around(Document document, int at)
    {
        var start = Math.Max(0, at - Shown / 2);
        return document.Text.Substring(start, Math.Min(Shown, document.Text.Length - start)).ReplaceLineEndings("⏎");
    }
}
