using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Text;

namespace Copylint.Linting.Fixes;

/// <summary>One round over a file: as many fixes as fit beside each other and leave all else as it is.</summary>
/// <param name="source">The file before the round.</param>
/// <param name="bytes">Its bytes.</param>
/// <param name="parse">Reads it.</param>
/// <param name="log">Receives why fixes cannot be made.</param>
internal sealed class FixRound(SourceText source, byte[] bytes, Func<SourceText, Document> parse, FixLog log)
{
    // Each look reads the file; so many culprits in one file are a fault of a rule, and none of its fixes is worth the
    // time.
    private const int MaxLooks = 200;

    private FixVerifier? _verifier;
    private int _looks;
    private List<CandidateFix> _chosen = [];

    /// <summary>The edits of the round, in order of place.</summary>
    public IReadOnlyList<TextEdit> Edits { get; private set; } = [];

    /// <summary>The bytes after a round in which something was chosen.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>The file after it.</summary>
    public SourceText Source { get; private set; } = SourceText.FromText("");

    /// <summary>What is told of the file.</summary>
    public FixLog Log => log;

    /// <summary>Chooses from the candidates, in order of place, those that can be applied together.</summary>
    public IReadOnlyList<CandidateFix> Choose(List<CandidateFix> candidates)
    {
        log.BeginRound();
        var fitting = Fitting(candidates);
        if (fitting.Count > 0)
            Keep(fitting);
        return _chosen;
    }

    // Two rules that delete the same line are content with one deletion: it touches itself.
    private static List<CandidateFix> Fitting(List<CandidateFix> candidates)
    {
        var fitting = new List<CandidateFix>();
        var taken = new List<TextEdit>();
        foreach (var candidate in candidates)
        {
            if (candidate.Edits.Any(edit => Touches(taken, edit.Span)))
                continue;
            foreach (var edit in candidate.Edits)
            {
                var at = FirstEndingAt(taken, edit.Span.Start);
                while (at < taken.Count && taken[at].Span.CompareTo(edit.Span) <= 0)
                    at++;
                taken.Insert(at, edit);
            }

            fitting.Add(candidate);
        }

        return fitting;
    }

    // Halves what fails until the culprits stand alone; they are left and told.
    private void Keep(List<CandidateFix> fixes)
    {
        var reason = Try([.. _chosen, .. fixes]);
        if (reason is null)
            return;
        if (fixes.Count == 1 || _looks >= MaxLooks)
        {
            foreach (var fix in fixes)
            {
                log.Refuse(fix.Diagnostic, reason);
            }

            return;
        }

        Keep(fixes[..(fixes.Count / 2)]);
        Keep(fixes[(fixes.Count / 2)..]);
    }

    private string? Try(List<CandidateFix> fixes)
    {
        _looks++;
        TextEdit[] edits = [.. fixes.SelectMany(f => f.Edits).OrderBy(e => e.Span)];
        var edited = FixApplier.Apply(source, bytes, edits);
        var after = SourceText.FromBytes(edited);
        _verifier ??= new FixVerifier(parse(source), parse);
        if (_verifier.Verify(edits, after) is { } reason)
            return reason;
        (_chosen, Edits, Bytes, Source) = (fixes, edits, edited, after);
        return null;
    }

    private static bool Touches(List<TextEdit> taken, TextSpan span)
    {
        for (var i = FirstEndingAt(taken, span.Start); i < taken.Count && taken[i].Span.Start <= span.End; i++)
        {
            if (Touch(taken[i].Span, span))
                return true;
        }

        return false;
    }

    // The first edit that ends at a place or after it; edits are in order and none lies over another.
    private static int FirstEndingAt(List<TextEdit> taken, int place) =>
        Bisection.First(taken.Count, i => taken[i].Span.End >= place);

    private static bool Touch(TextSpan a, TextSpan b) =>
        a.Overlaps(b) || ((a.IsEmpty || b.IsEmpty) && a.Start <= b.End && b.Start <= a.End);
}
