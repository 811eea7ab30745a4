using Copylint.Documents;
using Copylint.Language;
using Copylint.Matchers;
using Copylint.Text;

namespace Copylint.Analysis.Speech;

/// <summary>
/// Reads attributions sentence by sentence: a cue (a verb of reporting or attitude, or a phrase that cites), its source (the noun phrase before the verb, or after it where
/// the order is turned), and its content (the quotation or clause after it, or what stands before a comma). Quotations that nothing in their sentence attributes go to the
/// speaker before them. The order of the sieves follows Muzny et al., "A two-stage sieve approach for quote attribution", EACL 2017.
/// </summary>
internal sealed class AttributionReader
{
    private const int MaxSourceTokens = 40;

    private const WordClasses CueVerb = WordClasses.ReportingVerb | WordClasses.AttitudeVerb;

    private readonly DocumentAnalysis _analysis;
    private readonly List<Attribution> _found = [];
    private int _first;
    private int _end;
    private int _sentence;

    private AttributionReader(DocumentAnalysis analysis) => _analysis = analysis;

    public static IReadOnlyList<Attribution> Read(DocumentAnalysis analysis)
    {
        var reader = new AttributionReader(analysis);
        for (var i = 0; i < analysis.Sentences.Count; i++)
        {
            var block = analysis.Document.Blocks[analysis.Sentences[i].Block];
            if (!analysis.IsResidue(block.Index) && block.Kind is not (BlockKind.DateHeader or BlockKind.Byline))
                reader.ReadSentence(i);
        }

        return reader._found;
    }

    private void ReadSentence(int index)
    {
        _sentence = index;
        (_first, _end) = (_analysis.Sentences[index].FirstToken, _analysis.Sentences[index].EndToken);
        var before = _found.Count;
        if (ReadColon())
            return;
        ReadCitations();
        for (var i = _first; i < _end; i++)
        {
            if (_analysis.Tokens[i].Kind != TokenKind.Word)
                continue;
            if (ReadPhrase(i) is > 0 and var phrase)
            {
                i = phrase - 1;
                continue;
            }

            if (!_analysis.Is(i, CueVerb | WordClasses.ReportingNoun) || IsQuoted(i))
                continue;
            if (_analysis.Is(i, CueVerb))
                i = Math.Max(i, ReadVerb(i));
            if (i < _end && _analysis.Is(i, WordClasses.ReportingNoun))
                ReadNoun(i);
        }

        if (_found.Count == before)
            CarryOn();
    }

    private bool IsHeadline =>
        _analysis.Document.Blocks[_analysis.Sentences[_sentence].Block].Kind is BlockKind.Headline or BlockKind.Heading;

    private bool IsDouble(int token) =>
        Kind(token) is TokenKind.OpenQuote or TokenKind.CloseQuote or TokenKind.StraightQuote;

    // A mark, of whatever shape, that ends a quotation.
    private bool ClosesQuotation(int token) =>
        token >= _first
        && token < _end
        && _analysis.Tokens[token].IsQuoteMark
        && _analysis.Quotations.At(_analysis.Tokens[token].Start) is { } quotation
        && quotation.Span.End == _analysis.Tokens[token].End;

    private bool IsQuoted(int token) => _analysis.Quotations.At(_analysis.Tokens[token].Start) is { WordCount: > 1 };

    private ReadOnlySpan<char> Text(int token) => token >= _first && token < _end ? _analysis.TextOf(token) : [];

    private TokenKind Kind(int token) =>
        token >= _first && token < _end ? _analysis.Tokens[token].Kind : TokenKind.Symbol;

    private bool Is(int token, WordClasses classes) => token >= _first && token < _end && _analysis.Is(token, classes);

    private PartOfSpeech Part(int token) => _analysis.PartOfSpeechAt(token);

    private TextSpan Span(int first, int end) => _analysis.SpanOf(new TokenRange(first, end));

    // ---- "according to", "in the words of"

