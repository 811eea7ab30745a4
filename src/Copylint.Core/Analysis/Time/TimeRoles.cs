using Copylint.Analysis.Speech;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <summary>What an expression of time says about the day on which the copy was written.</summary>
public enum TimeRole
{
    /// <summary>It tells the copy's own now: the lead, a caption, the present tense.</summary>
    Now,

    /// <summary>It tells when something happened, which can be now or earlier.</summary>
    Past,

    /// <summary>History, biography, what a sentence recalls.</summary>
    Background,

    /// <summary>A plan or schedule.</summary>
    Future,

    /// <summary>Somebody's words.</summary>
    Quoted,
}

/// <summary>Reads tense and role of a stretch of a sentence from the words around it, without parsing: the nearest verb decides.</summary>
internal static class TimeRoles
{
    /// <summary>The tense of the clause around a range, by the nearest verb, first to the left.</summary>
    public static Tense TenseAround(DocumentAnalysis analysis, TokenRange range)
    {
        var sentence = analysis.Sentences[analysis.SentenceAt(range.First)];
        var left = Tense.Unknown;
        var leftDistance = int.MaxValue;
        for (var i = range.First - 1; i >= Math.Max(sentence.FirstToken, range.First - 25); i--)
        {
            if (analysis.Tokens[i].Kind == TokenKind.Semicolon)
                break;
            left = TenseOf(analysis, sentence, i);
            if (left != Tense.Unknown)
            {
                leftDistance = range.First - i;
                break;
            }
        }

        var right = Tense.Unknown;
        var rightDistance = int.MaxValue;
        for (var i = range.End; i < Math.Min(sentence.EndToken, range.End + 15); i++)
        {
            if (analysis.Tokens[i].Kind == TokenKind.Semicolon)
                break;
            right = TenseOf(analysis, sentence, i);
            if (right != Tense.Unknown)
            {
                rightDistance = i - range.End + 1;
                break;
            }
        }

        // "On Tuesday, the Senate voted" has its verb to the right.
        return left == Tense.Unknown ? right
            : right != Tense.Unknown && leftDistance > 10 && rightDistance < 4 ? right
            : left;
    }

    /// <summary>The role of a range.</summary>
    /// <param name="analysis">The document.</param>
    /// <param name="range">The tokens.</param>
    /// <param name="tense">Its tense, from <see cref="TenseAround"/>.</param>
    public static TimeRole RoleOf(DocumentAnalysis analysis, TokenRange range, Tense tense)
    {
        if (analysis.Quotations.At(analysis.Tokens[range.First].Start) is not null)
            return TimeRole.Quoted;
        var sentence = analysis.Sentences[analysis.SentenceAt(range.First)];
        var block = analysis.Document.Blocks[sentence.Block];
        if (block.Kind == BlockKind.BlockQuote)
            return TimeRole.Quoted;
        if (tense == Tense.Future)
            return TimeRole.Future;
        if (
            tense == Tense.PastPerfect
            || IsRecalled(analysis, sentence, range)
            || HasOtherYear(analysis, sentence, range)
        )
            return TimeRole.Background;
        return
            tense == Tense.Present
            || block.Kind is BlockKind.Caption or BlockKind.Headline
            || sentence.Block <= analysis.LastLeadBlock
            ? TimeRole.Now
            : TimeRole.Past;
    }

    // "when", "after", "since" right before it, or a word of recalling anywhere before it.
    private static bool IsRecalled(DocumentAnalysis analysis, Sentence sentence, TokenRange range)
    {
        for (var i = range.First - 1; i >= Math.Max(sentence.FirstToken, range.First - 8); i--)
        {
            if (analysis.Tokens[i].Kind is TokenKind.Comma or TokenKind.Semicolon)
                break;
            if (
                analysis.TextOf(i)
                is "when"
                    or "When"
                    or "anniversary"
                    or "recalled"
                    or "later"
                    or "former"
                    or "previously"
                    or "once"
            )
                return true;
        }

        return false;
    }

