namespace Copylint.Analysis.Names;

/// <summary>Names without case, accents and marks.</summary>
internal static class NameFolding
{
    /// <summary>The longest name that is folded.</summary>
    public const int MaxLength = 40;

    // What stands for the letters from À (U+00C0) to ž (U+017E), by Unicode's decompositions and the usual
    // transcriptions; a star for what is no letter.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
        + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz";

    private const char FirstLatin = 'À';

    /// <summary>Writes the folded letters of a text.</summary>
    /// <returns>Their number; 0 where a letter has no counterpart among a to z, or the text is too long.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> into)
    {
        var count = 0;
        foreach (var letter in text)
        {
            if (count == into.Length)
                return 0;
            if (char.IsAsciiLetter(letter))
                into[count++] = (char)(letter | 0x20);
            else if (letter >= FirstLatin && letter < FirstLatin + Latin.Length && Latin[letter - FirstLatin] != '*')
                into[count++] = Latin[letter - FirstLatin];
            else if (char.IsLetterOrDigit(letter))
                return 0;
        }

        return count;
    }

    /// <summary>Whether a text has a letter with an accent.</summary>
    public static bool HasAccent(ReadOnlySpan<char> text) => text.IndexOfAnyInRange(FirstLatin, 'ž') >= 0;
}
