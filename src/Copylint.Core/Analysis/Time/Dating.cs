using Copylint.Calendar;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <summary>
/// Holds the date of publication against what the copy tells. Each piece of evidence allows an interval of days; those
/// that the header lies outside of are combined as
/// 1 − Π(1 − weight), as independent doubts; evidence that the header fits speaks for it. Background, quotations,
/// schedules and what is told by weekday alone are no evidence.
/// </summary>
public sealed class Dating
{
    private const int MaxDatelineTokens = 10;

    internal Dating(
        PublicationDate header,
        IReadOnlyList<DatingEvidence> against,
        IReadOnlyList<DatingEvidence> agreeing,
        double score,
        bool hasNearDate,
        DateInterval? estimate
    )
    {
        Header = header;
        Against = against;
        Agreeing = agreeing;
        Score = score;
        HasNearDate = hasNearDate;
        Estimate = estimate;
    }

    /// <summary>The date of publication that the copy is held against.</summary>
    public PublicationDate Header { get; }

    /// <summary>The evidence that the date does not fit, heaviest first.</summary>
    public IReadOnlyList<DatingEvidence> Against { get; }

    /// <summary>The evidence that it fits.</summary>
    public IReadOnlyList<DatingEvidence> Agreeing { get; }

    /// <summary>How strongly the evidence speaks against the date, from 0 to 1.</summary>
    public double Score { get; }

    /// <summary>Whether the copy names a day, month or year near the date, so that it is at least partly of that
    /// time.</summary>
    public bool HasNearDate { get; }

    /// <summary>The days that the evidence against the date points to, or null.</summary>
    public DateInterval? Estimate { get; }

    /// <summary>Weighs a document, or returns null where it has no date of publication.</summary>
    internal static Dating? Of(DocumentAnalysis analysis)
    {
        if (analysis.Document.Metadata.BestPublished is not { } header)
            return null;
        return new DatingWeigher(analysis, header).Weigh();
    }

    /// <summary>The day of the dateline at the top of the story, with its expression and the day nearest to the date of
    /// publication; or null.</summary>
    internal static (TimeExpression Expression, DateOnly Day)? Dateline(DocumentAnalysis analysis, DateOnly published)
    {
        var blocks = analysis.Document.Blocks;
        var seen = 0;
        for (var i = 0; i < blocks.Count && seen < 3; i++)
        {
            var isLine = EndsInDash(analysis, i);
            if (!isLine && (blocks[i].Kind != BlockKind.Paragraph || blocks[i].Length < 30))
                continue;
            seen++;
            var first = analysis.TokensOf(i).First;
            foreach (var expression in analysis.TimeExpressions)
            {
                if (expression.Tokens.First < first)
                    continue;
                if (expression.Tokens.First > first + MaxDatelineTokens || expression.Span.Start >= blocks[i].Span.End)
                    break;
                if (
                    expression is { Kind: TimeExpressionKind.Date, Month: { } month, Day: { } day }
                    && IsDateline(analysis, first, expression)
                    && (expression.DateOnly ?? CalendarMath.Nearest(published, month, day)) is { } found
                )
                    return (expression, found);
            }
        }

        return null;
    }

    /// <summary>The day of a dateline that is written with its year, or null: it anchors copy without a date of
    /// publication.</summary>
    internal static DateOnly? FullDateline(DocumentAnalysis analysis) =>
        Dateline(analysis, DateOnly.MinValue) is { Expression.DateOnly: { } day } ? day : null;

    // "NAIROBI, August 21 (Xinhua) --" in a line of its own.
    private static bool EndsInDash(DocumentAnalysis analysis, int block)
    {
        var tokens = analysis.TokensOf(block);
        return analysis.Document.Blocks[block].Kind is BlockKind.Paragraph or BlockKind.Heading or BlockKind.Headline
            && tokens.Count is > 2 and < MaxDatelineTokens
            && analysis.Tokens[tokens.End - 1].Kind == TokenKind.Dash;
    }

    // "KYIV, March 25 (Reuters) —", "Trail, British Columbia, June 11 -", "APRIL 11 -": names and marks before the day,
    // a dash after it.
    private static bool IsDateline(DocumentAnalysis analysis, int first, TimeExpression expression)
    {
        for (var i = first; i < expression.Tokens.First; i++)
        {
            if (analysis.Tokens[i] is { Kind: TokenKind.Word, IsCapitalised: false })
                return false;
        }

        var end = expression.Tokens.End;
        var limit = Math.Min(analysis.Tokens.Length, end + 6);
        if (end < limit && analysis.Tokens[end].Kind == TokenKind.Comma)
            end++;
        if (end < limit && analysis.Tokens[end].Kind == TokenKind.OpenBracket)
        {
            while (end < limit && analysis.Tokens[end].Kind != TokenKind.CloseBracket)
                end++;
            end++;
        }

        return end < limit && analysis.Tokens[end].Kind == TokenKind.Dash;
    }
}
