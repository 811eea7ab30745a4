using System.Diagnostics.CodeAnalysis;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Storage;
using Copylint.Text;

namespace Copylint.Matchers;

/// <summary>Where among the blocks a block must stand.</summary>
internal enum BlockPosition
{
    Any,
    First,
    Last,
    BeforeBody,
    AfterBody,
}

/// <summary>Reports whole blocks: the <c>block</c> matcher.</summary>
internal sealed class BlockMatcher : Matcher
{
    /// <summary>The expression for the block's text, or null when only the phrases count.</summary>
    public required LazyPattern? Pattern { get; init; }

    public override LazyPattern? Expression => Pattern;

    /// <summary>The lexicon of phrases that can be a block by themselves, or null.</summary>
    public required string? Lines { get; init; }

    /// <summary>The lexicon of words of which a matching block holds one; null tries every block of the right
    /// length.</summary>
    public required string? Trigger { get; init; }

    public required int MinWords { get; init; }

    public required int MaxWords { get; init; }

    public required BlockPosition Position { get; init; }

    /// <summary>The severity of this matcher's findings; null leaves the rule's own.</summary>
    public required Severity? OwnSeverity { get; init; }

    /// <summary>Whether a line of <see cref="Lines"/> is left alone when a paragraph of the copy says it too: it may be
    /// a subhead.</summary>
    public required bool IsSilentWhereSaid { get; init; }

    /// <summary>The severity where no body text follows: what a house may print there on purpose. Null leaves the
    /// rule's own.</summary>
    public required Severity? AfterBody { get; init; }

    public BlockMatcher() { }

    [SetsRequiredMembers]
    public BlockMatcher(ref BinaryDataReader reader)
    {
        (Where, Fix) = (null!, null);
        Pattern = reader.Number() != 0 ? new LazyPattern(ref reader) : null;
        Lines = reader.OptionalText();
        Trigger = reader.OptionalText();
        MinWords = reader.Number();
        MaxWords = reader.Number();
        Position = (BlockPosition)reader.Number();
        AfterBody = reader.Number() is >= 0 and var severity ? (Severity)severity : null;
        OwnSeverity = reader.Number() is >= 0 and var own ? (Severity)own : null;
        IsSilentWhereSaid = reader.Number() != 0;
    }

    protected override void WriteOwn(BinaryDataWriter writer)
    {
        writer.Number(Pattern is null ? 0 : 1);
        Pattern?.Write(writer);
        writer.Text(Lines);
        writer.Text(Trigger);
        writer.Number(MinWords);
        writer.Number(MaxWords);
        writer.Number((int)Position);
        writer.Number((int?)AfterBody ?? -1);
        writer.Number((int?)OwnSeverity ?? -1);
        writer.Number(IsSilentWhereSaid ? 1 : 0);
    }

    public override void Register(AnalysisContext context)
    {
        if (Lines is not null)
        {
            var lexicon = context.Lexicon(Lines);
            context.OnBlockWithWords([Lines], Where.In, c => CheckLine(c, lexicon));
        }

        // A word is rarely longer than this: a cheap test before the words are counted.
        var maxLength = MaxWords * 24;
        if (Pattern is not null && Trigger is not null)
            context.OnBlockWithWords([Trigger], Where.In, CheckPattern, maxLength);
        else if (Pattern is not null)
            context.OnBlock(Where.In, CheckPattern, maxLength);
    }

    // The block is one of the phrases when an entry covers all its words.
    private void CheckLine(BlockContext context, int lexicon)
    {
        var analysis = context.Analysis;
        var (first, end) = analysis.MatchesOf(context.Block.Index);
        for (var i = first; i < end; i++)
        {
            var match = analysis.Matches[i];
            if (
                match.Lexicon == lexicon
                && !match.Entry.IsAllowed
                && CoversWords(context, match)
                && IsInPosition(context)
                && !(
                    IsSilentWhereSaid
                    && context.Analysis.SaysInBody(context.Block.Span.In(context.Text).Trim(" \u00A0.,:;|•·»"))
                )
            )
            {
                Report(context, null);
                return;
            }
        }
    }

    private static bool CoversWords(BlockContext context, in LexiconMatch match)
    {
        var range = context.Tokens;
        for (var i = range.First; i < range.End; i++)
        {
            if (
                (i < match.FirstToken || i >= match.EndToken)
                && context.Analysis.Tokens[i].Kind
                    is TokenKind.Word
                        or TokenKind.Number
                        or TokenKind.Link
                        or TokenKind.Handle
            )
                return false;
        }

        return true;
    }

    private void CheckPattern(BlockContext context)
    {
        var words = CountWords(context);
        if (words < MinWords || words > MaxWords || !IsInPosition(context))
            return;
        var match = Pattern!.Match(context.Analysis, context.Block.Span);
        if (match.Success)
            Report(context, match);
    }

    // No more than are too many.
    private int CountWords(BlockContext context)
    {
        var count = 0;
        var range = context.Tokens;
        for (var i = range.First; i < range.End && count <= MaxWords; i++)
        {
            if (
                context.Analysis.Tokens[i].Kind
                is TokenKind.Word
                    or TokenKind.Number
                    or TokenKind.Link
                    or TokenKind.Handle
            )
                count++;
        }

        return count;
    }

    private bool IsInPosition(BlockContext context) => IsInPosition(context, Position);

    private static bool IsInPosition(BlockContext context, BlockPosition position)
    {
        var blocks = context.Document.Blocks;
        var index = context.Block.Index;
        return position switch
        {
            BlockPosition.First => index == 0,
            BlockPosition.Last => index == blocks.Count - 1,
            BlockPosition.BeforeBody => index <= context.Analysis.BodyText.First,
            BlockPosition.AfterBody => index >= context.Analysis.BodyText.Last,
            _ => true,
        };
    }

    private void Report(BlockContext context, System.Text.RegularExpressions.Match? match)
    {
        var span = match?.Groups["found"] is { Success: true } group
            ? new TextSpan(group.Index, group.Length)
            : context.Block.Span;
        if (!Where.Admits(context.Analysis, context.Block, span))
            return;
        context.Report(
            span,
            new Finding
            {
                Severity =
                    AfterBody is not null && IsInPosition(context, BlockPosition.AfterBody) ? AfterBody : OwnSeverity,
                Arguments = PatternMatcher.GroupsOf(match),
                Fixes = FixesFor(context, context.Block, span),
            }
        );
    }
}
