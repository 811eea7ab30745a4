using Copylint.Analysis;
using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Linting.Corpus;
using Copylint.Linting.Fixes;
using Copylint.Linting.Suppressions;
using Copylint.Matchers;
using Copylint.Text;

namespace Copylint.Linting;

/// <summary>
/// Runs rules over documents. Made once for a run; safe for concurrent use. Rules that find page residue run first, and
/// the others do not see the blocks that
/// they find. A rule is called only where its triggers are.
/// </summary>
public sealed class Linter
{
    private readonly RuleCatalog _catalog;
    private readonly LintSettings _settings;
    private readonly Phase _residue;
    private readonly Phase _content;

    /// <summary>Registers the rules that the settings leave on.</summary>
    /// <exception cref="InvalidOperationException">An analyzer cannot be initialised; the message names the
    /// rule.</exception>
    public Linter(RuleCatalog catalog, LintSettings settings)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(settings);
        _catalog = catalog;
        _settings = settings;
        WantedLexicons = new bool[catalog.Lexicons.Count];
        _residue = new Phase(catalog.Lexicons.Count);
        _content = new Phase(catalog.Lexicons.Count);
        foreach (var rule in catalog.Rules)
        {
            var severity = settings.SeverityOf(rule.Descriptor);
            if (rule.CreateAnalyzer is null || (severity == Severity.Off && !rule.Descriptor.MarksResidue))
                continue;
            var options = settings.Rules.TryGetValue(rule.Descriptor.Id, out var setting)
                ? setting.Options
                : new Dictionary<string, string>();
            var context = new AnalysisContext(rule.Descriptor, catalog.Lexicons, options);
            try
            {
                rule.CreateAnalyzer().Initialize(context);
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException)
            {
                throw new InvalidOperationException(
                    $"rule {rule.Descriptor.Id} cannot start: {exception.Message}",
                    exception
                );
            }

            (rule.Descriptor.MarksResidue ? _residue : _content).Add(rule.Descriptor, severity, context);
            foreach (var lexicon in context.AskedLexicons)
                WantedLexicons[lexicon] = true;
        }

