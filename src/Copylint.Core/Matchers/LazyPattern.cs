using System.Text.RegularExpressions;
using Copylint.Storage;
using Copylint.Text;

namespace Copylint.Matchers;

/// <summary>A regular expression that is built when it is first needed. It runs under a time limit, so that no input can hang a run.</summary>
/// <param name="pattern">The expression.</param>
/// <param name="caseSensitive">Whether case counts.</param>
/// <param name="beginnings">What the first word of a match can begin with, in small letters, or null for anything: other text is not tried.</param>
internal sealed class LazyPattern(string pattern, bool caseSensitive, IReadOnlyList<string>? beginnings)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);

    private Regex? _regex;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public LazyPattern(ref BinaryDataReader reader)
        : this(reader.Text(), reader.Number() != 0, reader.Number() != 0 ? reader.Texts() : null) { }

    public void Write(BinaryDataWriter writer)
    {
        writer.Text(pattern);
        writer.Number(caseSensitive ? 1 : 0);
        writer.Number(beginnings is null ? 0 : 1);
        if (beginnings is not null)
            writer.Texts([.. beginnings]);
    }

    /// <summary>The first match in a stretch of text; its ends count as the ends of the text.</summary>
    /// <exception cref="PatternTimedOutException">The limit ran out.</exception>
    public Match Match(string text, Text.TextSpan span)
    {
        if (beginnings is not null && !CanBegin(span.In(text)))
            return System.Text.RegularExpressions.Match.Empty;
        try
        {
            return Regex().Match(text, span.Start, span.Length);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new PatternTimedOutException(pattern);
        }
    }

    /// <summary>The next match after one.</summary>
    /// <exception cref="PatternTimedOutException">The limit ran out.</exception>
    public Match Next(Match match)
    {
        try
        {
            return match.NextMatch();
        }
        catch (RegexMatchTimeoutException)
        {
            throw new PatternTimedOutException(pattern);
        }
    }

    private bool CanBegin(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (
            start < text.Length
            && (
                char.IsAscii(text[start])
                    ? !char.IsAsciiLetterOrDigit(text[start]) && text[start] != '_'
                    : char.IsWhiteSpace(text[start]) || char.IsPunctuation(text[start])
            )
        )
            start++;
        text = text[start..];
        // Letters of other scripts fold in ways that only the expression knows.
        if (text.Length > 0 && (!char.IsAscii(text[0]) || text[0] == '_'))
            return true;
        foreach (var beginning in beginnings!)
        {
            if (StartsWith(text, beginning))
                return true;
        }

        return false;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string beginning)
    {
        for (var i = 0; i < beginning.Length; i++)
        {
            if (i >= text.Length)
                return false;
            if (!char.IsAscii(text[i]))
                return true;
            if ((text[i] | 0x20) != beginning[i] && text[i] != beginning[i])
                return false;
        }

        return true;
    }

    private Regex Regex() =>
        _regex ??= new Regex(
            pattern,
            RegexOptions.CultureInvariant
                | RegexOptions.ExplicitCapture
                | (caseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase),
            Limit
        );
}
