using Copylint.Analysis.Speech;
using Copylint.Calendar;
using Copylint.Documents;
using Copylint.Documents.Top;
using Copylint.Language;
using Copylint.Matchers;
using Copylint.Text;

namespace Copylint.Analysis.Time;

/// <summary>What a piece of the copy says of the day on which it was written.</summary>
/// <param name="Span">Its span in the document's text.</param>
/// <param name="Fits">The days of publication that it allows.</param>
/// <param name="Weight">How much it counts when the header is outside them, from 0 to 1.</param>
/// <param name="Explanation">What it shows, in a sentence.</param>
public sealed record DatingEvidence(TextSpan Span, DateInterval Fits, double Weight, string Explanation)
{
    /// <summary>Whether it names no year, so that it fits the same days of any year.</summary>
    internal bool IsYearless { get; init; }

    /// <summary>The other intervals that it can mean, with their explanations: a second term in an office.</summary>
    internal IReadOnlyList<(DateInterval Fits, string Explanation)> Alternatives { get; init; } = [];
}

/// <summary>
/// Holds the date of publication against what the copy tells. Each piece of evidence allows an interval of days; those that the header lies outside of are combined as
/// 1 − Π(1 − weight), as independent doubts; evidence that the header fits speaks for it. Background, quotations, schedules and what is told by weekday alone are no evidence.
/// </summary>
public sealed class Dating
{
    private const int GateDays = 60;
    private const int MaxDatelineTokens = 10;

    private Dating(
        PublicationDate header,
        IReadOnlyList<DatingEvidence> against,
        IReadOnlyList<DatingEvidence> agreeing,
        double score,
        bool hasNearDate,
        DateInterval? estimate
    )
    {
        Header = header;
        Against = against;
        Agreeing = agreeing;
        Score = score;
        HasNearDate = hasNearDate;
        Estimate = estimate;
    }

    /// <summary>The date of publication that the copy is held against.</summary>
    public PublicationDate Header { get; }

    /// <summary>The evidence that the date does not fit, heaviest first.</summary>
    public IReadOnlyList<DatingEvidence> Against { get; }

    /// <summary>The evidence that it fits.</summary>
    public IReadOnlyList<DatingEvidence> Agreeing { get; }

    /// <summary>How strongly the evidence speaks against the date, from 0 to 1.</summary>
    public double Score { get; }

    /// <summary>Whether the copy names a day, month or year near the date, so that it is at least partly of that time.</summary>
    public bool HasNearDate { get; }

    /// <summary>The days that the evidence against the date points to, or null.</summary>
    public DateInterval? Estimate { get; }

    /// <summary>Weighs a document, or returns null where it has no date of publication.</summary>
    internal static Dating? Of(DocumentAnalysis analysis)
    {
        if (analysis.Document.Metadata.BestPublished is not { } header || header.Date.Year is < 10 or > 9980)
            return null;
        return new Weigher(analysis, header).Weigh();
    }

    /// <summary>The day of the dateline at the top of the story, with its expression and the day nearest to the date of publication; or null.</summary>
    internal static (TimeExpression Expression, DateOnly Day)? Dateline(DocumentAnalysis analysis, DateOnly published)
    {
        var blocks = analysis.Document.Blocks;
        var seen = 0;
        for (var i = 0; i < blocks.Count && seen < 3; i++)
        {
            if (blocks[i].Kind != BlockKind.Paragraph || blocks[i].Span.Length < 30)
                continue;
            seen++;
            var first = analysis.TokensOf(i).First;
            foreach (var expression in analysis.TimeExpressions)
            {
                if (expression.Tokens.First < first)
                    continue;
                if (expression.Tokens.First > first + MaxDatelineTokens || expression.Span.Start >= blocks[i].Span.End)
                    break;
                if (
                    expression is { Kind: TimeExpressionKind.Date, Month: { } month, Day: { } day }
                    && IsDateline(analysis, first, expression)
                    && (expression.DateOnly ?? CalendarMath.Nearest(published, month, day)) is { } found
                )
                    return (expression, found);
            }
        }

        return null;
    }

