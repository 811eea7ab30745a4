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
            if (TimeWords.LookingBack.Has(analysis.TextOf(i)))
                return true;
        }

        return analysis.CuesOf(sentence) is { Years: > 0 } or { Recalls: true };
    }

    /// <summary>Whether the sentence tells news of it: a bare weekday or a word such as "yesterday" stands in
    /// it.</summary>
    public static bool TellsNews(DocumentAnalysis analysis, TokenRange range) =>
        analysis.CuesOf(analysis.Sentences[analysis.SentenceAt(range.First)]).TellsNews;
}
