using Copylint.Language;
using Copylint.Text;

namespace Copylint.Analysis.Speech.Reading;

/// <summary>Reads cues that are nouns: "his criticism of the plan", "claims that it failed".</summary>
internal sealed class NounReader(SpeechSentence sentence, NounPhrases phrases, ContentSpans contents)
    : SentencePart(sentence)
{
    // "his criticism of the plan", "claims that it failed": noun, link, and what is said; the source is a possessor
    // before it.
    public void ReadNoun(int noun)
    {
        if (
            Part(noun) != PartOfSpeech.Noun
            || !(
                Text(noun + 1) is "of" or "about" or "that" or "for" or "over" or "against" or "on"
                || (Text(noun + 1) is "to" && Says(SpeechGroup.NounWithTo, Text(noun)))
            )
        )
            return;
        if (
            IsInContent(noun)
            || (Found.Count > 0 && Found[^1].Sentence == Sentence && Found[^1].Cue.End >= Analysis.Tokens[noun].End)
        )
            return;
        var contentEnd = Text(noun + 1) is "that"
            ? contents.ClauseEnd(noun + 2, LastWord())
            : phrases.PhraseAfter(noun + 2, withRelative: false);
        var content = new List<TextSpan>();
        AddContent(content, noun + 2, contentEnd);
        if (content.Count == 0)
            return;
        var (first, end) = (noun, noun);
        for (var i = noun - 1; i >= Math.Max(First, noun - 3); i--)
        {
            if (
                Kind(i) == TokenKind.Clitic
                || (Is(i, WordClasses.Determiner) && Text(i) is "his" or "her" or "their" or "its" or "my" or "our")
            )
            {
                (first, end) = Kind(i) == TokenKind.Clitic ? (phrases.HeadStart(i), i) : (i, i + 1);
                break;
            }
        }

        // "the attack on the airport", "a plan for the course": a deed or a thing unless it is somebody's.
        if (first >= end && Text(noun) is "attack" or "attacks" or "plan" or "plans")
            return;
        Add(
            new TokenRange(first, end),
            Span(noun, noun + (Text(noun + 1) is "that" ? 1 : 2)),
            content,
            AttributionKind.Indirect
        );
    }
}
