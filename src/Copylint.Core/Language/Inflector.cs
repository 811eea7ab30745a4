namespace Copylint.Language;

/// <summary>
/// Derives the inflected forms of English headwords by the rules of spelling (Quirk et al., A Comprehensive Grammar of
/// the English Language, 3.1–3.20 and
/// 5.73–5.100), British and American, with a table of irregular ones.
/// </summary>
public static class Inflector
{
    // base: past, participle. A verb of several words inflects its first.
    private static readonly Dictionary<string, (string Past, string Participle)> IrregularVerbs = new(
        StringComparer.Ordinal
    )
    {
        ["be"] = ("was", "been"),
        ["bear"] = ("bore", "borne"),
        ["beat"] = ("beat", "beaten"),
        ["become"] = ("became", "become"),
        ["begin"] = ("began", "begun"),
        ["bite"] = ("bit", "bitten"),
        ["blow"] = ("blew", "blown"),
        ["break"] = ("broke", "broken"),
        ["bring"] = ("brought", "brought"),
        ["build"] = ("built", "built"),
        ["burst"] = ("burst", "burst"),
        ["buy"] = ("bought", "bought"),
        ["cast"] = ("cast", "cast"),
        ["catch"] = ("caught", "caught"),
        ["choose"] = ("chose", "chosen"),
        ["cling"] = ("clung", "clung"),
        ["come"] = ("came", "come"),
        ["cut"] = ("cut", "cut"),
        ["deal"] = ("dealt", "dealt"),
        ["dig"] = ("dug", "dug"),
        ["do"] = ("did", "done"),
        ["draw"] = ("drew", "drawn"),
        ["drive"] = ("drove", "driven"),
        ["eat"] = ("ate", "eaten"),
        ["fall"] = ("fell", "fallen"),
        ["feed"] = ("fed", "fed"),
        ["feel"] = ("felt", "felt"),
        ["fight"] = ("fought", "fought"),
        ["find"] = ("found", "found"),
        ["flee"] = ("fled", "fled"),
        ["fly"] = ("flew", "flown"),
        ["foresee"] = ("foresaw", "foreseen"),
        ["forget"] = ("forgot", "forgotten"),
        ["get"] = ("got", "got"),
        ["give"] = ("gave", "given"),
        ["go"] = ("went", "gone"),
        ["hang"] = ("hung", "hung"),
        ["have"] = ("had", "had"),
        ["hear"] = ("heard", "heard"),
        ["hit"] = ("hit", "hit"),
        ["hold"] = ("held", "held"),
        ["hurt"] = ("hurt", "hurt"),
        ["keep"] = ("kept", "kept"),
        ["know"] = ("knew", "known"),
        ["lead"] = ("led", "led"),
        ["leave"] = ("left", "left"),
        ["let"] = ("let", "let"),
        ["lie"] = ("lied", "lied"),
        ["lose"] = ("lost", "lost"),
        ["make"] = ("made", "made"),
        ["mean"] = ("meant", "meant"),
        ["meet"] = ("met", "met"),
        ["pay"] = ("paid", "paid"),
        ["put"] = ("put", "put"),
        ["quit"] = ("quit", "quit"),
        ["read"] = ("read", "read"),
        ["ride"] = ("rode", "ridden"),
        ["ring"] = ("rang", "rung"),
        ["rise"] = ("rose", "risen"),
        ["run"] = ("ran", "run"),
        ["say"] = ("said", "said"),
        ["see"] = ("saw", "seen"),
        ["seek"] = ("sought", "sought"),
        ["sell"] = ("sold", "sold"),
        ["send"] = ("sent", "sent"),
        ["set"] = ("set", "set"),
        ["shake"] = ("shook", "shaken"),
        ["shoot"] = ("shot", "shot"),
        ["show"] = ("showed", "shown"),
        ["shrink"] = ("shrank", "shrunk"),
        ["shut"] = ("shut", "shut"),
        ["sing"] = ("sang", "sung"),
        ["sink"] = ("sank", "sunk"),
        ["sit"] = ("sat", "sat"),
        ["slay"] = ("slew", "slain"),
        ["sling"] = ("slung", "slung"),
        ["speak"] = ("spoke", "spoken"),
        ["spend"] = ("spent", "spent"),
        ["spin"] = ("spun", "spun"),
        ["spit"] = ("spat", "spat"),
        ["split"] = ("split", "split"),
        ["spread"] = ("spread", "spread"),
        ["stand"] = ("stood", "stood"),
        ["steal"] = ("stole", "stolen"),
        ["stick"] = ("stuck", "stuck"),
        ["sting"] = ("stung", "stung"),
        ["strike"] = ("struck", "struck"),
        ["swear"] = ("swore", "sworn"),
        ["sweep"] = ("swept", "swept"),
        ["swing"] = ("swung", "swung"),
        ["take"] = ("took", "taken"),
        ["teach"] = ("taught", "taught"),
        ["tear"] = ("tore", "torn"),
        ["tell"] = ("told", "told"),
        ["think"] = ("thought", "thought"),
        ["throw"] = ("threw", "thrown"),
        ["tread"] = ("trod", "trodden"),
        ["understand"] = ("understood", "understood"),
        ["uphold"] = ("upheld", "upheld"),
        ["wear"] = ("wore", "worn"),
        ["weep"] = ("wept", "wept"),
        ["win"] = ("won", "won"),
        ["withdraw"] = ("withdrew", "withdrawn"),
        ["write"] = ("wrote", "written"),
    };

