using Copylint.Text;

namespace Copylint.Linting.Fixes;

/// <summary>What goes with words that are deleted from a sentence: emptied brackets and quotation marks, a pair of
/// dashes, a comma before a stop, one of two blanks.</summary>
internal static class WordDeletion
{
    private const string Opening = "([{“‘«\"";
    private const string Closing = ")]}”’»\"";
    private const string Dashes = "–—-";
    private const string Stops = ".!?…";

    /// <summary>The span to delete, or null where the rest would be no sentence whatever goes along: the words open it,
    /// or stand between two commas.</summary>
    /// <param name="text">The text.</param>
    /// <param name="home">The block that the words stand in; nothing beyond it is looked at.</param>
    /// <param name="words">The words to delete, blanks at their ends apart.</param>
    public static TextSpan? Widen(string text, TextSpan home, TextSpan words)
    {
        int start = words.Start,
            end = words.End;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        while (true)
        {
            var left = start;
            while (left > home.Start && char.IsWhiteSpace(text[left - 1]))
                left--;
            var right = end;
            while (right < home.End && char.IsWhiteSpace(text[right]))
                right++;
            var before = left > home.Start ? text[left - 1] : '\0';
            var after = right < home.End ? text[right] : '\0';
            var isEnd = after == '\0' || Stops.Contains(after) || Closing.Contains(after);
            if (IsPair(before, after) || (IsDash(text, left, before) && IsDash(text, right + 1, after)))
                (start, end) = (left - 1, right + 1);
            else if (before == ',' && after == ',')
                return null;
            else if (isEnd && (before is ',' or ';' or ':' || IsDash(text, left, before)))
                (start, end) = (left - 1, right);
            else if (before == '\0' || Stops.Contains(before) || before is ':' && !isEnd)
                return before == '\0' && after == '\0' ? TextSpan.FromBounds(left, right) : null;
            else
                return WithOneBlank(text, left, start, end, right);
        }
    }

    private static bool IsPair(char before, char after) =>
        Opening.IndexOf(before, StringComparison.Ordinal) is >= 0 and var kind && Closing[kind] == after;

    // A hyphen inside a word is none.
    private static bool IsDash(string text, int end, char mark) =>
        Dashes.Contains(mark)
        && (mark != '-' || ((end < 2 || text[end - 2] == ' ') && (end >= text.Length || text[end] == ' ')));

    // One blank stays between words, none after an opening bracket or before a mark.
    private static TextSpan WithOneBlank(string text, int left, int start, int end, int right)
    {
        var hasLeft = left < start;
        var hasRight = right > end;
        if (hasLeft && (hasRight || right >= text.Length || !char.IsLetterOrDigit(text[right])))
            return TextSpan.FromBounds(left, end == right || !IsClosing(text[right]) ? end : right);
        return hasRight && left > 0 && Opening.Contains(text[left - 1])
            ? TextSpan.FromBounds(start, right)
            : TextSpan.FromBounds(start, end);
    }

    private static bool IsClosing(char c) => c is ',' or ';' or ':' || Stops.Contains(c) || Closing.Contains(c);
}
