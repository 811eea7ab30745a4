using Copylint.Analysis;
using Copylint.Analysis.Time;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Rules.Headlines;

/// <summary>CL8009. A note of a change at the beginning of a paragraph that tells no day and no hour.</summary>
internal sealed class UndatedUpdate : Analyzer
{
    private const string Labels = "update-labels";
    private const string Words = "correction-words";

    // "UPDATE at a quarter past two:": what stands between the label and what it says.
    private const int LabelReach = 8;

    // The day can stand in a line of its own below.
    private const int BlocksAfter = 2;
    private const int MaxLength = 1200;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var (labels, words) = (context.Lexicon(Labels), context.Lexicon(Words));
        context.OnBlockWithWords([Labels], BlockKinds.Body, c => Check(c, labels, words), MaxLength);
    }

    private static void Check(BlockContext context, int labels, int words)
    {
        var analysis = context.Analysis;
        var (first, end) = analysis.MatchesOf(context.Block.Index);
        for (var i = first; i < end; i++)
        {
            var match = analysis.Matches[i];
            if (match.FirstToken != context.Tokens.First)
            {
                if (match.FirstToken > context.Tokens.First)
                    return;
                continue;
            }

            if (match.Lexicon != labels)
                continue;
            if (
                IsLabel(analysis, match, context.Tokens.End)
                && (match.Entry.Strength != Strength.Mild || Holds(analysis, first, end, words))
                && !HasNumber(analysis, match, context.Tokens.End)
                && !HasTime(context)
            )
                Report(context, match);
            return;
        }
    }

    // Of "Updated to clarify" the first word alone.
    private static void Report(BlockContext context, in LexiconMatch match)
    {
        var end = match.Entry.Strength == Strength.Moderate ? match.FirstToken + 1 : match.EndToken;
        context.Report(context.Analysis.SpanOf(new TokenRange(match.FirstToken, end)));
    }

    // A colon or dash behind it, or capitals; "Update your browser" is none.
    private static bool IsLabel(DocumentAnalysis analysis, in LexiconMatch match, int end)
    {
        if (match.EndToken >= end || match.Entry.IsAllowed)
            return false;
        if (match.Entry.Strength == Strength.Moderate || analysis.Tokens[match.FirstToken].Shape == CaseShape.Upper)
            return analysis.Tokens[match.FirstToken].IsCapitalised;
        return analysis.Tokens[match.FirstToken].IsCapitalised && LabelEnd(analysis, match, end) > 0;
    }

    // The colon or dash, or 0.
    private static int LabelEnd(DocumentAnalysis analysis, in LexiconMatch match, int end)
    {
        for (var i = match.EndToken; i < Math.Min(end, match.EndToken + LabelReach); i++)
        {
            if (analysis.Tokens[i].Kind is TokenKind.Colon or TokenKind.Dash)
                return i;
        }

        return 0;
    }

    // "UPDATE 11 A.M.:".
    private static bool HasNumber(DocumentAnalysis analysis, in LexiconMatch match, int end)
    {
        for (var i = match.EndToken; i < Math.Min(end, match.EndToken + LabelReach); i++)
        {
            if (analysis.Tokens[i].Kind == TokenKind.Number)
                return true;
            if (analysis.Tokens[i].Kind is TokenKind.Colon or TokenKind.Dash)
                return false;
        }

        return false;
    }

    private static bool Holds(DocumentAnalysis analysis, int first, int end, int words)
    {
        for (var i = first; i < end; i++)
        {
            if (analysis.Matches[i].Lexicon == words)
                return true;
        }

        return false;
    }

    private static bool HasTime(BlockContext context)
    {
        var blocks = context.Document.Blocks;
        var last = Math.Min(blocks.Count - 1, context.Block.Index + BlocksAfter);
        var (from, to) = (context.Block.Span.Start, blocks[last].Span.End);
        var times = context.Analysis.TimeExpressions;
        for (var i = Bisection.First(times.Count, n => times[n].Span.Start >= from); i < times.Count; i++)
        {
            if (times[i].Span.Start >= to)
                return false;
            if (times[i].Kind is TimeExpressionKind.Date or TimeExpressionKind.TimeOfDay or TimeExpressionKind.Weekday)
                return true;
        }

        return false;
    }
}
