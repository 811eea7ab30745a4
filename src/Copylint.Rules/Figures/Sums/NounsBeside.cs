using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Language;

namespace Copylint.Rules.Figures.Sums;

/// <summary>The nouns, verbs and adjectives beside a figure, which tell what it counts.</summary>
internal static class NounsBeside
{
    // "the £4.5 million flood defence scheme", "people were killed": a few words on each side.
    private const int Behind = 5;
    private const int Before = 4;
    private const int MinLetters = 4;
    private const int StemLetters = 5;

    /// <summary>Whether a word beside one figure stands beside another too, in any inflection, and there as no
    /// name.</summary>
    public static bool AreShared(DocumentAnalysis analysis, in Quantity a, in Quantity b)
    {
        var (firstOfA, endOfA) = Reach(analysis, a);
        var (firstOfB, endOfB) = Reach(analysis, b);
        for (var i = firstOfA; i < endOfA; i++)
        {
            if (!IsTelling(analysis, a, i))
                continue;
            for (var j = firstOfB; j < endOfB; j++)
            {
                if (
                    IsTelling(analysis, b, j)
                    && !IsName(analysis, j)
                    && AreAlike(analysis.TextOf(i), analysis.TextOf(j))
                )
                    return true;
            }
        }

        return false;
    }

    // A name stands beside many figures of a story; a headline writes every word like one.
    private static bool IsName(DocumentAnalysis analysis, int token) =>
        analysis.Tokens[token].IsCapitalised && analysis.Sentences[analysis.SentenceAt(token)].FirstToken != token;

    private static (int First, int End) Reach(DocumentAnalysis analysis, in Quantity figure)
    {
        var sentence = analysis.Sentences[figure.Sentence];
        return (
            Math.Max(sentence.FirstToken, figure.Lead - Before),
            Math.Min(sentence.EndToken, figure.Tokens.End + Behind)
        );
    }

    private static bool IsTelling(DocumentAnalysis analysis, in Quantity figure, int token)
    {
        if (token >= figure.Lead && token < figure.Tokens.End)
            return false;
        if (analysis.Tokens[token].Kind != TokenKind.Word || analysis.Tokens[token].Length < MinLetters)
            return false;
        return !analysis.Is(token, Small) && !SumWords.Vague.Has(analysis.TextOf(token));
    }

    private const WordClasses Small =
        WordClasses.Determiner
        | WordClasses.Preposition
        | WordClasses.Pronoun
        | WordClasses.SubjectPronoun
        | WordClasses.ObjectPronoun
        | WordClasses.Conjunction
        | WordClasses.Subordinator
        | WordClasses.Auxiliary
        | WordClasses.Wh
        | WordClasses.Adverb
        | WordClasses.NumberWord
        | WordClasses.OrdinalWord
        | WordClasses.Month
        | WordClasses.Weekday
        | WordClasses.TimeUnit
        | WordClasses.RelativeDay
        | WordClasses.ReportingVerb;

    /// <summary>Whether two words are forms of one: the same but for a plural, or alike in their first five
    /// letters.</summary>
    public static bool AreAlike(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var stemOfA = Stem(a);
        var stemOfB = Stem(b);
        if (stemOfA.Equals(stemOfB, StringComparison.OrdinalIgnoreCase))
            return true;
        return stemOfA.Length >= StemLetters
            && stemOfB.Length >= StemLetters
            && stemOfA[..StemLetters].Equals(stemOfB[..StemLetters], StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word) =>
        word.Length > MinLetters && word[^1] is 's' or 'S' ? word[..^1] : word;
}
