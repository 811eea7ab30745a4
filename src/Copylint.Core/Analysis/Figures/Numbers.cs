using Copylint.Language;

namespace Copylint.Analysis.Figures;

/// <summary>The values of numbers in words and digits.</summary>
internal static class Numbers
{
    private static readonly string[] Cardinals =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    private static readonly string[] Ordinals =
    [
        "zeroth",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];

    private static readonly string[] Tens =
    [
        "",
        "",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ];

    private static readonly string[] OrdinalTens =
    [
        "",
        "",
        "twentieth",
        "thirtieth",
        "fortieth",
        "fiftieth",
        "sixtieth",
        "seventieth",
        "eightieth",
        "ninetieth",
    ];

    /// <summary>The value of a token: digits (<c>1,237</c>, <c>30th</c>), a number word below a hundred, <c>a</c>,
    /// <c>an</c>; null for anything else.</summary>
    public static double? Value(ReadOnlySpan<char> text, in Token token)
    {
        if (token.Kind == TokenKind.Number)
            return FromDigits(text);
        if (token.Kind != TokenKind.Word || text.Length > 12)
            return null;
        if (
            text.Equals("a", StringComparison.OrdinalIgnoreCase)
            || text.Equals("an", StringComparison.OrdinalIgnoreCase)
        )
            return 1;
        return Index(Cardinals, text)
            ?? Index(Ordinals, text)
            ?? 10 * Index(Tens, text)
            ?? 10 * Index(OrdinalTens, text)
            ?? (
                text.StartsWith("hundred", StringComparison.OrdinalIgnoreCase) ? 100
                : text.Equals("dozen", StringComparison.OrdinalIgnoreCase) ? 12
                : null
            );
    }

    /// <summary>
    /// The value that ends at a token, compounds included: <c>twenty-fifth</c>, <c>a hundred</c>.
    /// </summary>
    /// <param name="analysis">The document.</param>
    /// <param name="token">Index of the last token of the number.</param>
    /// <param name="first">Receives the index of the first token of the number.</param>
    public static double? ValueEndingAt(DocumentAnalysis analysis, int token, out int first)
    {
        first = token;
        var tokens = analysis.Tokens;
        if (Value(analysis.TextOf(token), tokens[token]) is not { } value)
            return null;
        var words = SentenceCursor.At(analysis, token);
        if (
            value < 10
            && words.Has(token - 2)
            && tokens[token - 1].Kind == TokenKind.Hyphen
            && Value(analysis.TextOf(token - 2), tokens[token - 2]) is >= 20 and <= 90 and var tens
        )
        {
            first = token - 2;
            return tens + value;
        }

        if (
            value == 100
            && tokens[token].Kind == TokenKind.Word
            && words.Has(token - 1)
            && Value(analysis.TextOf(token - 1), tokens[token - 1]) is { } hundreds
        )
        {
            first = token - 1;
            return 100 * hundreds;
        }

        return value;
    }

    /// <summary>The value of digits with thousands separators and an ordinal or other ending.</summary>
    public static double? FromDigits(ReadOnlySpan<char> text)
    {
        double value = 0,
            scale = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                value = scale == 0 ? value * 10 + (c - '0') : value + (c - '0') * scale;
                scale /= 10;
            }
            else if (c == '.')
            {
                scale = 0.1;
            }
            else if (c != ',')
            {
                break;
            }
        }

        return text.Length > 0 && char.IsAsciiDigit(text[0]) ? value : null;
    }

    private static double? Index(string[] words, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Length > 0 && text.Equals(words[i], StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return null;
    }
}
