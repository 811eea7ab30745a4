using Copylint.Text;

namespace Copylint.Documents;

/// <summary>One block of copy as a reader sees it: a headline, a paragraph, a list item. Blocks follow each other and
/// never overlap.</summary>
/// <param name="index">Zero-based place among the blocks of the document.</param>
/// <param name="kind">What the block is on the page.</param>
/// <param name="span">The span in <see cref="Document.Text"/>, without surrounding blanks.</param>
public sealed class Block(int index, BlockKind kind, TextSpan span)
{
    /// <summary>Zero-based place among the blocks of the document.</summary>
    public int Index { get; } = index;

    /// <summary>What the block is on the page.</summary>
    public BlockKind Kind { get; internal set; } = kind;

    /// <summary>The span in <see cref="Document.Text"/>, without surrounding blanks.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>How many characters long the block is: a line break inside it is one character in every file, whether
    /// written as LF or as CR LF.</summary>
    public int Length => Span.Length - LongBreaks;

    /// <summary>How many of the line breaks inside it are CR LF.</summary>
    internal int LongBreaks { get; init; }

    /// <summary>Whether the block shares its run of lines with the block before it: no blank line stands between
    /// them.</summary>
    public bool IsGluedToPrevious { get; internal init; }

    /// <summary>The kind, index and span, for debugging.</summary>
    public override string ToString() => $"{Kind} {Index} {Span}";
}
