using System.Security.Cryptography;
using Copylint.Catalog;
using Copylint.Diagnostics;
using Copylint.Linting.Corpus;
using Copylint.Linting.Suppressions;
using Copylint.Storage;
using Copylint.Text;

namespace Copylint.Linting.Caching;

/// <summary>
/// Keeps the reports of files by the content of file, rules and settings, so that what did not change is not analysed
/// again. Entries are written beside their
/// place and moved there, and carry a checksum: a crash, a full disk or another run at the same time costs an entry,
/// never a wrong report. Safe for concurrent use.
/// </summary>
public sealed class ResultCache
{
    private static readonly TimeSpan KeptUnused = TimeSpan.FromDays(30);

    // Of a SHA-256 in hexadecimal.
    private const int KeyLength = 64;
    private const int PartLength = 2;

    private readonly string _folder;
    private readonly byte[] _context;
    private readonly RuleCatalog _catalog;

    /// <summary>Opens a cache, and makes its folder when an entry is first stored.</summary>
    /// <param name="folder">The folder, such as <c>.copylint/cache</c>.</param>
    /// <param name="linter">The rules and settings: reports are only found again under the same.</param>
    /// <param name="variant">What else decides a report: limits, formats, whether it has fingerprints, the build of the
    /// program.</param>
    public ResultCache(string folder, Linter linter, string variant)
    {
        ArgumentNullException.ThrowIfNull(linter);
        _folder = folder;
        _catalog = linter.Catalog;
        using var writer = new BinaryDataWriter();
        writer.Text(variant);
        writer.Text(typeof(ResultCache).Module.ModuleVersionId.ToString());
        writer.Array(linter.Catalog.ContentHash);
        writer.Number((int)linter.Settings.MinSeverity);
        writer.Texts([.. (linter.Settings.Only ?? new HashSet<string>()).Order(StringComparer.Ordinal)]);
        writer.Number(linter.Settings.Only is null ? 0 : 1);
        foreach (var (id, setting) in linter.Settings.Rules.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            writer.Text(id);
            writer.Number((int?)setting.Severity ?? -1);
            writer.Texts([
                .. setting
                    .Options.OrderBy(o => o.Key, StringComparer.Ordinal)
                    .SelectMany(o => new[] { o.Key, o.Value }),
            ]);
        }

        _context = SHA256.HashData(writer.ToArray());
    }

    /// <summary>Number of reports that were found.</summary>
    public int Hits { get; private set; }

