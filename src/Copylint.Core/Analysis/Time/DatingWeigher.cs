using Copylint.Calendar;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Analysis.Time;

/// <summary>Gathers what the copy tells of its day and weighs it against the date of publication.</summary>
internal sealed class DatingWeigher(DocumentAnalysis analysis, PublicationDate header)
{
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
                Evidence(
                    line.Expression.Span,
                    DateInterval.Of(line.Day),
                    DatingWeights.DatelineDays,
                    DatingWeights.Dateline,
                    $"The dateline says {CalendarNames.Write(line.Day)}."
                ) with
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

        WeighYearCouples();
        WeighCoupledDates();
        JudgeAll(OfficeEvidence.Of(analysis, header.Date));
        JudgeAll(EventEvidence.Of(analysis, header.Date));
        JudgeAll(LinkEvidence.Of(analysis, header.Date));
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
        if (gap > DatingWeights.YearlessDays)
            _agreeing.RemoveAll(e => e.IsYearless);
        return new Dating(
            header,
            _against,
            _agreeing,
            1 - doubt,
            _nearDate || (_nearYearlessDate && gap <= DatingWeights.YearlessDays),
            Estimate()
        );
    }

    // Evidence for one time of writing has days in common; what has not, such as three presidents in a row, is history.
    // The heaviest piece that most others agree with leads.
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

        // Mentions that tell no news do not carry a verdict unless three people's terms agree.
        if (best.Count < DatingWeights.LeastOffices && best.TrueForAll(e => e.Weight <= DatingWeights.Office))
            best = [.. best.Take(1)];
        // Nor does what one is called in passing, such as a candidate: campaigns have their next.
        if (best.Count == 1 && best[0].IsWeak)
            best = [];
        _against.Clear();
        _against.AddRange(best);
    }

    // Of several terms of one person, the one that the rest of the evidence fits best; of equals the one nearest to the
    // header.
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
            _against[i] = evidence with { Named = best.Named, Fits = best.Fits, Explanation = best.Explanation };
        }
    }

    private void JudgeAll(IEnumerable<DatingEvidence> found)
    {
        foreach (var evidence in found)
            Judge(evidence);
    }

    private static DatingEvidence Evidence(
        TextSpan span,
        DateInterval named,
        int margin,
        double weight,
        string explanation
    ) => new(span, named.Spread(margin), weight, explanation) { Named = named };

    private void Judge(DatingEvidence evidence)
    {
        var fits = evidence.Fits;
        if (!fits.Contains(header.Date))
            _against.Add(evidence);
        else if (fits.Last.DayNumber - fits.First.DayNumber <= DatingWeights.MaxAgreementDays)
            _agreeing.Add(evidence);
    }

    private void Weigh(TimeExpression expression)
    {
        var block = analysis.Document.Blocks[analysis.Sentences[expression.Sentence].Block];
        if (block.Kind is BlockKind.DateHeader or BlockKind.Byline or BlockKind.SignOff)
            return;
        var verb = ClauseTense.Of(analysis, expression.Tokens);
        var tense = verb.Tense;
        var role = TimeRoles.RoleOf(analysis, expression.Tokens, tense);
        if (expression.Resolve(header.Date, tense) is not { } window)
            return;
        // What the tense would choose must not hide a nearer day.
        if (expression is { Kind: TimeExpressionKind.Date, Year: null, Month: { } m, Day: { } d })
            _nearYearlessDate |=
                CalendarMath.Nearest(header.Date, m, d) is { } nearest
                && CalendarMath.Distance(nearest, header.Date) <= DatingWeights.NearDays;
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
            _nearDate |= window.DistanceTo(header.Date) <= DatingWeights.NearDays;
        switch (expression)
        {
            // "The 30th day of" tells its own day; "two weeks after" is told of any past too, and dates the copy only
            // where that speaks of now.
            case {
                Kind: TimeExpressionKind.EventDay or TimeExpressionKind.EventElapsed,
                Event: { IsRecurring: false } newsEvent
            }
                when role == TimeRole.Now && expression.Unit != TimeUnit.Hour
                    || role == TimeRole.Past && expression.Kind == TimeExpressionKind.EventDay
                    || IsStillGoingOn(expression, role):
                var isCount = expression.Kind == TimeExpressionKind.EventDay && expression.Unit == TimeUnit.Day;
                var slack = isCount ? 2 : Math.Max(7, Math.Abs(window.First.DayNumber - newsEvent.Start.DayNumber) / 4);
                Judge(
                    Evidence(
                        expression.Span,
                        window,
                        slack,
                        isCount ? DatingWeights.DayCount : DatingWeights.Elapsed,
                        $"Counted from {newsEvent.Name} ({CalendarNames.Write(newsEvent.Start)}), this means {window}."
                    )
                );
                break;
            case { Year: not null } when IsAhead(expression, window, verb, role):
                Judge(ToldAsPast(expression, window));
                break;
            case { Year: not null } when IsBehind(expression, window, verb, role):
                Judge(ToldAsFuture(expression, window));
                break;
            case { Kind: TimeExpressionKind.Year, Year: { } over }
                when over == header.Date.Year && role is not TimeRole.Quoted && IsCompared(expression):
                Judge(
                    Evidence(
                        expression.Span,
                        CalendarMath.Years(over + 1, 9999),
                        0,
                        DatingWeights.Compared,
                        $"{over} as a whole is compared with."
                    )
                );
                break;
            case { Kind: TimeExpressionKind.Since, Year: { } year }
                when role is not TimeRole.Quoted && year > header.Date.Year:
                Judge(
                    Evidence(
                        expression.Span,
                        CalendarMath.Years(year, 9999),
                        0,
                        DatingWeights.Since,
                        $"It looks back to {year}."
                    )
                );
                break;
        }
    }

    // A day, month or year after the header that the copy tells in the past.
    private bool IsAhead(TimeExpression expression, DateInterval window, in ClauseVerb verb, TimeRole role) =>
        IsPlainTime(expression)
        && role is TimeRole.Now or TimeRole.Past
        && verb is { Tense: Tense.Past, IsDirect: true }
        && window.First > header.Date.AddDays(2);

    // One before the header that the copy tells as still to come.
    private bool IsBehind(TimeExpression expression, DateInterval window, in ClauseVerb verb, TimeRole role) =>
        IsPlainTime(expression)
        && role == TimeRole.Future
        && verb is { Tense: Tense.Future, IsFromPast: false }
        && window.Last < header.Date.AddDays(-2)
        && IsPlain(expression);

    // A date in one order only; a month or year that "in" or "on" puts to the verb, and is no name of a thing ("the
    // 2016 season").
    private bool IsPlainTime(TimeExpression expression)
    {
        if (expression.DateOnly is not null)
            return expression.Confidence == 1;
        var before = expression.Tokens.First - 1;
        return expression.Kind is TimeExpressionKind.Year or TimeExpressionKind.Month
            && before >= 0
            && TimeWords.In.Has(analysis.TextOf(before));
    }

    // "Up from $252 million in 1988": an amount of the whole year, which is over. "From 20 in January 1988", "a high of
    // 20 in 1988" are none.
    private bool IsCompared(TimeExpression expression)
    {
        var words = new SentenceCursor(analysis, analysis.Sentences[expression.Sentence]);
        var at = expression.Tokens.First - 1;
        if (at <= words.First || !TimeWords.In.Has(analysis.TextOf(at--)))
            return false;
        var amount = at;
        while (at > words.First && IsPartOfAmount(at))
            at--;
        // "From 20", "from about 20", "compared with 20".
        return at < amount
            && (TimeWords.Comparing.Has(analysis.TextOf(at)) || TimeWords.Comparing.Has(words.TextOf(at - 1)));
    }

    private bool IsPartOfAmount(int token) =>
        analysis.Tokens[token].Kind is TokenKind.Number or TokenKind.Symbol
        || analysis.Is(token, WordClasses.NumberWord)
        || TimeWords.AmountUnits.Has(analysis.TextOf(token));

    private static DatingEvidence ToldAsPast(TimeExpression expression, DateInterval window) =>
        Evidence(
            expression.Span,
            new DateInterval(window.First, DateOnly.MaxValue),
            1,
            DatingWeights.PastAhead,
            $"What happened on {window} is told in the past tense."
        );

    private static DatingEvidence ToldAsFuture(TimeExpression expression, DateInterval window) =>
        Evidence(
            expression.Span,
            new DateInterval(DateOnly.MinValue, window.Last),
            1,
            DatingWeights.FutureBehind,
            $"{window} is told as still to come."
        );

    // "last year, in 2015", "this year's 2016 election", "2012, next year": the year of writing follows. "The last year
    // of" counts none.
    private void WeighYearCouples()
    {
        var times = analysis.TimeExpressions;
        for (var i = 0; i + 1 < times.Count; i++)
        {
            var (relative, year) =
                times[i].Kind == TimeExpressionKind.Relative ? (times[i], times[i + 1]) : (times[i + 1], times[i]);
            if (
                relative
                    is not {
                        Kind: TimeExpressionKind.Relative,
                        Unit: TimeUnit.Year,
                        Amount: null,
                        Relation: TimeRelation.Last or TimeRelation.This or TimeRelation.Next
                    }
                || year is not { Kind: TimeExpressionKind.Year, Year: { } written }
                || times[i + 1].Sentence != times[i].Sentence
                || !StandTogether(times[i].Tokens.End, times[i + 1].Tokens.First)
                || analysis.Quotations.At(relative.Span.Start) is not null
            )
                continue;
            var now =
                written
                + relative.Relation switch
                {
                    TimeRelation.Last => 1,
                    TimeRelation.Next => -1,
                    _ => 0,
                };
            Judge(
                Evidence(
                    relative.Span,
                    CalendarMath.Years(now, now),
                    31,
                    DatingWeights.YearCouple,
                    $"{written} is told as '{analysis.Document.Text.AsSpan(relative.Span.Start, relative.Span.Length)}'."
                )
            );
        }
    }

    // Nothing, a comma, "in", "'s" or a bracket between.
    private bool StandTogether(int from, int to)
    {
        if (to - from > 2)
            return false;
        for (var i = from; i < to; i++)
        {
            if (
                analysis.Tokens[i].Kind is not (TokenKind.Comma or TokenKind.Clitic or TokenKind.OpenBracket)
                && analysis.TextOf(i) is not "in"
            )
                return false;
        }

        return true;
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

    // A weekday with a day of the month fixes the years that it can be. One alone is rather a slip; several that agree
    // on another year date the copy.
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
                Evidence(
                    expression.Span,
                    DateInterval.Of(day),
                    120,
                    DatingWeights.WeekdayCouple,
                    $"{day.Day} {CalendarNames.MonthName(day.Month)} was a {day.DayOfWeek} in {year}."
                )
            );
        }
    }

    // What the evidence has in common; where that is a few days, a weekday that the copy names picks one.
    private DateInterval? Estimate()
    {
        if (_against.Count == 0)
            return null;
        DateInterval? common = null;
        foreach (var evidence in _against)
        {
            var both = common is { } known ? known.Intersect(evidence.Named) : evidence.Named;
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
