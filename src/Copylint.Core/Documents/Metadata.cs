using Copylint.Text;

namespace Copylint.Documents;

/// <summary>Where a piece of metadata was found.</summary>
public enum MetadataOrigin
{
    /// <summary>A line at the top that holds a date and nothing else.</summary>
    DateHeader,

    /// <summary>A labelled line at the top: <c>Published: …</c>, <c>Date: …</c>.</summary>
    LabelledLine,

    /// <summary>A byline in the text.</summary>
    Byline,

    /// <summary>The headline in the text.</summary>
    Headline,
}

/// <summary>A piece of metadata with its place.</summary>
/// <param name="Value">The text as written.</param>
/// <param name="Span">Its span in the source text.</param>
/// <param name="Origin">Where it was found.</param>
public readonly record struct MetadataValue(string Value, TextSpan Span, MetadataOrigin Origin);

/// <summary>A publication date with its place.</summary>
/// <param name="Date">The calendar day.</param>
/// <param name="Span">Its span in the source text.</param>
/// <param name="Origin">Where it was found.</param>
/// <param name="Trust">How far the place can be trusted to name the day of publication, from 0 to 1.</param>
/// <param name="LooksLikeSiteClock">Whether it has the look of the clock that page themes print (today's date, long form, first line of the page).</param>
public sealed record PublicationDate(DateOnly Date, TextSpan Span, MetadataOrigin Origin, double Trust, bool LooksLikeSiteClock);

/// <summary>What the document says about itself.</summary>
public sealed class Metadata
{
    /// <summary>No metadata at all.</summary>
    public static Metadata Empty { get; } = new();

    /// <summary>The headline.</summary>
    public MetadataValue? Title { get; init; }

    /// <summary>The byline.</summary>
    public MetadataValue? Byline { get; init; }

    /// <summary>Every publication date found, in order of place.</summary>
    public IReadOnlyList<PublicationDate> Published { get; init; } = [];

    /// <summary>The publication date that can be trusted most, or null; of equals the first.</summary>
    public PublicationDate? BestPublished => Published.MaxBy(p => p.Trust);
}
