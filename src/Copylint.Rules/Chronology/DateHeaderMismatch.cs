using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Meaning;
using Copylint.Text;

namespace Copylint.Rules.Chronology;

/// <summary>
/// CL1001. Holds the best date of publication against what the copy counts from known events. Only what tells the copy's <em>now</em> is evidence; background,
/// quotations and plans are not. The weights of independent clues are combined as 1 − Π(1 − w), and nothing is said while another date of the copy lies near the
/// header, because then the copy is at least partly of that day.
/// </summary>
internal sealed class DateHeaderMismatch : Analyzer
{
    private const double ErrorScore = 0.9;
    private const double WarningScore = 0.6;
    private const int GateDays = 60;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        if (context.Document.Metadata.BestPublished is not { } header)
            return;
        var analysis = context.Analysis;
        var clues = new List<TimeExpression>();
        var doubt = 1.0;
        foreach (var expression in analysis.TimeExpressions)
        {
            if (expression is not { Event: { } newsEvent, Window: { } window } || !TellsNow(analysis, expression))
                continue;
            var tolerance = expression.Kind == TimeExpressionKind.EventDay ? 2 : Math.Max(7, (window.First.DayNumber - newsEvent.Start.DayNumber) / 4);
            if (window.DistanceTo(header.Date) <= tolerance)
                return;
            clues.Add(expression);
            doubt *= 1 - (expression.Kind == TimeExpressionKind.EventDay ? 1.0 : WarningScore);
        }

        if (clues.Count == 0)
            return;
        var score = 1 - doubt;
        var nothingNear = !analysis.TimeExpressions.Any(e =>
            e.Window is { } window && !clues.Contains(e) && analysis.Document.Blocks[analysis.Sentences[e.Sentence].Block].Kind != BlockKind.DateHeader
            && window.DistanceTo(header.Date) <= GateDays);
        Severity? severity = score >= ErrorScore && nothingNear ? Severity.Error : (score >= WarningScore && nothingNear) || score >= ErrorScore ? Severity.Warning : null;
        if (severity is null || Estimate(analysis, clues) is not { } estimate)
            return;
        context.ReportInSource(header.Span, header.Span.In(context.Document.Source.Text).ToString(), new Finding
        {
            Severity = severity,
            Arguments =
            [
                ("header", CalendarNames.Write(header.Date)),
                ("estimate", estimate.ToString()),
                ("evidence", string.Join(", ", clues.Take(2).Select(c => "'" + c.Span.In(context.Text).ToString() + "'"))),
                ("clock", header.LooksLikeSiteClock ? "The line looks like the site's clock, which prints the day of the visit." : null),
            ],
            Related =
            [
                .. clues.Select(c => new RelatedPlace(
                    context.Document.ToSource(c.Span), $"Counted from {c.Event!.Name} ({CalendarNames.Write(c.Event.Start)}), this means {c.Window}.")),
            ],
        });
    }

    // What the clues have in common; where that is a few days, a weekday that the copy names picks one.
    private static DateInterval? Estimate(Analysis analysis, List<TimeExpression> clues)
    {
        var common = clues[0].Window;
        foreach (var clue in clues)
            common = common?.Intersect(clue.Window!.Value);
        if (common is not { } window || window.Last.DayNumber - window.First.DayNumber >= 7)
            return common ?? clues.OrderBy(c => c.Window!.Value.Last.DayNumber - c.Window.Value.First.DayNumber).First().Window;
        var counts = new int[7];
        foreach (ref readonly var token in analysis.Tokens)
        {
            if (token.IsCapitalised && analysis.Vocabulary.Is(token, WordClasses.Weekday) && CalendarNames.Weekday(analysis.TextOf(token)) is { } weekday)
                counts[(int)weekday]++;
        }

        DateOnly? best = null;
        for (var day = window.First; day <= window.Last; day = day.AddDays(1))
        {
            if (counts[(int)day.DayOfWeek] > (best is { } known ? counts[(int)known.DayOfWeek] : 0))
                best = day;
        }

        return best is { } picked ? DateInterval.Of(picked) : window;
    }

    // Background, quotation and future say nothing of the day on which the copy was written.
    private static bool TellsNow(Analysis analysis, TimeExpression expression)
    {
        if (analysis.Quotations.At(expression.Span.Start) is not null)
            return false;
        var sentence = analysis.Sentences[expression.Sentence];
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (i >= expression.Tokens.First && i < expression.Tokens.End)
                continue;
            var text = analysis.TextOf(i);
            if (text.Equals("had", StringComparison.OrdinalIgnoreCase) && i < expression.Tokens.First)
                return false;
            if (analysis.Tokens[i] is { Kind: TokenKind.Number, Length: 4 } && int.TryParse(text, out var year) && year is >= 1900 and <= 2099)
                return false;
        }

        // "will mark the 30th day", "is due to": a plan; "when", "on the eve of": another time.
        for (var i = expression.Tokens.First - 1; i >= Math.Max(sentence.FirstToken, expression.Tokens.First - 8); i--)
        {
            var text = analysis.TextOf(i);
            if (analysis.Tokens[i].Kind is TokenKind.Comma or TokenKind.Semicolon)
                break;
            if (text is "will" or "would" or "'ll" or "’ll" or "due" or "scheduled" or "when" or "When" or "anniversary" or "recalled" or "later")
                return false;
        }

        return true;
    }
}