    private static bool HasOtherYear(DocumentAnalysis analysis, Sentence sentence, TokenRange range)
    {
        var own = 0;
        for (var i = range.First; i < range.End; i++)
            own += SentenceCues.IsYear(analysis, i) ? 1 : 0;
        return analysis.CuesOf(sentence).Years > own;
    }

    private static Tense TenseOf(DocumentAnalysis analysis, Sentence sentence, int token)
    {
        if (analysis.Tokens[token].Kind is not (TokenKind.Word or TokenKind.Clitic))
            return Tense.Unknown;
        var text = analysis.TextOf(token);
        if (
            text
            is "will"
                or "Will"
                or "shall"
                or "won't"
                or "won’t"
                or "'ll"
                or "’ll"
                or "would"
                or "due"
                or "scheduled"
                or "slated"
                or "expected"
                or "plans"
                or "planned"
                or "planning"
                or "hopes"
                or "intends"
                or "aims"
                or "upcoming"
                or "until"
                or "pending"
                or "forthcoming"
                or "proposed"
                or "expects"
                or "ahead"
                or "deadline"
                or "set"
        )
            return Tense.Future;
        if (text is "going" && token + 1 < sentence.EndToken && analysis.TextOf(token + 1) is "to")
            return Tense.Future;
        if (analysis.Is(token, WordClasses.Be) && analysis.Tokens[token].Kind == TokenKind.Word)
        {
            // "is to meet", "was to have met"
            if (token + 1 < sentence.EndToken && analysis.TextOf(token + 1) is "to")
                return Tense.Future;
            return text is "was" or "were" or "Was" or "Were" or "wasn't" or "weren't" ? Tense.Past
                : text is "be" or "been" or "being" ? Tense.Unknown
                : Tense.Present;
        }

        if (text is "had" or "Had")
            return
                token + 1 < sentence.EndToken
                && IsPastForm(analysis, token + 1 + (analysis.Is(token + 1, WordClasses.Adverb) ? 1 : 0))
                ? Tense.PastPerfect
                : Tense.Past;
        if (
            text
            is "has"
                or "have"
                or "Has"
                or "Have"
                or "does"
                or "do"
                or "says"
                or "remains"
                or "marks"
                or "continues"
                or "shows"
                or "means"
                or "faces"
        )
            return Tense.Present;
        if (text is "did" or "Did")
            return Tense.Past;
        if (IsPastForm(analysis, token))
        {
            // "had resigned", "had never been told"
            for (var i = token - 1; i >= Math.Max(sentence.FirstToken, token - 3); i--)
            {
                if (analysis.TextOf(i) is "had" or "Had" or "'d" or "’d")
                    return Tense.PastPerfect;
                if (!analysis.Is(i, WordClasses.Adverb | WordClasses.Be))
                    break;
            }

            return Tense.Past;
        }

        return analysis.Is(token, WordClasses.VerbThird) && !analysis.Is(token, WordClasses.NounToo)
            ? Tense.Present
            : Tense.Unknown;
    }

    private static bool IsPastForm(DocumentAnalysis analysis, int token)
    {
        if (token >= analysis.Tokens.Length)
            return false;
        if (analysis.Is(token, WordClasses.VerbPast))
            return true;
        var text = analysis.TextOf(token);
        return text.Length > 4
            && text.EndsWith("ed", StringComparison.Ordinal)
            && char.IsLower(text[0])
            && !(
                token > 0
                && (
                    analysis.Is(token - 1, WordClasses.Determiner)
                    || analysis.Tokens[token - 1].Kind == TokenKind.Hyphen
                )
            )
            && text
                is not (
                    "indeed"
                    or "hundred"
                    or "united"
                    or "speed"
                    or "exceed"
                    or "proceed"
                    or "succeed"
                    or "alleged"
                    or "need"
                );
    }
}
