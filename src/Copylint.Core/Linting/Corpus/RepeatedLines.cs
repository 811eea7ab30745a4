using Copylint.Analysis;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Linting.Fixes;
using Copylint.Linting.Suppressions;
using Copylint.Text;

namespace Copylint.Linting.Corpus;

/// <summary>
/// CL4011, the rule that no file can be judged by alone: a short line that stands in many files of one site is
/// furniture of the page. Facts are collected file by file in any
/// order and merged; the judgement comes after the last. The threshold grows with the site (compare the line
/// deduplication of G. Wenzek et al., "CCNet", LREC 2020).
/// </summary>
public sealed class RepeatedLines
{
    internal const string RuleId = "CL4011";
    private const int MinFilesOfSite = 10;
    private const int MinFiles = 3;
    private const double MinShare = 0.03;

    // A name, a place or a word such as Video stands alone in many files for many reasons.
    private const double MinShareOfShort = 0.1;
    private const int SafeFiles = 5;

    // A line of the page stands in every copy that was taken of it whole; what stands in fewer is of the articles:
    // the name of a court, a heading of a report. Edges 11 and 12 of 24 in the tests.
    private const double SafeShare = 0.5;

    private readonly Func<SourceFile, FileLinter> _linterOf;
    private readonly Dictionary<string, Site> _sites = new(StringComparer.Ordinal);
    private readonly List<(SourceFile File, FileFacts Facts)> _files = [];

    /// <summary>Starts a judgement.</summary>
    /// <param name="linterOf">The linter of a file, which knows its settings and its format.</param>
    public RepeatedLines(Func<SourceFile, FileLinter> linterOf)
    {
        ArgumentNullException.ThrowIfNull(linterOf);
        _linterOf = linterOf;
    }

    /// <summary>Whether a run over a number of files can find anything with a linter's settings: the rule is on, and no
    /// site of fewer files is judged.</summary>
    public static bool CanJudge(Linter linter, int files)
    {
        ArgumentNullException.ThrowIfNull(linter);
        return files >= MinFilesOfSite && linter.Settings.SeverityOf(linter.Catalog[RuleId].Descriptor) != Severity.Off;
    }

    private sealed class Site
    {
        public int Files { get; set; }

        public Dictionary<ulong, int> Counts { get; } = [];
    }

