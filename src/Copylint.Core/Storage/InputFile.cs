using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Copylint.Storage;

/// <summary>Thrown for a file that is over the limit of what is read.</summary>
/// <param name="length">Its length in bytes.</param>
/// <param name="limit">The limit in bytes.</param>
internal sealed class FileTooLargeException(long length, long limit)
    : IOException($"the file has {InputFile.Words(length)}, more than the limit of {InputFile.Words(limit)}")
{
    /// <summary>Its length in bytes; of a file that grew, what was read.</summary>
    public long Length { get; } = length;
}

/// <summary>Thrown for what is no regular file, once links were followed.</summary>
/// <param name="kind">What it is.</param>
internal sealed class NotRegularFileException(FileKind kind)
    : IOException($"not a regular file but {FileKinds.Name(kind)}");

/// <summary>
/// The one reader of inputs: articles, configuration, cards, baselines and logs. Only regular files are read, links
/// followed, and only up to a limit: a pipe would
/// wait for ever, and a device has no end.
/// </summary>
internal static class InputFile
{
    private static readonly string[] Units = ["bytes", "KB", "MB", "GB"];

    // Bytes to begin with where the length is not said.
    private const int Unknown = 4096;

    /// <summary>1 MB: a configuration of that size was written by nobody.</summary>
    public const long MaxConfiguration = 1 << 20;

    /// <summary>16 MB: word lists of packs have tens of thousands of lines.</summary>
    public const long MaxCard = 16 << 20;

    /// <summary>1 GB: logs and baselines of the largest runs; what is larger does not fit into one array of bytes with
    /// room to work.</summary>
    public const long MaxLog = 1 << 30;

    /// <summary>Reads a file.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="limit">The most bytes.</param>
    /// <exception cref="NotRegularFileException">It is a pipe, a device, a socket or a folder.</exception>
    /// <exception cref="FileTooLargeException">It is larger.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no permission to.</exception>
    public static byte[] Read(string path, long limit)
    {
        RequireRegular(path);
        using var file = File.OpenHandle(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            FileOptions.SequentialScan
        );
        var length = RandomAccess.GetLength(file);
        if (length > limit)
            throw new FileTooLargeException(length, limit);
        // Files of the system say 0 and have more; some of them wait for what is still to come.
        if (length == 0)
            Descriptors.NeverWait(file);
        var bytes = new byte[length > 0 ? length : Unknown];
        var count = 0;
        int read;
        while ((read = ReadSome(file, bytes.AsSpan(count), count)) > 0)
        {
            count += read;
            if (count == length)
                break;
            if (count > limit)
                throw new FileTooLargeException(count, limit);
            if (count == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(bytes.Length * 2L, limit + 1));
        }

        return count == bytes.Length ? bytes : bytes[..count];
    }

    private static int ReadSome(SafeFileHandle file, Span<byte> into, long offset)
    {
        try
        {
            return RandomAccess.Read(file, into, offset);
        }
        catch (IOException exception) when (Descriptors.WouldWait(exception))
        {
            throw new IOException("not a regular file: it would wait for what is still to come", exception);
        }
    }

    /// <summary>Reads a file as text, by its byte-order mark or else as UTF-8.</summary>
    /// <inheritdoc cref="Read"/>
    public static string ReadText(string path, long limit)
    {
        using var reader = new StreamReader(new MemoryStream(Read(path, limit)), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>A length as people read it: in bytes, KB, MB or GB, whichever gives a number of one to four
    /// digits.</summary>
    public static string Words(long length)
    {
        var unit = 0;
        double number = length;
        for (; number >= 1024 && unit < Units.Length - 1; unit++)
            number /= 1024;
        return number.ToString(unit == 0 ? "0" : "0.#", System.Globalization.CultureInfo.InvariantCulture)
            + " "
            + Units[unit];
    }

    private static void RequireRegular(string path)
    {
        // What is not there is told by opening it, with the system's own words.
        if (FileKinds.Of(path) is not (FileKind.Regular or FileKind.None) and var kind)
            throw new NotRegularFileException(kind);
    }
}
