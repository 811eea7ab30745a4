using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Diagnostics;
using Copylint.Rules.Figures.Sums;
using Copylint.Text;

namespace Copylint.Rules.Figures;

/// <summary>CL7008. The larger end of a range first.</summary>
internal sealed class RangeOrder() : FigureAnalyzer(2)
{
    // How many words before "between" tell that it has two sides.
    private const int Reach = 3;

    /// <inheritdoc/>
    protected override void Check(ReportContext context, FigureSentence sentence)
    {
        for (var i = 1; i < sentence.Figures.Length; i++)
        {
            var (low, high) = (sentence.Figures[i - 1], sentence.Figures[i]);
            if (!IsRange(sentence, i) || !low.IsLike(high) || low.Value <= high.Value || high.Value < 0)
                continue;
            if (sentence.Is(high.Tokens.End, SumWords.Backwards) || IsQuoted(sentence.Analysis, low.Tokens))
                continue;
            Report(context, sentence, low, high);
        }
    }

    // "between 20 and 15", "ages 31 to 28"; not "the gap between 60% and 40%".
    private static bool IsRange(FigureSentence sentence, int second)
    {
        var before = sentence.Figures[second - 1].Lead - 1;
        if (sentence.Figures[second].Join is QuantityJoin.To or QuantityJoin.Hyphen)
            return sentence.Is(before, SumWords.Ages);
        return sentence.Figures[second].Join == QuantityJoin.BetweenAnd
            && !sentence.Has(new TokenRange(Math.Max(sentence.First, before - Reach), before), SumWords.Sides);
    }

    private static void Report(ReportContext context, FigureSentence sentence, in Quantity low, in Quantity high)
    {
        var (first, second) = (NumberOf(sentence, low), NumberOf(sentence, high));
        var text = context.Text;
        context.Report(
            TextSpan.FromBounds(first.Start, second.End),
            new Finding
            {
                Arguments = [(nameof(low), second.In(text).ToString()), (nameof(high), first.In(text).ToString())],
                Fixes =
                [
                    new Fix(
                        "Turn the range round",
                        true,
                        [
                            new TextEdit(context.Document.ToSource(first), second.In(text).ToString()),
                            new TextEdit(context.Document.ToSource(second), first.In(text).ToString()),
                        ]
                    ),
                ],
            }
        );
    }

    // The unit of the second end belongs to both; a currency to its own.
    private static TextSpan NumberOf(FigureSentence sentence, in Quantity figure) =>
        sentence.SpanOf(new TokenRange(figure.Tokens.First, figure.Number.End));
}
