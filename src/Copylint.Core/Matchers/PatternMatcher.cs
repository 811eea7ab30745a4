using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Storage;
using Copylint.Text;

namespace Copylint.Matchers;

/// <summary>What a pattern is tried on.</summary>
internal enum PatternReach
{
    Sentence,
    Block,
    Document,
}

/// <summary>Reports what a regular expression finds: the <c>pattern</c> matcher.</summary>
internal sealed class PatternMatcher : Matcher
{
    public required LazyPattern Pattern { get; init; }

    public override LazyPattern? Expression => Pattern;

    public required PatternReach Over { get; init; }

    /// <summary>The lexicon of words of which every match holds one.</summary>
    public required string Trigger { get; init; }

    public PatternMatcher() { }

    [SetsRequiredMembers]
    public PatternMatcher(ref BinaryDataReader reader)
    {
        (Where, Fix) = (null!, null);
        Pattern = new LazyPattern(ref reader);
        Over = (PatternReach)reader.Number();
        Trigger = reader.Text();
    }

    protected override void WriteOwn(BinaryDataWriter writer)
    {
        Pattern.Write(writer);
        writer.Number((int)Over);
        writer.Text(Trigger);
    }

    public override void Register(AnalysisContext context)
    {
        switch (Over)
        {
            case PatternReach.Sentence:
                context.OnSentenceWithWords([Trigger], c => Try(c, c.Sentence.Span, c.Block));
                break;
            case PatternReach.Block:
                context.OnBlockWithWords([Trigger], Where.In, c => Try(c, c.Block.Span, c.Block));
                break;
            default:
                var lexicon = context.Lexicon(Trigger);
                context.OnDocument(c =>
                {
                    if (c.Analysis.Matches.Any(m => m.Lexicon == lexicon))
                        Try(c, new TextSpan(0, c.Text.Length), null);
                });
                break;
        }
    }

    /// <summary>The named groups of a match as arguments of the message.</summary>
    internal static IReadOnlyList<(string Name, string? Value)> GroupsOf(Match? match)
    {
        if (match is null || match.Groups.Count == 1)
            return [];
        var groups = new List<(string, string?)>();
        foreach (var name in match.Groups.Keys)
        {
            if (match.Groups[name].Success)
                groups.Add((name, match.Groups[name].Value));
        }

        return groups;
    }

    private void Try(ReportContext context, TextSpan reach, Block? block)
    {
        for (
            var match = Pattern.Match(context.Analysis, reach);
            match.Success;
            match = Pattern.Next(context.Analysis, reach, match)
        )
        {
            var group = match.Groups["found"];
            var span = group.Success
                ? new TextSpan(group.Index, group.Length)
                : new TextSpan(match.Index, match.Length);
            var home = block ?? context.Document.BlockAt(span.Start);
            if (home is not null && Where.Admits(context.Analysis, home, span))
                context.Report(
                    span,
                    new Finding { Arguments = GroupsOf(match), Fixes = FixesFor(context, home, span) }
                );
        }
    }
}
