using Copylint.Analysis.Figures;
using Copylint.Analysis.Names;
using Copylint.Analysis.Speech;
using Copylint.Analysis.Time;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Analysis;

/// <summary>
/// What the engine knows of one document. Tokens, sentences and lexicon matches are made at once, in one pass; the rest
/// when a rule first asks for it.
/// Used by one thread; the token array goes back to its pool on disposal.
/// </summary>
public sealed class DocumentAnalysis : IDisposable
{
    private const int LeadParagraphs = 2;

    // How many times the copy is searched through for lines of the page: an article has a dozen such lines. More is a
    // file made to take long.
    private const int SearchedShare = 200;

    // How many times quotations are found anew as residue comes to light; from then on once, at the end. Pages have a
    // dozen pieces of it.
    private const int MaxRereadings = 100;

    private readonly TokenList _tokens;
    private readonly List<Sentence> _sentences;
    private readonly List<LexiconMatch> _matches;
    private readonly List<int> _timeTriggers = [];
    private readonly BlockParts[] _parts;
    private readonly bool[] _residue;

    // Stands at the first token of a sentence that nobody asked about yet.
    private const PartOfSpeech Untagged = (PartOfSpeech)byte.MaxValue;

    // One for each token of the document: readers of time and of speech ask about the same sentences in turn.
    private PartOfSpeech[]? _tags;
    private int _firstTokenOfCues = -1;
    private SentenceCues _cues;
    private int _sentenceOfFrames = -1;
    private SentenceFrames? _frames;
    private Dictionary<Func<DocumentAnalysis, int, bool>, (int Sentence, bool Answer)>? _answers;
    private int? _lastLeadBlock;
    private (int First, int Last)? _bodyText;
    private Dictionary<string, bool>? _said;
    private List<TextSpan>? _bodySpans;
    private long _searched;
    private int _rereadings;
    private IReadOnlyList<Attribution>? _attributions;
    private bool _isDated;
    private Dating? _dating;
    private CopyLanguages? _languages;
    private Quotations? _quotations;
    private Quantities? _quantities;
    private IReadOnlyList<TimeExpression>? _timeExpressions;
    private NameTable? _names;

    /// <summary>Analyses a document.</summary>
    public DocumentAnalysis(Document document, AnalysisResources resources)
        : this(document, resources, []) { }

