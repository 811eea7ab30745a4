namespace Copylint.Rules;

/// <summary>A number that tells one person or account.</summary>
/// <param name="Length">Its length with the blanks and hyphens inside.</param>
/// <param name="Kind">What it is, in words that begin a sentence.</param>
internal readonly record struct IdentityNumber(int Length, string Kind);

/// <summary>Recognises numbers that carry a check, or a form that nothing else has.</summary>
internal static class IdentityNumbers
{
    private const string NotGiven = "BG GB KN NK NT TN ZZ";
    private const int MaxCard = 19;
    private const int MinAccount = 15;
    private const int MaxAccount = 34;

    /// <summary>The number that a text begins with, or null.</summary>
    public static IdentityNumber? Find(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return null;
        if (char.IsAsciiDigit(text[0]))
            return SocialSecurity(text) ?? Card(text);
        return char.IsAsciiLetterUpper(text[0]) ? Account(text) ?? NationalInsurance(text) : null;
    }

    /// <summary>A payment card: 13 to 19 digits in groups of four or in one, of a known issuer, with the check digit of
    /// Luhn (ISO/IEC 7812-1).</summary>
    private static IdentityNumber? Card(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[MaxCard + 1];
        var (count, length, group) = (0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                if (count > MaxCard)
                    return null;
                digits[count++] = text[i];
                group++;
                length = i + 1;
            }
            else if (text[i] is ' ' or '-' && group >= 4 && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                group = 0;
            }
            else
            {
                break;
            }

            if (count > MaxCard)
                return null;
        }

        return IsOfIssuer(digits[..count]) && HasLuhnDigit(digits[..count])
            ? new IdentityNumber(length, "A card number")
            : null;
    }

    // Visa, Mastercard, American Express, Discover: the ranges that they publish.
    private static bool IsOfIssuer(ReadOnlySpan<char> digits)
    {
        if (digits.Length < 13)
            return false;
        var four = int.Parse(digits[..4]);
        return digits.Length switch
        {
            13 or 19 => four / 1000 == 4,
            15 => four / 100 is 34 or 37,
            16 => four / 1000 == 4
                || four / 100 is >= 51 and <= 55
                || four is (>= 2221 and <= 2720) or 6011
                || four / 100 == 65,
            _ => false,
        };
    }

    private static bool HasLuhnDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[^(i + 1)] - '0';
            if (i % 2 == 1)
                value = value > 4 ? value * 2 - 9 : value * 2;
            sum += value;
        }

        return sum % 10 == 0 && digits.IndexOfAnyExcept(digits[0]) >= 0;
    }

    /// <summary>An international bank account: country, two check digits, and what is left has the remainder 1 by 97
    /// (ISO 13616).</summary>
    private static IdentityNumber? Account(ReadOnlySpan<char> text)
    {
        Span<char> compact = stackalloc char[MaxAccount];
        var (count, length) = (0, 0);
        for (var i = 0; i < text.Length && count < MaxAccount; i++)
        {
            if (char.IsAsciiDigit(text[i]) || char.IsAsciiLetterUpper(text[i]))
            {
                compact[count++] = text[i];
                length = i + 1;
            }
            else if (
                !(
                    text[i] == ' '
                    && count % 4 == 0
                    && i + 1 < text.Length
                    && (char.IsAsciiDigit(text[i + 1]) || char.IsAsciiLetterUpper(text[i + 1]))
                )
            )
            {
                break;
            }
        }

        if (
            count < MinAccount
            || !char.IsAsciiLetterUpper(compact[1])
            || !char.IsAsciiDigit(compact[2])
            || !char.IsAsciiDigit(compact[3])
        )
            return null;
        return Remainder(compact[..count]) == 1 ? new IdentityNumber(length, "A bank account number") : null;
    }

    private static int Remainder(ReadOnlySpan<char> account)
    {
        var remainder = 0;
        for (var i = 0; i < account.Length; i++)
        {
            var letter = account[(i + 4) % account.Length];
            remainder = char.IsAsciiDigit(letter)
                ? (remainder * 10 + letter - '0') % 97
                : (remainder * 100 + letter - 'A' + 10) % 97;
        }

        return remainder;
    }

    /// <summary>A National Insurance number: two letters, six digits and a letter, without the letters and pairs that
    /// HMRC does not give (National Insurance Manual, NIM39110).</summary>
    private static IdentityNumber? NationalInsurance(ReadOnlySpan<char> text)
    {
        if (text.Length < 9 || !char.IsAsciiLetterUpper(text[1]))
            return null;
        if ("DFIQUV".Contains(text[0]) || "DFIQUVO".Contains(text[1]))
            return null;
        if (NotGiven.Contains(text[..2], StringComparison.Ordinal))
            return null;
        var digits = 0;
        for (var i = 2; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && digits < 6)
                digits++;
            else if (digits == 6 && text[i] is >= 'A' and <= 'D')
                return new IdentityNumber(i + 1, "A National Insurance number");
            else if (text[i] != ' ' || digits % 2 != 0)
                return null;
        }

        return null;
    }

    /// <summary>A social security number of the United States in its written form, without the areas, groups and
    /// serials that are not given (Social Security Administration, 2011).</summary>
    private static IdentityNumber? SocialSecurity(ReadOnlySpan<char> text)
    {
        const int Length = 11;
        if (text.Length < Length || text[3] != '-' || text[6] != '-')
            return null;
        for (var i = 0; i < Length; i++)
        {
            if (i is not (3 or 6) && !char.IsAsciiDigit(text[i]))
                return null;
        }

        return
            text[..3] is not "000" and not "666"
            && text[0] != '9'
            && text[4..6] is not "00"
            && text[7..11] is not "0000"
            ? new IdentityNumber(Length, "A social security number")
            : null;
    }
}
