using Copylint.Diagnostics;
using Copylint.Storage;

namespace Copylint.Matchers;

/// <summary>One matcher of a declarative rule. It registers on the same context as an analyzer in C#.</summary>
internal abstract class Matcher
{
    public required Where Where { get; init; }

    public required FixRecipe? Fix { get; init; }

    /// <summary>The regular expression that it tries, or null.</summary>
    public virtual LazyPattern? Expression => null;

    public abstract void Register(AnalysisContext context);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Matcher Read(ref BinaryDataReader reader)
    {
        var kind = (Kind)reader.Number();
        var where = new Where(
            (BlockKinds)reader.Number(),
            (QuotationPolicy)reader.Number(),
            (AttributionPolicy)reader.Number(),
            reader.Number() != 0
        );
        var fix = reader.Number() is >= 0 and var action
            ? new FixRecipe((FixAction)action, reader.Number() != 0)
            : null;
        return kind switch
        {
            Kind.Words => new WordsMatcher(ref reader) { Where = where, Fix = fix },
            Kind.Block => new BlockMatcher(ref reader) { Where = where, Fix = fix },
            _ => new PatternMatcher(ref reader) { Where = where, Fix = fix },
        };
    }

    /// <summary>Writes the matcher for a compiled catalog.</summary>
    public void Write(BinaryDataWriter writer)
    {
        writer.Number(
            (int)(
                this is WordsMatcher ? Kind.Words
                : this is BlockMatcher ? Kind.Block
                : Kind.Pattern
            )
        );
        writer.Number((int)Where.In);
        writer.Number((int)Where.Quotation);
        writer.Number((int)Where.Attribution);
        writer.Number(Where.SkipsOpinion ? 1 : 0);
        writer.Number(Fix is null ? -1 : (int)Fix.Action);
        if (Fix is not null)
            writer.Number(Fix.IsSafe ? 1 : 0);
        WriteOwn(writer);
    }

    /// <summary>Writes what only this kind of matcher has, in the order in which its constructor reads it.</summary>
    protected abstract void WriteOwn(BinaryDataWriter writer);

    private enum Kind
    {
        Words,
        Block,
        Pattern,
    }

    protected IReadOnlyList<Fix> FixesFor(
        ReportContext context,
        Documents.Block block,
        Text.TextSpan span,
        string? plain = null
    ) => Fix?.Make(context.Document, block, span, plain) is { } fix ? [fix] : [];
}

/// <summary>The analyzer that every declarative rule runs as, with the coded one of a card that has both.</summary>
internal sealed class DeclarativeAnalyzer(IReadOnlyList<Matcher> matchers, Analyzer? coded) : Analyzer
{
    public override void Initialize(AnalysisContext context)
    {
        foreach (var matcher in matchers)
            matcher.Register(context);
        coded?.Initialize(context);
    }
}
