using Copylint.Text;

namespace Copylint.Language;

/// <summary>One sentence of a block.</summary>
/// <param name="Block">Index of its block.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="TokenCount">Number of its tokens, one or more.</param>
/// <param name="Span">Its span in the document's text, closing marks included.</param>
public readonly record struct Sentence(int Block, int FirstToken, int TokenCount, TextSpan Span)
{
    /// <summary>Index just after its last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}
