using Copylint.Storage;
using Copylint.Text;

namespace Copylint.Language;

/// <summary>
/// All words of all lexicons in one Aho–Corasick automaton over word numbers (A. V. Aho and M. J. Corasick, "Efficient
/// string matching", CACM 18(6), 1975),
/// walked once over the tokens of a document. Hyphens are passed over, so 'far right' finds 'far-right' too. Immutable;
/// safe for concurrent use.
/// </summary>
public sealed class LexiconAutomaton
{
    private readonly Pattern[] _patterns;
    private readonly string[] _exactForms;
    private readonly int[] _root;
    private readonly TransitionTable _next;
    private readonly int[] _fail;
    private readonly int[] _outputStarts;
    private readonly int[] _outputs;
    private readonly bool[] _timeWords;

    // For each state a bit for each word that leads on from it, by the word's last five bits: most words lead nowhere,
    // and the table need not be asked.
    private readonly uint[] _leadsOn;

    private LexiconAutomaton(
        Vocabulary vocabulary,
        IReadOnlyList<Lexicon> lexicons,
        Pattern[] patterns,
        string[] exactForms,
        int[] root,
        TransitionTable next,
        int[] fail,
        int[] outputStarts,
        int[] outputs
    )
    {
        Vocabulary = vocabulary;
        Lexicons = lexicons;
        _patterns = patterns;
        _exactForms = exactForms;
        _root = root;
        _next = next;
        _fail = fail;
        _outputStarts = outputStarts;
        _outputs = outputs;
        _leadsOn = next.LeadsOn(fail.Length);
        _timeWords = new bool[FunctionWords.Last + 1];
        for (var word = 1; word < _timeWords.Length; word++)
            _timeWords[word] = (vocabulary.Classes(word) & WordClasses.TimeTrigger) != 0;
    }

    /// <summary>Reads what <see cref="Write"/> wrote, for the same lexicons.</summary>
    internal LexiconAutomaton(ref BinaryDataReader reader, IReadOnlyList<Lexicon> lexicons)
        : this(
            new Vocabulary(ref reader),
            lexicons,
            reader.Array<Pattern>(),
            reader.Texts(),
            reader.Array<int>(),
            new TransitionTable(ref reader),
            reader.Array<int>(),
            reader.Array<int>(),
            reader.Array<int>()
        ) { }

    // One form of one entry. ExactForm is the index of the form's spelling where case counts, or -1.
    private readonly record struct Pattern(int Lexicon, int Entry, int Length, int ExactForm);

    /// <summary>Every word of every lexicon, and the function words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The lexicons by number.</summary>
    public IReadOnlyList<Lexicon> Lexicons { get; }

    /// <summary>Compiles lexicons.</summary>
    public static LexiconAutomaton Build(IReadOnlyList<Lexicon> lexicons)
    {
        ArgumentNullException.ThrowIfNull(lexicons);
        var words = new VocabularyBuilder();
        FunctionWords.AddTo(words);
        var patterns = new List<Pattern>();
        var exactForms = new List<string>();
        var sequences = new List<int[]>();
        using var tokens = new TokenList(16);
        var blank = new Vocabulary([""], [WordClasses.None]);
        var ids = new List<int>();
        for (var number = 0; number < lexicons.Count; number++)
        {
            for (var index = 0; index < lexicons[number].Entries.Count; index++)
            {
                var entry = lexicons[number].Entries[index];
                foreach (var (form, classes) in Inflector.Forms(entry.Headword, entry.PartOfSpeech))
                    Add(
                        number,
                        index,
                        entry,
                        form,
                        lexicons[number].Classes == 0 ? 0 : lexicons[number].Classes | classes
                    );
                foreach (var form in entry.ExtraForms)
                    Add(number, index, entry, form, lexicons[number].Classes);
            }
        }

        // Transitions of the trie first, then failure links breadth first.
        var next = new Dictionary<long, int>();
        var output = new List<List<int>?> { null };
        var children = new List<List<(int Word, int State)>?> { null };
        for (var p = 0; p < sequences.Count; p++)
        {
            var state = 0;
            foreach (var word in sequences[p])
            {
                if (!next.TryGetValue(Key(state, word), out var to))
                {
                    to = output.Count;
                    next.Add(Key(state, word), to);
                    output.Add(null);
                    children.Add(null);
                    (children[state] ??= []).Add((word, to));
                }

                state = to;
            }

            (output[state] ??= []).Add(p);
        }

        var vocabulary = words.Build();
        var root = new int[vocabulary.Count + 1];
        var fail = new int[output.Count];
        var queue = new Queue<int>();
        foreach (var (word, state) in children[0] ?? [])
        {
            root[word] = state;
            queue.Enqueue(state);
        }

        while (queue.TryDequeue(out var state))
        {
            foreach (var (word, child) in children[state] ?? [])
            {
                var back = fail[state];
                while (back != 0 && !next.ContainsKey(Key(back, word)))
                    back = fail[back];
                fail[child] = back == 0 ? root[word] : next[Key(back, word)];
                if (output[fail[child]] is { } shorter)
                    (output[child] ??= []).AddRange(shorter);
                queue.Enqueue(child);
            }
        }

        var outputStarts = new int[output.Count + 1];
        var outputs = new List<int>(patterns.Count);
        for (var state = 0; state < output.Count; state++)
        {
            if (output[state] is { } found)
                outputs.AddRange(found);
            outputStarts[state + 1] = outputs.Count;
        }

        return new LexiconAutomaton(
            vocabulary,
            lexicons,
            [.. patterns],
            [.. exactForms],
            root,
            new TransitionTable(next),
            fail,
            outputStarts,
            [.. outputs]
        );

        void Add(int number, int index, LexiconEntry entry, string form, WordClasses classes)
        {
            tokens.Clear();
            Tokenizer.Tokenize(form, new TextSpan(0, form.Length), blank, tokens);
            ids.Clear();
            foreach (ref readonly var token in tokens.Items)
            {
                if (token.Kind == TokenKind.Hyphen)
                    continue;
                var length =
                    (token.Traits & TokenTraits.Dotted) != 0 && form[token.End - 1] == '.'
                        ? token.Length - 1
                        : token.Length;
                ids.Add(words.Add(form.AsSpan(token.Start, length), tokens.Count == 1 ? classes : 0));
            }

            if (ids.Count == 0)
                return;
            patterns.Add(new Pattern(number, index, ids.Count, entry.IsCaseSensitive ? exactForms.Count : -1));
            if (entry.IsCaseSensitive)
                exactForms.Add(form);
            sequences.Add([.. ids]);
        }
    }

