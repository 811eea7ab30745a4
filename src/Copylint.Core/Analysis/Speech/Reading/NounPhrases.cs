using Copylint.Language;

namespace Copylint.Analysis.Speech.Reading;

/// <summary>Finds where noun phrases begin and end: the sources of what is said.</summary>
internal sealed class NounPhrases(SpeechSentence sentence) : SentencePart(sentence)
{
    public const int MaxSourceTokens = 40;

    // The noun phrase that ends right before a token: its head, what is joined to it, and an apposition between commas.
    public TokenRange PhraseBefore(int before)
    {
        var end = before;
        if (
            Kind(end - 1) == TokenKind.Word
            && Is(end - 1, WordClasses.Conjunction | WordClasses.Preposition | WordClasses.Subordinator)
            && !Is(end - 1, WordClasses.Determiner | WordClasses.SubjectPronoun | WordClasses.Wh)
        )
            return default;
        if (Kind(end - 1) is TokenKind.Comma or TokenKind.Dash)
        {
            // "Rubel, a senior analyst at Jefferies, said": to the comma that opens the apposition, and on.
            var open = end - 2;
            while (
                open > First
                && Kind(open) is not (TokenKind.Comma or TokenKind.Dash)
                && !IsDouble(open)
                && end - open < MaxSourceTokens
            )
                open--;
            if (Kind(open) is not (TokenKind.Comma or TokenKind.Dash))
                return default;
            var head = HeadStart(open);
            // ", R-Texas," and ", Fla.," and ", 30," come in rows.
            while (head >= open && open > First + 1)
            {
                open--;
                while (
                    open > First
                    && Kind(open) is not (TokenKind.Comma or TokenKind.Dash)
                    && end - open < MaxSourceTokens
                )
                    open--;
                head = HeadStart(open);
            }

            return head < open ? new TokenRange(head, end - 1) : default;
        }

        var first = HeadStart(end);
        return first < end ? new TokenRange(first, end) : default;
    }

    // Walks back over the words of a noun phrase.
    public int HeadStart(int end)
    {
        var i = end - 1;
        if (
            i < First
            || Kind(i)
                is not (
                    TokenKind.Word
                    or TokenKind.Clitic
                    or TokenKind.Number
                    or TokenKind.CloseBracket
                    or TokenKind.Stop
                )
        )
            return end;
        if (Is(i, WordClasses.SubjectPronoun) && !Is(i, WordClasses.Determiner))
            return i;
        var start = end;
        while (i >= First && end - i < MaxSourceTokens)
        {
            var kind = Kind(i);
            var ok = kind switch
            {
                TokenKind.Word => IsNounPhraseWord(i),
                TokenKind.Number
                or TokenKind.Clitic
                or TokenKind.Hyphen
                or TokenKind.OpenBracket
                or TokenKind.CloseBracket => true,
                TokenKind.CloseSingleQuote or TokenKind.StraightSingleQuote => i > First
                    && !Analysis.Tokens[i].HasSpaceBefore
                    && Kind(i - 1) == TokenKind.Word,
                TokenKind.Stop => IsInitial(i - 1),
                _ => false,
            };
            if (!ok)
                break;
            start = i;
            i--;
        }

        // Not from a preposition or conjunction on, unless the phrase is nothing else.
        while (
            start < end
            && Kind(start) == TokenKind.Word
            && (
                Is(start, WordClasses.Preposition | WordClasses.Conjunction | WordClasses.Subordinator)
                    && !Is(start, WordClasses.Determiner | WordClasses.SubjectPronoun)
                || (Part(start) == PartOfSpeech.Adverb && !Is(start, WordClasses.Determiner))
            )
        )
        {
            // "In Iowa Trump said" keeps only what follows the first names; "On Monday officials said" what follows the
            // day.
            start++;
            while (
                start < end - 1 && Is(start, WordClasses.Weekday | WordClasses.Month)
                || Kind(start) == TokenKind.Number && start < end - 1
            )
                start++;
        }

        return start;
    }

    // "Mr", "Gen", "J": what a stop can follow inside a name.
    private bool IsInitial(int i) => IsCapitalised(i) && Text(i).Length < 5;

    public bool IsNounPhraseWord(int i)
    {
        if (Says(SpeechGroup.PhraseEnd, Text(i)))
            return false;
        if (Says(SpeechGroup.PhraseLink, Text(i)))
            return true;
        if (
            Is(i, WordClasses.Auxiliary | WordClasses.Subordinator)
            && !(i > First && Analysis.Tokens[i].Shape == CaseShape.Capitalised)
        )
            return false;
        var part = Part(i);
        return part is PartOfSpeech.Noun or PartOfSpeech.Adjective
            || Is(i, WordClasses.Determiner | WordClasses.NumberWord | WordClasses.OrdinalWord | WordClasses.Pronoun)
            || (Is(i, WordClasses.SubjectPronoun | WordClasses.ObjectPronoun) && !Is(i, WordClasses.Wh))
            || IsCapitalised(i)
            || (
                part == PartOfSpeech.Verb && i > First && (Is(i - 1, WordClasses.Determiner) || Text(i - 1) is "those")
            );
    }

    // The end of the noun phrase that begins at a token.
    public int PhraseAfter(int first, bool withRelative)
    {
        var i = first;
        if (Is(i, WordClasses.SubjectPronoun) && !Is(i, WordClasses.Determiner))
            return i + 1;
        while (
            i < End
            && (
                Kind(i) == TokenKind.Word
                    && (
                        IsNounPhraseWord(i)
                        || (
                            i == first
                            && Text(i).EndsWith("ed")
                            && (IsCapitalised(i + 1) || Part(i + 1) == PartOfSpeech.Noun)
                        )
                        || (Text(i) is "but" && i > first && Part(i - 1) == PartOfSpeech.Adjective)
                    )
                    && !(
                        Is(i, WordClasses.Weekday)
                        && i > first
                        && Kind(i - 1) == TokenKind.Word
                        && Text(i - 1) is not "on"
                    )
                || Kind(i) is TokenKind.Clitic or TokenKind.Number or TokenKind.Hyphen
                || (Kind(i) == TokenKind.Stop && i + 1 < End && i > first && IsInitial(i - 1))
            )
        )
            i++;
        while (i > first && (Says(SpeechGroup.PhraseLink, Text(i - 1)) || Is(i - 1, WordClasses.Weekday)))
            i--;
        if (i == first || !withRelative || Kind(i) != TokenKind.Comma)
            return i;
        // An apposition up to the next comma, or the end: ", a spokesman for the firm".
        if (!(Is(i + 1, WordClasses.Determiner) || Text(i + 1) is "who" || Part(i + 1) == PartOfSpeech.Noun))
            return i;
        var end = i + 1;
        while (
            end < End
            && Kind(end)
                is not (TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon or TokenKind.Dash or TokenKind.Colon)
            && !IsQuoteMark(end)
        )
            end++;
        return Kind(end) is TokenKind.Comma or TokenKind.Stop || end == End ? end : i;
    }

    // The subject of the first finite verb, for a participle that hangs on the clause.
    public TokenRange SubjectOfSentence(int before)
    {
        if (Found.Count > 0 && Found[^1].Sentence == Sentence)
            return default;
        for (var i = First + 1; i < before; i++)
        {
            if (
                Kind(i) == TokenKind.Word
                && (Is(i, WordClasses.Auxiliary) || (Part(i) == PartOfSpeech.Verb && !Text(i).EndsWith("ing")))
                && PhraseBefore(i) is { } phrase
                && phrase.First < phrase.End
            )
                return phrase;
        }

        return default;
    }
}