    // "KYIV, March 25 (Reuters) —", "Trail, British Columbia, June 11 -", "APRIL 11 -": names and marks before the day, a dash after it.
    private static bool IsDateline(DocumentAnalysis analysis, int first, TimeExpression expression)
    {
        for (var i = first; i < expression.Tokens.First; i++)
        {
            if (analysis.Tokens[i] is { Kind: TokenKind.Word, IsCapitalised: false })
                return false;
        }

        var end = expression.Tokens.End;
        var limit = Math.Min(analysis.Tokens.Length, end + 6);
        if (end < limit && analysis.Tokens[end].Kind == TokenKind.Comma)
            end++;
        if (end < limit && analysis.Tokens[end].Kind == TokenKind.OpenBracket)
        {
            while (end < limit && analysis.Tokens[end].Kind != TokenKind.CloseBracket)
                end++;
            end++;
        }

        return end < limit && analysis.Tokens[end].Kind == TokenKind.Dash;
    }

    private sealed class Weigher(DocumentAnalysis analysis, PublicationDate header)
    {
        private const int DatelineDays = 3;
        private const int OfficeDays = 30;
        private const double NewsWeight = 0.65;
        private const double PassingWeight = 0.5;
        private const double OfficeWeight = 0.4;
        private const double ScheduleWeight = 0.5;

        // What fits years of headers says nothing for one.
        private const int MaxAgreementDays = 400;
        private const int YearlessDays = 300;

        private readonly List<DatingEvidence> _against = [];
        private readonly List<DatingEvidence> _agreeing = [];
        private bool _nearDate;
        private bool _nearYearlessDate;

        public Dating Weigh()
        {
            var dateline = Dating.Dateline(analysis, header.Date);
            if (dateline is { } line)
            {
                Judge(
                    new DatingEvidence(
                        line.Expression.Span,
                        Spread(DateInterval.Of(line.Day), DatelineDays),
                        0.9,
                        $"The dateline says {CalendarNames.Write(line.Day)}."
                    )
                    {
                        IsYearless = line.Expression.Year is null,
                    }
                );
            }

            foreach (var expression in analysis.TimeExpressions)
            {
                if (expression.Tokens != dateline?.Expression.Tokens)
                    Weigh(expression);
            }

            WeighCoupledDates();
            WeighOffices();
            WeighScheduled();
            ChooseTerms();
            _against.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Span.CompareTo(b.Span));
            KeepCompatible();
            var doubt = 1.0;
            var gap = 0;
            foreach (var evidence in _against)
            {
                doubt *= 1 - evidence.Weight;
                gap = Math.Max(gap, evidence.Fits.DistanceTo(header.Date));
            }

            // "March 25" fits a header of any year: it says nothing against a copy that is years older.
            if (gap > YearlessDays)
                _agreeing.RemoveAll(e => e.IsYearless);
            return new Dating(
                header,
                _against,
                _agreeing,
                1 - doubt,
                _nearDate || (_nearYearlessDate && gap <= YearlessDays),
                Estimate()
            );
        }

        // Evidence for one time of writing has days in common; what has not, such as three presidents in a row, is history. The heaviest piece that most others agree with leads.
        private void KeepCompatible()
        {
            List<DatingEvidence> best = [];
            var bestWeight = 0.0;
            for (var i = 0; i < _against.Count; i++)
            {
                // Pieces that allow the same days lead to the same set.
                var lead = _against[i];
                if (_against.FindIndex(e => e.Fits == lead.Fits) < i)
                    continue;
                var common = lead.Fits;
                var kept = new List<DatingEvidence>();
                foreach (var evidence in _against)
                {
                    if (common.Intersect(evidence.Fits) is not { } both || evidence.Fits.Intersect(lead.Fits) is null)
                        continue;
                    common = both;
                    kept.Add(evidence);
                }

                var weight = kept.Sum(e => e.Weight);
                if (weight > bestWeight)
                    (best, bestWeight) = (kept, weight);
            }

            // Mentions that tell no news do not carry a verdict by themselves.
            if (best.TrueForAll(e => e.Weight <= OfficeWeight))
                best = [.. best.Take(1)];
            _against.Clear();
            _against.AddRange(best);
        }

        private static bool IsPassing(string title) =>
            title
                is "presidential candidate"
                    or "presidential nominee"
                    or "running mate"
                    or "president-elect"
                    or "campaign manager";

