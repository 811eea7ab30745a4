using Copylint.Language;

namespace Copylint.Analysis.Speech;

/// <summary>How strongly a clause of the paper's own voice claims something that somebody must answer for.</summary>
/// <param name="Score">2 or more is a claim, 4 or more a strong one.</param>
/// <param name="Category">What kind of claim, for a message.</param>
public readonly record struct ClaimStrength(int Score, string Category)
{
    /// <summary>From this score on a clause claims something.</summary>
    public const int Claim = 2;

    /// <summary>From this score on it claims it strongly.</summary>
    public const int Strong = 4;

    /// <summary>The names of the lexicons whose words make a clause worth weighing.</summary>
    public static IReadOnlyList<string> Triggers { get; } =
    ["claim-markers", "loaded-adjectives", "epithets", "sensational-nouns"];

    /// <summary>
    /// Weighs a clause: words that judge, predictions, readings of minds, and a figure beside them. A cause, a mood or
    /// a mild word alone is ordinary reporting.
    /// </summary>
    /// <param name="analysis">The document.</param>
    /// <param name="clause">The tokens.</param>
    /// <param name="lexicons">The numbers of <see cref="Triggers"/>, in their order.</param>
    public static ClaimStrength Of(DocumentAnalysis analysis, TokenRange clause, IReadOnlyList<int> lexicons)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(lexicons);
        int evaluative = 0,
            prediction = 0,
            cause = 0,
            mind = 0;
        var (first, end) = analysis.MatchesIn(clause);
        for (var i = first; i < end; i++)
        {
            var match = analysis.Matches[i];
            if (
                match.Entry.IsAllowed
                || match.FirstToken < clause.First
                || !Contains(lexicons, match.Lexicon)
                || analysis.Quotations.At(analysis.Tokens[match.FirstToken].Start) is not null
                || match.Entry.Neighbours?.Admit(analysis, match) == false
                || SpeechEvidence.IsJudgedBySource(analysis, analysis.Tokens[match.FirstToken].Start)
            )
                continue;
            var isName =
                analysis.Tokens[match.FirstToken].IsCapitalised
                && match.FirstToken != analysis.Sentences[analysis.SentenceAt(match.FirstToken)].FirstToken;
            if (match.Lexicon == lexicons[0])
            {
                prediction = Math.Max(
                    prediction,
                    match.Entry.Tag switch
                    {
                        "prediction" => 2,
                        "outlook" => 1,
                        _ => 0,
                    }
                );
                evaluative += match.Entry.Tag == "judgement" ? 2 : 0;
                cause = Math.Max(cause, match.Entry.Tag == "cause" ? 1 : 0);
                mind = Math.Max(mind, match.Entry.Tag == "mind" ? 1 : 0);
            }
            else if (!isName && match.Lexicon == lexicons[2])
            {
                evaluative += match.Entry.Strength == Strength.Strong ? 2 : 0;
            }
            else if (!isName)
            {
                evaluative += match.Entry switch
                {
                    { Strength: Strength.Strong } => 2,
                    { Strength: Strength.Moderate, Tag: "judgement" } => 1,
                    _ => 0,
                };
            }
        }

        evaluative = Math.Min(evaluative, 4);
        // A cause counts beside a judgement only: "because of" alone explains what everybody can see.
        cause = evaluative + mind > 0 ? cause : 0;
        var figure = evaluative + prediction >= 2 && HasFigure(analysis, clause) ? 1 : 0;
        var category =
            evaluative >= 2 ? "judgement"
            : prediction > 1 ? "prediction"
            : cause > 0 ? "cause"
            : mind > 0 ? "state of mind"
            : evaluative > 0 ? "judgement"
            : "prediction";
        return new ClaimStrength(evaluative + prediction + cause + mind + figure, category);
    }

    private static bool Contains(IReadOnlyList<int> lexicons, int lexicon)
    {
        for (var i = 0; i < lexicons.Count; i++)
        {
            if (lexicons[i] == lexicon)
                return true;
        }

        return false;
    }

    private static bool HasFigure(DocumentAnalysis analysis, TokenRange clause)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (
                analysis.Tokens[i] is { Kind: TokenKind.Number, Length: not 4 } token
                && (token.Traits & TokenTraits.Ordinal) == 0
            )
                return true;
        }

        return false;
    }
}
