using Copylint.Language;
using Copylint.Text;

namespace Copylint.Analysis.Speech.Reading;

/// <summary>Reads verbs of speech and attitude: who is their subject, and what stands before or after them as their
/// content.</summary>
internal sealed class VerbReader(
    SpeechSentence sentence,
    NounPhrases phrases,
    ContentSpans contents,
    CueSpans cues,
    SpeechVerbs verbs
) : SentencePart(sentence)
{
    /// <summary>Reads the attribution of a verb, if it has one. Returns the last token that its cue uses up.</summary>
    public int ReadVerb(int verb)
    {
        var classes = Analysis.Vocabulary.Classes(Analysis.Tokens[verb].WordId);
        if (!verbs.IsVerb(verb, classes) || !verbs.TellsOfSpeech(verb))
            return verb;
        var group = cues.GroupStart(verb);
        if (!verbs.HasVoiceOfItsOwn(group, verb, classes))
            return verb;
        group = cues.WithLeadingVerb(group);
        // "wants to see", "a pledge to add": what is meant is the first verb's, or nobody's yet.
        if (Text(group) is "to")
            return verb;
        var frame = new VerbFrame(group, verb, cues.CueEnd(verb), classes, HasBe(group, verb));
        return ReadPassive(frame) ?? (verbs.IsParticipleOfNoun(frame) ? verb : ReadActive(frame));
    }

    private bool HasBe(int group, int verb)
    {
        for (var i = group; i < verb; i++)
        {
            if (Is(i, WordClasses.Be))
                return true;
        }

        return false;
    }

    // "was first reported by Jane Roe": the agent is the source, what stands before is said. Null for no passive.
    private int? ReadPassive(VerbFrame frame)
    {
        var verb = frame.Verb;
        if (!frame.HasBe)
            return null;
        if (Text(verb) is "seen" or "decided" or "known" && Text(verb + 1) is not ("as" or "by" or "for"))
            return verb;
        if (Text(verb + 1) is not "by" || !frame.Has(WordClasses.VerbParticiple))
            return null;
        var agent = new TokenRange(verb + 2, phrases.PhraseAfter(verb + 2, withRelative: false));
        var patient = phrases.PhraseBefore(frame.Group);
        return agent.Count > 0 && patient.Count > 0
            ? Math.Max(verb, AddPhrase(agent, frame.Group, verb + 2, patient.First, patient.End) - 1)
            : null;
    }

    private int ReadActive(VerbFrame frame)
    {
        var source = FindSource(frame);
        if (source.Range.Count == 0 && !frame.HasBe && !frame.Has(WordClasses.VerbIng) && source.Shared is null)
            return frame.Verb;
        var content = FindContent(frame, source);
        if (content.Count == 0)
            return frame.Verb;
        var cue = Span(frame.Group, frame.CueEnd);
        var shared = source.Shared;
        if (frame.Has(WordClasses.VerbIng) && source.Range.Count == 0 && Found.Count > 0)
            shared = Found[^1].Sentence == Sentence ? Found[^1] : shared;
        if (shared is null)
            Add(source.Range, cue, content);
        else
            Found.Add(
                new Attribution(KindOf(content), shared.Source, cue, content, Sentence)
                {
                    SourceName = shared.SourceName,
                }
            );
        return frame.CueEnd - 1;
    }

    private VerbSource FindSource(VerbFrame frame)
    {
        var group = frame.Group;
        // ", adding that": the subject of the clause before.
        if (frame.Has(WordClasses.VerbIng) && !frame.HasBe)
            return new VerbSource(phrases.SubjectOfSentence(group));
        var before = phrases.PhraseBefore(group);
        // "bottles that said", "Roe, who said": what the relative stands for.
        if (before.Count == 0 && Text(group - 1) is "that" or "who" or "which")
            before = phrases.PhraseBefore(Kind(group - 2) == TokenKind.Comma ? group - 2 : group - 1);
        if (before.Count > 0)
            return new VerbSource(before);
        // "… and said": the subject of the clause before.
        if (Text(group - 1) is "and" or "but" or "then")
            return Found.Count > 0 && Found[^1].Sentence == Sentence && !Found[^1].Source.IsEmpty
                ? new VerbSource(default, Shared: Found[^1])
                : new VerbSource(phrases.SubjectOfSentence(group));
        if (!frame.Has(WordClasses.FiniteVerbForm) || !CanBeTurned(group))
            return default;
        var after = new TokenRange(frame.CueEnd, phrases.PhraseAfter(frame.CueEnd, withRelative: true));
        return new VerbSource(after, IsInverted: after.Count > 0);
    }

    // "said Mr Smith" after a quotation, or "says Smith" at the end.
    private bool CanBeTurned(int group) =>
        group == First || Kind(group - 1) == TokenKind.Comma || ClosesQuotation(group - 1);

    private List<TextSpan> FindContent(VerbFrame frame, VerbSource source)
    {
        var content = new List<TextSpan>();
        var end = LastWord();
        var afterFrame = source.IsInverted ? source.Range.End : frame.CueEnd;
        var first = source.IsInverted ? source.Range.End : contents.ContentStart(frame.Verb, frame.CueEnd);
        var start =
            source.IsInverted || source.Range.Count == 0 ? frame.Group : Math.Min(source.Range.First, frame.Group);
        var before = contents.QuoteOrClauseBefore(start, isFinal: afterFrame >= end);
        if (before.Count > 0)
        {
            AddContent(content, before.First, before.End);
            var second = SecondHalf(first, end);
            if (second < end && IsQuoteMark(second))
                AddContent(content, second, end);
        }
        else if (first < end)
        {
            AddContent(content, first, contents.ClauseEnd(first, end));
        }

        if (content.Count == 0)
            AddNeighbour(content, frame.Group);
        return content;
    }

    // "…," he said, "…": where the second half begins.
    private int SecondHalf(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (
                IsQuoteMark(i)
                && Analysis.Quotations.At(Analysis.Tokens[i].Start) is { } quotation
                && quotation.Span.Start == Analysis.Tokens[i].Start
            )
                return i;
        }

        return Kind(first) == TokenKind.Comma ? first + 1 : first;
    }

    // "…?” Priebus said.": the quotation is the sentence before; "He told reporters:": it is a paragraph of its own.
    private void AddNeighbour(List<TextSpan> content, int group)
    {
        if (group - First < NounPhrases.MaxSourceTokens && contents.EndsQuoted(Sentence - 1))
            content.Add(Analysis.Sentences[Sentence - 1].Span);
        else if (
            Kind(End - 1) is TokenKind.Colon or TokenKind.Comma
            && Sentence + 1 < Analysis.Sentences.Count
            && Analysis.Tokens[Analysis.Sentences[Sentence + 1].FirstToken].IsQuoteMark
        )
            content.Add(Analysis.Sentences[Sentence + 1].Span);
    }

    private readonly record struct VerbSource(TokenRange Range, bool IsInverted = false, Attribution? Shared = null);
}
