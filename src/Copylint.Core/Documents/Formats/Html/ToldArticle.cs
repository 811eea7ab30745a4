namespace Copylint.Documents.Formats.Html;

/// <summary>
/// The text of the article as the page's JSON-LD gives it (<c>articleBody</c>): which blocks of the page stand in it.
/// Compared by letters and digits alone, since blanks, marks and tags differ; by windows of them, so that a text of any
/// length takes linear time.
/// </summary>
internal sealed class ToldArticle
{
    // Shorter blocks say too little: six or seven words.
    private const int Window = 32;
    private const ulong Base = 1099511628211;

    private readonly HashSet<ulong> _windows = [];

    /// <summary>Takes the texts in; tags and character references in them are no text.</summary>
    public ToldArticle(IEnumerable<string> bodies)
    {
        foreach (var body in bodies)
        {
            var letters = LettersOf(HtmlEntities.DecodeAll(body, 0, body.Length));
            Length += letters.Length;
            AddWindows(letters);
        }
    }

    /// <summary>Number of letters and digits.</summary>
    public int Length { get; }

    /// <summary>How many letters and digits of a block stand in the article: all or none.</summary>
    public int LettersIn(ReadOnlySpan<char> block)
    {
        if (_windows.Count == 0 || block.Length < Window)
            return 0;
        var letters = LettersOf(block);
        return letters.Length >= Window && (Has(letters[..Window]) || Has(letters[^Window..])) ? letters.Length : 0;
    }

    private bool Has(ReadOnlySpan<char> window)
    {
        var hash = 0UL;
        foreach (var letter in window)
            hash = hash * Base + letter;
        return _windows.Contains(hash);
    }

    private void AddWindows(ReadOnlySpan<char> letters)
    {
        var hash = 0UL;
        var first = 1UL;
        for (var i = 0; i < Window; i++)
            first *= Base;
        for (var i = 0; i < letters.Length; i++)
        {
            hash = hash * Base + letters[i];
            if (i >= Window)
                hash -= first * letters[i - Window];
            if (i >= Window - 1)
                _windows.Add(hash);
        }
    }

    private static ReadOnlySpan<char> LettersOf(ReadOnlySpan<char> text)
    {
        var letters = new char[text.Length];
        var count = 0;
        var isTag = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '/'))
                isTag = true;
            else if (isTag && text[i] == '>')
                isTag = false;
            else if (!isTag && char.IsLetterOrDigit(text[i]))
                letters[count++] = char.ToLowerInvariant(text[i]);
        }

        return letters.AsSpan(0, count);
    }
}
