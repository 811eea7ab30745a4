namespace Copylint.Analysis;

/// <summary>
/// The time that one file may take: all of it together, and each pattern of a card by itself. Held by the file's
/// analysis and used by its thread.
/// </summary>
public sealed class FileTime
{
    /// <summary>30 seconds; an article takes some milliseconds, the longest page of the samples 0.1 s.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(30);

    // A pattern that ran out of time twice in a file will do so on each of its sentences. Guarded in PatternTimeTests:
    // 2 of 40 sentences are tried.
    private const int MaxTimeOuts = 2;

    // One that finishes each time, but slowly, has as long as four time-outs.
    private static readonly TimeSpan SlowLimit = TimeSpan.FromSeconds(1);

    private readonly long _end;
    private Dictionary<object, PatternTime>? _slow;

    /// <summary>Starts now.</summary>
    /// <param name="limit">How long the file may take.</param>
    public FileTime(TimeSpan limit)
    {
        Limit = limit;
        _end = Environment.TickCount64 + (long)limit.TotalMilliseconds;
    }

    /// <summary>How long the file may take.</summary>
    public TimeSpan Limit { get; }

    /// <summary>Whether it took longer. What was found until then is a part.</summary>
    public bool IsOver => Environment.TickCount64 > _end;

    /// <summary>Whether a pattern ran out of its time, so that something may be missing.</summary>
    internal bool HasSlowPattern { get; private set; }

    /// <summary>Whether a pattern is not tried any more in this file.</summary>
    internal bool IsGivenUp(object pattern) =>
        _slow is not null
        && _slow.TryGetValue(pattern, out var time)
        && (time.TimeOuts >= MaxTimeOuts || time.Spent > SlowLimit);

    /// <summary>Counts a match that took long.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="spent">How long it took.</param>
    /// <param name="hasTimedOut">Whether it was stopped.</param>
    internal void Count(object pattern, TimeSpan spent, bool hasTimedOut)
    {
        var before = (_slow ??= []).GetValueOrDefault(pattern);
        _slow[pattern] = new PatternTime(before.TimeOuts + (hasTimedOut ? 1 : 0), before.Spent + spent);
        HasSlowPattern |= hasTimedOut || IsGivenUp(pattern);
    }

    private readonly record struct PatternTime(int TimeOuts, TimeSpan Spent);
}