    /// <summary>
    /// Walks the tokens of one block and adds the matches in order of their end. Of two matches of the same lexicon,
    /// one that lies inside the other is dropped, so
    /// that a longer entry, such as an allowed collocation, silences a shorter one.
    /// </summary>
    /// <param name="text">The document's text.</param>
    /// <param name="tokens">The tokens of the document so far.</param>
    /// <param name="first">Index of the first token of the block.</param>
    /// <param name="end">Index just after its last.</param>
    /// <param name="matches">Receives the matches.</param>
    /// <param name="timeTriggers">Receives the indexes of the tokens that an expression of time can stand at.</param>
    /// <param name="wanted">For each lexicon whether its matches are; empty for all.</param>
    internal void Walk(
        string text,
        ReadOnlySpan<Token> tokens,
        int first,
        int end,
        List<LexiconMatch> matches,
        List<int> timeTriggers,
        ReadOnlySpan<bool> wanted
    )
    {
        var state = 0;
        var firstMatch = matches.Count;
        for (var i = first; i < end; i++)
        {
            var word = tokens[i].WordId;
            if (word == 0)
            {
                if (tokens[i].Kind == TokenKind.Number)
                    timeTriggers.Add(i);
                if (tokens[i].Kind != TokenKind.Hyphen)
                    state = 0;
                continue;
            }

            if (word < _timeWords.Length ? _timeWords[word] : tokens[i].Kind == TokenKind.Number)
                timeTriggers.Add(i);

            while (state != 0)
            {
                if ((_leadsOn[state] >> word & 1) != 0 && _next.Find(state, word) is not 0 and var to)
                {
                    state = to;
                    break;
                }

                state = _fail[state];
            }

            // Most words begin no entry.
            if (state == 0)
            {
                state = _root[word];
                if (state == 0)
                    continue;
            }

            if (_outputStarts[state] != _outputStarts[state + 1])
                AddMatches(
                    text,
                    tokens,
                    _outputs.AsSpan(_outputStarts[state].._outputStarts[state + 1]),
                    i,
                    firstMatch,
                    matches,
                    wanted
                );
        }
    }

    internal void Write(BinaryDataWriter writer)
    {
        Vocabulary.Write(writer);
        writer.Array(_patterns);
        writer.Texts(_exactForms);
        writer.Array(_root);
        _next.Write(writer);
        writer.Array(_fail);
        writer.Array(_outputStarts);
        writer.Array(_outputs);
    }

    internal static long Key(int state, int word) => ((long)state << 32) | (uint)word;

    // In the case as written; the shape of an apostrophe is no case.
    private static bool EqualsExactly(ReadOnlySpan<char> text, string form)
    {
        if (text.Length != form.Length)
            return false;
        for (var i = 0; i < form.Length; i++)
        {
            if (text[i] != form[i] && !(text[i] is '’' && form[i] is '\''))
                return false;
        }

        return true;
    }

    private void AddMatches(
        string text,
        ReadOnlySpan<Token> tokens,
        ReadOnlySpan<int> found,
        int last,
        int firstMatch,
        List<LexiconMatch> matches,
        ReadOnlySpan<bool> wanted
    )
    {
        foreach (var index in found)
        {
            ref readonly var pattern = ref _patterns[index];
            if (pattern.Lexicon < wanted.Length && !wanted[pattern.Lexicon])
                continue;
            var start = last;
            for (var left = pattern.Length - 1; left > 0; )
            {
                start--;
                if (tokens[start].Kind != TokenKind.Hyphen)
                    left--;
            }

            if (
                pattern.ExactForm >= 0
                && !EqualsExactly(
                    text.AsSpan(tokens[start].Start, tokens[last].End - tokens[start].Start),
                    _exactForms[pattern.ExactForm]
                )
            )
                continue;
            var covered = false;
            for (var i = matches.Count - 1; i >= firstMatch; i--)
            {
                var other = matches[i];
                if (other.EndToken <= start)
                    break;
                if (other.Lexicon != pattern.Lexicon)
                    continue;
                if (other.FirstToken <= start && other.EndToken > last)
                {
                    covered = true;
                    break;
                }

                if (other.FirstToken >= start)
                    matches.RemoveAt(i);
            }

            if (!covered)
                matches.Add(
                    new LexiconMatch(pattern.Lexicon, Lexicons[pattern.Lexicon].Entries[pattern.Entry], start, last + 1)
                );
        }
    }
}
