using Copylint.Analysis;
using Copylint.Analysis.Time;
using Copylint.Language;

namespace Copylint.Rules.Chronology;

/// <summary>CL1008. Something that happened, by its past tense, on a day after publication: the classic wrong year of January.</summary>
internal sealed class PastTenseFutureDate : TenseAnalyzer
{
    private const int SlackDays = 2;

    /// <inheritdoc/>
    protected override bool IsOutOfPlace(DateOnly day, DateOnly published) => day > published.AddDays(SlackDays);

    // "was arrested on 12 May 2024": the verb right before "on" and the date, or with a place between. Schedules, deadlines and what is announced are left alone.
    /// <inheritdoc/>
    protected override int? VerbBefore(DocumentAnalysis analysis, TimeExpression time)
    {
        var sentence = analysis.Sentences[time.Sentence];
        var on = time.Tokens.First - 1;
        if (on <= sentence.FirstToken || analysis.TextOf(on) is not "on")
            return null;
        for (var i = on - 1; i >= Math.Max(sentence.FirstToken, on - 5); i--)
        {
            if (analysis.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Clitic or TokenKind.Number))
                return null;
            var text = analysis.TextOf(i);
            if (
                text
                is "to"
                    or "for"
                    or "will"
                    or "would"
                    or "due"
                    or "scheduled"
                    or "planned"
                    or "expected"
                    or "set"
                    or "maturing"
                    or "ending"
                    or "starting"
                    or "beginning"
                    or "effective"
                    or "and"
                    or "held"
                    or "ended"
                    or "expired"
                    or "began"
                    or "started"
                    or "called"
                    or "extended"
                    or "postponed"
                    or "moved"
                    or "offered"
                    or "issued"
                    or "redeemed"
                    or "priced"
                    or "based"
            )
                return null;
            if (
                !analysis.Is(i, WordClasses.VerbPast)
                && !(
                    text.Length > 4
                    && text.EndsWith("ed", StringComparison.Ordinal)
                    && !analysis.Is(i - 1, WordClasses.Determiner)
                )
            )
                continue;
            // "the firm's preferred shares": a participle that is no verb.
            if (
                !analysis.Is(i, WordClasses.VerbPast)
                && i != on - 1
                && !analysis.Is(i - 1, WordClasses.Be | WordClasses.SubjectPronoun)
                && !analysis.Tokens[i - 1].IsCapitalised
            )
                return null;
            // "announced an election on": the day belongs to the election, unless the verb stands right before it.
            if (analysis.Is(i, WordClasses.ReportingVerb) && i != on - 1)
                return null;
            var first = i > sentence.FirstToken && analysis.Is(i - 1, WordClasses.Be) ? i - 1 : i;
            // "to be arrested", "being paid": no past.
            return first < i && analysis.TextOf(first) is not ("was" or "were") ? null : first;
        }

        return null;
    }
}
