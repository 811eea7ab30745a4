using System.Buffers;

namespace Copylint.Documents;

/// <summary>Characters that nobody sees: soft hyphens, zero-width blanks and joiners. Inside a word of Latin letters
/// they are no part of its spelling.</summary>
internal static class InvisibleCharacters
{
    private const char LastLatin = '\u024F';

    // Up to five characters are searched for with plain vectors; more of them, or a set with them, cost a lookup for
    // each character where the processor's shuffle may not be counted on. A part is read once or twice, so that a text
    // full of one kind is not searched to its end for the other at each place.
    private const string Five = "\u00AD\u200B\u200C\u200D\u2060";
    private const char Mark = '\uFEFF';
    private const int Part = 1024;

    private static readonly SearchValues<char> All = SearchValues.Create("\u00AD\u200B\u200C\u200D\u2060\uFEFF");

    /// <summary>The first run of them inside a word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the search begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="length">Receives the length of the run.</param>
    /// <returns>Its place; -1 when there is none.</returns>
    public static int FindInWord(string text, int start, int end, out int length)
    {
        length = 0;
        for (var at = start; at < end; )
        {
            var next = Find(text.AsSpan(at, end - at));
            if (next < 0)
                return -1;
            at += next;
            var after = at + 1;
            while (after < text.Length && All.Contains(text[after]))
                after++;
            if (at > 0 && after < text.Length && IsLatin(text[at - 1]) && IsLatin(text[after]))
            {
                length = Math.Min(after, end) - at;
                return at;
            }

            at = after;
        }

        return -1;
    }

    private static int Find(ReadOnlySpan<char> text)
    {
        for (var start = 0; start < text.Length; start += Part)
        {
            var part = text.Slice(start, Math.Min(Part, text.Length - start));
            var found = part.IndexOfAny(Five);
            var mark = (found < 0 ? part : part[..found]).IndexOf(Mark);
            if (mark >= 0 || found >= 0)
                return start + (mark >= 0 ? mark : found);
        }

        return -1;
    }

    private static bool IsLatin(char c) => c <= LastLatin && char.IsLetter(c);
}
