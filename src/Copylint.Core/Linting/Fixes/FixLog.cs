using System.Text;

namespace Copylint.Linting.Fixes;

/// <summary>What fixing did to one file and what it left, for one line of a report.</summary>
public sealed class FixLog
{
    private readonly List<(string Rule, string Reason)> _refused = [];
    private readonly SortedDictionary<string, int> _done = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Rule, string Reason), int> _left = [];

    /// <summary>Number of fixes that were applied.</summary>
    public int Applied { get; private set; }

    /// <summary>How many findings of each rule were mended.</summary>
    public IReadOnlyDictionary<string, int> Done => _done;

    /// <summary>How many fixes of each rule were left, and why.</summary>
    public IEnumerable<(string Rule, string Reason, int Count)> Left =>
        _left.Select(l => (l.Key.Rule, l.Key.Reason, l.Value));

    /// <summary>The line: "fixed CL4001 ×2; left CL4006 (it is a sentence)"; empty when there is nothing to
    /// tell.</summary>
    public override string ToString()
    {
        var line = new StringBuilder();
        foreach (var (rule, count) in _done)
            line.Append(line.Length == 0 ? "fixed " : ", ").Append(rule).Append(Times(count));
        var isFirst = true;
        foreach (var ((rule, reason), count) in _left)
        {
            line.Append(
                    line.Length == 0 ? "left "
                    : isFirst ? "; left "
                    : ", "
                )
                .Append(rule)
                .Append(Times(count))
                .Append($" ({reason})");
            isFirst = false;
        }

        return line.ToString();
    }

    internal void Add(IReadOnlyList<CandidateFix> fixes)
    {
        Applied += fixes.Count;
        foreach (var fix in fixes)
            _done[fix.Diagnostic.Rule.Id] = _done.GetValueOrDefault(fix.Diagnostic.Rule.Id) + 1;
    }

    // What was refused in one round can be fitting in the next.
    internal void BeginRound() => _refused.Clear();

    internal void Refuse(LocatedDiagnostic diagnostic, string reason) => _refused.Add((diagnostic.Rule.Id, reason));

    internal void GiveUp(LocatedDiagnostic diagnostic, string reason) =>
        Count(diagnostic.Rule.Id, $"not applied: {reason}");

    // What still offers a fix after the last round.
    internal void Leave(FileReport report, bool includeUnsafe)
    {
        foreach (var (rule, reason) in _refused)
            Count(rule, $"not applied: {reason}");
        foreach (var diagnostic in report.Diagnostics)
        {
            if (diagnostic.Fixes.Count > 0 && !includeUnsafe && diagnostic.Fixes[0] is { IsSafe: false } fix)
                Count(diagnostic.Rule.Id, fix.Caution ?? "needs a look");
        }
    }

    private void Count(string rule, string reason) =>
        _left[(rule, reason)] = _left.GetValueOrDefault((rule, reason)) + 1;

    private static string Times(int count) => count == 1 ? "" : $" ×{count}";
}
