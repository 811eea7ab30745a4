using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <summary>An event that news counts days and years from.</summary>
/// <param name="Id">A stable name.</param>
/// <param name="Name">The name that messages use.</param>
/// <param name="Start">The first day; of a recurring event, its first occurrence.</param>
/// <param name="End">The last day of an event that lasted, or null.</param>
/// <param name="Source">Where the date can be checked.</param>
public sealed record NewsEvent(string Id, string Name, DateOnly Start, DateOnly? End, string? Source)
{
    /// <summary>The days of an event that comes again and again, such as an election; empty for one that happened
    /// once.</summary>
    public IReadOnlyList<DateOnly> Occurrences { get; init; } = [];

    /// <summary>Whether nobody named it before it happened, by any of its names: a disaster, an attack. A plan was
    /// named before, and so was what happened to a place again.</summary>
    public bool IsUnforeseen { get; init; }

    /// <summary>Whether it comes again, so that a count alone does not date copy.</summary>
    public bool IsRecurring => Occurrences.Count > 0;
}

/// <summary>The dated events by id. Their names are the entries of the lexicon <see cref="LexiconName"/>, tagged with
/// the id.</summary>
/// <param name="events">The events.</param>
/// <param name="lexicon">Number of the lexicon of names in the automaton, or -1.</param>
public sealed class EventGazetteer(IReadOnlyDictionary<string, NewsEvent> events, int lexicon)
{
    /// <summary>Name of the lexicon that holds the events' names.</summary>
    public const string LexiconName = "events";

    /// <summary>A gazetteer without events.</summary>
    public static EventGazetteer Empty { get; } = new(new Dictionary<string, NewsEvent>(), -1);

    /// <summary>Number of the lexicon of names in the automaton.</summary>
    internal int Lexicon { get; } = lexicon;

    /// <summary>The events by id.</summary>
    public IReadOnlyDictionary<string, NewsEvent> Events { get; } = events;

    /// <summary>The event that a match names, or null.</summary>
    public NewsEvent? Of(in LexiconMatch match) =>
        match.Lexicon == Lexicon && match.Entry.Tag is { } id && Events.TryGetValue(id, out var found) ? found : null;
}
