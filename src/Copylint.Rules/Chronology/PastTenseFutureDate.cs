using Copylint.Analysis;
using Copylint.Analysis.Time;
using Copylint.Calendar;

namespace Copylint.Rules.Chronology;

/// <summary>CL1008. Something that happened, by its past tense, on a day after publication: the classic wrong year of
/// January.</summary>
internal sealed class PastTenseFutureDate : TenseAnalyzer
{
    private const int SlackDays = 2;

    /// <inheritdoc/>
    protected override bool IsOutOfPlace(DateInterval days, DateOnly published) =>
        days.First > published.AddDays(SlackDays);

    // "was arrested on 12 May 2024", "resigned in May 2024": the day is the verb's own, beside it or with a place
    // between. Books of a firm run ahead of the calendar.
    /// <inheritdoc/>
    protected override ClauseVerb? VerbBefore(DocumentAnalysis analysis, TimeExpression time)
    {
        var verb = ClauseTense.Of(analysis, time.Tokens);
        if (verb is not { Tense: Tense.Past, IsDirect: true } || verb.Tokens.First >= time.Tokens.First)
            return null;
        var before = time.Tokens.First - 1;
        var isIntroduced = analysis.TextOf(before) is "on" or "in" || verb.Tokens.End == time.Tokens.First;
        return isIntroduced && !HasMarkBetween(analysis, verb.Tokens.End, before) ? verb : null;
    }
}
