using Copylint.Text;

namespace Copylint.Language;

/// <summary>What a token is.</summary>
public enum TokenKind : byte
{
    /// <summary>A word: letters with inner apostrophes (<c>don't</c>) or the full stops of initials
    /// (<c>U.S.</c>).</summary>
    Word,

    /// <summary>A number: digits with inner separators and an ordinal or plural ending (<c>1,237</c>, <c>3.5</c>,
    /// <c>30th</c>, <c>1990s</c>).</summary>
    Number,

    /// <summary>What follows an apostrophe at the end of a word: <c>'s</c>, <c>'ll</c>, <c>'ve</c>, <c>'re</c>,
    /// <c>'d</c>, <c>'m</c>.</summary>
    Clitic,

    /// <summary>A hyphen inside a compound.</summary>
    Hyphen,

    /// <summary>A dash between parts of a sentence.</summary>
    Dash,

    /// <summary>A full stop, question or exclamation mark, or an ellipsis.</summary>
    Stop,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>A semicolon.</summary>
    Semicolon,

    /// <summary>A double mark that opens a quotation by its shape.</summary>
    OpenQuote,

    /// <summary>A double mark that closes a quotation by its shape.</summary>
    CloseQuote,

    /// <summary>A straight double mark, or two straight single ones; its surroundings tell whether it opens.</summary>
    StraightQuote,

    /// <summary>A single mark that opens a quotation by its shape.</summary>
    OpenSingleQuote,

    /// <summary>A single mark that closes, or an apostrophe outside a word.</summary>
    CloseSingleQuote,

    /// <summary>A straight single mark outside a word.</summary>
    StraightSingleQuote,

    /// <summary>An opening bracket.</summary>
    OpenBracket,

    /// <summary>A closing bracket.</summary>
    CloseBracket,

    /// <summary>A web or mail address.</summary>
    Link,

    /// <summary>A handle or hashtag.</summary>
    Handle,

    /// <summary>Any other mark.</summary>
    Symbol,
}

/// <summary>The pattern of capitals in a word.</summary>
public enum CaseShape : byte
{
    /// <summary>No letter at all.</summary>
    None,

    /// <summary>All lower case.</summary>
    Lower,

    /// <summary>A first capital, lower case after it.</summary>
    Capitalised,

    /// <summary>All capitals, two letters or more.</summary>
    Upper,

    /// <summary>Anything else: <c>iPhone</c>, <c>McDonald</c>.</summary>
    Mixed,
}

/// <summary>More about a token.</summary>
[Flags]
public enum TokenTraits : byte
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>A blank or a line break stands before it, or it begins its block.</summary>
    SpaceBefore = 1,

    /// <summary>A number with an ordinal ending.</summary>
    Ordinal = 2,

    /// <summary>A word written with full stops: <c>U.S.</c>, <c>p.m.</c></summary>
    Dotted = 4,
}

/// <summary>One token: a span with what the tokeniser learned of it. No text is copied.</summary>
/// <param name="start">Zero-based offset into the document's text.</param>
/// <param name="length">Length in UTF-16 code units.</param>
/// <param name="wordId">The word's number in the <see cref="Vocabulary"/>, or 0.</param>
/// <param name="kind">What the token is.</param>
/// <param name="shape">Its pattern of capitals.</param>
/// <param name="traits">More about it.</param>
public readonly struct Token(int start, int length, int wordId, TokenKind kind, CaseShape shape, TokenTraits traits)
{
    /// <summary>Zero-based offset into the document's text.</summary>
    public int Start { get; } = start;

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length { get; } = length;

    /// <summary>The word's number in the <see cref="Vocabulary"/>, or 0 for a word that no list knows.</summary>
    public int WordId { get; } = wordId;

    /// <summary>What the token is.</summary>
    public TokenKind Kind { get; } = kind;

    /// <summary>Its pattern of capitals.</summary>
    public CaseShape Shape { get; } = shape;

    /// <summary>More about it.</summary>
    public TokenTraits Traits { get; } = traits;

    /// <summary>Offset just after the token.</summary>
    public int End => Start + Length;

    /// <summary>The span in the document's text.</summary>
    public TextSpan Span => new(Start, Length);

    /// <summary>Whether a blank stands before it.</summary>
    public bool HasSpaceBefore => (Traits & TokenTraits.SpaceBefore) != 0;

    /// <summary>Whether it begins with a capital.</summary>
    public bool IsCapitalised => Shape is CaseShape.Capitalised or CaseShape.Upper or CaseShape.Mixed;

    /// <summary>Whether it is a single or double quotation mark of any shape.</summary>
    public bool IsQuoteMark => Kind is >= TokenKind.OpenQuote and <= TokenKind.StraightSingleQuote;

    /// <summary>The kind and span, for debugging.</summary>
    public override string ToString() => $"{Kind} {Span}";
}
