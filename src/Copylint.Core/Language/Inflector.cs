namespace Copylint.Language;

/// <summary>
/// Derives the inflected forms of English headwords by the rules of spelling (Quirk et al., A Comprehensive Grammar of
/// the English Language, 3.1–3.20 and
/// 5.73–5.100), British and American, with a table of irregular ones.
/// </summary>
public static class Inflector
{
    private static readonly Lazy<IrregularForms> Irregular = new(IrregularForms.Load);

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
                if (Irregular.Value.Verbs.TryGetValue(verb, out var irregular))
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
                            Irregular.Value.Plurals.TryGetValue(noun, out var plural) ? plural
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
        return Irregular.Value.Doubling.Contains(verb) ? [true] : [false];
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
