using System.Globalization;
using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Analysis.Time;
using Copylint.Diagnostics;
using Copylint.Rules.Figures.Sums;
using Copylint.Text;

namespace Copylint.Rules.Figures;

/// <summary>CL7004. A measure in brackets that is not what stands before it.</summary>
internal sealed class UnitConversionWrong() : FigureAnalyzer(2)
{
    // Beyond the last digit of both: factors are rounded too (8 km for 5 miles).
    private const double RoundedFactor = 0.03;

    // "about 10 miles".
    private const double AboutShare = 0.1;

    // Zeros at the end are rounding: "3,000 miles (5,000km)".
    private const double MostRounded = 0.05;

    /// <inheritdoc/>
    protected override void Check(ReportContext context, FigureSentence sentence)
    {
        for (var second = 1; second < sentence.Figures.Length; second++)
        {
            if (Alternative.At(sentence, second) is not { } found)
                continue;
            var pairs = found.Pairs(sentence);
            if (!HaveUnits(sentence, pairs))
                continue;
            foreach (var pair in pairs)
            {
                if (!IsWrong(sentence, pair))
                    continue;
                Report(context, sentence, pairs);
                break;
            }
        }
    }

    // "mill-10 miles (80-160km)": the first end of the second range has nothing that it converts.
    private static bool HaveUnits(FigureSentence sentence, ReadOnlySpan<Alternative> pairs)
    {
        foreach (var pair in pairs)
        {
            if (sentence.Figures[pair.First].Unit is null || sentence.Figures[pair.Second].Unit is null)
                return false;
        }

        return true;
    }

    private static bool IsWrong(FigureSentence sentence, Alternative pair)
    {
        var (first, second) = (sentence.Figures[pair.First], sentence.Figures[pair.Second]);
        if (first.Unit is not { } unit || second.Unit is not { } other)
            return false;
        if (unit == other || unit.Dimension != other.Dimension || unit.Dimension is Dimension.Time or Dimension.Angle)
            return false;
        if (unit.Dimension != Dimension.Temperature)
            return !Fits(first, second, isDifference: false);
        return TemperatureIn(sentence, first) switch
        {
            Reading.Difference => !Fits(first, second, isDifference: true),
            Reading.Absolute => !Fits(first, second, isDifference: false),
            _ => !Fits(first, second, isDifference: true) && !Fits(first, second, isDifference: false),
        };
    }

    private enum Reading
    {
        Absolute,
        Difference,
        Either,
    }

    // "rise by 2C" is a difference, "27C" a reading; "the 2C limit", "2C above average" can be either.
    private static Reading TemperatureIn(FigureSentence sentence, in Quantity first)
    {
        var before = first.Lead - 1;
        var isRise = sentence.Has(new TokenRange(sentence.First, sentence.End), SumWords.Warmer);
        if (isRise && sentence.Is(before, SumWords.Difference))
            return Reading.Difference;
        return isRise || sentence.Is(before, SumWords.By) ? Reading.Either : Reading.Absolute;
    }

    private static bool Fits(in Quantity first, in Quantity second, bool isDifference)
    {
        var share = first.Approximation == second.Approximation ? RoundedFactor : AboutShare;
        if (first.Approximation != Approximation.Exact)
            share = AboutShare;
        var slack = Math.Max(second.Tolerance, RoundingOf(second));
        var variants = Math.Max(first.Unit!.Factors.Count, second.Unit!.Factors.Count);
        for (var variant = 0; variant < variants; variant++)
        {
            var low = first.Unit!.Convert(first.Low, second.Unit, isDifference, variant);
            var high = first.Unit.Convert(first.High, second.Unit, isDifference, variant);
            var most = share * Math.Max(Math.Abs(low), Math.Abs(high));
            if (second.Value + slack >= low - most && second.Value - slack <= high + most)
                return true;
        }

        return false;
    }

    private static double RoundingOf(in Quantity figure)
    {
        if (figure.SignificantDigits == 0 || figure.Tolerance < 0.5)
            return figure.Tolerance;
        var digits = 1 + (int)Math.Floor(Math.Log10(Math.Max(1, Math.Abs(figure.Value))));
        var rounded = Math.Pow(10, digits - figure.SignificantDigits) / 2;
        return Math.Min(rounded, MostRounded * Math.Abs(figure.Value));
    }

