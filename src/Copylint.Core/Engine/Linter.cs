using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Meaning;
using Copylint.RuleCards;
using Copylint.Text;

namespace Copylint.Engine;

/// <summary>
/// Runs rules over documents. Made once for a run; safe for concurrent use. Rules that find page residue run first, and the others do not see the blocks that
/// they find. A rule is called only where its triggers are.
/// </summary>
public sealed class Linter
{
    private readonly RuleCatalog _catalog;
    private readonly LintSettings _settings;
    private readonly Phase _residue;
    private readonly Phase _content;

    /// <summary>Registers the rules that the settings leave on.</summary>
    /// <exception cref="InvalidOperationException">An analyzer cannot be initialised; the message names the rule.</exception>
    public Linter(RuleCatalog catalog, LintSettings settings)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(settings);
        _catalog = catalog;
        _settings = settings;
        _residue = new Phase(catalog.Lexicons.Count);
        _content = new Phase(catalog.Lexicons.Count);
        foreach (var rule in catalog.Rules)
        {
            var severity = settings.SeverityOf(rule.Descriptor);
            if (rule.Analyzer is null || (severity == Severity.Off && !rule.Descriptor.MarksResidue))
                continue;
            var options = settings.Rules.TryGetValue(rule.Descriptor.Id, out var setting) ? setting.Options : new Dictionary<string, string>();
            var context = new AnalysisContext(rule.Descriptor, catalog.Lexicons, options);
            try
            {
                rule.Analyzer.Initialize(context);
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException)
            {
                throw new InvalidOperationException($"rule {rule.Descriptor.Id} cannot start: {exception.Message}", exception);
            }

            (rule.Descriptor.MarksResidue ? _residue : _content).Add(rule.Descriptor, severity, context);
        }
    }

    /// <summary>The rules, as the linter was made with them.</summary>
    public RuleCatalog Catalog => _catalog;

    /// <summary>The settings, as the linter was made with them.</summary>
    public LintSettings Settings => _settings;

    /// <summary>Lints one document.</summary>
    /// <returns>The findings at or above the least severity, in order of place, then of rule id.</returns>
    public IReadOnlyList<Diagnostic> Lint(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var analysis = new Analysis(document, _catalog.Resources);
        return Lint(analysis);
    }

    internal IReadOnlyList<Diagnostic> Lint(Analysis analysis)
    {
        var found = new List<Diagnostic>();
        AddEncoding(analysis.Document, found);
        foreach (var problem in analysis.Document.Problems)
        {
            if (EngineDiagnostic("CL0001", problem.Span, ("extent", "in full"), ("problem", problem.Message)) is { } diagnostic)
                found.Add(diagnostic with { Severity = diagnostic.Severity == Severity.Error ? Severity.Warning : diagnostic.Severity });
        }

        new PhaseRun(_residue, analysis, found, this).Run();
        new PhaseRun(_content, analysis, found, this).Run();
        found.RemoveAll(d => d.Severity < _settings.MinSeverity);
        found.Sort(Compare);
        for (var i = found.Count - 1; i > 0; i--)
        {
            if (found[i].Span == found[i - 1].Span && found[i].Rule == found[i - 1].Rule)
                found.RemoveAt(i);
        }

        return found;
    }

    /// <summary>A finding of the engine itself, or null when its rule is off.</summary>
    internal Diagnostic? EngineDiagnostic(string id, TextSpan span, params (string Name, string? Value)[] arguments)
    {
        var rule = _catalog[id].Descriptor;
        var severity = _settings.Only is null ? _settings.SeverityOf(rule) : rule.DefaultSeverity;
        return severity < _settings.MinSeverity || severity == Severity.Off
            ? null
            : new Diagnostic { Rule = rule, Severity = severity, Span = span, Message = rule.Message.Format("", arguments) };
    }

    private static int Compare(Diagnostic a, Diagnostic b)
    {
        var order = a.Span.CompareTo(b.Span);
        if (order == 0)
            order = string.CompareOrdinal(a.Rule.Id, b.Rule.Id);
        return order != 0 ? order : string.CompareOrdinal(a.Message, b.Message);
    }

    private void AddEncoding(Document document, List<Diagnostic> found)
    {
        var source = document.Source;
        var problem = source.InvalidSequences.Count > 0
            ? $"{source.InvalidSequences.Count} invalid {(source.InvalidSequences.Count == 1 ? "sequence" : "sequences")} for {Name(source.Encoding)}; the first is byte 0x{source.InvalidSequences[0].Value:X2} at offset {source.InvalidSequences[0].ByteOffset}"
            : source.EncodingIsGuessed ? $"no byte-order mark; read as {Name(source.Encoding)} for its pattern of zero bytes" : null;
        if (problem is not null && EngineDiagnostic("CL0006", source.InvalidSequences.Count > 0 ? source.InvalidSequences[0].Span : default, ("problem", problem)) is { } diagnostic)
            found.Add(diagnostic);

        static string Name(SourceEncoding encoding) => encoding switch
        {
            SourceEncoding.Utf8 => "UTF-8",
            SourceEncoding.Utf16LittleEndian => "UTF-16 (little endian)",
            _ => "UTF-16 (big endian)",
        };
    }

    /// <summary>Rules that run together, with their triggers by lexicon.</summary>
    private sealed class Phase(int lexicons)
    {
        public List<(RuleDescriptor Rule, Severity Severity)> Rules { get; } = [];

        public List<(int Rule, Action<WordsContext> Action)>?[] Words { get; } = new List<(int, Action<WordsContext>)>?[lexicons];

        public List<(int Rule, int Slot, Action<SentenceContext> Action)>?[] Sentences { get; } = new List<(int, int, Action<SentenceContext>)>?[lexicons];

        public List<(int Rule, int Slot, BlockKinds Kinds, Action<BlockContext> Action)>?[] Blocks { get; } = new List<(int, int, BlockKinds, Action<BlockContext>)>?[lexicons];

        public List<(int Rule, Action<ReportContext> Action)> EachDocument { get; } = [];

        public List<(int Rule, BlockKinds Kinds, Action<BlockContext> Action)> EachBlock { get; } = [];

        public List<(int Rule, Action<SentenceContext> Action)> EachSentence { get; } = [];

        public List<(int Rule, Action<QuotationContext> Action)> EachQuotation { get; } = [];

        /// <summary>Number of actions that run once a sentence or block, for which a run remembers the last.</summary>
        public int Slots { get; private set; }

        public void Add(RuleDescriptor rule, Severity severity, AnalysisContext context)
        {
            var index = Rules.Count;
            Rules.Add((rule, severity));
            foreach (var (lexicon, action) in context.WordsActions)
                (Words[lexicon] ??= []).Add((index, action));
            foreach (var (triggers, action) in context.SentenceTriggers)
            {
                foreach (var lexicon in triggers)
                    (Sentences[lexicon] ??= []).Add((index, Slots, action));
                Slots++;
            }

            foreach (var (triggers, kinds, action) in context.BlockTriggers)
            {
                foreach (var lexicon in triggers)
                    (Blocks[lexicon] ??= []).Add((index, Slots, kinds, action));
                Slots++;
            }

            EachDocument.AddRange(context.DocumentActions.Select(a => (index, a)));
            EachBlock.AddRange(context.BlockActions.Select(a => (index, a.Kinds, a.Action)));
            EachSentence.AddRange(context.SentenceActions.Select(a => (index, a)));
            EachQuotation.AddRange(context.QuotationActions.Select(a => (index, a)));
        }
    }

    /// <summary>One phase over one document.</summary>
    private sealed class PhaseRun(Phase phase, Analysis analysis, List<Diagnostic> found, Linter linter)
    {
        private readonly ReportContext?[] _contexts = new ReportContext?[phase.Rules.Count];
        private readonly Action<Diagnostic> _add = found.Add;
        private readonly bool[] _failed = new bool[phase.Rules.Count];
        private readonly int[] _last = new int[phase.Slots];

        public void Run()
        {
            if (phase.Rules.Count == 0)
                return;
            Array.Fill(_last, -1);
            foreach (var block in analysis.Document.Blocks)
            {
                if (!analysis.IsResidue(block.Index))
                    RunBlock(block);
            }

            if (phase.EachQuotation.Count > 0)
            {
                foreach (var quotation in analysis.Quotations.All)
                {
                    foreach (var (rule, action) in phase.EachQuotation)
                        Invoke(rule, action, new QuotationContext(ContextOf(rule), quotation));
                }
            }

            foreach (var (rule, action) in phase.EachDocument)
                Invoke(rule, action, ContextOf(rule));
        }

        private void RunBlock(Block block)
        {
            var (first, end) = analysis.MatchesOf(block.Index);
            for (var i = first; i < end && !analysis.IsResidue(block.Index); i++)
            {
                var match = analysis.Matches[i];
                if (match.Entry.IsAllowed)
                    continue;
                if (phase.Words[match.Lexicon] is { } wordsActions)
                {
                    foreach (var (rule, action) in wordsActions)
                        Invoke(rule, action, new WordsContext(ContextOf(rule), match));
                }

                if (phase.Sentences[match.Lexicon] is { } sentenceActions)
                {
                    var sentence = analysis.SentenceAt(match.FirstToken);
                    foreach (var (rule, slot, action) in sentenceActions)
                    {
                        if (_last[slot] == sentence)
                            continue;
                        _last[slot] = sentence;
                        Invoke(rule, action, new SentenceContext(ContextOf(rule), sentence));
                    }
                }

                if (phase.Blocks[match.Lexicon] is { } blockActions)
                {
                    foreach (var (rule, slot, kinds, action) in blockActions)
                    {
                        if (_last[slot] == block.Index || !kinds.Has(block.Kind))
                            continue;
                        _last[slot] = block.Index;
                        Invoke(rule, action, new BlockContext(ContextOf(rule), block));
                    }
                }
            }

            foreach (var (rule, kinds, action) in phase.EachBlock)
            {
                if (kinds.Has(block.Kind) && !analysis.IsResidue(block.Index))
                    Invoke(rule, action, new BlockContext(ContextOf(rule), block));
            }

            if (phase.EachSentence.Count == 0)
                return;
            var (firstSentence, endSentence) = analysis.SentencesOf(block.Index);
            for (var sentence = firstSentence; sentence < endSentence; sentence++)
            {
                foreach (var (rule, action) in phase.EachSentence)
                    Invoke(rule, action, new SentenceContext(ContextOf(rule), sentence));
            }
        }

        private ReportContext ContextOf(int rule) =>
            _contexts[rule] ??= new ReportContext(phase.Rules[rule].Rule, phase.Rules[rule].Severity, analysis, _add);

        private void Invoke<T>(int rule, Action<T> action, T context)
            where T : ReportContext
        {
            if (_failed[rule])
                return;
            try
            {
                action(context);
            }
            catch (PatternTimedOutException exception)
            {
                AddEngine("CL0007", ("rule", phase.Rules[rule].Rule.Id), ("problem", exception.Message));
            }
#pragma warning disable CA1031 // Whatever an analyzer throws costs its own findings in this file, never the run.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                var descriptor = phase.Rules[rule].Rule;
                _failed[rule] = true;
                found.RemoveAll(d => d.Rule == descriptor);
                AddEngine("CL0002", ("rule", $"{descriptor.Id} {descriptor.Name}"), ("problem", $"{exception.GetType().Name}: {exception.Message}"));
            }
        }

        private void AddEngine(string id, params (string, string?)[] arguments)
        {
            if (linter.EngineDiagnostic(id, default, arguments) is { } diagnostic)
                found.Add(diagnostic);
        }
    }
}
