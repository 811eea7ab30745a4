using Copylint.Language;

namespace Copylint.Analysis.Speech.Reading;

/// <summary>Tells whether a word of the lists is a verb that gives something to a source here.</summary>
internal sealed class SpeechVerbs(SpeechSentence sentence, NounPhrases phrases) : SentencePart(sentence)
{
    /// <summary>Whether the word is used as a verb; in a headline in title case the tagger sees names only.</summary>
    public bool IsVerb(int verb, WordClasses classes)
    {
        if (Kind(verb - 1) == TokenKind.Hyphen || Kind(verb + 1) == TokenKind.Hyphen)
            return false;
        if (Part(verb) == PartOfSpeech.Verb || LeadsIn(verb, classes))
            return true;
        if (Text(verb) is "said" or "says" && Text(verb - 1) is not "the")
            return true;
        return IsHeadline
            && IsCapitalised(verb)
            && (classes & (WordClasses.VerbThird | WordClasses.VerbPast)) != 0
            && verb > First;
    }

    /// <summary>
    /// Whether a verb of the lists tells what somebody says: "spoke about", "voted against" do with what it is about
    /// only, "find" and "hear" tell of the finder, "raised
    /// money" and "will appear in the show" of deeds.
    /// </summary>
    public bool TellsOfSpeech(int verb)
    {
        var text = Text(verb);
        if (Says(SpeechGroup.VerbNeedsParticle, text) && !Says(SpeechGroup.TopicParticle, Text(verb + 1)))
            return false;
        if (Says(SpeechGroup.NoSpeech, text))
            return false;
        if (text.StartsWith("rais"))
            return NamesDoubt(verb);
        if (text.StartsWith("appear"))
            return Text(verb + 1) is "to" or "that";
        return !text.StartsWith("found")
            || !(
                Text(verb + 1).EndsWith("self") || Text(verb + 1).EndsWith("selves") || text is "founded" or "founding"
            );
    }

    /// <summary>Whether the verb speaks for a source of its own: not inside what another says, and not as the
    /// description of a thing.</summary>
    public bool HasVoiceOfItsOwn(int group, int verb, WordClasses classes)
    {
        var isStand = (classes & (WordClasses.AttitudeVerb | WordClasses.CognitionVerb)) != 0;
        // "said he fully supports it": the stand is part of what somebody says, not a second voice.
        if ((isStand || Is(group, WordClasses.Modal)) && IsInContent(verb))
            return false;
        // "began", "continued": of speech only beside a quotation; "was seen", "were decided": nobody's mind.
        if (Says(SpeechGroup.Phase, Text(verb)) && !BesideQuotation(group, verb))
            return false;
        return !isStand || group != verb || verb == First || !DescribesNoun(verb, classes);
    }

    // "criticised her for supporting it", "ads supporting Roe", "a firm focused on".
    private bool DescribesNoun(int verb, WordClasses classes) =>
        (classes & WordClasses.VerbIng) != 0
            ? Is(verb - 1, WordClasses.Preposition) || Part(verb - 1) == PartOfSpeech.Noun
            : Text(verb) is "focused" && Part(verb - 1) == PartOfSpeech.Noun && !IsCapitalised(verb - 1);

    /// <summary>Whether it is a participle after a noun, which is no frame: "promised by X", "the claim
    /// made".</summary>
    public bool IsParticipleOfNoun(VerbFrame frame)
    {
        var verb = frame.Verb;
        if (Text(verb + 1) is "by" && !frame.HasBe && !Says(SpeechGroup.ChannelOfSpeech, Text(verb + 2)))
            return true;
        return frame.Has(WordClasses.VerbParticiple)
            && frame.Group == verb
            && Text(verb) is not ("said" or "told" or "added")
            && Kind(verb - 1) == TokenKind.Word
            && Is(verb - 1, WordClasses.Determiner)
            && !Is(verb - 1, WordClasses.SubjectPronoun | WordClasses.Pronoun);
    }

    // What follows tells a verb from the noun of the same form: "records show.", "Roe claims he knew", "the poll
    // reports that", ", adding, “…”".
    private bool LeadsIn(int verb, WordClasses classes)
    {
        var isIng = (classes & WordClasses.VerbIng) != 0;
        if (
            (
                classes
                & (WordClasses.ReportingVerb | WordClasses.VerbBase | WordClasses.VerbThird | WordClasses.VerbPast)
            ) == 0
        )
            return false;
        if (verb == First)
            return Text(verb) is "Said";
        var before = isIng
            ? Kind(verb - 1) is TokenKind.Comma or TokenKind.Stop
                || ClosesQuotation(verb - 1)
                || Text(verb - 1) is "and" or "before" or "by" or "after" or "percent" or "statement"
            : Is(verb - 1, WordClasses.SubjectPronoun)
                || Kind(verb - 1) == TokenKind.Number
                || (
                    Kind(verb - 1) == TokenKind.Word
                    && !Is(
                        verb - 1,
                        WordClasses.Determiner
                            | WordClasses.Preposition
                            | WordClasses.Auxiliary
                            | WordClasses.Conjunction
                            | WordClasses.Adverb
                    )
                );
        if (!before)
            return false;
        if (Text(verb) is "saying")
            return true;
        var next = Text(verb + 1) is "out" ? verb + 2 : verb + 1;
        var after = next;
        if (Kind(next) == TokenKind.Comma || Kind(next) == TokenKind.Colon)
            next++;
        if (IsQuoteMark(next))
            return true;
        // "Democrats, Roe notes, applaud it": a frame between commas.
        if (next > after)
            return !isIng
                && Kind(after) == TokenKind.Comma
                && phrases.HeadStart(verb) is var head
                && head > First
                && Kind(head - 1) == TokenKind.Comma;
        if (
            Text(next) is "that"
            || (Text(next) is "to" && !isIng && (classes & WordClasses.VerbThird) != 0 && IsCapitalised(verb - 1))
        )
            return true;
        return !isIng
            && (
                Is(next, WordClasses.SubjectPronoun) && !Is(next, WordClasses.Determiner)
                || (Kind(next) == TokenKind.Stop && next == End - 1 && HasCommaBefore(verb))
            );
    }

    private bool HasCommaBefore(int verb)
    {
        for (var i = verb - 1; i >= Math.Max(First, verb - 6); i--)
        {
            if (Kind(i) == TokenKind.Comma || IsQuoteMark(i))
                return true;
        }

        return false;
    }

    private bool BesideQuotation(int group, int verb)
    {
        for (var i = verb + 1; i <= verb + 3 && i < End; i++)
        {
            if (IsQuoteMark(i))
                return true;
        }

        // The source stands between: "…,” the mayor went on".
        for (var i = group - 1; i >= Math.Max(First, group - 6); i--)
        {
            if (IsQuoteMark(i))
                return true;
        }

        return false;
    }

    // "raised concerns about", "raised the question of": not "raised money".
    private bool NamesDoubt(int verb)
    {
        for (var i = verb + 1; i <= verb + 4 && i < End; i++)
        {
            if (Is(i, WordClasses.ReportingNoun) || Says(SpeechGroup.DoubtRaised, Text(i)))
                return true;
        }

        return false;
    }
}
