using System.Globalization;
using System.Runtime.CompilerServices;
using Copylint.Language;

namespace Copylint.Analysis.Figures;

/// <summary>The groups of words in <c>figure-words.txt</c> that decide how a figure is read.</summary>
internal static class FigureWords
{
    private static readonly Lazy<Dictionary<string, WordGroup>> Groups = new(() =>
        WordGroup.ReadAll("figure-words.txt")
    );

    private static readonly double[] PowerValues = [1e2, 1e3, 1e6, 1e9, 1e12, 1e5, 1e7, 12];

    private static readonly WordGroup[] Powers = Array.ConvertAll(PowerValues, p =>
        Of(string.Create(CultureInfo.InvariantCulture, $"power{p}"))
    );

    /// <summary>Before a number: about that many.</summary>
    public static WordGroup About { get; } = Of();

    /// <summary>Before a number: that many or more.</summary>
    public static WordGroup More { get; } = Of();

    /// <summary>Before a number: that many or fewer.</summary>
    public static WordGroup Less { get; } = Of();

    /// <summary>Behind a number: about that many.</summary>
    public static WordGroup AboutBehind { get; } = Of();

    /// <summary>Behind a number: that many or more.</summary>
    public static WordGroup MoreBehind { get; } = Of();

    /// <summary>Parts of a whole.</summary>
    public static WordGroup Fractions { get; } = Of();

    /// <summary>Before a number that is a label.</summary>
    public static WordGroup Labels { get; } = Of();

    /// <summary>Hundredths.</summary>
    public static WordGroup Percent { get; } = Of();

    /// <summary>Points, of a percentage or of anything.</summary>
    public static WordGroup Points { get; } = Of();

    /// <summary>Hundredths of a point.</summary>
    public static WordGroup BasisPoints { get; } = Of();

    /// <summary>The first half of the day.</summary>
    public static WordGroup BeforeNoon { get; } = Of();

    /// <summary>The second half of the day.</summary>
    public static WordGroup AfterNoon { get; } = Of();

    /// <summary>Behind a bare "m": it is metres.</summary>
    public static WordGroup MetreNouns { get; } = Of();

    /// <summary>Plurals without an s.</summary>
    public static WordGroup Plurals { get; } = Of();

    /// <summary>Between the ends of a range.</summary>
    public static WordGroup RangeWords { get; } = Of();

    /// <summary>What one power of ten can stand behind: "a hundred".</summary>
    public static WordGroup Single { get; } = Of();

    /// <summary>Behind "half": what there is half of.</summary>
    public static WordGroup HalfOf { get; } = Of();

    /// <summary>Behind the name of a part: "a third of".</summary>
    public static WordGroup PartOf { get; } = Of();

    /// <summary>The article of "two and a half".</summary>
    public static WordGroup Article { get; } = Of();

    /// <summary>Joins two parts of a number, or the ends of a range.</summary>
    public static WordGroup And { get; } = Of();

    /// <summary>Before a number below zero.</summary>
    public static WordGroup Minus { get; } = Of();

    /// <summary>Units that are other words where they stand apart from the number.</summary>
    public static WordGroup GluedUnits { get; } = Of();

    /// <summary>Letters that are no units where they are capitals.</summary>
    public static WordGroup SmallUnits { get; } = Of();

    /// <summary>What "million" and its like multiply the number before them by; 0 for any other word.</summary>
    public static double PowerOf(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < Powers.Length; i++)
        {
            if (Powers[i].Has(word))
                return PowerValues[i];
        }

        return 0;
    }

    private static WordGroup Of([CallerMemberName] string name = "") => Groups.Value[name];
}
