namespace Copylint.Analysis.Figures;

/// <summary>A number as it is written, before its unit is known.</summary>
/// <param name="Value">Its value without a magnitude behind it.</param>
/// <param name="Step">One unit of the last digit that is given.</param>
/// <param name="Digits">Digits from the first that is not zero; zeros at the end of a whole number do not
/// count.</param>
/// <param name="Length">How many characters of the token are digits and their separators.</param>
internal readonly record struct WrittenNumber(double Value, double Step, int Digits, int Length)
{
    /// <summary>
    /// Reads the digits at the beginning of a text: <c>1,237</c>, <c>3.50</c>, <c>1,00,000</c>. Null for what is no one
    /// number: <c>3,5</c>, <c>1.2.3</c>.
    /// </summary>
    public static WrittenNumber? Of(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || text[length] is ',' or '.'))
            length++;
        var number = text[..length];
        var point = number.IndexOf('.');
        var whole = point < 0 ? number : number[..point];
        var fraction = point < 0 ? [] : number[(point + 1)..];
        if (length == 0 || fraction.IndexOfAny('.', ',') >= 0 || !IsGrouped(whole))
            return null;
        double value = 0,
            step = 1;
        foreach (var c in whole)
        {
            if (c != ',')
                value = value * 10 + (c - '0');
        }

        foreach (var c in fraction)
        {
            step /= 10;
            value += (c - '0') * step;
        }

        return new WrittenNumber(value, step, DigitsOf(number, point >= 0), length);
    }

    // "1,237,000", and "12,37,000" as India groups it.
    private static bool IsGrouped(ReadOnlySpan<char> whole)
    {
        var comma = whole.IndexOf(',');
        if (comma < 0)
            return whole.Length <= 15;
        if (comma is 0 or > 3)
            return false;
        var last = whole[(whole.LastIndexOf(',') + 1)..];
        foreach (var group in whole[(comma + 1)..].Split(','))
        {
            if (whole[(comma + 1)..][group].Length is < 2 or > 3)
                return false;
        }

        return last.Length == 3;
    }

    private static int DigitsOf(ReadOnlySpan<char> number, bool hasPoint)
    {
        var digits = 0;
        var zeros = 0;
        foreach (var c in number)
        {
            if (!char.IsAsciiDigit(c) || (digits == 0 && c == '0'))
                continue;
            digits++;
            zeros = c == '0' ? zeros + 1 : 0;
        }

        return hasPoint ? digits : digits - zeros;
    }
}
