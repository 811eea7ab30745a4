namespace Copylint.Text;

/// <summary>Texts that are made again and again, each kept once. Used by one thread.</summary>
internal sealed class SharedTexts
{
    // An article has some dozens. A file of findings on every word has few more, or none alike.
    private const int MaxTexts = 4096;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>A text like the given one.</summary>
    public string Of(string text)
    {
        if (_texts.TryGetValue(text, out var known))
            return known;
        if (_texts.Count < MaxTexts)
            _texts.Add(text);
        return text;
    }

    /// <summary>A text of the given characters.</summary>
    public string Of(ReadOnlySpan<char> text) =>
        _texts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known) ? known : Of(text.ToString());
}
