using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Meaning;
using Copylint.Text;

namespace Copylint.Rules.Attribution;

/// <summary>
/// CL2001. Weighs what a clause of the paper's own voice claims: evaluative words, predictions, causes, states of mind, figures. A clause with a source of its own,
/// or in a sentence that cites one, claims nothing.
/// </summary>
internal sealed class UnattributedClaim : Analyzer
{
    private const int WarningScore = 4;
    private const int SuggestionScore = 2;

    private static readonly string[] Triggers = ["claim-markers", "loaded-adjectives", "epithets", "sensational-nouns"];

    private int _markers, _adjectives, _epithets, _nouns;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        _markers = context.Lexicon("claim-markers");
        _adjectives = context.Lexicon("loaded-adjectives");
        _epithets = context.Lexicon("epithets");
        _nouns = context.Lexicon("sensational-nouns");
        context.OnSentenceWithWords(Triggers, Check);
    }

    private void Check(SentenceContext context)
    {
        var analysis = context.Analysis;
        if (!BlockKinds.Body.Has(context.Block.Kind) || SpeechEvidence.CitesSource(analysis, context.Sentence) || SpeaksInFirstPerson(analysis, context.Sentence))
            return;
        foreach (var clause in Clauses.Split(analysis, context.Sentence))
        {
            if (SpeechEvidence.HasFrame(analysis, clause))
                continue;
            var (score, category) = Weigh(analysis, clause);
            if (score < SuggestionScore || (category != "judgement" && FollowsAttribution(analysis, context.Index)))
                continue;
            context.Report(analysis.SpanOf(Trim(analysis, clause)), new Finding
            {
                Severity = score >= WarningScore ? null : Severity.Suggestion,
                Arguments = [("category", category)],
            });
        }
    }

    private (int Score, string Category) Weigh(Analysis analysis, TokenRange clause)
    {
        int evaluative = 0, prediction = 0, cause = 0, mind = 0;
        var (first, end) = analysis.MatchesIn(clause);
        for (var i = first; i < end; i++)
        {
            var match = analysis.Matches[i];
            if (match.Entry.IsAllowed || match.FirstToken < clause.First || analysis.Quotations.At(analysis.Tokens[match.FirstToken].Start) is not null)
                continue;
            var named = analysis.Tokens[match.FirstToken].IsCapitalised && match.FirstToken != analysis.Sentences[analysis.SentenceAt(match.FirstToken)].FirstToken;
            if (match.Lexicon == _markers)
            {
                prediction = Math.Max(prediction, match.Entry.Tag == "prediction" ? 2 : 0);
                evaluative += match.Entry.Tag == "judgement" ? 2 : 0;
                cause = Math.Max(cause, match.Entry.Tag == "cause" ? 1 : 0);
                mind = Math.Max(mind, match.Entry.Tag == "mind" ? 1 : 0);
            }
            else if (!named && match.Lexicon == _epithets)
            {
                evaluative += match.Entry.Strength == Strength.Strong ? 2 : 0;
            }
            else if (!named && (match.Lexicon == _adjectives || match.Lexicon == _nouns))
            {
                evaluative += match.Entry.Strength switch { Strength.Strong => 2, Strength.Moderate => 1, _ => 0 };
            }
        }

        evaluative = Math.Min(evaluative, 4);
        var figure = evaluative + prediction + cause > 0 && HasFigure(analysis, clause) ? 1 : 0;
        var category = evaluative >= 2 ? "judgement" : prediction > 0 ? "prediction" : cause > 0 ? "cause" : mind > 0 ? "state of mind" : evaluative > 0 ? "judgement" : "figure";
        // A cause, a mood or a mild adjective alone is ordinary reporting.
        return (evaluative + prediction + cause + mind + figure, category);
    }

    private static bool HasFigure(Analysis analysis, TokenRange clause)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (analysis.Tokens[i] is { Kind: TokenKind.Number, Length: not 4 } token && (token.Traits & TokenTraits.Ordinal) == 0)
                return true;
        }

        return false;
    }

    private static bool SpeaksInFirstPerson(Analysis analysis, Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var text = analysis.TextOf(i);
            if (text is "?" || (text is "I" or "we" or "We" or "our" or "Our" or "my" or "My" or "us" or "you" or "You" or "your" && analysis.Quotations.At(analysis.Tokens[i].Start) is null))
                return true;
        }

        return false;
    }

    // The sentence before has a source and this one goes on about the same: "He …", "The report …".
    private static bool FollowsAttribution(Analysis analysis, int index)
    {
        if (index == 0)
            return false;
        var sentence = analysis.Sentences[index];
        var before = analysis.Sentences[index - 1];
        if (before.Block < sentence.Block - 1 || !analysis.Is(sentence.FirstToken, WordClasses.SubjectPronoun | WordClasses.Determiner))
            return before.Block == sentence.Block && SpeechEvidence.HasFrame(analysis, new TokenRange(before.FirstToken, before.EndToken));
        return SpeechEvidence.HasFrame(analysis, new TokenRange(before.FirstToken, before.EndToken)) || SpeechEvidence.CitesSource(analysis, before);
    }

    private static TokenRange Trim(Analysis analysis, TokenRange range)
    {
        int first = range.First, end = range.End;
        while (first < end - 1 && (analysis.Tokens[first].Kind is TokenKind.Comma or TokenKind.Dash or TokenKind.Semicolon || analysis.Is(first, WordClasses.Conjunction) && analysis.Tokens[first].Kind == TokenKind.Word))
            first++;
        while (end > first + 1 && analysis.Tokens[end - 1].Kind is TokenKind.Comma or TokenKind.Dash or TokenKind.Semicolon or TokenKind.Stop)
            end--;
        return new TokenRange(first, end);
    }
}