    /// <summary>The key of a file's report.</summary>
    /// <param name="path">The path that reports name; its ending and a date in it matter.</param>
    /// <param name="bytes">The file.</param>
    internal string KeyOf(string path, ReadOnlySpan<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_context);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(path + "\n"));
        hash.AppendData(bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The stored report, or null when there is none that can be read whole.</summary>
    internal FileReport? Find(string key, string path)
    {
        try
        {
            if (PathOf(key) is not { } file || CheckedFile.Read(file) is not { } content)
                return null;
            var report = Read(content.Span, path);
            // The day of the last use tells what can go; one write a day is enough for that.
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > TimeSpan.FromDays(1))
                File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
            lock (_context)
                Hits++;
            return report;
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or UnauthorizedAccessException
                        or KeyNotFoundException
                        or ArgumentException
                        or InvalidDataException
            )
        {
            return null;
        }
    }

    /// <summary>Stores a report; one that cannot be stored is left out.</summary>
    internal void Store(string key, FileReport report)
    {
        if (PathOf(key) is { } file)
            CheckedFile.Write(file, Write(report));
    }

    /// <summary>
    /// Deletes what was not used for 30 days, and what crashed runs left behind: names of the cache's own form alone,
    /// and nothing behind a link. Looks at most once a
    /// day.
    /// </summary>
    public void Trim()
    {
        try
        {
            if (!Directory.Exists(_folder))
                return;
            var mark = Path.Combine(_folder, "trimmed");
            if (File.Exists(mark) && DateTime.UtcNow - File.GetLastWriteTimeUtc(mark) < TimeSpan.FromDays(1))
                return;
            WritePlain(mark, "");
            WritePlain(Path.Combine(_folder, ".gitignore"), "*\n");
            TemporaryFiles.Sweep(_folder);
            foreach (var part in Directory.EnumerateDirectories(_folder).Where(IsOwnPart))
            {
                TemporaryFiles.Sweep(part);
                foreach (var file in Directory.EnumerateFiles(part).Where(IsUnusedEntry))
                    CheckedFile.Delete(file);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The cache is a help, not a need.
        }
    }

    private static void WritePlain(string path, string text)
    {
        using var file = AtomicFile.Create(path, followsLinks: false);
        file.Write(System.Text.Encoding.UTF8.GetBytes(text));
        file.Commit();
    }

    private static bool IsOwnPart(string folder) =>
        IsHex(Path.GetFileName(folder), PartLength) && new DirectoryInfo(folder).LinkTarget is null;

    private static bool IsUnusedEntry(string file) =>
        IsHex(Path.GetFileName(file), KeyLength - PartLength)
        && new FileInfo(file) is { LinkTarget: null } entry
        && DateTime.UtcNow - entry.LastWriteTimeUtc > KeptUnused;

    private static bool IsHex(string name, int length) => name.Length == length && name.All(char.IsAsciiHexDigitLower);

    // Null where the part of the cache that it belongs to is a link.
    private string? PathOf(string key)
    {
        var part = Path.Combine(_folder, key[..PartLength]);
        return new DirectoryInfo(part).LinkTarget is null ? Path.Combine(part, key[PartLength..]) : null;
    }

    private static byte[] Write(FileReport report)
    {
        using var writer = new BinaryDataWriter();
        writer.Number(report.Artifact is null ? 0 : 1);
        if (report.Artifact is { } artifact)
        {
            writer.Array([artifact.Length]);
            writer.Number((int)artifact.Encoding);
            writer.Text(artifact.Sha256);
        }

        writer.Text(report.Facts?.Site);
        writer.Array(report.Facts is null ? [] : (LineFact[])[.. report.Facts.Lines]);
        Write(writer, report.Diagnostics);
        Write(writer, report.Suppressed);
        writer.Number(report.LeftOut.Count);
        foreach (var left in report.LeftOut)
        {
            writer.Text(left.RuleId);
            writer.Number(left.Count);
        }

        return writer.ToArray();
    }

    private static void Write(BinaryDataWriter writer, IReadOnlyList<LocatedDiagnostic> diagnostics)
    {
        writer.Number(diagnostics.Count);
        foreach (var diagnostic in diagnostics)
        {
            writer.Text(diagnostic.Rule.Id);
            writer.Number((int)diagnostic.Severity);
            writer.Text(diagnostic.Message);
            writer.Array([diagnostic.Range]);
            writer.Text(diagnostic.Snippet);
            writer.Text(diagnostic.Line);
            writer.Number(diagnostic.LineColumn);
            writer.Text(diagnostic.LineHash);
            writer.Text(diagnostic.SentenceHash);
            writer.Text(diagnostic.About?.Id);
            writer.Number(diagnostic.Suppression is null ? 0 : 1);
            writer.Text(diagnostic.Suppression?.Justification);
            writer.Number(diagnostic.Related.Count);
            foreach (var related in diagnostic.Related)
            {
                writer.Array([related.Range]);
                writer.Text(related.Message);
            }

            writer.Number(diagnostic.Fixes.Count);
            foreach (var fix in diagnostic.Fixes)
            {
                writer.Text(fix.Title);
                writer.Number(fix.IsSafe ? 1 : 0);
                writer.Text(fix.Caution);
                writer.Number(fix.Edits.Count);
                foreach (var edit in fix.Edits)
                {
                    writer.Array([edit.Range]);
                    writer.Text(edit.NewText);
                }
            }
        }
    }

    private FileReport Read(ReadOnlySpan<byte> content, string path)
    {
        var reader = new BinaryDataReader(content);
        var artifact =
            reader.Number() == 0
                ? null
                : new FileArtifact(reader.Array<long>()[0], (SourceEncoding)reader.Number(), reader.OptionalText());
        var site = reader.OptionalText();
        var lines = reader.Array<LineFact>();
        var diagnostics = ReadDiagnostics(ref reader, path);
        var suppressed = ReadDiagnostics(ref reader, path);
        var leftOut = new LeftOutFindings[reader.Number()];
        for (var i = 0; i < leftOut.Length; i++)
            leftOut[i] = new LeftOutFindings(reader.Text(), reader.Number());
        return new FileReport(path, diagnostics, artifact)
        {
            Suppressed = suppressed,
            LeftOut = leftOut,
            Facts = site is null ? null : new FileFacts(site, lines),
        };
    }

    private LocatedDiagnostic[] ReadDiagnostics(ref BinaryDataReader reader, string path)
    {
        var diagnostics = new LocatedDiagnostic[reader.Number()];
        for (var i = 0; i < diagnostics.Length; i++)
        {
            diagnostics[i] = new LocatedDiagnostic
            {
                Path = path,
                Rule = _catalog[reader.Text()].Descriptor,
                Severity = (Severity)reader.Number(),
                Message = reader.Text(),
                Range = reader.Array<LineSpan>()[0],
                Snippet = reader.Text(),
                Line = reader.Text(),
                LineColumn = reader.Number(),
                LineHash = reader.OptionalText(),
                SentenceHash = reader.OptionalText(),
                About = reader.OptionalText() is { } about ? _catalog[about].Descriptor : null,
                Suppression = ReadSuppression(ref reader),
                Related = ReadRelated(ref reader),
                Fixes = ReadFixes(ref reader),
            };
        }

        return diagnostics;
    }

    private static SuppressionReason? ReadSuppression(ref BinaryDataReader reader)
    {
        var isSuppressed = reader.Number() != 0;
        var justification = reader.OptionalText();
        return isSuppressed ? new SuppressionReason(justification) : null;
    }

    private static LocatedPlace[] ReadRelated(ref BinaryDataReader reader)
    {
        var related = new LocatedPlace[reader.Number()];
        for (var i = 0; i < related.Length; i++)
            related[i] = new LocatedPlace(reader.Array<LineSpan>()[0], reader.Text());
        return related;
    }

    private static LocatedFix[] ReadFixes(ref BinaryDataReader reader)
    {
        var fixes = new LocatedFix[reader.Number()];
        for (var i = 0; i < fixes.Length; i++)
        {
            var title = reader.Text();
            var isSafe = reader.Number() != 0;
            var caution = reader.OptionalText();
            var edits = new LocatedEdit[reader.Number()];
            for (var k = 0; k < edits.Length; k++)
                edits[k] = new LocatedEdit(reader.Array<LineSpan>()[0], reader.Text());
            fixes[i] = new LocatedFix(title, isSafe, edits) { Caution = caution };
        }

        return fixes;
    }
}
