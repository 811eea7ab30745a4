namespace Copylint.Documents.Formats.Templates;

/// <summary>Looks ahead in a text from places that only grow, so that all searches for one thing together read it
/// once.</summary>
internal sealed class TextScanner(string text)
{
    private readonly Dictionary<string, int> _next = [];
    private Dictionary<int, int>? _braces;

    /// <summary>The first place of a word at or after a place, not past a limit; -1 when there is none.</summary>
    /// <param name="word">What is sought; compared character by character.</param>
    /// <param name="from">Where the search begins; never before that of an earlier search for the same word.</param>
    /// <param name="most">How many characters further it may be.</param>
    public int Find(string word, int from, int most)
    {
        if (!_next.TryGetValue(word, out var at) || at < from)
        {
            at = from > text.Length ? -1 : text.IndexOf(word, from, StringComparison.Ordinal);
            _next[word] = at = at < 0 ? int.MaxValue : at;
        }

        return at < int.MaxValue && at - (long)from <= most ? at : -1;
    }

    /// <summary>The place of the brace that closes the one at a place; -1 when none does.</summary>
    public int ClosingBrace(int at)
    {
        if (_braces is null)
        {
            _braces = [];
            var open = new Stack<int>();
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == '{')
                    open.Push(i);
                else if (text[i] == '}' && open.TryPop(out var start))
                    _braces[start] = i;
            }
        }

        return _braces.GetValueOrDefault(at, -1);
    }

    /// <summary>Where the line of a place ends, its break left out.</summary>
    /// <param name="at">The place; never before that of an earlier question.</param>
    public int LineEnd(int at)
    {
        var end = Find("\n", at, int.MaxValue);
        if (end < 0)
            return text.Length;
        return end > at && text[end - 1] == '\r' ? end - 1 : end;
    }

    /// <summary>Whether only blanks stand before a place on its line.</summary>
    public bool IsLineStart(int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t')
            at--;
        return at == 0 || text[at - 1] == '\n';
    }
}
