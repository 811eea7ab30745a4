using Copylint.Language;

namespace Copylint.Analysis;

/// <summary>
/// The tokens of one sentence, which can be asked for beside its edges: there is nothing there, and nothing is neither
/// a word of any class nor a mark. Whoever
/// looks to the left or right of a word asks here, and needs no bounds of his own.
/// </summary>
public readonly ref struct SentenceCursor
{
    private readonly DocumentAnalysis _analysis;

    /// <summary>Over a sentence.</summary>
    public SentenceCursor(DocumentAnalysis analysis, Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        _analysis = analysis;
        First = sentence.FirstToken;
        End = sentence.EndToken;
    }

    /// <summary>Over the sentence that holds a token.</summary>
    public static SentenceCursor At(DocumentAnalysis analysis, int token)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return new SentenceCursor(analysis, analysis.Sentences[analysis.SentenceAt(token)]);
    }

    /// <summary>Index of the sentence's first token.</summary>
    public int First { get; }

    /// <summary>Index just after its last token.</summary>
    public int End { get; }

    /// <summary>Whether a token stands in the sentence.</summary>
    public bool Has(int token) => token >= First && token < End;

    /// <summary>The kind of a token, or null beside the sentence.</summary>
    public TokenKind? KindOf(int token) => Has(token) ? _analysis.Tokens[token].Kind : null;

    /// <summary>The length of a token; 0 beside the sentence.</summary>
    public int LengthOf(int token) => Has(token) ? _analysis.Tokens[token].Length : 0;

    /// <summary>The text of a token; empty beside the sentence.</summary>
    public ReadOnlySpan<char> TextOf(int token) => Has(token) ? _analysis.TextOf(token) : [];

    /// <summary>Whether a token's word belongs to at least one of the classes.</summary>
    public bool Is(int token, WordClasses classes) => Has(token) && _analysis.Is(token, classes);

    /// <summary>Whether a token begins with a capital.</summary>
    public bool IsCapitalised(int token) => Has(token) && _analysis.Tokens[token].IsCapitalised;

    /// <summary>Whether a token is a quotation mark.</summary>
    public bool IsQuoteMark(int token) => Has(token) && _analysis.Tokens[token].IsQuoteMark;

    /// <summary>The part of speech of a token; <see cref="PartOfSpeech.Fixed"/> beside the sentence.</summary>
    public PartOfSpeech PartOfSpeechAt(int token) => Has(token) ? _analysis.PartOfSpeechAt(token) : PartOfSpeech.Fixed;
}
