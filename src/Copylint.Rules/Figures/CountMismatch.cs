using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Analysis.Time;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Rules.Figures.Sums;

namespace Copylint.Rules.Figures;

/// <summary>CL7003. A number of things or people, and a list of them that has more or fewer: "three cities: Leeds,
/// York, Bath and Hull", "five people: three men and three women".</summary>
internal sealed class CountMismatch() : FigureAnalyzer(1)
{
    private const int MostNouns = 4;
    private const int MostCounted = 12;

    /// <inheritdoc/>
    protected override void Check(ReportContext context, FigureSentence sentence)
    {
        for (var i = 0; i < sentence.Figures.Length; i++)
        {
            ref readonly var figure = ref sentence.Figures[i];
            if (!IsCount(figure) || OpenerBehind(sentence, figure) is not { } opener)
                continue;
            var list = CountedList.Read(sentence, new TokenRange(figure.Tokens.End, opener), opener);
            var limit = list is { IsOfPeople: true } ? int.MaxValue : MostCounted;
            if (list is null || list.Count == figure.Value || figure.Value > limit)
                continue;
            // Twice as many: each name has its town or its office behind it.
            if (!list.IsOfPeople && list.Count == 2 * figure.Value)
                continue;
            if (!IsQuoted(sentence.Analysis, figure.Tokens))
                Report(context, sentence, figure, list);
        }
    }

    private static bool IsCount(in Quantity figure) =>
        figure.Kind == QuantityKind.Count
        && figure.Approximation == Approximation.Exact
        && figure is { Join: QuantityJoin.None, Magnitude: 1, Tolerance: 0.5, Value: >= 2 };

    // "three cities:", "two phases —", "five people (": its noun and nothing else before the mark.
    private static int? OpenerBehind(FigureSentence sentence, in Quantity figure)
    {
        for (var i = figure.Tokens.End; i <= figure.Tokens.End + MostNouns; i++)
        {
            switch (sentence.KindOf(i))
            {
                case TokenKind.Colon or TokenKind.Dash or TokenKind.OpenBracket:
                    return i > figure.Tokens.End && IsPlural(sentence, i - 1) ? i : null;
                case not (TokenKind.Word or TokenKind.Hyphen):
                    return null;
            }

            if (sentence.Analysis.Is(i, NoNoun))
                return null;
        }

        return null;
    }

    private const WordClasses NoNoun =
        WordClasses.Preposition | WordClasses.Conjunction | WordClasses.Auxiliary | WordClasses.Wh;

    private static bool IsPlural(FigureSentence sentence, int token) =>
        sentence.TextOf(token)[^1] is 's' || sentence.Is(token, SumWords.Persons);

    private static void Report(ReportContext context, FigureSentence sentence, in Quantity figure, CountedList list) =>
        context.Report(
            sentence.SpanOf(figure.Number),
            new Finding
            {
                Arguments = [(nameof(list), Percentage.Number(list.Count))],
                Related = [new RelatedPlace(sentence.SpanOf(list.Tokens), "This is what is listed.")],
            }
        );
}
