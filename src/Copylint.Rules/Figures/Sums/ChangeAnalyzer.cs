using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules.Figures.Sums;

/// <summary>Holds a percentage against the change that it belongs to: "rose 20% from 50 to 55", "from 480 to 240, a
/// drop of 100%".</summary>
internal abstract class ChangeAnalyzer() : FigureAnalyzer(3)
{
    // How far the percentage stands from the change.
    private const int MostApart = 7;

    /// <summary>Checks a percentage and its change.</summary>
    protected abstract void Check(ReportContext context, FigureSentence sentence, in Quantity percent, Change change);

    /// <inheritdoc/>
    protected sealed override void Check(ReportContext context, FigureSentence sentence)
    {
        for (var from = 0; from < sentence.Figures.Length; from++)
        {
            if (Change.At(sentence, from) is not { } change || IsAdjusted(sentence))
                continue;
            for (var i = 0; i < sentence.Figures.Length; i++)
            {
                if (i == change.From || i == change.To || !Belongs(sentence, i, change))
                    continue;
                if (!IsQuoted(sentence.Analysis, sentence.Figures[i].Tokens))
                    Check(context, sentence, sentence.Figures[i], change);
                break;
            }
        }
    }

    private static bool IsAdjusted(FigureSentence sentence) =>
        sentence.Has(new TokenRange(sentence.First, sentence.End), SumWords.Adjusted);

    private static bool Belongs(FigureSentence sentence, int index, Change change)
    {
        ref readonly var percent = ref sentence.Figures[index];
        if (percent.Kind != QuantityKind.Percent || percent.Value <= 0 || sentence.IsInRange(index))
            return false;
        if (sentence.Is(percent.Tokens.End, SumWords.Rates) || sentence.Is(percent.Tokens.End, SumWords.ShareOf))
            return false;
        var pair = change.TokensIn(sentence);
        if (percent.Tokens.End <= pair.First)
            return IsBefore(sentence, percent, pair.First);
        if (percent.Lead >= pair.End)
            return IsBehind(sentence, percent, pair.End, change.From < change.To);
        // "to 55, a rise of 10% from 50".
        return change.To < change.From
            && percent.Tokens.End == sentence.Figures[change.From].Lead - 1
            && IsBehind(sentence, percent, sentence.Figures[change.To].Tokens.End, false);
    }

    // "rose 20% last year, from", "a 50 percent increase, from".
    private static bool IsBefore(FigureSentence sentence, in Quantity percent, int pair)
    {
        var between = new TokenRange(percent.Tokens.End, pair);
        if (between.Count > MostApart || sentence.HasAmount(between) || sentence.HasBreak(between))
            return false;
        return sentence.Is(percent.Lead - 1, SumWords.Changes) || sentence.Is(percent.Tokens.End, SumWords.Changes);
    }

    // "to 55 shares, or 9%, from 50, or 6%" tells two holdings and no change.
    // "in 2015, a rise of about 10%", "(up 10%)", "– a 50 percent increase".
    private static bool IsBehind(FigureSentence sentence, in Quantity percent, int pair, bool canSayAgain)
    {
        var mark = pair;
        while (mark < percent.Lead && mark - pair < MostApart && !IsMark(sentence, mark))
            mark++;
        if (mark >= percent.Lead || !IsMark(sentence, mark))
            return false;
        var between = new TokenRange(mark + 1, percent.Lead);
        if (between.Count > MostApart || sentence.HasAmount(new TokenRange(pair, percent.Lead)))
            return false;
        var tells = sentence.Is(percent.Tokens.End, SumWords.Changes);
        for (var i = between.First; i < between.End; i++)
        {
            if (!sentence.Is(i, SumWords.Links) && !sentence.Is(i, SumWords.Changes))
                return false;
            tells |= sentence.Is(i, SumWords.Changes) || (canSayAgain && sentence.Is(i, SumWords.Or));
        }

        return tells;
    }

    private static bool IsMark(FigureSentence sentence, int token) =>
        sentence.KindOf(token) is TokenKind.Comma or TokenKind.Dash or TokenKind.OpenBracket;
}
