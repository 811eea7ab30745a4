using Copylint.Language;

namespace Copylint.Analysis.Speech.Reading;

/// <summary>Finds how far a verb of speech reaches: its auxiliaries and adverbs, its particle, the day and place of
/// saying.</summary>
internal sealed class CueSpans(SpeechSentence sentence) : SentencePart(sentence)
{
    private const WordClasses CueVerb = WordClasses.ReportingVerb | WordClasses.AttitudeVerb;

    // The auxiliaries and adverbs before a verb belong to its group.
    public int GroupStart(int verb)
    {
        var group = verb;
        while (
            group > First
            && (
                Is(group - 1, WordClasses.Auxiliary | WordClasses.Adverb | WordClasses.Negation)
                || (Text(group - 1) is "to" && group - 1 > First)
                || Text(group - 1) is "first" or "since" or "often"
                || (Part(group - 1) == PartOfSpeech.Adverb && Kind(group - 1) == TokenKind.Word)
            )
        )
            group--;
        return group;
    }

    /// <summary>"went on to say", "tried to defend", "was quick to note": the group with the verb before that shares
    /// its subject.</summary>
    public int WithLeadingVerb(int group)
    {
        if (Text(group) is not "to" || group <= First + 1)
            return group;
        if (Text(group - 1) is "on" && Text(group - 2) is "went" or "goes" or "go" or "going")
            return GroupStart(group - 2);
        if (Text(group - 1) is "quick" or "careful" or "likely" && group - 2 > First)
            return GroupStart(group - 1);
        return Says(SpeechGroup.LeadsToSpeech, Text(group - 1)) ? GroupStart(group - 1) : group;
    }

    // The cue with what belongs to it: its particle, the place and day of saying, and the verb that a first one leads
    // to ("refused to say", "said Tuesday on Twitter").
    public int CueEnd(int verb)
    {
        var end = ParticleEnd(verb);
        for (
            var verbs = 0;
            verbs < 2
                && Text(end) is "to"
                && Is(end + 1, CueVerb)
                && Is(end + 1, WordClasses.VerbBase)
                && Part(end + 1) != PartOfSpeech.Noun;
            verbs++
        )
            end = ParticleEnd(end + 1);
        if (Is(verb, WordClasses.ReportingVerb))
        {
            // "said during an interview", "told reporters" keeps its hearer outside; a last or next week belongs to the
            // saying.
            if (
                Text(end) is "last" or "this" or "earlier"
                && Text(end + 1) is "week" or "month" or "year" or "night" or "this"
            )
                end += Text(end + 1) is "this" && Text(end + 2) is "week" or "month" or "year" ? 3 : 2;
            if (Is(end, WordClasses.Weekday))
                end += Text(end + 1) is "night" or "morning" or "afternoon" or "evening" ? 2 : 1;
            else if (
                Text(end) is "on" or "via"
                && Text(end + 1) is "Twitter" or "Facebook" or "Instagram" or "television" or "TV" or "air"
            )
                end += 2;
            else if (
                Text(end) is "recently" or "repeatedly" or "publicly" or "then" or "flatly" or "bluntly" or "simply"
            )
                end++;
        }

        return end;
    }

    // "called for", "pointed out", "referring to", "spoke of": not "said on Monday".
    private int ParticleEnd(int verb)
    {
        var word = Text(verb);
        // "said in a statement": the place where it was said belongs to the cue.
        if (Text(verb + 1) is "in" && Text(verb + 2) is "a" or "an")
        {
            for (var i = verb + 3; i < Math.Min(End, verb + 6); i++)
            {
                if (Says(SpeechGroup.MediumOfSpeech, Text(i)))
                    return i + 1;
            }
        }

        var takes = Says(SpeechGroup.VerbWithParticle, word) || Says(SpeechGroup.VerbNeedsParticle, word);
        if (!takes)
            return
                Text(verb + 1) is "about" or "against" or "of" or "as"
                || (Text(verb + 1) is "for" && word is not ("said" or "says" or "told" or "added"))
                || (Text(verb + 1) is "to" && word.StartsWith("respon", StringComparison.Ordinal))
                || (Text(verb + 1) is "with" or "upon" or "at" && Is(verb, WordClasses.AttitudeVerb))
                || (
                    Text(verb + 1) is "on"
                    && Is(verb, WordClasses.AttitudeVerb)
                    && !Is(verb + 2, WordClasses.Weekday | WordClasses.Month)
                )
                ? verb + 2
                : verb + 1;
        return Says(SpeechGroup.Particle, Text(verb + 1)) ? verb + 2 : verb + 1;
    }
}
