using Copylint.Analysis;
using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Language;

namespace Copylint.Rules.Chronology;

/// <summary>CL1007. A day, month or year that lies before publication and is told as still to come.</summary>
internal sealed class StaleFuture : TenseAnalyzer
{
    private const int SlackDays = 1;

    /// <inheritdoc/>
    protected override bool IsOutOfPlace(DateInterval days, DateOnly published) =>
        days.Last < published.AddDays(-SlackDays);

    // "will be held on", "is due on", "is planned for": a future of the present. "would", "was due", and what somebody
    // said then are not.
    /// <inheritdoc/>
    protected override ClauseVerb? VerbBefore(DocumentAnalysis analysis, TimeExpression time)
    {
        var verb = ClauseTense.Of(analysis, time.Tokens);
        if (verb is not { Tense: Tense.Future, IsFromPast: false } || verb.Tokens.First >= time.Tokens.First)
            return null;
        if (!IsIntroduced(analysis, time, verb) || HasMarkBetween(analysis, verb.Tokens.End, time.Tokens.First))
            return null;
        return IsToldThen(analysis, analysis.Sentences[time.Sentence], verb.Tokens) ? null : verb;
    }

    // "on", "in", "for" or the verb itself stand right before the time; "since", "of", "signed on" give a day to
    // something else.
    private static bool IsIntroduced(DocumentAnalysis analysis, TimeExpression time, in ClauseVerb verb)
    {
        var before = time.Tokens.First - 1;
        if (before < verb.Tokens.End)
            return time.DateOnly is not null;
        if (analysis.TextOf(before) is not ("on" or "in" or "for" or "by"))
            return false;
        for (var i = verb.Tokens.End; i < before; i++)
        {
            if (
                analysis.Is(i, WordClasses.VerbParticiple | WordClasses.Wh)
                || analysis.TextOf(i) is "dated" or "signed" or "since" or "after" or "from" or "before"
            )
                return false;
        }

        return true;
    }

    private static bool IsToldThen(DocumentAnalysis analysis, Sentence sentence, TokenRange verb)
    {
        for (var k = sentence.FirstToken; k < sentence.EndToken; k++)
        {
            if (k >= verb.First && k < verb.End)
                continue;
            if (
                analysis.Is(k, WordClasses.ReportingVerb) && analysis.Is(k, WordClasses.VerbPast)
                || analysis.TextOf(k) is "according" or "had" or "would"
            )
                return true;
        }

        return false;
    }
}
