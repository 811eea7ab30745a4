using Copylint.Documents;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Analysis.Speech.Reading;

/// <summary>The sentence that is being read for attributions, and those found so far in its document.</summary>
internal sealed class SpeechSentence(DocumentAnalysis analysis, SpeechWords words)
{
    public DocumentAnalysis Analysis { get; } = analysis;

    public SpeechWords Words { get; } = words;

    public List<Attribution> Found { get; } = [];

    /// <summary>Index of the sentence.</summary>
    public int Sentence { get; private set; }

    /// <summary>Its first token.</summary>
    public int First { get; private set; }

    /// <summary>Just after its last token.</summary>
    public int End { get; private set; }

    public void MoveTo(int sentence)
    {
        Sentence = sentence;
        (First, End) = (Analysis.Sentences[sentence].FirstToken, Analysis.Sentences[sentence].EndToken);
    }

    public bool IsHeadline =>
        Analysis.Document.Blocks[Analysis.Sentences[Sentence].Block].Kind is BlockKind.Headline or BlockKind.Heading;

    public bool IsDouble(int token) =>
        Kind(token) is TokenKind.OpenQuote or TokenKind.CloseQuote or TokenKind.StraightQuote;

    // A mark, of whatever shape, that ends a quotation.
    public bool ClosesQuotation(int token) =>
        IsQuoteMark(token)
        && Analysis.Quotations.At(Analysis.Tokens[token].Start) is { } quotation
        && quotation.Span.End == Analysis.Tokens[token].End;

    // Beside the sentence nothing stands: no word, no mark, no capital.
    private bool Has(int token) => token >= First && token < End;

    public bool IsQuoted(int token) =>
        Has(token) && Analysis.Quotations.At(Analysis.Tokens[token].Start) is { WordCount: > 1 };

    public ReadOnlySpan<char> Text(int token) => Has(token) ? Analysis.TextOf(token) : [];

    public TokenKind Kind(int token) => Has(token) ? Analysis.Tokens[token].Kind : TokenKind.Symbol;

    public bool Is(int token, WordClasses classes) => Has(token) && Analysis.Is(token, classes);

    public bool IsCapitalised(int token) => Has(token) && Analysis.Tokens[token].IsCapitalised;

    public bool IsQuoteMark(int token) => Has(token) && Analysis.Tokens[token].IsQuoteMark;

    public PartOfSpeech Part(int token) => Has(token) ? Analysis.PartOfSpeechAt(token) : PartOfSpeech.Fixed;

    public TextSpan Span(int first, int end) => Analysis.SpanOf(new TokenRange(first, end));

    public int LastWord()
    {
        var end = End;
        while (end > First + 1 && Kind(end - 1) is TokenKind.Stop)
            end--;
        return end;
    }

    public void AddContent(List<TextSpan> content, int first, int end)
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

    public AttributionKind KindOf(IReadOnlyList<TextSpan> content)
    {
        var quoted = 0;
        foreach (var span in content)
        {
            if (Analysis.Quotations.Covers(span))
                quoted++;
        }

        return quoted == content.Count ? AttributionKind.Direct
            : content.Any(s => s.In(Analysis.Document.Text).IndexOfAny('“', '"') >= 0) ? AttributionKind.Mixed
            : AttributionKind.Indirect;
    }

    public bool IsInContent(int token)
    {
        if (Found.Count == 0 || Found[^1].Sentence != Sentence || Found[^1].Source.IsEmpty)
            return false;
        foreach (var span in Found[^1].Content)
        {
            if (span.Contains(Analysis.Tokens[token].Start))
                return true;
        }

        return false;
    }

    /// <summary>Adds an attribution; a range without tokens is no source.</summary>
    public void Add(TokenRange source, TextSpan cue, IReadOnlyList<TextSpan> content, AttributionKind? kind = null)
    {
        var hasSource = source.Count > 0;
        var span = hasSource ? Span(source.First, source.End) : default;
        Found.Add(
            new Attribution(kind ?? KindOf(content), span, cue, content, Sentence)
            {
                SourceName = hasSource ? SourceNames.Of(this, source) : null,
            }
        );
    }

    /// <summary>Adds a cue and what follows or precedes it; returns where the cue ends, or 0 when nothing is said or
    /// the cue is quoted.</summary>
    public int AddPhrase(TokenRange source, int cueFirst, int cueEnd, int contentFirst, int contentEnd)
    {
        if (IsQuoted(cueEnd - 1))
            return 0;
        var content = new List<TextSpan>();
        AddContent(content, contentFirst, contentEnd);
        if (content.Count == 0)
            return 0;
        Add(source, Span(cueFirst, cueEnd), content);
        return cueEnd;
    }
}
