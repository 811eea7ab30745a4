using Copylint.Analysis.Time;
using Copylint.Language;

namespace Copylint.Analysis.Figures;

/// <content>What a number counts: the currency before it, and the unit behind it.</content>
internal sealed partial class QuantityReader
{
    private const string BareMetre = "m";
    private const string DecadeEnding = "s";

    // Letters glued to digits: 30ft, £1.5m, 5pc. False for a number that is an ordinal or a decade.
    private bool ReadSuffix(ref Quantity found, ReadOnlySpan<char> suffix)
    {
        var token = found.Tokens.First;
        var isStone = suffix.Equals("st", Ignore) && ((int)found.Value % 10 != 1 || (int)found.Value % 100 == 11);
        if (suffix is DecadeEnding || ((_analysis.Tokens[token].Traits & TokenTraits.Ordinal) != 0 && !isStone))
            return false;
        if (suffix is BareMetre && IsMillion(found, token + 1))
        {
            Scale(ref found, 1e6);
            return true;
        }

        if (suffix is not BareMetre && FigureWords.PowerOf(suffix) is > 0 and var power)
        {
            Scale(ref found, power);
            return true;
        }

        if (!TryUnit(ref found, suffix, token + 1))
            found = found with { Kind = QuantityKind.Label };
        return true;
    }

    // "£1.5m" and "1.2m homes" are millions; "30m high" and "30m (98ft)" are metres.
    private bool IsMillion(in Quantity found, int next)
    {
        if (IsCurrencySign(found.Tokens.First - 1))
            return true;
        var word = TextOf(next);
        return KindOf(next) == TokenKind.Word
            && !FigureWords.MetreNouns.Has(word)
            && (word[^1] is 's' || FigureWords.Plurals.Has(word))
            && !_analysis.Is(next, WordClasses.Preposition | WordClasses.Auxiliary | WordClasses.Pronoun);
    }

    private bool IsCurrencySign(int token) =>
        KindOf(token) is TokenKind.Symbol or TokenKind.Word
        && Currency.Forms.TryFind(_analysis, [], token, token + 1, out _, out _);

    private void ReadCurrencyBefore(ref Quantity found)
    {
        var first = found.Tokens.First;
        var sign = first - 1;
        var isSign = KindOf(sign) == TokenKind.Symbol || IsCode(sign);
        if (!isSign || !Currency.Forms.TryFindBefore(_analysis, _first, first, out var currency, out var begin))
            return;
        found = found with
        {
            Kind = QuantityKind.Money,
            Currency = currency,
            Tokens = new TokenRange(begin, found.Tokens.End),
        };
    }

    // "EUR 5 million", "Rs 500": a code of capitals, or a short one with a capital.
    private bool IsCode(int token) =>
        KindOf(token) == TokenKind.Word
        && (
            _analysis.Tokens[token].Shape == CaseShape.Upper
            || _analysis.Tokens[token] is { Shape: CaseShape.Capitalised, Length: <= 3 }
        );

    private void ReadBehind(ref Quantity found)
    {
        if (found.Kind == QuantityKind.Money)
        {
            // "$5 million dollars", "US$5 USD": the sign counts, and the word is passed over.
            if (
                Currency.Forms.TryFind(_analysis, [], found.Tokens.End, _end, out _, out var past)
                && !IsSignAt(past - 1)
            )
                found = found with { Tokens = new TokenRange(found.Tokens.First, past) };
            return;
        }

        TryUnit(ref found, [], found.Tokens.End);
    }

    // "$5 $6": the sign behind belongs to what follows.
    private bool IsSignAt(int token) => KindOf(token) == TokenKind.Symbol && KindOf(token + 1) == TokenKind.Number;

    private bool TryUnit(ref Quantity found, ReadOnlySpan<char> glued, int token)
    {
        if (ShareUnit.Forms.TryFind(_analysis, glued, token, _end, out var share, out var end))
        {
            found = found with
            {
                Kind = share.Kind,
                Value = found.Value * share.Factor,
                Tolerance = found.Tolerance * share.Factor,
                Tokens = new TokenRange(found.Tokens.First, end),
            };
            return true;
        }

        if (Currency.Forms.TryFind(_analysis, glued, token, _end, out var currency, out end) && !IsSignAt(end - 1))
        {
            if (glued.Length == 0 && IsShort(token, end))
                return false;
            found = found with
            {
                Kind = QuantityKind.Money,
                Currency = currency,
                Tokens = new TokenRange(found.Tokens.First, end),
            };
            return true;
        }

        if (!MeasureUnit.Forms.TryFind(_analysis, glued, token, _end, out var unit, out end))
            return false;
        if (glued.Length == 0 ? !IsUnitAlone(token, end) : IsCapital(glued))
            return false;
        found = found with
        {
            Kind = QuantityKind.Measure,
            Unit = unit,
            Tokens = new TokenRange(found.Tokens.First, end),
        };
        ReadCompound(ref found);
        return true;
    }

