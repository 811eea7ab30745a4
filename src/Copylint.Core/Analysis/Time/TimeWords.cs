using Copylint.Calendar;
using Copylint.Storage;

namespace Copylint.Analysis.Time;

/// <summary>The groups of words in <c>time-words.txt</c> that decide how an expression of time is read; case does not
/// matter.</summary>
internal sealed class TimeWords
{
    private static readonly Lazy<Dictionary<string, TimeWords>> Groups = new(ReadGroups);

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;

    private TimeWords(string[] words)
    {
        Words = words;
        var places = new Dictionary<string, int>(words.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var word in words)
            places.TryAdd(word, places.Count);
        _words = places.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>After be or alone, with "to" or "for" after it: what is planned.</summary>
    public static TimeWords Prospective { get; } = Of("prospective");

    /// <summary>A noun or adjective that speaks of what is to come.</summary>
    public static TimeWords Pending { get; } = Of("pending");

    /// <summary>Verbs of planning.</summary>
    public static TimeWords Planning { get; } = Of("planning");

    /// <summary>Verbs whose infinitive tells what did happen: managed to.</summary>
    public static TimeWords Implicative { get; } = Of("implicative");

    /// <summary>Verbs that decide or announce: a time after their object can be the object's.</summary>
    public static TimeWords Deciding { get; } = Of("deciding");

    /// <summary>Verbs of a stretch or of paper.</summary>
    public static TimeWords Stretching { get; } = Of("stretching");

    /// <summary>Words of condition and wish.</summary>
    public static TimeWords Conditional { get; } = Of("conditional");

    /// <summary>Prepositions that look ahead or give an end.</summary>
    public static TimeWords ProspectivePrepositions { get; } = Of("prospective-prepositions");

    /// <summary>Verbs whose object is followed by a participle: wants the school closed.</summary>
    public static TimeWords Causative { get; } = Of("causative");

    /// <summary>Verbs of the present that schedule.</summary>
    public static TimeWords Scheduling { get; } = Of("scheduling");

    /// <summary>Nouns of what is counted: before them four digits are a number, no year.</summary>
    public static TimeWords Counted { get; } = Of("counted");

    /// <summary>What a bare month stands behind.</summary>
    public static TimeWords BeforeMonth { get; } = Of("before-month");

    /// <summary>Quantities without a number: several days.</summary>
    public static TimeWords Vague { get; } = Of("vague");

    /// <summary>What a length without any quantity stands behind: for years.</summary>
    public static TimeWords BeforeLength { get; } = Of("before-length");

    /// <summary>Before an office: its holder no longer holds it, or not yet.</summary>
    public static TimeWords LookingBack { get; } = Of("looking-back");

    /// <summary>Before an office: its term is over.</summary>
    public static TimeWords Former { get; } = Of("former");

    /// <summary>Before an office: its term may never come.</summary>
    public static TimeWords Imagining { get; } = Of("imagining");

    /// <summary>Forms of have and will that speak of now.</summary>
    public static TimeWords PresentAuxiliaries { get; } = Of("present-auxiliaries");

    /// <summary>What one is called only while a race is on: first titles of groups of offices.</summary>
    public static TimeWords PassingTitles { get; } = Of("passing-titles");

    /// <summary>Before a unit or name of time: the one before now.</summary>
    public static TimeWords Back { get; } = Of("back");

    /// <summary>Before a unit or name of time: the one after now.</summary>
    public static TimeWords Forth { get; } = Of("forth");

    /// <summary>Before an amount of a year that is over: up from 20 in 1988.</summary>
    public static TimeWords Comparing { get; } = Of("comparing");

    /// <summary>The preposition that puts a verb into a month or year.</summary>
    public static TimeWords In { get; } = Of("in");

    /// <summary>Units between an amount and its year.</summary>
    public static TimeWords AmountUnits { get; } = Of("amount-units");

    /// <summary>Parts of the day.</summary>
    public static TimeWords DayParts { get; } = Of("day-parts");

    /// <summary>Decades of the twentieth century from the twenties on.</summary>
    public static TimeWords Decades { get; } = Of("decades");

    private static readonly TimeWords[] Units = Array.ConvertAll(Enum.GetNames<TimeUnit>(), name =>
        Of("unit-" + name.ToLowerInvariant())
    );

    /// <summary>The unit that a word names, or null; minutes count as hours.</summary>
    public static TimeUnit? UnitOf(ReadOnlySpan<char> word)
    {
        for (var unit = 0; unit < Units.Length; unit++)
        {
            if (Units[unit].Has(word))
                return (TimeUnit)unit;
        }

        return null;
    }

    /// <summary>The words.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Whether a word is one of the group.</summary>
    public bool Has(ReadOnlySpan<char> word) => _words.ContainsKey(word);

    /// <summary>The place of a word in its group, or -1.</summary>
    public int IndexOf(ReadOnlySpan<char> word) => _words.TryGetValue(word, out var place) ? place : -1;

    private static TimeWords Of(string name) => Groups.Value[name];

    private static Dictionary<string, TimeWords> ReadGroups()
    {
        var groups = new Dictionary<string, TimeWords>(StringComparer.Ordinal);
        foreach (var line in EmbeddedRows.Of("time-words.txt"))
        {
            var colon = line.IndexOf(':');
            groups.Add(
                line[..colon],
                new TimeWords(
                    line[(colon + 1)..]
                        .Split(
                            line.Contains(',') ? ',' : ' ',
                            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                        )
                )
            );
        }

        return groups;
    }
}
