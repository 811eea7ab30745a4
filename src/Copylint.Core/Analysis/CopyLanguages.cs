using System.Numerics;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Analysis;

/// <summary>
/// Which language the copy is written in. Two words in five of English running text are small words of its closed
/// classes; where they are few, those of other languages are counted (Grefenstette 1995, "Comparing two language
/// identification schemes": small words tell nearly as well as letters do, and cost one look a word). What is too short
/// to tell goes with the rest of the file, and a file that is too short with what it declares.
/// </summary>
public sealed class CopyLanguages
{
    // Edges in CopyLanguagesTests: sentences of nineteen and of twenty words.
    private const int LeastWords = 20;
    private const int LeastSmallWords = 4;

    // English news has 38 to 48 small words in a hundred, its headlines and lists 15 and more; running text of the
    // other languages has up to 15 that look like small words of English (Afrikaans most).
    private const double EnglishShare = 0.25;

    // Of their own small words the rows of languages.txt find 15 to 45 in a hundred.
    private const double ForeignShare = 0.1;

    // A passage that is told: a quarter of the copy. A verse or a quotation is not.
    private const double ToldShare = 0.25;

    // A block of this length without any small word of English is no English, in whatever letters it is.
    private const int LongWithoutEnglish = 60;

    // In the scripts that write no blanks.
    private const int LettersAWord = 2;

    // Kana are half of Japanese and none of Chinese; a Chinese text may name a Japanese firm.
    private const int LeastKana = 5;
    private const int KanaShare = 10;
    private const string Japanese = "Japanese";
    private const char FirstOtherLetter = '\u0370';

    // A list of names, and no running text: German, with its nouns, has a third.
    private const double MostCapitals = 0.5;

    // Norwegian and Danish, Malay and Indonesian share most of their small words.
    private const double AlikeShare = 0.8;

    private const string Silent = "the rules that read English are silent";

    private readonly string?[]? _blocks;

    private CopyLanguages(string? foreign, string?[]? blocks)
    {
        Foreign = foreign;
        _blocks = blocks;
    }

    /// <summary>The English name of the language that the copy is in, or of its letters; null for English, and where
    /// nothing tells.</summary>
    public string? Foreign { get; }

    /// <summary>Whether only what the file declares tells so: its copy is too short.</summary>
    public bool IsDeclared { get; private init; }

    /// <summary>The words of the copy.</summary>
    public int Words { get; private init; }

    /// <summary>The words of the copy that stand in blocks of another language.</summary>
    public int ForeignWords { get; private init; }

    /// <summary>The first block that is not English, or null.</summary>
    public Block? FirstForeign { get; private init; }

    /// <summary>Whether the copy, or a part of it that should be told, is not English.</summary>
    public bool IsTold => Foreign is not null || (FirstForeign is not null && ForeignWords >= ToldShare * Words);

    private string? FirstLanguage => FirstForeign is { } first ? ForeignAt(first.Index) : null;

    /// <summary>What is told of it, without a full stop.</summary>
    internal string Problem =>
        IsDeclared ? $"By what the file declares its copy is in {Foreign}: {Silent}"
        : Foreign is not null ? $"The copy is in {Foreign}: {Silent}"
        : $"Of {Words:N0} words {ForeignWords:N0} are in another language ({FirstLanguage}): {Silent} there";

    /// <summary>The language of a block that is not English; null for an English one.</summary>
    public string? ForeignAt(int block) => _blocks is null ? Foreign : _blocks[block];

    internal static CopyLanguages Of(DocumentAnalysis analysis)
    {
        var blocks = analysis.Document.Blocks;
        int words = 0,
            english = 0;
        List<(Block Block, int Words)>? suspects = null;
        foreach (var block in blocks)
        {
            var (own, ownEnglish) = Count(analysis, analysis.TokensOf(block.Index));
            words += own;
            english += ownEnglish;
            if (ownEnglish < EnglishShare * own && IsLong(block, own, ownEnglish))
                (suspects ??= []).Add((block, own));
        }

        var declared = Declared(analysis);
        if (words < LeastWords)
            return suspects is null && declared is null
                ? new CopyLanguages(null, null) { Words = words }
                : Judge(analysis, declared);
        if (english < EnglishShare * words)
            return Judge(analysis, declared);
        return suspects is null
            ? new CopyLanguages(null, null) { Words = words }
            : JudgeParts(analysis, declared, suspects, words, english);
    }

    // English as a whole: only what may be of another language is read word by word.
    private static CopyLanguages JudgeParts(
        DocumentAnalysis analysis,
        string? declared,
        List<(Block Block, int Words)> suspects,
        int words,
        int english
    )
    {
        string?[]? own = null;
        var foreignWords = 0;
        Block? first = null;
        foreach (var (block, counted) in suspects)
        {
            var tally = Tally.Of(analysis, block.Index);
            // Of scripts that write no blanks a token is many words.
            words += tally.Words - counted;
            if (tally.Language(declared) is not { } language)
                continue;
            (own ??= new string?[analysis.Document.Blocks.Count])[block.Index] = language;
            foreignWords += tally.Words;
            first ??= block;
        }

        return english < EnglishShare * words
            ? Judge(analysis, declared)
            : new CopyLanguages(null, own)
            {
                Words = words,
                ForeignWords = foreignWords,
                FirstForeign = first,
            };
    }

    private static bool IsLong(Block block, int words, int english) =>
        words >= LeastWords || (english == 0 && block.Span.Length >= LongWithoutEnglish);

