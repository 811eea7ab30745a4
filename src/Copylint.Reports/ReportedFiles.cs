using System.Security.Cryptography;
using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Linting;
using Copylint.Storage;
using Copylint.Text;

namespace Copylint.Reports;

/// <summary>Reads files again for reports that show more of them than the findings hold. Their places are right only in
/// what was linted, so a file that was changed meanwhile is not shown.</summary>
/// <param name="folder">The folder that paths start from.</param>
/// <param name="readingOf">How a file is read.</param>
/// <param name="input">The name and bytes of standard input, or null when files were linted.</param>
public sealed class ReportedFiles(
    string folder,
    Func<string, ReadingOptions> readingOf,
    (string Path, byte[] Bytes)? input
)
{
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);

    /// <summary>The text of a file as it was linted; null when it was not, is gone or was changed meanwhile.</summary>
    public SourceText? Read(FileReport report)
    {
        if (report.Artifact is { Sha256: { } own })
            _hashes[report.Path] = own;
        if (!_hashes.TryGetValue(report.Path, out var hash))
            return null;
        try
        {
            var bytes =
                input is { } given && given.Path == report.Path
                    ? given.Bytes
                    : InputFile.Read(Path.GetFullPath(report.Path, folder), InputFile.MaxLog);
            return Convert.ToHexStringLower(SHA256.HashData(bytes)) == hash ? SourceText.FromBytes(bytes) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The document in a file as it was linted; null when it was not, is gone or was changed
    /// meanwhile.</summary>
    public Document? ReadDocument(FileReport report) =>
        Read(report) is { } source ? DocumentParser.Parse(report.Path, source, readingOf(report.Path)) : null;
}
