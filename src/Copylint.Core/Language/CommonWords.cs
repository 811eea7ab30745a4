namespace Copylint.Language;

/// <summary>
/// The words of English that stand in lower case: those of the tagger's lexicon, and the nouns that it leaves out
/// because their shape tells them, which are in <c>nouns.txt</c>; with their regular inflections.
/// </summary>
internal static class CommonWords
{
    private const int Shortest = 3;

    private static readonly Lazy<SortedWords> Nouns = new(() => SortedWords.Of("nouns.txt"));

    /// <summary>Whether a word of lower case is one of them.</summary>
    public static bool Has(ReadOnlySpan<char> word)
    {
        if (IsBase(word))
            return true;
        foreach (var ending in Endings)
        {
            if (word.Length < ending.Length + Shortest || !word.EndsWith(ending))
                continue;
            var stem = word[..^ending.Length];
            if (IsBase(stem) || IsWithE(stem) || (stem[^1] == stem[^2] && IsBase(stem[..^1])))
                return true;
            if (stem[^1] == 'i' && IsWith(stem[..^1], 'y'))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word of lower case is a noun and nothing else: one of <c>nouns.txt</c>, or its
    /// plural.</summary>
    public static bool IsNoun(ReadOnlySpan<char> word) =>
        Nouns.Value.Has(word)
        || (word is [.., 's'] && Nouns.Value.Has(word[..^1]))
        || (word.EndsWith("ies") && IsNounWithY(word[..^3]));

    private static bool IsNounWithY(ReadOnlySpan<char> stem)
    {
        Span<char> whole = stackalloc char[32];
        if (stem.Length >= whole.Length)
            return false;
        stem.CopyTo(whole);
        whole[stem.Length] = 'y';
        return Nouns.Value.Has(whole[..(stem.Length + 1)]);
    }

    private static readonly string[] Endings = "s es ed ing ly".Split(' ');

    private static bool IsBase(ReadOnlySpan<char> word) => PartOfSpeechTagger.Knows(word) || Nouns.Value.Has(word);

    private static bool IsWithE(ReadOnlySpan<char> stem) => IsWith(stem, 'e');

    private static bool IsWith(ReadOnlySpan<char> stem, char last)
    {
        Span<char> whole = stackalloc char[32];
        if (stem.Length >= whole.Length)
            return false;
        stem.CopyTo(whole);
        whole[stem.Length] = last;
        return IsBase(whole[..(stem.Length + 1)]);
    }
}
