using Copylint.Diagnostics;
using Copylint.Text;

namespace Copylint.Linting.Suppressions;

/// <summary>Holds findings against suppressions, both from the first to the last place of a file, so that each is
/// looked at where it counts only.</summary>
internal sealed class SuppressionSweep
{
    private readonly Suppression[] _inOrder;
    private readonly List<Suppression> _open = [];
    private readonly List<Suppression> _unused = [];
    private int _next;
    private int _reached;
    private int _firstEnd = int.MaxValue;

    /// <summary>Starts with the suppressions of a file.</summary>
    public SuppressionSweep(IEnumerable<Suppression> suppressions) =>
        _inOrder = [.. suppressions.OrderBy(s => s.Scope.Start)];

    /// <summary>The nearest suppression of a finding, or null. All that suppress it are used from then on.</summary>
    public Suppression? For(RuleDescriptor rule, TextSpan span)
    {
        Advance(span.Start);
        _unused.RemoveAll(s => s.IsUsed |= s.Means(rule));
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Means(rule))
                return _open[i];
        }

        return null;
    }

    // Opens and closes what begins and ends before a place or at it.
    private void Advance(int place)
    {
        if (place < _reached)
        {
            _next = 0;
            _open.Clear();
            _unused.Clear();
            _firstEnd = int.MaxValue;
        }

        _reached = place;
        for (; _next < _inOrder.Length && _inOrder[_next].Scope.Start <= place; _next++)
        {
            var suppression = _inOrder[_next];
            if (suppression.Scope.End <= place)
                continue;
            _open.Add(suppression);
            if (!suppression.IsUsed)
                _unused.Add(suppression);
            _firstEnd = Math.Min(_firstEnd, suppression.Scope.End);
        }

        if (_firstEnd > place)
            return;
        _open.RemoveAll(s => s.Scope.End <= place);
        _unused.RemoveAll(s => s.Scope.End <= place);
        _firstEnd = _open.Count == 0 ? int.MaxValue : _open.Min(s => s.Scope.End);
    }
}
