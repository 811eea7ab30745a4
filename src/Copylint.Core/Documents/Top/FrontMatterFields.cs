namespace Copylint.Documents.Top;

/// <summary>What the keys of front matter mean, by the names that Hugo, Jekyll, Eleventy, Astro, Ghost, Pandoc and
/// Quarto give them.</summary>
internal static class FrontMatterFields
{
    private static readonly Dictionary<string, MetadataKey> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = MetadataKey.Title,
        ["headline"] = MetadataKey.Title,
        ["author"] = MetadataKey.Byline,
        ["authors"] = MetadataKey.Byline,
        ["byline"] = MetadataKey.Byline,
        ["by"] = MetadataKey.Byline,
        ["date"] = MetadataKey.Published,
        ["published"] = MetadataKey.Published,
        ["publishdate"] = MetadataKey.Published,
        ["pubdate"] = MetadataKey.Published,
        ["publish_date"] = MetadataKey.Published,
        ["pub_date"] = MetadataKey.Published,
        ["datepublished"] = MetadataKey.Published,
        ["date_published"] = MetadataKey.Published,
        ["published_at"] = MetadataKey.Published,
        ["publishedat"] = MetadataKey.Published,
        ["updated"] = MetadataKey.Updated,
        ["lastmod"] = MetadataKey.Updated,
        ["modified"] = MetadataKey.Updated,
        ["datemodified"] = MetadataKey.Updated,
        ["date_modified"] = MetadataKey.Updated,
        ["updated_at"] = MetadataKey.Updated,
        ["last_modified_at"] = MetadataKey.Updated,
        ["dateline"] = MetadataKey.Dateline,
        ["canonical"] = MetadataKey.CanonicalUrl,
        ["canonical_url"] = MetadataKey.CanonicalUrl,
        ["canonicalurl"] = MetadataKey.CanonicalUrl,
        ["url"] = MetadataKey.CanonicalUrl,
        ["section"] = MetadataKey.Section,
        ["category"] = MetadataKey.Section,
        ["categories"] = MetadataKey.Section,
        ["genre"] = MetadataKey.Genre,
        ["kicker"] = MetadataKey.Genre,
        ["type"] = MetadataKey.Genre,
        ["layout"] = MetadataKey.Genre,
        ["lang"] = MetadataKey.Language,
        ["language"] = MetadataKey.Language,
        ["status"] = MetadataKey.Status,
        ["stet"] = MetadataKey.Stet,
    };

    // Under "date": {created: …, updated: …}.
    private static readonly Dictionary<string, MetadataKey> DateParts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["created"] = MetadataKey.Published,
        ["published"] = MetadataKey.Published,
        ["updated"] = MetadataKey.Updated,
        ["modified"] = MetadataKey.Updated,
    };

    private static readonly Dictionary<string, BlockKind> Copy = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = BlockKind.Headline,
        ["headline"] = BlockKind.Headline,
        ["subtitle"] = BlockKind.Standfirst,
        ["description"] = BlockKind.Standfirst,
        ["summary"] = BlockKind.Standfirst,
        ["standfirst"] = BlockKind.Standfirst,
        ["dek"] = BlockKind.Standfirst,
    };

    /// <summary>What the value under a path of keys says; null for one that says nothing of use.</summary>
    /// <param name="path">The keys from the first level on.</param>
    public static MetadataKey? KeyOf(IReadOnlyList<string> path)
    {
        if (path.Count == 0 || !Keys.TryGetValue(path[0], out var key))
            return null;
        if (path.Count == 1)
            return key;
        return key switch
        {
            MetadataKey.Published when path.Count == 2 && DateParts.TryGetValue(path[1], out var part) => part,
            MetadataKey.Byline when path[^1].Equals("name", StringComparison.OrdinalIgnoreCase) => key,
            _ => null,
        };
    }

    /// <summary>Whether a value gives the day of writing where another one gives that of publication: <c>date</c>
    /// beside <c>publishDate</c>, <c>date: {created, published}</c>.</summary>
    public static bool IsOfWriting(IReadOnlyList<string> path) =>
        path[0].Equals("date", StringComparison.OrdinalIgnoreCase)
        && (path.Count == 1 || path[1].Equals("created", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a key says that its value is a date: <c>expiryDate</c>, <c>event_date</c>.</summary>
    public static bool IsDate(IReadOnlyList<string> path) =>
        path.Count > 0
        && (
            path[^1].EndsWith("date", StringComparison.OrdinalIgnoreCase)
            || path[^1].StartsWith("date", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>What the value of a key of the first level is on the page; null when no reader sees it.</summary>
    public static BlockKind? CopyOf(string key) => Copy.TryGetValue(key, out var kind) ? kind : null;
}
