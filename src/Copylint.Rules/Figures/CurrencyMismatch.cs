using Copylint.Analysis.Figures;
using Copylint.Diagnostics;
using Copylint.Rules.Figures.Sums;

namespace Copylint.Rules.Figures;

/// <summary>CL7007. A sum in another currency that no rate since 1985 makes of the one before it.</summary>
internal sealed class CurrencyMismatch() : FigureAnalyzer(2)
{
    // Beyond the rates of the table: old rates, fees and round sums.
    private const double Beyond = 1.15;

    /// <inheritdoc/>
    protected override void Check(ReportContext context, FigureSentence sentence)
    {
        for (var second = 1; second < sentence.Figures.Length; second++)
        {
            if (Alternative.At(sentence, second) is not { } found)
                continue;
            foreach (var pair in found.Pairs(sentence))
            {
                if (IsWrong(sentence, pair) && Report(context, sentence, pair))
                    break;
            }
        }
    }

    private static (double Low, double High) RatesOf(Currency from, Currency to) =>
        (to.Low / from.High / Beyond, to.High / from.Low * Beyond);

    private static bool IsWrong(FigureSentence sentence, Alternative pair)
    {
        var (first, second) = (sentence.Figures[pair.First], sentence.Figures[pair.Second]);
        if (first.Currency is not { HasRate: true } from || second.Currency is not { HasRate: true } to || from == to)
            return false;
        if (first.Value <= 0 || second.Value <= 0 || first.Low <= 0)
            return false;
        var (low, high) = RatesOf(from, to);
        return second.High / first.Low < low || second.Low / first.High > high;
    }

    private static bool Report(ReportContext context, FigureSentence sentence, Alternative pair)
    {
        var (first, second) = (sentence.Figures[pair.First], sentence.Figures[pair.Second]);
        if (IsQuoted(sentence.Analysis, second.Tokens))
            return false;
        var (low, high) = RatesOf(first.Currency!, second.Currency!);
        var rate = second.Value / first.Value;
        context.Report(
            sentence.SpanOf(second.Tokens),
            new Finding
            {
                Arguments =
                [
                    (nameof(first), sentence.TextOf(first)),
                    (nameof(rate), Percentage.Rate(rate)),
                    (nameof(low), Percentage.Rate(low * Beyond)),
                    (nameof(high), Percentage.Rate(high / Beyond)),
                ],
                Related = [new RelatedPlace(sentence.SpanOf(first.Tokens), "This is what it converts.")],
            }
        );
        return true;
    }
}
