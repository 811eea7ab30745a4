using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Diagnostics;

namespace Copylint.Rules.Chronology;

/// <summary>CL1011. A title right before a name whose holder was not in that office on the day of publication: a
/// "former" is missing, or the date is wrong.</summary>
internal sealed class OfficeholderTermMismatch : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        if (context.Document.Metadata.BestPublished is not { } published)
            return;
        var analysis = context.Analysis;
        var offices = analysis.Resources.Offices;
        foreach (ref readonly var match in analysis.MatchSpan)
        {
            if (
                match.Lexicon != offices.Lexicon
                || offices.Of(analysis, match) is not { } mention
                || mention.Terms.Any(t => t.Window.DistanceTo(published.Date) <= DatingWeights.OfficeDays)
                || !BlockKinds.Copy.Has(context.Document.Blocks[analysis.BlockAt(match.FirstToken)].Kind)
                || Mentions.IsPast(analysis, mention.Tokens)
                || !Mentions.TellsNews(analysis, mention.Tokens)
            )
                continue;
            var nearest = mention.Terms.MinBy(t => t.Window.DistanceTo(published.Date))!;
            context.Report(
                analysis.SpanOf(mention.Tokens),
                ("name", nearest.Name),
                ("office", nearest.Title),
                ("date", CalendarNames.Write(published.Date)),
                ("from", CalendarNames.Write(nearest.From)),
                ("to", nearest.To is { } to ? CalendarNames.Write(to) : "now")
            );
        }
    }
}
