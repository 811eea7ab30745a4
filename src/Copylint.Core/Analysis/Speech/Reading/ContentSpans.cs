using Copylint.Language;

namespace Copylint.Analysis.Speech.Reading;

/// <summary>Finds what is said: the quotation or clause after a cue, or before its source.</summary>
internal sealed class ContentSpans(SpeechSentence sentence, NounPhrases phrases) : SentencePart(sentence)
{
    // Where the content begins after the verb: past the hearer, an adverbial of time or place, and "that".
    public int ContentStart(int verb, int cueEnd)
    {
        var i = cueEnd;
        if (Text(i) is "that" or ":" || Kind(i) == TokenKind.Colon)
            return i + 1;
        if (IsQuoteMark(i))
            return i;
        // "told reporters on Monday that", "said in a statement that": to "that", a colon or a quotation near by, with
        // no verb before it.
        var isTell = Says(SpeechGroup.VerbWithHearer, Text(verb));
        var limit = Math.Min(End, i + 16);
        var startsAdverbial =
            Is(i, WordClasses.Preposition | WordClasses.Weekday | WordClasses.RelativeDay)
            || Kind(i) == TokenKind.Comma
            || Part(i) == PartOfSpeech.Adverb;
        if (isTell || startsAdverbial)
        {
            for (var k = i; k < limit; k++)
            {
                if (Text(k) is "that" && k > i - 1 || Kind(k) == TokenKind.Colon)
                    return k + 1;
                if (IsQuoteMark(k))
                    return k;
                if (k > i + 1 && Part(k) == PartOfSpeech.Verb && !Text(k).EndsWith("ing"))
                    break;
            }
        }

        if (isTell)
        {
            // Without "that" the content begins with its subject: a pronoun, a determiner, or a name after the hearer.
            if (Is(i, WordClasses.ObjectPronoun) || Is(i, WordClasses.Pronoun))
                return i + 1;
            var hearer = i;
            while (
                hearer < End
                && Kind(hearer) == TokenKind.Word
                && !(Is(hearer, WordClasses.SubjectPronoun) && hearer > i)
                && (hearer == i || !Is(hearer, WordClasses.Determiner) || Is(hearer - 1, WordClasses.Preposition))
                && (phrases.IsNounPhraseWord(hearer) || Text(hearer) is "of" or "in" or "on")
            )
                hearer++;
            return hearer < End - 2 ? hearer : i;
        }

        if (startsAdverbial && Is(i, WordClasses.Weekday))
            return i + 1;
        if (Text(i) is "on" && Is(i + 1, WordClasses.Weekday | WordClasses.Month))
            return i + 2;
        return i;
    }

    // What stands before the source and is what is said: a quotation, or a clause that a comma closes.
    public TokenRange QuoteOrClauseBefore(int source, bool isFinal)
    {
        var close = source - 1;
        if (close < First)
            return default;
        if (IsQuoteMark(close))
        {
            var quotation = Analysis.Quotations.At(Analysis.Tokens[close].Start);
            return quotation is null ? default : new TokenRange(StartOfQuoted(quotation, close), close + 1);
        }

        if (Kind(close) is not (TokenKind.Comma or TokenKind.Dash) || close == First)
            return default;
        if (IsQuoteMark(close - 1) && Analysis.Quotations.At(Analysis.Tokens[close - 1].Start) is { } inner)
            return new TokenRange(StartOfQuoted(inner, close - 1), close);
        // "The plan is dead, he said.": a whole clause with a verb, and the frame at the end or before a comma.
        var start = ClauseStart(close);
        var hasVerb = false;
        for (var i = start; i < close; i++)
            hasVerb |= Kind(i) == TokenKind.Word && (Is(i, WordClasses.Auxiliary) || Part(i) == PartOfSpeech.Verb);
        if (!isFinal && (!hasVerb || Text(start).EndsWith("ing")))
            return default;
        // "After the vote, he said": what stands before is an adverbial, unless a comma and a clause follow inside.
        if (!isFinal && Is(start, WordClasses.Subordinator | WordClasses.Preposition))
        {
            var comma = start;
            while (comma < close && (Kind(comma) != TokenKind.Comma || IsQuoted(comma)))
                comma++;
            if (comma == close)
                return default;
        }

        return new TokenRange(start, close);
    }

    private int StartOfQuoted(Quotation quotation, int close)
    {
        var start = close;
        while (start > First && Analysis.Tokens[start - 1].Start >= quotation.Span.Start)
            start--;
        return start;
    }

    public int ClauseStart(int end)
    {
        for (var i = end - 1; i > First; i--)
        {
            if (Kind(i) == TokenKind.Semicolon)
                return i + 1;
        }

        return Is(First, WordClasses.Conjunction) && Kind(First) == TokenKind.Word && First + 1 < end
            ? First + 1
            : First;
    }

    // Content runs to the end of the sentence, but for a frame of its own that follows after a comma.
    public int ClauseEnd(int first, int end)
    {
        for (var i = first + 2; i < end; i++)
        {
            if (Kind(i) == TokenKind.Semicolon && !IsQuoted(i))
                return i;
            if (
                Kind(i) == TokenKind.Comma
                && !IsQuoted(i)
                && i + 1 < end
                && Is(i + 1, WordClasses.ReportingVerb | WordClasses.AttitudeVerb)
                && Is(i + 1, WordClasses.VerbIng)
            )
                return i;
            if (Kind(i) == TokenKind.Comma && Text(i + 1) is "according" && Text(i + 2) is "to")
                return i;
        }

        return end;
    }

    public bool EndsQuoted(int sentence)
    {
        if (sentence < 0 || Analysis.Sentences[sentence].Block != Analysis.Sentences[Sentence].Block)
            return false;
        return Analysis.Tokens[Analysis.Sentences[sentence].EndToken - 1].IsQuoteMark;
    }
}
