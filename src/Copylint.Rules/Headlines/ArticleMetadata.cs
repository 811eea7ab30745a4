using Copylint.Calendar;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Rules.Headlines;

/// <summary>CL8010. What a page or front matter says of the article, against itself and against the headline.</summary>
internal sealed class ArticleMetadata : Analyzer
{
    // Titles share half their long words with the headline; another story's share hardly any.
    private const string Problem = "problem";
    private const double LeastShared = 0.5;
    private const int LongWord = 4;
    private const int FewestWords = 3;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var (date, author) = (context.Flag("date"), context.Flag("author"));
        var (headline, order) = (context.Flag("headline"), context.Flag("order"));
        context.OnDocument(c =>
        {
            var metadata = c.Document.Metadata;
            if (metadata[MetadataKey.Status] is not null || metadata.IsLive)
                return;
            if (order)
                CheckOrder(c);
            if (headline)
                CheckHeadline(c);
            CheckMissing(c, date, author);
        });
    }

    private static void CheckOrder(ReportContext context)
    {
        var metadata = context.Document.Metadata;
        foreach (var updated in metadata.Entries)
        {
            if (updated.Key != MetadataKey.Updated || !IsMachine(updated.Origin) || DayOf(updated) is not { } day)
                continue;
            foreach (var published in metadata.Published)
            {
                if (published.Origin != updated.Origin || published.Date <= day || published.Span.IsEmpty)
                    continue;
                context.ReportInSource(
                    updated.Span,
                    updated.Value,
                    new Finding
                    {
                        Severity = Severity.Warning,
                        Arguments =
                        [
                            (
                                Problem,
                                $"changed {CalendarNames.Write(day)}, published {CalendarNames.Write(published.Date)}"
                            ),
                        ],
                        Related = [new RelatedPlace(published.Span, "Published then.")],
                    }
                );
                return;
            }
        }
    }

    private static DateOnly? DayOf(MetadataEntry entry)
    {
        var value = entry.Value.AsSpan().Trim();
        return value.Length >= 10 && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", out var day) && day.Year > 1
            ? day
            : null;
    }

    private static void CheckHeadline(ReportContext context)
    {
        if (context.Document.Headline is not { } headline)
            return;
        foreach (var entry in context.Document.Metadata.Entries)
        {
            if (entry is not { Key: MetadataKey.Title, Origin: MetadataOrigin.JsonLd })
                continue;
            if (Shared(entry.Value, headline.Span.In(context.Text)) is not < LeastShared)
                continue;
            context.ReportInSource(
                entry.Span,
                entry.Value,
                new Finding
                {
                    Severity = Severity.Warning,
                    Arguments = [(Problem, "its headline is not the headline of the page")],
                    Related = [new RelatedPlace(context.Document.ToSource(headline.Span), "The headline.")],
                }
            );
            return;
        }
    }

    // The share of long words of the shorter one that the other has; null where there are too few to tell.
    private static double? Shared(ReadOnlySpan<char> title, ReadOnlySpan<char> headline)
    {
        var (one, other) = (WordsOf(title), WordsOf(headline));
        var fewest = Math.Min(one.Count, other.Count);
        return fewest < FewestWords ? null : (double)one.Count(other.Contains) / fewest;
    }

    private static HashSet<string> WordsOf(ReadOnlySpan<char> text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var range in text.SplitAny(" \t\r\n.,:;!?'\"’‘“”()|–—-"))
        {
            if (text[range].Length >= LongWord)
                words.Add(text[range].ToString());
        }

        return words;
    }

    // Of an article that a page describes for machines, or whose front matter has one of the two.
    private static void CheckMissing(ReportContext context, bool date, bool author)
    {
        var metadata = context.Document.Metadata;
        MetadataEntry? title = null;
        var isDescribed = false;
        foreach (var entry in metadata.Entries)
        {
            if (entry.Key == MetadataKey.Title && IsMachine(entry.Origin))
                title ??= entry;
            isDescribed |=
                entry.Origin == MetadataOrigin.JsonLd
                || (entry is { Key: MetadataKey.Byline, Origin: MetadataOrigin.FrontMatter });
        }

        if (title is null || !isDescribed)
            return;
        if (date && metadata.Published.Count == 0)
            Report(context, title, "no date of publication");
        if (author && metadata[MetadataKey.Byline] is null && title.Origin == MetadataOrigin.JsonLd)
            Report(context, title, "no author");
    }

    private static void Report(ReportContext context, MetadataEntry title, string problem) =>
        context.ReportInSource(
            title.Span,
            title.Value,
            new Finding { Severity = Severity.Suggestion, Arguments = [(Problem, problem)] }
        );

    private static bool IsMachine(MetadataOrigin origin) =>
        origin is MetadataOrigin.JsonLd or MetadataOrigin.FrontMatter or MetadataOrigin.MetaElement;
}
