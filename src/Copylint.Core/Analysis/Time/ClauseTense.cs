using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <summary>
/// Finds the verb that an expression of time belongs to and reads its tense: the nearest verb of the clause, before the
/// expression or, where the expression opens its
/// clause, after it. Modals, plans, conditions, participles beside a noun and times of an object are told apart.
/// </summary>
internal static class ClauseTense
{
    private const int LeftReach = 25;
    private const int RightReach = 15;

    // Beyond this an expression with a verb close after it is rather that verb's: "The council of the town in the
    // north, on Tuesday voted".
    private const int FarLeft = 10;
    private const int NearRight = 4;

    /// <summary>The verb of the clause around a range.</summary>
    public static ClauseVerb Of(DocumentAnalysis analysis, TokenRange range)
    {
        var sentence = analysis.Sentences[analysis.SentenceAt(range.First)];
        var left = Left(analysis, sentence, range);
        var opens = OpensClause(analysis, sentence, range);
        if (left is { } near && !opens && range.First - near.Tokens.First <= FarLeft)
            return near;
        var right = Right(analysis, sentence, range);
        if (left is not { } verb)
            return right ?? default;
        if (right is not { } after)
            return verb;
        var isNearer = range.First - verb.Tokens.First > FarLeft && after.Tokens.First - range.End < NearRight;
        return opens || isNearer ? after : verb;
    }

    private static ClauseVerb? Left(DocumentAnalysis analysis, Sentence sentence, TokenRange range)
    {
        var passedIng = false;
        var limit = Math.Max(sentence.FirstToken, range.First - LeftReach);
        for (var i = range.First - 1; i >= limit && analysis.Tokens[i].Kind != TokenKind.Semicolon; i--)
        {
            if (TimeWords.Pending.Has(analysis.TextOf(i)))
                return new ClauseVerb(new TokenRange(i, i + 1), Tense.Future, false, true);
            if (VerbGroup.EndingAt(analysis, i, sentence.FirstToken, sentence.EndToken) is not { } group)
            {
                passedIng |= (PartOfSpeechTagger.VerbFormsOf(analysis.TextOf(i)) & VerbForms.Ing) != 0;
                continue;
            }

            // "vowed not to give in, a month into the war": the infinitive ends at the comma, and the verb before it
            // tells.
            if (group.IsInfinitive && HasComma(analysis, group.Head + 1, range.First))
            {
                i = group.First;
                continue;
            }

            return Judge(analysis, sentence, range, group, passedIng);
        }

        return null;
    }

    private static bool HasComma(DocumentAnalysis analysis, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (analysis.Tokens[i].Kind is TokenKind.Comma or TokenKind.Dash)
                return true;
        }

