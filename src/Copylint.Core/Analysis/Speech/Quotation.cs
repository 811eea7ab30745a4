using Copylint.Text;

namespace Copylint.Analysis.Speech;

/// <summary>A stretch of somebody's words between quotation marks; it can run over several paragraphs.</summary>
public sealed class Quotation
{
    internal Quotation(
        int index,
        IReadOnlyList<TextSpan> segments,
        int firstBlock,
        int lastBlock,
        bool isClosed,
        bool isSingle,
        int wordCount
    )
    {
        Index = index;
        Segments = segments;
        FirstBlock = firstBlock;
        LastBlock = lastBlock;
        IsClosed = isClosed;
        IsSingle = isSingle;
        WordCount = wordCount;
    }

    /// <summary>Zero-based place among the quotations of the document.</summary>
    public int Index { get; }

    /// <summary>One span for each paragraph that it runs over, quotation marks included.</summary>
    public IReadOnlyList<TextSpan> Segments { get; }

    /// <summary>From the opening mark to the end of the last segment.</summary>
    public TextSpan Span => TextSpan.FromBounds(Segments[0].Start, Segments[^1].End);

    /// <summary>Index of the block in which it opens.</summary>
    public int FirstBlock { get; }

    /// <summary>Index of the block in which it ends.</summary>
    public int LastBlock { get; }

    /// <summary>Whether a closing mark ends it; otherwise it ends with its block.</summary>
    public bool IsClosed { get; }

    /// <summary>Whether single marks stand around it.</summary>
    public bool IsSingle { get; }

    /// <summary>Number of words in it.</summary>
    public int WordCount { get; }
}
