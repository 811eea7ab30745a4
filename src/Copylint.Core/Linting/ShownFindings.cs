using Copylint.Diagnostics;
using Copylint.Linting.Suppressions;

namespace Copylint.Linting;

/// <summary>The findings of a file, held against its suppressions and against the limit of findings before anything is
/// made of them for reports.</summary>
internal sealed class ShownFindings
{
    private readonly List<Diagnostic> _found;
    private readonly Dictionary<int, SuppressionReason> _reasons = [];
    private readonly HashSet<int> _leftOut = [];

    /// <param name="found">All findings, in order of place.</param>
    /// <param name="suppressions">The suppressions of the file; what they suppress does not count.</param>
    /// <param name="most">The most findings of one rule that are shown; null for all.</param>
    public ShownFindings(List<Diagnostic> found, IReadOnlyCollection<Suppression> suppressions, int? most)
    {
        _found = found;
        var sweep = suppressions.Count == 0 ? null : new SuppressionSweep(suppressions);
        var limit = found.Count > most ? new FindingCount(most.Value) : null;
        for (var i = 0; i < found.Count; i++)
        {
            if (sweep?.For(found[i].Rule, found[i].Span) is { } suppression)
                _reasons[i] = new SuppressionReason(suppression.Reason);
            else if (limit?.Takes(found[i].Rule.Id) == false)
                _leftOut.Add(i);
        }

        LeftOut = limit?.LeftOut ?? [];
    }

    /// <summary>How many there are, shown or not.</summary>
    public int Count => _found.Count;

    /// <summary>What is over the limit, by rule.</summary>
    public IReadOnlyList<LeftOutFindings> LeftOut { get; }

    /// <summary>Whether some are suppressed.</summary>
    public bool HasReasons => _reasons.Count > 0;

    /// <summary>A finding.</summary>
    public Diagnostic this[int index] => _found[index];

    /// <summary>Why a finding is suppressed, or null.</summary>
    public SuppressionReason? ReasonOf(int index) => _reasons.GetValueOrDefault(index);

    /// <summary>Whether a finding is within the limit, or suppressed.</summary>
    public bool IsShown(int index) => !_leftOut.Contains(index);
}
