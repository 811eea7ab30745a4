using System.Diagnostics;

namespace Copylint.Cli.Output;

/// <summary>A line on standard error that says how far a long run is; nothing for a short one.</summary>
internal sealed class Progress(Terminal console, int total, bool enabled) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next = Patience;
    private int _done;
    private bool _shown;

    public void Advance()
    {
        _done++;
        if (!enabled || _clock.Elapsed < _next)
            return;
        _next = _clock.Elapsed + Interval;
        _shown = true;
        console.Error.Write($"\r{_done} of {total} files");
    }

    public void Dispose()
    {
        if (_shown)
            console.Error.Write("\r\u001b[K");
        _shown = false;
    }
}
