using System.Collections.Frozen;
using Copylint.Storage;

namespace Copylint.Analysis.Time;

/// <summary>The groups of words in <c>time-words.txt</c> that decide how an expression of time is read; case does not
/// matter.</summary>
internal sealed class TimeWords
{
    private static readonly Lazy<Dictionary<string, TimeWords>> Groups = new(ReadGroups);

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    private TimeWords(IEnumerable<string> words) =>
        _words = words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

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

    /// <summary>Whether a word is one of the group.</summary>
    public bool Has(ReadOnlySpan<char> word) => _words.Contains(word);

    private static TimeWords Of(string name) => Groups.Value[name];

    private static Dictionary<string, TimeWords> ReadGroups()
    {
        var groups = new Dictionary<string, TimeWords>(StringComparer.Ordinal);
        foreach (var line in EmbeddedRows.Of("time-words.txt"))
        {
            var colon = line.IndexOf(':');
            groups.Add(
                line[..colon],
                new TimeWords(line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            );
        }

        return groups;
    }
}
