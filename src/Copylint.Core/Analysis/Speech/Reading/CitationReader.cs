using Copylint.Language;
using Copylint.Text;

namespace Copylint.Analysis.Speech.Reading;

/// <summary>Reads sources that no verb names: "according to", "in a new poll", "Minister: war is over".</summary>
internal sealed class CitationReader(SpeechSentence sentence, NounPhrases phrases, ContentSpans contents)
    : SentencePart(sentence)
{
    public void ReadCitations()
    {
        for (var i = First; i + 2 < End; i++)
        {
            if (Text(i) is "in" or "In" && PollEnd(i + 1) is > 0 and var poll && !IsQuoted(i))
            {
                var said = new List<TextSpan>();
                if (i == First)
                    AddContent(said, poll, LastWord());
                else
                    AddContent(said, First, i);
                if (said.Count > 0)
                    Add(new TokenRange(i + 1, poll), Span(i, i + 1), said, AttributionKind.Citation);
                i = poll - 1;
                continue;
            }

            if (!(Text(i) is "according" or "According" && Text(i + 1) is "to") || IsQuoted(i))
                continue;
            var opens = i == First || (i == First + 1 && (Is(First, WordClasses.Conjunction) || IsDouble(First)));
            var source = phrases.PhraseAfter(i + 2, withRelative: !opens);
            if (source <= i + 2)
                continue;
            var content = new List<TextSpan>();
            if (opens)
                AddContent(content, Kind(source) == TokenKind.Comma ? source + 1 : source, LastWord());
            else
                AddContent(
                    content,
                    contents.ClauseStart(i),
                    Kind(i - 1) is TokenKind.Comma or TokenKind.Dash ? i - 1 : i
                );
            if (content.Count == 0)
                continue;
            Add(new TokenRange(i + 2, source), Span(i, i + 2), content, AttributionKind.Citation);
            i = source;
        }
    }

    // The end of "a new Gallup poll", "the latest survey"; 0 when the phrase names no poll.
    private int PollEnd(int first)
    {
        if (!Is(first, WordClasses.Determiner))
            return 0;
        for (
            var i = first + 1;
            i < Math.Min(End, first + 9)
                && Kind(i)
                    is TokenKind.Word
                        or TokenKind.Hyphen
                        or TokenKind.Number
                        or TokenKind.Symbol
                        or TokenKind.Clitic;
            i++
        )
        {
            if (Text(i) is "poll" or "survey" && Text(i + 1) is not "that")
                return i + 1;
            if (Is(i, WordClasses.Preposition | WordClasses.Auxiliary))
                return 0;
        }

        return 0;
    }

    // "Trump: ‘We are going to win’", "Minister: war is over", "HEWITT: Do you think so?"
    public bool ReadColon()
    {
        var i = First;
        while (
            i < End
            && i - First < 6
            && (
                Kind(i)
                    is TokenKind.Hyphen
                        or TokenKind.Stop
                        or TokenKind.OpenBracket
                        or TokenKind.CloseBracket
                        or TokenKind.Comma
                || Kind(i) == TokenKind.Word && IsCapitalised(i)
            )
        )
            i++;
        if (i == First || Kind(i) != TokenKind.Colon || End - i < 4)
            return false;
        var named = IsHeadline
            ? Part(i - 1) == PartOfSpeech.Noun
            : Analysis.Tokens[First].Shape == CaseShape.Upper && Analysis.Tokens[First].Length > 2;
        if (!named || Says(SpeechGroup.LabelBeforeColon, Text(First)))
            return false;
        var content = new List<TextSpan>();
        AddContent(content, i + 1, LastWord());
        if (content.Count == 0)
            return false;
        Add(new TokenRange(First, i), Span(i, i + 1), content);
        return true;
    }
}
