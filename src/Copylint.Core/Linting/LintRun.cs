namespace Copylint.Linting;

/// <summary>A file to lint.</summary>
/// <param name="Path">The path that reports name, with forward slashes.</param>
/// <param name="FullPath">Where the file is.</param>
public sealed record SourceFile(string Path, string FullPath)
{
    /// <summary>Why it is not read, as was seen when it was found; null for files that are.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether it is a folder, which only one with a problem can be.</summary>
    public bool IsFolder { get; init; }
}

/// <summary>Lints many files on several threads. Reports come in the order of the files, whatever finishes first, and
/// only a few are held at a time.</summary>
public static class LintRun
{
    private const int HeldPerThread = 16;

    // On machines with a large cache the collector lets hundreds of megabytes pile up before it looks; nearly all of it
    // is one file's and dead.
    private const long GarbageBytes = 24 * 1024 * 1024;
    private const int FilesBetweenLooks = 16;

    /// <summary>Does something with each file and hands each result on, in order, on the calling thread.</summary>
    /// <param name="work">What is done; on several threads at once.</param>
    /// <param name="files">The files.</param>
    /// <param name="threads">Number of threads, at least one.</param>
    /// <param name="report">Receives each result.</param>
    /// <param name="cancellation">Stops the run between files.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static void Run<T>(
        Func<SourceFile, T> work,
        IReadOnlyList<SourceFile> files,
        int threads,
        Action<T> report,
        CancellationToken cancellation = default
    )
        where T : class
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        threads = Math.Min(threads, files.Count);
        var collected = 0L;
        if (threads <= 1)
        {
            for (var i = 0; i < files.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                report(work(files[i]));
                StaySmall(i, ref collected);
            }

            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var room = new SemaphoreSlim(threads * HeldPerThread);
        var finished = new Dictionary<int, T>();
        Exception? failure = null;
        var next = -1;
        var workers = new Thread[threads];
        for (var i = 0; i < threads; i++)
        {
            workers[i] = new Thread(Work) { IsBackground = true };
            workers[i].Start();
        }

        try
        {
            for (var i = 0; i < files.Count; i++)
            {
                T? done;
                lock (finished)
                {
                    while (!finished.Remove(i, out done))
                    {
                        if (failure is not null)
                            throw new InvalidOperationException(failure.Message, failure);
                        cancellation.ThrowIfCancellationRequested();
                        Monitor.Wait(finished, TimeSpan.FromSeconds(1));
                    }
                }

                report(done);
                room.Release();
                StaySmall(i, ref collected);
            }
        }
        finally
        {
            stop.Cancel();
            foreach (var worker in workers)
                worker.Join();
        }

        void Work()
        {
            try
            {
                while (true)
                {
                    room.Wait(stop.Token);
                    var index = Interlocked.Increment(ref next);
                    if (index >= files.Count)
                        return;
                    var done = work(files[index]);
                    lock (finished)
                    {
                        finished.Add(index, done);
                        Monitor.PulseAll(finished);
                    }
                }
            }
            catch (OperationCanceledException) { }
#pragma warning disable CA1031 // The calling thread rethrows it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                lock (finished)
                {
                    failure = exception;
                    Monitor.PulseAll(finished);
                }
            }
        }
    }

    private static void StaySmall(int index, ref long collected)
    {
        if (index % FilesBetweenLooks != FilesBetweenLooks - 1)
            return;
        var allocated = GC.GetTotalAllocatedBytes();
        if (allocated - collected < GarbageBytes)
            return;
        collected = allocated;
        GC.Collect(0, GCCollectionMode.Forced, blocking: true);
    }
}
