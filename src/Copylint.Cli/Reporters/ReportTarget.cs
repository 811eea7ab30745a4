using System.Text;

namespace Copylint.Cli.Reporters;

/// <summary>Where a report goes: standard output, or a file that appears only when it is complete.</summary>
internal sealed class ReportTarget : IDisposable
{
    private readonly string? _path;
    private readonly string? _temporary;
    private bool _committed;

    private ReportTarget(TextWriter writer, Stream stream, string? path, string? temporary)
    {
        Writer = writer;
        Stream = stream;
        _path = path;
        _temporary = temporary;
    }

    /// <summary>For text.</summary>
    public TextWriter Writer { get; }

    /// <summary>For bytes.</summary>
    public Stream Stream { get; }

    /// <summary>Whether the report goes to a file.</summary>
    public bool IsFile => _path is not null;

    /// <summary>Opens the target; the file is written beside its place and moved there at the end.</summary>
    public static ReportTarget Open(string? path, Terminal console)
    {
        if (path is null)
            return new ReportTarget(console.Output, new WriterStream(console.Output), null, null);
        var full = Path.GetFullPath(path, console.Folder);
        var temporary = full + $".{Environment.ProcessId}.tmp";
        try
        {
            var stream = File.Create(temporary);
            return new ReportTarget(new StreamWriter(stream, new UTF8Encoding(false)), stream, full, temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write '{path}': {exception.Message}");
        }
    }

    /// <summary>Puts the finished report in its place.</summary>
    public void Commit()
    {
        Writer.Flush();
        Stream.Flush();
        if (_path is null)
            return;
        Stream.Dispose();
        File.Move(_temporary!, _path, overwrite: true);
        _committed = true;
    }

    public void Dispose()
    {
        if (_path is null || _committed)
            return;
        Stream.Dispose();
        File.Delete(_temporary!);
    }

    /// <summary>UTF-8 bytes on their way to a text writer.</summary>
    private sealed class WriterStream(TextWriter writer) : Stream
    {
        private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => writer.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var characters = new char[_decoder.GetCharCount(buffer, flush: false)];
            _decoder.GetChars(buffer, characters, flush: false);
            writer.Write(characters);
        }
    }
}
