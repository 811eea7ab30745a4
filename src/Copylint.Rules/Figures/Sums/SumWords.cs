using System.Runtime.CompilerServices;
using Copylint.Language;

namespace Copylint.Rules.Figures.Sums;

/// <summary>The groups of words in <c>sum-words.txt</c> that tell which figures belong to one sum.</summary>
internal static class SumWords
{
    private static readonly Lazy<Dictionary<string, WordGroup>> Groups = new(() =>
        WordGroup.ReadAll("sum-words.txt", typeof(SumWords).Assembly)
    );

    /// <summary>What rises and falls.</summary>
    public static WordGroup Changes { get; } = Of();

    /// <summary>What can stand between a sum and its result.</summary>
    public static WordGroup Links { get; } = Of();

    /// <summary>Before the first end of a change.</summary>
    public static WordGroup From { get; } = Of();

    /// <summary>Before its second end.</summary>
    public static WordGroup To { get; } = Of();

    /// <summary>The sum is of other figures than the two.</summary>
    public static WordGroup Adjusted { get; } = Of();

    /// <summary>Behind a percentage: it is one of each year.</summary>
    public static WordGroup Rates { get; } = Of();

    /// <summary>Behind a percentage: it is a share.</summary>
    public static WordGroup ShareOf { get; } = Of();

    /// <summary>Between a part and its whole.</summary>
    public static WordGroup PartOf { get; } = Of();

    /// <summary>Before that.</summary>
    public static WordGroup Out { get; } = Of();

    /// <summary>Before the whole.</summary>
    public static WordGroup Whole { get; } = Of();

    /// <summary>Before a whole that comes first.</summary>
    public static WordGroup OfWhole { get; } = Of();

    /// <summary>Before a figure that says the same again.</summary>
    public static WordGroup Or { get; } = Of();

    /// <summary>Before "half", where it is a fall.</summary>
    public static WordGroup ByHalf { get; } = Of();

    /// <summary>Right before a difference of temperature.</summary>
    public static WordGroup Difference { get; } = Of();

    /// <summary>In a sentence about differences of temperature.</summary>
    public static WordGroup Warmer { get; } = Of();

    /// <summary>Before "between", where it is no range.</summary>
    public static WordGroup Sides { get; } = Of();

    /// <summary>Behind a range that counts backwards.</summary>
    public static WordGroup Backwards { get; } = Of();

    /// <summary>Before a range.</summary>
    public static WordGroup Between { get; } = Of();

    /// <summary>Before a range of ages.</summary>
    public static WordGroup Ages { get; } = Of();

    /// <summary>Nouns of a margin.</summary>
    public static WordGroup Margins { get; } = Of();

    /// <summary>Between such a noun and its figure.</summary>
    public static WordGroup MarginOf { get; } = Of();

    /// <summary>What is counted in a vote.</summary>
    public static WordGroup Votes { get; } = Of();

    /// <summary>Before a difference.</summary>
    public static WordGroup By { get; } = Of();

    /// <summary>The majority is one to be reached.</summary>
    public static WordGroup Needed { get; } = Of();

    /// <summary>Between a length of time and its ends.</summary>
    public static WordGroup InAll { get; } = Of();

    /// <summary>Behind a length of time: it is one of each day.</summary>
    public static WordGroup Hourly { get; } = Of();

    /// <summary>A list of some of many.</summary>
    public static WordGroup Including { get; } = Of();

    /// <summary>Before an item of a list.</summary>
    public static WordGroup Articles { get; } = Of();

    /// <summary>Before the last item.</summary>
    public static WordGroup ListAnd { get; } = Of();

    /// <summary>Nouns of people.</summary>
    public static WordGroup Persons { get; } = Of();

    /// <summary>Small words inside names.</summary>
    public static WordGroup NameParticles { get; } = Of();

    /// <summary>Behind a sum: it is one of each.</summary>
    public static WordGroup Per { get; } = Of();

    /// <summary>Beside a figure these tell nothing.</summary>
    public static WordGroup Vague { get; } = Of();

    /// <summary>What headlines count and articles list.</summary>
    public static WordGroup Listed { get; } = Of();

    private static readonly double[] Times = [2, 3, 4, 5, 6, 7, 8, 10];

    private static readonly WordGroup[] TimesWords = Array.ConvertAll(Times, t => Of($"times{t:0}"));

    /// <summary>Made half as much.</summary>
    public static WordGroup Halved { get; } = Of();

    /// <summary>What a verb such as "tripled" multiplies by; 0 for any other word.</summary>
    public static double TimesOf(ReadOnlySpan<char> word)
    {
        if (Halved.Has(word))
            return 0.5;
        for (var i = 0; i < Times.Length; i++)
        {
            if (TimesWords[i].Has(word))
                return Times[i];
        }

        return 0;
    }

    private static WordGroup Of([CallerMemberName] string name = "") => Groups.Value[name];
}
