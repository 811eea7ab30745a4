using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Analysis.Time;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Rules.Figures.Sums;

namespace Copylint.Rules.Chronology;

/// <summary>CL1014. A number of hours that its two ends do not make: "from 9am to 5pm, six hours".</summary>
internal sealed class HoursMismatch() : FigureAnalyzer(3)
{
    private const int HoursOfDay = 24;
    private const double SecondsOfHour = 3600;

    // Half an hour is rounding.
    private const double Rounding = 0.75;
    private const double AboutHours = 1.5;
    private const int MostApart = 4;

    /// <inheritdoc/>
    protected override void Check(ReportContext context, FigureSentence sentence)
    {
        for (var i = 1; i < sentence.Figures.Length; i++)
        {
            if (!IsSpan(sentence, i))
                continue;
            for (var length = 0; length < sentence.Figures.Length; length++)
            {
                if (IsLength(sentence, length, i - 1, i))
                    Compare(context, sentence, i, length);
            }
        }
    }

    private static bool IsSpan(FigureSentence sentence, int second)
    {
        var (first, last) = (sentence.Figures[second - 1], sentence.Figures[second]);
        return first.Kind == QuantityKind.TimeOfDay
            && last.Kind == QuantityKind.TimeOfDay
            && last.Join != QuantityJoin.None
            && !first.IsDoubtful
            && !last.IsDoubtful;
    }

    // "for six hours, from", "to 5pm, six hours in all"; "two hours a day" is something else.
    private static bool IsLength(FigureSentence sentence, int length, int first, int second)
    {
        ref readonly var hours = ref sentence.Figures[length];
        if (hours.Unit is not { Dimension: Dimension.Time } unit || unit.Factors[0] != SecondsOfHour)
            return false;
        if (sentence.Is(hours.Tokens.End, SumWords.Hourly) || hours.Join != QuantityJoin.None)
            return false;
        var between =
            length < first
                ? new TokenRange(hours.Tokens.End, sentence.Figures[first].Lead)
                : new TokenRange(sentence.Figures[second].Tokens.End, hours.Lead);
        if (between.Count is <= 0 or > MostApart || sentence.HasAmount(between))
            return false;
        for (var i = between.First; i < between.End; i++)
        {
            var isMark = sentence.KindOf(i) is TokenKind.Comma or TokenKind.Dash or TokenKind.OpenBracket;
            var isPreposition = sentence.Is(i, SumWords.From) || sentence.Is(i, SumWords.Between);
            if (!isMark && !isPreposition && !sentence.Is(i, SumWords.InAll))
                return false;
        }

        return true;
    }

    private static void Compare(ReportContext context, FigureSentence sentence, int second, int length)
    {
        var (first, last, hours) = (sentence.Figures[second - 1], sentence.Figures[second], sentence.Figures[length]);
        var actual = (last.Value - first.Value) / 60;
        if (actual <= 0)
            actual += HoursOfDay;
        var slack = hours.Approximation == Approximation.Exact ? Rounding : AboutHours;
        if (Math.Abs(hours.Value - actual) < slack || IsQuoted(sentence.Analysis, hours.Tokens))
            return;
        context.Report(
            sentence.SpanOf(hours.Tokens),
            new Finding
            {
                Arguments =
                [
                    (nameof(first), sentence.TextOf(first)),
                    (nameof(last), sentence.TextOf(last)),
                    (nameof(actual), Percentage.Number(actual)),
                ],
                Related =
                [
                    new RelatedPlace(
                        sentence.SpanOf(new TokenRange(first.Tokens.First, last.Tokens.End)),
                        "It begins and ends here."
                    ),
                ],
            }
        );
    }
}
