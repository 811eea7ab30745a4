using Copylint.Language;

namespace Copylint.Analysis.Figures;

/// <content>Numbers in digits and in words.</content>
internal sealed partial class QuantityReader
{
    private Quantity? ReadNumber(int token) =>
        KindOf(token) == TokenKind.Number ? ReadDigits(token)
        : _analysis.Is(token, WordClasses.NumberWord) ? ReadFraction(token) ?? ReadWords(token)
        : ReadCode(token);

    // "USD500", "EUR1.2 billion": letters and digits are one word, and a fraction is the number behind its stop.
    private Quantity? ReadCode(int token)
    {
        var text = TextOf(token);
        var letters = text.IndexOfAnyInRange('0', '9');
        var end = token + 1;
        if (
            letters <= 0
            || !Currency.Forms.TryFind(_analysis, text[..letters], token, token, out var currency, out _)
            || WrittenNumber.Of(text[letters..]) is not { } written
            || letters + written.Length < text.Length
        )
            return null;
        var (value, step) = (written.Value, written.Step);
        if (TextOf(end) is "." && IsGlued(end) && IsGlued(end + 1) && KindOf(end + 1) == TokenKind.Number)
        {
            var fraction = WrittenNumber.Of(TextOf(end + 1));
            step = Math.Pow(10, -(fraction?.Length ?? 0));
            value += (fraction?.Value ?? 0) * step;
            end += 2;
        }

        var found = new Quantity
        {
            Tokens = new TokenRange(token, end),
            Number = new TokenRange(token, end),
            Sentence = _sentence,
            Kind = QuantityKind.Money,
            Currency = currency,
            Value = value,
            Mantissa = value,
            Magnitude = 1,
            Tolerance = step / 2,
            SignificantDigits = written.Digits + (end > token + 1 ? 1 : 0),
        };
        ReadMagnitude(ref found, end);
        return found;
    }