    // How many words there are, and how many of them are small words of English.
    private static (int Words, int English) Count(DocumentAnalysis analysis, TokenRange range)
    {
        const WordClasses Small =
            WordClasses.Determiner
            | WordClasses.SubjectPronoun
            | WordClasses.ObjectPronoun
            | WordClasses.Pronoun
            | WordClasses.Preposition
            | WordClasses.Conjunction
            | WordClasses.Subordinator
            | WordClasses.Auxiliary
            | WordClasses.Negation
            | WordClasses.Wh;
        int words = 0,
            english = 0;
        foreach (ref readonly var token in analysis.Tokens[range.First..range.End])
        {
            if (token.Kind != TokenKind.Word)
                continue;
            words++;
            if (analysis.Vocabulary.Is(token, Small))
                english++;
        }

        return (words, english);
    }

    private static string? Declared(DocumentAnalysis analysis) =>
        analysis.Document.Metadata[MetadataKey.Language]?.Value is { } tag ? LanguageWords.NameOf(tag) : null;

    private static CopyLanguages Judge(DocumentAnalysis analysis, string? declared)
    {
        var blocks = analysis.Document.Blocks;
        var whole = new Tally();
        var own = new string?[blocks.Count];
        var isOpen = new bool[blocks.Count];
        var tallies = new Tally[blocks.Count];
        foreach (var block in blocks)
        {
            var tally = tallies[block.Index] = Tally.Of(analysis, block.Index);
            whole.Add(tally);
            own[block.Index] = tally.Language(declared);
            isOpen[block.Index] = own[block.Index] is null && tally.English < EnglishShare * tally.Words;
        }

        var language = whole.Language(declared);
        var isDeclared = language is null && whole.IsOpen && declared is not null;
        language = isDeclared ? declared : language;
        if (language == LanguageWords.English)
            language = null;
        var foreignWords = 0;
        Block? first = null;
        for (var i = 0; i < own.Length; i++)
        {
            if (isOpen[i])
                own[i] = language;
            if (own[i] is null)
                continue;
            foreignWords += tallies[i].Words;
            first ??= blocks[i];
        }

        return new CopyLanguages(language, own)
        {
            IsDeclared = isDeclared && language is not null,
            Words = whole.Words,
            ForeignWords = foreignWords,
            FirstForeign = first,
        };
    }

    /// <summary>What the words of a stretch of copy say.</summary>
    private sealed class Tally
    {
        private readonly int[] _small = new int[LanguageWords.Count];
        private Dictionary<Script, int>? _scripts;
        private int _latin;
        private int _capitals;

        public int Words { get; private set; }

        public int English { get; private set; }

        /// <summary>Whether neither English nor another language shows.</summary>
        public bool IsOpen => Words < LeastWords || English < EnglishShare * Words;

        /// <summary>The language, or null where it is English or nothing tells.</summary>
        /// <param name="declared">What the file declares: of languages that are alike in their words or letters it
        /// decides.</param>
        public string? Language(string? declared)
        {
            if (Words < LeastWords || English >= EnglishShare * Words || _capitals > MostCapitals * Words)
                return null;
            var best = 0;
            for (var i = 1; i < _small.Length; i++)
                best = IsMore(i, best, declared) ? i : best;
            if (_small[best] >= LeastSmallWords && _small[best] > English && _small[best] >= ForeignShare * Words)
                return LanguageWords.NameOf(best);
            if (_scripts?.MaxBy(s => s.Value) is not { } most || most.Value <= _latin)
                return null;
            return declared is null or LanguageWords.English ? NameOfScript(most.Key) : declared;
        }

        private bool IsMore(int language, int best, string? declared)
        {
            if (LanguageWords.NameOf(language) == declared)
                return _small[language] >= AlikeShare * _small[best];
            return LanguageWords.NameOf(best) == declared
                ? _small[language] * AlikeShare > _small[best]
                : _small[language] > _small[best];
        }

        public static Tally Of(DocumentAnalysis analysis, int block)
        {
            var tally = new Tally();
            var range = analysis.TokensOf(block);
            tally.English = Count(analysis, range).English;
            foreach (ref readonly var token in analysis.Tokens[range.First..range.End])
            {
                if (token.Kind != TokenKind.Word)
                    continue;
                tally.Add(analysis.TextOf(token));
                tally._capitals += token.IsCapitalised ? 1 : 0;
            }

            return tally;
        }

        public void Add(Tally other)
        {
            Words += other.Words;
            English += other.English;
            _latin += other._latin;
            _capitals += other._capitals;
            for (var i = 0; i < _small.Length; i++)
                _small[i] += other._small[i];
            foreach (var (script, letters) in other._scripts ?? [])
                AddScript(script, letters);
        }

        private void Add(ReadOnlySpan<char> word)
        {
            for (var bits = LanguageWords.Of(word); bits != 0; bits &= bits - 1)
                _small[BitOperations.TrailingZeroCount(bits)]++;
            if (word[0] < FirstOtherLetter || LanguageWords.ScriptOf(word[0]) is not { } script)
            {
                Words++;
                _latin += word.Length;
                return;
            }

            Words += script.IsSpaced ? 1 : Math.Max(1, word.Length / LettersAWord);
            foreach (var letter in word)
            {
                // Neighbours are of one script, as a rule.
                if (letter < script.First || letter > script.Last)
                    script = LanguageWords.ScriptOf(letter) ?? script;
                AddScript(script, 1);
            }
        }

        private void AddScript(Script script, int letters)
        {
            _scripts ??= [];
            _scripts[script] = _scripts.GetValueOrDefault(script) + letters;
        }

        // Kana stand between ideographs in Japanese alone.
        private string NameOfScript(Script most) =>
            _scripts!.Any(s => s.Key.Name == Japanese && s.Value >= LeastKana && s.Value * KanaShare > _scripts![most])
                ? Japanese
                : most.Name;
    }
}