    private bool IsShort(int token, int end) => end == token + 1 && TextOf(token).Length == 1;

    // "27 C" and "30 m" are units, "10 in" is one in brackets alone, "10 St" none.
    private bool IsUnitAlone(int token, int end)
    {
        var first = KindOf(token) == TokenKind.Hyphen ? token + 1 : token;
        if (end != first + 1)
            return true;
        var text = TextOf(first);
        var isInitial = text.Length == 1 && char.IsAsciiLetter(text[0]);
        if (isInitial)
            return char.IsUpper(text[0]) == text[0] is 'C' or 'F' && KindOf(first + 1) is not TokenKind.Word;
        return !FigureWords.GluedUnits.Has(text)
            || (char.IsLower(text[0]) && KindOf(first + 1) is TokenKind.OpenBracket or TokenKind.CloseBracket);
    }

    // "5G" is no weight.
    private static bool IsCapital(ReadOnlySpan<char> unit) => char.IsUpper(unit[0]) && FigureWords.SmallUnits.Has(unit);

    // "6ft 2in", "11st 4lb", "7lb 2oz", "6-foot-2".
    private void ReadCompound(ref Quantity found)
    {
        if (SmallerUnit(found.Unit!.Name) is not { } smaller)
            return;
        var at = found.Tokens.End;
        if (KindOf(at) == TokenKind.Hyphen || FigureWords.And.Has(TextOf(at)))
            at++;
        if (KindOf(at) != TokenKind.Number || WrittenNumber.Of(TextOf(at)) is not { } written)
            return;
        var suffix = TextOf(at)[written.Length..];
        var isNamed = MeasureUnit.Forms.TryFind(_analysis, suffix, at + 1, _end, out var unit, out var end);
        if (isNamed ? unit!.Name != smaller : suffix.Length > 0 || written.Value >= 12 || !IsHeight(at))
            return;
        var part = Array.Find(Compounds, c => c.Smaller == smaller)!.Part;
        found = found with
        {
            Value = found.Value + written.Value * part,
            Tolerance = written.Step / 2 * part,
            Tokens = new TokenRange(found.Tokens.First, isNamed ? end : at + 1),
        };
    }

    // "6-foot-2", "6ft 2 (1.88m)".
    private bool IsHeight(int token) =>
        KindOf(token - 1) == TokenKind.Hyphen || KindOf(token + 1) == TokenKind.OpenBracket;

    private sealed record Compound(string Larger, string Smaller, double Part);

    private static readonly Compound[] Compounds =
    [
        new("foot", "inch", 1 / 12d),
        new("stone", "pound", 1 / 14d),
        new("pound", "ounce", 1 / 16d),
    ];

    private static string? SmallerUnit(string name) => Array.Find(Compounds, c => c.Larger == name)?.Smaller;

    // A year, a day of a month, a name, or a count.
    private QuantityKind KindOfBare(in Quantity found)
    {
        if (found.IsInWords || found.Magnitude > 1)
            return IsNamed(found) && found.Magnitude == 1 ? QuantityKind.Label : QuantityKind.Count;
        if (found.Value is >= 1 and <= 31 && found.Tolerance == 0.5 && IsBesideMonth(found))
            return QuantityKind.Date;
        if (IsYear(found))
            return QuantityKind.Year;
        return IsNamed(found) ? QuantityKind.Label : QuantityKind.Count;
    }

    private bool IsBesideMonth(in Quantity found) => IsMonth(found.Tokens.First - 1) || IsMonth(found.Tokens.End);

    private bool IsMonth(int token)
    {
        if (KindOf(token) == TokenKind.Stop)
            token--;
        return Has(token) && _analysis.Is(token, WordClasses.Month) && _analysis.Tokens[token].IsCapitalised;
    }

    // Four digits without a comma, of a time that copy speaks of, unless what is counted follows.
    private bool IsYear(in Quantity found)
    {
        var text = TextOf(found.Number.First);
        if (text.Length != 4 || found.Value is < 1000 or >= 2100)
            return false;
        if (found.Approximation != Approximation.Exact || TimeWords.Counted.Has(TextOf(found.Tokens.End)))
            return false;
        return found.Value >= 1700 || _analysis.Is(found.Tokens.First - 1, WordClasses.Preposition);
    }

    private bool IsNamed(in Quantity found)
    {
        var before = found.Tokens.First - 1;
        if (KindOf(before) == TokenKind.Stop)
            before--;
        if (KindOf(before) != TokenKind.Word)
            return false;
        var text = TextOf(before);
        var isCapital = _analysis.Tokens[before].IsCapitalised;
        if (FigureWords.Labels.Has(text))
            return text.Length > 2 || isCapital;
        if (_isTitle || !isCapital || found.IsInWords || before == _first)
            return false;
        return !_analysis.Is(before, WordClasses.Month | WordClasses.Weekday | WordClasses.SentenceStarter);
    }
}
