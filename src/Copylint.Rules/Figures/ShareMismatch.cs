using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Analysis.Time;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Rules.Figures.Sums;

namespace Copylint.Rules.Figures;

/// <summary>CL7006. A percentage or fraction that the part and the whole beside it do not make: "7 of 10 schools
/// (35%)".</summary>
internal sealed class ShareMismatch() : FigureAnalyzer(3)
{
    private const double MostPoints = 1;
    private const double FractionPoints = 4;
    private const double AboutPoints = 4;

    // "more than half" of 59 in 60, "nearly two-thirds" of 32 in 98: nobody puts it so.
    private const double MostAbove = 1.6;
    private const double LeastBelow = 0.8;

    // "of the 98 kitchens that they visited (": rows of figures.txt.
    private const int MostApart = 7;

    /// <inheritdoc/>
    protected override void Check(ReportContext context, FigureSentence sentence)
    {
        for (var i = 0; i + 1 < sentence.Figures.Length; i++)
        {
            var isPartFirst = IsPartOf(sentence, i, i + 1);
            if (!isPartFirst && !IsWholeFirst(sentence, i, i + 1))
                continue;
            var (part, whole) = isPartFirst ? (i, i + 1) : (i + 1, i);
            if (!IsPair(sentence.Figures[part], sentence.Figures[whole]))
                continue;
            if (
                i + 2 < sentence.Figures.Length
                && IsBehind(sentence, i + 1, i + 2)
                && TryReport(context, sentence, part, whole, i + 2)
            )
                continue;
            if (isPartFirst && i > 0 && IsBefore(sentence, i - 1, i, i + 1))
                TryReport(context, sentence, part, whole, i - 1);
        }
    }

    private static bool IsPair(in Quantity part, in Quantity whole) =>
        part.IsLike(whole)
        && part.Kind is QuantityKind.Count or QuantityKind.Money
        && part.Value > 0
        && part.Value <= whole.Value
        && part.Approximation is Approximation.Exact or Approximation.About
        && whole.Approximation == Approximation.Exact
        && part.Tolerance >= 0.5;

    // "7 of 10", "18 out of the 20".
    private static bool IsPartOf(FigureSentence sentence, int part, int whole)
    {
        var at = sentence.Figures[part].Tokens.End;
        var end = sentence.Figures[whole].Tokens.First;
        if (sentence.Is(at, SumWords.Out))
            at++;
        if (!sentence.Is(at, SumWords.PartOf))
            return false;
        at++;
        if (at < end && sentence.Is(at, SumWords.Whole))
            at++;
        return at == end;
    }

    // "Of 40 members, 16".
    private static bool IsWholeFirst(FigureSentence sentence, int whole, int part)
    {
        var before = sentence.Figures[whole].Lead - 1;
        if (sentence.Is(before, SumWords.Whole))
            before--;
        var between = new TokenRange(sentence.Figures[whole].Tokens.End, sentence.Figures[part].Lead);
        return sentence.Is(before, SumWords.OfWhole)
            && sentence.IsCapitalised(before)
            && between.Count is > 0 and <= MostApart
            && sentence.KindOf(between.End - 1) == TokenKind.Comma
            && !sentence.HasBreak(between);
    }

    // "schools (35%)", "voted against, or 52%".
    private static bool IsBehind(FigureSentence sentence, int last, int share)
    {
        ref readonly var percent = ref sentence.Figures[share];
        var between = new TokenRange(sentence.Figures[last].Tokens.End, percent.Lead);
        if (between.Count is 0 or > MostApart)
            return false;
        var mark = between.End - 1;
        if (sentence.Is(mark, SumWords.Or))
            mark--;
        if (mark < between.First || sentence.HasBreak(new TokenRange(between.First, mark)))
            return false;
        return sentence.KindOf(mark) switch
        {
            TokenKind.OpenBracket => sentence.KindOf(percent.Tokens.End) == TokenKind.CloseBracket,
            TokenKind.Comma => mark < between.End - 1 && IsEndOfInsertion(sentence.KindOf(percent.Tokens.End)),
            _ => false,
        };
    }

    private static bool IsEndOfInsertion(TokenKind? kind) =>
        kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon or null;

    // "73% of drivers (18 of 20)".
    private static bool IsBefore(FigureSentence sentence, int share, int part, int whole)
    {
        var between = new TokenRange(sentence.Figures[share].Tokens.End, sentence.Figures[part].Lead);
        var behind = sentence.Figures[whole].Tokens.End;
        return between.Count is > 0 and <= MostApart
            && sentence.KindOf(between.End - 1) == TokenKind.OpenBracket
            && !sentence.HasBreak(new TokenRange(between.First, between.End - 1))
            && (
                sentence.KindOf(behind) == TokenKind.CloseBracket
                || sentence.KindOf(behind + 1) == TokenKind.CloseBracket
            );
    }

    private static bool TryReport(ReportContext context, FigureSentence sentence, int part, int whole, int share)
    {
        ref readonly var percent = ref sentence.Figures[share];
        var written = percent.Kind switch
        {
            QuantityKind.Percent => percent.Value,
            QuantityKind.Fraction => 100 * percent.Value,
            _ => -1,
        };
        if (written < 0 || IsQuoted(sentence.Analysis, percent.Tokens))
            return false;
        var (x, y) = (sentence.Figures[part], sentence.Figures[whole]);
        var actual = 100 * x.Value / y.Value;
        if (Fits(percent, written, x, y))
            return true;
        var span = sentence.SpanOf(
            new TokenRange(Math.Min(x.Tokens.First, y.Tokens.First), Math.Max(x.Tokens.End, y.Tokens.End))
        );
        context.Report(
            sentence.SpanOf(percent.Tokens),
            new Finding
            {
                Arguments =
                [
                    (nameof(part), sentence.TextOf(x)),
                    (nameof(whole), sentence.TextOf(y)),
                    (nameof(actual), Percentage.Text(actual)),
                ],
                Related = [new RelatedPlace(span, "The part and the whole stand here.")],
            }
        );
        return true;
    }

    private static bool Fits(in Quantity percent, double written, in Quantity part, in Quantity whole)
    {
        var slack = percent.Kind == QuantityKind.Fraction ? FractionPoints : MostPoints + percent.Tolerance;
        if (part.Approximation != Approximation.Exact)
            slack += AboutPoints;
        var magnitude = part.Magnitude > 1 || whole.Magnitude > 1;
        var low = 100 * (magnitude ? part.Low / whole.High : part.Value / whole.Value);
        var high = 100 * (magnitude ? part.High / whole.Low : part.Value / whole.Value);
        return percent.Approximation switch
        {
            Approximation.About => Math.Abs(written - low) <= slack + AboutPoints,
            Approximation.MoreThan => high >= written - slack && low <= MostAbove * written + slack,
            Approximation.LessThan => low <= written + slack && high >= LeastBelow * written - slack,
            _ => written >= low - slack && written <= high + slack,
        };
    }
}