        return false;
    }

    private static ClauseVerb? Right(DocumentAnalysis analysis, Sentence sentence, TokenRange range)
    {
        var limit = Math.Min(sentence.EndToken, range.End + RightReach);
        for (var i = range.End; i < limit && analysis.Tokens[i].Kind != TokenKind.Semicolon; i++)
        {
            if (VerbGroup.EndingAt(analysis, i, sentence.FirstToken, sentence.EndToken) is null)
                continue;
            var head = LastOfGroup(analysis, sentence, i);
            if (VerbGroup.EndingAt(analysis, head, sentence.FirstToken, sentence.EndToken) is not { } group)
                continue;
            var isHypothetical = IsConditional(analysis, sentence, group.First);
            return new ClauseVerb(
                new TokenRange(group.First, group.Head + 1),
                isHypothetical ? Tense.Hypothetical : TenseOf(analysis, sentence, group),
                false,
                group.IsFromPast
            );
        }

        return null;
    }

    // From "will" over "not be" to "closed".
    private static int LastOfGroup(DocumentAnalysis analysis, Sentence sentence, int first)
    {
        var last = first;
        for (var i = first + 1; i < Math.Min(sentence.EndToken, first + 7); i++)
        {
            if (
                analysis.TextOf(i) is "to"
                || analysis.Is(i, WordClasses.Adverb | WordClasses.Negation)
                || TimeWords.Prospective.Has(analysis.TextOf(i))
            )
                continue;
            if (VerbGroup.EndingAt(analysis, i, sentence.FirstToken, sentence.EndToken) is not { } group)
                break;
            if (group.First > first)
                break;
            last = i;
        }

        return last;
    }

    private static ClauseVerb Judge(
        DocumentAnalysis analysis,
        Sentence sentence,
        TokenRange range,
        in VerbGroup group,
        bool passedIng
    )
    {
        var tokens = new TokenRange(group.First, group.Head + 1);
        if (IsConditional(analysis, sentence, group.First))
            return new ClauseVerb(tokens, Tense.Hypothetical, false, false);
        if (group.IsInfinitive)
            return JudgeInfinitive(analysis, sentence, range, group);
        if (group.Tense != Tense.Past)
            return new ClauseVerb(
                tokens,
                group.Tense,
                !passedIng && group.Tense is not (Tense.Hypothetical or Tense.Unknown),
                group.IsFromPast
            );
        if (group.IsBare && IsBesideNoun(analysis, sentence, range, group))
            return new ClauseVerb(tokens, Tense.Unknown, false, false);
        var preposition = range.First - 1;
        if (TimeWords.ProspectivePrepositions.Has(analysis.TextOf(preposition)))
            return new ClauseVerb(tokens, PlanOf(analysis.TextOf(preposition)), false, true);
        var hasObject = HasNounBetween(analysis, group.Head + 1, range.First);
        if (TimeWords.Deciding.Has(analysis.TextOf(group.Head)) && hasObject)
            return new ClauseVerb(tokens, Tense.Unknown, false, false);
        var isStretch = group.First == group.Head && TimeWords.Stretching.Has(analysis.TextOf(group.Head));
        var isDirect = !passedIng && !isStretch && !IsAfterComma(analysis, sentence, group);
        return new ClauseVerb(tokens, Tense.Past, isDirect && !IsOfNoun(analysis, range), false);
    }

    private static Tense PlanOf(ReadOnlySpan<char> preposition) =>
        preposition is "by" or "from" or "before" or "through" ? Tense.Unknown : Tense.Future;

    // "plans to open on", "managed to escape on": the verb before "to" decides.
    private static ClauseVerb JudgeInfinitive(
        DocumentAnalysis analysis,
        Sentence sentence,
        TokenRange range,
        in VerbGroup group
    )
    {
        var planning = group.First - 1;
        if (planning > sentence.FirstToken && TimeWords.Planning.Has(analysis.TextOf(planning)))
        {
            var isPlanned = (PartOfSpeechTagger.VerbFormsOf(analysis.TextOf(planning)) & VerbForms.Past) != 0;
            return new ClauseVerb(new TokenRange(planning, group.Head + 1), Tense.Future, !isPlanned, isPlanned);
        }

        for (var i = group.First - 1; i >= Math.Max(sentence.FirstToken, group.First - 8); i--)
        {
            if (analysis.Tokens[i].Kind is TokenKind.Comma or TokenKind.Semicolon)
                break;
            if (VerbGroup.EndingAt(analysis, i, sentence.FirstToken, sentence.EndToken) is not { } governor)
                continue;
            var tokens = new TokenRange(governor.First, group.Head + 1);
            if (TimeWords.Implicative.Has(analysis.TextOf(governor.Head)))
                return new ClauseVerb(tokens, governor.Tense, true, false);
            // "will continue to run" is a plan of now; "empowers users to explore", "agreed to meet" are none.
            var isPast = governor.Tense != Tense.Future || governor.IsFromPast;
            return governor.Tense == Tense.Hypothetical
                ? new ClauseVerb(tokens, Tense.Hypothetical, false, false)
                : new ClauseVerb(tokens, Tense.Future, !isPast, isPast);
        }

        return new ClauseVerb(new TokenRange(group.First, group.Head + 1), Tense.Future, false, true);
    }

    private static Tense TenseOf(DocumentAnalysis analysis, Sentence sentence, in VerbGroup group) =>
        group.IsInfinitive ? Tense.Future
        : group.IsBare && IsBesideNoun(analysis, sentence, new TokenRange(group.Head + 1, group.Head + 1), group)
            ? Tense.Unknown
        : group.Tense;

    // "If he resigned on", "the firm would gain if it closed on", "wished he had left".
    private static bool IsConditional(DocumentAnalysis analysis, Sentence sentence, int verb)
    {
        for (var i = verb - 1; i >= sentence.FirstToken; i--)
        {
            if (analysis.Tokens[i].Kind is TokenKind.Comma or TokenKind.Semicolon)
                return false;
            if (TimeWords.Conditional.Has(analysis.TextOf(i)))
                return true;
        }

        return false;
    }

    // A past participle that narrows the noun before it has no tense: "goods delivered on 6 May are void", "wants the
    // school closed on".
    private static bool IsBesideNoun(DocumentAnalysis analysis, Sentence sentence, TokenRange range, in VerbGroup group)
    {
        // "Updated on 6 May", "Born on 6 May in Leeds, he": a label, or a participle before its subject.
        if (group.Head == sentence.FirstToken)
            return true;
        var before = group.Head - 1;
        while (before >= sentence.FirstToken && analysis.Is(before, WordClasses.Adverb))
            before--;
        // "to become exhausted in": what a verb leads to.
        if (before >= sentence.FirstToken && IsVerbAt(analysis, sentence, before))
            return true;
        if (
            before < sentence.FirstToken
            || analysis.Tokens[before].Kind is not (TokenKind.Word or TokenKind.Number)
            || analysis.Is(before, WordClasses.SubjectPronoun | WordClasses.Wh | WordClasses.Conjunction)
        )
            return false;
        return FollowsVerb(analysis, sentence, before) || PrecedesVerb(analysis, sentence, range.End);
    }

    // Another verb of the same clause before it: its object is what the participle narrows.
    private static bool FollowsVerb(DocumentAnalysis analysis, Sentence sentence, int from)
    {
        for (var i = from; i >= sentence.FirstToken; i--)
        {
            if (
                analysis.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Clitic)
                || analysis.Is(i, WordClasses.Conjunction | WordClasses.Subordinator | WordClasses.Wh)
            )
                return false;
            if (VerbGroup.EndingAt(analysis, i, sentence.FirstToken, sentence.EndToken) is not { } other)
                continue;
            if (TimeWords.Causative.Has(analysis.TextOf(i)))
                return true;
            var isRelative = other.First > sentence.FirstToken && analysis.Is(other.First - 1, WordClasses.Wh);
            return !isRelative
                && !other.IsBare
                && !other.IsInfinitive
                && !analysis.Is(i, WordClasses.ReportingVerb | WordClasses.CognitionVerb);
        }

        return false;
    }

    // A finite verb after the time in the same clause, with no subject of its own.
    private static bool PrecedesVerb(DocumentAnalysis analysis, Sentence sentence, int from)
    {
        for (var i = from; i < Math.Min(sentence.EndToken, from + 12); i++)
        {
            if (
                analysis.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number)
                || analysis.Is(
                    i,
                    WordClasses.Conjunction | WordClasses.Subordinator | WordClasses.Wh | WordClasses.SubjectPronoun
                )
                || analysis.TextOf(i) is "to"
            )
                return false;
            if (analysis.Is(i, WordClasses.Be | WordClasses.Have | WordClasses.Do | WordClasses.Modal))
                return analysis.TextOf(i) is not ("be" or "been" or "being" or "having" or "doing" or "done");
            // No noun stands right behind a date.
            if (i == from && from < sentence.EndToken && IsFiniteForm(analysis, i))
                return true;
            if (
                VerbGroup.EndingAt(analysis, i, sentence.FirstToken, sentence.EndToken) is { IsInfinitive: false } group
                && (i == from || !group.IsBare)
            )
                return true;
        }

        return false;
    }

    private static bool IsVerbAt(DocumentAnalysis analysis, Sentence sentence, int token) =>
        VerbGroup.EndingAt(analysis, token, sentence.FirstToken, sentence.EndToken) is not null;

    private static bool IsFiniteForm(DocumentAnalysis analysis, int token) =>
        !analysis.Tokens[token].IsCapitalised
        && !analysis.Is(token, WordClasses.Preposition | WordClasses.Adverb | WordClasses.Determiner)
        && PartOfSpeechTagger.VerbFormsOf(analysis.TextOf(token)) is var forms
        && (forms & (VerbForms.Third | VerbForms.Base | VerbForms.Past)) != 0
        && !(forms.HasFlag(VerbForms.Participle) && !forms.HasFlag(VerbForms.Base));

    private static bool HasNounBetween(DocumentAnalysis analysis, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (analysis.Is(i, WordClasses.Preposition))
                continue;
            if (
                analysis.Tokens[i].Kind == TokenKind.Word
                && analysis.PartOfSpeechAt(i) == PartOfSpeech.Noun
                && !analysis.Is(i, WordClasses.TimeUnit | WordClasses.Weekday)
            )
                return true;
        }

        return false;
    }

    // "the bridge, closed on 6 May": a participle as often as a verb.
    private static bool IsAfterComma(DocumentAnalysis analysis, Sentence sentence, in VerbGroup group) =>
        group.IsBare
        && group.First > sentence.FirstToken
        && analysis.Tokens[group.First - 1].Kind is not (TokenKind.Word or TokenKind.Clitic or TokenKind.Number);

    // "the rules of 3 March", but "on the morning of 3 March".
    private static bool IsOfNoun(DocumentAnalysis analysis, TokenRange range)
    {
        var words = SentenceCursor.At(analysis, range.First);
        return words.Has(range.First - 2)
            && words.TextOf(range.First - 1) is "of" or "dated"
            && !(words.TextOf(range.First - 2) is "morning" or "night" or "evening" or "afternoon" or "day");
    }

    // "On Tuesday the Senate voted", "said that on Friday the shop closed": nothing of the clause stands before it.
    private static bool OpensClause(DocumentAnalysis analysis, Sentence sentence, TokenRange range)
    {
        var before = range.First - 1;
        while (
            before >= sentence.FirstToken
            && (analysis.Is(before, WordClasses.Preposition) || analysis.TextOf(before) is "early" or "late" or "the")
        )
            before--;
        if (before < sentence.FirstToken)
            return true;
        var isOpener =
            analysis.TextOf(before) is "that" or "because" or "while" or "and" or "but"
            || analysis.Tokens[before].Kind is TokenKind.Comma;
        if (!isOpener || before == range.First - 1 && analysis.Tokens[before].Kind == TokenKind.Comma)
            return false;
        var next = range.End;
        if (next < sentence.EndToken && analysis.Tokens[next].Kind == TokenKind.Comma)
            next++;
        return next < sentence.EndToken
            && analysis.Is(next, WordClasses.SubjectPronoun | WordClasses.Determiner)
            && analysis.TextOf(next) is not "who";
    }
}
