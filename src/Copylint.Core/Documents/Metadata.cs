using Copylint.Calendar;
using Copylint.Documents.Formats.Templates;
using Copylint.Documents.Top;
using Copylint.Text;

namespace Copylint.Documents;

/// <summary>What a piece of metadata says.</summary>
public enum MetadataKey
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>The author.</summary>
    Byline,

    /// <summary>When it was published.</summary>
    Published,

    /// <summary>When it was changed last.</summary>
    Updated,

    /// <summary>Place and day that the story was filed from.</summary>
    Dateline,

    /// <summary>The canonical address.</summary>
    CanonicalUrl,

    /// <summary>The section of the paper.</summary>
    Section,

    /// <summary>The genre, or the type of schema.org that tells it.</summary>
    Genre,

    /// <summary>The language, as a tag such as <c>en-GB</c>.</summary>
    Language,

    /// <summary>Whether it is a draft, or another state of its life.</summary>
    Status,

    /// <summary>What the editors let stand: rules and reason, as in a <c>stet</c> comment.</summary>
    Stet,
}

/// <summary>Where a piece of metadata was found.</summary>
public enum MetadataOrigin
{
    /// <summary>A line at the top that holds a date and nothing else.</summary>
    DateHeader,

    /// <summary>A labelled line at the top: <c>Published: …</c>, <c>Date: …</c>, <c>Headline: …</c>.</summary>
    LabelledLine,

    /// <summary>A byline in the text.</summary>
    Byline,

    /// <summary>The headline in the text.</summary>
    Headline,

    /// <summary>The beginning of the first paragraph: <c>KYIV, March 25 (Reuters) —</c>.</summary>
    Dateline,

    /// <summary>YAML or TOML between fences at the top of the file.</summary>
    FrontMatter,

    /// <summary>A <c>meta</c> element.</summary>
    MetaElement,

    /// <summary>JSON-LD (schema.org).</summary>
    JsonLd,

    /// <summary>A <c>time</c> element.</summary>
    TimeElement,

    /// <summary>The <c>title</c> element.</summary>
    TitleElement,

    /// <summary>A <c>link</c> element, or an attribute of the root.</summary>
    Markup,

    /// <summary>The path of the canonical address.</summary>
    Url,

    /// <summary>The name of the file.</summary>
    FileName,
}

/// <summary>A piece of metadata with its place.</summary>
/// <param name="Key">What it says.</param>
/// <param name="Value">The text as written, entities decoded.</param>
/// <param name="Span">Its span in the source text; empty for one that stands outside the file.</param>
/// <param name="Origin">Where it was found.</param>
public sealed record MetadataEntry(MetadataKey Key, string Value, TextSpan Span, MetadataOrigin Origin);

/// <summary>A publication date with its place.</summary>
/// <param name="Date">The calendar day, in the time zone that it was written in.</param>
/// <param name="Span">Its span in the source text.</param>
/// <param name="Origin">Where it was found.</param>
/// <param name="Trust">How far the place can be trusted to name the day of publication, from 0 to 1.</param>
/// <param name="LooksLikeSiteClock">Whether it has the look of the clock that page themes print (today's date, long
/// form, first line of the page).</param>
public sealed record PublicationDate(
    DateOnly Date,
    TextSpan Span,
    MetadataOrigin Origin,
    double Trust,
    bool LooksLikeSiteClock
)
{
    /// <summary>Whether it is rather the day of writing, beside which the front matter has a day of publication of its
    /// own (Hugo's <c>date</c> beside <c>publishDate</c>). The two may differ.</summary>
    public bool IsOfWriting { get; init; }
}

/// <summary>A value that names a day which the calendar does not have.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">More than the month has.</param>
/// <param name="Value">The value as written.</param>
/// <param name="Span">Its span in the source text.</param>
public sealed record ImpossibleDay(int Year, int Month, int Day, string Value, TextSpan Span);