    private Quantity? ReadDigits(int token)
    {
        var text = TextOf(token);
        if (WrittenNumber.Of(text) is not { } written)
            return null;
        // "0700", "007": a time or a code.
        var isCode = text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]);
        if (IsPartOfLabel(token) || (isCode && TextOf(token + 1) is not ":"))
            return Label(token, token + 1);
        var suffix = text[written.Length..];
        if (ReadTime(token, written, suffix) is { } time)
            return time;
        var found = new Quantity
        {
            Tokens = new TokenRange(token, token + 1),
            Number = new TokenRange(token, token + 1),
            Sentence = _sentence,
            Value = written.Value,
            Mantissa = written.Value,
            Magnitude = 1,
            Tolerance = written.Step / 2,
            SignificantDigits = written.Digits,
        };
        if (suffix.Length == 0)
        {
            ReadHalf(ref found);
            ReadMagnitude(ref found, token + 1);
            return found;
        }

        return ReadSuffix(ref found, suffix) ? found : null;
    }

    // "9/11", "24/7", "COVID-19", "#5", "1:2": no number of anything.
    private bool IsPartOfLabel(int token)
    {
        if (IsGlued(token) && KindOf(token - 1) is { } before)
        {
            if (before == TokenKind.Symbol && TextOf(token - 1) is "#" or "/" or "№")
                return true;
            var joins = before is TokenKind.Hyphen or TokenKind.Colon or TokenKind.Clitic && IsGlued(token - 1);
            if (joins && KindOf(token - 2) != TokenKind.OpenBracket)
                return _found.Count == 0 || _found[^1].Tokens.End != token - 1 || before != TokenKind.Hyphen;
        }

        return IsGlued(token + 1)
            && (
                TextOf(token + 1) is "/" && KindOf(token + 2) == TokenKind.Number && IsGlued(token + 2)
                || TextOf(token + 1) is "½" or "¼" or "¾" or "'" or "′" or "’"
            );
    }

    private Quantity Label(int token, int end)
    {
        var value = Numbers.FromDigits(TextOf(token)) ?? 0;
        return new Quantity
        {
            Tokens = new TokenRange(token, end),
            Number = new TokenRange(token, end),
            Sentence = _sentence,
            Kind = QuantityKind.Label,
            Value = value,
            Mantissa = value,
            Magnitude = 1,
            Tolerance = 0.5,
            Lead = token,
        };
    }

    // 9am, 7.30pm, 9 a.m., 22:00, 10:15 p.m.
    private Quantity? ReadTime(int token, WrittenNumber written, ReadOnlySpan<char> suffix)
    {
        var hour = (int)written.Value;
        var minute = 0;
        var end = token + 1;
        var isClock =
            TextOf(token + 1) is ":"
            && IsGlued(token + 1)
            && IsGlued(token + 2)
            && TextOf(token + 2) is { Length: >= 2 } digits
            && char.IsAsciiDigit(digits[1])
            && suffix.Length == 0;
        if (isClock)
        {
            var minutes = TextOf(token + 2);
            minute = (minutes[0] - '0') * 10 + (minutes[1] - '0');
            suffix = minutes[2..];
            end = token + 3;
        }
        else if (written.Step < 1)
        {
            if (written.Step > 0.0101 || written.Step < 0.0099)
                return null;
            minute = (int)Math.Round((written.Value - hour) * 100);
        }

        var half = HalfOfDay(suffix);
        if (half < 0 && suffix.Length == 0 && (half = HalfOfDay(TextOf(end))) >= 0)
            end++;
        if (half < 0 && suffix.Length == 0 && TextOf(end).Equals("o'clock", Ignore))
            (half, end) = (-2, end + 1);
        if (!isClock && end < _end && IsRatio(token))
            return Label(token, token + 3);
        if ((half == -1 && !isClock) || hour > 24 || minute > 59)
            return isClock ? Label(token, end) : null;
        if (half >= 0)
            hour = hour % 12 + 12 * half;
        return new Quantity
        {
            Tokens = new TokenRange(token, end),
            Number = new TokenRange(token, end),
            Sentence = _sentence,
            Kind = QuantityKind.TimeOfDay,
            Value = hour * 60 + minute,
            Mantissa = written.Value,
            Magnitude = 1,
            Tolerance = 0.5,
            IsDoubtful = half < 0 && hour is > 0 and <= 12 && TextOf(token)[0] != '0',
        };
    }

    // "1:2", "2:05:30".
    private bool IsRatio(int token) =>
        TextOf(token + 1) is ":" && IsGlued(token + 1) && IsGlued(token + 2) && KindOf(token + 2) == TokenKind.Number;

    // 0 before noon, 1 after it, -1 for any other word.
    private static int HalfOfDay(ReadOnlySpan<char> word) =>
        FigureWords.BeforeNoon.Has(word) ? 0
        : FigureWords.AfterNoon.Has(word) ? 1
        : -1;

    // "half of", "a third of", "two-thirds", "three quarters"; "half a million" is a number.
    private Quantity? ReadFraction(int token)
    {
        var above = Numbers.Value(TextOf(token), _analysis.Tokens[token]);
        var name = token;
        double over = 1;
        if (above is >= 1 and <= 9 && !_analysis.Is(token, WordClasses.OrdinalWord) && FractionAt(token + 1) < 0)
        {
            name = KindOf(token + 1) == TokenKind.Hyphen ? token + 2 : token + 1;
            over = above.Value;
            if (over == 1 ? FractionAt(name) < 0 : FractionAt(name) < 0 || TextOf(name)[^1] is not 's')
                return null;
        }

        var place = FractionAt(name);
        if (place < 0)
            return null;
        var isAlone = name == token;
        if (isAlone && !IsFractionAlone(token))
            return null;
        var value = over / (place / 2 + 2);
        return new Quantity
        {
            Tokens = new TokenRange(token, name + 1),
            Number = new TokenRange(token, name + 1),
            Sentence = _sentence,
            Kind = QuantityKind.Fraction,
            Value = value,
            Mantissa = value,
            Magnitude = 1,
            Tolerance = 0.03,
            IsInWords = true,
            Lead = token,
        };
    }

    private int FractionAt(int token) => FigureWords.Fractions.IndexOf(TextOf(token));

    private bool IsFractionAlone(int token)
    {
        var isHalf = FractionAt(token) == 0;
        var next = TextOf(token + 1);
        if (_analysis.Is(token - 1, WordClasses.OrdinalWord))
            return false;
        return isHalf ? FigureWords.HalfOf.Has(next) : FigureWords.PartOf.Has(next) && IsOne(token - 1);
    }

    // "twenty-five", "two hundred and fifty", "three million", "a dozen", "half a million", "two and a half".
    private Quantity? ReadWords(int token)
    {
        double total = 0,
            current = 0,
            scale = double.MaxValue,
            magnitude = 1;
        var end = token;
        if (FractionAt(token) == 0)
        {
            var isHalfOf = FigureWords.Article.Has(TextOf(token + 1)) || KindOf(token + 1) == TokenKind.Hyphen;
            var power = isHalfOf ? token + 2 : -1;
            var half = power < 0 ? 0 : FigureWords.PowerOf(TextOf(power));
            return half > 0 ? InWords(token, power + 1, half / 2, half, half / 10) : null;
        }

        for (var i = token; i < _end; )
        {
            var word = TextOf(i);
            if (FigureWords.PowerOf(word) is > 0 and var power)
            {
                if (i == token && !IsOne(token - 1) || IsPlural(word) && i == token)
                    return null;
                if (end == token)
                    current = 1;
                Multiply(ref total, ref current, power);
                (scale, end) = (power, i + 1);
                magnitude = power >= 1000 ? power : magnitude;
            }
            else if (ValueOf(i) is { } value && value < scale)
            {
                current += value;
                scale = value >= 20 ? 10 : 1;
                end = i + 1;
                magnitude = total > 0 ? 1 : magnitude;
            }
            else
            {
                break;
            }

            i = NextOfNumber(end, scale);
        }

        if (end == token)
            return null;
        var all = total + current;
        var step = scale is > 1 and < double.MaxValue && FigureWords.PowerOf(TextOf(end - 1)) > 0 ? scale : 1;
        var found = InWords(token, end, all, magnitude, step / 2);
        ReadHalf(ref found);
        if (found.Magnitude == 1)
            ReadMagnitude(ref found, found.Tokens.End);
        return found;
    }

    private static void Multiply(ref double total, ref double current, double power)
    {
        if (power < 1000)
        {
            current *= power;
            return;
        }

        total += current * power;
        current = 0;
    }

    private bool IsOne(int token) => FigureWords.Single.Has(TextOf(token));

    private static bool IsPlural(ReadOnlySpan<char> word) => word[^1] is 's';

    private double? ValueOf(int token)
    {
        if (KindOf(token) != TokenKind.Word || !_analysis.Is(token, WordClasses.NumberWord))
            return null;
        var value = Numbers.Value(TextOf(token), _analysis.Tokens[token]);
        return value < 100 && !_analysis.Is(token, WordClasses.OrdinalWord) ? value : null;
    }

    // The token at which the number can go on: past a hyphen, and past "and" behind a hundred or more.
    private int NextOfNumber(int token, double scale)
    {
        if (KindOf(token) == TokenKind.Hyphen && (ValueOf(token + 1) is not null || PowerAt(token + 1)))
            return token + 1;
        var isAnd = scale is >= 100 and < double.MaxValue && FigureWords.And.Has(TextOf(token));
        if (isAnd && ValueOf(token + 1) is not null && !IsBetween(token) && !PowerAt(token + 2))
            return token + 1;
        return ValueOf(token) is not null || PowerAt(token) ? token : _end;
    }

    private bool PowerAt(int token) => FigureWords.PowerOf(TextOf(token)) > 0;

    // "between one hundred and two" is two numbers.
    private bool IsBetween(int and)
    {
        for (var i = and - 1; i >= _first && i >= and - 4; i--)
        {
            if (TextOf(i).Equals("between", Ignore))
                return true;
        }

        return false;
    }

    private Quantity InWords(int token, int end, double value, double magnitude, double tolerance) =>
        new()
        {
            Tokens = new TokenRange(token, end),
            Number = new TokenRange(token, end),
            Sentence = _sentence,
            Value = value,
            Mantissa = value / magnitude,
            Magnitude = magnitude,
            Tolerance = Math.Max(tolerance, 0.5),
            SignificantDigits = value / magnitude < 10 ? 1 : 2,
            IsInWords = true,
        };

    // "two and a half", "3 and a half".
    private void ReadHalf(ref Quantity found)
    {
        var at = found.Tokens.End;
        if (KindOf(at) == TokenKind.Hyphen)
            at++;
        if (!FigureWords.And.Has(TextOf(at)))
            return;
        var article = KindOf(at + 1) == TokenKind.Hyphen ? at + 2 : at + 1;
        var half = KindOf(article + 1) == TokenKind.Hyphen ? article + 2 : article + 1;
        if (!FigureWords.Article.Has(TextOf(article)) || FractionAt(half) != 0 || found.Magnitude > 1)
            return;
        var range = new TokenRange(found.Tokens.First, half + 1);
        found = found with
        {
            Value = found.Value + 0.5,
            Mantissa = found.Mantissa + 0.5,
            Tolerance = 0.25,
            Tokens = range,
            Number = range,
        };
        if (found.IsInWords)
            ReadMagnitude(ref found, half + 1);
    }

    // "4.5 million", "1.5-billion".
    private void ReadMagnitude(ref Quantity found, int token)
    {
        var at = KindOf(token) == TokenKind.Hyphen ? token + 1 : token;
        var power = KindOf(at) == TokenKind.Word ? FigureWords.PowerOf(TextOf(at)) : 0;
        if (power == 0)
            return;
        Scale(ref found, power);
        var range = new TokenRange(found.Tokens.First, at + 1);
        found = found with { Tokens = range, Number = range };
    }

    private static void Scale(ref Quantity found, double power) =>
        found = found with { Value = found.Value * power, Magnitude = power, Tolerance = found.Tolerance * power };
}
