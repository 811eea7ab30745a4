using Copylint.Language;

namespace Copylint.Meaning;

/// <summary>Reads from the words around an office or a scheduled event what it says of the day of writing.</summary>
internal static class Mentions
{
    /// <summary>Whether the mention looks back: "former", "then", a past year in the sentence, a quotation, "under", "elected".</summary>
    public static bool IsPast(Analysis analysis, TokenRange range)
    {
        if (analysis.Quotations.At(analysis.Tokens[range.First].Start) is not null)
            return true;
        var sentence = analysis.Sentences[analysis.SentenceAt(range.First)];
        for (var i = range.First - 1; i >= Math.Max(sentence.FirstToken, range.First - 5); i--)
        {
            if (analysis.TextOf(i) is "former" or "Former" or "ex" or "Ex" or "then" or "Then" or "late" or "one-time" or "onetime" or "ousted" or "outgoing" or "past" or "failed"
                or "defeated" or "under" or "Under" or "by" or "since" or "like" or "deposed" or "fallen" or "erstwhile" or "longtime" or "recalled" or "unsuccessful" or "likely" or "potential"
                or "probable" or "eventual" or "possible" or "future" or "prospective" or "would-be" or "ex-president")
                return true;
        }

        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (analysis.Tokens[i] is { Kind: TokenKind.Number, Length: 4 } && int.TryParse(analysis.TextOf(i), out var year) && year is >= 1900 and <= 2099)
                return true;
            // "had promised", "was elected": what is recalled.
            if (analysis.TextOf(i) is "had" or "elected" or "decades" or "years" or "anniversary" or "history" or "era")
                return true;
        }

        return false;
    }

    /// <summary>Whether the sentence tells news of it: a bare weekday or a word such as "yesterday" stands in it, or a present tense.</summary>
    public static bool TellsNews(Analysis analysis, TokenRange range)
    {
        var sentence = analysis.Sentences[analysis.SentenceAt(range.First)];
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (analysis.Tokens[i].Kind == TokenKind.Word
                && (analysis.Is(i, WordClasses.RelativeDay) || (analysis.Tokens[i].IsCapitalised && analysis.Tokens[i].Length > 5 && analysis.Is(i, WordClasses.Weekday))))
                return true;
        }

        return false;
    }
}
