using Copylint.Diagnostics;
using Copylint.Text;

namespace Copylint.Linting.Fixes;

/// <summary>The way from places of a text to those of the edited one.</summary>
/// <param name="edits">The edits in order of place, none over another.</param>
internal sealed class EditMap(IReadOnlyList<TextEdit> edits)
{
    private readonly int[] _shifts = Shifts(edits);

    /// <summary>The place in the edited text; for a place inside what is replaced, the end of what stands there
    /// now.</summary>
    public int Shift(int place)
    {
        var next = Bisection.First(edits.Count, i => edits[i].Span.Start > place);
        if (next == 0)
            return place;
        var last = edits[next - 1];
        return place < last.Span.End ? last.Span.End + _shifts[next - 1] : place + _shifts[next - 1];
    }

    /// <summary>The edits that a span overlaps or touches, in order.</summary>
    public IEnumerable<TextEdit> Touching(TextSpan span)
    {
        for (
            var i = Bisection.First(edits.Count, k => edits[k].Span.End >= span.Start);
            i < edits.Count && edits[i].Span.Start <= span.End;
            i++
        )
            yield return edits[i];
    }

    /// <summary>The text after the edits.</summary>
    public string Apply(string text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        var at = 0;
        foreach (var edit in edits)
        {
            result.Append(text, at, edit.Span.Start - at).Append(edit.NewText);
            at = edit.Span.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>What is deleted and not replaced, with the blanks between deletions that lie beside each
    /// other.</summary>
    public List<TextSpan> Deletions(string text)
    {
        var deletions = new List<TextSpan>();
        foreach (var edit in edits)
        {
            if (edit.Span.IsEmpty || !string.IsNullOrWhiteSpace(edit.NewText))
                continue;
            if (deletions.Count > 0 && TextSpan.FromBounds(deletions[^1].End, edit.Span.Start).In(text).IsWhiteSpace())
                deletions[^1] = TextSpan.FromBounds(deletions[^1].Start, edit.Span.End);
            else
                deletions.Add(edit.Span);
        }

        return deletions;
    }

    private static int[] Shifts(IReadOnlyList<TextEdit> edits)
    {
        var shifts = new int[edits.Count];
        var shift = 0;
        for (var i = 0; i < shifts.Length; i++)
            shifts[i] = shift += edits[i].NewText.Length - edits[i].Span.Length;
        return shifts;
    }
}
