using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <summary>
/// A verb with its auxiliaries, read from its last word to the left: "will not be closed", "is set to open", "had never
/// been told".
/// </summary>
/// <param name="First">Its first token.</param>
/// <param name="Head">Its last token, the verb itself.</param>
/// <param name="Tense">The tense that the group tells by itself.</param>
/// <param name="IsFromPast">Whether a plan is told from a past: "was due to".</param>
/// <param name="IsBare">Whether a past form stands without an auxiliary, so that it can be a participle beside a
/// noun.</param>
/// <param name="IsInfinitive">Whether it is "to" and a verb, so that the verb before it decides.</param>
internal readonly record struct VerbGroup(
    int First,
    int Head,
    Tense Tense,
    bool IsFromPast,
    bool IsBare,
    bool IsInfinitive
)
{
    private const int MaxLength = 9;

    /// <summary>The group whose last word a token is, or null where it is no verb.</summary>
    /// <param name="analysis">The document.</param>
    /// <param name="head">The token.</param>
    /// <param name="first">The first token of the sentence.</param>
    /// <param name="end">The end of the sentence.</param>
    public static VerbGroup? EndingAt(DocumentAnalysis analysis, int head, int first, int end)
    {
        ref readonly var token = ref analysis.Tokens[head];
        if (token.Kind is not (TokenKind.Word or TokenKind.Clitic))
            return null;
        var forms = FormsAt(analysis, head, first);
        var isProspective = IsProspectiveAt(analysis, head, end);
        if (forms == VerbForms.None && !isProspective && !analysis.Is(head, WordClasses.Auxiliary))
            return null;
        var auxiliaries = Auxiliaries.Before(analysis, head, first);
        return Classify(analysis, head, end, forms, isProspective, auxiliaries);
    }

    private static VerbForms FormsAt(DocumentAnalysis analysis, int token, int first)
    {
        ref readonly var word = ref analysis.Tokens[token];
        if (word.Kind != TokenKind.Word || (word.IsCapitalised && token != first))
            return VerbForms.None;
        if (analysis.Is(token, WordClasses.Auxiliary | WordClasses.Preposition | WordClasses.Determiner))
            return VerbForms.None;
        var forms = PartOfSpeechTagger.VerbFormsOf(analysis.TextOf(token));
        // "to vote" is a verb whatever "vote" is most often.
        var isAfterTo = token > first && (forms & VerbForms.Base) != 0 && analysis.TextOf(token - 1) is "to";
        return forms != VerbForms.None && (isAfterTo || analysis.PartOfSpeechAt(token) == PartOfSpeech.Verb)
            ? forms
            : VerbForms.None;
    }

    // "due on", "set to", "scheduled for": with or without a form of be before it; "expected him to" is a verb with its
    // object.
    private static bool IsProspectiveAt(DocumentAnalysis analysis, int token, int end) =>
        TimeWords.Prospective.Has(analysis.TextOf(token))
        && (
            analysis.TextOf(token) is "due" or "Due" or "slated"
            || token + 1 == end
            || token + 1 < end
                && (
                    analysis.TextOf(token + 1) is "to"
                    || analysis.TextOf(token) is "scheduled" or "planned" or "expected"
                        && analysis.Is(token + 1, WordClasses.Preposition)
                )
        );

    private static VerbGroup? Classify(
        DocumentAnalysis analysis,
        int head,
        int end,
        VerbForms forms,
        bool isProspective,
        in Auxiliaries auxiliaries
    )
    {
        var group = new VerbGroup(auxiliaries.First, head, Tense.Unknown, false, false, false);
        var text = analysis.TextOf(head);
        if (auxiliaries.Modal is not 0 || analysis.Is(head, WordClasses.Modal) && text is not "May")
            return group with
            {
                Tense = IsWill(analysis, auxiliaries.Modal is not 0 ? auxiliaries.Modal - 1 : head)
                    ? Tense.Future
                    : Tense.Hypothetical,
            };
        if (auxiliaries.IsProspective && auxiliaries.HasTo || isProspective)
            return group with { Tense = Tense.Future, IsFromPast = auxiliaries.IsPastBe || auxiliaries.IsHad };
        if (auxiliaries.HasTo)
            return auxiliaries.IsFiniteBe
                ? group with
                {
                    Tense = Tense.Future,
                    IsFromPast = auxiliaries.IsPastBe,
                }
                : group with
                {
                    IsInfinitive = true,
                };
        if (auxiliaries.IsHad)
            return group with { Tense = Tense.PastPerfect };
        if (auxiliaries.IsHave)
            return group with { Tense = Tense.Present };
        if (auxiliaries.IsPastBe || auxiliaries.IsDid)
            return group with { Tense = Tense.Past };
        if (auxiliaries.IsFiniteBe || auxiliaries.IsDo)
            return group with { Tense = Tense.Present };
        if (auxiliaries.IsBareBe)
            return group with { Tense = Tense.Hypothetical };
        return ClassifyAlone(analysis, head, end, forms, group);
    }

    private static VerbGroup? ClassifyAlone(
        DocumentAnalysis analysis,
        int head,
        int end,
        VerbForms forms,
        in VerbGroup group
    )
    {
        var text = analysis.TextOf(head);
        if (analysis.Is(head, WordClasses.Be))
        {
            if (head + 1 < end && analysis.TextOf(head + 1) is "to")
                return group with { Tense = Tense.Future, IsFromPast = Auxiliaries.IsPast(text) };
            return Auxiliaries.IsPast(text) ? group with { Tense = Tense.Past }
                : Auxiliaries.IsPresent(text) ? group with { Tense = Tense.Present }
                : null;
        }

        if (analysis.Is(head, WordClasses.Have))
            return text is "had" or "Had" or "hadn't" or "hadn’t" ? group with { Tense = Tense.Past }
                : text is "having" or "Having" ? null
                : group with { Tense = Tense.Present };
        if (analysis.Is(head, WordClasses.Do))
            return text.StartsWith("did", StringComparison.OrdinalIgnoreCase) ? group with { Tense = Tense.Past }
                : text is "done" or "doing" ? null
                : group with { Tense = Tense.Present };
        if (TimeWords.Planning.Has(text) && (forms & (VerbForms.Base | VerbForms.Third)) != 0)
            return group with { Tense = Tense.Future };
        if ((forms & VerbForms.Past) != 0 && !(forms.HasFlag(VerbForms.Base) && IsPresentBefore(analysis, head)))
            return group with { Tense = Tense.Past, IsBare = (forms & VerbForms.Participle) != 0 };
        // "exhausted" can be finite, "come" and "seen" cannot.
        if ((forms & VerbForms.Participle) != 0)
            return group with
            {
                Tense = text.EndsWith("ed", StringComparison.Ordinal) ? Tense.Past : Tense.Unknown,
                IsBare = true,
            };
        return (forms & (VerbForms.Third | VerbForms.Base)) != 0 ? group with { Tense = Tense.Present } : null;
    }

    // "They cut" can be either; a plural pronoun before a form that is also the base says nothing, "to" and modals were
    // seen before.
    private static bool IsPresentBefore(DocumentAnalysis analysis, int head) =>
        SentenceCursor.At(analysis, head).TextOf(head - 1) is "always" or "often" or "usually";

    private static bool IsWill(DocumentAnalysis analysis, int token) =>
        analysis.TextOf(token) is "will" or "Will" or "shall" or "won't" or "won’t" or "'ll" or "’ll" or "shan't";

    /// <summary>What stands of auxiliaries before a verb.</summary>
    private readonly record struct Auxiliaries
    {
        public int First { get; private init; }

        /// <summary>The token of the modal and one, or 0.</summary>
        public int Modal { get; private init; }
        public bool HasTo { get; private init; }
        public bool IsProspective { get; private init; }
        public bool IsPastBe { get; private init; }
        public bool IsFiniteBe { get; private init; }
        public bool IsBareBe { get; private init; }
        public bool IsHad { get; private init; }
        public bool IsHave { get; private init; }
        public bool IsDid { get; private init; }
        public bool IsDo { get; private init; }

        public static bool IsPast(ReadOnlySpan<char> be) =>
            be is "was" or "were" or "Was" or "Were" or "wasn't" or "weren't" or "wasn’t" or "weren’t";

        public static bool IsPresent(ReadOnlySpan<char> be) => !IsPast(be) && be is not ("be" or "been" or "being");

        public static Auxiliaries Before(DocumentAnalysis analysis, int head, int first)
        {
            var found = new Auxiliaries { First = head };
            for (var i = head - 1; i >= Math.Max(first, head - MaxLength); i--)
            {
                if (found.Read(analysis, i) is { } next)
                    found = next;
                else if (!IsTransparent(analysis, i))
                    break;
            }

            return found;
        }

        private Auxiliaries? Read(DocumentAnalysis analysis, int token)
        {
            var text = analysis.TextOf(token);
            if (analysis.Is(token, WordClasses.Modal) && text is not "May")
                return Modal != 0 ? null : this with { First = token, Modal = token + 1 };
            if (analysis.Is(token, WordClasses.Be) && text is not ("'s" or "’s"))
                return this with
                {
                    First = token,
                    IsPastBe = IsPastBe || IsPast(text),
                    IsFiniteBe = IsFiniteBe || text is not ("be" or "been" or "being"),
                    IsBareBe = IsBareBe || text is "be",
                };
            if (analysis.Is(token, WordClasses.Have))
                return this with
                {
                    First = token,
                    IsHad = IsHad || text is "had" or "Had" or "hadn't" or "hadn’t",
                    IsHave = IsHave || text is not ("had" or "Had" or "hadn't" or "hadn’t"),
                };
            if (analysis.Is(token, WordClasses.Do))
                return this with
                {
                    First = token,
                    IsDid = IsDid || text.StartsWith("did", StringComparison.OrdinalIgnoreCase),
                    IsDo = IsDo || !text.StartsWith("did", StringComparison.OrdinalIgnoreCase),
                };
            if (text is "to")
                return HasTo ? null : this with { First = token, HasTo = true };
            return HasTo && TimeWords.Prospective.Has(text) ? this with { First = token, IsProspective = true } : null;
        }

        // "will also be", "was not", "has since been".
        private static bool IsTransparent(DocumentAnalysis analysis, int token) =>
            analysis.Tokens[token].Kind == TokenKind.Word
            && (
                analysis.Is(token, WordClasses.Adverb | WordClasses.Negation)
                || analysis.TextOf(token).EndsWith("ly", StringComparison.Ordinal)
                || analysis.TextOf(token) is "since" or "first" or "all" or "both"
            );
    }
}
