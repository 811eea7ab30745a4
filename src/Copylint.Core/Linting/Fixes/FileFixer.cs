using Copylint.Storage;
using Copylint.Text;

namespace Copylint.Linting.Fixes;

/// <summary>Fixes files of the disk, or shows what would be fixed.</summary>
/// <param name="linter">Lints one file.</param>
/// <param name="includeUnsafe">Whether fixes that need a look are applied too.</param>
/// <param name="writes">Whether files are written; otherwise only the difference is made.</param>
/// <param name="judged">What was found by comparing files, by path; null for none.</param>
/// <param name="scope">Leaves of a report what is to be fixed; null for all. See <see cref="FixApplier.Fix"/>.</param>
public sealed class FileFixer(
    FileLinter linter,
    bool includeUnsafe,
    bool writes,
    IReadOnlyDictionary<string, FileReport>? judged = null,
    Func<FileReport, KeptLines?, FileReport>? scope = null
)
{
    /// <summary>Fixes one file. Never throws for what is wrong with it: that is told in
    /// <see cref="FixedFile.Problem"/>.</summary>
    public FixedFile Fix(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        byte[] bytes;
        if (file.Problem is not null)
            return new FixedFile(linter.Lint(file), 0, null, null);
        try
        {
            bytes = InputFile.Read(file.FullPath, linter.MaxBytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FixedFile(linter.Lint(file), 0, null, null);
        }

        return Fix(file.Path, file.FullPath, bytes);
    }

    /// <summary>Fixes bytes, and writes them to a path when there is one and files are written.</summary>
    /// <param name="path">The path that reports name.</param>
    /// <param name="fullPath">Where the file is, or null for standard input.</param>
    /// <param name="bytes">What was read.</param>
    public FixedFile Fix(string path, string? fullPath, byte[] bytes)
    {
        var result = FixApplier.Fix(linter, path, bytes, includeUnsafe, judged?.GetValueOrDefault(path), scope);
        var told = result.Log.ToString();
        if (result.Applied == 0)
            return new FixedFile(result.Report, 0, null, result.IsUndecodable ? Undecodable : null) { Told = told };
        if (!writes)
            return new FixedFile(
                result.Report,
                result.Applied,
                UnifiedDiff.Of(
                    path,
                    SourceText.FromBytes(bytes).Text,
                    SourceText.FromBytes(result.Bytes).Text,
                    result.Kept!
                ),
                null
            )
            {
                Told = told,
            };
        if (fullPath is null)
            return new FixedFile(result.Report, result.Applied, null, null)
            {
                Bytes = result.Bytes,
                Kept = result.Kept,
                Told = told,
            };
        try
        {
            return Write(fullPath, bytes, result.Bytes) is { } problem
                ? new FixedFile(linter.Lint(path, bytes), 0, null, problem)
                : new FixedFile(result.Report, result.Applied, null, null) { Kept = result.Kept, Told = told };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FixedFile(linter.Lint(path, bytes), 0, null, $"it cannot be written: {exception.Message}");
        }
    }

    private const string Undecodable = "its bytes are not valid in its encoding";

    // What cannot be decoded cannot be written back byte for byte.

    private static string? Write(string fullPath, byte[] before, byte[] after)
    {
        if (new FileInfo(AtomicFile.TargetOf(fullPath)).IsReadOnly)
            return "it is read-only";
        using var file = AtomicFile.Create(fullPath);
        file.Write(after);
        // An editor may save at any time: what stands there is read when nothing is left to do but the move.
        return file.Commit(toDisk: true, () => IsStill(file.Path, before)) ? null : "it was changed meanwhile";
    }

    private static bool IsStill(string path, byte[] before)
    {
        try
        {
            return InputFile.Read(path, before.LongLength).AsSpan().SequenceEqual(before);
        }
        catch (FileTooLargeException)
        {
            return false;
        }
    }
}

/// <summary>What became of a file that was to be fixed.</summary>
/// <param name="Report">What is left to find in it.</param>
/// <param name="Applied">Number of fixes.</param>
/// <param name="Difference">The unified difference when files are not written; null when there is none.</param>
/// <param name="Problem">Why the file was left alone, or null.</param>
public sealed record FixedFile(FileReport Report, int Applied, string? Difference, string? Problem)
{
    /// <summary>The lines that no fix touched; null when the file was not written.</summary>
    public KeptLines? Kept { get; init; }

    /// <summary>The bytes after all fixes where there is no file to write, as for standard input; null when nothing was
    /// fixed.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>What was changed and what was left, and why, in one line; empty when there is nothing to
    /// tell.</summary>
    public string Told { get; init; } = "";
}
