namespace Copylint.Storage;

/// <summary>
/// A file that stands in its place only when it is complete: it is written beside it and moved there, so that nobody
/// ever sees half of it, and a full disk leaves what was there. A link is
/// followed to what it points at. What is no regular file, such as a device or a pipe, is written as it is.
/// </summary>
internal sealed class AtomicFile : WriteOnlyStream
{
    private readonly FileStream _stream;
    private readonly string? _temporary;
    private bool _committed;

    private AtomicFile(FileStream stream, string path, string? temporary)
    {
        _stream = stream;
        Path = path;
        _temporary = temporary;
    }

    /// <summary>Where it will stand, links followed.</summary>
    public string Path { get; }

    /// <summary>The file that a path means, links followed.</summary>
    public static string TargetOf(string path) =>
        !IsDevice(path) && new FileInfo(path) is { LinkTarget: not null } link
            ? link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path
            : path;

    /// <summary>Starts a file.</summary>
    /// <param name="path">Where it will stand, as a full path.</param>
    /// <param name="followsLinks">Whether a link that stands there is followed; otherwise the file takes its
    /// place.</param>
    /// <exception cref="IOException">It cannot be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no permission to.</exception>
    public static AtomicFile Create(string path, bool followsLinks = true)
    {
        var target = followsLinks ? TargetOf(path) : path;
        if (Directory.Exists(target))
            throw new IOException("a folder has that name");
        if (followsLinks && File.Exists(target) && OpenSpecial(target) is { } special)
            return new AtomicFile(special, target, null);
        var temporary = TemporaryFiles.NameFor(target);
        TemporaryFiles.Begin(temporary);
        try
        {
            FileSteps.Reach(FileStep.Create, target);
            // The lock tells other runs that somebody still writes it.
            return new AtomicFile(
                new FileStream(
                    temporary,
                    FileMode.CreateNew,
                    FileAccess.Write,
                    OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None
                ),
                target,
                temporary
            );
        }
        catch
        {
            TemporaryFiles.End(temporary);
            throw;
        }
    }

    /// <summary>Puts the finished file in its place, with the permissions of the one that stood there.</summary>
    /// <param name="toDisk">Whether to wait until the disk has it, as for what cannot be made again.</param>
    /// <param name="stillHolds">Asked last, right before the file takes its place; null for no condition.</param>
    /// <returns>False when the condition did not hold: then nothing has changed.</returns>
    /// <exception cref="IOException">It cannot be written in full.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no permission to.</exception>
    public bool Commit(bool toDisk = false, Func<bool>? stillHolds = null)
    {
        Flush();
        if (_temporary is not null)
        {
            if (toDisk)
                _stream.Flush(flushToDisk: true);
            if (!OperatingSystem.IsWindows() && File.Exists(Path))
                File.SetUnixFileMode(_temporary, File.GetUnixFileMode(Path));
            FileSteps.Reach(FileStep.Compare, Path);
            if (stillHolds?.Invoke() == false)
                return false;
            FileSteps.Reach(FileStep.Move, Path);
            File.Move(_temporary, Path, overwrite: true);
            FileSteps.Reach(FileStep.Done, Path);
            _stream.Dispose();
            TemporaryFiles.End(_temporary);
        }

        _committed = true;
        return true;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        FileSteps.Reach(FileStep.Flush, Path);
        try
        {
            _stream.Flush();
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw TooLarge(exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        FileSteps.Reach(FileStep.Write, Path);
        try
        {
            _stream.Write(buffer);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw TooLarge(exception);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_committed)
        {
            _committed = true;
            try
            {
                _stream.Dispose();
            }
            catch (Exception exception) when (exception is IOException or ArgumentOutOfRangeException)
            {
                // What it could not write is thrown away.
            }

            if (_temporary is not null)
                TemporaryFiles.Discard(_temporary);
        }

        base.Dispose(disposing);
    }

    // Links such as /dev/stdout lead to what has no path.
    private static bool IsDevice(string path) => path.StartsWith("/dev/", StringComparison.Ordinal);

    // Opened for writing, so that a file that may not be changed is not replaced either. A pipe without a reader would
    // wait for ever.
    private static FileStream? OpenSpecial(string path)
    {
        var kind = FileKinds.Of(path);
        if (kind is FileKind.Pipe or FileKind.Socket && !IsDevice(path))
            throw new NotRegularFileException(kind);
        var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        if (!stream.CanSeek || IsDevice(path))
            return stream;
        stream.Dispose();
        return null;
    }

    // What .NET makes of a file that is larger than the disk or a quota allows.
    private static IOException TooLarge(ArgumentOutOfRangeException exception) =>
        new("the file is larger than the disk or a limit allows", exception);
}
