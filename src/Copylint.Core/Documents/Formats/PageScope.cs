namespace Copylint.Documents.Formats;

/// <summary>How much of a page is read as copy.</summary>
public enum PageScope
{
    /// <summary>Its article: navigation, related stories, comments of readers and the like are the page's
    /// own.</summary>
    Article,

    /// <summary>All that a reader sees.</summary>
    Page,
}
