using System.Text;
using Copylint.Diagnostics;
using Copylint.Matchers;
using Copylint.Text;

namespace Copylint.Linting.Fixes;

/// <summary>
/// Applies fixes to the bytes of a file. Bytes outside the edits are copied as they are, so encoding, byte-order mark and line ends stay. Of two fixes that overlap the one that
/// begins first, and of these the longer one, is applied; the other waits for the next round.
/// </summary>
public static class FixApplier
{
    /// <summary>Rounds after which what still asks for a fix is left as it is.</summary>
    public const int MaxRounds = 12;

    /// <summary>Lints and fixes a file until nothing more can be fixed.</summary>
    /// <param name="linter">Lints one file.</param>
    /// <param name="path">The path that reports name.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="includeUnsafe">Whether fixes that need a look are applied too.</param>
    /// <param name="judged">What was found by comparing the file with others; its fixes are applied in the first round.</param>
    /// <param name="scope">Leaves of a report what is to be fixed, by the lines that no fix touched so far, null before the first; null for all.</param>
    /// <returns>The bytes after all fixes, the report of what is left, and the number of fixes.</returns>
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
        var applied = 0;
        KeptLines? kept = null;
        var source = SourceText.FromBytes(bytes);
        for (var round = 0; round < MaxRounds; round++)
        {
            // What cannot be decoded cannot be written back byte for byte.
            if (source.InvalidSequences.Count > 0)
                break;
            var asking =
                round == 0 && judged is not null
                    ? report with
                    {
                        Diagnostics = [.. report.Diagnostics, .. judged.Diagnostics],
                    }
                    : report;
            var edits = Choose(
                source,
                (scope is null ? asking : scope(asking, kept)).Diagnostics,
                includeUnsafe,
                out var fixes
            );
            if (fixes == 0)
                break;
            applied += fixes;
            bytes = Apply(source, bytes, edits);
            kept ??= new KeptLines(source.Text);
            var next = SourceText.FromBytes(bytes);
            kept.Follow(source.Text, next.Text, edits);
            source = next;
            report = linter.Lint(path, bytes);
        }

        return new FixResult(bytes, report, applied) { Kept = kept };
    }

    // The edits of as many fixes as fit beside each other, in order of place.
    private static List<(TextSpan Span, string NewText)> Choose(
        SourceText source,
        IReadOnlyList<LocatedDiagnostic> diagnostics,
        bool includeUnsafe,
        out int fixes
    )
    {
        var candidates = new List<List<(TextSpan Span, string NewText)>>();
        foreach (var diagnostic in diagnostics)
        {
            var fix = diagnostic.Fixes.FirstOrDefault(f => f.IsSafe)
                ?? (includeUnsafe && diagnostic.Fixes.Count > 0 ? diagnostic.Fixes[0] : null);
            if (fix is not null)
                candidates.Add([
                    .. fix
                        .Edits.Select(e =>
                            (
                                TextSpan.FromBounds(OffsetOf(source, e.Range.Start), OffsetOf(source, e.Range.End)),
                                e.NewText
                            )
                        )
                        .Where(e => !e.Item2.AsSpan().SequenceEqual(e.Item1.In(source.Text))),
                ]);
        }

        candidates.RemoveAll(c => c.Count == 0);
        candidates.Sort(
            (a, b) =>
                a[0].Span.Start != b[0].Span.Start
                    ? a[0].Span.Start.CompareTo(b[0].Span.Start)
                    : b[0].Span.Length.CompareTo(a[0].Span.Length)
        );
        var chosen = new List<(TextSpan Span, string NewText)>();
        fixes = 0;
        foreach (var candidate in candidates)
        {
            // Two rules that delete the same line are content with one deletion: it touches itself.
            if (candidate.Exists(edit => Touches(chosen, edit.Span)))
                continue;
            foreach (var edit in candidate)
            {
                var at = FirstEndingAt(chosen, edit.Span.Start);
                while (at < chosen.Count && chosen[at].Span.CompareTo(edit.Span) <= 0)
                    at++;
                chosen.Insert(at, edit);
            }

            fixes++;
        }

        return chosen;
    }

    private static bool Touches(List<(TextSpan Span, string NewText)> chosen, TextSpan span)
    {
        for (var i = FirstEndingAt(chosen, span.Start); i < chosen.Count && chosen[i].Span.Start <= span.End; i++)
        {
            if (Touch(chosen[i].Span, span))
                return true;
        }

        return false;
    }

    // The first edit that ends at a place or after it; edits are in order and none lies over another. Most are chosen from first to last, so it is nearly always the end of the list.
    private static int FirstEndingAt(List<(TextSpan Span, string NewText)> chosen, int place) =>
        Bisection.First(chosen.Count, i => chosen[i].Span.End >= place);

    private static bool Touch(TextSpan a, TextSpan b) =>
        a.Overlaps(b) || ((a.IsEmpty || b.IsEmpty) && a.Start <= b.End && b.Start <= a.End);

    private static int OffsetOf(SourceText source, LinePosition position) =>
        source.Lines.GetStart(position.Line) + position.Column - 1;

    private static byte[] Apply(SourceText source, byte[] bytes, List<(TextSpan Span, string NewText)> edits)
    {
        var encoding = source.Encoding switch
        {
            SourceEncoding.Utf16LittleEndian => new UnicodeEncoding(false, false),
            SourceEncoding.Utf16BigEndian => new UnicodeEncoding(true, false),
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
            result.Write(encoding.GetBytes(text));
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
}
