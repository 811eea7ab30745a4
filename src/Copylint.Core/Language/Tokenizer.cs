using System.Runtime.CompilerServices;
using Copylint.Text;

namespace Copylint.Language;

/// <summary>Splits text into tokens in one pass, packing the letters of each word into its key on the way. No string is
/// made for a token.</summary>
internal static class Tokenizer
{
    private const byte Other = 0,
        Letter = 1,
        Digit = 2,
        Blank = 3;

    private static readonly byte[] AsciiClasses = MakeAsciiClasses();

    /// <summary>Adds the tokens of a stretch of text.</summary>
    public static void Tokenize(string text, TextSpan span, Vocabulary vocabulary, TokenList tokens)
    {
        var at = span.Start;
        var end = span.End;
        var spaceBefore = TokenTraits.SpaceBefore;
        while (at < end)
        {
            var c = text[at];
            switch (ClassOf(c))
            {
                case Blank:
                    at++;
                    spaceBefore = TokenTraits.SpaceBefore;
                    continue;
                case Letter:
                    at = ReadWord(text, at, end, spaceBefore, vocabulary, tokens);
                    break;
                case Digit:
                    at = ReadNumber(text, at, end, spaceBefore, vocabulary, tokens);
                    break;
                default:
                    at = ReadMark(text, at, end, spaceBefore, vocabulary, tokens);
                    break;
            }

            spaceBefore = TokenTraits.None;
        }
    }

