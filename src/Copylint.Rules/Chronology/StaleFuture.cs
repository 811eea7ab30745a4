using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Meaning;

namespace Copylint.Rules.Chronology;

/// <summary>CL1007. A day with its year that lies before publication and is told as still to come.</summary>
internal sealed class StaleFuture : Analyzer
{
    private const int SlackDays = 1;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        if (context.Document.Metadata.BestPublished is not { } published)
            return;
        var analysis = context.Analysis;
        foreach (var time in analysis.TimeExpressions)
        {
            if (time.DateOnly is not { } day || day >= published.Date.AddDays(-SlackDays) || !BlockKinds.Body.Has(context.Document.Blocks[analysis.Sentences[time.Sentence].Block].Kind)
                || analysis.Quotations.At(time.Span.Start) is not null || FutureVerbBefore(analysis, time) is not { } verb)
                continue;
            var span = analysis.SpanOf(new TokenRange(verb, time.Tokens.End));
            context.Report(span, ("phrase", span.In(context.Text).ToString()), ("date", CalendarNames.Write(day)), ("published", CalendarNames.Write(published.Date)));
        }
    }

    // "will be held on", "is due on": a future of the present. "would", "was due", and what somebody said then are not.
    private static int? FutureVerbBefore(Analysis analysis, TimeExpression time)
    {
        var sentence = analysis.Sentences[time.Sentence];
        for (var i = time.Tokens.First - 1; i >= Math.Max(sentence.FirstToken, time.Tokens.First - 10); i--)
        {
            if (analysis.Tokens[i].Kind is TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon)
                return null;
            var text = analysis.TextOf(i);
            if (text is "before" or "since" or "from" or "after" or "until" or "of" or "that" or "which" or "who" or "dated" or "signed")
                return null;
            var isFuture = text is "will" or "'ll" or "’ll" or "won't" or "won’t"
                || text is "is" or "are" && i + 1 < sentence.EndToken && analysis.TextOf(i + 1) is "to" or "due" or "set" or "scheduled" or "expected" or "planned" or "slated";
            if (!isFuture)
                continue;
            for (var k = sentence.FirstToken; k < sentence.EndToken; k++)
            {
                if (analysis.Is(k, WordClasses.ReportingVerb) && analysis.Is(k, WordClasses.VerbPast) || analysis.TextOf(k) is "according" or "had" or "would")
                    return null;
            }

            return i;
        }

        return null;
    }
}
