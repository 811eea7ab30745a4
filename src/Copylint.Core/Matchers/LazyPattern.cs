using System.Diagnostics;
using System.Text.RegularExpressions;
using Copylint.Analysis;
using Copylint.Storage;
using Copylint.Text;

namespace Copylint.Matchers;

/// <summary>A regular expression that is built when it is first needed. It runs under a time limit for a match, a file
/// and a run, so that no input can hang a run.</summary>
/// <param name="pattern">The expression.</param>
/// <param name="caseSensitive">Whether case counts.</param>
/// <param name="beginnings">What the first word of a match can begin with, in small letters, or null for anything:
/// other text is not tried.</param>
internal sealed class LazyPattern(string pattern, bool caseSensitive, string[]? beginnings)
{
    /// <summary>The time that one match may take, in milliseconds.</summary>
    public const int LimitMilliseconds = 250;

    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(LimitMilliseconds);

    // Less is usual on long sentences and is not counted.
    private static readonly TimeSpan Noticed = TimeSpan.FromMilliseconds(2);

    // What a pattern may lose by time-outs in all files of a run: forty of them.
    private static readonly TimeSpan RunLimit = TimeSpan.FromSeconds(10);

    private volatile Regex? _regex;
    private volatile bool _needsBacktracking;
    private volatile bool _isInterpreted;
    private long _ticksLost;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public LazyPattern(ref BinaryDataReader reader)
        : this(reader.Text(), reader.Number() != 0, reader.Number() != 0 ? reader.Texts() : null) { }

    /// <summary>The expression.</summary>
    public string Expression => pattern;

    /// <summary>The options that the expression is built with.</summary>
    public RegexOptions Options =>
        RegexOptions.CultureInvariant
        | RegexOptions.ExplicitCapture
        | (caseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase);

    /// <summary>Finds the expression among those that were compiled with the program; null where there are
    /// none.</summary>
    public Func<LazyPattern, Regex?>? Compiled { get; set; }

    public void Write(BinaryDataWriter writer)
    {
        writer.Text(pattern);
        writer.Number(caseSensitive ? 1 : 0);
        writer.Number(beginnings is null ? 0 : 1);
        if (beginnings is not null)
            writer.Texts(beginnings);
    }

    /// <summary>The first match in a stretch of a document's text; its ends count as the ends of the text.</summary>
    /// <exception cref="PatternTimedOutException">The limit ran out, or had run out before in this file.</exception>
    public Match Match(DocumentAnalysis analysis, TextSpan span) =>
        beginnings is not null && !CanBegin(span.In(analysis.Document.Text))
            ? System.Text.RegularExpressions.Match.Empty
            : Run(analysis, span, null);

    /// <summary>The next match after one in the same stretch.</summary>
    /// <exception cref="PatternTimedOutException">The limit ran out, or had run out before in this file.</exception>
    public Match Next(DocumentAnalysis analysis, TextSpan span, Match match) => Run(analysis, span, match);

    private Match Run(DocumentAnalysis analysis, TextSpan span, Match? previous, bool isSecondTry = false)
    {
        var time = analysis.Time;
        if (Interlocked.Read(ref _ticksLost) > RunLimit.Ticks || time.IsGivenUp(this))
        {
            time.Count(this, TimeSpan.Zero, hasTimedOut: true);
            throw new PatternTimedOutException(pattern, isGivenUp: true);
        }

        var started = Stopwatch.GetTimestamp();
        try
        {
            var match = previous is null
                ? Regex().Match(analysis.Document.Text, span.Start, span.Length)
                : previous.NextMatch();
            var spent = Stopwatch.GetElapsedTime(started);
            if (spent > Noticed)
                time.Count(this, spent, hasTimedOut: false);
            return match;
        }
        // Code that was generated for an expression can leave its own stack where the interpreter finds its way: from
        // then on the interpreter has the expression.
        catch (IndexOutOfRangeException) when (Compiled is not null && !_isInterpreted)
        {
            _isInterpreted = true;
            _regex = new Regex(pattern, Options, Limit);
            return Again(analysis, span, previous);
        }
        catch (RegexMatchTimeoutException)
        {
            var spent = Stopwatch.GetElapsedTime(started);
            if (TryWithoutBacktracking())
            {
                time.Count(this, spent, hasTimedOut: false);
                return Again(analysis, span, previous);
            }

            // The limit is one of the clock, and a busy machine can hold a thread up for longer.
            if (!isSecondTry)
                return Run(analysis, span, previous, isSecondTry: true);
            Interlocked.Add(ref _ticksLost, spent.Ticks);
            time.Count(this, spent, hasTimedOut: true);
            throw new PatternTimedOutException(pattern, time.IsGivenUp(this));
        }
    }

    // With the other engine, from the beginning of the stretch: it finds the same matches.
    private Match Again(DocumentAnalysis analysis, TextSpan span, Match? previous)
    {
        var match = Run(analysis, span, null);
        while (previous is not null && match.Success && match.Index <= previous.Index)
            match = Run(analysis, span, match);
        return match;
    }

    // The engine that takes time with the length of the text only. It starts more slowly, and knows no lookaround, so
    // it comes second.
    private bool TryWithoutBacktracking()
    {
        if (_regex is not { } regex || regex.Options.HasFlag(RegexOptions.NonBacktracking) || _needsBacktracking)
            return false;
        try
        {
            _regex = new Regex(pattern, regex.Options | RegexOptions.NonBacktracking, Limit);
            return true;
        }
        catch (Exception exception) when (exception is NotSupportedException or ArgumentException)
        {
            _needsBacktracking = true;
            return false;
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

    private Regex Regex() => _regex ??= Compiled?.Invoke(this) ?? new Regex(pattern, Options, Limit);
}
