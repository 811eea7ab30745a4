using System.Runtime.CompilerServices;
using Copylint.Calendar;
using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <summary>The groups of words in <c>time-words.txt</c> that decide how an expression of time is read; case does not
/// matter.</summary>
internal static class TimeWords
{
    private static readonly Lazy<Dictionary<string, WordGroup>> Groups = new(() => WordGroup.ReadAll("time-words.txt"));

    /// <summary>After be or alone, with "to" or "for" after it: what is planned.</summary>
    public static WordGroup Prospective { get; } = Of();

    /// <summary>A noun or adjective that speaks of what is to come.</summary>
    public static WordGroup Pending { get; } = Of();

    /// <summary>Verbs of planning.</summary>
    public static WordGroup Planning { get; } = Of();

    /// <summary>Verbs whose infinitive tells what did happen: managed to.</summary>
    public static WordGroup Implicative { get; } = Of();

    /// <summary>Verbs that decide or announce: a time after their object can be the object's.</summary>
    public static WordGroup Deciding { get; } = Of();

    /// <summary>Verbs of a stretch or of paper.</summary>
    public static WordGroup Stretching { get; } = Of();

    /// <summary>Words of condition and wish.</summary>
    public static WordGroup Conditional { get; } = Of();

    /// <summary>Prepositions that look ahead or give an end.</summary>
    public static WordGroup ProspectivePrepositions { get; } = Of();

    /// <summary>Verbs whose object is followed by a participle: wants the school closed.</summary>
    public static WordGroup Causative { get; } = Of();

    /// <summary>Verbs of the present that schedule.</summary>
    public static WordGroup Scheduling { get; } = Of();

    /// <summary>Nouns of what is counted: before them four digits are a number, no year.</summary>
    public static WordGroup Counted { get; } = Of();

    /// <summary>What a bare month stands behind.</summary>
    public static WordGroup BeforeMonth { get; } = Of();

    /// <summary>Quantities without a number: several days.</summary>
    public static WordGroup Vague { get; } = Of();

    /// <summary>What a length without any quantity stands behind: for years.</summary>
    public static WordGroup BeforeLength { get; } = Of();

    /// <summary>Before an office: its holder no longer holds it, or not yet.</summary>
    public static WordGroup LookingBack { get; } = Of();

    /// <summary>Before an office: its term is over.</summary>
    public static WordGroup Former { get; } = Of();

    /// <summary>Before an office: its term may never come.</summary>
    public static WordGroup Imagining { get; } = Of();

    /// <summary>Forms of have and will that speak of now.</summary>
    public static WordGroup PresentAuxiliaries { get; } = Of();

    /// <summary>What one is called only while a race is on: first titles of groups of offices.</summary>
    public static WordGroup PassingTitles { get; } = Of();

    /// <summary>Before a unit or name of time: the one before now.</summary>
    public static WordGroup Back { get; } = Of();

    /// <summary>Before a unit or name of time: the one after now.</summary>
    public static WordGroup Forth { get; } = Of();

    /// <summary>Before an amount of a year that is over: up from 20 in 1988.</summary>
    public static WordGroup Comparing { get; } = Of();

    /// <summary>The preposition that puts a verb into a month or year.</summary>
    public static WordGroup In { get; } = Of();

    /// <summary>Units between an amount and its year.</summary>
    public static WordGroup AmountUnits { get; } = Of();

    /// <summary>Parts of the day.</summary>
    public static WordGroup DayParts { get; } = Of();

    /// <summary>Decades of the twentieth century from the twenties on.</summary>
    public static WordGroup Decades { get; } = Of();

    private static readonly WordGroup[] Units = Array.ConvertAll(Enum.GetNames<TimeUnit>(), name => Of("unit" + name));

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

    private static WordGroup Of([CallerMemberName] string name = "") => Groups.Value[name];
}
