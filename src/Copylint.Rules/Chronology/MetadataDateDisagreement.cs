using Copylint.Calendar;
using Copylint.Diagnostics;
using Copylint.Documents;

namespace Copylint.Rules.Chronology;

/// <summary>CL1004. Two places of a page that name its day of publication, more than a day apart: a day can be the time
/// zone.</summary>
internal sealed class MetadataDateDisagreement : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var tolerance = (int)context.Number("tolerance-days");
        context.OnDocument(c => Check(c, tolerance));
    }

    private static void Check(ReportContext context, int tolerance)
    {
        var metadata = context.Document.Metadata;
        if (metadata.BestPublished is not { } best || metadata.IsLive)
            return;
        foreach (var other in metadata.Published)
        {
            if (other == best || other.IsOfWriting || Math.Abs(other.Date.DayNumber - best.Date.DayNumber) <= tolerance)
                continue;
            // A name or an address made on the day of writing is right.
            if (IsHint(other) && metadata.Published.Any(p => p.IsOfWriting && p.Date == other.Date))
                continue;
            // What stands outside the file has no place in it.
            var (shown, related) = other.Span.IsEmpty ? (best, other) : (other, best);
            context.ReportInSource(
                shown.Span,
                shown.Span.In(context.Document.Source.Text).ToString(),
                new Finding
                {
                    // A name or an address was made once, of whatever day there was then: a hint, no proof.
                    Severity = IsHint(shown) || IsHint(related) ? Severity.Suggestion : null,
                    Arguments =
                    [
                        ("a", CalendarNames.Write(shown.Date)),
                        ("a-source", NameOf(shown.Origin)),
                        ("b", CalendarNames.Write(related.Date)),
                        ("b-source", NameOf(related.Origin)),
                        ("clock", other.LooksLikeSiteClock ? "The line at the top looks like the site's clock." : null),
                    ],
                    Related = related.Span.IsEmpty
                        ? []
                        :
                        [
                            new RelatedPlace(
                                related.Span,
                                $"{CalendarNames.Write(related.Date)} in {NameOf(related.Origin)}."
                            ),
                        ],
                }
            );
        }
    }

    private static bool IsHint(PublicationDate date) => date.Origin is MetadataOrigin.FileName or MetadataOrigin.Url;

    private static string NameOf(MetadataOrigin origin) =>
        origin switch
        {
            MetadataOrigin.DateHeader => "the line at the top",
            MetadataOrigin.LabelledLine => "the labelled line at the top",
            MetadataOrigin.Dateline => "the dateline",
            MetadataOrigin.FrontMatter => "the front matter",
            MetadataOrigin.MetaElement => "a meta element",
            MetadataOrigin.JsonLd => "the JSON-LD",
            MetadataOrigin.TimeElement => "a time element",
            MetadataOrigin.Url => "the address",
            MetadataOrigin.FileName => "the file's name",
            _ => "the page",
        };
}
