using Copylint.Analysis;
using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Rules.Chronology;

/// <summary>CL1005. "Yesterday" in copy that carries no date of publication and no dateline; the first place is
/// reported, the others are related.</summary>
internal sealed class RelativeDateUnanchored : Analyzer
{
    private const int BesideTokens = 3;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var metadata = context.Document.Metadata;
        if (
            metadata.BestPublished is not null
            || metadata[MetadataKey.Published] is not null
            || metadata[MetadataKey.Dateline] is not null
            || metadata[MetadataKey.Updated] is not null
        )
            return;
        var analysis = context.Analysis;
        var times = analysis.TimeExpressions;
        var found = new List<TimeExpression>();
        for (var i = 0; i < times.Count; i++)
        {
            if (IsRelative(times[i]) && TellsDay(analysis, times[i]) && !StandsByDate(times, i))
                found.Add(times[i]);
        }

        if (found.Count == 0)
            return;
        context.Report(
            found[0].Span,
            new Finding
            {
                Arguments = [("word", found[0].Span.In(context.Text).ToString())],
                Related = [.. found.Skip(1).Take(10).Select(e => new RelatedPlace(e.Span, "It has no anchor either."))],
            }
        );
    }

    // "yesterday", "this week", "earlier this week", "Friday last week".
    private static bool IsRelative(TimeExpression expression) =>
        expression
            is { Kind: TimeExpressionKind.RelativeDay }
                or { Kind: TimeExpressionKind.Relative, Unit: TimeUnit.Week, Amount: null }
                or { Kind: TimeExpressionKind.Weekday, Offset: not null };

    // "on April 27 (yesterday)", "today, 3 March": the day is named beside it.
    private static bool StandsByDate(IReadOnlyList<TimeExpression> times, int index)
    {
        var own = times[index];
        var stands = false;
        for (var i = index - 1; i >= 0 && own.Tokens.First - times[i].Tokens.End <= BesideTokens; i--)
            stands |= IsDay(times[i]) && times[i].Sentence == own.Sentence;
        for (var i = index + 1; i < times.Count && times[i].Tokens.First - own.Tokens.End <= BesideTokens; i++)
            stands |= IsDay(times[i]) && times[i].Sentence == own.Sentence;
        return stands;
    }

    private static bool IsDay(TimeExpression expression) =>
        expression is { Kind: TimeExpressionKind.Date, Day: not null };

    // "today" is often "nowadays"; with a past tense it is a day.
    private static bool TellsDay(DocumentAnalysis analysis, TimeExpression expression)
    {
        var block = analysis.Document.Blocks[analysis.Sentences[expression.Sentence].Block];
        if (
            !BlockKinds.Copy.Has(block.Kind)
            || analysis.Quotations.At(expression.Span.Start) is not null
            || analysis.IsResidue(block.Index)
        )
            return false;
        // "USA Today", "Tomorrow's World": a name.
        if (
            analysis.Tokens[expression.Tokens.First].IsCapitalised
            && expression.Tokens.First != analysis.Sentences[expression.Sentence].FirstToken
        )
            return false;
        // "the house of yesterday", "the stars of tomorrow": a quality, no day.
        var before = expression.Tokens.First - 1;
        if (before >= 0 && analysis.TextOf(before) is "of" && expression.Kind == TimeExpressionKind.RelativeDay)
            return false;
        if (expression.DayOffset != 0 || expression.Kind != TimeExpressionKind.RelativeDay)
            return true;
        var next = expression.Tokens.End;
        var endsPhrase =
            next >= analysis.Sentences[expression.Sentence].EndToken
            || analysis.Tokens[next].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon or TokenKind.Dash
            || analysis.Is(next, WordClasses.Conjunction | WordClasses.Preposition | WordClasses.Subordinator);
        return endsPhrase && TimeRoles.TenseAround(analysis, expression.Tokens) == Tense.Past;
    }
}
