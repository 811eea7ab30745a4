using System.Text.RegularExpressions;
using Copylint.Text;

namespace Copylint.RuleCards;

/// <summary>A regular expression that is built when it is first needed. It runs under a time limit, so that no input can hang a run.</summary>
internal sealed class LazyPattern(string pattern, bool caseSensitive)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);

    private Regex? _regex;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public LazyPattern(ref BinaryDataReader reader)
        : this(reader.Text(), reader.Number() != 0)
    {
    }

    public void Write(BinaryDataWriter writer)
    {
        writer.Text(pattern);
        writer.Number(caseSensitive ? 1 : 0);
    }

    /// <summary>The first match in a stretch of text; its ends count as the ends of the text.</summary>
    /// <exception cref="PatternTimedOutException">The limit ran out.</exception>
    public Match Match(string text, Text.TextSpan span)
    {
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

    private Regex Regex() =>
        _regex ??= new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | (caseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase), Limit);
}
