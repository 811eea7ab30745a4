using Copylint.Calendar;
using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <summary>What the events that copy names say of its day: one that nobody foresaw is not named before it happened,
/// one that comes again is news near the days on which it is held.</summary>
internal static class EventEvidence
{
    // From a year before an event that comes again it is told as to come; news of it is told within three weeks.
    private const int DaysAhead = 400;
    private const int NewsDays = 21;
    private const int LaterDays = 2;

    // Copy names the day of an election by day and month within half a year.
    private const int DayAndMonthDays = 200;

    // Words between "Tuesday's" and the event's name.
    private const int WeekdayReach = 4;

    /// <summary>The pieces of evidence, one an event.</summary>
    public static IEnumerable<DatingEvidence> Of(DocumentAnalysis analysis, DateOnly header)
    {
        var seen = new Dictionary<string, DatingEvidence>();
        foreach (ref readonly var match in analysis.MatchSpan)
        {
            if (analysis.Resources.Events.Of(match) is not { } newsEvent)
                continue;
            var range = new TokenRange(match.FirstToken, match.EndToken);
            var evidence = newsEvent.IsRecurring
                ? Scheduled(analysis, header, newsEvent, range)
                : NotYet(analysis, header, newsEvent, range);
            if (
                evidence is not null
                && !(seen.TryGetValue(newsEvent.Id, out var known) && known.Weight >= evidence.Weight)
            )
                seen[newsEvent.Id] = evidence;
        }

        return seen.Values;
    }

    // "Hurricane Sandy" in copy of 2011.
    private static DatingEvidence? NotYet(
        DocumentAnalysis analysis,
        DateOnly header,
        NewsEvent newsEvent,
        TokenRange range
    )
    {
        if (!newsEvent.IsUnforeseen || newsEvent.Start <= header.AddDays(LaterDays))
            return null;
        var named = new DateInterval(newsEvent.Start, DateOnly.MaxValue);
        return new DatingEvidence(
            analysis.SpanOf(range),
            named.Spread(LaterDays),
            DatingWeights.EventToCome,
            $"{Capitalised(newsEvent.Name)} was on {CalendarNames.Write(newsEvent.Start)}."
        )
        {
            Named = named,
        };
    }

    // "Tuesday's New Hampshire primary", "will compete in the Iowa caucuses", "the state's June 7 primary": one of the
    // days on which it is held lies near.
    private static DatingEvidence? Scheduled(
        DocumentAnalysis analysis,
        DateOnly header,
        NewsEvent newsEvent,
        TokenRange range
    )
    {
        // Past the last day that the gazetteer knows, a later one is as likely.
        var isKnownTime =
            header <= newsEvent.Occurrences[^1].AddDays(30) && header >= newsEvent.Occurrences[0].AddDays(-DaysAhead);
        if (!isKnownTime || Mentions.IsPast(analysis, range))
            return null;
        if (DayBeside(analysis, newsEvent, range) is { } day)
            return Evidence(
                [(DateInterval.Of(day), DateInterval.Of(day).Spread(DayAndMonthDays), Explain(newsEvent, day))],
                DatingWeights.ScheduledDay
            );
        var isNews = Mentions.TellsNews(analysis, range);
        if (!isNews && TimeRoles.TenseAround(analysis, range) != Tense.Future)
            return null;
        return Evidence(
            [.. newsEvent.Occurrences.Select(d => Occurrence(newsEvent, d, isNews))],
            IsOnWeekday(analysis, range) ? DatingWeights.ScheduledDay : DatingWeights.Scheduled
        );

        DatingEvidence Evidence(List<(DateInterval Named, DateInterval Fits, string Explanation)> all, double weight)
        {
            var nearest = all.MinBy(a => a.Fits.DistanceTo(header));
            return new DatingEvidence(analysis.SpanOf(range), nearest.Fits, weight, nearest.Explanation)
            {
                Named = nearest.Named,
                Alternatives = all,
            };
        }
    }

    private static (DateInterval Named, DateInterval Fits, string Explanation) Occurrence(
        NewsEvent newsEvent,
        DateOnly day,
        bool isNews
    )
    {
        var named = isNews ? DateInterval.Of(day) : new DateInterval(day.AddDays(-DaysAhead), day);
        var fits = isNews ? named.Spread(NewsDays) : new DateInterval(named.First, day.AddDays(LaterDays));
        return (named, fits, Explain(newsEvent, day));
    }

    // "Tuesday's New Hampshire primary", "Tuesday's Republican primary": the weekday is that of the event.
    private static bool IsOnWeekday(DocumentAnalysis analysis, TokenRange range)
    {
        var words = SentenceCursor.At(analysis, range.First);
        for (var i = range.First - 1; i >= range.First - WeekdayReach; i--)
        {
            if (words.KindOf(i) == TokenKind.Clitic)
                return words.LengthOf(i - 1) > 5 && words.Is(i - 1, WordClasses.Weekday);
            if (!words.IsCapitalised(i))
                return false;
        }

        return false;
    }

    // The one day of the event that a day and month beside its name are: no other year has it on that day.
    private static DateOnly? DayBeside(DocumentAnalysis analysis, NewsEvent newsEvent, TokenRange range)
    {
        foreach (var expression in analysis.TimeExpressions)
        {
            if (expression.Tokens.First > range.End + 1)
                break;
            var isBeside =
                expression is { Kind: TimeExpressionKind.Date, Year: null, Month: not null, Day: not null }
                && (expression.Tokens.End == range.First || expression.Tokens.First - range.End is 0 or 1);
            if (!isBeside)
                continue;
            var days = newsEvent
                .Occurrences.Where(d => d.Month == expression.Month && d.Day == expression.Day)
                .ToList();
            return days.Count == 1 ? days[0] : null;
        }

        return null;
    }

    private static string Explain(NewsEvent newsEvent, DateOnly day) =>
        $"{Capitalised(newsEvent.Name)} was on {CalendarNames.Write(day)}.";

    private static string Capitalised(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]}";
}
