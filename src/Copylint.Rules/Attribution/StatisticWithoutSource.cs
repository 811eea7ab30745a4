using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules.Attribution;

/// <summary>CL2006. A percentage with a word of change or share, or "studies show", and no source in the sentence or
/// beside it.</summary>
internal sealed class StatisticWithoutSource : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var sources = context.Lexicon("figure-sources");
        context.OnSentenceWithWords(["change-words"], c => Check(c, sources));
    }

    private static void Check(SentenceContext context, int sources)
    {
        var analysis = context.Analysis;
        if (
            !BlockKinds.Body.Has(context.Block.Kind)
            || FindFigure(analysis, context.Sentence) is not { } figure
            || analysis.Quotations.At(analysis.Tokens[figure.First].Start) is not null
        )
            return;
        for (var s = context.Index - 1; s <= context.Index + 1; s++)
        {
            if (
                s >= 0
                && s < analysis.Sentences.Count
                && Math.Abs(analysis.Sentences[s].Block - context.Sentence.Block) <= 1
                && HasSource(analysis, s, sources)
            )
                return;
        }

        if (context.Document.HasLinkIn(context.Sentence.Span))
            return;
        var span = analysis.SpanOf(figure);
        context.Report(span, ("figure", span.In(context.Text).ToString()));
    }

    // Votes, polls and companies' own reports carry their source in the thing itself.
    private static bool HasSource(DocumentAnalysis analysis, int index, int sources)
    {
        var sentence = analysis.Sentences[index];
        var range = new TokenRange(sentence.FirstToken, sentence.EndToken);
        if (
            SpeechEvidence.HasFrame(analysis, range)
            || SpeechEvidence.CitesSource(analysis, sentence)
            || SpeechEvidence.HoldsWordOf(analysis, range, sources)
        )
            return true;
        for (var i = range.First; i < range.End; i++)
        {
            if (analysis.TextOf(i) is "[" or "$")
                return true;
        }

        return false;
    }

    // "more than 1 in 10 children", "one in five".
    private static bool IsShare(DocumentAnalysis analysis, Sentence sentence, int token) =>
        token + 2 < sentence.EndToken
        && analysis.TextOf(token + 1) is "in"
        && IsSmallNumber(analysis, token)
        && IsSmallNumber(analysis, token + 2);

    private static bool IsSmallNumber(DocumentAnalysis analysis, int token) =>
        analysis.Tokens[token] is { Kind: TokenKind.Number, Length: < 4 } || analysis.Is(token, WordClasses.NumberWord);

    // "15%", "15 percent", "15 per cent".
    private static TokenRange? FindFigure(DocumentAnalysis analysis, Sentence sentence)
    {
        for (var i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            if (IsShare(analysis, sentence, i))
                return new TokenRange(i, i + 3);
            if (analysis.Tokens[i].Kind != TokenKind.Number)
                continue;
            var next = analysis.TextOf(i + 1);
            if (next is "%" or "percent" or "pct")
                return new TokenRange(i, i + 2);
            if (next is "per" && i + 2 < sentence.EndToken && analysis.TextOf(i + 2) is "cent")
                return new TokenRange(i, i + 3);
        }

        return null;
    }
}
