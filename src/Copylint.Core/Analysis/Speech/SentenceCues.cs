using Copylint.Language;

namespace Copylint.Analysis.Speech;

/// <summary>What words anywhere in a sentence say of the time that it tells.</summary>
/// <param name="Years">Number of years from 1900 to 2099 written in it.</param>
/// <param name="Recalls">Whether a word looks back: "had promised", "was elected", "anniversary".</param>
/// <param name="TellsNews">Whether a weekday or a word such as "yesterday" stands in it.</param>
internal readonly record struct SentenceCues(int Years, bool Recalls, bool TellsNews)
{
    public static SentenceCues Of(DocumentAnalysis analysis, Sentence sentence)
    {
        var years = 0;
        bool recalls = false,
            tellsNews = false;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            ref readonly var token = ref analysis.Tokens[i];
            years += IsYear(analysis, i) ? 1 : 0;
            if (token.Kind != TokenKind.Word)
                continue;
            recalls =
                recalls
                || analysis.TextOf(i)
                    is "had"
                        or "elected"
                        or "decades"
                        or "years"
                        or "anniversary"
                        or "history"
                        or "era";
            tellsNews =
                tellsNews
                || analysis.Is(i, WordClasses.RelativeDay)
                || (token.IsCapitalised && token.Length > 5 && analysis.Is(i, WordClasses.Weekday));
        }

        return new SentenceCues(years, recalls, tellsNews);
    }

    /// <summary>Whether a token is a year from 1900 to 2099.</summary>
    public static bool IsYear(DocumentAnalysis analysis, int token) =>
        analysis.Tokens[token] is { Kind: TokenKind.Number, Length: 4 }
        && int.TryParse(analysis.TextOf(token), out var year)
        && year is >= 1900 and <= 2099;
}
