using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Analysis;

/// <summary>Tells whether copy is English: by what the file says of itself, or by the small words that every English
/// sentence has.</summary>
internal static class CopyLanguage
{
    private const WordClasses SmallWords =
        WordClasses.Determiner
        | WordClasses.SubjectPronoun
        | WordClasses.Pronoun
        | WordClasses.ObjectPronoun
        | WordClasses.Preposition
        | WordClasses.Conjunction
        | WordClasses.Subordinator
        | WordClasses.Auxiliary
        | WordClasses.Wh;

    // Fewer words tell nothing; edges 24 and 25 in the tests of the language.
    private const int MinWords = 25;

    // Of the words of running English 0.35 to 0.5 are such, of other languages that share letters with it 0.02 to 0.15
    // ("a", "me", "in", "was", "over"); tables and lists of names lie between.
    private const double MinShare = 0.2;

    // A page of it is enough.
    private const int MaxWords = 600;

    /// <summary>Whether the copy of a document is English, as far as can be told.</summary>
    public static bool IsEnglish(DocumentAnalysis analysis)
    {
        if (analysis.Document.Metadata[MetadataKey.Language]?.Value is { Length: > 1 } tag)
            return tag.StartsWith("EN", StringComparison.OrdinalIgnoreCase)
                && (tag.Length == 2 || !char.IsLetter(tag[2]));
        int words = 0,
            small = 0;
        for (var i = 0; i < analysis.Tokens.Length && words < MaxWords; i++)
        {
            if (analysis.Tokens[i].Kind != TokenKind.Word)
                continue;
            words++;
            small += analysis.Is(i, SmallWords) ? 1 : 0;
        }

        return words < MinWords || small >= words * MinShare;
    }
}
