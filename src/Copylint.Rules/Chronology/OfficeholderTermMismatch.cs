using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Meaning;

namespace Copylint.Rules.Chronology;

/// <summary>CL1011. A title right before a name whose holder was not in that office on the day of publication: a "former" is missing, or the date is wrong.</summary>
internal sealed class OfficeholderTermMismatch : Analyzer
{
    private const int SlackDays = 30;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnWords(OfficeGazetteer.LexiconName, Check);

    private static void Check(WordsContext context)
    {
        if (context.Document.Metadata.BestPublished is not { } published || !BlockKinds.Copy.Has(context.Block.Kind))
            return;
        var analysis = context.Analysis;
        if (analysis.Resources.Offices.Of(analysis, context.Match) is not { } mention
            || mention.Terms.Any(t => t.Window.DistanceTo(published.Date) <= SlackDays)
            || Mentions.IsPast(analysis, mention.Tokens)
            || !Mentions.TellsNews(analysis, mention.Tokens))
            return;
        var nearest = mention.Terms.MinBy(t => t.Window.DistanceTo(published.Date))!;
        context.Report(analysis.SpanOf(mention.Tokens),
            ("name", nearest.Name), ("office", nearest.Title), ("date", CalendarNames.Write(published.Date)),
            ("from", CalendarNames.Write(nearest.From)), ("to", nearest.To is { } to ? CalendarNames.Write(to) : "now"));
    }
}
