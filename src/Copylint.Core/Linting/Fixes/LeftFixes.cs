using Copylint.Diagnostics;
using Copylint.Text;

namespace Copylint.Linting.Fixes;

/// <summary>The fixes of a file that must not be made, followed through its edits: those of findings out of scope, and
/// those that do not help.</summary>
internal sealed class LeftFixes
{
    private HashSet<(string Rule, int Start)> _left = [];

    /// <summary>Leaves what was found and is not asked for: a baseline knows it, or nobody changed its line.</summary>
    public void Protect(
        SourceText source,
        IReadOnlyList<LocatedDiagnostic> all,
        IReadOnlyList<LocatedDiagnostic> asking
    )
    {
        var asked = asking.Select(d => (d.Rule.Id, d.Range, d.Message)).ToHashSet();
        foreach (
            var diagnostic in all.Where(d => d.Fixes.Count > 0 && !asked.Contains((d.Rule.Id, d.Range, d.Message)))
        )
        {
            var start = source.Lines.GetStart(diagnostic.Range.Start.Line) + diagnostic.Range.Start.Column - 1;
            _left.Add((diagnostic.Rule.Id, start));
        }
    }

    /// <summary>Leaves a fix.</summary>
    public void Add(CandidateFix fix) => _left.Add((fix.Diagnostic.Rule.Id, fix.Place.Start));

    /// <summary>Whether a fix is one that is left.</summary>
    public bool Holds(CandidateFix fix) => _left.Contains((fix.Diagnostic.Rule.Id, fix.Place.Start));

    /// <summary>Leaves the fixes that write something and of which the finding stands in the edited file
    /// still.</summary>
    /// <returns>Whether there are any; nothing of the round counts then.</returns>
    public bool AddFutile(IReadOnlyList<CandidateFix> chosen, FixRound round, FileReport after)
    {
        var map = new EditMap(round.Edits);
        var found = after.Diagnostics.Select(d => (d.Rule.Id, Place: d.Range.Start, d.Message)).ToHashSet();
        var any = false;
        foreach (var fix in chosen)
        {
            var place = round.Source.GetLineSpan(new TextSpan(map.Shift(fix.Place.Start), 0)).Start;
            var writes = fix.Edits.Any(e => e.NewText.Length >= e.Span.Length);
            if (!writes || !found.Contains((fix.Diagnostic.Rule.Id, place, fix.Diagnostic.Message)))
                continue;
            Add(fix);
            round.Log.GiveUp(fix.Diagnostic, "the finding would stay");
            any = true;
        }

        return any;
    }

    /// <summary>Follows edits that were made.</summary>
    public void Follow(IReadOnlyList<TextEdit> edits)
    {
        var map = new EditMap(edits);
        _left = [.. _left.Select(l => (l.Rule, map.Shift(l.Start)))];
    }
}