    private void ReadCitations()
    {
        for (var i = _first; i + 2 < _end; i++)
        {
            if (Text(i) is "in" or "In" && PollEnd(i + 1) is > 0 and var poll && !IsQuoted(i))
            {
                var said = new List<TextSpan>();
                if (i == _first)
                    AddContent(said, poll, LastWord());
                else
                    AddContent(said, _first, i);
                if (said.Count > 0)
                    _found.Add(
                        new Attribution(AttributionKind.Citation, Span(i + 1, poll), Span(i, i + 1), said, _sentence)
                        {
                            SourceName = NameOf(i + 1, poll),
                        }
                    );
                i = poll - 1;
                continue;
            }

            if (!(Text(i) is "according" or "According" && Text(i + 1) is "to") || IsQuoted(i))
                continue;
            var opens = i == _first || (i == _first + 1 && (Is(_first, WordClasses.Conjunction) || IsDouble(_first)));
            var source = PhraseAfter(i + 2, withRelative: !opens);
            if (source <= i + 2)
                continue;
            var content = new List<TextSpan>();
            if (opens)
                AddContent(content, Kind(source) == TokenKind.Comma ? source + 1 : source, LastWord());
            else
                AddContent(content, ClauseStart(i), Kind(i - 1) is TokenKind.Comma or TokenKind.Dash ? i - 1 : i);
            if (content.Count == 0)
                continue;
            _found.Add(
                new Attribution(AttributionKind.Citation, Span(i + 2, source), Span(i, i + 2), content, _sentence)
                {
                    SourceName = NameOf(i + 2, source),
                }
            );
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
            i < Math.Min(_end, first + 9)
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
    private bool ReadColon()
    {
        var i = _first;
        while (
            i < _end
            && i - _first < 6
            && (
                Kind(i)
                    is TokenKind.Hyphen
                        or TokenKind.Stop
                        or TokenKind.OpenBracket
                        or TokenKind.CloseBracket
                        or TokenKind.Comma
                || Kind(i) == TokenKind.Word && _analysis.Tokens[i].IsCapitalised
            )
        )
            i++;
        if (i == _first || Kind(i) != TokenKind.Colon || _end - i < 4)
            return false;
        var named = IsHeadline
            ? Part(i - 1) == PartOfSpeech.Noun
            : _analysis.Tokens[_first].Shape == CaseShape.Upper && _analysis.Tokens[_first].Length > 2;
        if (
            !named
            || Text(_first)
                is "Exclusive"
                    or "EXCLUSIVE"
                    or "Watch"
                    or "WATCH"
                    or "Video"
                    or "VIDEO"
                    or "Poll"
                    or "UPDATE"
                    or "Update"
                    or "Live"
                    or "LIVE"
                    or "Read"
                    or "BREAKING"
        )
            return false;
        var content = new List<TextSpan>();
        AddContent(content, i + 1, LastWord());
        if (content.Count == 0)
            return false;
        _found.Add(
            new Attribution(KindOf(content), Span(_first, i), Span(i, i + 1), content, _sentence)
            {
                SourceName = NameOf(_first, i),
            }
        );
        return true;
    }

    // "Asked whether …, Roe said", "… reportedly …", "made (it) clear that …", "would like to …": cues that are more or less than a verb. Returns where the cue ends, or 0.
    private int ReadPhrase(int token)
    {
        switch (Text(token))
        {
            case "Asked"
            or "asked"
            or "Pressed"
            or "pressed"
            or "Questioned"
                when (token == _first || Text(token - 1) is "when" or "When" || Kind(token - 1) == TokenKind.Comma)
                    && Text(token + 1)
                        is "if"
                            or "whether"
                            or "about"
                            or "how"
                            or "what"
                            or "why"
                            or "who"
                            or "on"
                            or "by":
                var comma = token + 1;
                while (comma < _end && Kind(comma) != TokenKind.Comma)
                    comma++;
                return comma < _end || token > _first
                    ? AddPhrase(
                        (0, 0),
                        token,
                        Text(token + 1) is "about" or "by" ? token + 2 : token + 1,
                        token + 1,
                        Math.Min(comma, LastWord())
                    )
                    : 0;
            case "reportedly" or "allegedly" or "purportedly":
                return AddPhrase((0, 0), token, token + 1, token + 1, ClauseEnd(token + 1, LastWord()));
            case "made"
            or "make"
            or "makes"
            or "making"
                when Text(token + 1) is "clear" or "plain" or "known"
                    || (Text(token + 1) is "it" && Text(token + 2) is "clear" or "plain" or "known"):
                var clear = Text(token + 1) is "it" ? token + 2 : token + 1;
                var group = GroupStart(token);
                return AddPhrase(
                    PhraseBefore(group),
                    group,
                    clear + 1,
                    Text(clear + 1) is "that" ? clear + 2 : clear + 1,
                    ClauseEnd(clear + 1, LastWord())
                );
            case "raise"
            or "raises"
            or "raised"
            or "raising"
            or "express"
            or "expresses"
            or "expressed"
            or "expressing"
            or "voice"
            or "voices"
            or "voiced"
            or "voicing"
            or "issue"
            or "issues"
            or "issued"
            or "issuing"
            or "release"
            or "releases"
            or "released"
            or "releasing"
            or "make"
            or "makes"
            or "made"
            or "making"
            or "deliver"
            or "delivers"
            or "delivered"
            or "delivering"
            or "give"
            or "gives"
            or "gave"
            or "giving"
            or "offer"
            or "offers"
            or "offered"
            or "offering"
            or "launch"
            or "launches"
            or "launched"
            or "launching"
            or "renew"
            or "renewed"
            or "repeated"
            or "repeat"
            or "announced"
            or "announce"
            or "announces":
                return ReadLightVerb(token);
            // "As the minister put it, “…”"
            case "put"
            or "puts" when Text(token + 1) is "it" && (Kind(token + 2) is TokenKind.Comma or TokenKind.Colon):
                var putting = GroupStart(token);
                var speaker = PhraseBefore(putting);
                return speaker.First < speaker.End ? AddPhrase(speaker, putting, token + 2, token + 3, LastWord()) : 0;
            case "like"
                when Text(token - 1) is "would"
                    || (Kind(token - 1) == TokenKind.Clitic && Text(token - 1) is "'d" or "’d"):
                var modal = GroupStart(token);
                return AddPhrase(PhraseBefore(modal), modal, token + 1, token + 1, ClauseEnd(token + 1, LastWord()));
            case "willing"
            or "eager"
            or "confident"
            or "skeptical"
            or "sceptical"
            or "critical"
            or "aware"
            or "concerned"
            or "worried"
            or "certain"
            or "sure"
            or "afraid"
            or "hopeful"
            or "optimistic"
            or "convinced"
            or "adamant"
            or "supportive"
            or "dismissive"
            or "doubtful"
            or "opposed"
            or "unhappy"
            or "angry"
            or "furious"
            or "proud"
            or "reluctant"
            or "wary" when Text(token + 1) is "that" or "of" or "about" or "to" or "over":
                var predicate = GroupStart(token);
                return predicate < token && Is(predicate, WordClasses.Be)
                    ? AddPhrase(
                        PhraseBefore(predicate),
                        predicate,
                        token + (Text(token + 1) is "that" ? 1 : 2),
                        token + 2,
                        ClauseEnd(token + 2, LastWord())
                    )
                    : 0;
            default:
                return 0;
        }
    }

    // "raised questions about", "expressed her support for", "issued a statement saying": a verb that says little, with the noun that says it.
    private int ReadLightVerb(int verb)
    {
        var noun = verb + 1;
        while (
            noun < _end
            && noun <= verb + 4
            && Kind(noun) == TokenKind.Word
            && !_analysis.Is(noun, WordClasses.ReportingNoun)
            && (
                Is(noun, WordClasses.Determiner | WordClasses.Pronoun)
                || Part(noun) is PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.Adverb
            )
        )
            noun++;
        if (noun > verb + 4 || !Is(noun, WordClasses.ReportingNoun))
            return 0;
        var link = noun + 1;
        if (
            !(
                Text(link)
                is "about"
                    or "for"
                    or "of"
                    or "on"
                    or "over"
                    or "against"
                    or "that"
                    or "to"
                    or "saying"
                    or "with"
            )
        )
            return 0;
        var group = GroupStart(verb);
        var source = PhraseBefore(group);
        if (source.First >= source.End)
            source = SubjectOfSentence(group);
        return source.First < source.End
            ? AddPhrase(
                source,
                group,
                Text(link) is "that" ? link : link + 1,
                link + 1,
                ClauseEnd(link + 1, LastWord())
            )
            : 0;
    }

    private int AddPhrase((int First, int End) source, int cueFirst, int cueEnd, int contentFirst, int contentEnd)
    {
        if (IsQuoted(cueEnd - 1))
            return 0;
        var content = new List<TextSpan>();
        AddContent(content, contentFirst, contentEnd);
        if (content.Count == 0)
            return 0;
        var hasSource = source.First < source.End;
        _found.Add(
            new Attribution(
                KindOf(content),
                hasSource ? Span(source.First, source.End) : default,
                Span(cueFirst, cueEnd),
                content,
                _sentence
            )
            {
                SourceName = hasSource ? NameOf(source.First, source.End) : null,
            }
        );
        return cueEnd;
    }

    // The auxiliaries and adverbs before a verb belong to its group.
    private int GroupStart(int verb)
    {
        var group = verb;
        while (
            group > _first
            && (
                Is(group - 1, WordClasses.Auxiliary | WordClasses.Adverb | WordClasses.Negation)
                || (Text(group - 1) is "to" && group - 1 > _first)
                || Text(group - 1) is "first" or "since" or "often"
                || (Part(group - 1) == PartOfSpeech.Adverb && Kind(group - 1) == TokenKind.Word)
            )
        )
            group--;
        return group;
    }

    // ---- Verbs

    // Returns the last token that the attribution's cue uses up.
    private int ReadVerb(int verb)
    {
        var classes = _analysis.Vocabulary.Classes(_analysis.Tokens[verb].WordId);
        if (Kind(verb - 1) == TokenKind.Hyphen || Kind(verb + 1) == TokenKind.Hyphen)
            return verb;
        // In a headline in title case the tagger sees names only.
        if (
            Part(verb) != PartOfSpeech.Verb
            && !(Text(verb) is "said" or "says" && Text(verb - 1) is not "the")
            && !LeadsIn(verb, classes)
            && !(
                IsHeadline
                && _analysis.Tokens[verb].IsCapitalised
                && (classes & (WordClasses.VerbThird | WordClasses.VerbPast)) != 0
                && verb > _first
            )
        )
            return verb;
        var group = GroupStart(verb);
        // "spoke about", "voted against": only with what it is about; "find" and "hear" tell of the finder, not of what is said.
        var text = Text(verb);
        if (
            (text.StartsWith("speak", StringComparison.OrdinalIgnoreCase) || text is "spoke" or "spoken")
            && !(Text(verb + 1) is "about" or "of" or "against")
        )
            return verb;
        if (NeedsParticle(text) && !(Text(verb + 1) is "about" or "of" or "against" or "for" or "on" or "with"))
            return verb;
        if (
            text
            is "find"
                or "finds"
                or "finding"
                or "hear"
                or "hears"
                or "heard"
                or "supposed"
                or "reflect"
                or "reflects"
                or "reflecting"
                or "reflected"
                or "states"
                or "feels"
                or "expects"
                or "maintain"
                or "maintained"
                or "maintains"
                or "advised"
                or "believed"
                or "planned"
                or "saw"
                or "thought"
                or "determine"
                or "determining"
                or "understands"
                or "understand"
                or "consider"
                or "regarding"
                or "appearing"
                or "ruled"
                or "published"
                or "read"
        )
            return verb;
        var isStand = (classes & (WordClasses.AttitudeVerb | WordClasses.CognitionVerb)) != 0;
        // "said he fully supports it": the stand is part of what somebody says, not a second voice.
        if ((isStand || Is(group, WordClasses.Modal)) && IsInContent(verb))
            return verb;
        // "began", "continued": of speech only beside a quotation; "was seen", "were decided": nobody's mind.
        if (IsPhase(text) && !BesideQuotation(group, verb))
            return verb;
        if (text.StartsWith("rais") && !NamesDoubt(verb))
            return verb;
        // "appears to back it", not "will appear in the show"; "found that", not "found himself".
        if (text.StartsWith("appear") && !(Text(verb + 1) is "to" or "that"))
            return verb;
        if (
            text.StartsWith("found")
            && (Text(verb + 1).EndsWith("self") || Text(verb + 1).EndsWith("selves") || text is "founded" or "founding")
        )
            return verb;
        // "criticised her for supporting it", "ads supporting Roe", "a firm focused on".
        if (
            isStand
            && group == verb
            && verb > _first
            && (
                (classes & WordClasses.VerbIng) != 0
                    ? Is(verb - 1, WordClasses.Preposition) || Part(verb - 1) == PartOfSpeech.Noun
                    : text is "focused"
                        && Part(verb - 1) == PartOfSpeech.Noun
                        && !_analysis.Tokens[verb - 1].IsCapitalised
            )
        )
            return verb;
        // "went on to say", "tried to defend", "was quick to note": the verb before shares the subject.
        if (Text(group) is "to" && group > _first + 1)
        {
            if (Text(group - 1) is "on" && Text(group - 2) is "went" or "goes" or "go" or "going")
                group = GroupStart(group - 2);
            else if (Text(group - 1) is "quick" or "careful" or "likely" && group - 2 > _first)
                group = GroupStart(group - 1);
            else if (
                Text(group - 1)
                is "try"
                    or "tries"
                    or "tried"
                    or "trying"
                    or "tend"
                    or "tends"
                    or "tended"
                    or "continue"
                    or "continues"
                    or "continued"
                    or "begins"
                    or "began"
                    or "starts"
                    or "started"
            )
                group = GroupStart(group - 1);
        }

        // "wants to see", "a pledge to add": what is meant is the first verb's, or nobody's yet.
        if (Text(group) is "to")
            return verb;
        var hasFinite = (classes & WordClasses.FiniteVerbForm) != 0;
        var isIng = (classes & WordClasses.VerbIng) != 0;
        var hasBe = false;
        for (var i = group; i < verb; i++)
            hasBe |= Is(i, WordClasses.Be);
        if (hasBe && text is "seen" or "decided" or "known" && Text(verb + 1) is not ("as" or "by" or "for"))
            return verb;
        if (hasBe && Text(verb + 1) is "by" && (classes & WordClasses.VerbParticiple) != 0)
        {
            var agent = PhraseAfter(verb + 2, withRelative: false);
            var patient = PhraseBefore(group);
            if (agent > verb + 2 && patient.First < patient.End)
                return Math.Max(verb, AddPhrase((verb + 2, agent), group, verb + 2, patient.First, patient.End) - 1);
        }

        // "promised by X", "the claim made": a participle after a noun is no frame.
        var isParticiple = (classes & WordClasses.VerbParticiple) != 0;
        if (
            Text(verb + 1) is "by"
            && !hasBe
            && Text(verb + 2) is not ("telephone" or "phone" or "email" or "text" or "video")
        )
            return verb;
        if (
            isParticiple
            && group == verb
            && text is not ("said" or "told" or "added")
            && Kind(verb - 1) == TokenKind.Word
            && Is(verb - 1, WordClasses.Determiner)
            && !Is(verb - 1, WordClasses.SubjectPronoun | WordClasses.Pronoun)
        )
            return verb;
        var cueEnd = CueEnd(verb);
        // "said Mr Smith" after a quotation, or "says Smith" at the end.
        var afterQuote =
            group == _first
                ? EndsQuoted(_sentence - 1)
                : ClosesQuotation(group - 1) || (Kind(group - 1) == TokenKind.Comma && ClosesQuotation(group - 2));
        int sourceFirst,
            sourceEnd;
        var isInverted = false;
        Attribution? shared = null;
        if (isIng && !hasBe)
        {
            // ", adding that": the subject of the clause before.
            (sourceFirst, sourceEnd) = SubjectOfSentence(group);
        }
        else
        {
            (sourceFirst, sourceEnd) = PhraseBefore(group);
            // "bottles that said", "Roe, who said": what the relative stands for.
            if (
                sourceFirst >= sourceEnd
                && Text(group - 1) is "that" or "who" or "which"
                && PhraseBefore(Kind(group - 2) == TokenKind.Comma ? group - 2 : group - 1) is { } antecedent
                && antecedent.First < antecedent.End
            )
                (sourceFirst, sourceEnd) = antecedent;
            // "… and said": the subject of the clause before.
            if (sourceFirst >= sourceEnd && Text(group - 1) is "and" or "but" or "then")
            {
                shared =
                    _found.Count > 0 && _found[^1].Sentence == _sentence && !_found[^1].Source.IsEmpty
                        ? _found[^1]
                        : null;
                if (shared is null)
                    (sourceFirst, sourceEnd) = SubjectOfSentence(group);
            }
            else if (
                sourceFirst >= sourceEnd
                && hasFinite
                && (afterQuote || group == _first || Kind(group - 1) == TokenKind.Comma)
            )
            {
                sourceFirst = cueEnd;
                sourceEnd = PhraseAfter(cueEnd, withRelative: true);
                isInverted = sourceEnd > sourceFirst;
            }
        }

        if (sourceFirst >= sourceEnd && !hasBe && !isIng && shared is null)
            return verb;
        var content = new List<TextSpan>();
        var contentFirst = isInverted ? sourceEnd : ContentStart(verb, cueEnd);
        var quoteBefore = QuoteOrClauseBefore(
            isInverted ? group : Math.Min(sourceFirst < sourceEnd ? sourceFirst : group, group),
            isFinal: (isInverted ? sourceEnd : cueEnd) >= LastWord()
        );
        var end = LastWord();
        if (quoteBefore.First < quoteBefore.End)
        {
            AddContent(content, quoteBefore.First, quoteBefore.End);
            // A second half: "…," he said, "…", or “…,” he said, adding nothing.
            var next = Kind(contentFirst) == TokenKind.Comma ? contentFirst + 1 : contentFirst;
            for (var i = contentFirst; i < end; i++)
            {
                if (
                    _analysis.Tokens[i].IsQuoteMark
                    && _analysis.Quotations.At(_analysis.Tokens[i].Start) is { } quotation
                    && quotation.Span.Start == _analysis.Tokens[i].Start
                )
                {
                    next = i;
                    break;
                }
            }

            if (next < end && _analysis.Tokens[next].IsQuoteMark)
                AddContent(content, next, end);
        }
        else if (contentFirst < end)
        {
            AddContent(content, contentFirst, ClauseEnd(contentFirst, end));
        }

        // "…?” Priebus said.": the quotation is the sentence before.
        if (content.Count == 0 && group - _first < MaxSourceTokens && EndsQuoted(_sentence - 1))
            content.Add(_analysis.Sentences[_sentence - 1].Span);
        // "He told reporters:" and the quotation in a paragraph of its own.
        if (
            content.Count == 0
            && Kind(_end - 1) is TokenKind.Colon or TokenKind.Comma
            && _sentence + 1 < _analysis.Sentences.Count
            && _analysis.Tokens[_analysis.Sentences[_sentence + 1].FirstToken].IsQuoteMark
        )
            content.Add(_analysis.Sentences[_sentence + 1].Span);
        if (content.Count == 0)
            return verb;
        if (isIng && sourceFirst >= sourceEnd && _found.Count > 0 && _found[^1].Sentence == _sentence)
            shared = _found[^1];
        if (shared is not null)
        {
            _found.Add(
                new Attribution(KindOf(content), shared.Source, Span(group, cueEnd), content, _sentence)
                {
                    SourceName = shared.SourceName,
                }
            );
            return cueEnd - 1;
        }

        var cueFirst = group;
        _found.Add(
            new Attribution(
                KindOf(content),
                sourceFirst < sourceEnd ? Span(sourceFirst, sourceEnd) : default,
                Span(cueFirst, cueEnd),
                content,
                _sentence
            )
            {
                SourceName = sourceFirst < sourceEnd ? NameOf(sourceFirst, sourceEnd) : null,
            }
        );
        return cueEnd - 1;
    }

    // "his criticism of the plan", "claims that it failed": noun, link, and what is said; the source is a possessor before it.
    private void ReadNoun(int noun)
    {
        if (
            Part(noun) != PartOfSpeech.Noun
            || !(
                Text(noun + 1) is "of" or "about" or "that" or "for" or "over" or "against" or "on"
                || (Text(noun + 1) is "to" && TakesTo(Text(noun)))
            )
        )
            return;
        if (
            IsInContent(noun)
            || (
                _found.Count > 0 && _found[^1].Sentence == _sentence && _found[^1].Cue.End >= _analysis.Tokens[noun].End
            )
        )
            return;
        var contentEnd = Text(noun + 1) is "that"
            ? ClauseEnd(noun + 2, LastWord())
            : PhraseAfter(noun + 2, withRelative: false);
        var content = new List<TextSpan>();
        AddContent(content, noun + 2, contentEnd);
        if (content.Count == 0)
            return;
        var (first, end) = (noun, noun);
        for (var i = noun - 1; i >= Math.Max(_first, noun - 3); i--)
        {
            if (
                Kind(i) == TokenKind.Clitic
                || (Is(i, WordClasses.Determiner) && Text(i) is "his" or "her" or "their" or "its" or "my" or "our")
            )
            {
                (first, end) = Kind(i) == TokenKind.Clitic ? (HeadStart(i), i) : (i, i + 1);
                break;
            }
        }

        // "the attack on the airport", "a plan for the course": a deed or a thing unless it is somebody's.
        if (first >= end && Text(noun) is "attack" or "attacks" or "plan" or "plans")
            return;
        _found.Add(
            new Attribution(
                AttributionKind.Indirect,
                first < end ? Span(first, end) : default,
                Span(noun, noun + (Text(noun + 1) is "that" ? 1 : 2)),
                content,
                _sentence
            )
            {
                SourceName = first < end ? NameOf(first, end) : null,
            }
        );
    }

    // What follows tells a verb from the noun of the same form: "records show.", "Roe claims he knew", "the poll reports that", ", adding, “…”".
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
        if (verb == _first)
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
        if (next < _end && _analysis.Tokens[next].IsQuoteMark)
            return true;
        // "Democrats, Roe notes, applaud it": a frame between commas.
        if (next > after)
            return !isIng
                && Kind(after) == TokenKind.Comma
                && HeadStart(verb) is var head
                && head > _first
                && Kind(head - 1) == TokenKind.Comma;
        if (
            Text(next) is "that"
            || (
                Text(next) is "to"
                && !isIng
                && (classes & WordClasses.VerbThird) != 0
                && _analysis.Tokens[verb - 1].IsCapitalised
            )
        )
            return true;
        return !isIng
            && (
                Is(next, WordClasses.SubjectPronoun) && !Is(next, WordClasses.Determiner)
                || (Kind(next) == TokenKind.Stop && next == _end - 1 && HasCommaBefore(verb))
            );
    }

    private bool HasCommaBefore(int verb)
    {
        for (var i = verb - 1; i >= Math.Max(_first, verb - 6); i--)
        {
            if (Kind(i) == TokenKind.Comma || _analysis.Tokens[i].IsQuoteMark)
                return true;
        }

        return false;
    }

    private bool IsInContent(int token)
    {
        if (_found.Count == 0 || _found[^1].Sentence != _sentence || _found[^1].Source.IsEmpty)
            return false;
        foreach (var span in _found[^1].Content)
        {
            if (span.Contains(_analysis.Tokens[token].Start))
                return true;
        }

        return false;
    }

    private static bool TakesTo(ReadOnlySpan<char> noun) =>
        noun
            is "opposition"
                or "decision"
                or "refusal"
                or "plan"
                or "plans"
                or "vow"
                or "vows"
                or "promise"
                or "promises"
                or "pledge"
                or "pledges"
                or "call"
                or "calls"
                or "reference"
                or "references"
                or "response"
                or "objection"
                or "objections"
                or "tribute"
                or "resistance";

    private static bool IsPhase(ReadOnlySpan<char> verb) =>
        verb
            is "begin"
                or "begins"
                or "began"
                or "begun"
                or "beginning"
                or "continue"
                or "continues"
                or "continued"
                or "continuing"
        || verb.StartsWith("start")
        || verb.StartsWith("finish")
        || verb.StartsWith("conclud")
        || verb.StartsWith("persist")
        || verb.StartsWith("sign");

    private bool BesideQuotation(int group, int verb)
    {
        for (var i = verb + 1; i <= verb + 3 && i < _end; i++)
        {
            if (_analysis.Tokens[i].IsQuoteMark)
                return true;
        }

        // The source stands between: "…,” the mayor went on".
        for (var i = group - 1; i >= Math.Max(_first, group - 6); i--)
        {
            if (_analysis.Tokens[i].IsQuoteMark)
                return true;
        }

        return false;
    }

    // "raised concerns about", "raised the question of": not "raised money".
    private bool NamesDoubt(int verb)
    {
        for (var i = verb + 1; i <= verb + 4 && i < _end; i++)
        {
            if (
                Is(i, WordClasses.ReportingNoun)
                || Text(i)
                    is "doubts"
                        or "doubt"
                        or "issue"
                        or "issues"
                        or "alarm"
                        or "possibility"
                        or "prospect"
                        or "spectre"
                        or "specter"
                        or "eyebrows"
            )
                return true;
        }

        return false;
    }

    private static bool NeedsParticle(ReadOnlySpan<char> verb) =>
        verb.StartsWith("talk", StringComparison.Ordinal)
        || verb.StartsWith("speak", StringComparison.Ordinal)
        || verb is "spoke" or "spoken"
        || verb.StartsWith("vot", StringComparison.Ordinal)
        || verb.StartsWith("push", StringComparison.Ordinal)
        || verb.StartsWith("focus", StringComparison.Ordinal)
        || verb.StartsWith("sid", StringComparison.Ordinal)
        || verb.StartsWith("campaign", StringComparison.Ordinal);

    private static readonly string[] Particles = ["out", "for", "on", "about", "to", "against", "of", "in", "with"];

    // The cue with what belongs to it: its particle, the place and day of saying, and the verb that a first one leads to ("refused to say", "said Tuesday on Twitter").
    private int CueEnd(int verb)
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
            // "said during an interview", "told reporters" keeps its hearer outside; a last or next week belongs to the saying.
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
            for (var i = verb + 3; i < Math.Min(_end, verb + 6); i++)
            {
                if (
                    Text(i)
                    is "statement"
                        or "interview"
                        or "tweet"
                        or "speech"
                        or "email"
                        or "letter"
                        or "post"
                        or "memo"
                        or "report"
                        or "release"
                        or "message"
                        or "filing"
                )
                    return i + 1;
            }
        }

