using System.Text;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Documents.Formats.Html;
using Copylint.Text;

namespace Copylint.Linting.Fixes;

/// <summary>
/// Reads a file again as its edits would leave it, and holds it against the file as it is: the copy that a reader sees
/// is the old one with exactly the edits made, the markup the
/// old one without exactly what was deleted, and every block that no edit touches is the same kind with the same text
/// at its place.
/// </summary>
/// <param name="before">The file as it is.</param>
/// <param name="parse">Reads the edited file as the same format.</param>
internal sealed class FixVerifier(Document before, Func<SourceText, Document> parse)
{
    // Pictures, frames, tables, scripts: what readers see or use without a word of copy.
    private static readonly HashSet<string> Content = new(StringComparer.Ordinal)
    {
        "image",
        "table",
        "footnote",
        "link definition",
        "task",
        "<!",
        "<img",
        "<iframe",
        "<video",
        "<audio",
        "<picture",
        "<table",
        "<tr",
        "<td",
        "<th",
        "<svg",
        "<script",
        "<style",
        "<form",
        "<input",
        "<object",
        "<embed",
        "<hr",
    };

    private readonly BlockPlaces _places = new(before);
    private readonly List<MarkupNode> _nodes = MarkupStructure.Of(before);

    /// <summary>Why the edits must not be made, in words that follow "not applied:", or null when nothing but them
    /// changes.</summary>
    /// <param name="edits">The edits in order of place, none over another.</param>
    /// <param name="after">The edited bytes, read.</param>
    public string? Verify(IReadOnlyList<TextEdit> edits, SourceText after)
    {
        var map = new EditMap(edits);
        if (
            after.Encoding != before.Source.Encoding
            || after.HasByteOrderMark != before.Source.HasByteOrderMark
            || after.Text != map.Apply(before.Source.Text)
        )
            return "it would change how the file is decoded";
        var document = parse(after);
        if (document.Format != before.Format || document.Problems.Count != before.Problems.Count)
            return "the file could not be read in full any more";
        return VerifyCode(map)
            ?? VerifyNodes(map, document)
            ?? VerifyBlocks(map, document)
            ?? VerifyMetadata(map, document);
    }

    // Readers see code, and no rule does: nobody edits it.
    private string? VerifyCode(EditMap map)
    {
        foreach (var node in _nodes)
        {
            if (
                node.IsCode
                && node.Kind != "code html"
                && map.Touching(node.Span)
                    .Any(e => e.Span.Overlaps(node.Span) || (e.Span.IsEmpty && node.Span.Contains(e.Span.Start)))
            )
                return "it would change code";
        }

        return null;
    }

    private string? VerifyNodes(EditMap map, Document after)
    {
        var deletions = map.Deletions(before.Source.Text);
        // The nodes that go with each deletion, in order of place as the nodes themselves are.
        var removed = new List<MarkupNode>[deletions.Count];
        var kept = new List<MarkupNode>();
        foreach (var node in _nodes)
        {
            var at = Bisection.First(deletions.Count, i => deletions[i].End >= node.Span.End);
            if (at < deletions.Count && deletions[at].Contains(node.Span) && !node.Span.IsEmpty)
                (removed[at] ??= []).Add(node);
            else
                kept.Add(node);
        }

        return VerifyRemoved(deletions, removed) ?? VerifyKept(map, kept, after);
    }

    private string? VerifyRemoved(List<TextSpan> deletions, List<MarkupNode>?[] removed)
    {
        List<MarkupNode> all = [.. removed.SelectMany(nodes => nodes ?? [])];
        if (all.Exists(n => n.IsTemplate))
            return "it would delete a shortcode";
        if (all.Exists(n => n.IsCode || Content.Contains(n.Kind)) && !IsLoneComment(all))
            return "it would delete more than text";
        for (var i = 0; i < deletions.Count; i++)
        {
            if (!HtmlStructure.IsBalanced(removed[i] ?? []))
                return "it would leave a tag without its partner";
            if (before.Format == DocumentFormats.Html && HoldsHidden(deletions[i], removed[i] ?? []))
                return "it would delete what is no copy";
        }

        return null;
    }

    private static string? VerifyKept(EditMap map, List<MarkupNode> kept, Document after)
    {
        var now = MarkupStructure.Of(after);
        var text = after.Source.Text;
        for (var i = 0; i < Math.Max(kept.Count, now.Count); i++)
        {
            if (i >= kept.Count)
                return $"it would make {Name(now[i])} of text";
            if (
                i >= now.Count
                || now[i].Kind != kept[i].Kind
                || Start(text, map.Shift(kept[i].Span.Start)) != Start(text, now[i].Span.Start)
                || End(text, map.Shift(kept[i].Span.End)) != End(text, now[i].Span.End)
            )
                return $"it would break {Name(kept[i])}";
        }

        return null;
    }

    private static bool IsLoneComment(List<MarkupNode> removed) =>
        removed.TrueForAll(n => n.Kind is "<!" or "code html");

