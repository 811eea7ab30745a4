using Copylint.Analysis;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Rules.Headlines;

/// <summary>
/// CL8001. The headline states as fact a predicate that the first sentences of the body hedge: the same stem stands in
/// both, a hedge governs it in the body, and the headline
/// has neither hedge, source, quotation nor question.
/// </summary>
internal sealed class HeadlineOverstatesBody : Analyzer
{
    private const int StemLength = 5;
    private const int BodySentences = 3;
    private const int Reach = 7;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var hedges = context.Lexicon("hedges");
        context.OnDocument(c => Check(c, hedges));
    }

    private static void Check(ReportContext context, int hedges)
    {
        var analysis = context.Analysis;
        if (context.Document.Headline is not { Length: < HeadlineLimits.MaxLength } headline)
            return;
        var title = analysis.TokensOf(headline.Index);
        foreach (ref readonly var match in analysis.MatchSpan)
        {
            if (
                match.Lexicon == hedges
                && match.FirstToken >= title.First
                && match.FirstToken < title.End
                && !IsMonth(analysis, match.FirstToken)
            )
                return;
        }

        var seen = 0;
        for (var block = headline.Index + 1; block < context.Document.Blocks.Count && seen < BodySentences; block++)
        {
            if (
                context.Document.Blocks[block].Kind != BlockKind.Paragraph
                || analysis.IsResidue(block)
                || context.Document.Blocks[block].Length < 60
            )
                continue;
            var (first, end) = analysis.SentencesOf(block);
            for (var s = first; s < end && seen < BodySentences; s++, seen++)
            {
                if (Compare(context, title, analysis.Sentences[s], hedges))
                    return;
            }
        }
    }

    private static bool Compare(ReportContext context, TokenRange title, Sentence sentence, int hedges)
    {
        var analysis = context.Analysis;
        var (first, end) = analysis.MatchesIn(new TokenRange(sentence.FirstToken, sentence.EndToken));
        for (var m = first; m < end; m++)
        {
            var hedge = analysis.Matches[m];
            if (
                hedge.Lexicon != hedges
                || hedge.FirstToken < sentence.FirstToken
                || analysis.Quotations.At(analysis.Tokens[hedge.FirstToken].Start) is not null
            )
                continue;
            for (var i = hedge.EndToken; i < Math.Min(sentence.EndToken, hedge.EndToken + Reach); i++)
            {
                if (analysis.Tokens[i].Kind is TokenKind.Comma or TokenKind.Semicolon)
                    break;
                if (
                    analysis.Tokens[i].Kind != TokenKind.Word
                    || analysis.Tokens[i].Length < StemLength
                    || analysis.Tokens[i].IsCapitalised
                )
                    continue;
                if (
                    FindInTitle(context, title, i) is not { } predicate
                    || analysis.PartOfSpeechAt(i) != PartOfSpeech.Verb
                )
                    continue;
                var start = SubjectStart(analysis, title, predicate);
                context.Report(
                    analysis.SpanOf(new TokenRange(start, predicate + 1)),
                    new Finding
                    {
                        Arguments =
                        [
                            (
                                "headline",
                                analysis.SpanOf(new TokenRange(start, predicate + 1)).In(context.Text).ToString()
                            ),
                            (
                                "body",
                                analysis.SpanOf(new TokenRange(hedge.FirstToken, i + 1)).In(context.Text).ToString()
                            ),
                        ],
                        Related =
                        [
                            new RelatedPlace(
                                analysis.SpanOf(new TokenRange(hedge.FirstToken, i + 1)),
                                "The body holds back here."
                            ),
                        ],
                    }
                );
                return true;
            }
        }

        return false;
    }

    // The same stem as a finite or past form in the headline, in a part of it that has no source of its own.
    private static int? FindInTitle(ReportContext context, TokenRange title, int token)
    {
        var analysis = context.Analysis;
        var stem = analysis.TextOf(token)[..StemLength];
        for (var i = title.First + 1; i < title.End; i++)
        {
            var text = analysis.TextOf(i);
            if (
                text.Length < StemLength
                || !text[..StemLength].Equals(stem, StringComparison.OrdinalIgnoreCase)
                || !(
                    text.EndsWith("ed", StringComparison.OrdinalIgnoreCase)
                    || text.EndsWith("s", StringComparison.OrdinalIgnoreCase)
                    || text.EndsWith("en", StringComparison.OrdinalIgnoreCase)
                )
                || analysis.Quotations.At(analysis.Tokens[i].Start) is not null
            )
                continue;
            return HoldsBack(analysis, title, i) ? null : i;
        }

        return null;
    }

    // "X says", "…, says US agent", "X: …", "accused of", a question, "to": the headline holds back too, or tells
    // something else.
    private static bool HoldsBack(DocumentAnalysis analysis, TokenRange title, int predicate)
    {
        for (var k = title.First; k < title.End; k++)
        {
            if (analysis.TextOf(k) is "?" || NamesSource(analysis, title, k, predicate))
                return true;
            if (
                k < predicate
                && (
                    analysis.Tokens[k].Kind == TokenKind.Colon
                    || analysis.Is(k, WordClasses.Negation)
                    || (analysis.Is(k, WordClasses.Modal) && !IsMonth(analysis, k))
                    || IsAccusation(analysis.TextOf(k))
                )
            )
                return true;
        }

        return false;
    }

    // What is revealed, shown or proved is held to be true: such a verb is no source that could be wrong.
    private static bool NamesSource(DocumentAnalysis analysis, TokenRange title, int token, int predicate)
    {
        if (
            token == predicate
            || token == title.First
            || !analysis.Is(token, WordClasses.ReportingVerb)
            || !analysis.Is(token, WordClasses.FiniteVerbForm)
            || (token > predicate && analysis.Tokens[token - 1].Kind is not (TokenKind.Comma or TokenKind.Dash))
        )
            return false;
        var verb = analysis.TextOf(token);
        return !(StartsWith(verb, "reveal") || StartsWith(verb, "show") || StartsWith(verb, "prove"));
    }

    private static bool IsAccusation(ReadOnlySpan<char> word) =>
        StartsWith(word, "accused")
        || StartsWith(word, "charged")
        || StartsWith(word, "suspect")
        || StartsWith(word, "alleged")
        || word.Equals("to", StringComparison.OrdinalIgnoreCase)
        || word.Equals("if", StringComparison.OrdinalIgnoreCase);

    private static bool StartsWith(ReadOnlySpan<char> word, string beginning) =>
        word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

    // "May 15", "15 May": no modal.
    private static bool IsMonth(DocumentAnalysis analysis, int token)
    {
        if (!analysis.Is(token, WordClasses.Month) || !analysis.Tokens[token].IsCapitalised)
            return false;
        var words = SentenceCursor.At(analysis, token);
        return words.KindOf(token + 1) == TokenKind.Number || words.KindOf(token - 1) == TokenKind.Number;
    }

    private static int SubjectStart(DocumentAnalysis analysis, TokenRange title, int predicate)
    {
        var start = predicate;
        while (
            start > title.First
            && predicate - start < 3
            && analysis.Tokens[start - 1].Kind == TokenKind.Word
            && !analysis.Is(start - 1, WordClasses.Preposition | WordClasses.Subordinator)
            && !analysis.TextOf(start - 1).Equals("that", StringComparison.OrdinalIgnoreCase)
        )
            start--;
        return start;
    }
}
