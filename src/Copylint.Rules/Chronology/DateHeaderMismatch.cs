using Copylint.Calendar;
using Copylint.Diagnostics;

namespace Copylint.Rules.Chronology;

/// <summary>
/// CL1001. Reports a date of publication that the evidence of the copy contradicts. Nothing is said on weak evidence
/// while another date of the copy lies near the
/// header, because then the copy is at least partly of that day.
/// </summary>
internal sealed class DateHeaderMismatch : Analyzer
{
    private const double ErrorScore = 0.9;
    private const double WarningScore = 0.6;

    // A dateline a few days off is for CL1013.
    private const int LeastGap = 10;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        if (
            context.Analysis.Dating is not { Score: >= WarningScore, Estimate: { } estimate } dating
            || dating.Agreeing.Sum(e => e.Weight) > dating.Against.Sum(e => e.Weight) / 2
            || dating.Against.Max(e => e.Fits.DistanceTo(dating.Header.Date)) < LeastGap
        )
            return;
        Severity? severity =
            dating.Score >= ErrorScore && !dating.HasNearDate ? Severity.Error
            : !dating.HasNearDate || dating.Score >= ErrorScore ? Severity.Warning
            : null;
        if (severity is null)
            return;
        var header = dating.Header;
        context.ReportInSource(
            header.Span,
            header.Span.In(context.Document.Source.Text).ToString(),
            new Finding
            {
                Severity = severity,
                Arguments =
                [
                    ("header", CalendarNames.Write(header.Date)),
                    ("estimate", estimate.ToString()),
                    (
                        "evidence",
                        string.Join(
                            ", ",
                            dating.Against.Take(2).Select(e => "'" + e.Span.In(context.Text).ToString() + "'")
                        )
                    ),
                    (
                        "clock",
                        header.LooksLikeSiteClock
                            ? "The line looks like the site's clock, which prints the day of the visit."
                            : null
                    ),
                ],
                Related =
                [
                    .. dating.Against.Select(e => new RelatedPlace(context.Document.ToSource(e.Span), e.Explanation)),
                ],
            }
        );
    }
}
