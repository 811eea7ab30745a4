using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Documents.Formats.Html;
using Copylint.Linting;
using Copylint.Linting.Fixes;
using Copylint.Text;

namespace Copylint.Fuzz;

/// <summary>
/// Holds the fixes of a file against what they promise, character by character and without the verifier that the
/// program itself asks: for any set of them, what a reader sees changes by exactly the reported edits, balanced markup
/// stays balanced, and fixing twice is fixing once.
/// </summary>
/// <param name="linter">Lints the file.</param>
/// <param name="sets">How many sets of its fixes are drawn besides that of all.</param>
internal sealed class FixProof(FileLinter linter, int sets)
{
    private int _applied;

    /// <summary>How many fixes were applied in all sets so far.</summary>
    public int Applied => _applied;

    /// <summary>What does not hold of a file, or null.</summary>
    /// <param name="path">Its name; the ending tells the format.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="seed">What the sets are drawn by.</param>
    /// <param name="judged">What was found by comparing it with other files, or null.</param>
    public string? Broken(string path, byte[] bytes, int seed, FileReport? judged = null)
    {
        var source = SourceText.FromBytes(bytes);
        var report = linter.Lint(path, bytes);
        IReadOnlyList<LocatedDiagnostic> found = [.. report.Diagnostics, .. judged?.Diagnostics ?? []];
        if (source.InvalidSequences.Count > 0 || !found.Any(d => d.Fixes.Count > 0))
            return null;
        var random = new Random(seed);
        foreach (var includeUnsafe in new[] { false, true })
        {
            var offered = FixApplier.Candidates(source, found, includeUnsafe, new LeftFixes());
            for (var set = 0; set <= sets && offered.Count > 0; set++)
            {
                var drawn = set == 0 ? offered : [.. offered.Where(_ => random.Next(2) == 0)];
                if (BrokenBy(path, source, bytes, drawn) is { } problem)
                    return Told(problem, includeUnsafe, set);
            }

            if (Twice(path, bytes, includeUnsafe, judged) is { } repeated)
                return Told(repeated, includeUnsafe, 0);
        }

        return null;
    }

    private static string Told(string problem, bool includeUnsafe, int set) =>
        $"{(includeUnsafe ? "all fixes" : "safe fixes")}{(set == 0 ? "" : $", set {set}")}: {problem}";

    private string? Twice(string path, byte[] bytes, bool includeUnsafe, FileReport? judged)
    {
        var once = FixApplier.Fix(linter, path, bytes, includeUnsafe, judged);
        var twice = FixApplier.Fix(linter, path, once.Bytes, includeUnsafe);
        return twice.Bytes.AsSpan().SequenceEqual(once.Bytes) ? null : $"a second run fixes {twice.Applied} more";
    }

    private string? BrokenBy(string path, SourceText source, byte[] bytes, List<CandidateFix> fixes)
    {
        Document Parse(SourceText text) => DocumentParser.Parse(path, text, linter.Reading);
        if (fixes.Count == 0)
            return null;
        var round = new FixRound(source, bytes, Parse, new FixLog());
        var chosen = round.Choose([.. fixes]);
        if (chosen.Count == 0)
            return null;
        Interlocked.Add(ref _applied, chosen.Count);
        var edits = round.Edits;
        if (!edits.SequenceEqual(chosen.SelectMany(f => f.Edits).OrderBy(e => e.Span)))
            return "what is written is not what was reported";
        var after = SourceText.FromBytes(round.Bytes);
        if (after.Text != Written(source.Text, edits))
            return "bytes change that no edit touches";
        Document before = Parse(source),
            now = Parse(after);
        return CopyProof.Difference(before, now, edits) ?? Unbalanced(before, now);
    }

    private static string Written(string text, IReadOnlyList<TextEdit> edits)
    {
        for (var i = edits.Count - 1; i >= 0; i--)
            text = text[..edits[i].Span.Start] + edits[i].NewText + text[edits[i].Span.End..];
        return text;
    }

    // Tags without a partner, shortcodes, and Markdown's own brackets and marks, which would be read as copy.
    private static string? Unbalanced(Document before, Document after)
    {
        if (before.Format.Comments.Count == 0)
            return null;
        var marks = TemplateMarks.Find(before.Source.Text).Select(m => m.Span.In(before.Source.Text).ToString());
        var left = TemplateMarks.Find(after.Source.Text).Select(m => m.Span.In(after.Source.Text).ToString());
        if (!marks.SequenceEqual(left))
            return "a shortcode or directive is lost";
        return Lone(before).SequenceEqual(Lone(after)) ? null : "a tag has lost its partner";
    }

    // The tags that nothing opens or closes, by name, each where it stands among the others.
    private static List<string> Lone(Document document)
    {
        var lone = new List<string>();
        var open = new List<string>();
        foreach (var node in HtmlStructure.Read(document.Source.Text, new TextSpan(0, document.Source.Text.Length)))
        {
            if (node.Kind.EndsWith('!'))
                continue;
            if (!node.Kind.StartsWith("</", StringComparison.Ordinal))
            {
                open.Add(node.Kind[1..]);
                continue;
            }

            var partner = open.LastIndexOf(node.Kind[2..]);
            if (partner < 0)
                lone.Add(node.Kind);
            else
                open.RemoveAt(partner);
        }

        lone.AddRange(open.Where(name => HtmlStructure.HasEndTag(name)).Order(StringComparer.Ordinal));
        return lone;
    }
}
