using Copylint.Calendar;
using Copylint.Text;

namespace Copylint.Analysis.Time;

/// <summary>What a piece of the copy says of the day on which it was written.</summary>
/// <param name="Span">Its span in the document's text.</param>
/// <param name="Fits">The days of publication that it allows.</param>
/// <param name="Weight">How much it counts when the header is outside them, from 0 to 1.</param>
/// <param name="Explanation">What it shows, in a sentence.</param>
public sealed record DatingEvidence(TextSpan Span, DateInterval Fits, double Weight, string Explanation)
{
    /// <summary>The days that it names, without the margin that <see cref="Fits"/> leaves.</summary>
    public DateInterval Named { get; init; } = Fits;

    /// <summary>Whether it can carry a verdict only with other evidence: what is said of somebody in passing.</summary>
    internal bool IsWeak { get; init; }

    /// <summary>Whether it names no year, so that it fits the same days of any year.</summary>
    internal bool IsYearless { get; init; }

    /// <summary>The other intervals that it can mean, with their explanations: a second term in an office.</summary>
    internal IReadOnlyList<(DateInterval Named, DateInterval Fits, string Explanation)> Alternatives { get; init; } =
    [];
}
