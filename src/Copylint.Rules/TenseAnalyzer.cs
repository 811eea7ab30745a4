using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Rules;

/// <summary>Reports a verb and the day after it when the tense puts the day on the wrong side of publication.</summary>
internal abstract class TenseAnalyzer : Analyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    /// <summary>Whether a day lies where the tense cannot put it.</summary>
    protected abstract bool IsOutOfPlace(DateOnly day, DateOnly published);

    /// <summary>The first token of the verb that the day belongs to, or null where there is none of the tense.</summary>
    protected abstract int? VerbBefore(DocumentAnalysis analysis, TimeExpression time);

    private void Check(ReportContext context)
    {
        if (context.Document.Metadata.BestPublished is not { } published)
            return;
        var analysis = context.Analysis;
        foreach (var time in analysis.TimeExpressions)
        {
            if (
                time.DateOnly is not { } day
                || !IsOutOfPlace(day, published.Date)
                || !BlockKinds.Body.Has(context.Document.Blocks[analysis.Sentences[time.Sentence].Block].Kind)
                || analysis.Quotations.At(time.Span.Start) is not null
                || VerbBefore(analysis, time) is not { } verb
            )
                continue;
            var span = analysis.SpanOf(new TokenRange(verb, time.Tokens.End));
            context.Report(
                span,
                ("phrase", span.In(context.Text).ToString()),
                ("date", CalendarNames.Write(day)),
                ("published", CalendarNames.Write(published.Date))
            );
        }
    }
}
