namespace Copylint.Linting.Suppressions;

/// <summary>A finding that a baseline knows.</summary>
/// <param name="File">The file, from the root, with forward slashes.</param>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Line">The one-based line on which it stood; for readers, not for matching.</param>
/// <param name="Fingerprint">The hash of rule, sentence and text; see
/// <see cref="LocatedDiagnostic.SentenceHash"/>.</param>
/// <param name="Message">The message.</param>
public sealed record BaselineEntry(string File, string Rule, int Line, string Fingerprint, string Message);

/// <summary>
/// The findings that were there already. A finding is known by the hash of its rule, sentence and words in its file, so
/// it stays known when lines move and other text changes; when
/// the file is gone, it is known in the file that has it now.
/// </summary>
public sealed class Baseline
{
    /// <summary>The name that a baseline has when none is given.</summary>
    public const string FileName = ".copylint-baseline.json";

    private readonly string _root;
    private readonly Dictionary<(string File, string Fingerprint), BaselineEntry> _entries = [];
    private readonly Dictionary<string, BaselineEntry> _moved = [];
    private readonly HashSet<BaselineEntry> _found = [];
    private readonly HashSet<string> _linted = new(StringComparer.Ordinal);

    /// <summary>Makes a baseline of what is known.</summary>
    /// <param name="root">The folder that paths start from: the root of the repository, or else the working
    /// folder.</param>
    /// <param name="entries">The findings.</param>
    public Baseline(string root, IEnumerable<BaselineEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _root = root;
        foreach (var entry in entries)
        {
            _entries[(entry.File, entry.Fingerprint)] = entry;
            if (!System.IO.File.Exists(Path.Combine(root, entry.File)))
                _moved[entry.Fingerprint] = entry;
        }
    }

    /// <summary>All its findings, in order of file and line.</summary>
    public IEnumerable<BaselineEntry> Entries => InOrder(_entries.Values);

    /// <summary>Its findings in files that were linted or are gone, of which nothing was found any more; complete after
    /// the last file.</summary>
    public IReadOnlyList<BaselineEntry> Gone =>
        [
            .. InOrder(
                _entries.Values.Where(e =>
                    !_found.Contains(e)
                    && (_linted.Contains(e.File) || !System.IO.File.Exists(Path.Combine(_root, e.File)))
                )
            ),
        ];

    /// <summary>The entries of a report.</summary>
    /// <param name="report">A report with fingerprints.</param>
    /// <param name="file">The file, from the root.</param>
    public static IEnumerable<BaselineEntry> EntriesOf(FileReport report, string file)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report
            .Diagnostics.Where(d => d.SentenceHash is not null)
            .Select(d => new BaselineEntry(file, d.Rule.Id, d.Range.Start.Line, d.SentenceHash!, d.Message));
    }

    /// <summary>Tells what is new in a report from what is known.</summary>
    /// <param name="report">A report with fingerprints.</param>
    /// <param name="file">The file, from the root.</param>
    public FileReport Split(FileReport report, string file)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!report.IsIncomplete)
            _linted.Add(file);
        List<LocatedDiagnostic> left = [],
            known = [];
        foreach (var diagnostic in report.Diagnostics)
        {
            if (
                diagnostic.SentenceHash is { } hash
                && (_entries.TryGetValue((file, hash), out var entry) || _moved.Remove(hash, out entry))
                && _found.Add(entry)
            )
                known.Add(diagnostic with { IsKnown = true });
            else
                left.Add(diagnostic);
        }

        return known.Count == 0 ? report : report with { Diagnostics = left, Known = known };
    }

    /// <summary>A report without the findings that are known; unlike <see cref="Split"/> it takes no note of
    /// them.</summary>
    /// <param name="report">A report with fingerprints.</param>
    /// <param name="file">The file, from the root.</param>
    public FileReport WithoutKnown(FileReport report, string file)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report with
        {
            Diagnostics =
            [
                .. report.Diagnostics.Where(d =>
                    d.SentenceHash is not { } hash || !(_entries.ContainsKey((file, hash)) || _moved.ContainsKey(hash))
                ),
            ],
        };
    }

    /// <summary>Findings in order of file and line.</summary>
    public static IEnumerable<BaselineEntry> InOrder(IEnumerable<BaselineEntry> entries) =>
        entries
            .OrderBy(e => e.File, StringComparer.Ordinal)
            .ThenBy(e => e.Line)
            .ThenBy(e => e.Rule, StringComparer.Ordinal)
            .ThenBy(e => e.Fingerprint, StringComparer.Ordinal);
}