/// <summary>What the document says about itself, each piece with its place.</summary>
public sealed class Metadata
{
    /// <summary>No metadata at all.</summary>
    public static Metadata Empty { get; } = new([], []);

    /// <summary>With entries and dates in order of place.</summary>
    public Metadata(IReadOnlyList<MetadataEntry> entries, IReadOnlyList<PublicationDate> published)
    {
        Entries = entries;
        Published = published;
        BestPublished = published.MaxBy(p => p.Trust);
    }

    /// <summary>Every piece found.</summary>
    public IReadOnlyList<MetadataEntry> Entries { get; }

    /// <summary>Every publication date found.</summary>
    public IReadOnlyList<PublicationDate> Published { get; }

    /// <summary>Values of front matter and of a page's head that name a day which the calendar does not have.</summary>
    public IReadOnlyList<ImpossibleDay> ImpossibleDays { get; internal init; } = [];

    /// <summary>The publication date that can be trusted most, or null; of equals the first.</summary>
    public PublicationDate? BestPublished { get; }

    /// <summary>Whether it is a live blog, which is published over hours or days.</summary>
    public bool IsLive { get; internal init; }

    /// <summary>The first entry of a key, or null.</summary>
    public MetadataEntry? this[MetadataKey key] => Entries.FirstOrDefault(e => e.Key == key);
}

/// <summary>Collects metadata while a document is parsed.</summary>
internal sealed class MetadataBuilder
{
    private readonly List<MetadataEntry> _entries = [];
    private readonly List<PublicationDate> _published = [];
    private readonly List<ImpossibleDay> _impossible = [];

    public IReadOnlyList<MetadataEntry> Entries => _entries;

    // Below the day of publication of the same front matter, above every other place.
    private const double OfWriting = 0.85;

    private readonly HashSet<MetadataKey> _keys = [];

    public bool Has(MetadataKey key) => _keys.Contains(key);

    /// <summary>Takes a piece in.</summary>
    /// <param name="key">What it says.</param>
    /// <param name="value">The text as written.</param>
    /// <param name="span">Its span in the source text.</param>
    /// <param name="origin">Where it was found.</param>
    /// <param name="isOfWriting">Whether a day of publication is only that of writing where another is given.</param>
    public void Add(MetadataKey key, string value, TextSpan span, MetadataOrigin origin, bool isOfWriting = false)
    {
        value = value.Trim();
        // A template's value is not known before the site is built.
        if (value.Length == 0 || MaskedText.HasMark(value))
            return;
        // Types and layouts of pages name a genre now and then.
        if (key == MetadataKey.Genre && GenreFinder.OfGenre(value) is null)
            return;
        _keys.Add(key);
        _entries.Add(new MetadataEntry(key, value, span, origin));
        if (key is MetadataKey.Published or MetadataKey.Updated && WrittenDate.TryReadValue(value, out var date))
        {
            if (date.Date is not { } day)
                AddImpossible(date, value, span, origin);
            else if (key == MetadataKey.Published)
                AddPublished(
                    new PublicationDate(day, span, origin, TrustOf(origin), false) { IsOfWriting = isOfWriting }
                );
        }

        if (key == MetadataKey.CanonicalUrl && UrlDate.Read(value) is { } fromUrl)
            AddPublished(new PublicationDate(fromUrl, span, MetadataOrigin.Url, TrustOf(MetadataOrigin.Url), false));
    }

    public void Add(PublicationDate date, string text)
    {
        _keys.Add(MetadataKey.Published);
        _entries.Add(new MetadataEntry(MetadataKey.Published, text, date.Span, date.Origin));
        AddPublished(date);
    }

    private void AddPublished(PublicationDate date)
    {
        if (CalendarMath.CanBeMeant(date.Date))
            _published.Add(date);
    }

