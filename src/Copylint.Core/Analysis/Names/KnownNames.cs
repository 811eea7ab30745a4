using Copylint.Language;

namespace Copylint.Analysis.Names;

/// <summary>
/// Names that are distinct though they can look alike, and the common words that stand capitalised too:
/// <c>known-names.txt</c> has countries with their people (C, D), states (U), towns (T), first names (F), surnames (L)
/// and others of the news (O); see <c>Data/NOTICE.txt</c> for the sources. Forms are folded.
/// </summary>
internal static class KnownNames
{
    private static readonly Lazy<SortedWords> Names = new(() => SortedWords.Of("known-names.txt"));

    /// <summary>Whether a form is a name that is known, or the plural of one.</summary>
    public static bool Has(ReadOnlySpan<char> form) => IsKnown(form, null);

    /// <summary>Whether a form is a frequent first name.</summary>
    public static bool IsFirstName(ReadOnlySpan<char> form) => IsOneOf(form, "F");

    /// <summary>Whether a form is a frequent surname.</summary>
    public static bool IsSurname(ReadOnlySpan<char> form) => IsOneOf(form, "L");

    /// <summary>Whether a form is a place, or the people or language of one.</summary>
    public static bool IsPlace(ReadOnlySpan<char> form) => IsKnown(form, "CDUT");

    private static bool IsKnown(ReadOnlySpan<char> form, string? groups) =>
        IsOneOf(form, groups) || (form is [.., 's'] && IsOneOf(form[..^1], groups));

    private static bool IsOneOf(ReadOnlySpan<char> form, string? groups)
    {
        var found = Names.Value.Find(form);
        if (groups is null)
            return found.Length > 0;
        foreach (var letter in found)
        {
            if (groups.Contains((char)letter))
                return true;
        }

        return false;
    }
}