        foreach (var lexicon in catalog.Resources.OwnLexicons)
            WantedLexicons[lexicon] = true;
    }

    /// <summary>The rules, as the linter was made with them.</summary>
    public RuleCatalog Catalog => _catalog;

    /// <summary>The settings, as the linter was made with them.</summary>
    public LintSettings Settings => _settings;

    /// <summary>For each lexicon whether a rule or the engine looks at its matches.</summary>
    internal bool[] WantedLexicons { get; }

    /// <summary>Lints one document.</summary>
    /// <returns>The findings at or above the least severity, in order of place, then of rule id.</returns>
    public IReadOnlyList<Diagnostic> Lint(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var analysis = new DocumentAnalysis(document, _catalog.Resources, WantedLexicons);
        return Lint(analysis);
    }

    internal IReadOnlyList<Diagnostic> Lint(DocumentAnalysis analysis) => FixGate.Judge(analysis, Find(analysis));

    /// <summary>The findings with the fixes that the rules propose, before the gate has seen them.</summary>
    internal List<Diagnostic> Find(DocumentAnalysis analysis)
    {
        var found = new List<Diagnostic>();
        AddEncoding(analysis.Document, found);
        foreach (var problem in analysis.Document.Problems)
        {
            if (OfProblem(problem) is { } diagnostic)
                found.Add(diagnostic);
        }

        if (LanguageNotice(analysis) is { } notice)
            found.Add(notice);
        new PhaseRun(_residue, analysis, found, this).Run();
        analysis.EndResidue();
        new PhaseRun(_content, analysis, found, this).Run();
        AddTime(analysis, found);
        found.RemoveAll(d => d.Severity < _settings.MinSeverity);
        found.Sort(Compare);
        RemoveRepeated(found);
        RemoveRepeatedWords(found);
        return found;
    }

    // A word in the lists of two rules of a family ("humiliating" as adjective and as verb, "fake" and "fake news") is
    // one finding: the more severe, then the longer, then the first.
    private static void RemoveRepeatedWords(List<Diagnostic> found)
    {
        var kept = -1;
        var isGone = new bool[found.Count];
        for (var i = 0; i < found.Count; i++)
        {
            if (!found[i].IsOfWord)
                continue;
            if (
                kept < 0
                || found[kept].Rule.Family != found[i].Rule.Family
                || !found[kept].Span.Overlaps(found[i].Span)
            )
            {
                kept = i;
                continue;
            }

            var isMore =
                found[i].Severity != found[kept].Severity
                    ? found[i].Severity > found[kept].Severity
                    : found[i].Span.Length > found[kept].Span.Length;
            isGone[isMore ? kept : i] = true;
            if (isMore)
                kept = i;
        }

        Compact(found, i => isGone[i]);
    }

    // The same rule at the same place: the first.
    private static void RemoveRepeated(List<Diagnostic> found)
    {
        var isGone = new bool[found.Count];
        for (var i = 1; i < found.Count; i++)
            isGone[i] = found[i].Span == found[i - 1].Span && found[i].Rule == found[i - 1].Rule;
        Compact(found, i => isGone[i]);
    }

    // In one sweep: to take thousands out one by one moves the rest each time.
    private static void Compact(List<Diagnostic> found, Func<int, bool> isGone)
    {
        var kept = 0;
        for (var i = 0; i < found.Count; i++)
        {
            if (!isGone(i))
                found[kept++] = found[i];
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    private Diagnostic? OfProblem(DocumentProblem problem)
    {
        var diagnostic = problem.Kind switch
        {
            ProblemKind.FrontMatter => EngineDiagnostic("CL0008", problem.Span, ("problem", Capital(problem.Message))),
            ProblemKind.OutsideArticle => EngineDiagnostic("CL0009", problem.Span, ("problem", problem.Message)),
            _ => EngineDiagnostic("CL0001", problem.Span, ("extent", "in full"), ("problem", problem.Message)),
        };
        if (diagnostic is null)
            return null;
        var most = problem.IsNote ? Severity.Suggestion : Severity.Warning;
        return diagnostic with { Severity = diagnostic.Severity < most ? diagnostic.Severity : most };
    }

    private Diagnostic? LanguageNotice(DocumentAnalysis analysis)
    {
        var languages = analysis.Languages;
        if (!languages.IsTold)
            return null;
        var (document, first) = (analysis.Document, languages.FirstForeign);
        var place =
            languages.IsDeclared || first is null
                ? document.Metadata[MetadataKey.Language]?.Span ?? default
                : document.ToSource(analysis.Tokens[analysis.TokensOf(first.Index).First].Span);
        return EngineDiagnostic("CL0010", place, ("problem", languages.Problem));
    }

    private static string Capital(string message) => char.ToUpperInvariant(message[0]) + message[1..];

    /// <summary>A finding of the engine itself, or null when its rule is off.</summary>
    internal Diagnostic? EngineDiagnostic(string id, TextSpan span, params (string Name, string? Value)[] arguments)
    {
        var rule = _catalog[id].Descriptor;
        var severity = _settings.Only is null ? _settings.SeverityOf(rule) : rule.DefaultSeverity;
        return severity < _settings.MinSeverity || severity == Severity.Off
            ? null
            : new Diagnostic
            {
                Rule = rule,
                Severity = severity,
                Span = span,
                Message = rule.Message.Format("", arguments),
            };
    }

    // What the suppressions of a file deserve themselves, once they were held against its findings.
    internal List<Diagnostic> Judge(Document document, List<Suppression> suppressions)
    {
        var found = new List<Diagnostic>();
        foreach (var suppression in suppressions)
        {
            var wrong = suppression.Names.FirstOrDefault(n => _catalog.Select(n).Count == 0);
            if (
                suppression.IsUnused(Ran)
                && EngineDiagnostic(
                    "CL0003",
                    suppression.Mark,
                    ("written", suppression.Written),
                    (
                        "hint",
                        suppression.Slip
                            ?? (wrong is null ? null : $"no rule is called '{wrong}'{_catalog.HintFor(wrong)}")
                    )
                )
                    is { } unused
            )
            {
                // Of a slip somebody has to say what was meant.
                Fix[] fixes = suppression is { IsComment: true, Slip: null }
                    ?
                    [
                        new Fix(
                            "Delete the comment",
                            true,
                            [new TextEdit(BlockExtent.OfMark(document.Source, suppression.Mark), "")]
                        ),
                    ]
                    : [];
                found.Add(unused with { Fixes = fixes });
            }

            if (
                suppression.Reason is null
                && EngineDiagnostic("CL0004", suppression.Mark, ("written", suppression.Written)) is { } bare
            )
                found.Add(bare);
        }

        return found;

        // Lines of many files are judged after the last file; whether they are suppressed is not known here.
        bool Ran(string id) =>
            _settings.Only is null
            && (
                id.Length == 0
                || (
                    id != RepeatedLines.RuleId
                    && _catalog[id].Descriptor is var rule
                    && _settings.SeverityOf(rule) >= _settings.MinSeverity
                )
            );
    }

    private static int Compare(Diagnostic a, Diagnostic b)
    {
        var order = a.Span.CompareTo(b.Span);
        if (order == 0)
            order = string.CompareOrdinal(a.Rule.Id, b.Rule.Id);
        return order != 0 ? order : string.CompareOrdinal(a.Message, b.Message);
    }

    private void AddTime(DocumentAnalysis analysis, List<Diagnostic> found)
    {
        var problem = $"It took longer than {analysis.Time.Limit.TotalSeconds:0.##} s and was not linted to its end";
        if (analysis.Time.IsOver && EngineDiagnostic("CL0007", default, ("problem", problem)) is { } diagnostic)
            found.Add(diagnostic);
    }

    private void AddEncoding(Document document, List<Diagnostic> found)
    {
        var source = document.Source;
        var problem =
            source.InvalidSequences.Count > 0
                ? $"{source.InvalidSequences.Count} invalid {(source.InvalidSequences.Count == 1 ? "sequence" : "sequences")} for {Name(source.Encoding)}; the first is byte 0x{source.InvalidSequences[0].Value:X2} at offset {source.InvalidSequences[0].ByteOffset}"
            : source is { EncodingIsGuessed: true, Encoding: SourceEncoding.Windows1252 }
                ? "no UTF-8; read as Windows-1252, whose quotation marks and dashes it holds. Save it as UTF-8"
            : source.EncodingIsGuessed
                ? $"no byte-order mark; read as {Name(source.Encoding)} for its pattern of zero bytes"
            : null;
        if (
            problem is not null
            && EngineDiagnostic(
                "CL0006",
                source.InvalidSequences.Count > 0 ? source.InvalidSequences[0].Span
                    : source.Encoding == SourceEncoding.Windows1252
                        ? new TextSpan(source.Text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F'), 1)
                    : default,
                ("problem", problem)
            )
                is { } diagnostic
        )
            found.Add(diagnostic);

        static string Name(SourceEncoding encoding) =>
            encoding switch
            {
                SourceEncoding.Utf8 => "UTF-8",
                SourceEncoding.Utf16LittleEndian => "UTF-16 (little endian)",
                _ => "UTF-16 (big endian)",
            };
    }

    /// <summary>Rules that run together, with their triggers by lexicon.</summary>
    private sealed class Phase(int lexicons)
    {
        public List<RuleInPhase> Rules { get; } = [];

        public List<Step<WordsContext>>?[] Words { get; } = new List<Step<WordsContext>>?[lexicons];

        public List<Step<SentenceContext>>?[] Sentences { get; } = new List<Step<SentenceContext>>?[lexicons];

        public List<Step<BlockContext>>?[] Blocks { get; } = new List<Step<BlockContext>>?[lexicons];

        public List<Step<ReportContext>> EachDocument { get; } = [];

        public List<Step<BlockContext>> EachBlock { get; } = [];

        public List<Step<SentenceContext>> EachSentence { get; } = [];

        public List<Step<QuotationContext>> EachQuotation { get; } = [];

        /// <summary>For each lexicon whether an entry of it makes any rule of the phase run.</summary>
        public bool[] IsTrigger { get; } = new bool[lexicons];

        /// <summary>Number of actions that run once a sentence or block, for which a run remembers the last.</summary>
        public int Slots { get; private set; }

        public void Add(RuleDescriptor rule, Severity severity, AnalysisContext context)
        {
            var index = Rules.Count;
            Rules.Add(new RuleInPhase(rule, severity));
            foreach (var trigger in context.WordsActions)
            {
                (Words[trigger.Lexicon] ??= []).Add(new Step<WordsContext>(index, trigger.Action));
                IsTrigger[trigger.Lexicon] = true;
            }

            foreach (var trigger in context.SentenceTriggers)
            {
                foreach (var lexicon in trigger.Lexicons)
                {
                    (Sentences[lexicon] ??= []).Add(new Step<SentenceContext>(index, trigger.Action, Slots));
                    IsTrigger[lexicon] = true;
                }

                Slots++;
            }

            foreach (var trigger in context.BlockTriggers)
            {
                foreach (var lexicon in trigger.Lexicons)
                {
                    (Blocks[lexicon] ??= []).Add(
                        new Step<BlockContext>(index, trigger.Action, Slots, trigger.Kinds, trigger.MaxLength)
                    );
                    IsTrigger[lexicon] = true;
                }

                Slots++;
            }

            foreach (var action in context.DocumentActions)
                EachDocument.Add(new Step<ReportContext>(index, action));
            foreach (var action in context.BlockActions)
                EachBlock.Add(
                    new Step<BlockContext>(index, action.Action, Kinds: action.Kinds, MaxLength: action.MaxLength)
                );
            foreach (var action in context.SentenceActions)
                EachSentence.Add(new Step<SentenceContext>(index, action));
            foreach (var action in context.QuotationActions)
                EachQuotation.Add(new Step<QuotationContext>(index, action));
        }
    }

    private sealed record RuleInPhase(RuleDescriptor Rule, Severity Severity);

    // An action of a rule; the slot is for one that runs once a sentence or block.
    private sealed record Step<T>(
        int Rule,
        Action<T> Action,
        int Slot = 0,
        BlockKinds Kinds = default,
        int MaxLength = int.MaxValue
    );

    /// <summary>One phase over one document.</summary>
    private sealed class PhaseRun(Phase phase, DocumentAnalysis analysis, List<Diagnostic> found, Linter linter)
    {
        private readonly ReportContext?[] _contexts = new ReportContext?[phase.Rules.Count];
        private readonly Action<Diagnostic> _add = found.Add;
        private readonly SharedTexts _messages = new();
        private readonly bool[] _failed = new bool[phase.Rules.Count];
        private HashSet<RuleDescriptor>? _timedOut;
        private HashSet<Delegate>? _givenUp;
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
                    foreach (var step in phase.EachQuotation)
                        Invoke(step, new QuotationContext(ContextOf(step.Rule), quotation));
                }
            }

            foreach (var step in phase.EachDocument)
                Invoke(step, ContextOf(step.Rule));
        }

        private void RunBlock(Block block)
        {
            var (first, end) = analysis.MatchesOf(block.Index);
            var matches = analysis.MatchSpan;
            for (var i = first; i < end && !analysis.IsResidue(block.Index); i++)
            {
                ref readonly var match = ref matches[i];
                if (
                    !phase.IsTrigger[match.Lexicon]
                    || match.Entry.IsAllowed
                    || match.Entry.Neighbours?.Admit(analysis, match) == false
                )
                    continue;
                if (phase.Words[match.Lexicon] is { } wordsActions)
                {
                    foreach (var step in wordsActions)
                        Invoke(step, new WordsContext(ContextOf(step.Rule), match));
                }

                if (phase.Sentences[match.Lexicon] is { } sentenceActions)
                {
                    var sentence = analysis.SentenceAt(match.FirstToken);
                    foreach (var step in sentenceActions)
                    {
                        if (_last[step.Slot] == sentence)
                            continue;
                        _last[step.Slot] = sentence;
                        Invoke(step, new SentenceContext(ContextOf(step.Rule), sentence));
                    }
                }

                if (phase.Blocks[match.Lexicon] is { } blockActions)
                {
                    foreach (var step in blockActions)
                    {
                        if (
                            _last[step.Slot] == block.Index
                            || block.Length > step.MaxLength
                            || !step.Kinds.Has(block.Kind)
                        )
                            continue;
                        _last[step.Slot] = block.Index;
                        Invoke(step, new BlockContext(ContextOf(step.Rule), block));
                    }
                }
            }

            foreach (var step in phase.EachBlock)
            {
                if (block.Length <= step.MaxLength && step.Kinds.Has(block.Kind) && !analysis.IsResidue(block.Index))
                    Invoke(step, new BlockContext(ContextOf(step.Rule), block));
            }

            if (phase.EachSentence.Count == 0)
                return;
            var (firstSentence, endSentence) = analysis.SentencesOf(block.Index);
            for (var sentence = firstSentence; sentence < endSentence; sentence++)
            {
                foreach (var step in phase.EachSentence)
                    Invoke(step, new SentenceContext(ContextOf(step.Rule), sentence));
            }
        }

        private ReportContext ContextOf(int rule) =>
            _contexts[rule] ??= new ReportContext(
                phase.Rules[rule].Rule,
                phase.Rules[rule].Severity,
                analysis,
                _add,
                _messages
            );

        private void Invoke<T>(Step<T> step, T context)
            where T : ReportContext
        {
            var rule = step.Rule;
            if (_failed[rule] || analysis.Time.IsOver || _givenUp?.Contains(step.Action) == true)
                return;
            try
            {
                step.Action(context);
            }
            catch (PatternTimedOutException exception)
            {
                if (exception.IsGivenUp)
                    (_givenUp ??= []).Add(step.Action);
                if ((_timedOut ??= []).Add(phase.Rules[rule].Rule))
                    AddEngine("CL0007", phase.Rules[rule].Rule, exception.Message);
            }
#pragma warning disable CA1031 // Whatever an analyzer throws costs its own findings in this file, never the run.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                var descriptor = phase.Rules[rule].Rule;
                _failed[rule] = true;
                found.RemoveAll(d => d.Rule == descriptor);
                AddEngine("CL0002", descriptor, $"{exception.GetType().Name}: {exception.Message}");
            }
        }

        private void AddEngine(string id, RuleDescriptor about, string problem)
        {
            if (
                linter.EngineDiagnostic(id, default, ("rule", $"{about.Id} {about.Name}"), ("problem", problem)) is
                { } diagnostic
            )
                found.Add(diagnostic with { About = about });
        }
    }
}