        // "Tuesday's New Hampshire primary", "will compete in the Iowa caucuses": one of the days on which it is held lies near.
        private void WeighScheduled()
        {
            var seen = new HashSet<string>();
            foreach (ref readonly var match in analysis.MatchSpan)
            {
                var range = new TokenRange(match.FirstToken, match.EndToken);
                if (
                    analysis.Resources.Events.Of(match) is not { IsRecurring: true } newsEvent
                    || Mentions.IsPast(analysis, range)
                    || seen.Contains(newsEvent.Id)
                )
                    continue;
                var tense = TimeRoles.TenseAround(analysis, range);
                var isNews = Mentions.TellsNews(analysis, range);
                if (!isNews && tense != Tense.Future)
                    continue;
                seen.Add(newsEvent.Id);
                var alternatives = newsEvent
                    .Occurrences.Select(d =>
                        (
                            Fits: isNews
                                ? Spread(DateInterval.Of(d), 21)
                                : new DateInterval(d.AddDays(-400), d.AddDays(2)),
                            Explanation: $"{char.ToUpperInvariant(newsEvent.Name[0])}{newsEvent.Name[1..]} was on {CalendarNames.Write(d)}."
                        )
                    )
                    .ToList();
                var nearest = alternatives.MinBy(a => a.Fits.DistanceTo(header.Date));
                // Past the last day that the gazetteer knows, a later one is as likely.
                if (
                    header.Date > newsEvent.Occurrences[^1].AddDays(30)
                    || header.Date < newsEvent.Occurrences[0].AddDays(-400)
                )
                    continue;
                Judge(
                    new DatingEvidence(analysis.SpanOf(range), nearest.Fits, ScheduleWeight, nearest.Explanation)
                    {
                        Alternatives = alternatives,
                    }
                );
            }
        }

        // Of several terms of one person, the one that the rest of the evidence fits best; of equals the one nearest to the header.
        private void ChooseTerms()
        {
            for (var i = 0; i < _against.Count; i++)
            {
                var evidence = _against[i];
                if (evidence.Alternatives.Count < 2)
                    continue;
                var best = evidence.Alternatives.MaxBy(a =>
                    _against.Where(e => e != evidence && e.Fits.Intersect(a.Fits) is not null).Sum(e => e.Weight)
                    - a.Fits.DistanceTo(header.Date) / 1e6
                );
                _against[i] = evidence with { Fits = best.Fits, Explanation = best.Explanation };
            }
        }

        private void Judge(TextSpan span, DateInterval fits, double weight, string explanation) =>
            Judge(new DatingEvidence(span, fits, weight, explanation));

        private void Judge(DatingEvidence evidence)
        {
            var fits = evidence.Fits;
            if (!fits.Contains(header.Date))
                _against.Add(evidence);
            else if (fits.Last.DayNumber - fits.First.DayNumber <= MaxAgreementDays)
                _agreeing.Add(evidence);
        }

        private static DateInterval Spread(DateInterval interval, int days) =>
            new(
                CalendarMath.Add(interval.First, -days, TimeUnit.Day),
                CalendarMath.Add(interval.Last, days, TimeUnit.Day)
            );

