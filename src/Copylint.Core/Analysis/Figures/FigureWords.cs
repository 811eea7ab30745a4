using Copylint.Language;

namespace Copylint.Analysis.Figures;

/// <summary>The groups of words in <c>figure-words.txt</c> that decide how a figure is read.</summary>
internal static class FigureWords
{
    private static readonly Lazy<Dictionary<string, WordGroup>> Groups = new(() =>
        WordGroup.ReadAll("figure-words.txt")
    );

    private static readonly (WordGroup Words, double Value)[] Powers =
    [
        (Of("hundred"), 1e2),
        (Of("thousand"), 1e3),
        (Of("million"), 1e6),
        (Of("billion"), 1e9),
        (Of("trillion"), 1e12),
        (Of("lakh"), 1e5),
        (Of("crore"), 1e7),
        (Of("dozen"), 12),
    ];

    /// <summary>Before a number: about that many.</summary>
    public static WordGroup About { get; } = Of("about");

    /// <summary>Before a number: that many or more.</summary>
    public static WordGroup More { get; } = Of("more");

    /// <summary>Before a number: that many or fewer.</summary>
    public static WordGroup Less { get; } = Of("less");

    /// <summary>Behind a number: about that many.</summary>
    public static WordGroup AboutBehind { get; } = Of("about-behind");

    /// <summary>Behind a number: that many or more.</summary>
    public static WordGroup MoreBehind { get; } = Of("more-behind");

    /// <summary>Parts of a whole.</summary>
    public static WordGroup Fractions { get; } = Of("fractions");

    /// <summary>Before a number that is a label.</summary>
    public static WordGroup Labels { get; } = Of("labels");

    /// <summary>Hundredths.</summary>
    public static WordGroup Percent { get; } = Of("percent");

    /// <summary>Points, of a percentage or of anything.</summary>
    public static WordGroup Points { get; } = Of("points");

    /// <summary>Hundredths of a point.</summary>
    public static WordGroup BasisPoints { get; } = Of("basis-points");

    /// <summary>The first half of the day.</summary>
    public static WordGroup BeforeNoon { get; } = Of("before-noon");

    /// <summary>The second half of the day.</summary>
    public static WordGroup AfterNoon { get; } = Of("after-noon");

    /// <summary>Behind a bare "m": it is metres.</summary>
    public static WordGroup MetreNouns { get; } = Of("metre-nouns");

    /// <summary>Plurals without an s.</summary>
    public static WordGroup Plurals { get; } = Of("plurals");

    /// <summary>Between the ends of a range.</summary>
    public static WordGroup RangeWords { get; } = Of("range-words");

    /// <summary>What a word such as "million" or "bn" multiplies the number before it by; 0 for any other
    /// word.</summary>
    public static double PowerOf(ReadOnlySpan<char> word)
    {
        foreach (var (words, value) in Powers)
        {
            if (words.Has(word))
                return value;
        }

        return 0;
    }

    private static WordGroup Of(string name) => Groups.Value[name];
}
