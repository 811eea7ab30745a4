namespace Copylint.Analysis.Time;

/// <summary>Reads from the words around an office or a scheduled event what it says of the day of writing.</summary>
internal static class Mentions
{
    /// <summary>Whether the mention looks back: "former", "then", a past year in the sentence, a quotation, "under",
    /// "elected".</summary>
    public static bool IsPast(DocumentAnalysis analysis, TokenRange range)
    {
        if (analysis.Quotations.At(analysis.Tokens[range.First].Start) is not null)
            return true;
        var sentence = analysis.Sentences[analysis.SentenceAt(range.First)];
        for (var i = range.First - 1; i >= Math.Max(sentence.FirstToken, range.First - 5); i--)
        {
            if (
                analysis.TextOf(i)
                is "former"
                    or "Former"
                    or "ex"
                    or "Ex"
                    or "then"
                    or "Then"
                    or "late"
                    or "one-time"
                    or "onetime"
                    or "ousted"
                    or "outgoing"
                    or "past"
                    or "failed"
                    or "defeated"
                    or "under"
                    or "Under"
                    or "by"
                    or "since"
                    or "like"
                    or "deposed"
                    or "fallen"
                    or "erstwhile"
                    or "longtime"
                    or "recalled"
                    or "unsuccessful"
                    or "likely"
                    or "potential"
                    or "probable"
                    or "eventual"
                    or "possible"
                    or "future"
                    or "prospective"
                    or "would-be"
                    or "ex-president"
            )
                return true;
        }

        return analysis.CuesOf(sentence) is { Years: > 0 } or { Recalls: true };
    }

    /// <summary>Whether the sentence tells news of it: a bare weekday or a word such as "yesterday" stands in
    /// it.</summary>
    public static bool TellsNews(DocumentAnalysis analysis, TokenRange range) =>
        analysis.CuesOf(analysis.Sentences[analysis.SentenceAt(range.First)]).TellsNews;
}
