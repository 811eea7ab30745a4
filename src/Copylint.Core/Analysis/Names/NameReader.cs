using System.Runtime.InteropServices;
using Copylint.Documents;
using Copylint.Documents.Formats.PlainText;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Analysis.Names;

/// <summary>Reads the names of a document, sentence by sentence, in one pass.</summary>
internal sealed class NameReader
{
    // Words that are capitalised at the beginning of a sentence, in a headline or for stress, and are no names.
    private const WordClasses NoName =
        WordClasses.Determiner
        | WordClasses.SubjectPronoun
        | WordClasses.Pronoun
        | WordClasses.ObjectPronoun
        | WordClasses.Preposition
        | WordClasses.Conjunction
        | WordClasses.Subordinator
        | WordClasses.Be
        | WordClasses.Have
        | WordClasses.Do
        | WordClasses.Wh
        | WordClasses.Negation
        | WordClasses.Weekday
        | WordClasses.NumberWord
        | WordClasses.OrdinalWord
        | WordClasses.SentenceStarter
        | WordClasses.Adverb;

    // "May" and "Will" are names inside a run: "Theresa May".
    private const WordClasses NameInRun = WordClasses.Modal | WordClasses.Month;

    private readonly DocumentAnalysis _analysis;
    private readonly NameWords _words;
    private readonly List<NameRun> _runs = [];
    private readonly List<NameMention> _mentions = [];
    private readonly List<NameForm> _forms = [];
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    // The run that is being read.
    private TokenRange _title;
    private int _firstToken = -1;
    private int _endToken;
    private int _firstMention;
    private NameTraits _traits;

    private NameReader(DocumentAnalysis analysis, NameWords words)
    {
        _analysis = analysis;
        _words = words;
        _lookup = _byKey.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The names of a document, those of residue left out.</summary>
    /// <param name="analysis">The document.</param>
    /// <param name="words">The words by which names are read.</param>
    public static NameTable Read(DocumentAnalysis analysis, NameWords words)
    {
        var reader = new NameReader(analysis, words);
        foreach (var block in analysis.Document.Blocks)
        {
            if (block.Kind == BlockKind.DateHeader || analysis.IsResidue(block.Index))
                continue;
            var (first, end) = analysis.SentencesOf(block.Index);
            for (var i = first; i < end; i++)
                reader.ReadSentence(block, analysis.Sentences[i]);
        }

        return new NameTable(analysis, words, reader._runs, reader._mentions, reader._forms);
    }

    private void ReadSentence(Block block, Sentence sentence)
    {
        var text = sentence.Span.In(_analysis.Document.Text);
        var hasLower = text.IndexOfAnyInRange('a', 'z') >= 0;
        var isLoose = !hasLower || (block.Kind != BlockKind.Paragraph && PlainTextParser.IsTitleCase(text));
        var tokens = _analysis.Tokens;
        var end = sentence.EndToken;
        for (var i = sentence.FirstToken; i < end; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.IsCapitalised && token.Kind == TokenKind.Word)
            {
                if (TitleEnd(i, end) is > 0 and var after)
                {
                    EndRun(block);
                    var first = _title.End == i && _title.Count > 0 ? _title.First : i;
                    _title = new TokenRange(first, after);
                    i = after - 1;
                    continue;
                }

                if (IsName(i, sentence, isLoose))
                {
                    i = AddPart(i, end, sentence, isLoose, hasLower) - 1;
                    continue;
                }
            }
            else if (_firstToken >= 0 && IsInside(i, end))
            {
                continue;
            }

            EndRun(block);
            _title = default;
        }

        EndRun(block);
        _title = default;
    }

    // "President", "Sen." before a name: just after it and its stop; 0 where it is none. "Martin Luther King" has none.
    private int TitleEnd(int i, int end)
    {
        if (!_words.Has(NameGroup.Title, _analysis.TextOf(i)))
            return 0;
        var next = i + 1;
        if (next < end && _analysis.Tokens[next].Kind is TokenKind.Stop or TokenKind.Hyphen)
            next++;
        return
            next < end
            && _analysis.Tokens[next] is { Kind: TokenKind.Word, IsCapitalised: true }
            && !_analysis.Is(next, NoName)
            ? next
            : 0;
    }

    private bool IsName(int i, Sentence sentence, bool isLoose)
    {
        if (_analysis.Is(i, NoName) || IsWeekdays(_analysis.TextOf(i)))
            return false;
        if (_analysis.Is(i, NameInRun))
            return _firstToken >= 0 && !IsNumber(i + 1, sentence.EndToken);
        return isLoose || !IsAtStart(i, sentence) || !IsCommonAtStart(i);
    }

    // "Tuesdays".
    private bool IsWeekdays(ReadOnlySpan<char> text) =>
        text.EndsWith("ays")
        && (_analysis.Vocabulary.Classes(_analysis.Vocabulary.Find(text[..^1])) & WordClasses.Weekday) != 0;

    private bool IsNumber(int i, int end) => i < end && _analysis.Tokens[i].Kind == TokenKind.Number;

    private bool IsAtStart(int i, Sentence sentence) =>
        i == sentence.FirstToken
        || (
            _firstToken < 0
            && _title.Count == 0
            && _analysis.Tokens[i - 1]
                is { Kind: TokenKind.Colon or TokenKind.OpenBracket or TokenKind.Dash }
                    or { IsQuoteMark: true }
        );

