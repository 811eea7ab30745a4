using System.Security.Cryptography;

namespace Copylint.Storage;

/// <summary>
/// A file of a cache, written by <see cref="AtomicFile"/>, that begins with a checksum: a crash, a full disk or another
/// run at the same time costs an entry,
/// never gives a wrong one.
/// </summary>
internal static class CheckedFile
{
    private const int ChecksumLength = 16;

    /// <summary>The content; null when there is no file, links apart, that can be read whole.</summary>
    public static ReadOnlyMemory<byte>? Read(string path)
    {
        try
        {
            if (!File.Exists(path) || new FileInfo(path).LinkTarget is not null)
                return null;
            var bytes = InputFile.Read(path, InputFile.MaxLog);
            return
                bytes.Length >= ChecksumLength
                && Checksum(bytes.AsSpan(ChecksumLength)).SequenceEqual(bytes.AsSpan(0, ChecksumLength))
                ? new ReadOnlyMemory<byte>(bytes, ChecksumLength, bytes.Length - ChecksumLength)
                : (ReadOnlyMemory<byte>?)null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes the content and makes the folder; what cannot be written is left out.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = AtomicFile.Create(path, followsLinks: false);
            file.Write(Checksum(content));
            file.Write(content);
            file.Commit();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A cache is a help, not a need.
        }
    }

    /// <summary>Deletes a file, unless another run has it open or has deleted it.</summary>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A cache is a help, not a need.
        }
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> content) =>
        SHA256.HashData(content).AsSpan(0, ChecksumLength);
}