    /// <summary>Notes a day that the calendar does not have. What stands in the copy is read there.</summary>
    public void AddImpossible(in WrittenDate date, string value, TextSpan span, MetadataOrigin origin)
    {
        var isOutsideCopy =
            origin
            is MetadataOrigin.FrontMatter
                or MetadataOrigin.MetaElement
                or MetadataOrigin.JsonLd
                or MetadataOrigin.TimeElement;
        if (isOutsideCopy && date is { Year: >= 1 and <= 9999, Month: >= 1 and <= 12, Day: >= 1 })
            _impossible.Add(new ImpossibleDay(date.Year, date.Month, date.Day, value, span));
    }

    /// <summary>Whether it is a live blog.</summary>
    public bool IsLive { get; set; }

    public Metadata Build() =>
        _entries.Count == 0 && _published.Count == 0 && _impossible.Count == 0
            ? Metadata.Empty
            : new Metadata(_entries, Rated()) { IsLive = IsLive, ImpossibleDays = _impossible };

    // The day of writing is the day of publication where nothing else is given.
    private List<PublicationDate> Rated()
    {
        var isGiven = _published.Exists(p => p is { Origin: MetadataOrigin.FrontMatter, IsOfWriting: false });
        return _published.ConvertAll(p =>
            !p.IsOfWriting ? p
            : isGiven ? p with { Trust = OfWriting }
            : p with { IsOfWriting = false }
        );
    }

    private static double TrustOf(MetadataOrigin origin) =>
        origin switch
        {
            MetadataOrigin.JsonLd or MetadataOrigin.MetaElement or MetadataOrigin.FrontMatter => 0.9,
            MetadataOrigin.LabelledLine => 0.8,
            MetadataOrigin.TimeElement or MetadataOrigin.Dateline => 0.7,
            // An address is made once, of whatever day the system had then.
            MetadataOrigin.Url => 0.6,
            _ => 0.4,
        };
}

/// <summary>The day that a path names: <c>/2022/03/25/</c>, or <c>2022-03-25-</c> at the start of a file's
/// name.</summary>
internal static class UrlDate
{
    /// <summary>The first such day in a path.</summary>
    public static DateOnly? Read(ReadOnlySpan<char> path) => Read(path, path.Length);

    /// <summary>The day or month that the path of an address names between slashes: <c>/2013/05/16/</c>,
    /// <c>/2013/05/</c>.</summary>
    public static DateInterval? ReadPath(ReadOnlySpan<char> address)
    {
        if (Read(address) is { } day)
            return DateInterval.Of(day);
        for (var i = 0; i + 8 < address.Length; i++)
        {
            if (
                address[i] == '/'
                && address[i + 5] == '/'
                && address[i + 8] == '/'
                && int.TryParse(address.Slice(i + 1, 4), out var year)
                && int.TryParse(address.Slice(i + 6, 2), out var month)
                && year is >= 1990 and <= 2199
                && month is >= 1 and <= 12
            )
                return CalendarMath.Month(year, month);
        }

        return null;
    }

    /// <summary>The day that a file's name begins with.</summary>
    public static DateOnly? ReadStart(ReadOnlySpan<char> name) => Read(name, 1);

    private static DateOnly? Read(ReadOnlySpan<char> path, int starts)
    {
        for (var i = 0; i < starts && i + 10 <= path.Length; i++)
        {
            if (
                (i > 0 && path[i - 1] is not ('/' or '_' or '-'))
                || path[i] is not ('1' or '2')
                || path[i + 4] is not ('/' or '-')
                || path[i + 7] != path[i + 4]
            )
                continue;
            if (i + 10 < path.Length && char.IsAsciiDigit(path[i + 10]))
                continue;
            if (
                int.TryParse(path.Slice(i, 4), out var year)
                && int.TryParse(path.Slice(i + 5, 2), out var month)
                && int.TryParse(path.Slice(i + 8, 2), out var day)
                && year is >= 1900 and <= 2199
                && month is >= 1 and <= 12
                && day >= 1
                && day <= DateTime.DaysInMonth(year, month)
            )
                return new DateOnly(year, month, day);
        }

        return null;
    }
}
