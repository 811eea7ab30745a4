using Copylint.Analysis;
using Copylint.Analysis.Time;
using Copylint.Language;

namespace Copylint.Rules.Chronology;

/// <summary>CL1007. A day with its year that lies before publication and is told as still to come.</summary>
internal sealed class StaleFuture : TenseAnalyzer
{
    private const int SlackDays = 1;

    /// <inheritdoc/>
    protected override bool IsOutOfPlace(DateOnly day, DateOnly published) => day < published.AddDays(-SlackDays);

    // "will be held on", "is due on": a future of the present. "would", "was due", and what somebody said then are not.
    /// <inheritdoc/>
    protected override int? VerbBefore(DocumentAnalysis analysis, TimeExpression time)
    {
        var sentence = analysis.Sentences[time.Sentence];
        for (var i = time.Tokens.First - 1; i >= Math.Max(sentence.FirstToken, time.Tokens.First - 10); i--)
        {
            if (analysis.Tokens[i].Kind is TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon)
                return null;
            var text = analysis.TextOf(i);
            if (
                text
                is "before"
                    or "since"
                    or "from"
                    or "after"
                    or "until"
                    or "of"
                    or "that"
                    or "which"
                    or "who"
                    or "dated"
                    or "signed"
            )
                return null;
            var isFuture =
                text is "will" or "'ll" or "’ll" or "won't" or "won’t"
                || text is "is" or "are"
                    && i + 1 < sentence.EndToken
                    && analysis.TextOf(i + 1)
                        is "to"
                            or "due"
                            or "set"
                            or "scheduled"
                            or "expected"
                            or "planned"
                            or "slated";
            if (!isFuture)
                continue;
            for (var k = sentence.FirstToken; k < sentence.EndToken; k++)
            {
                if (
                    analysis.Is(k, WordClasses.ReportingVerb) && analysis.Is(k, WordClasses.VerbPast)
                    || analysis.TextOf(k) is "according" or "had" or "would"
                )
                    return null;
            }

            return i;
        }

        return null;
    }
}
