using Copylint.Language;

namespace Copylint.Analysis.Speech.Reading;

/// <summary>Reads cues that are more or less than a verb: "made it clear that", "expressed her support for", "would
/// like to".</summary>
internal sealed class PhraseReader(SpeechSentence sentence, NounPhrases phrases, ContentSpans contents, CueSpans cues)
    : SentencePart(sentence)
{
    // "Asked whether …, Roe said", "… reportedly …", "made (it) clear that …", "would like to …": cues that are more or
    // less than a verb. Returns where the cue ends, or 0.
    public int ReadPhrase(int token)
    {
        var word = Text(token);
        if (Says(SpeechGroup.Asked, word))
            return ReadAsked(token);
        if (word is "reportedly" or "allegedly" or "purportedly")
            return AddPhrase(default, token, token + 1, token + 1, contents.ClauseEnd(token + 1, LastWord()));
        if (word is "made" or "make" or "makes" or "making" && ClearAfter(token) is > 0 and var clear)
            return AddGroup(token, clear + 1, Text(clear + 1) is "that" ? clear + 2 : clear + 1);
        if (Says(SpeechGroup.LightVerb, word))
            return ReadLightVerb(token);
        if (word is "put" or "puts" && Text(token + 1) is "it")
            return ReadPutIt(token);
        if (word is "like" && (Text(token - 1) is "would" or "'d" or "’d"))
            return AddGroup(token, token + 1, token + 1);
        return Says(SpeechGroup.StandAdjective, word) ? ReadStand(token) : 0;
    }

    // "Asked whether it was late, Roe said", "when asked about the plan".
    private int ReadAsked(int token)
    {
        var opens = token == First || Text(token - 1) is "when" or "When" || Kind(token - 1) == TokenKind.Comma;
        if (!opens || !Says(SpeechGroup.QuestionWord, Text(token + 1)))
            return 0;
        var comma = token + 1;
        while (comma < End && Kind(comma) != TokenKind.Comma)
            comma++;
        if (comma == End && token == First)
            return 0;
        var cueEnd = Text(token + 1) is "about" or "by" ? token + 2 : token + 1;
        return AddPhrase(default, token, cueEnd, token + 1, Math.Min(comma, LastWord()));
    }

    // "made clear", "made it known": where "clear" stands; 0 when it does not.
    private int ClearAfter(int token)
    {
        var clear = Text(token + 1) is "it" ? token + 2 : token + 1;
        return Text(clear) is "clear" or "plain" or "known" ? clear : 0;
    }

    // The cue with the auxiliaries before it, its subject, and the clause after it.
    private int AddGroup(int token, int cueEnd, int contentFirst)
    {
        var group = cues.GroupStart(token);
        return AddPhrase(
            phrases.PhraseBefore(group),
            group,
            cueEnd,
            contentFirst,
            contents.ClauseEnd(cueEnd, LastWord())
        );
    }

    // "As the minister put it, “…”"
    private int ReadPutIt(int token)
    {
        var group = cues.GroupStart(token);
        var speaker = phrases.PhraseBefore(group);
        return Kind(token + 2) is TokenKind.Comma or TokenKind.Colon && speaker.Count > 0
            ? AddPhrase(speaker, group, token + 2, token + 3, LastWord())
            : 0;
    }

    // "is confident that", "was critical of".
    private int ReadStand(int token)
    {
        var group = cues.GroupStart(token);
        var leads = Text(token + 1) is "that" or "of" or "about" or "to" or "over";
        if (!leads || group >= token || !Is(group, WordClasses.Be))
            return 0;
        return AddPhrase(
            phrases.PhraseBefore(group),
            group,
            token + (Text(token + 1) is "that" ? 1 : 2),
            token + 2,
            contents.ClauseEnd(token + 2, LastWord())
        );
    }

    // "raised questions about", "expressed her support for", "issued a statement saying": a verb that says little, with
    // the noun that says it.
    private int ReadLightVerb(int verb)
    {
        var noun = verb + 1;
        while (
            noun < End
            && noun <= verb + 4
            && Kind(noun) == TokenKind.Word
            && !Analysis.Is(noun, WordClasses.ReportingNoun)
            && (
                Is(noun, WordClasses.Determiner | WordClasses.Pronoun)
                || Part(noun) is PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.Adverb
            )
        )
            noun++;
        if (noun > verb + 4 || !Is(noun, WordClasses.ReportingNoun))
            return 0;
        var link = noun + 1;
        if (!Says(SpeechGroup.LightLink, Text(link)))
            return 0;
        var group = cues.GroupStart(verb);
        var source = phrases.PhraseBefore(group);
        if (source.Count == 0)
            source = phrases.SubjectOfSentence(group);
        return source.Count > 0
            ? AddPhrase(
                source,
                group,
                Text(link) is "that" ? link : link + 1,
                link + 1,
                contents.ClauseEnd(link + 1, LastWord())
            )
            : 0;
    }
}
