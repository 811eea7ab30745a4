using Copylint.Analysis;
using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules;

/// <summary>Reports a verb and the day, month or year after it when the tense puts it on the wrong side of
/// publication.</summary>
internal abstract class TenseAnalyzer : Analyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    /// <summary>Whether days lie where the tense cannot put them.</summary>
    protected abstract bool IsOutOfPlace(DateInterval days, DateOnly published);

    /// <summary>The verb that the time belongs to, or null where there is none of the tense.</summary>
    protected abstract ClauseVerb? VerbBefore(DocumentAnalysis analysis, TimeExpression time);

    /// <summary>Whether a comma, a bracket or another mark parts two tokens.</summary>
    protected static bool HasMarkBetween(DocumentAnalysis analysis, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (analysis.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Clitic or TokenKind.Number))
                return true;
        }

        return false;
    }

    private void Check(ReportContext context)
    {
        if (Anchor(context) is not { } published)
            return;
        var analysis = context.Analysis;
        foreach (var time in analysis.TimeExpressions)
        {
            if (
                DaysOf(time) is not { } days
                || !IsOutOfPlace(days, published)
                || (time.DateOnly is null && IsOfBooks(analysis, time))
                || !BlockKinds.Body.Has(context.Document.Blocks[analysis.Sentences[time.Sentence].Block].Kind)
                || analysis.Quotations.At(time.Span.Start) is not null
                || VerbBefore(analysis, time) is not { } verb
            )
                continue;
            var span = analysis.SpanOf(new TokenRange(verb.Tokens.First, time.Tokens.End));
            context.Report(
                span,
                ("phrase", span.In(context.Text).ToString()),
                ("date", time.DateOnly is { } day ? CalendarNames.Write(day) : time.Span.In(context.Text).ToString()),
                ("published", CalendarNames.Write(published))
            );
        }
    }

    // The date of publication, or a whole date in the dateline.
    private static DateOnly? Anchor(ReportContext context) =>
        context.Document.Metadata.BestPublished?.Date ?? Dating.FullDateline(context.Analysis);

    // A day that can be read in two orders is none.
    private static DateInterval? DaysOf(TimeExpression time) =>
        time switch
        {
            { Confidence: < 1 } => null,
            { DateOnly: { } day } => DateInterval.Of(day),
            { Kind: TimeExpressionKind.Month, Year: not null, Window: { } month } => month,
            { Kind: TimeExpressionKind.Year, Window: { } year } => year,
            _ => null,
        };

    // "in fiscal 2025", "in the 2025 season": a year of the books begins before the calendar's; a year before a noun
    // names a thing.
    private static bool IsOfBooks(DocumentAnalysis analysis, TimeExpression time)
    {
        var before = time.Tokens.First - 1;
        var next = time.Tokens.End;
        return before < 0
            || analysis.TextOf(before) is "fiscal" or "the" or "financial" or "FY"
            || (
                next < analysis.Sentences[time.Sentence].EndToken
                && (
                    analysis.Tokens[next].Kind is TokenKind.Hyphen or TokenKind.Dash or TokenKind.Symbol
                    || analysis.PartOfSpeechAt(next) is PartOfSpeech.Noun or PartOfSpeech.Adjective
                )
            );
    }
}