    private static readonly Dictionary<string, string> IrregularNouns = new(StringComparer.Ordinal)
    {
        ["man"] = "men",
        ["woman"] = "women",
        ["child"] = "children",
        ["person"] = "people",
        ["wife"] = "wives",
        ["life"] = "lives",
        ["knife"] = "knives",
        ["thief"] = "thieves",
        ["crisis"] = "crises",
        ["analysis"] = "analyses",
        ["hypothesis"] = "hypotheses",
        ["phenomenon"] = "phenomena",
        ["criterion"] = "criteria",
        ["medium"] = "media",
        ["datum"] = "data",
        ["foot"] = "feet",
        ["tooth"] = "teeth",
        ["mouse"] = "mice",
        ["half"] = "halves",
        ["wolf"] = "wolves",
        ["hero"] = "heroes",
    };

    /// <summary>The forms of a headword with the verb form that each is; for other parts of speech the classes are
    /// none.</summary>
    /// <param name="headword">The headword in lower or proper case; for several words, a verb inflects its first and a
    /// noun its last.</param>
    /// <param name="part">Decides which forms are derived.</param>
    /// <returns>The headword first, then the derived forms, without repetition of the same form and class.</returns>
    public static IReadOnlyList<(string Form, WordClasses Classes)> Forms(string headword, PartOfSpeech part)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(headword);
        var forms = new List<(string, WordClasses)>();
        switch (part)
        {
            case PartOfSpeech.Verb:
                var (verb, rest) = headword.IndexOf(' ') is > 0 and var blank
                    ? (headword[..blank], headword[blank..])
                    : (headword, "");
                Add(verb + rest, WordClasses.VerbBase);
                Add(Sibilant(verb) + rest, WordClasses.VerbThird);
                if (IrregularVerbs.TryGetValue(verb, out var irregular))
                {
                    Add(irregular.Past + rest, WordClasses.VerbPast);
                    Add(irregular.Participle + rest, WordClasses.VerbParticiple);
                    Add(
                        With(verb, "ing", doubled: EndsInSingleConsonant(verb) && Syllables(verb) == 1) + rest,
                        WordClasses.VerbIng
                    );
                }
                else
                {
                    foreach (var doubled in Doublings(verb))
                    {
                        Add(With(verb, "ed", doubled) + rest, WordClasses.VerbPast | WordClasses.VerbParticiple);
                        Add(With(verb, "ing", doubled) + rest, WordClasses.VerbIng);
                    }
                }

                break;
            case PartOfSpeech.Noun:
                Add(headword, WordClasses.None);
                var head = headword.LastIndexOfAny([' ', '-']) + 1;
                var noun = headword[head..];
                Add(
                    headword[..head]
                        + (
                            IrregularNouns.TryGetValue(noun, out var plural) ? plural
                            : noun.EndsWith("man", StringComparison.Ordinal) && noun.Length > 4 ? noun[..^2] + "en"
                            : Sibilant(noun)
                        ),
                    WordClasses.None
                );
                break;
            default:
                Add(headword, WordClasses.None);
                break;
        }

        return forms;

        void Add(string form, WordClasses classes)
        {
            var known = forms.FindIndex(f => f.Item1 == form);
            if (known >= 0)
                forms[known] = (form, forms[known].Item2 | classes);
            else
                forms.Add((form, classes));
        }
    }

    private static string Sibilant(string word)
    {
        if (word is "have")
            return "has";
        if (word is "be")
            return "is";
        if (word.EndsWith('y') && word.Length > 1 && !IsVowel(word[^2]))
            return word[..^1] + "ies";
        return
            word.EndsWith('s')
            || word.EndsWith('x')
            || word.EndsWith('z')
            || word.EndsWith("ch", StringComparison.Ordinal)
            || word.EndsWith("sh", StringComparison.Ordinal)
            || (word.EndsWith('o') && word is "go" or "do" or "echo" or "veto")
            ? word + "es"
            : word + "s";
    }

    private static string With(string verb, string ending, bool doubled)
    {
        if (doubled)
            return verb + verb[^1] + ending;
        if (ending == "ing")
        {
            if (verb.EndsWith("ie", StringComparison.Ordinal))
                return verb[..^2] + "ying";
            return verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) && verb.Length > 2
                ? verb[..^1] + "ing"
                : verb + "ing";
        }

        if (verb.EndsWith('e'))
            return verb + "d";
        return verb.EndsWith('y') && verb.Length > 1 && !IsVowel(verb[^2]) ? verb[..^1] + "ied" : verb + ending;
    }

    // One syllable doubles its last consonant (slammed); a last l doubles in British spelling only (signalled,
    // signaled), so both are derived.
    private static bool[] Doublings(string verb)
    {
        if (!EndsInSingleConsonant(verb))
            return [false];
        if (Syllables(verb) == 1)
            return [true];
        if (verb.EndsWith('l'))
            return [true, false];
        return
            verb
                is "admit"
                    or "commit"
                    or "permit"
                    or "submit"
                    or "refer"
                    or "prefer"
                    or "defer"
                    or "infer"
                    or "concur"
                    or "occur"
                    or "deter"
                    or "regret"
                    or "rebut"
                    or "begin"
                    or "forget"
                    or "transfer"
                    or "compel"
                    or "equip"
                    or "abhor"
                    or "kidnap"
                    or "program"
            ? [true]
            : [false];
    }

    private static bool EndsInSingleConsonant(string verb) =>
        verb.Length >= 3
        && !IsVowel(verb[^1])
        && verb[^1] is not ('w' or 'x' or 'y' or 'h')
        && IsVowel(verb[^2])
        && (!IsVowel(verb[^3]) || (verb[^3] == 'u' && verb.Length > 3 && verb[^4] == 'q'));

    private static int Syllables(string word)
    {
        var count = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (IsVowel(word[i]) && (i == 0 || !IsVowel(word[i - 1])))
                count++;
        }

        return word.EndsWith('e') && count > 1 ? count - 1 : count;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
