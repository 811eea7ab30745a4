using Copylint.Language;
using Copylint.Text;

namespace Copylint.Analysis.Speech.Reading;

/// <summary>A part of the reading of attributions; it looks at the tokens of one sentence, by their index in the
/// document.</summary>
internal abstract class SentencePart(SpeechSentence sentence)
{
    protected DocumentAnalysis Analysis => sentence.Analysis;

    protected List<Attribution> Found => sentence.Found;

    protected int Sentence => sentence.Sentence;

    protected int First => sentence.First;

    protected int End => sentence.End;

    protected bool IsHeadline => sentence.IsHeadline;

    protected bool IsDouble(int token) => sentence.IsDouble(token);

    protected bool ClosesQuotation(int token) => sentence.ClosesQuotation(token);

    protected bool IsQuoted(int token) => sentence.IsQuoted(token);

    protected ReadOnlySpan<char> Text(int token) => sentence.Text(token);

    protected TokenKind Kind(int token) => sentence.Kind(token);

    protected bool Is(int token, WordClasses classes) => sentence.Is(token, classes);

    protected PartOfSpeech Part(int token) => sentence.Part(token);

    protected bool IsCapitalised(int token) => sentence.IsCapitalised(token);

    protected bool IsQuoteMark(int token) => sentence.IsQuoteMark(token);

    protected TextSpan Span(int first, int end) => sentence.Span(first, end);

    protected bool Says(SpeechGroup group, ReadOnlySpan<char> word) => sentence.Words.Has(group, word);

    protected AttributionKind KindOf(IReadOnlyList<TextSpan> content) => sentence.KindOf(content);

    protected int LastWord() => sentence.LastWord();

    protected bool IsInContent(int token) => sentence.IsInContent(token);

    protected void AddContent(List<TextSpan> content, int first, int end) => sentence.AddContent(content, first, end);

    protected void Add(
        TokenRange source,
        TextSpan cue,
        IReadOnlyList<TextSpan> content,
        AttributionKind? kind = null
    ) => sentence.Add(source, cue, content, kind);

    protected int AddPhrase(TokenRange source, int cueFirst, int cueEnd, int contentFirst, int contentEnd) =>
        sentence.AddPhrase(source, cueFirst, cueEnd, contentFirst, contentEnd);
}
