using Copylint.Documents.Formats;
using Copylint.Documents.Top;
using Copylint.Text;

namespace Copylint.Documents;

/// <summary>A link in the copy.</summary>
/// <param name="Span">The text of the link, in <see cref="Document.Text"/>.</param>
/// <param name="Target">The address, entities decoded.</param>
/// <param name="TargetSpan">The address in the source text.</param>
public sealed record Link(TextSpan Span, string Target, TextSpan TargetSpan);

/// <summary>A part of a file that could not be read, or was left out.</summary>
/// <param name="Span">Its place in the source text.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
/// <param name="Kind">What it concerns.</param>
/// <param name="IsNote">Whether nothing is lost that a rule would look at: told, and no warning.</param>
public sealed record DocumentProblem(
    TextSpan Span,
    string Message,
    ProblemKind Kind = ProblemKind.Unreadable,
    bool IsNote = false
);

/// <summary>One file as copy: its blocks, its metadata, and the way back from every character to the file.</summary>
public sealed class Document
{
    private readonly SourceMap? _map;
    private TextSpan[]? _targets;
    private GenreSign? _genre;
    private bool _hasGenre;

    /// <summary>A document whose analysed text is the source text itself.</summary>
    public Document(
        string path,
        IDocumentFormat format,
        SourceText source,
        IReadOnlyList<Block> blocks,
        Metadata metadata
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        Path = path;
        Format = format;
        Source = source;
        Text = source.Text;
        Blocks = blocks;
        Metadata = metadata;
    }

    /// <summary>A document whose analysed text was made from the source text.</summary>
    public Document(
        string path,
        IDocumentFormat format,
        SourceText source,
        string text,
        SourceMap map,
        IReadOnlyList<Block> blocks,
        Metadata metadata
    )
        : this(path, format, source, blocks, metadata)
    {
        Text = text;
        _map = map;
    }

    /// <summary>The path that reports name, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The format that it was parsed as.</summary>
    public IDocumentFormat Format { get; }

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>The copy that is analysed: continuous, without markup, entities decoded.</summary>
    public string Text { get; }

    /// <summary>The blocks in reading order.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>What the document says about itself.</summary>
    public Metadata Metadata { get; }

    /// <summary>What tells the genre of the piece, or null where nothing does: then it is news.</summary>
    public GenreSign? Genre
    {
        get
        {
            if (!_hasGenre)
                (_genre, _hasGenre) = (GenreFinder.Find(this), true);
            return _genre;
        }
    }

    /// <summary>Whether the piece may judge: opinion, reviews, satire, letters, sport, the arts and live
    /// blogs.</summary>
    public bool IsOpinionated =>
        Genre is { } sign && sign.Genre != Documents.Genre.Advertorial && sign.Genre != Documents.Genre.Release;

    /// <summary>The comments of the markup, as spans of <see cref="Source"/>, in order.</summary>
    public IReadOnlyList<TextSpan> Comments { get; init; } = [];

    /// <summary>The links of the copy, in order.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Whether a link stands in a span of <see cref="Text"/>, or reaches into it.</summary>
    public bool HasLinkIn(TextSpan span)
    {
        // Links are in order of their ends; of links inside each other the outer one comes just after.
        int low = 0,
            high = Links.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Links[middle].Span.End > span.Start)
                high = middle;
            else
                low = middle + 1;
        }

        return (low < Links.Count && Links[low].Span.Start < span.End)
            || (low + 1 < Links.Count && Links[low + 1].Span.Start < span.End);
    }

    /// <summary>Whether only the article of a page was read; what its other parts hold is in no block and no
    /// link.</summary>
    public bool IsPartOfPage { get; init; }

    /// <summary>Whether a place of the source may be a link of the copy: any, but where only a part of a page was read
    /// the addresses of its links.</summary>
    public bool HoldsLinkAt(int place)
    {
        if (!IsPartOfPage)
            return true;
        _targets ??= [.. Links.Select(l => l.TargetSpan).OrderBy(s => s.Start)];
        var after = Bisection.First(_targets.Length, i => _targets[i].Start > place);
        return after > 0 && _targets[after - 1].End > place;
    }

    /// <summary>The parts that could not be read.</summary>
    public IReadOnlyList<DocumentProblem> Problems { get; init; } = [];

    /// <summary>The headline's block, or null.</summary>
    public Block? Headline => Blocks.FirstOrDefault(b => b.Kind == BlockKind.Headline);

    /// <summary>The span in <see cref="Source"/> that a span of <see cref="Text"/> came from.</summary>
    public TextSpan ToSource(TextSpan span) => _map?.ToSource(span) ?? span;

    /// <summary>Index of the first block that ends after a place of the text; their count when none does.</summary>
    internal int FirstBlockEndingAfter(int position)
    {
        int low = 0,
            high = Blocks.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Blocks[middle].Span.End > position)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>The block that a place of the text lies in, or null between blocks.</summary>
    public Block? BlockAt(int position)
    {
        int low = 0,
            high = Blocks.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = Blocks[middle].Span;
            if (span.Contains(position))
                return Blocks[middle];
            if (position < span.Start)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return null;
    }
}
