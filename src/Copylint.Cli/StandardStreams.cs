using System.Text;
using Copylint.Storage;
using Microsoft.Win32.SafeHandles;

namespace Copylint.Cli;

/// <summary>
/// The streams that whoever starts the program gives it: any of them may be closed. The number of a closed one goes to
/// the next file that is opened, such as a pipe of the runtime or a file that is being fixed, and what is read and
/// written under that number then is theirs.
/// </summary>
internal sealed class StandardStreams : IDisposable
{
    // What is said on standard error is flushed line by line.
    private const int LineLength = 256;

    private readonly List<SafeFileHandle> _inPlace = [];
    private readonly bool _hasInput;
    private readonly bool _hasOutput;
    private readonly ErrorStream _error;

    /// <summary>Looks which streams there are, and puts the null device where there is none. To be made before any file
    /// is opened.</summary>
    public StandardStreams()
    {
        // In this order, since a file takes the lowest number that is free.
        _hasInput = IsGiven(0);
        _hasOutput = IsGiven(1);
        _error = new ErrorStream(IsGiven(2) ? new GuardedStream(Console.OpenStandardError()) : Stream.Null);
        Error = TextWriter.Synchronized(
            new StreamWriter(_error, new UTF8Encoding(false), LineLength) { AutoFlush = true }
        );
    }

    /// <summary>Standard error. What cannot be said there is not said: the exit code still tells.</summary>
    public TextWriter Error { get; }

    /// <summary>Opens standard input.</summary>
    /// <exception cref="IOException">There is none.</exception>
    public Stream OpenInput() => _hasInput ? Console.OpenStandardInput() : throw new IOException("it is closed");

    /// <summary>Opens standard output; where there is none, writing to it fails.</summary>
    public Stream OpenOutput() => new GuardedStream(_hasOutput ? Console.OpenStandardOutput() : null);

    /// <summary>Says a line on standard error, and lets nothing follow it.</summary>
    public void SayLast(string line) => _error.WriteLast(Encoding.UTF8.GetBytes(line + "\n"));

    /// <inheritdoc/>
    public void Dispose()
    {
        Error.Dispose();
        _inPlace.ForEach(h => h.Dispose());
    }

    private bool IsGiven(int descriptor)
    {
        if (OperatingSystem.IsWindows())
            return true;
        if (!Descriptors.IsOpen(descriptor))
            _inPlace.Add(File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite));
        return Descriptors.IsInherited(descriptor);
    }

    /// <summary>Says in its own words why nothing can be written: a descriptor may be closed, or open for reading
    /// alone.</summary>
    private sealed class GuardedStream(Stream? inner) : WriteOnlyStream
    {
        public override void Flush() => inner?.Flush();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (inner is null)
                throw new IOException("standard output is closed");
            try
            {
                inner.Write(buffer);
            }
            catch (UnauthorizedAccessException exception)
            {
                throw new IOException("standard output is not open for writing", exception);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner?.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class ErrorStream(Stream inner) : WriteOnlyStream
    {
        // A reader that takes nothing holds up whoever writes, but not the end of the program.
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

        private readonly Lock _turn = new();
        private bool _isSilent;

        public override void Flush() { }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            lock (_turn)
            {
                if (!_isSilent)
                    TryWrite(buffer);
            }
        }

        public void WriteLast(ReadOnlySpan<byte> buffer)
        {
            if (!_turn.TryEnter(Patience))
                return;
            _isSilent = true;
            TryWrite(buffer);
            _turn.Exit();
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }

        private void TryWrite(ReadOnlySpan<byte> buffer)
        {
            try
            {
                inner.Write(buffer);
                inner.Flush();
            }
            catch (IOException)
            {
                // There is no other place to tell it.
            }
        }
    }
}
