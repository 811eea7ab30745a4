using System.Security.Cryptography;
using System.Text;
using Copylint.Analysis;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Linting.Caching;
using Copylint.Linting.Corpus;
using Copylint.Linting.Fixes;
using Copylint.Linting.Suppressions;
using Copylint.Storage;
using Copylint.Text;

namespace Copylint.Linting;

/// <summary>Takes one file from its bytes to its report.</summary>
/// <param name="linter">The rules.</param>
/// <param name="withFingerprints">Whether reports need the hashes of files and findings.</param>
/// <param name="maxBytes">Files over this size are not analysed.</param>
/// <param name="reading">How files are read; the defaults when null.</param>
/// <param name="withFacts">Whether reports carry what a judgement over all files needs.</param>
/// <param name="cache">Where reports of unchanged files are found again, or null.</param>
public sealed class FileLinter(
    Linter linter,
    bool withFingerprints,
    long maxBytes = FileLinter.DefaultMaxBytes,
    ReadingOptions? reading = null,
    ResultCache? cache = null,
    bool withFacts = false
)
{
    /// <summary>16 MB.</summary>
    public const long DefaultMaxBytes = 16 * 1024 * 1024;

    /// <summary>Files over this size are not analysed.</summary>
    internal long MaxBytes => maxBytes;

    /// <summary>How long a file may take.</summary>
    public TimeSpan MaxTime { get; init; } = FileTime.Default;

    /// <summary>The most findings of one rule in a file that a report keeps; the others are only counted. Null where
    /// something is still to look at all of them: a baseline, changed lines, fixes, other shards.</summary>
    public int? MaxFindings { get; init; }

    /// <summary>The rules.</summary>
    internal Linter Linter => linter;

    /// <summary>Whether reports have the hashes of files and findings.</summary>
    internal bool WithFingerprints => withFingerprints;

    /// <summary>How files are read.</summary>
    internal ReadingOptions Reading { get; } = reading ?? ReadingOptions.Default;

    /// <summary>Lints a file of the disk. Never throws for what is wrong with the file: that becomes a
    /// diagnostic.</summary>
    /// <param name="file">The file.</param>
    public FileReport Lint(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Problem is not null)
            return Engine(file.Path, "CL0001", null, ("problem", file.Problem));
        byte[] bytes;
        try
        {
            bytes = InputFile.Read(file.FullPath, maxBytes);
        }
        catch (FileTooLargeException exception)
        {
            return TooLarge(file.Path, exception.Length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Engine(file.Path, "CL0001", null, ("problem", Reason(exception, file.FullPath)));
        }

        return Lint(file.Path, bytes);
    }

    /// <summary>Lints bytes in memory.</summary>
    /// <param name="path">The path that reports name; its ending tells the format.</param>
    /// <param name="bytes">The file.</param>
    public FileReport Lint(string path, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.LongLength > maxBytes)
            return TooLarge(path, bytes.LongLength);
        if (cache is null)
            return Fenced(path, () => Analyse(path, bytes));
        var key = cache.KeyOf(path, bytes);
        if (cache.Find(key, path) is { } known)
            return known;
        var report = Fenced(path, () => Analyse(path, bytes));
        if (!report.IsIncomplete)
            cache.Store(key, report);
        return report;
    }

    // Whatever a reader throws costs this file its findings, never the run.
    private FileReport Fenced(string path, Func<FileReport> analyse)
    {
        try
        {
            return analyse();
        }
#pragma warning disable CA1031
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            var problem =
                $"{exception.GetType().Name} ({exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}); please report this defect of Copylint with the file";
            return Engine(path, "CL0001", null, ("problem", problem)) with { IsIncomplete = true };
        }
    }

    /// <summary>Lints text in memory; places count in it as it is.</summary>
    /// <param name="path">The path that reports name; its ending tells the format.</param>
    /// <param name="text">The text.</param>
    public FileReport LintText(string path, string text)
    {
        var source = SourceText.FromText(text);
        return source.ByteLength > maxBytes
            ? TooLarge(path, source.ByteLength)
            : Fenced(path, () => Analyse(path, source, ArtifactOf(source, Encoding.UTF8.GetBytes(text))));
    }

    private FileReport Analyse(string path, byte[] bytes)
    {
        var source = SourceText.FromBytes(bytes);
        return Analyse(path, source, ArtifactOf(source, bytes));
    }

    private FileArtifact ArtifactOf(SourceText source, byte[] bytes) =>
        new(
            bytes.LongLength,
            source.Encoding,
            withFingerprints ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null
        );

    private FileReport Analyse(string path, SourceText source, FileArtifact artifact)
    {
        var time = new FileTime(MaxTime);
        if (IsBinary(source.Text))
            return Engine(
                path,
                "CL0006",
                artifact,
                ("problem", "the file holds NUL characters: it is no text and was not analysed")
            );
        using var analysis = new DocumentAnalysis(
            DocumentParser.Parse(path, source, Reading),
            linter.Catalog.Resources,
            linter.WantedLexicons
        )
        {
            Time = time,
        };
        var found = linter.Find(analysis);
        var isIncomplete = time.HasSlowPattern || time.IsOver;
        var facts = withFacts ? FileFacts.Of(analysis, path) : null;
        var suppressions = Suppression.Read(analysis.Document, linter.Catalog);
        var shown = new ShownFindings(found, suppressions, MaxFindings);
        var (left, suppressed) = Locate(analysis, path, shown);
        // Of what was not looked at to the end nobody knows whether a stet is of use.
        var own = isIncomplete || suppressions.Count == 0 ? [] : linter.Judge(analysis.Document, suppressions);
        if (own.Count > 0)
            left =
            [
                .. left.Concat(Locate(analysis, path, new ShownFindings(own, [], null)).Left)
                    .OrderBy(d => d.Range.Start),
            ];
        return new FileReport(path, left, artifact)
        {
            Facts = facts,
            Suppressed = suppressed,
            LeftOut = shown.LeftOut,
            IsIncomplete = isIncomplete,
        };
    }

    private static bool IsBinary(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 8192));
        return head.Count('\0') * 100 > head.Length;
    }

    // What is no UTF-8 in a name is read as a replacement character, and no file has that name.
    private static string Reason(Exception exception, string path) =>
        exception switch
        {
            FileNotFoundException or DirectoryNotFoundException when path.Contains('\uFFFD') =>
                "its name is not UTF-8, so that it cannot be opened: rename it",
            FileNotFoundException or DirectoryNotFoundException => "the file is gone",
            UnauthorizedAccessException => "no permission to read it",
            _ => exception.Message.TrimEnd('.'),
        };

    private FileReport TooLarge(string path, long length) =>
        Engine(path, "CL0005", null, ("size", InputFile.Words(length)), ("limit", InputFile.Words(maxBytes)));

    private FileReport Engine(string path, string id, FileArtifact? artifact, params (string, string?)[] arguments)
    {
        var diagnostic = linter.EngineDiagnostic(id, default, arguments);
        var start = new LinePosition(1, 1);
        return new FileReport(
            path,
            diagnostic is null
                ? []
                :
                [
                    new LocatedDiagnostic
                    {
                        Path = path,
                        Rule = diagnostic.Rule,
                        Severity = diagnostic.Severity,
                        Message = diagnostic.Message,
                        Range = new LineSpan(start, start),
                        Snippet = "",
                        Line = "",
                        SentenceHash = withFingerprints ? Fingerprints.SentenceHash(id, "", "", 1) : null,
                    },
                ],
            artifact
        );
    }

    private (List<LocatedDiagnostic> Left, List<LocatedDiagnostic> Suppressed) Locate(
        DocumentAnalysis analysis,
        string path,
        ShownFindings findings
    )
    {
        List<LocatedDiagnostic> left = [],
            suppressed = [];
        if (findings.Count == 0)
            return (left, suppressed);
        var places = new FindingPlaces(analysis, path, findings, withFingerprints);
        FixGate? gate = null;
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            if (!findings.IsShown(i))
            {
                if (findings.HasReasons)
                    places.Pass(finding);
                continue;
            }

            if (finding.Fixes.Count > 0)
                finding = (gate ??= new FixGate(analysis.Document, () => analysis)).Judge(finding);
            var located = places.Locate(finding);
            if (findings.ReasonOf(i) is { } reason)
                suppressed.Add(located with { Suppression = reason });
            else
                left.Add(located);
        }

        return (left, suppressed);
    }
}
