using Copylint.Diagnostics;
using Copylint.Text;

namespace Copylint.Linting.Fixes;

/// <summary>A fix that could be applied.</summary>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Place">The place of the finding in the file.</param>
/// <param name="Edits">The edits that change something, in order of place.</param>
internal sealed record CandidateFix(LocatedDiagnostic Diagnostic, TextSpan Place, IReadOnlyList<TextEdit> Edits)
{
    /// <summary>From the first edit to the last.</summary>
    public TextSpan Reach => TextSpan.FromBounds(Edits[0].Span.Start, Edits[^1].Span.End);
}
