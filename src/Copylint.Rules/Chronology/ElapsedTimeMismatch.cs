using Copylint.Analysis;
using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Rules.Chronology;

/// <summary>CL1006. Reckons "ten years after the 2011 tsunami" and anniversaries against the day of publication, and
/// "from 2012 to 2016, seven years" against itself.</summary>
internal sealed class ElapsedTimeMismatch : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var analysis = context.Analysis;
        var published = context.Document.Metadata.BestPublished?.Date;
        var times = analysis.TimeExpressions;
        for (var i = 0; i < times.Count; i++)
        {
            var time = times[i];
            switch (time)
            {
                case { Kind: TimeExpressionKind.YearElapsed, Amount: { } amount, Year: { } year }
                    when published is { } now && SpeaksOfNow(analysis, i):
                    var years = amount * (time.Unit == TimeUnit.Decade ? 10 : 1);
                    if (!Fits(years, now.Year - year, time.Approximation))
                        Report(context, time.Span, $"{year} to {now.Year}", now.Year - year);
                    break;
                case {
                    Kind: TimeExpressionKind.EventElapsed,
                    Unit: TimeUnit.Year or TimeUnit.Decade,
                    Amount: > 0 and var count,
                    Event: { IsRecurring: false } from
                } when published is { } now && SpeaksOfNow(analysis, i):
                    if (
                        !Fits(
                            count * (time.Unit == TimeUnit.Decade ? 10 : 1),
                            now.Year - from.Start.Year,
                            time.Approximation
                        )
                    )
                        Report(context, time.Span, $"{from.Start.Year} to {now.Year}", now.Year - from.Start.Year);
                    break;
                case { Kind: TimeExpressionKind.Anniversary, Window: { } window, Event: { } newsEvent }
                    when published is { } now && SpeaksOfNow(analysis, i):
                    if (window.DistanceTo(now) > 300)
                        Report(
                            context,
                            time.Span,
                            $"{newsEvent.Start.Year} to {now.Year}",
                            now.Year - newsEvent.Start.Year
                        );
                    break;
                case { Kind: TimeExpressionKind.Year, Year: { } first }
                    when i + 2 < times.Count
                        && times[i + 1] is { Kind: TimeExpressionKind.Year, Year: { } last } second
                        && times[i + 2]
                            is { Kind: TimeExpressionKind.Duration, Unit: TimeUnit.Year, Amount: { } length } duration
                        && last > first
                        && Joined(analysis, time.Tokens.End, second.Tokens.First, ["to", "until", "through"])
                        && Joined(analysis, second.Tokens.End, duration.Tokens.First, [","]):
                    if (!Fits(length, last - first, duration.Approximation))
                        Report(
                            context,
                            TextSpan.FromBounds(time.Span.Start, duration.Span.End),
                            $"{first} to {last}",
                            last - first
                        );
                    break;
            }
        }
    }

    private static void Report(ReportContext context, TextSpan span, string range, int actual) =>
        context.Report(
            span,
            ("phrase", span.In(context.Text).ToString()),
            ("range", range),
            ("actual", $"{actual} {(Math.Abs(actual) == 1 ? "year" : "years")}")
        );

    // A year on either side: months are not written, and years are counted with or without the first.
    private static bool Fits(double written, int actual, Approximation approximation)
    {
        var (low, high) = approximation switch
        {
            Approximation.MoreThan => (written, 1.9 * written),
            Approximation.LessThan or Approximation.About => (0.75 * written, 1.25 * written),
            _ => (written, written),
        };
        return actual >= low - 1 && actual <= high + 1;
    }

    private static bool SpeaksOfNow(DocumentAnalysis analysis, int index)
    {
        var time = analysis.TimeExpressions[index];
        var tense = TimeRoles.TenseAround(analysis, time.Tokens);
        // The lead of a story in the past tense can be about any time; the present tense is about now.
        return tense == Tense.Present
            && TimeRoles.RoleOf(analysis, time.Tokens, tense) == TimeRole.Now
            && !HasYearBeside(analysis.TimeExpressions, index, -1)
            && !HasYearBeside(analysis.TimeExpressions, index, 1);
    }

    // Another expression of the sentence, in one direction, that names a year.
    private static bool HasYearBeside(IReadOnlyList<TimeExpression> times, int index, int step)
    {
        for (var i = index + step; i >= 0 && i < times.Count && times[i].Sentence == times[index].Sentence; i += step)
        {
            if (times[i].Year is not null)
                return true;
        }

        return false;
    }

    private static bool Joined(DocumentAnalysis analysis, int from, int to, ReadOnlySpan<string> words)
    {
        if (to - from != 1)
            return false;
        var text = analysis.TextOf(from);
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return analysis.Tokens[from].Kind is TokenKind.Hyphen or TokenKind.Dash && words[0] is "to";
    }
}
