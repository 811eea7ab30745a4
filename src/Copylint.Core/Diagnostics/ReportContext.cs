using System.Globalization;
using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Diagnostics;

/// <summary>What an action sees of the document, and how it reports.</summary>
public class ReportContext
{
    private readonly Action<Diagnostic> _sink;
    private readonly SharedTexts _messages;

    /// <param name="rule">The rule that is run.</param>
    /// <param name="severity">Its severity after configuration.</param>
    /// <param name="analysis">The document.</param>
    /// <param name="sink">Receives the findings.</param>
    /// <param name="messages">Keeps the messages: those of a hundred thousand findings of one word are alike.</param>
    internal ReportContext(
        RuleDescriptor rule,
        Severity severity,
        DocumentAnalysis analysis,
        Action<Diagnostic> sink,
        SharedTexts messages
    )
    {
        Rule = rule;
        Severity = severity;
        Analysis = analysis;
        _sink = sink;
        _messages = messages;
    }

    private protected ReportContext(ReportContext other)
        : this(other.Rule, other.Severity, other.Analysis, other._sink, other._messages) { }

    /// <summary>The rule that is run.</summary>
    public RuleDescriptor Rule { get; }

    /// <summary>Its severity after configuration.</summary>
    public Severity Severity { get; }

    /// <summary>The document with what the engine knows of it.</summary>
    public DocumentAnalysis Analysis { get; }

    /// <summary>The document.</summary>
    public Document Document => Analysis.Document;

    /// <summary>The copy that spans refer to.</summary>
    public string Text => Analysis.Document.Text;

    /// <summary>The line of the source, from 1, that a span of the document's text begins on: as messages say
    /// it.</summary>
    /// <param name="span">The span in <see cref="Document.Text"/>.</param>
    public string LineOf(TextSpan span) =>
        Document.Source.GetPosition(Document.ToSource(span).Start).Line.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reports a span of the document's text.</summary>
    /// <param name="span">The span in <see cref="Document.Text"/>.</param>
    /// <param name="arguments">Values for the placeholders of the card's message.</param>
    public void Report(TextSpan span, params (string Name, string? Value)[] arguments) =>
        Report(span, new Finding { Arguments = arguments });

    /// <summary>Reports a span of the document's text.</summary>
    /// <param name="span">The span in <see cref="Document.Text"/>.</param>
    /// <param name="finding">What more there is to say.</param>
    public void Report(TextSpan span, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (Rule.NeedsEnglish && IsForeign(span.Start))
            return;
        if (Rule.MarksResidue)
            MarkResidue(span);
        IReadOnlyList<RelatedPlace> related =
            finding.Related.Count == 0
                ? []
                : [.. finding.Related.Select(r => r with { Span = Document.ToSource(r.Span) })];
        Add(Document.ToSource(span), span, span.In(Text).ToString(), finding with { Related = related });
    }

    /// <summary>Reports a span of the file, such as a piece of metadata. Related places must be spans of the file
    /// too.</summary>
    /// <param name="span">The span in the source text.</param>
    /// <param name="found">The text for <c>{0}</c>.</param>
    /// <param name="finding">What more there is to say.</param>
    public void ReportInSource(TextSpan span, string found, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (!Rule.NeedsEnglish || Analysis.Languages.Foreign is null)
            Add(span, null, found, finding);
    }

    private bool IsForeign(int position) =>
        Document.BlockAt(position) is { } block
            ? Analysis.Languages.ForeignAt(block.Index) is not null
            : Analysis.Languages.Foreign is not null;

    private void Add(TextSpan source, TextSpan? copy, string found, Finding finding)
    {
        var severity = finding.Severity is { } own ? Adjust(own) : Severity;
        // Opinion, sport and the arts may judge: there attribution and language count one step less.
        if (
            severity is Severity.Error or Severity.Warning
            && Rule.Family is "attribution" or "language"
            && Document.IsOpinionated
        )
            severity--;
        if (severity == Severity.Off)
            return;
        _sink(
            new Diagnostic
            {
                Rule = Rule,
                Severity = severity,
                CardSeverity = finding.Severity ?? Rule.DefaultSeverity,
                Span = source,
                CopySpan = copy,
                Message = _messages.Of(Rule.Message.Format(found, finding.Arguments)),
                Related = finding.Related,
                Fixes = finding.Fixes,
                IsOfWord = this is WordsContext,
            }
        );
    }

    // Residue is a whole block, or the better part of one.
    private void MarkResidue(TextSpan span)
    {
        var blocks = Document.Blocks;
        for (var i = Document.FirstBlockEndingAfter(span.Start); i < blocks.Count; i++)
        {
            if (blocks[i].Span.Start >= span.End)
                return;
            if (blocks[i].Span.Overlaps(span) && span.Length * 2 > blocks[i].Span.Length)
                Analysis.MarkResidue(i);
        }
    }

    // A finding's own severity is relative to the card's default: configuration that raises or lowers the rule moves
    // its findings with it.
    private Severity Adjust(Severity own)
    {
        if (Severity == Severity.Off || own == Severity.Off)
            return Severity.Off;
        var moved = (int)own + (int)Severity - (int)Rule.DefaultSeverity;
        return (Severity)Math.Clamp(moved, (int)Severity.Suggestion, (int)Severity.Error);
    }
}

/// <summary>What there is to say of a finding besides its place.</summary>
public sealed record Finding
{
    /// <summary>Values for the placeholders of the card's message.</summary>
    public IReadOnlyList<(string Name, string? Value)> Arguments { get; init; } = [];

    /// <summary>Places that explain the finding.</summary>
    public IReadOnlyList<RelatedPlace> Related { get; init; } = [];

    /// <summary>Ways to mend it.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];

    /// <summary>The severity of this finding where it differs from the rule's default; null for the rule's
    /// own.</summary>
    public Severity? Severity { get; init; }
}

/// <summary>An action's view of a block.</summary>
public sealed class BlockContext : ReportContext
{
    internal BlockContext(ReportContext context, Block block)
        : base(context) => Block = block;

    /// <summary>The block.</summary>
    public Block Block { get; }

    /// <summary>Its tokens.</summary>
    public TokenRange Tokens => Analysis.TokensOf(Block.Index);
}

/// <summary>An action's view of a sentence.</summary>
public sealed class SentenceContext : ReportContext
{
    internal SentenceContext(ReportContext context, int index)
        : base(context) => Index = index;

    /// <summary>Index of the sentence in the analysis.</summary>
    public int Index { get; }

    /// <summary>The sentence.</summary>
    public Sentence Sentence => Analysis.Sentences[Index];

    /// <summary>Its block.</summary>
    public Block Block => Document.Blocks[Sentence.Block];
}

/// <summary>An action's view of a quotation.</summary>
public sealed class QuotationContext : ReportContext
{
    internal QuotationContext(ReportContext context, Quotation quotation)
        : base(context) => Quotation = quotation;

    /// <summary>The quotation.</summary>
    public Quotation Quotation { get; }
}

/// <summary>An action's view of a place where a lexicon's entry stands.</summary>
public sealed class WordsContext : ReportContext
{
    internal WordsContext(ReportContext context, LexiconMatch match)
        : base(context) => Match = match;

    /// <summary>The match.</summary>
    public LexiconMatch Match { get; }

    /// <summary>Its span in the document's text.</summary>
    public TextSpan Span => Analysis.SpanOf(new TokenRange(Match.FirstToken, Match.EndToken));

    /// <summary>Its block.</summary>
    public Block Block => Document.Blocks[Analysis.BlockAt(Match.FirstToken)];
}
