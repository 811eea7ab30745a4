using Copylint.Analysis.Time;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Analysis.Figures;

/// <summary>
/// Finds the figures of a document in one pass from left to right. A number begins at digits or at a word of number;
/// what stands beside it tells its kind, and whether it is one end of a range with the figure before it.
/// </summary>
internal sealed partial class QuantityReader
{
    private readonly DocumentAnalysis _analysis;
    private readonly List<Quantity> _found = [];
    private int _sentence,
        _first,
        _end;
    private bool _isTitle;

    private QuantityReader(DocumentAnalysis analysis) => _analysis = analysis;

    /// <summary>Finds all of them.</summary>
    public static Quantities Read(DocumentAnalysis analysis)
    {
        var reader = new QuantityReader(analysis);
        for (var i = 0; i < analysis.Sentences.Count; i++)
            reader.ReadSentence(i);
        return new Quantities(reader._found);
    }

    private void ReadSentence(int index)
    {
        var sentence = _analysis.Sentences[index];
        (_sentence, _first, _end) = (index, sentence.FirstToken, sentence.EndToken);
        _isTitle = _analysis.Document.Blocks[sentence.Block].Kind is BlockKind.Headline or BlockKind.Heading;
        for (var i = _first; i < _end; )
        {
            if (!CanBegin(i) || ReadNumber(i) is not { } number)
            {
                i++;
                continue;
            }

            var found = Complete(number);
            Join(ref found);
            _found.Add(found);
            i = Math.Max(found.Tokens.End, i + 1);
        }
    }

    private bool CanBegin(int token) =>
        _analysis.Tokens[token].Kind == TokenKind.Number
        || _analysis.Is(token, WordClasses.NumberWord)
        || (_analysis.Tokens[token].Shape == CaseShape.Mixed && char.IsAsciiDigit(_analysis.TextOf(token)[^1]));

    private bool Has(int token) => token >= _first && token < _end;

    private TokenKind? KindOf(int token) => Has(token) ? _analysis.Tokens[token].Kind : null;

    private ReadOnlySpan<char> TextOf(int token) => Has(token) ? _analysis.TextOf(token) : [];

    private bool IsGlued(int token) => Has(token) && !_analysis.Tokens[token].HasSpaceBefore;

    // What stands before the number and behind it.
    private Quantity Complete(Quantity number)
    {
        var found = number;
        if (found.Kind is QuantityKind.Count or QuantityKind.Measure)
            ReadSign(ref found);
        if (found.Kind is QuantityKind.Count)
        {
            ReadCurrencyBefore(ref found);
            ReadBehind(ref found);
        }

        ReadNearness(ref found);
        if (found.Kind == QuantityKind.Count)
            found = found with { Kind = KindOfBare(found) };
        return found;
    }

    private void ReadSign(ref Quantity found)
    {
        var sign = found.Tokens.First - 1;
        var isOpened = KindOf(sign) == TokenKind.Hyphen && KindOf(sign - 1) == TokenKind.OpenBracket;
        var isApart = KindOf(sign) == TokenKind.Dash && IsGlued(sign + 1) && _analysis.Tokens[sign].HasSpaceBefore;
        var isMinus = isOpened || isApart || FigureWords.Minus.Has(TextOf(sign));
        if (isMinus)
            found = found with
            {
                Value = -found.Value,
                Mantissa = -found.Mantissa,
                Tokens = new TokenRange(sign, found.Tokens.End),
            };
    }

    private void ReadNearness(ref Quantity found)
    {
        var lead = found.Tokens.First;
        if (Nearness.FormsBefore.TryFindBefore(_analysis, _first, lead, out var before, out var first))
            found = found with { Approximation = before.Value, Lead = first };
        else
            found = found with { Lead = lead };
        var behind = found.Tokens.End;
        if (found.Approximation != Approximation.Exact)
            return;
        if (KindOf(behind) == TokenKind.Symbol && IsGlued(behind) && TextOf(behind) is "+")
            found = found with { Approximation = Approximation.MoreThan };
        else if (!found.IsInWords && Nearness.FormsBehind.TryFind(_analysis, [], behind, _end, out var after, out _))
            found = found with { Approximation = after.Value };
    }

    // Joins a figure to the one before it, and lets either end of a range have the unit of the other.
    private void Join(ref Quantity found)
    {
        if (_found.Count == 0 || _found[^1].Sentence != _sentence)
            return;
        var before = _found[^1];
        var join = JoinOf(before, found);
        if (join == QuantityJoin.None)
            return;
        found = found with { Join = join };
        if (before.Kind == QuantityKind.Count && found.IsAmount && found.Kind != QuantityKind.Count)
            before = before with
            {
                Kind = found.Kind,
                Currency = found.Currency,
                Unit = found.Unit,
                Value = before.Value * PartOf(found),
                Tolerance = before.Tolerance * PartOf(found),
                IsInherited = true,
            };
        else if (found.Kind == QuantityKind.Count && before.Kind == QuantityKind.Money)
            found = found with { Kind = QuantityKind.Money, Currency = before.Currency, IsInherited = true };
        InheritMagnitude(ref before, found);
        if (found.Kind == QuantityKind.Year && before is { Kind: QuantityKind.Count, Magnitude: 1, Value: < 2100 })
            before = before with { Kind = QuantityKind.Year };
        _found[^1] = before;
    }

    // What one is in the unit of its kind: a hundredth of a point for "59 to 84 basis points".
    private static double PartOf(in Quantity found) =>
        found is { Kind: QuantityKind.Points, Magnitude: 1, Mantissa: not 0 } ? found.Value / found.Mantissa : 1;

    // "5 to 6 million" is five million; "900 to 1.2 million" is not nine hundred million.
    private static void InheritMagnitude(ref Quantity before, in Quantity found)
    {
        var inherits =
            before.IsLike(found)
            && before.Magnitude == 1
            && found.Magnitude > 1
            && before.Mantissa is > 0 and < 1000
            && before.Mantissa < found.Mantissa;
        if (inherits)
            before = before with
            {
                Value = before.Mantissa * found.Magnitude,
                Tolerance = before.Tolerance * found.Magnitude,
                Magnitude = found.Magnitude,
                IsInherited = true,
                IsDoubtful = before.Currency is not null && found.Join == QuantityJoin.FromTo,
            };
    }

    private QuantityJoin JoinOf(in Quantity before, in Quantity found)
    {
        var joiner = before.Tokens.End;
        if (found.Lead - joiner != 1)
            return QuantityJoin.None;
        if (KindOf(joiner) is TokenKind.Hyphen or TokenKind.Dash)
            return IsGlued(joiner) && IsGlued(joiner + 1) && TextOf(joiner) is not "—"
                ? QuantityJoin.Hyphen
                : QuantityJoin.None;
        var text = TextOf(joiner);
        var opener = TextOf(before.Lead - 1);
        if (FigureWords.And.Has(text))
            return opener.Equals("between", Ignore) ? QuantityJoin.BetweenAnd : QuantityJoin.None;
        if (!FigureWords.RangeWords.Has(text))
            return QuantityJoin.None;
        return opener.Equals("from", Ignore) ? QuantityJoin.FromTo : QuantityJoin.To;
    }

    private const StringComparison Ignore = StringComparison.OrdinalIgnoreCase;
}