        var takes =
            word.StartsWith("call", StringComparison.Ordinal)
            || word.StartsWith("point", StringComparison.Ordinal)
            || word.StartsWith("refer", StringComparison.Ordinal)
            || NeedsParticle(word)
            || word is "hinted" or "agreed" or "agrees" or "alluded" or "pushed" or "objected" or "commented";
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
        foreach (var particle in Particles)
        {
            if (Text(verb + 1).SequenceEqual(particle))
                return verb + 2;
        }

        return verb + 1;
    }

    // The noun phrase that ends right before a token: its head, what is joined to it, and an apposition between commas.
    private (int First, int End) PhraseBefore(int before)
    {
        var end = before;
        if (
            Kind(end - 1) == TokenKind.Word
            && Is(end - 1, WordClasses.Conjunction | WordClasses.Preposition | WordClasses.Subordinator)
            && !Is(end - 1, WordClasses.Determiner | WordClasses.SubjectPronoun | WordClasses.Wh)
        )
            return (0, 0);
        if (Kind(end - 1) is TokenKind.Comma or TokenKind.Dash)
        {
            // "Rubel, a senior analyst at Jefferies, said": to the comma that opens the apposition, and on.
            var open = end - 2;
            while (
                open > _first
                && Kind(open) is not (TokenKind.Comma or TokenKind.Dash)
                && !IsDouble(open)
                && end - open < MaxSourceTokens
            )
                open--;
            if (Kind(open) is not (TokenKind.Comma or TokenKind.Dash))
                return (0, 0);
            var head = HeadStart(open);
            // ", R-Texas," and ", Fla.," and ", 30," come in rows.
            while (head >= open && open > _first + 1)
            {
                open--;
                while (
                    open > _first
                    && Kind(open) is not (TokenKind.Comma or TokenKind.Dash)
                    && end - open < MaxSourceTokens
                )
                    open--;
                head = HeadStart(open);
            }

            return head < open ? (head, end - 1) : (0, 0);
        }

        var first = HeadStart(end);
        return first < end ? (first, end) : (0, 0);
    }

    // Walks back over the words of a noun phrase.
    private int HeadStart(int end)
    {
        var i = end - 1;
        if (
            i < _first
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
        while (i >= _first && end - i < MaxSourceTokens)
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
                TokenKind.CloseSingleQuote or TokenKind.StraightSingleQuote => i > _first
                    && !_analysis.Tokens[i].HasSpaceBefore
                    && Kind(i - 1) == TokenKind.Word,
                TokenKind.Stop => i > _first
                    && _analysis.Tokens[i - 1].IsCapitalised
                    && _analysis.Tokens[i - 1].Length < 5,
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
            // "In Iowa Trump said" keeps only what follows the first names; "On Monday officials said" what follows the day.
            start++;
            while (
                start < end - 1 && Is(start, WordClasses.Weekday | WordClasses.Month)
                || Kind(start) == TokenKind.Number && start < end - 1
            )
                start++;
        }

        return start;
    }

    private bool IsNounPhraseWord(int i)
    {
        if (
            Text(i)
            is "that"
                or "which"
                or "who"
                or "when"
                or "where"
                or "while"
                or "because"
                or "if"
                or "as"
                or "but"
                or "so"
                or "than"
        )
            return false;
        if (
            Text(i)
            is "of"
                or "for"
                or "at"
                or "in"
                or "from"
                or "with"
                or "to"
                or "on"
                or "and"
                or "or"
                or "&"
                or "by"
                or "over"
                or "against"
        )
            return true;
        if (
            Is(i, WordClasses.Auxiliary | WordClasses.Subordinator)
            && !(i > _first && _analysis.Tokens[i].Shape == CaseShape.Capitalised)
        )
            return false;
        var part = Part(i);
        return part is PartOfSpeech.Noun or PartOfSpeech.Adjective
            || Is(i, WordClasses.Determiner | WordClasses.NumberWord | WordClasses.OrdinalWord | WordClasses.Pronoun)
            || (Is(i, WordClasses.SubjectPronoun | WordClasses.ObjectPronoun) && !Is(i, WordClasses.Wh))
            || _analysis.Tokens[i].IsCapitalised
            || (
                part == PartOfSpeech.Verb && i > _first && (Is(i - 1, WordClasses.Determiner) || Text(i - 1) is "those")
            );
    }

    // The end of the noun phrase that begins at a token.
    private int PhraseAfter(int first, bool withRelative)
    {
        var i = first;
        if (Is(i, WordClasses.SubjectPronoun) && !Is(i, WordClasses.Determiner))
            return i + 1;
        while (
            i < _end
            && (
                Kind(i) == TokenKind.Word
                    && (
                        IsNounPhraseWord(i)
                        || (
                            i == first
                            && Text(i).EndsWith("ed")
                            && (
                                _analysis.Tokens[i + 1].IsCapitalised
                                || Part(Math.Min(i + 1, _end - 1)) == PartOfSpeech.Noun
                            )
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
                || (
                    Kind(i) == TokenKind.Stop
                    && i + 1 < _end
                    && i > first
                    && _analysis.Tokens[i - 1].Length < 5
                    && _analysis.Tokens[i - 1].IsCapitalised
                )
            )
        )
            i++;
        while (
            i > first
            && (
                Text(i - 1)
                    is "of"
                        or "for"
                        or "at"
                        or "in"
                        or "from"
                        or "with"
                        or "to"
                        or "on"
                        or "and"
                        or "or"
                        or "by"
                || Is(i - 1, WordClasses.Weekday)
            )
        )
            i--;
        if (i == first || !withRelative || Kind(i) != TokenKind.Comma)
            return i;
        // An apposition up to the next comma, or the end: ", a spokesman for the firm".
        if (
            !(
                Is(i + 1, WordClasses.Determiner)
                || Text(i + 1) is "who"
                || Part(Math.Min(i + 1, _end - 1)) == PartOfSpeech.Noun
            )
        )
            return i;
        var end = i + 1;
        while (
            end < _end
            && Kind(end)
                is not (TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon or TokenKind.Dash or TokenKind.Colon)
            && !_analysis.Tokens[end].IsQuoteMark
        )
            end++;
        return Kind(end) is TokenKind.Comma or TokenKind.Stop || end == _end ? end : i;
    }

    // The subject of the first finite verb, for a participle that hangs on the clause.
    private (int First, int End) SubjectOfSentence(int before)
    {
        if (_found.Count > 0 && _found[^1].Sentence == _sentence)
            return (0, 0);
        for (var i = _first + 1; i < before; i++)
        {
            if (
                Kind(i) == TokenKind.Word
                && (Is(i, WordClasses.Auxiliary) || (Part(i) == PartOfSpeech.Verb && !Text(i).EndsWith("ing")))
                && PhraseBefore(i) is { } phrase
                && phrase.First < phrase.End
            )
                return phrase;
        }

        return (0, 0);
    }

    // Where the content begins after the verb: past the hearer, an adverbial of time or place, and "that".
    private int ContentStart(int verb, int cueEnd)
    {
        var i = cueEnd;
        if (Text(i) is "that" or ":" || Kind(i) == TokenKind.Colon)
            return i + 1;
        if (i < _end && _analysis.Tokens[i].IsQuoteMark)
            return i;
        // "told reporters on Monday that", "said in a statement that": to "that", a colon or a quotation near by, with no verb before it.
        var isTell =
            Text(verb)
            is "told"
                or "tell"
                or "tells"
                or "telling"
                or "asked"
                or "asks"
                or "asking"
                or "warned"
                or "informed"
                or "reminded"
                or "assured";
        var limit = Math.Min(_end, i + 16);
        var startsAdverbial =
            Is(i, WordClasses.Preposition | WordClasses.Weekday | WordClasses.RelativeDay)
            || Kind(i) == TokenKind.Comma
            || Part(Math.Min(i, _end - 1)) == PartOfSpeech.Adverb;
        if (isTell || startsAdverbial)
        {
            for (var k = i; k < limit; k++)
            {
                if (Text(k) is "that" && k > i - 1 || Kind(k) == TokenKind.Colon)
                    return k + 1;
                if (_analysis.Tokens[k].IsQuoteMark)
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
                hearer < _end
                && Kind(hearer) == TokenKind.Word
                && !(Is(hearer, WordClasses.SubjectPronoun) && hearer > i)
                && (hearer == i || !Is(hearer, WordClasses.Determiner) || Is(hearer - 1, WordClasses.Preposition))
                && (IsNounPhraseWord(hearer) || Text(hearer) is "of" or "in" or "on")
            )
                hearer++;
            return hearer < _end - 2 ? hearer : i;
        }

        if (startsAdverbial && Is(i, WordClasses.Weekday))
            return i + 1;
        if (Text(i) is "on" && Is(i + 1, WordClasses.Weekday | WordClasses.Month))
            return i + 2;
        return i;
    }

    // What stands before the source and is what is said: a quotation, or a clause that a comma closes.
    private (int First, int End) QuoteOrClauseBefore(int source, bool isFinal)
    {
        var close = source - 1;
        if (close < _first)
            return (0, 0);
        if (_analysis.Tokens[close].IsQuoteMark)
        {
            var quotation = _analysis.Quotations.At(_analysis.Tokens[close].Start);
            return quotation is null ? (0, 0) : (StartOfQuoted(quotation, close), close + 1);
        }

        if (Kind(close) is not (TokenKind.Comma or TokenKind.Dash) || close == _first)
            return (0, 0);
        if (
            _analysis.Tokens[close - 1].IsQuoteMark
            && _analysis.Quotations.At(_analysis.Tokens[close - 1].Start) is { } inner
        )
            return (StartOfQuoted(inner, close - 1), close);
        // "The plan is dead, he said.": a whole clause with a verb, and the frame at the end or before a comma.
        var start = ClauseStart(close);
        var hasVerb = false;
        for (var i = start; i < close; i++)
            hasVerb |= Kind(i) == TokenKind.Word && (Is(i, WordClasses.Auxiliary) || Part(i) == PartOfSpeech.Verb);
        if (!isFinal && (!hasVerb || Text(start).EndsWith("ing")))
            return (0, 0);
        // "After the vote, he said": what stands before is an adverbial, unless a comma and a clause follow inside.
        if (!isFinal && Is(start, WordClasses.Subordinator | WordClasses.Preposition))
        {
            var comma = start;
            while (comma < close && (Kind(comma) != TokenKind.Comma || IsQuoted(comma)))
                comma++;
            if (comma == close)
                return (0, 0);
        }

        return (start, close);
    }

    private int StartOfQuoted(Quotation quotation, int close)
    {
        var start = close;
        while (start > _first && _analysis.Tokens[start - 1].Start >= quotation.Span.Start)
            start--;
        return start;
    }

    private int ClauseStart(int end)
    {
        for (var i = end - 1; i > _first; i--)
        {
            if (Kind(i) == TokenKind.Semicolon)
                return i + 1;
        }

        return Is(_first, WordClasses.Conjunction) && Kind(_first) == TokenKind.Word && _first + 1 < end
            ? _first + 1
            : _first;
    }

    // Content runs to the end of the sentence, but for a frame of its own that follows after a comma.
    private int ClauseEnd(int first, int end)
    {
        for (var i = first + 2; i < end; i++)
        {
            if (Kind(i) == TokenKind.Semicolon && !IsQuoted(i))
                return i;
            if (
                Kind(i) == TokenKind.Comma
                && !IsQuoted(i)
                && i + 1 < end
                && Is(i + 1, CueVerb)
                && Is(i + 1, WordClasses.VerbIng)
            )
                return i;
            if (Kind(i) == TokenKind.Comma && Text(i + 1) is "according" && Text(i + 2) is "to")
                return i;
        }

        return end;
    }

    private int LastWord()
    {
        var end = _end;
        while (end > _first + 1 && Kind(end - 1) is TokenKind.Stop)
            end--;
        return end;
    }

    private void AddContent(List<TextSpan> content, int first, int end)
    {
        while (
            first < end && Kind(first) is TokenKind.Comma or TokenKind.Colon or TokenKind.Dash or TokenKind.Semicolon
        )
            first++;
        while (end > first && Kind(end - 1) is TokenKind.Comma or TokenKind.Dash or TokenKind.Semicolon)
            end--;
        if (first < end)
            content.Add(Span(first, end));
    }

    private AttributionKind KindOf(List<TextSpan> content)
    {
        var quoted = 0;
        foreach (var span in content)
        {
            if (_analysis.Quotations.Covers(span))
                quoted++;
        }

        return quoted == content.Count ? AttributionKind.Direct
            : content.Exists(s => s.In(_analysis.Document.Text).IndexOfAny('“', '"') >= 0) ? AttributionKind.Mixed
            : AttributionKind.Indirect;
    }

    // ---- Reach

    private bool EndsQuoted(int sentence)
    {
        if (sentence < 0 || _analysis.Sentences[sentence].Block != _analysis.Sentences[_sentence].Block)
            return false;
        return _analysis.Tokens[_analysis.Sentences[sentence].EndToken - 1].IsQuoteMark;
    }

    // A sentence that is all quotation goes on with the last speaker: of its paragraph, or of the one before.
    private void CarryOn()
    {
        var span = _analysis.Sentences[_sentence].Span;
        if (
            _found.Count == 0
            || _analysis.Quotations.At(span.Start) is not { } quotation
            || !(quotation.Span.End >= span.End - 1)
        )
            return;
        var last = _found[^1];
        var block = _analysis.Sentences[_sentence].Block;
        var lastBlock = _analysis.Sentences[last.Sentence].Block;
        if (block - lastBlock > 2 || last.Kind is AttributionKind.Citation)
            return;
        _found[^1] = last with { Content = [.. last.Content, span], Sentence = _sentence };
    }

    // A name in the source, or its head; pronouns take the last named source.
    private string? NameOf(int first, int end)
    {
        if (end - first == 1 && Is(first, WordClasses.SubjectPronoun))
        {
            for (var i = _found.Count - 1; i >= 0 && _sentence - _found[i].Sentence < 12; i--)
            {
                // "He" is a person: the last name of capitals only, not "Russian army".
                if (
                    _found[i].SourceName is { } name
                    && (
                        Text(first) is "they" or "They"
                        || (
                            char.IsUpper(name[0]) && char.IsUpper(name[name.LastIndexOf(' ') + 1]) && name.Contains(' ')
                        )
                    )
                    && Text(first) is not ("I" or "we" or "We" or "you" or "You" or "it" or "It")
                )
                    return name;
            }

            return Text(first).ToString();
        }

        var last = first;
        while (last < end && Kind(last) is not (TokenKind.Comma or TokenKind.Dash))
            last++;
        while (first < last - 1 && Is(first, WordClasses.Determiner))
            first++;
        // "Russian army", "British defence officials": the whole phrase. "Foreign Minister Dmytro Kuleba": the capitals at its end, with the small words of a name between.
        var from = last;
        while (
            from > first
            && (
                _analysis.Tokens[from - 1] is { Kind: TokenKind.Word, IsCapitalised: true }
                || Kind(from - 1) is TokenKind.Hyphen or TokenKind.Stop
                || (
                    from - 1 > first
                    && from < last
                    && Text(from - 1) is "of" or "the" or "for" or "and" or "von" or "de" or "al"
                    && _analysis.Tokens[from - 2].IsCapitalised
                )
            )
        )
            from--;
        return Span(from < last ? from : first, Math.Max(last, first + 1)).In(_analysis.Document.Text).ToString();
    }
}
