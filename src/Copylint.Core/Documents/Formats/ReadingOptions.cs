namespace Copylint.Documents.Formats;

/// <summary>How files are read.</summary>
/// <param name="Fallback">The format of files whose ending is not known.</param>
/// <param name="Scope">How much of a page is copy.</param>
public sealed record ReadingOptions(IDocumentFormat Fallback, PageScope Scope = PageScope.Article)
{
    /// <summary>Unknown endings are plain text; of a page the article is read.</summary>
    public static ReadingOptions Default { get; } = new(DocumentFormats.PlainText);

    /// <summary>In words that are the same for the same options, for keys of caches.</summary>
    public override string ToString() => $"{Fallback.Name} {Scope}";
}
