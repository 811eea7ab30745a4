using Copylint.Text;

namespace Copylint.Diagnostics;

/// <summary>One edit against the file that was linted.</summary>
/// <param name="Span">What to replace, in the source text; empty for an insertion.</param>
/// <param name="NewText">What to write there; empty for a deletion.</param>
public sealed record TextEdit(TextSpan Span, string NewText);

/// <summary>A way to mend a finding.</summary>
/// <param name="Title">What it does, in the imperative.</param>
/// <param name="IsSafe">Whether it can be applied without a look: it cannot change what the article says.</param>
/// <param name="Edits">The edits, in order of place, without overlap.</param>
public sealed record Fix(string Title, bool IsSafe, IReadOnlyList<TextEdit> Edits)
{
    /// <summary>Why somebody has to look although the rule calls the fix safe, in words that follow "left alone:"; or
    /// null.</summary>
    public string? Caution { get; init; }
}
