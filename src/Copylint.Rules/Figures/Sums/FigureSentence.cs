using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Rules.Figures.Sums;

/// <summary>The figures of one sentence, and the words between them.</summary>
internal readonly ref struct FigureSentence
{
    private readonly SentenceCursor _cursor;

    /// <summary>The sentence that holds some figures.</summary>
    public FigureSentence(DocumentAnalysis analysis, ReadOnlySpan<Quantity> figures)
    {
        Analysis = analysis;
        Figures = figures;
        _cursor = new SentenceCursor(analysis, analysis.Sentences[figures[0].Sentence]);
    }

    /// <summary>The document.</summary>
    public DocumentAnalysis Analysis { get; }

    /// <summary>The figures, in order.</summary>
    public ReadOnlySpan<Quantity> Figures { get; }

    /// <summary>Index of its first token.</summary>
    public int First => _cursor.First;

    /// <summary>Index just after its last token.</summary>
    public int End => _cursor.End;

    /// <summary>The kind of a token, or null beside the sentence.</summary>
    public TokenKind? KindOf(int token) => _cursor.KindOf(token);

    /// <summary>The text of a token; empty beside the sentence.</summary>
    public ReadOnlySpan<char> TextOf(int token) => _cursor.TextOf(token);

    /// <summary>Whether a token is a word of a group.</summary>
    public bool Is(int token, WordGroup group) => group.Has(_cursor.TextOf(token));

    /// <summary>Whether a token begins with a capital.</summary>
    public bool IsCapitalised(int token) => _cursor.IsCapitalised(token);

    /// <summary>Whether a word of a group stands in a range.</summary>
    public bool Has(TokenRange range, WordGroup group)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (Is(i, group))
                return true;
        }

        return false;
    }

    /// <summary>Whether a colon, semicolon, bracket or dash stands in a range: what is on its other side is another
    /// matter.</summary>
    public bool HasBreak(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (IsBreak(i))
                return true;
        }

        return false;
    }

    private bool IsBreak(int token) =>
        KindOf(token)
            is TokenKind.Colon
                or TokenKind.Semicolon
                or TokenKind.Stop
                or TokenKind.Dash
                or TokenKind.OpenBracket
                or TokenKind.CloseBracket;

    /// <summary>Whether an amount stands in a range.</summary>
    public bool HasAmount(TokenRange range)
    {
        foreach (ref readonly var figure in Figures)
        {
            if (figure.IsAmount && figure.Tokens.First >= range.First && figure.Tokens.First < range.End)
                return true;
        }

        return false;
    }

    /// <summary>The span of some tokens.</summary>
    public TextSpan SpanOf(TokenRange range) => Analysis.SpanOf(range);

    /// <summary>The text of a figure as the copy has it.</summary>
    public string TextOf(in Quantity figure) => Analysis.SpanOf(figure.Tokens).In(Analysis.Document.Text).ToString();

    /// <summary>Whether a figure is one end of "10-15".</summary>
    public bool IsInRange(int figure) =>
        Figures[figure].Join == QuantityJoin.Hyphen
        || (figure + 1 < Figures.Length && Figures[figure + 1].Join == QuantityJoin.Hyphen);
}