    /// <summary>Adds what one file has to say.</summary>
    public void Add(SourceFile file, FileFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!_sites.TryGetValue(facts.Site, out var site))
            _sites.Add(facts.Site, site = new Site());
        site.Files++;
        var seen = new HashSet<ulong>();
        foreach (var line in facts.Lines)
        {
            if (seen.Add(line.Hash))
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                    site.Counts,
                    line.Hash,
                    out _
                )++;
        }

        if (facts.Lines.Count > 0)
            _files.Add((file, facts));
    }

    /// <summary>The findings, file by file in order of path. The files are read again for the text of what was found;
    /// one that changed or vanished is passed over.</summary>
    public IEnumerable<FileReport> Judge()
    {
        foreach (var (file, facts) in _files.OrderBy(f => f.File.Path, StringComparer.Ordinal))
        {
            var site = _sites[facts.Site];
            var linter = _linterOf(file);
            if (!CanJudge(linter.Linter, site.Files))
                continue;
            var found = facts
                .Lines.Where(l =>
                    site.Counts[l.Hash]
                    >= Math.Max(MinFiles, Math.Ceiling(site.Files * (l.IsShort ? MinShareOfShort : MinShare)))
                )
                .ToList();
            if (
                found.Count > 0
                && Read(file, linter) is { } document
                && Locate(document, found, site, linter) is { Count: > 0 } diagnostics
            )
                yield return new FileReport(file.Path, diagnostics.FindAll(d => d.Suppression is null), null)
                {
                    IsContinuation = true,
                    Suppressed = diagnostics.FindAll(d => d.Suppression is not null),
                };
        }
    }

    private static List<LocatedDiagnostic> Locate(Document document, List<LineFact> lines, Site site, FileLinter linter)
    {
        var catalog = linter.Linter.Catalog;
        var rule = catalog[RuleId].Descriptor;
        var own = linter.Linter.Settings.SeverityOf(rule);
        var source = document.Source;
        var located = new List<LocatedDiagnostic>();
        var hashes = linter.WithFingerprints
            ? Fingerprints.LineHashes(source, lines.Select(l => source.GetPosition(l.Span.Start).Line).ToHashSet())
            : null;
        var occurrences = new Dictionary<ulong, int>();
        var next = 0;
        var analysis = new Lazy<DocumentAnalysis>(() =>
            new DocumentAnalysis(document, catalog.Resources, linter.Linter.WantedLexicons)
        );
        var gate = new FixGate(document, () => analysis.Value);
        var suppressions = new SuppressionSweep(Suppression.Read(document, catalog));
        foreach (var line in lines)
        {
            // Lines and blocks come in the same order; where there is no such block any more, the file was changed
            // meanwhile.
            var at = next;
            while (at < document.Blocks.Count && document.ToSource(document.Blocks[at].Span) != line.Span)
                at++;
            if (at == document.Blocks.Count)
                continue;
            next = at + 1;
            var files = site.Counts[line.Hash];
            // A whole sentence may be an agency's background line, which it prints on purpose.
            var severity = line.IsSentence && own > Severity.Suggestion ? Severity.Suggestion : own;
            if (severity < linter.Linter.Settings.MinSeverity)
                continue;
            var range = source.GetLineSpan(line.Span);
            var snippet = line.Span.In(source.Text).ToString();
            var count =
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                    occurrences,
                    line.Hash,
                    out _
                )++ + 1;
            // A word or two can be the subhead of many articles; among its sentences a line can be a heading of the
            // series, a name or half of a sentence.
            // And a source file has no page around it: what recurs in it somebody wrote each time.
            var isSafe =
                files >= Math.Max(SafeFiles, site.Files * SafeShare)
                && document.Format != DocumentFormats.Markdown
                && line is { IsSentence: false, IsShort: false }
                && !IsFragment(snippet)
                && gate.StandsBelowStory(document.Blocks[at]);
            var suppression = suppressions.For(rule, line.Span);
            located.Add(
                new LocatedDiagnostic
                {
                    Suppression = suppression is null ? null : new SuppressionReason(suppression.Reason),
                    Path = document.Path,
                    Rule = rule,
                    Severity = severity,
                    Message = rule.Message.Format(snippet, [("n", files.ToString()), ("of", site.Files.ToString())]),
                    Range = range,
                    Snippet = snippet,
                    Line = source.GetLine(range.Start.Line).In(source.Text).ToString(),
                    Fixes = FixesOf(gate, rule, severity, line, document.Blocks[at], isSafe),
                    LineHash = hashes?.GetValueOrDefault(range.Start.Line),
                    SentenceHash = linter.WithFingerprints
                        ? Fingerprints.SentenceHash(RuleId, snippet, snippet, count)
                        : null,
                }
            );
        }

        if (analysis.IsValueCreated)
            analysis.Value.Dispose();
        return located;
    }

    // A line of a text that is broken at a width: it goes on in the next, or is what another began.
    private static bool IsFragment(string line) =>
        char.IsLower(line[0]) || !(char.IsLetterOrDigit(line[^1]) || ".!?…)]”’\"»".Contains(line[^1]));

    private static IReadOnlyList<LocatedFix> FixesOf(
        FixGate gate,
        RuleDescriptor rule,
        Severity severity,
        LineFact line,
        Block block,
        bool isSafe
    )
    {
        if (BlockExtent.Of(gate.Document, block) is not { } extent)
            return [];
        var judged = gate.Judge(
            new Diagnostic
            {
                Rule = rule,
                Severity = severity,
                CardSeverity = line.IsSentence ? Severity.Suggestion : rule.DefaultSeverity,
                Span = line.Span,
                Message = "",
                Fixes = [new Fix("Delete the line", isSafe, [new TextEdit(extent, "")])],
            }
        );
        return [.. judged.Fixes.Select(f => LocatedFix.Of(f, gate.Document.Source))];
    }

    private static Document? Read(SourceFile file, FileLinter linter)
    {
        try
        {
            return DocumentParser.Parse(
                file.Path,
                SourceText.FromBytes(Storage.InputFile.Read(file.FullPath, linter.MaxBytes)),
                linter.Reading
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
