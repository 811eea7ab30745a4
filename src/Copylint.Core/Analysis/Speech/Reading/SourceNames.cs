using Copylint.Language;

namespace Copylint.Analysis.Speech.Reading;

/// <summary>Tells by which name or noun a source is known.</summary>
internal static class SourceNames
{
    /// <summary>A name in the source, or its head; pronouns take the last named source.</summary>
    public static string? Of(SpeechSentence sentence, TokenRange source)
    {
        var (first, end) = source;
        if (end - first == 1 && sentence.Is(first, WordClasses.SubjectPronoun))
        {
            for (var i = sentence.Found.Count - 1; i >= 0 && sentence.Sentence - sentence.Found[i].Sentence < 12; i--)
            {
                // "He" is a person: the last name of capitals only, not "Russian army".
                if (
                    sentence.Found[i].SourceName is { } name
                    && (
                        sentence.Text(first) is "they" or "They"
                        || (
                            char.IsUpper(name[0]) && char.IsUpper(name[name.LastIndexOf(' ') + 1]) && name.Contains(' ')
                        )
                    )
                    && !sentence.Words.Has(SpeechGroup.NoPerson, sentence.Text(first))
                )
                    return name;
            }

            return sentence.Text(first).ToString();
        }

        var last = first;
        while (last < end && sentence.Kind(last) is not (TokenKind.Comma or TokenKind.Dash))
            last++;
        while (first < last - 1 && sentence.Is(first, WordClasses.Determiner))
            first++;
        // "Russian army", "British defence officials": the whole phrase. "Foreign Minister Dmytro Kuleba": the capitals
        // at its end, with the small words of a name between.
        var from = last;
        while (
            from > first
            && (
                (sentence.Kind(from - 1) == TokenKind.Word && sentence.IsCapitalised(from - 1))
                || sentence.Kind(from - 1) is TokenKind.Hyphen or TokenKind.Stop
                || (
                    from - 1 > first
                    && from < last
                    && sentence.Words.Has(SpeechGroup.NameLink, sentence.Text(from - 1))
                    && sentence.IsCapitalised(from - 2)
                )
            )
        )
            from--;
        return sentence
            .Span(from < last ? from : first, Math.Max(last, first + 1))
            .In(sentence.Analysis.Document.Text)
            .ToString();
    }
}
