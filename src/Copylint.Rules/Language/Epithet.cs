using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Rules.Language;

/// <summary>CL3002. A name-calling noun right before a name ("tyrant Putin"), or standing for a person by itself ("the
/// tyrant"); elsewhere a suggestion.</summary>
internal sealed class Epithet : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnWords("epithets", Check);

    private static void Check(WordsContext context)
    {
        var analysis = context.Analysis;
        var match = context.Match;
        if (
            !BlockKinds.Copy.Has(context.Block.Kind)
            || context.Document.IsOpinionated
            || analysis.Quotations.At(context.Span.Start) is not null
            || SpeechEvidence.IsJudgedBySource(analysis, context.Span.Start)
        )
            return;
        // The source's word, though the paper chose to repeat it without marks.
        Severity? most = SpeechEvidence.IsAttributed(analysis, context.Span.Start) ? Severity.Suggestion : null;
        var sentence = analysis.Sentences[analysis.SentenceAt(match.FirstToken)];
        // A capital makes it part of a name or title, but at the start of a sentence and in a headline, where every
        // word has one.
        var isTitleCase = context.Block.Kind is BlockKind.Headline or BlockKind.Heading;
        if (!isTitleCase && match.FirstToken > sentence.FirstToken && analysis.Tokens[match.FirstToken].IsCapitalised)
            return;
        if (!isTitleCase && NameAfter(analysis, match, sentence) is { } nameEnd)
            Report(context, new TokenRange(match.FirstToken, nameEnd), most);
        else if (match.Entry.Strength == Strength.Strong && StandsForPerson(analysis, match, sentence))
            Report(context, new TokenRange(match.FirstToken - 1, match.EndToken), most);
        else if (match.Entry.Strength == Strength.Strong)
            Report(context, new TokenRange(match.FirstToken, match.EndToken), Severity.Suggestion); // "a liar", "liars": nobody in particular, or only by implication
    }

    // "the tyrant", "this liar"; before a plural "that" opens a clause ("the claim that demagogues win").
    private static bool PointsAt(DocumentAnalysis analysis, in LexiconMatch match)
    {
        var word = SentenceCursor.At(analysis, match.FirstToken).TextOf(match.FirstToken - 1);
        return word is "the" or "The"
            || (word is "this" or "This" or "that" or "That" && !analysis.TextOf(match.EndToken - 1).EndsWith("s"));
    }

    private static void Report(WordsContext context, TokenRange range, Severity? severity = null)
    {
        var span = context.Analysis.SpanOf(range);
        context.Report(
            span,
            new Finding { Severity = severity, Arguments = [("phrase", span.In(context.Text).ToString())] }
        );
    }

    // The end of the capitalised words that follow, when they look like a person's name and not like the firm "butcher
    // Smith & Sons".
    private static int? NameAfter(DocumentAnalysis analysis, in LexiconMatch match, Sentence sentence)
    {
        var end = match.EndToken;
        while (
            end < sentence.EndToken
            && analysis.Tokens[end] is { Kind: TokenKind.Word, IsCapitalised: true } token
            && (token.Length > 1 || end > match.EndToken)
            && !analysis.Is(end, WordClasses.Month | WordClasses.Weekday | WordClasses.SubjectPronoun)
        )
            end++;
        if (end == match.EndToken)
            return null;
        var isFirm = end < sentence.EndToken && analysis.TextOf(end) is "&";
        return isFirm ? null : end;
    }

    // "the tyrant", "this liar", with nothing after it that it would only describe ("the crook's tower" stays, "the
    // thug life" goes).
    private static bool StandsForPerson(DocumentAnalysis analysis, in LexiconMatch match, Sentence sentence)
    {
        if (match.FirstToken == sentence.FirstToken || !PointsAt(analysis, match))
            return false;
        if (match.EndToken >= sentence.EndToken)
            return true;
        ref readonly var next = ref analysis.Tokens[match.EndToken];
        return next.Kind
                is TokenKind.Stop
                    or TokenKind.Comma
                    or TokenKind.Clitic
                    or TokenKind.Dash
                    or TokenKind.Semicolon
                    or TokenKind.Colon
                    or TokenKind.CloseBracket
            || analysis.Is(
                match.EndToken,
                WordClasses.Auxiliary
                    | WordClasses.Conjunction
                    | WordClasses.Subordinator
                    | WordClasses.Wh
                    | WordClasses.Adverb
                    | WordClasses.FiniteVerbForm
                    | WordClasses.Preposition
            );
    }
}