    private static byte[] MakeAsciiClasses()
    {
        var classes = new byte[128];
        for (var c = 0; c < 128; c++)
        {
            classes[c] =
                char.IsAsciiLetter((char)c) ? Letter
                : char.IsAsciiDigit((char)c) ? Digit
                : c <= ' ' || c == 127 ? Blank
                : Other;
        }

        return classes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte ClassOf(char c) => c < 128 ? AsciiClasses[c] : ClassBeyondAscii(c);

    private static byte ClassBeyondAscii(char c)
    {
        if (
            char.IsLetter(c)
            || char.GetUnicodeCategory(c)
                is System.Globalization.UnicodeCategory.NonSpacingMark
                    or System.Globalization.UnicodeCategory.SpacingCombiningMark
        )
            return Letter;
        if (char.IsDigit(c))
            return Digit;
        return
            char.IsWhiteSpace(c)
            || char.IsControl(c)
            || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD'
            ? Blank
            : Other;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ';

    private static bool IsLetterAt(string text, int at, int end) => at < end && ClassOf(text[at]) == Letter;

    private static bool IsDigitAt(string text, int at, int end) => at < end && ClassOf(text[at]) == Digit;

    private static int ReadWord(
        string text,
        int start,
        int end,
        TokenTraits traits,
        Vocabulary vocabulary,
        TokenList tokens
    )
    {
        var span = text.AsSpan(0, end);
        var at = start;
        var key = 0UL;
        var isPacked = true;
        int upper = 0,
            marks = 0;
        while (true)
        {
            while ((uint)at < (uint)span.Length)
            {
                uint c = span[at];
                if ((c | 0x20) - 'a' <= 'z' - 'a')
                {
                    // A capital lacks this bit.
                    upper += (int)(~c >> 5) & 1;
                    key = Vocabulary.Pack(key, (char)c);
                }
                else if (ClassOf((char)c) is Letter or Digit)
                {
                    if (c >= 128 && char.IsUpper((char)c))
                        upper++;
                    isPacked = false;
                }
                else
                {
                    break;
                }

                at++;
            }

            if (at >= end)
                break;
            var mark = text[at];
            if (IsApostrophe(mark) && IsLetterAt(text, at + 1, end))
            {
                var tail = CliticLength(text, at + 1, end);
                if (tail > 0)
                {
                    AddWord(text, start, at, isPacked, key, upper, at - start - marks, traits, vocabulary, tokens);
                    var clitic = text.AsSpan(at, 1 + tail);
                    tokens.Add(
                        new Token(
                            at,
                            1 + tail,
                            vocabulary.Find(clitic),
                            TokenKind.Clitic,
                            CaseShape.Lower,
                            TokenTraits.None
                        )
                    );
                    return at + 1 + tail;
                }

                key = Vocabulary.PackApostrophe(key);
                marks++;
                at++;
                continue;
            }

            // U.S., J.K., e.g., p.m.: a single letter, full stop, and a single letter again; and example.org: a full
            // stop between lower-case letters.
            if (mark == '.' && IsLetterAt(text, at + 1, end))
            {
                if (at - start == 1 || (traits & TokenTraits.Dotted) != 0)
                {
                    if (!IsLetterAt(text, at + 2, end))
                    {
                        traits |= TokenTraits.Dotted;
                        key = Vocabulary.PackStop(key);
                        marks++;
                        at++;
                        continue;
                    }
                }
                else if (char.IsLower(text[at - 1]) && char.IsLower(text[at + 1]))
                {
                    return ReadLink(text, start, at, end, traits, tokens);
                }
            }
            else if (mark == '@' && IsLetterAt(text, at + 1, end))
            {
                return ReadLink(text, start, at, end, traits, tokens);
            }
            else if (mark == ':' && at + 2 < end && text[at + 1] == '/' && text[at + 2] == '/')
            {
                return ReadLink(text, start, at, end, traits, tokens);
            }

            break;
        }

        if ((traits & TokenTraits.Dotted) != 0 && at < end && text[at] == '.')
        {
            // The last full stop of initials belongs to them; the lexicon knows them without it.
            AddWord(text, start, at, isPacked, key, upper, at - start - marks, traits, vocabulary, tokens, 1);
            return at + 1;
        }

        AddWord(text, start, at, isPacked, key, upper, at - start - marks, traits, vocabulary, tokens);
        return at;
    }

    private static void AddWord(
        string text,
        int start,
        int end,
        bool isPacked,
        ulong key,
        int upper,
        int letters,
        TokenTraits traits,
        Vocabulary vocabulary,
        TokenList tokens,
        int extra = 0
    )
    {
        var shape =
            upper == 0 ? CaseShape.Lower
            : upper == letters && letters > 1 ? CaseShape.Upper
            : upper == 1 && char.IsUpper(text[start]) ? CaseShape.Capitalised
            : CaseShape.Mixed;
        var word =
            isPacked && end - start <= Vocabulary.MaxPacked
                ? vocabulary.Find(key)
                : vocabulary.Find(text.AsSpan(start, end - start));
        tokens.Add(new Token(start, end - start + extra, word, TokenKind.Word, shape, traits));
    }

    // Letters after the apostrophe when they are a clitic that ends the word.
    private static int CliticLength(string text, int at, int end)
    {
        var length = 0;
        while (length < 3 && IsLetterAt(text, at + length, end))
            length++;
        return length switch
        {
            1 => text[at] is 's' or 'S' or 'd' or 'D' or 'm' or 'M' ? 1 : 0,
            2 => (Vocabulary.Fold(text[at]), Vocabulary.Fold(text[at + 1])) is ('l', 'l') or ('v', 'e') or ('r', 'e')
                ? 2
                : 0,
            _ => 0,
        };
    }

    private static int ReadLink(string text, int start, int at, int end, TokenTraits traits, TokenList tokens)
    {
        while (at < end && ClassOf(text[at]) != Blank && text[at] is not ('<' or '>' or '"' or '“' or '”' or '\u2026'))
            at++;
        while (
            at > start + 1
            && (text[at - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' || IsApostrophe(text[at - 1]))
        )
            at--;
        tokens.Add(new Token(start, at - start, 0, TokenKind.Link, CaseShape.None, traits));
        return at;
    }

    private static int ReadNumber(
        string text,
        int start,
        int end,
        TokenTraits traits,
        Vocabulary vocabulary,
        TokenList tokens
    )
    {
        var at = start;
        while (true)
        {
            while (IsDigitAt(text, at, end))
                at++;
            if (at < end && text[at] is '.' or ',' && IsDigitAt(text, at + 1, end))
                at++;
            else
                break;
        }

        // 30th, 1990s, 5pm, 10km: letters glued to the digits are part of the number.
        var letters = at;
        while (IsLetterAt(text, at, end))
            at++;
        var suffix = text.AsSpan(letters, at - letters);
        if (
            suffix.Length == 2
            && (
                suffix.Equals("th", StringComparison.OrdinalIgnoreCase)
                || suffix.Equals("st", StringComparison.OrdinalIgnoreCase)
                || suffix.Equals("nd", StringComparison.OrdinalIgnoreCase)
                || suffix.Equals("rd", StringComparison.OrdinalIgnoreCase)
            )
        )
            traits |= TokenTraits.Ordinal;
        while (suffix.Length > 2 && IsDigitAt(text, at, end))
            at++;
        tokens.Add(
            new Token(
                start,
                at - start,
                vocabulary.Find(text.AsSpan(start, at - start)),
                TokenKind.Number,
                CaseShape.None,
                traits
            )
        );
        return at;
    }

    private static int ReadMark(
        string text,
        int start,
        int end,
        TokenTraits traits,
        Vocabulary vocabulary,
        TokenList tokens
    )
    {
        var c = text[start];
        var length = 1;
        var kind = TokenKind.Symbol;
        switch (c)
        {
            case '.' when start + 1 < end && text[start + 1] == '.':
                while (start + length < end && text[start + length] == '.')
                    length++;
                kind = TokenKind.Stop;
                break;
            case '.' or '!' or '?' or '…':
                kind = TokenKind.Stop;
                break;
            case ',':
                kind = TokenKind.Comma;
                break;
            case ':':
                kind = TokenKind.Colon;
                break;
            case ';':
                kind = TokenKind.Semicolon;
                break;
            // The last byte of a dash or a quotation mark that was decoded as Windows-1252: "â€“".
            case '“' or '”' or '™' or '˜' when start >= 2 && text[start - 1] == '€' && text[start - 2] == 'â':
                break;
            case '“' or '„' or '«' or '‟':
                kind = TokenKind.OpenQuote;
                break;
            case '”' or '»':
                kind = TokenKind.CloseQuote;
                break;
            case '"' or '\uFF02':
                kind = TokenKind.StraightQuote;
                break;
            case '`' when start + 1 < end && text[start + 1] == '`':
                kind = TokenKind.OpenQuote;
                length = 2;
                break;
            // ''…the 'old school''' ends the inner quotation first.
            case '\''
                when start + 1 < end
                    && text[start + 1] == '\''
                    && !(
                        start + 2 < end
                        && text[start + 2] == '\''
                        && (traits & TokenTraits.SpaceBefore) == 0
                        && (start + 3 == end || text[start + 3] != '\'')
                    ):
                kind = TokenKind.StraightQuote;
                length = 2;
                break;
            case '‘' or '‚' or '‹' or '`':
                kind = TokenKind.OpenSingleQuote;
                break;
            case '’' or '›' or 'ʼ':
                kind = TokenKind.CloseSingleQuote;
                break;
            case '\'':
                kind = TokenKind.StraightSingleQuote;
                break;
            case '(' or '[' or '{':
                kind = TokenKind.OpenBracket;
                break;
            case ')' or ']' or '}':
                kind = TokenKind.CloseBracket;
                break;
            case '-' or '‐' or '‑' or '–' or '—' or '―' or '−':
                while (start + length < end && text[start + length] == c)
                    length++;
                var glued =
                    (traits & TokenTraits.SpaceBefore) == 0
                    && start + length < end
                    && ClassOf(text[start + length]) != Blank;
                var inCompound = c is not ('—' or '―') && (c != '–' || IsDigitAt(text, start + 1, end));
                kind = glued && length == 1 && inCompound ? TokenKind.Hyphen : TokenKind.Dash;
                break;
            case '@' or '#' when IsLetterAt(text, start + 1, end):
                while (
                    start + length < end
                    && (ClassOf(text[start + length]) is Letter or Digit || text[start + length] == '_')
                )
                    length++;
                kind = TokenKind.Handle;
                break;
            default:
                if (char.IsHighSurrogate(c) && start + 1 < end && char.IsLowSurrogate(text[start + 1]))
                    length = 2;
                break;
        }

        var wordId = kind == TokenKind.Symbol && length == 1 ? vocabulary.Find(text.AsSpan(start, 1)) : 0;
        tokens.Add(new Token(start, length, wordId, kind, CaseShape.None, traits));
        return start + length;
    }
}
