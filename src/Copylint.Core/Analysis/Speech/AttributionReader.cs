using Copylint.Analysis.Speech.Reading;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Analysis.Speech;

/// <summary>
/// Reads attributions sentence by sentence: a cue (a verb of reporting or attitude, or a phrase that cites), its source
/// (the noun phrase before the verb, or after it where
/// the order is turned), and its content (the quotation or clause after it, or what stands before a comma). Quotations
/// that nothing in their sentence attributes go to the
/// speaker before them. The order of the sieves follows Muzny et al., "A two-stage sieve approach for quote
/// attribution", EACL 2017.
/// </summary>
internal sealed class AttributionReader
{
    private const WordClasses CueVerb = WordClasses.ReportingVerb | WordClasses.AttitudeVerb;

    private readonly DocumentAnalysis _analysis;
    private readonly SpeechSentence _sentence;
    private readonly CitationReader _citations;
    private readonly PhraseReader _phrases;
    private readonly VerbReader _verbs;
    private readonly NounReader _nouns;

    private AttributionReader(DocumentAnalysis analysis, SpeechWords words)
    {
        _analysis = analysis;
        _sentence = new SpeechSentence(analysis, words);
        var phrases = new NounPhrases(_sentence);
        var contents = new ContentSpans(_sentence, phrases);
        var cues = new CueSpans(_sentence);
        _citations = new CitationReader(_sentence, phrases, contents);
        _phrases = new PhraseReader(_sentence, phrases, contents, cues);
        _verbs = new VerbReader(_sentence, phrases, contents, cues, new SpeechVerbs(_sentence, phrases));
        _nouns = new NounReader(_sentence, phrases, contents);
    }

    /// <summary>All attributions of a document, in reading order.</summary>
    public static IReadOnlyList<Attribution> Read(DocumentAnalysis analysis) => Read(analysis, SpeechWords.All);

    /// <summary>The same by other words.</summary>
    internal static IReadOnlyList<Attribution> Read(DocumentAnalysis analysis, SpeechWords words)
    {
        var reader = new AttributionReader(analysis, words);
        for (var i = 0; i < analysis.Sentences.Count; i++)
        {
            var block = analysis.Document.Blocks[analysis.Sentences[i].Block];
            if (
                !analysis.IsResidue(block.Index)
                && block.Kind is not (BlockKind.DateHeader or BlockKind.Byline or BlockKind.SignOff)
            )
                reader.ReadSentence(i);
        }

        return reader._sentence.Found;
    }

    private void ReadSentence(int index)
    {
        _sentence.MoveTo(index);
        var before = _sentence.Found.Count;
        if (_citations.ReadColon())
            return;
        _citations.ReadCitations();
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_analysis.Tokens[i].Kind == TokenKind.Word)
                i = ReadToken(i);
        }

        if (_sentence.Found.Count == before)
            CarryOn();
    }

    // Returns the last token that is used up.
    private int ReadToken(int token)
    {
        if (_phrases.ReadPhrase(token) is > 0 and var phrase)
            return phrase - 1;
        if (!_analysis.Is(token, CueVerb | WordClasses.ReportingNoun) || _sentence.IsQuoted(token))
            return token;
        if (_analysis.Is(token, CueVerb))
            token = Math.Max(token, _verbs.ReadVerb(token));
        if (token < _sentence.End && _analysis.Is(token, WordClasses.ReportingNoun))
            _nouns.ReadNoun(token);
        return token;
    }

    // A sentence that is all quotation goes on with the last speaker: of its paragraph, or of the one before.
    private void CarryOn()
    {
        var found = _sentence.Found;
        var sentence = _analysis.Sentences[_sentence.Sentence];
        if (
            found.Count == 0
            || _analysis.Quotations.At(sentence.Span.Start) is not { } quotation
            || quotation.Span.End < sentence.Span.End - 1
        )
            return;
        var last = found[^1];
        if (sentence.Block - _analysis.Sentences[last.Sentence].Block > 2 || last.Kind is AttributionKind.Citation)
            return;
        found[^1] = last with { Content = [.. last.Content, sentence.Span], Sentence = _sentence.Sentence };
    }
}
