using Copylint.Analysis;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules.Ethics;

/// <summary>
/// CL9002. In a sentence that tells of an arrest, a charge or a trial, its subject is called guilty: by a noun ("the
/// killer was arrested") or by a relative clause ("the man
/// who stabbed her was charged"). Silent in an article that tells of a conviction, a confession or the death of whoever
/// did it, after "alleged" and the like, and in quotations.
/// </summary>
internal sealed class PresumptionOfInnocence : Analyzer
{
    private const int MaxSubject = 14;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var lists = new Lists(
            context.Lexicon("guilt-nouns"),
            context.Lexicon("legal-process"),
            context.Lexicon("conviction-words"),
            context.Lexicon("suspect-nouns"),
            context.Lexicon("crime-verbs")
        );
        context.OnSentenceWithWords(["legal-process"], c => Check(c, lists));
    }

    /// <summary>The numbers of the word lists.</summary>
    private sealed record Lists(int Guilt, int Process, int Conviction, int Suspect, int Crime);

    private static void Check(SentenceContext context, Lists lists)
    {
        var analysis = context.Analysis;
        var sentence = context.Sentence;
        if (!BlockKinds.Copy.Has(context.Document.Blocks[sentence.Block].Kind) || TellsOfConviction(analysis, lists))
            return;
        var (first, end) = analysis.MatchesIn(new TokenRange(sentence.FirstToken, sentence.EndToken));
        for (var i = first; i < end; i++)
        {
            var process = analysis.Matches[i];
            if (
                process.Lexicon != lists.Process
                || process.FirstToken < sentence.FirstToken
                || analysis.Quotations.At(analysis.Tokens[process.FirstToken].Start) is not null
            )
                continue;
            var guilty = Noun(analysis, sentence, process.FirstToken, first, i, lists)
                ?? Relative(analysis, sentence, process.FirstToken, lists);
            if (
                guilty is not { } range
                || IsHedged(analysis, sentence, range)
                || analysis.Quotations.At(analysis.Tokens[range.First].Start) is not null
            )
                continue;
            var span = analysis.SpanOf(range);
            context.Report(
                span,
                new Finding
                {
                    Arguments =
                    [
                        ("word", span.In(context.Text).ToString()),
                        ("process", process.Entry.Tag ?? "suspected"),
                    ],
                    Related =
                    [
                        new RelatedPlace(
                            analysis.SpanOf(new TokenRange(process.FirstToken, process.EndToken)),
                            "Here no court has decided yet."
                        ),
                    ],
                }
            );
            return;
        }
    }

    private static bool TellsOfConviction(DocumentAnalysis analysis, Lists lists)
    {
        foreach (ref readonly var match in analysis.MatchSpan)
        {
            if (match.Lexicon == lists.Conviction)
                return true;
        }

        return false;
    }

    // The noun that is the subject of what follows: it stands right before, but for words that only say more of it.
    private static TokenRange? Noun(
        DocumentAnalysis analysis,
        Sentence sentence,
        int process,
        int firstMatch,
        int endMatch,
        Lists lists
    )
    {
        for (var i = endMatch - 1; i >= firstMatch; i--)
        {
            var match = analysis.Matches[i];
            if (
                match.Lexicon != lists.Guilt
                || match.Entry.IsAllowed
                || match.FirstToken < sentence.FirstToken
                || process - match.EndToken > MaxSubject
            )
                continue;
            var start = StartOf(analysis, sentence, match.FirstToken);
            // "who sold rounds to the robber has been charged": the noun belongs to what stands before it.
            var isSubject =
                IsSubject(analysis, match.EndToken, process)
                && (start == sentence.FirstToken || !analysis.Is(start - 1, WordClasses.Preposition))
                && !(start - 1 > sentence.FirstToken && analysis.Tokens[start - 1].IsCapitalised);
            return isSubject ? new TokenRange(start, match.EndToken) : null;
        }

        return null;
    }

    // "the man who stabbed two women": a person, "who", and a verb of violence or theft.
    private static TokenRange? Relative(DocumentAnalysis analysis, Sentence sentence, int process, Lists lists)
    {
        for (var i = Math.Max(sentence.FirstToken + 1, process - MaxSubject); i + 1 < process; i++)
        {
            if (!(analysis.TextOf(i) is "who") || !IsIn(analysis, lists.Suspect, i - 1))
                continue;
            var verb = i + 1;
            return IsIn(analysis, lists.Crime, verb) && IsSubject(analysis, verb + 1, process)
                ? new TokenRange(StartOf(analysis, sentence, i - 1), verb + 1)
                : null;
        }

        return null;
    }

    // No other verb and no other person between the noun and the process: "the killer’s car was searched and a man was
    // arrested" is of somebody else.
    private static bool IsSubject(DocumentAnalysis analysis, int from, int process)
    {
        for (var i = from; i < process; i++)
        {
            if (
                analysis.Tokens[i].Kind is TokenKind.Clitic or TokenKind.Semicolon or TokenKind.Colon or TokenKind.Dash
                || analysis.Is(i, WordClasses.Conjunction)
                || analysis.Is(i, WordClasses.SubjectPronoun) && !analysis.Is(i, WordClasses.Wh)
                || (i > from && analysis.Is(i, WordClasses.Auxiliary) && i + 1 < process)
            )
                return false;
        }

        return true;
    }

    private static int StartOf(DocumentAnalysis analysis, Sentence sentence, int noun)
    {
        var start = noun;
        while (
            start > sentence.FirstToken
            && start > noun - 4
            && analysis.Tokens[start - 1].Kind == TokenKind.Word
            && !analysis.Is(
                start - 1,
                WordClasses.Preposition | WordClasses.Conjunction | WordClasses.AnyVerbForm | WordClasses.Auxiliary
            )
            && (
                analysis.Is(start - 1, WordClasses.Determiner)
                || analysis.PartOfSpeechAt(start - 1) == PartOfSpeech.Adjective
            )
        )
        {
            start--;
            if (analysis.Is(start, WordClasses.Determiner))
                break;
        }

        return start;
    }

    private static bool IsHedged(DocumentAnalysis analysis, Sentence sentence, TokenRange range)
    {
        for (var i = Math.Max(sentence.FirstToken, range.First - 4); i < range.End; i++)
        {
            var word = analysis.TextOf(i);
            if (
                word
                is "alleged"
                    or "allegedly"
                    or "suspected"
                    or "accused"
                    or "reportedly"
                    or "apparent"
                    or "possible"
                    or "potential"
                    or "purported"
                    or "presumed"
                    or "supposed"
                    or "suspect"
                    or "no"
                    or "if"
                    or "convicted"
                    or "any"
                    or "Alleged"
                    or "Suspected"
                    or "Accused"
                    or "Suspect"
                    or "Convicted"
            )
                return true;
        }

        return false;
    }

    private static bool IsIn(DocumentAnalysis analysis, int lexicon, int token)
    {
        var (first, end) = analysis.MatchesIn(new TokenRange(token, token + 1));
        for (var i = first; i < end; i++)
        {
            if (analysis.Matches[i].Lexicon == lexicon && analysis.Matches[i].FirstToken == token)
                return true;
        }

        return false;
    }
}