        private void Weigh(TimeExpression expression)
        {
            var block = analysis.Document.Blocks[analysis.Sentences[expression.Sentence].Block];
            if (block.Kind is BlockKind.DateHeader or BlockKind.Byline)
                return;
            var tense = TimeRoles.TenseAround(analysis, expression.Tokens);
            var role = TimeRoles.RoleOf(analysis, expression.Tokens, tense);
            if (expression.Resolve(header.Date, tense) is not { } window)
                return;
            // What the tense would choose must not hide a nearer day.
            if (expression is { Kind: TimeExpressionKind.Date, Year: null, Month: { } m, Day: { } d })
                _nearYearlessDate |=
                    CalendarMath.Nearest(header.Date, m, d) is { } nearest
                    && CalendarMath.Distance(nearest, header.Date) <= GateDays;
            else if (
                expression
                is {
                        Kind: TimeExpressionKind.Date
                            or TimeExpressionKind.Year
                            or TimeExpressionKind.EventDay
                            or TimeExpressionKind.EventElapsed
                            or TimeExpressionKind.Anniversary
                    }
                    or { Kind: TimeExpressionKind.Month, Year: not null }
            )
                _nearDate |= window.DistanceTo(header.Date) <= GateDays;
            switch (expression)
            {
                // "The 30th day of" tells its own day; "two weeks after" is told of any past too, and dates the copy only where that speaks of now.
                case {
                    Kind: TimeExpressionKind.EventDay or TimeExpressionKind.EventElapsed,
                    Event: { IsRecurring: false } newsEvent
                }
                    when role == TimeRole.Now && expression.Unit != TimeUnit.Hour
                        || role == TimeRole.Past && expression.Kind == TimeExpressionKind.EventDay
                        || IsStillGoingOn(expression, role):
                    var isCount = expression.Kind == TimeExpressionKind.EventDay && expression.Unit == TimeUnit.Day;
                    var slack = isCount
                        ? 2
                        : Math.Max(7, Math.Abs(window.First.DayNumber - newsEvent.Start.DayNumber) / 4);
                    Judge(
                        expression.Span,
                        Spread(window, slack),
                        isCount ? 1.0 : 0.6,
                        $"Counted from {newsEvent.Name} ({CalendarNames.Write(newsEvent.Start)}), this means {window}."
                    );
                    break;
                case { DateOnly: { } day }
                    when role is TimeRole.Now or TimeRole.Past && tense is Tense.Past && day > header.Date.AddDays(2):
                    Judge(
                        expression.Span,
                        new DateInterval(day.AddDays(-1), day.AddYears(3)),
                        0.5,
                        $"What happened on {CalendarNames.Write(day)} is told in the past tense."
                    );
                    break;
                case { DateOnly: { } day }
                    when role == TimeRole.Future
                        && day < header.Date.AddDays(-2)
                        && tense == Tense.Future
                        && IsPlain(expression):
                    Judge(
                        expression.Span,
                        new DateInterval(day.AddYears(-2), day.AddDays(1)),
                        0.5,
                        $"{CalendarNames.Write(day)} is told as still to come."
                    );
                    break;
                case { Kind: TimeExpressionKind.Since, Year: { } year }
                    when role is not TimeRole.Quoted && year > header.Date.Year:
                    Judge(expression.Span, CalendarMath.Years(year, year + 20), 0.7, $"It looks back to {year}.");
                    break;
            }
        }

        // "talks continued, more than a month into the invasion": what one is still in the midst of.
        private bool IsStillGoingOn(TimeExpression expression, TimeRole role)
        {
            if (role != TimeRole.Past || expression.Unit == TimeUnit.Hour)
                return false;
            for (var i = expression.Tokens.First; i < expression.Tokens.End; i++)
            {
                if (analysis.TextOf(i) is "into")
                    return true;
            }

            return false;
        }

        // "will", "is to": not "would" or "was due", which look ahead from a past.
        private bool IsPlain(TimeExpression expression)
        {
            var sentence = analysis.Sentences[expression.Sentence];
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (analysis.TextOf(i) is "would" or "was" or "were" or "had" or "until" or "said" or "ahead")
                    return false;
            }

