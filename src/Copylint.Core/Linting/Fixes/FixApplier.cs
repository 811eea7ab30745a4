using System.Text;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Text;

namespace Copylint.Linting.Fixes;

/// <summary>
/// Applies fixes to the bytes of a file. Bytes outside the edits are copied as they are, so encoding, byte-order mark
/// and line ends stay. Of two fixes that overlap the one that
/// begins first, and of these the longer one, is applied; the other waits for the next round. Before a round counts,
/// its result is read again by <see cref="FixVerifier"/>.
/// </summary>
public static class FixApplier
{
    // Nobody's file needs as many; only fixes that ask for each other could.
    private const int MaxRounds = 1000;

    /// <summary>Lints and fixes a file until nothing more can be fixed.</summary>
    /// <param name="linter">Lints one file.</param>
    /// <param name="path">The path that reports name.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="includeUnsafe">Whether fixes that need a look are applied too.</param>
    /// <param name="judged">What was found by comparing the file with others; its fixes are applied in the first
    /// round.</param>
    /// <param name="scope">Leaves of a report what is to be fixed, by the lines that no fix touched so far, null before
    /// the first; null for all.</param>
    /// <returns>The bytes after all fixes, the report of what is left, and what was done.</returns>
    public static FixResult Fix(
        FileLinter linter,
        string path,
        byte[] bytes,
        bool includeUnsafe,
        FileReport? judged = null,
        Func<FileReport, KeptLines?, FileReport>? scope = null
    )
    {
        ArgumentNullException.ThrowIfNull(linter);
        ArgumentNullException.ThrowIfNull(bytes);
        var report = linter.Lint(path, bytes);
        var log = new FixLog();
        KeptLines? kept = null;
        var source = SourceText.FromBytes(bytes);
        var left = new LeftFixes();
        for (var round = 0; round < MaxRounds && source.InvalidSequences.Count == 0; round++)
        {
            var all =
                round == 0 && judged is not null
                    ? report with
                    {
                        Diagnostics = [.. report.Diagnostics, .. judged.Diagnostics],
                    }
                    : report;
            var asking = (scope is null ? all : scope(all, kept)).Diagnostics;
            if (round == 0)
                left.Protect(source, all.Diagnostics, asking);
            var candidates = Candidates(source, asking, includeUnsafe, left);
            var step = new FixRound(source, bytes, s => DocumentParser.Parse(path, s, linter.Reading), log);
            var chosen = step.Choose(candidates);
            if (chosen.Count == 0)
                break;
            var next = linter.Lint(path, step.Bytes);
            // A fix whose finding stands there still would be made again and again.
            if (left.AddFutile(chosen, step, next))
                continue;
            log.Add(chosen);
            kept ??= new KeptLines(source.Text);
            kept.Follow(source.Text, step.Source.Text, [.. step.Edits.Select(e => (e.Span, e.NewText))]);
            left.Follow(step.Edits);
            (bytes, source, report) = (step.Bytes, step.Source, next);
        }

        log.Leave(scope is null ? report : scope(report, kept), includeUnsafe);
        return new FixResult(bytes, report, log.Applied)
        {
            Kept = kept,
            Log = log,
            IsUndecodable = source.InvalidSequences.Count > 0,
        };
    }

    internal static List<CandidateFix> Candidates(
        SourceText source,
        IReadOnlyList<LocatedDiagnostic> diagnostics,
        bool includeUnsafe,
        LeftFixes left
    )
    {
        var candidates = new List<CandidateFix>();
        foreach (var diagnostic in diagnostics)
        {
            var fix = diagnostic.Fixes.FirstOrDefault(f => f.IsSafe)
                ?? (includeUnsafe && diagnostic.Fixes.Count > 0 ? diagnostic.Fixes[0] : null);
            if (fix is null)
                continue;
            var edits = fix
                .Edits.Select(e => new TextEdit(
                    TextSpan.FromBounds(OffsetOf(source, e.Range.Start), OffsetOf(source, e.Range.End)),
                    e.NewText
                ))
                .Where(e => !e.NewText.AsSpan().SequenceEqual(e.Span.In(source.Text)))
                .ToList();
            var place = TextSpan.FromBounds(
                OffsetOf(source, diagnostic.Range.Start),
                OffsetOf(source, diagnostic.Range.End)
            );
            var candidate = new CandidateFix(diagnostic, place, edits);
            if (edits.Count > 0 && !left.Holds(candidate))
                candidates.Add(candidate);
        }

        // What the file's encoding cannot write is no fix of it.
        if (source.Encoding == SourceEncoding.Windows1252)
            candidates.RemoveAll(c => c.Edits.Any(e => Windows1252.Encode(e.NewText) is null));
        candidates.Sort(
            (a, b) =>
                a.Edits[0].Span.Start != b.Edits[0].Span.Start
                    ? a.Edits[0].Span.Start.CompareTo(b.Edits[0].Span.Start)
                    : b.Edits[0].Span.Length.CompareTo(a.Edits[0].Span.Length)
        );
        return candidates;
    }

    private static int OffsetOf(SourceText source, LinePosition position) =>
        source.Lines.GetStart(position.Line) + position.Column - 1;

    internal static byte[] Apply(SourceText source, byte[] bytes, IReadOnlyList<TextEdit> edits)
    {
        var encoding = source.Encoding switch
        {
            SourceEncoding.Utf16LittleEndian => new UnicodeEncoding(false, false),
            SourceEncoding.Utf16BigEndian => new UnicodeEncoding(true, false),
            // One byte a character, as in Latin-1; what is written is encoded below.
            SourceEncoding.Windows1252 => System.Text.Encoding.Latin1,
            _ => (System.Text.Encoding)new UTF8Encoding(false),
        };
        var markLength = source.HasByteOrderMark
            ? source.Encoding == SourceEncoding.Utf8
                ? 3
                : 2
            : 0;
        using var result = new MemoryStream(bytes.Length);
        int at = 0,
            byteAt = markLength;
        result.Write(bytes, 0, markLength);
        foreach (var (span, text) in edits)
        {
            var before = encoding.GetByteCount(source.Text.AsSpan(at, span.Start - at));
            result.Write(bytes, byteAt, before);
            result.Write(
                source.Encoding == SourceEncoding.Windows1252 ? Windows1252.Encode(text) ?? [] : encoding.GetBytes(text)
            );
            byteAt += before + encoding.GetByteCount(span.In(source.Text));
            at = span.End;
        }

        result.Write(bytes, byteAt, bytes.Length - byteAt);
        return result.ToArray();
    }
}

/// <summary>A file after its fixes.</summary>
/// <param name="Bytes">The bytes; those that were given when nothing could be fixed.</param>
/// <param name="Report">What is left to find in them.</param>
/// <param name="Applied">Number of fixes that were applied.</param>
public sealed record FixResult(byte[] Bytes, FileReport Report, int Applied)
{
    /// <summary>The lines that no fix touched; null when none was applied.</summary>
    public KeptLines? Kept { get; init; }

    /// <summary>Whether the bytes cannot be decoded, so that they cannot be written back byte for byte.</summary>
    public bool IsUndecodable { get; init; }

    /// <summary>What was done, what was left, and why.</summary>
    public required FixLog Log { get; init; }
}
