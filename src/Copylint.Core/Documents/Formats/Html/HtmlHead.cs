namespace Copylint.Documents.Formats.Html;

/// <summary>What the elements of a page's head say about it.</summary>
internal static class HtmlHead
{
    /// <summary>Reads a <c>meta</c> element.</summary>
    public static void ReadMeta(HtmlAttributes attributes, MetadataBuilder metadata)
    {
        if (
            (attributes.Find("property") ?? attributes.Find("name") ?? attributes.Find("itemprop")) is not { } property
            || attributes.Find("content") is not { } content
        )
            return;
        MetadataKey? key = property.Value.ToLowerInvariant() switch
        {
            "og:title" or "twitter:title" => MetadataKey.Title,
            "author" or "article:author" or "parsely-author" or "dc.creator" => MetadataKey.Byline,
            "article:published_time"
            or "datepublished"
            or "date"
            or "pubdate"
            or "publishdate"
            or "parsely-pub-date"
            or "dc.date"
            or "dc.date.issued"
            or "sailthru.date" => MetadataKey.Published,
            "article:modified_time" or "datemodified" or "og:updated_time" or "lastmod" => MetadataKey.Updated,
            "article:section" or "parsely-section" => MetadataKey.Section,
            "genre" => MetadataKey.Genre,
            "og:url" => MetadataKey.CanonicalUrl,
            "og:locale" or "language" => MetadataKey.Language,
            _ => null,
        };
        if (key is { } known)
            metadata.Add(known, content.Value, content.Span, MetadataOrigin.MetaElement);
    }

    /// <summary>Reads a <c>link</c> element.</summary>
    public static void ReadLink(HtmlAttributes attributes, MetadataBuilder metadata)
    {
        if (
            attributes.Find("rel") is { } rel
            && rel.Value.Equals("canonical", StringComparison.OrdinalIgnoreCase)
            && attributes.Find("href") is { } href
        )
            metadata.Add(MetadataKey.CanonicalUrl, href.Value, href.Span, MetadataOrigin.Markup);
    }
}
