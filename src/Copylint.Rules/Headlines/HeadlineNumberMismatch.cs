using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Analysis.Time;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Rules.Figures.Sums;

namespace Copylint.Rules.Headlines;

/// <summary>CL8002. A figure of the headline that the copy nowhere has, where it has another for the same
/// thing.</summary>
internal sealed class HeadlineNumberMismatch : Analyzer
{
    // "about 50", "nearly 60" in either place.
    private const double AboutShare = 0.12;

    // Headlines round: 900 for 896, and nothing below this.
    private const double LeastRounded = 20;
    private const double MostRounded = 0.05;

    // "Truck attack in France kills at least 80.": four in five headlines are shorter.
    private const int LongestFirstLine = 90;

    private const double MostAbove = 1.5;

    // A figure that is further off is one of something else.
    private const double MostTimes = 12;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        if (HeadlineOf(context.Document) is not { } headline)
            return;
        var all = context.Analysis.Quantities.All;
        for (var i = 0; i < all.Length; i++)
        {
            var block = BlockOf(context, all[i]);
            if (block.Index > headline.Index)
                return;
            if (block == headline && IsChecked(context.Analysis, all, i) && !IsInBody(context, all[i], headline))
                Compare(context, all[i], headline);
        }
    }

    // The headline, or a first line that is as short as one and ends with a full stop.
    private static Block? HeadlineOf(Document document)
    {
        if (document.Headline is { Index: 0, Length: < HeadlineLimits.MaxLength } headline)
            return headline;
        if (document.Blocks is [{ Kind: BlockKind.Paragraph, Length: < LongestFirstLine } first, _, _, ..])
            return first;
        return document.Headline is { Length: < HeadlineLimits.MaxLength } later ? later : null;
    }

    private static Block BlockOf(ReportContext context, in Quantity figure) =>
        context.Document.Blocks[context.Analysis.Sentences[figure.Sentence].Block];

    // Not "10-man", "3-2", "5 things to know", nor a year or a time.
    private static bool IsChecked(DocumentAnalysis analysis, ReadOnlySpan<Quantity> all, int index)
    {
        ref readonly var figure = ref all[index];
        var isAmount =
            figure.Kind is QuantityKind.Count or QuantityKind.Money or QuantityKind.Percent or QuantityKind.Measure
            && figure.Value > 1;
        var isOneEnd =
            figure.Join != QuantityJoin.None || (index + 1 < all.Length && all[index + 1].Join != QuantityJoin.None);
        if (!isAmount || isOneEnd)
            return false;
        var end = analysis.Sentences[figure.Sentence].EndToken;
        var next = figure.Tokens.End;
        if (next < end && analysis.Tokens[next].Kind == TokenKind.Hyphen)
            return false;
        for (var i = next; i < Math.Min(end, next + 3); i++)
        {
            if (SumWords.Listed.Has(analysis.TextOf(i)))
                return false;
        }

        return true;
    }

    private static bool IsInBody(ReportContext context, in Quantity figure, Block headline)
    {
        var all = context.Analysis.Quantities.All;
        for (var i = 0; i < all.Length; i++)
        {
            if (BlockOf(context, all[i]) == headline)
                continue;
            if (Says(all[i], figure) || (CanSay(all[i], figure) && IsSumWithNext(all, i, figure.Value)))
                return true;
        }

        return false;
    }

    // "three men and two women" are five people: figures of one kind that follow each other in a sentence.
    private static bool IsSumWithNext(ReadOnlySpan<Quantity> all, int index, double value)
    {
        var sum = all[index].Value;
        for (var i = index + 1; i < all.Length && all[i].Sentence == all[index].Sentence; i++)
        {
            if (!all[i].IsLike(all[index]))
                return false;
            sum += all[i].Value;
            if (sum == value)
                return true;
        }

        return false;
    }

    // A count is no distance, and a sum of money no share; ages, years and labels may be the same number in other
    // words.
    private static bool CanSay(in Quantity body, in Quantity figure) =>
        body.Kind == figure.Kind
        || body.Kind is QuantityKind.Count or QuantityKind.Label
        || (
            figure.Kind == QuantityKind.Count
            && body.Kind is not (QuantityKind.Money or QuantityKind.Percent or QuantityKind.Points)
            && body.Unit is null or { Dimension: Dimension.Time }
        )
        || (figure.Kind == QuantityKind.Percent && body.Kind is QuantityKind.Fraction or QuantityKind.Points);

    private static bool Says(in Quantity body, in Quantity figure)
    {
        if (!CanSay(body, figure))
            return false;
        if (body.Mantissa == figure.Mantissa && body.Magnitude == figure.Magnitude)
            return true;
        var value = ValueIn(body, figure);
        if (IsWithin(figure.Approximation, value / figure.Value))
            return true;
        var slack = Math.Max(figure.Tolerance, RoundingOf(figure));
        if (figure.Magnitude > 1 || figure.Kind is QuantityKind.Percent or QuantityKind.Measure)
            slack = Math.Max(slack, body.Tolerance);
        if (figure.Tolerance == 0.5 && figure.Value < LeastRounded && figure.Magnitude == 1 && body.Tolerance == 0.5)
            slack = 0;
        if (figure.Approximation != Approximation.Exact || body.Approximation != Approximation.Exact)
            slack = Math.Max(slack, AboutShare * figure.Value);
        return Math.Abs(value - figure.Value) <= slack;
    }

    // "over 600" is true of 680, "nearly 600" of 580.
    private static bool IsWithin(Approximation nearness, double times) =>
        nearness switch
        {
            Approximation.MoreThan => times is >= 1 and <= MostAbove,
            Approximation.LessThan => times is <= 1 and >= 1 / MostAbove,
            _ => false,
        };

    // "a third" is 33 per cent; ten miles are sixteen kilometres.
    private static double ValueIn(in Quantity body, in Quantity figure)
    {
        if (body.Kind == QuantityKind.Fraction && figure.Kind == QuantityKind.Percent)
            return 100 * body.Value;
        return body.Unit is { } unit && figure.Unit is { } other && unit != other && unit.Dimension == other.Dimension
            ? unit.Convert(body.Value, other)
            : body.Value;
    }

    private static double RoundingOf(in Quantity figure)
    {
        if (figure.Value < LeastRounded || figure.SignificantDigits == 0)
            return 0;
        var digits = 1 + (int)Math.Floor(Math.Log10(figure.Mantissa));
        var step = Math.Pow(10, digits - figure.SignificantDigits) * figure.Magnitude;
        return Math.Min(step, MostRounded * figure.Value);
    }

    // The nearest figure of the same kind beside the same words.
    private static void Compare(ReportContext context, in Quantity figure, Block headline)
    {
        var all = context.Analysis.Quantities.All;
        var best = -1;
        var nearest = Math.Log(MostTimes);
        for (var i = 0; i < all.Length; i++)
        {
            if (BlockOf(context, all[i]) == headline || !IsOfSameKind(all[i], figure) || all[i].Value <= 1)
                continue;
            if (context.Analysis.IsResidue(BlockOf(context, all[i]).Index))
                continue;
            var distance = Math.Abs(Math.Log(ValueIn(all[i], figure) / figure.Value));
            if (distance < nearest && NounsBeside.AreShared(context.Analysis, figure, all[i]))
                (best, nearest) = (i, distance);
        }

        if (best >= 0)
            Report(context, figure, all[best]);
    }

    private static bool IsOfSameKind(in Quantity body, in Quantity figure) =>
        body.Kind == figure.Kind && (figure.Kind != QuantityKind.Measure || body.Unit == figure.Unit);

    private static void Report(ReportContext context, in Quantity figure, in Quantity body)
    {
        var there = context.Analysis.SpanOf(body.Tokens);
        var line = context.LineOf(there);
        context.Report(
            context.Analysis.SpanOf(figure.Tokens),
            new Finding
            {
                Arguments = [(nameof(body), there.In(context.Text).ToString()), (nameof(line), line)],
                Related = [new RelatedPlace(there, "The copy has this.")],
            }
        );
    }
}
