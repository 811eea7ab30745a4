using System.Text;
using Copylint.Diagnostics;
using Copylint.Git;
using Copylint.Storage;

namespace Copylint.Cli.Output;

/// <summary>Where a report goes: standard output, or a file that appears only when it is complete.</summary>
internal sealed class ReportTarget : IDisposable
{
    private readonly AtomicFile? _file;

    private ReportTarget(TextWriter writer, Stream stream, AtomicFile? file)
    {
        Writer = writer;
        Stream = stream;
        _file = file;
    }

    /// <summary>For text.</summary>
    public TextWriter Writer { get; }

    /// <summary>For bytes.</summary>
    public Stream Stream { get; }

    /// <summary>Whether the report goes to a file.</summary>
    public bool IsFile => _file is not null;

    /// <summary>Opens the target.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static ReportTarget Open(string? path, Terminal console)
    {
        if (path is null)
            return new ReportTarget(console.Output, new WriterStream(console.Output), null);
        try
        {
            var full = Path.GetFullPath(path, console.Folder);
            RequireInside(full, path, console.Folder);
            if (Path.GetDirectoryName(AtomicFile.TargetOf(full)) is { } folder && Directory.Exists(folder))
                TemporaryFiles.Sweep(folder);
            var file = AtomicFile.Create(full);
            return new ReportTarget(new StreamWriter(file, new UTF8Encoding(false)), file, file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write '{path}': {exception.Message}");
        }
    }

    // A link that lies in the tree is the tree's own: what stands under a well-known name, such as that of the
    // baseline, may lead anywhere. Links elsewhere, such as /dev/stdout, are the user's.
    private static void RequireInside(string full, string path, string folder)
    {
        var root = RepositoryRoot.Of(folder);
        if (RealPath.IsWithin(root, full) && !RealPath.IsInside(root, full))
            throw new UsageException($"cannot write '{path}': a link leads out of the repository");
    }

    /// <summary>Puts the finished report in its place.</summary>
    public void Commit()
    {
        Writer.Flush();
        Stream.Flush();
        _file?.Commit();
    }

    public void Dispose() => _file?.Dispose();

    /// <summary>UTF-8 bytes on their way to a text writer.</summary>
    private sealed class WriterStream(TextWriter writer) : WriteOnlyStream
    {
        private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

        public override void Flush() => writer.Flush();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var characters = new char[_decoder.GetCharCount(buffer, flush: false)];
            _decoder.GetChars(buffer, characters, flush: false);
            writer.Write(characters);
        }
    }
}
