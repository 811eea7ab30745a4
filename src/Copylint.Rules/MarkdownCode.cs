using Copylint.Documents;

namespace Copylint.Rules;

/// <summary>Code in Markdown: inside a fence, or between backticks on the same line. Asked for places in their order,
/// so that every line is read once.</summary>
internal struct MarkdownCode(Document document)
{
    private int _line;
    private bool _isFenced;

    /// <summary>Whether a place of the source text stands in code.</summary>
    public bool Holds(int at)
    {
        if (!document.Format.HasFencedCode)
            return false;
        var text = document.Source.Text.AsSpan();
        for (; text[_line..at].IndexOfAny('\r', '\n') is >= 0 and var next; _line += next + 1)
            _isFenced ^= IsFence(text.Slice(_line, next));
        var line = text[_line..at];
        return (_isFenced ^ IsFence(line)) || line.Count('`') % 2 == 1;
    }

    private static bool IsFence(ReadOnlySpan<char> line) =>
        line.TrimStart().StartsWith("```", StringComparison.Ordinal)
        || line.TrimStart().StartsWith("~~~", StringComparison.Ordinal);
}
