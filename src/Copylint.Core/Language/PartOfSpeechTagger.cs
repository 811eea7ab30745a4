namespace Copylint.Language;

/// <summary>
/// Tells the parts of speech of a sentence by a lexicon and by what stands around: each word brings the tags that the
/// lexicon knows of it, the most frequent first, and
/// the likeliest sequence of tags is found by the Viterbi algorithm over a table of which tag follows which (L. R.
/// Rabiner, "A tutorial on hidden Markov models",
/// Proc. IEEE 77(2), 1989). The table is written by hand from English word order, so no text went into it. Closed
/// classes come from the function words.
/// The lexicon is that of Eric Brill's tagger; see <c>Data/NOTICE.txt</c>. It is searched as it lies, so a run that
/// never asks pays nothing.
/// </summary>
internal static class PartOfSpeechTagger
{
    private const int MaxTokens = 200;
    private const int MaxTags = 8;

    // Tags by letter: N noun, S plural noun, M name, B base or present verb, Z third person, D past, C participle, G
    // -ing form, J adjective before a noun, j adjective elsewhere, R adverb, T determiner,
    // P subject pronoun, O other pronoun, I preposition, o to, m modal, b be, h have, d do, c conjunction, w wh-word or
    // subordinator, # number, p clitic, ',' and '.'.
    private const string Tags = "NSMBZDCGJjRTPOIombhdcw#p,.";

    // For each tag: what very often follows, what often does, what can. All else is rare.
    private static readonly (char Tag, string Very, string Often, string Can)[] Order =
    [
        ('.', "TMP", "INJSRw#", "BGCcdbmOoDZ,j"),
        ('T', "NJ", "SM#", "RTGC"),
        ('J', "NS", "JM,", "cGR#C"),
        ('j', "I.,", "ocwT", "RNSMJGjC"),
        ('N', "I.,N", "SZDbhmcwpoR", "CGTPMdjBJ"),
        ('S', "I.,B", "bhmDcwRoC", "GTPpdMjJ"),
        ('M', "MDZ.,", "bhmpIcNS", "RwBCGTJo#d"),
        ('P', "BZDbhm", "Rd", ",c.C"),
        ('O', "I.,", "TRoJjCwcBGN", "DZSPbhm"),
        ('B', "TI", "ONSMJjRoGw.,", "C#PcB"),
        ('Z', "TI", "RojJONSMw.,CG", "P#c"),
        ('D', "TI", "RojJONSMw.,CG", "P#c"),
        ('C', "I.,", "oRTwjNScJ", "OGM#P"),
        ('G', "TINS", "JMOjR.,ow", "C#cP"),
        ('R', "JjDZCBR", ".,IGPM", "TNSbhmow#cd"),
        ('I', "TNM", "JSG#O", "CRwPbI"),
        ('o', "B", "bhdTMNR", "SJGO#P"),
        ('m', "Bbh", "RP", ".,T"),
        ('b', "CGjRT", "IJS#o.b", "NMwO,P"),
        ('h', "CbT", "RNJSo", "#GMPO"),
        ('d', "B", "ROPT", "NSJ.,h"),
        ('c', "NTJMBD", "SGCRjIPZwObhm", "#od,"),
        ('w', "PTMNS", "DZBbmhJRGC", "IO#owdj"),
        ('#', "NS", "J,.Ic#", "GMCRBZDobj"),
        ('p', "NJS", "RCG#TMj", "I.,b"),
        (',', "wcITPM", "NRGCDJjS#ZO", "BbhmdoP."),
    ];

    private static readonly float[,] Transition = MakeTransition();
    private static readonly float[] ByRank = [0f, -1.1f, -1.7f, -2.2f, -2.6f, -3f];
    private static readonly SortedWords Words = SortedWords.Of("parts-of-speech.txt");