    // "Critics say": at the beginning of a sentence a common word is no name, but for one that people are called by.
    private bool IsCommonAtStart(int i)
    {
        Span<char> folded = stackalloc char[NameFolding.MaxLength];
        var length = NameFolding.Fold(_analysis.TextOf(i), folded);
        var word = folded[..length];
        return CommonWords.Has(word) && !KnownNames.IsFirstName(word);
    }

    // What stands between the parts of a name: the stop of an initial, "van der", the hyphen of "Kim Jong-un".
    private bool IsInside(int i, int end)
    {
        var kind = _analysis.Tokens[i].Kind;
        if (kind == TokenKind.Stop)
            return i + 1 < end && i == _endToken && _analysis.Tokens[i - 1].Length == 1;
        if (kind == TokenKind.Hyphen)
            return i + 1 < end && !_analysis.Tokens[i + 1].HasSpaceBefore && LeadsToName(i + 1, end);
        return LeadsToName(i, end);
    }

    private bool LeadsToName(int i, int end)
    {
        while (i < end && _words.Has(NameGroup.Particle, _analysis.TextOf(i)))
            i += i + 1 < end && _analysis.Tokens[i + 1].Kind == TokenKind.Hyphen ? 2 : 1;
        return i < end
            && _analysis.Tokens[i] is { Kind: TokenKind.Word, IsCapitalised: true }
            && !_analysis.Is(i, NoName);
    }

    // Adds a part with what hyphens join to it, and tells the token after it.
    private int AddPart(int first, int end, Sentence sentence, bool isLoose, bool hasLower)
    {
        var tokens = _analysis.Tokens;
        var next = first + 1;
        while (
            next + 1 < end
            && tokens[next].Kind == TokenKind.Hyphen
            && tokens[next + 1] is { Kind: TokenKind.Word, IsCapitalised: true, HasSpaceBefore: false }
        )
            next += 2;
        if (_firstToken < 0)
        {
            _firstToken = first;
            _firstMention = _mentions.Count;
            _traits =
                (isLoose ? NameTraits.Loose : 0)
                | (_title.Count > 0 ? NameTraits.Titled : 0)
                | (IsAtStart(first, sentence) ? NameTraits.AtStart : 0);
        }

        _endToken = next;
        if (next == first + 1 && _words.Has(NameGroup.NoPerson, _analysis.TextOf(first)))
            _traits |= NameTraits.NoPerson;
        // Short words of capitals in a line of small letters are abbreviations.
        var isAbbreviation = tokens[first].Shape == CaseShape.Upper && (hasLower || IsEnclosed(first, next));
        if (isAbbreviation || IsDotted(first) || IsDotted(next - 1) || tokens[first].Length == 1)
        {
            _traits |= NameTraits.Initialled;
            return next;
        }

        Span<char> folded = stackalloc char[NameFolding.MaxLength];
        var span = TextSpan.FromBounds(tokens[first].Start, tokens[next - 1].End);
        var length = NameFolding.Fold(span.In(_analysis.Document.Text), folded);
        if (length < 2)
            return next;
        _mentions.Add(
            new NameMention(new TokenRange(first, next), FormOf(folded[..length]), _runs.Count, -1, -1, NameTraits.None)
        );
        return next;
    }

    // "CETUS <CTUS>", "CETUS (CTUS)": the sign of a share.
    private bool IsEnclosed(int first, int end)
    {
        var tokens = _analysis.Tokens;
        return first > 0
            && end < tokens.Length
            && tokens[first - 1].Kind is TokenKind.OpenBracket or TokenKind.Symbol
            && tokens[end].Kind is TokenKind.CloseBracket or TokenKind.Symbol;
    }

    private bool IsDotted(int i) => (_analysis.Tokens[i].Traits & TokenTraits.Dotted) != 0;

    private int FormOf(ReadOnlySpan<char> key)
    {
        if (_lookup.TryGetValue(key, out var index))
            return index;
        index = _forms.Count;
        var form = new NameForm(index, key.ToString());
        _forms.Add(form);
        _byKey.Add(form.Key, index);
        return index;
    }

    private void EndRun(Block block)
    {
        if (_firstToken < 0)
            return;
        var mentions = CollectionsMarshal.AsSpan(_mentions);
        // The rest of "the President" is no name.
        if (mentions.Length == _firstMention + 1 && IsTitle(mentions[_firstMention]))
        {
            Forget(mentions[_firstMention].Form);
            _mentions.RemoveAt(_firstMention);
            _firstToken = -1;
            return;
        }

        for (var i = _firstMention; i < mentions.Length; i++)
        {
            var own = _traits;
            if (i > _firstMention)
                own &= ~NameTraits.AtStart;
            mentions[i] = mentions[i] with
            {
                Before = i > _firstMention ? mentions[i - 1].Form : -1,
                After = i + 1 < mentions.Length ? mentions[i + 1].Form : -1,
                Traits = own,
            };
            _forms[mentions[i].Form].Add(i);
        }

        _runs.Add(new NameRun(new TokenRange(_firstToken, _endToken), _title, block.Index));
        _firstToken = -1;
        _title = default;
    }

    // A form that was made for this place alone.
    private void Forget(int form)
    {
        if (form != _forms.Count - 1 || _forms[form].Mentions.Count > 0)
            return;
        _byKey.Remove(_forms[form].Key);
        _forms.RemoveAt(form);
    }

    private bool IsTitle(in NameMention mention) =>
        mention.Tokens.Count == 1 && _words.Has(NameGroup.Title, _analysis.TextOf(mention.Tokens.First));
}