    private static void Report(ReportContext context, FigureSentence sentence, ReadOnlySpan<Alternative> pairs)
    {
        var first = Whole(sentence.Figures[pairs[0].First], sentence.Figures[pairs[^1].First]);
        var second = Whole(sentence.Figures[pairs[0].Second], sentence.Figures[pairs[^1].Second]);
        if (IsQuoted(sentence.Analysis, second))
            return;
        var edits = new List<TextEdit>();
        foreach (var pair in pairs)
            edits.Add(EditOf(sentence, sentence.Figures[pair.First], sentence.Figures[pair.Second]));
        var right = WithEdits(context.Text, sentence.SpanOf(second), edits);
        context.Report(
            sentence.SpanOf(second),
            new Finding
            {
                Arguments =
                [
                    (nameof(first), sentence.SpanOf(first).In(context.Text).ToString()),
                    (nameof(right), right),
                ],
                Related = [new RelatedPlace(sentence.SpanOf(first), "This is what it converts.")],
                Fixes = IsMendable(sentence, pairs)
                    ?
                    [
                        new Fix(
                            $"Write {right}",
                            true,
                            [.. edits.Select(e => e with { Span = context.Document.ToSource(e.Span) })]
                        ),
                    ]
                    : [],
            }
        );
    }

    private static TokenRange Whole(in Quantity first, in Quantity last) => new(first.Tokens.First, last.Tokens.End);

    // In words the figure is written anew by somebody; and where the right one is a small part of the unit, the unit is
    // the wrong one.
    private static bool IsMendable(FigureSentence sentence, ReadOnlySpan<Alternative> pairs)
    {
        foreach (var pair in pairs)
        {
            var (first, second) = (sentence.Figures[pair.First], sentence.Figures[pair.Second]);
            var isSmall = first.Unit!.Dimension != Dimension.Temperature && RightFor(sentence, first, second) < 1;
            if (second.IsInWords || second.Magnitude > 1 || isSmall)
                return false;
        }

        return true;
    }

    private static double RightFor(FigureSentence sentence, in Quantity first, in Quantity second)
    {
        var isDifference =
            first.Unit!.Dimension == Dimension.Temperature && TemperatureIn(sentence, first) == Reading.Difference;
        return first.Unit.Convert(first.Value, second.Unit!, isDifference);
    }

    private static TextEdit EditOf(FigureSentence sentence, in Quantity first, in Quantity second) =>
        new(DigitsIn(sentence, second), Rounded(RightFor(sentence, first, second) / second.Magnitude, first, second));

    private static string WithEdits(string text, TextSpan span, List<TextEdit> edits)
    {
        var result = span.In(text).ToString();
        for (var i = edits.Count - 1; i >= 0; i--)
        {
            var at = edits[i].Span.Start - span.Start;
            result = result[..at] + edits[i].NewText + result[(at + edits[i].Span.Length)..];
        }

        return result;
    }

    // As exact as either figure is: whole, or with the digits of the one that is in the copy.
    private static string Rounded(double value, in Quantity first, in Quantity second)
    {
        if (Math.Abs(value) is < 1 and > 0 && first.Unit!.Dimension != Dimension.Temperature)
        {
            var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 1);
            return (Math.Round(value / unit) * unit).ToString("0.##########", CultureInfo.InvariantCulture);
        }

        if (second.Tolerance < 0.5 || Math.Abs(value) < 10)
        {
            var places = second.Tolerance < 0.5 ? (int)Math.Round(-Math.Log10(second.Tolerance * 2)) : 1;
            return value.ToString(places > 1 ? "#,0.##" : "#,0.#", CultureInfo.InvariantCulture);
        }

        var digits = Math.Max(2, Math.Max(first.SignificantDigits, second.SignificantDigits));
        var step = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Abs(value))) + 1 - digits));
        return (Math.Round(value / step) * step).ToString("#,0", CultureInfo.InvariantCulture);
    }

    // The digits alone: a unit can be glued to them.
    private static TextSpan DigitsIn(FigureSentence sentence, in Quantity figure)
    {
        var token = sentence.Analysis.Tokens[figure.Number.First].Span;
        if (figure.IsInWords)
            return sentence.SpanOf(figure.Number);
        var text = sentence.TextOf(figure.Number.First);
        var length = text.IndexOfAnyExcept("0123456789.,");
        var start = figure.Value < 0 ? sentence.SpanOf(figure.Tokens).Start : token.Start;
        return TextSpan.FromBounds(start, length < 0 ? token.End : token.Start + length);
    }
}