    /// <summary>Analyses a document for rules that need the matches of some lexicons only; the others are known by the
    /// classes of their words.</summary>
    /// <param name="document">The document.</param>
    /// <param name="resources">The word lists and events.</param>
    /// <param name="wanted">For each lexicon whether its matches are kept; empty for all.</param>
    internal DocumentAnalysis(Document document, AnalysisResources resources, ReadOnlySpan<bool> wanted)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(resources);
        Document = document;
        Resources = resources;
        _tokens = new TokenList(document.Text.Length / 4 + 16);
        _sentences = new List<Sentence>(document.Text.Length / 120 + 4);
        _matches = new List<LexiconMatch>(document.Text.Length / 64 + 4);
        _parts = new BlockParts[document.Blocks.Count];
        _residue = new bool[document.Blocks.Count];
        foreach (var block in document.Blocks)
        {
            int firstToken = _tokens.Count,
                firstSentence = _sentences.Count,
                firstMatch = _matches.Count;
            Tokenizer.Tokenize(document.Text, block.Span, Vocabulary, _tokens);
            SentenceSplitter.Split(
                document.Text,
                block.Index,
                _tokens.Items,
                firstToken,
                _tokens.Count,
                Vocabulary,
                _sentences
            );
            resources.Automaton.Walk(
                document.Text,
                _tokens.Items,
                firstToken,
                _tokens.Count,
                _matches,
                _timeTriggers,
                wanted
            );
            _parts[block.Index] = new BlockParts(
                new TokenRange(firstToken, _tokens.Count),
                firstSentence,
                _sentences.Count,
                firstMatch,
                _matches.Count
            );
        }
    }

    private readonly record struct BlockParts(
        TokenRange Tokens,
        int FirstSentence,
        int EndSentence,
        int FirstMatch,
        int EndMatch
    );

    /// <summary>The document.</summary>
    public Document Document { get; }

    /// <summary>The time that the file may take.</summary>
    public FileTime Time { get; internal init; } = new(FileTime.Default);

    /// <summary>The word lists and events that the analysis was made with.</summary>
    public AnalysisResources Resources { get; }

    /// <summary>The words that some list knows.</summary>
    public Vocabulary Vocabulary => Resources.Automaton.Vocabulary;

    /// <summary>All tokens in reading order.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens.Items;

    /// <summary>All sentences in reading order.</summary>
    public IReadOnlyList<Sentence> Sentences => _sentences;

    /// <summary>Every place where an entry stands of a lexicon that a rule asked for, in order of its last
    /// token.</summary>
    public IReadOnlyList<LexiconMatch> Matches => _matches;

    /// <summary>The same without a copy for each.</summary>
    internal ReadOnlySpan<LexiconMatch> MatchSpan => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_matches);

    /// <summary>The indexes of the tokens that an expression of time can stand at.</summary>
    internal IReadOnlyList<int> TimeTriggers => _timeTriggers;

    /// <summary>The languages that the copy is written in, found when first asked for.</summary>
    public CopyLanguages Languages => _languages ??= CopyLanguages.Of(this);

    /// <summary>The quotations, found when first asked for.</summary>
    public Quotations Quotations => _quotations ??= Quotations.Find(this);

    /// <summary>The figures, found when first asked for.</summary>
    public Quantities Quantities => _quantities ??= QuantityReader.Read(this);

    /// <summary>Who and what is named where, found when first asked for.</summary>
    public NameTable Names => _names ??= NameReader.Read(this, NameWords.All);

    /// <summary>The expressions of time in reading order, found when first asked for.</summary>
    public IReadOnlyList<TimeExpression> TimeExpressions => _timeExpressions ??= TimeExpressionReader.Read(this);

    /// <summary>
    /// The part of speech of the token at an index, by the words around it; <see cref="PartOfSpeech.Fixed"/> for what
    /// is neither noun, verb, adjective nor adverb. The
    /// sentence is tagged when first asked for, so ask only where a trigger stands.
    /// </summary>
    public PartOfSpeech PartOfSpeechAt(int token)
    {
        var index = SentenceAt(token);
        var sentence = _sentences[index];
        if (_tags is null)
        {
            _tags = System.Buffers.ArrayPool<PartOfSpeech>.Shared.Rent(Math.Max(1, Tokens.Length));
            _tags.AsSpan(0, Tokens.Length).Fill(Untagged);
        }

        if (_tags[sentence.FirstToken] == Untagged)
            PartOfSpeechTagger.Tag(
                Document.Text,
                Tokens.Slice(sentence.FirstToken, sentence.TokenCount),
                Vocabulary,
                _tags.AsSpan(sentence.FirstToken, sentence.TokenCount)
            );
        return _tags[token];
    }

    /// <summary>Who says what, in reading order, found when first asked for.</summary>
    public IReadOnlyList<Attribution> Attributions => _attributions ??= AttributionReader.Read(this);

    /// <summary>The date of publication held against what the copy tells; null where there is none. Found when first
    /// asked for.</summary>
    public Dating? Dating
    {
        get
        {
            if (!_isDated)
                (_isDated, _dating) = (true, Dating.Of(this));
            return _dating;
        }
    }

    /// <summary>Index of the last block of the lead: of the second paragraph of some length, with what stands before
    /// it.</summary>
    internal int LastLeadBlock => _lastLeadBlock ??= FindLastLeadBlock();

    /// <summary>Indexes of the first and last paragraph of running text; just after the last block and -1 where there
    /// is none.</summary>
    internal (int First, int Last) BodyText => _bodyText ??= FindBodyText();

    /// <summary>Whether a paragraph of running text holds a phrase, in any case. An answer is kept: the lines of a page
    /// that ask are few, and stand often.</summary>
    internal bool SaysInBody(ReadOnlySpan<char> phrase)
    {
        var lookup = (_said ??= []).GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(phrase, out var said))
        {
            foreach (var span in _bodySpans ??= [.. Document.Blocks.Where(IsBodyText).Select(b => b.Span)])
            {
                if (said || _searched > SearchedShare * (long)Document.Text.Length + 100_000)
                    break;
                _searched += span.Length;
                said = span.In(Document.Text).Contains(phrase, StringComparison.OrdinalIgnoreCase);
            }

            lookup[phrase] = said;
        }

        return said;
    }

    /// <summary>What the words of a sentence say of its time; kept for the sentence asked for last.</summary>
    internal SentenceCues CuesOf(Sentence sentence)
    {
        if (_firstTokenOfCues != sentence.FirstToken)
            (_firstTokenOfCues, _cues) = (sentence.FirstToken, SentenceCues.Of(this, sentence));
        return _cues;
    }

    /// <summary>The answer to a question about a sentence; kept for the sentence asked for last, since many words and
    /// quotations of one sentence ask the same.</summary>
    /// <param name="question">A method without state.</param>
    /// <param name="sentence">Index of the sentence.</param>
    public bool Ask(Func<DocumentAnalysis, int, bool> question, int sentence)
    {
        ArgumentNullException.ThrowIfNull(question);
        _answers ??= [];
        if (!_answers.TryGetValue(question, out var known) || known.Sentence != sentence)
            _answers[question] = known = (sentence, question(this, sentence));
        return known.Answer;
    }

    /// <summary>Where somebody speaks in a sentence; kept for the sentence asked for last.</summary>
    internal SentenceFrames FramesOf(int sentence)
    {
        if (_sentenceOfFrames != sentence || _frames is null)
            (_sentenceOfFrames, _frames) = (sentence, new SentenceFrames(this, _sentences[sentence]));
        return _frames;
    }

    /// <summary>A number that is the same for the same word in any case: its number in the <see cref="Vocabulary"/>, or
    /// a hash of its letters.</summary>
    internal int WordKey(int token) =>
        Tokens[token].WordId is not 0 and var word
            ? word
            : (int)(TransitionTable.Spread(Vocabulary.KeyOf(TextOf(token))) >> 32);

    /// <summary>The text of a token.</summary>
    public ReadOnlySpan<char> TextOf(in Token token) => Document.Text.AsSpan(token.Start, token.Length);

    /// <summary>The text of the token at an index.</summary>
    public ReadOnlySpan<char> TextOf(int token) => TextOf(Tokens[token]);

    /// <summary>The normalised form of a token's text: lower case, straight apostrophes, a long dash or ellipsis as one
    /// mark.</summary>
    public string NormalisedFormOf(int token)
    {
        var text = TextOf(token);
        return Tokens[token].Kind switch
        {
            TokenKind.Dash => "–",
            TokenKind.Stop when text.Length > 1 => "…",
            TokenKind.OpenQuote or TokenKind.CloseQuote or TokenKind.StraightQuote => "\"",
            TokenKind.OpenSingleQuote or TokenKind.CloseSingleQuote or TokenKind.StraightSingleQuote => "'",
            _ => string.Create(text.Length, text, static (into, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                    into[i] = Vocabulary.Fold(from[i]);
            }),
        };
    }

    /// <summary>The value of a token that is a number in digits or a number word below a hundred (<c>1,237</c>,
    /// <c>30th</c>, <c>twelve</c>, <c>third</c>); null for any other.</summary>
    public double? NumberValueOf(int token) =>
        TextOf(token) is "a" or "A" or "an" or "An" ? null : Numbers.Value(TextOf(token), Tokens[token]);

    /// <summary>The span from the first token of a range to its last; an empty one of a range without tokens.</summary>
    public TextSpan SpanOf(TokenRange range) =>
        range.Count <= 0
            ? new TextSpan(range.First < _tokens.Count ? Tokens[range.First].Start : Document.Text.Length, 0)
            : TextSpan.FromBounds(Tokens[range.First].Start, Tokens[range.End - 1].End);

    /// <summary>The tokens of a block.</summary>
    public TokenRange TokensOf(int block) => _parts[block].Tokens;

    /// <summary>The indexes of the sentences of a block: first, and just after the last.</summary>
    public (int First, int End) SentencesOf(int block) => (_parts[block].FirstSentence, _parts[block].EndSentence);

    /// <summary>The indexes of the lexicon matches in a block: first, and just after the last.</summary>
    public (int First, int End) MatchesOf(int block) => (_parts[block].FirstMatch, _parts[block].EndMatch);

    /// <summary>The indexes of the lexicon matches that end in a range of tokens: first, and just after the last. One
    /// can begin before the range.</summary>
    public (int First, int End) MatchesIn(TokenRange range) =>
        (FirstMatchEndingAfter(range.First), FirstMatchEndingAfter(range.End));

    /// <summary>Whether a block was found to be residue of the page and no part of the article.</summary>
    public bool IsResidue(int block) => _residue[block];

    /// <summary>Index of the sentence that holds a token.</summary>
    public int SentenceAt(int token)
    {
        int low = 0,
            high = _sentences.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_sentences[middle].FirstToken <= token)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    /// <summary>Index of the first token that begins at a place of the text or after it; the number of tokens when none
    /// does.</summary>
    public int TokenFromPosition(int position) => Bisection.First(_tokens.Count, i => Tokens[i].Start >= position);

    /// <summary>Index of the sentence that a place of the text lies in; the one before it for a place between
    /// sentences.</summary>
    public int SentenceAtPosition(int position)
    {
        int low = 0,
            high = _sentences.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_sentences[middle].Span.Start <= position)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    /// <summary>Index of the block that holds a token.</summary>
    public int BlockAt(int token) => _sentences[SentenceAt(token)].Block;

    /// <summary>Whether the token's word belongs to at least one of the classes; false outside the document.</summary>
    public bool Is(int token, WordClasses classes) =>
        token >= 0 && token < _tokens.Count && Vocabulary.Is(Tokens[token], classes);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_tags is not null)
            System.Buffers.ArrayPool<PartOfSpeech>.Shared.Return(_tags);
        _tags = null;
        _tokens.Dispose();
    }

    private int FindLastLeadBlock()
    {
        var seen = 0;
        foreach (var block in Document.Blocks)
        {
            if (
                block is { Kind: BlockKind.Paragraph, Length: > 40 }
                && !_residue[block.Index]
                && ++seen == LeadParagraphs
            )
                return block.Index;
        }

        return Document.Blocks.Count;
    }

    private static bool IsBodyText(Block block) => block is { Kind: BlockKind.Paragraph, Length: > 80 };

    private (int First, int Last) FindBodyText()
    {
        int first = Document.Blocks.Count,
            last = -1;
        foreach (var block in Document.Blocks)
        {
            if (IsBodyText(block))
                (first, last) = (Math.Min(first, block.Index), block.Index);
        }

        return (first, last);
    }

    // Matches are in order of their end.
    private int FirstMatchEndingAfter(int token)
    {
        int low = 0,
            high = _matches.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_matches[middle].EndToken > token)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    internal void MarkResidue(int block)
    {
        if (_residue[block])
            return;
        _residue[block] = true;
        _lastLeadBlock = null;
        _frames = null;
        _names = null;
        if (_quotations is null || ++_rereadings > MaxRereadings)
            return;
        _quotations = null;
    }

    /// <summary>All residue is known: what was read with some of it is read anew when asked for.</summary>
    internal void EndResidue()
    {
        _frames = null;
        if (_rereadings > MaxRereadings)
            _quotations = null;
    }
}