            return true;
        }

        // A weekday with a day of the month fixes the years that it can be. One alone is rather a slip; several that agree on another year date the copy.
        private void WeighCoupledDates()
        {
            var misfits = new List<(TimeExpression Expression, int Year)>();
            var fits = 0;
            foreach (var expression in analysis.TimeExpressions)
            {
                if (
                    expression
                        is not {
                            Kind: TimeExpressionKind.Date,
                            Year: null,
                            Weekday: { } weekday,
                            Month: { } month,
                            Day: { } day
                        }
                    || analysis.Quotations.At(expression.Span.Start) is not null
                )
                    continue;
                var best = 0;
                var bestDistance = int.MaxValue;
                for (var year = header.Date.Year - 12; year <= header.Date.Year + 12; year++)
                {
                    if (CalendarMath.Day(year, month, day) is not { } candidate || candidate.DayOfWeek != weekday)
                        continue;
                    var distance = CalendarMath.Distance(candidate, header.Date);
                    if (distance < bestDistance)
                        (best, bestDistance) = (year, distance);
                }

                if (bestDistance <= 200)
                    fits++;
                else if (best != 0)
                    misfits.Add((expression, best));
            }

            if (fits > 0 || misfits.Count < 2 || misfits.Exists(m => m.Year != misfits[0].Year))
                return;
            foreach (var (expression, year) in misfits)
            {
                var day = CalendarMath.Day(year, expression.Month!.Value, expression.Day!.Value)!.Value;
                Judge(
                    expression.Span,
                    Spread(DateInterval.Of(day), 120),
                    0.8,
                    $"{day.Day} {CalendarNames.MonthName(day.Month)} was a {day.DayOfWeek} in {year}."
                );
            }
        }

        // "President Barack Obama said on Monday": the copy is of his term. A person counts once, and more where the sentence tells news.
        private void WeighOffices()
        {
            var found = new Dictionary<string, DatingEvidence>();
            foreach (ref readonly var match in analysis.MatchSpan)
            {
                if (
                    match.Lexicon != analysis.Resources.Offices.Lexicon
                    || analysis.Resources.Offices.Of(analysis, match) is not { } mention
                    || Mentions.IsPast(analysis, mention.Tokens)
                )
                    continue;
                var name = mention.Terms[0].Name;
                // A candidate is only called so while the race is on; a president's name keeps the title in history.
                var isPassing = IsPassing(mention.Terms[0].Title);
                var isNews =
                    Mentions.TellsNews(analysis, mention.Tokens)
                    || (
                        isPassing
                        && TimeRoles.RoleOf(analysis, mention.Tokens, TimeRoles.TenseAround(analysis, mention.Tokens))
                            == TimeRole.Now
                    );
                var weight =
                    isNews ? NewsWeight
                    : isPassing ? PassingWeight
                    : OfficeWeight;
                if (found.TryGetValue(name, out var known) && known.Weight >= weight)
                    continue;
                var alternatives = mention
                    .Terms.Select(t =>
                        (
                            Fits: Spread(t.Window, OfficeDays),
                            Explanation: $"{name} was {t.Title} from {CalendarNames.Write(t.From)} to {(t.To is { } to ? CalendarNames.Write(to) : "now")}."
                        )
                    )
                    .ToList();
                var nearest = alternatives.MinBy(a => a.Fits.DistanceTo(header.Date));
                found[name] = new DatingEvidence(
                    analysis.SpanOf(mention.Tokens),
                    nearest.Fits,
                    weight,
                    nearest.Explanation
                )
                {
                    Alternatives = alternatives,
                };
            }

            foreach (var evidence in found.Values)
                Judge(evidence);
        }

        // What the evidence has in common; where that is a few days, a weekday that the copy names picks one.
        private DateInterval? Estimate()
        {
            if (_against.Count == 0)
                return null;
            DateInterval? common = null;
            foreach (var evidence in _against)
            {
                var both = common is { } known ? known.Intersect(evidence.Fits) : evidence.Fits;
                // Of what contradicts heavier evidence nothing is taken.
                common = both ?? common;
            }

            if (common is not { } window || window.Last.DayNumber - window.First.DayNumber >= 14)
                return common;
            var core = window;
            foreach (var expression in analysis.TimeExpressions)
            {
                if (
                    expression is { Kind: TimeExpressionKind.EventDay, Window: { } exact }
                    && exact.Intersect(core) is { } narrower
                )
                    core = narrower;
            }

            var counts = new int[7];
            foreach (ref readonly var token in analysis.Tokens)
            {
                if (
                    token.IsCapitalised
                    && analysis.Vocabulary.Is(token, WordClasses.Weekday)
                    && CalendarNames.Weekday(analysis.TextOf(token)) is { } weekday
                )
                    counts[(int)weekday]++;
            }

            DateOnly? best = null;
            for (
                var day = core.First;
                day <= core.Last && core.Last.DayNumber - core.First.DayNumber < 7;
                day = day.AddDays(1)
            )
            {
                if (counts[(int)day.DayOfWeek] > (best is { } known ? counts[(int)known.DayOfWeek] : 0))
                    best = day;
            }

            return best is { } picked ? DateInterval.Of(picked) : core;
        }
    }
}
