using Copylint.Diagnostics;

namespace Copylint.RuleCards;

/// <summary>One matcher of a declarative rule. It registers on the same context as an analyzer in C#.</summary>
internal abstract class Matcher
{
    public required Where Where { get; init; }

    public required FixRecipe? Fix { get; init; }

    public abstract void Register(AnalysisContext context);

    protected IReadOnlyList<Fix> FixesFor(ReportContext context, Documents.Block block, Text.TextSpan span, string? plain = null) =>
        Fix?.Make(context.Document, block, span, plain) is { } fix ? [fix] : [];
}

/// <summary>The analyzer that every declarative rule runs as.</summary>
internal sealed class DeclarativeAnalyzer(IReadOnlyList<Matcher> matchers) : Analyzer
{
    public override void Initialize(AnalysisContext context)
    {
        foreach (var matcher in matchers)
            matcher.Register(context);
    }
}

/// <summary>Thrown by a pattern that did not finish in time; the engine makes a CL0007 of it.</summary>
internal sealed class PatternTimedOutException(string pattern) : Exception($"the pattern {pattern} did not finish in time");