    // Hidden text, navigation, the page around the article.
    private bool HoldsHidden(TextSpan deletion, List<MarkupNode> removed)
    {
        var seen = new bool[deletion.Length];
        foreach (var node in removed)
            seen.AsSpan(node.Span.Start - deletion.Start, node.Span.Length).Fill(true);
        foreach (var block in _places.Touched(deletion))
        {
            for (var at = _places.FirstAt(block, deletion.Start); at < block.Span.End; at++)
            {
                var source = before.ToSource(new TextSpan(at, 1));
                if (source.Start >= deletion.End)
                    break;
                for (var i = Math.Max(source.Start, deletion.Start); i < Math.Min(source.End, deletion.End); i++)
                    seen[i - deletion.Start] = true;
            }
        }

        for (var i = 0; i < seen.Length; i++)
        {
            if (!seen[i] && !char.IsWhiteSpace(before.Source.Text[deletion.Start + i]))
                return true;
        }

        return false;
    }

    private static int Start(string text, int place)
    {
        while (place < text.Length && char.IsWhiteSpace(text[place]))
            place++;
        return place;
    }

    private static int End(string text, int place)
    {
        while (place > 0 && char.IsWhiteSpace(text[place - 1]))
            place--;
        return place;
    }

    private static string Name(MarkupNode node) =>
        node.Kind switch
        {
            "link" or "autolink" or "<a" or "</a" => "a link",
            "list" or "numbered list" or "item" => "a list",
            "quote" => "a block quotation",
            "hard break" => "a line break",
            ['h', >= '1' and <= '6'] => "a heading",
            _ when node.Kind.StartsWith("emphasis", StringComparison.Ordinal) => "emphasis",
            _ when node.IsTag => $"the tag {node.Kind}>",
            _ when node.IsCode => "code",
            _ => "the markup",
        };

    private string? VerifyBlocks(EditMap map, Document after)
    {
        var next = 0;
        foreach (var block in before.Blocks)
        {
            var source = _places.SourceOf(block);
            var edits = map.Touching(source).ToList();
            if (Expected(block, edits) is not { } expected)
                return "it would cut through a character";
            if (expected.Length == 0)
                continue;
            if (next >= after.Blocks.Count)
                return "it would lose another line";
            var now = after.Blocks[next++];
            if (!now.Span.In(after.Text).SequenceEqual(expected))
                return "it would change other words";
            if (now.Kind != block.Kind)
                return $"it would make another part of the page of '{MessageFormat.Shorten(expected)}'";
            if (edits.Count == 0 && after.ToSource(now.Span).Start != map.Shift(source.Start))
                return "it would move other words";
        }

        return next < after.Blocks.Count ? "it would part a line in two" : null;
    }

    // The text of a block with its edits made; null where an edit cuts an entity in two.
    private string? Expected(Block block, List<TextEdit> edits)
    {
        if (edits.Count == 0)
            return block.Span.In(before.Text).ToString();
        var text = new StringBuilder();
        var next = 0;
        var cuts = false;
        for (var at = block.Span.Start; at < block.Span.End; at++)
        {
            var source = before.ToSource(new TextSpan(at, 1));
            for (; next < edits.Count && edits[next].Span.End <= source.Start; next++, cuts = false)
                Write(text, edits[next], cuts);
            var mark = before.Text[at];
            if (next == edits.Count || !edits[next].Span.Overlaps(source))
                text.Append(mark);
            else if (edits[next].Span.Contains(source))
                cuts |= !KeepsBlank(text, block, at, edits[next].Span);
            else if (char.IsWhiteSpace(mark))
                text.Append(mark);
            else
                return null;
        }

        for (; next < edits.Count; next++, cuts = false)
            Write(text, edits[next], cuts);
        return before.Format == DocumentFormats.PlainText ? text.ToString().Trim() : Folded(text.ToString());
    }

    // A blank of the copy stands for all blanks around a comment or a tag: one that stays beside what is deleted is
    // read in its place.
    private bool KeepsBlank(StringBuilder text, Block block, int at, TextSpan edit)
    {
        if (before.Text[at] != ' ' || before.Format == DocumentFormats.PlainText || at + 1 >= block.Span.End)
            return false;
        var next = before.ToSource(new TextSpan(at + 1, 1)).Start;
        if (
            edit.End >= next
            || TextSpan.FromBounds(edit.End, next).In(before.Source.Text).IndexOfAny(' ', '\n', '\t') < 0
        )
            return false;
        text.Append(' ');
        return true;
    }

    // An edit of an address writes nothing that is read as copy.
    private static void Write(StringBuilder text, TextEdit edit, bool cuts)
    {
        if (cuts || edit.Span.IsEmpty)
            text.Append(edit.NewText);
    }

    private static string Folded(string text) =>
        string.Join(' ', text.Split([' ', '\n', '\t', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries));

    private string? VerifyMetadata(EditMap map, Document after)
    {
        // A headline is a block, and compared as one.
        var old = before.Metadata.Entries.Where(e => e.Origin != MetadataOrigin.Headline).ToList();
        var now = after.Metadata.Entries.Where(e => e.Origin != MetadataOrigin.Headline).ToList();
        if (old.Count != now.Count || before.Metadata.Published.Count != after.Metadata.Published.Count)
            return "it would change what the file says of itself";
        for (var i = 0; i < old.Count; i++)
        {
            var isEdited = map.Touching(old[i].Span).Any(e => e.Span.Overlaps(old[i].Span));
            if (old[i].Key != now[i].Key || (!isEdited && old[i].Value != now[i].Value))
                return "it would change what the file says of itself";
        }

        return null;
    }
}