    /// <summary>Tags a sentence.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="tokens">The tokens of the sentence.</param>
    /// <param name="vocabulary">Knows the function words.</param>
    /// <param name="result">Receives a part of speech for each token; <see cref="PartOfSpeech.Fixed"/> for what is none
    /// of the four open ones.</param>
    public static void Tag(string text, ReadOnlySpan<Token> tokens, Vocabulary vocabulary, Span<PartOfSpeech> result)
    {
        for (var from = 0; from < tokens.Length; from += MaxTokens)
            TagPart(text, tokens.Slice(from, Math.Min(MaxTokens, tokens.Length - from)), vocabulary, result[from..]);
    }

    /// <summary>What the shape of a word says where the lexicon does not know it; the lexicon leaves out what this says
    /// rightly.</summary>
    internal static string Guess(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("ly"))
            return "R";
        if (word.EndsWith("ing"))
            return "GNJ";
        if (word.EndsWith("ed"))
            return "CDJ";
        if (
            word.Contains('-')
            || word.EndsWith("ous")
            || word.EndsWith("ful")
            || word.EndsWith("ive")
            || word.EndsWith("able")
            || word.EndsWith("ible")
            || word.EndsWith("ical")
            || word.EndsWith("less")
            || word.EndsWith("ish")
            || word.EndsWith("est")
        )
            return "J";
        if (
            word.EndsWith("ness")
            || word.EndsWith("ss")
            || word.EndsWith("us")
            || word.EndsWith("is")
            || !word.EndsWith("s")
        )
            return "N";
        return "S";
    }

    /// <summary>Whether the lexicon holds a word of lower case. It leaves out many nouns.</summary>
    internal static bool Knows(ReadOnlySpan<char> word) => Words.Has(word);

    /// <summary>The forms that a word can be as a verb, by the lexicon or, where it does not know the word, by its
    /// ending.</summary>
    internal static VerbForms VerbFormsOf(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[32];
        if (word.Length > folded.Length)
            return VerbForms.None;
        folded = folded[..word.Length];
        for (var i = 0; i < word.Length; i++)
            folded[i] = Vocabulary.Fold(word[i]);
        var forms = VerbForms.None;
        var known = Words.Find(folded);
        if (known.Length > 0)
        {
            foreach (var letter in known)
                forms |= FormOf((char)letter);
            return forms;
        }

        foreach (var letter in Guess(folded))
            forms |= FormOf(letter);
        return forms;
    }

    private static VerbForms FormOf(char letter) =>
        letter switch
        {
            'B' or 'P' => VerbForms.Base,
            'Z' => VerbForms.Third,
            'D' => VerbForms.Past,
            'C' => VerbForms.Participle,
            'G' => VerbForms.Ing,
            _ => VerbForms.None,
        };

    private static void TagPart(
        string text,
        ReadOnlySpan<Token> tokens,
        Vocabulary vocabulary,
        Span<PartOfSpeech> result
    )
    {
        Span<byte> candidates = stackalloc byte[tokens.Length * MaxTags];
        Span<byte> counts = stackalloc byte[tokens.Length];
        Span<byte> back = stackalloc byte[tokens.Length * MaxTags];
        Span<float> scores = stackalloc float[MaxTags];
        Span<float> before = stackalloc float[MaxTags];
        Span<char> letters = stackalloc char[MaxTags];
        Span<float> weights = stackalloc float[MaxTags];
        var start = (byte)Tags.IndexOf('.');
        for (var i = 0; i < tokens.Length; i++)
        {
            var count = Candidates(text, tokens, i, vocabulary, letters, weights);
            counts[i] = (byte)count;
            for (var c = 0; c < count; c++)
            {
                var tag = Tags.IndexOf(letters[c]);
                candidates[i * MaxTags + c] = (byte)tag;
                float best = float.NegativeInfinity;
                byte from = 0;
                for (var p = 0; p < (i == 0 ? 1 : counts[i - 1]); p++)
                {
                    var score =
                        i == 0
                            ? Transition[start, tag]
                            : before[p] + Transition[candidates[(i - 1) * MaxTags + p], tag];
                    if (score > best)
                        (best, from) = (score, (byte)p);
                }

                scores[c] = best + weights[c];
                back[i * MaxTags + c] = from;
            }

            scores.CopyTo(before);
        }

        byte at = 0;
        for (byte c = 1; c < counts[tokens.Length - 1]; c++)
        {
            if (before[c] > before[at])
                at = c;
        }

        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            result[i] = Tags[candidates[i * MaxTags + at]] switch
            {
                'N' or 'S' or 'M' => PartOfSpeech.Noun,
                'B' or 'Z' or 'D' or 'C' or 'G' or 'b' or 'h' or 'd' => PartOfSpeech.Verb,
                'J' or 'j' => PartOfSpeech.Adjective,
                'R' => PartOfSpeech.Adverb,
                _ => PartOfSpeech.Fixed,
            };
            at = back[i * MaxTags + at];
        }
    }

    // The tags that a token can have, with the logarithm of how likely each is by itself.
    private static int Candidates(
        string text,
        ReadOnlySpan<Token> tokens,
        int index,
        Vocabulary vocabulary,
        Span<char> letters,
        Span<float> weights
    )
    {
        ref readonly var token = ref tokens[index];
        var count = 0;
        switch (token.Kind)
        {
            case TokenKind.Word:
                break;
            case TokenKind.Number:
                return One('#', letters, weights);
            case TokenKind.Clitic:
                return One(
                    text.AsSpan(token.Start, token.Length).EndsWith("s", StringComparison.OrdinalIgnoreCase)
                        ? 'p'
                        : 'm',
                    letters,
                    weights
                );
            case TokenKind.Comma
            or TokenKind.Semicolon
            or TokenKind.Hyphen
            or TokenKind.OpenBracket
            or TokenKind.CloseBracket:
                return One(',', letters, weights);
            case TokenKind.Link or TokenKind.Handle:
                return One('M', letters, weights);
            default:
                return One('.', letters, weights);
        }

        Span<char> folded = stackalloc char[32];
        var word = text.AsSpan(token.Start, token.Length);
        if (word.Length > folded.Length)
            return One('N', letters, weights);
        folded = folded[..word.Length];
        for (var i = 0; i < word.Length; i++)
            folded[i] = Vocabulary.Fold(word[i]);
        // A capital inside a sentence makes a name; the first word may be anything.
        var isFirst =
            index == 0 || tokens[index - 1].IsQuoteMark || tokens[index - 1].Kind is TokenKind.Colon or TokenKind.Dash;
        var classes = vocabulary.Classes(token.WordId);
        var closed = Closed(classes, folded);
        if (closed.Length > 0 && (isFirst || !token.IsCapitalised || closed is "#"))
        {
            foreach (var letter in closed)
                Add(letter, ByRank[count], letters, weights, ref count);
            return count;
        }

        if (token.IsCapitalised && !isFirst)
            Add('M', 0, letters, weights, ref count);
        var known = Words.Find(folded);
        var guess = Guess(folded);
        var penalty = token.IsCapitalised && !isFirst ? -2.5f : 0;
        for (var i = 0; i < (known.Length > 0 ? known.Length : guess.Length); i++)
        {
            var letter = known.Length > 0 ? (char)known[i] : guess[i];
            var tag = letter == 'P' ? 'B' : letter;
            if (count == MaxTags || letters[..count].Contains(tag))
                continue;
            var weight = ByRank[Math.Min(i, ByRank.Length - 1)] + penalty;
            Add(tag, weight, letters, weights, ref count);
            // An adjective stands before its noun or alone; a participle before a noun is one.
            if (tag == 'J' && count < MaxTags)
                Add('j', weight, letters, weights, ref count);
            if (tag is 'C' or 'G' && count < MaxTags && known.IndexOf((byte)'J') < 0)
                Add('J', weight - 0.3f, letters, weights, ref count);
        }

        if (isFirst && token.IsCapitalised && count < MaxTags && !letters[..count].Contains('M'))
            Add('M', known.Length > 0 ? -2.5f : -0.5f, letters, weights, ref count);
        return count;
    }

    private static void Add(char letter, float weight, Span<char> letters, Span<float> weights, ref int count)
    {
        letters[count] = letter;
        weights[count++] = weight;
    }

    private static int One(char letter, Span<char> letters, Span<float> weights)
    {
        (letters[0], weights[0]) = (letter, 0);
        return 1;
    }

    private static string Closed(WordClasses classes, ReadOnlySpan<char> word)
    {
        switch (word)
        {
            case "to":
                return "oI";
            case "that":
                return "wTO";
            case "this"
            or "these"
            or "those"
            or "some"
            or "all"
            or "any"
            or "each"
            or "both"
            or "another"
            or "few"
            or "many"
            or "most"
            or "such"
            or "either"
            or "neither":
                return "TO";
            case "no":
                return "TR";
            case "her":
                return "TO";
            case "his" or "my" or "your" or "our" or "their" or "its" or "the" or "a" or "an" or "every":
                return "T";
            case "more" or "much" or "other" or "own" or "several":
                return "JjTO";
            case "content":
                return "NJj";
            case "it" or "you":
                return "PO";
            case "as"
            or "before"
            or "after"
            or "since"
            or "until"
            or "till"
            or "while"
            or "than"
            or "because"
            or "whereas"
            or "although"
            or "though"
            or "if"
            or "unless":
                return word is "as" or "before" or "after" or "since" or "until" or "till" or "than" ? "Iw" : "w";
            case "like"
            or "near"
            or "down"
            or "up"
            or "over"
            or "off"
            or "about"
            or "in"
            or "out"
            or "on"
            or "inside"
            or "outside":
                return word is "like" ? "IB"
                    : word is "down" or "up" or "off" or "out" or "over" ? "IR"
                    : "I";
            case "so" or "yet":
                return "Rc";
            case "will" or "can" or "may" or "might":
                return "mN";
            case "used" or "half" or "third" or "quarter" or "second" or "past" or "present":
                return "";
            case "not" or "never" or "n't":
                return "R";
        }

        if ((classes & WordClasses.Determiner) != 0)
            return "T";
        if ((classes & WordClasses.Be) != 0)
            return "b";
        if ((classes & WordClasses.Have) != 0)
            return "h";
        if ((classes & WordClasses.Do) != 0)
            return "d";
        if ((classes & WordClasses.Modal) != 0)
            return "m";
        if ((classes & WordClasses.SubjectPronoun) != 0)
            return "P";
        if ((classes & (WordClasses.ObjectPronoun | WordClasses.Pronoun)) != 0)
            return "O";
        if ((classes & WordClasses.Preposition) != 0)
            return "I";
        if ((classes & WordClasses.Conjunction) != 0)
            return "c";
        if ((classes & (WordClasses.Subordinator | WordClasses.Wh)) != 0)
            return "w";
        if ((classes & (WordClasses.NumberWord | WordClasses.OrdinalWord)) != 0)
            return "#";
        return
            (classes & (WordClasses.Month | WordClasses.Weekday)) != 0
            && word is not "may" and not "march" and not "sun" and not "mar" and not "sat"
            ? "M"
            : "";
    }

    private static float[,] MakeTransition()
    {
        var table = new float[Tags.Length, Tags.Length];
        for (var from = 0; from < Tags.Length; from++)
        {
            for (var to = 0; to < Tags.Length; to++)
                table[from, to] = -4.6f;
        }

        foreach (var (tag, very, often, can) in Order)
        {
            var from = Tags.IndexOf(tag);
            foreach (var to in very)
                table[from, Tags.IndexOf(to)] = -1.2f;
            foreach (var to in often)
                table[from, Tags.IndexOf(to)] = -2.3f;
            foreach (var to in can)
                table[from, Tags.IndexOf(to)] = -3.4f;
        }

        return table;
    }
}
