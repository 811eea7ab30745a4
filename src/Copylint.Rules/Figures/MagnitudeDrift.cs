using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Rules.Figures.Sums;

namespace Copylint.Rules.Figures;

/// <summary>CL7009. A figure that is millions in one place and billions in another: "the £3.5bn debt … the £3.5m
/// debt".</summary>
internal sealed class MagnitudeDrift : Analyzer
{
    // One digit and its noun, or two digits: rows of figures.txt on both sides.
    private const int TellingDigits = 2;
    private const int MinQuotedWords = 4;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var all = context.Analysis.Quantities.All;
        if (all.Length < 2)
            return;
        var large = new List<int>();
        for (var i = 0; i < all.Length; i++)
        {
            if (IsLarge(context, all[i]))
                large.Add(i);
        }

        // The copy of a page that is all figures is a table: each place is held against a bounded number of others.
        for (var i = 0; i < large.Count; i++)
            CheckOne(context, large, i);
    }

    private static bool IsLarge(ReportContext context, in Quantity figure) =>
        figure.Magnitude >= 1e6
        && figure.Kind is QuantityKind.Money or QuantityKind.Count
        && !figure.IsInherited
        && !context.Analysis.IsResidue(context.Analysis.Sentences[figure.Sentence].Block)
        && KindOf(context, figure) != BlockKind.TableCell;

    private static BlockKind KindOf(ReportContext context, in Quantity figure) =>
        context.Document.Blocks[context.Analysis.Sentences[figure.Sentence].Block].Kind;

    // The place whose magnitude stands more rarely is the wrong one; of two the later.
    private static void CheckOne(ReportContext context, List<int> large, int index)
    {
        var all = context.Analysis.Quantities.All;
        ref readonly var figure = ref all[large[index]];
        int same = 0,
            other = -1,
            others = 0;
        for (var i = Math.Max(0, index - MostCompared); i < Math.Min(large.Count, index + MostCompared); i++)
        {
            ref readonly var that = ref all[large[i]];
            if (that.Mantissa != figure.Mantissa || that.Currency != figure.Currency)
                continue;
            if (that.Magnitude == figure.Magnitude)
                same++;
            else if (that.Sentence == figure.Sentence || !IsSameThing(context, figure, that))
                return;
            else
                (other, others) = (other < 0 ? i : other, others + 1);
        }

        if (others < same || other < 0 || IsQuoted(context.Analysis, figure))
            return;
        var isTie = others == same;
        if (isTie && index < other && !IsQuoted(context.Analysis, all[large[other]]))
            return;
        Report(context, figure, all[large[other]]);
    }

    private const int MostCompared = 400;

    private static bool IsQuoted(DocumentAnalysis analysis, in Quantity figure) =>
        analysis.Quotations.At(analysis.SpanOf(figure.Tokens).Start) is { WordCount: >= MinQuotedWords };

    private static bool IsSameThing(ReportContext context, in Quantity a, in Quantity b)
    {
        var analysis = context.Analysis;
        if (IsRate(analysis, a) || IsRate(analysis, b))
            return false;
        var isTelling = a.Currency is not null && (a.Mantissa >= 10 || a.SignificantDigits >= TellingDigits);
        return isTelling || NounsBeside.AreShared(analysis, a, b) || IsOnlyInHeadline(context, a, b);
    }

    // A sum of the headline that the copy has with another magnitude alone.
    private static bool IsOnlyInHeadline(ReportContext context, in Quantity a, in Quantity b)
    {
        var (figure, isSum) =
            KindOf(context, a) == BlockKind.Headline ? (a, true) : (b, KindOf(context, b) == BlockKind.Headline);
        if (!isSum || figure.Currency is null)
            return false;
        foreach (ref readonly var that in context.Analysis.Quantities.All)
        {
            var isElsewhere = KindOf(context, that) != BlockKind.Headline;
            if (isElsewhere && that.Value == figure.Value && that.Currency == figure.Currency)
                return false;
        }

        return true;
    }

    // "$1.5m a day", "$1.5bn a year".
    private static bool IsRate(DocumentAnalysis analysis, in Quantity figure) =>
        figure.Tokens.End < analysis.Tokens.Length && SumWords.Per.Has(analysis.TextOf(figure.Tokens.End));

    private static void Report(ReportContext context, in Quantity figure, in Quantity other)
    {
        var analysis = context.Analysis;
        var there = analysis.SpanOf(other.Tokens);
        var line = context.LineOf(there);
        context.Report(
            analysis.SpanOf(figure.Tokens),
            new Finding
            {
                Arguments = [(nameof(other), there.In(context.Text).ToString()), (nameof(line), line)],
                Related = [new RelatedPlace(there, "Here it has another magnitude.")],
            }
        );
    }
}
