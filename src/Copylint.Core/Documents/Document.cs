using Copylint.Text;

namespace Copylint.Documents;

/// <summary>One file as copy: its blocks, its metadata, and the way back from every character to the file.</summary>
public sealed class Document
{
    private readonly SourceMap? _map;

    /// <summary>A document whose analysed text is the source text itself.</summary>
    public Document(string path, SourceText source, IReadOnlyList<Block> blocks, Metadata metadata)
    {
        ArgumentNullException.ThrowIfNull(source);
        Path = path;
        Source = source;
        Text = source.Text;
        Blocks = blocks;
        Metadata = metadata;
    }

    /// <summary>A document whose analysed text was made from the source text.</summary>
    public Document(string path, SourceText source, string text, SourceMap map, IReadOnlyList<Block> blocks, Metadata metadata)
        : this(path, source, blocks, metadata)
    {
        Text = text;
        _map = map;
    }

    /// <summary>The path that reports name, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>The copy that is analysed.</summary>
    public string Text { get; }

    /// <summary>The blocks in reading order.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>What the document says about itself.</summary>
    public Metadata Metadata { get; }

    /// <summary>The headline's block, or null.</summary>
    public Block? Headline => Blocks.FirstOrDefault(b => b.Kind == BlockKind.Headline);

    /// <summary>The span in <see cref="Source"/> that a span of <see cref="Text"/> came from.</summary>
    public TextSpan ToSource(TextSpan span) => _map?.ToSource(span) ?? span;
}
