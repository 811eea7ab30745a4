using Copylint.Language;

namespace Copylint.Analysis.Speech;

/// <summary>Where in one sentence somebody is said to speak: read once, asked for each listed word of the
/// sentence.</summary>
internal sealed class SentenceFrames
{
    // ", the ministry said on Monday": a comma and at most so many words before the verb.
    private const int MaxFrame = 7;

    private readonly List<int> _verbs = [];
    private readonly List<int> _semicolons = [];
    private readonly List<int> _clauseEnds = [];
    private readonly List<int> _judgements = [];
    private readonly int _lastComma = -1;
    private readonly bool _citesSource;

    /// <summary>Reads a sentence.</summary>
    public SentenceFrames(DocumentAnalysis analysis, Sentence sentence)
    {
        var range = new TokenRange(sentence.FirstToken, sentence.EndToken);
        for (var i = range.First; i < range.End; i++)
        {
            if (analysis.Tokens[i].Kind == TokenKind.Semicolon)
                _semicolons.Add(analysis.Tokens[i].Start);
            if (EndsJudgement(analysis, sentence, i))
                _clauseEnds.Add(analysis.Tokens[i].Start);
            if (!SpeechEvidence.IsFrameOutsideQuotes(analysis, range, i))
                continue;
            _verbs.Add(analysis.Tokens[i].Start);
            if (CommaBefore(analysis, range, i) is { } comma)
                _lastComma = comma;
        }

        ReadJudgements(analysis, range);
        _citesSource = SpeechEvidence.CitesSource(analysis, sentence);
    }

    /// <summary>Whether what stands at a place is given to a source.</summary>
    public bool Cover(int position)
    {
        var verb = LastBefore(_verbs, position);
        // What a source says ends at a semicolon.
        return (verb >= 0 && LastBefore(_semicolons, position) < verb) || _lastComma > position || _citesSource;
    }

    /// <summary>Whether a verb or noun of judging before a place, in its clause, gives what stands there to
    /// somebody.</summary>
    public bool Judge(int position)
    {
        var judged = LastBefore(_judgements, position);
        return judged >= 0 && LastBefore(_clauseEnds, position) < judged;
    }

    private void ReadJudgements(DocumentAnalysis analysis, TokenRange range)
    {
        var (first, end) = analysis.MatchesIn(range);
        for (var i = first; i < end; i++)
        {
            var match = analysis.Matches[i];
            if (
                match.Lexicon == analysis.Resources.JudgingFrames
                && match.FirstToken >= range.First
                && analysis.Quotations.At(analysis.Tokens[match.FirstToken].Start) is null
                && (match.Entry.Tag is null || IsVerb(analysis, match.FirstToken))
            )
                _judgements.Add(analysis.Tokens[match.EndToken - 1].Start);
        }
    }

    // "the call" is no verb; a participle may be tagged as an adjective ("has since described").
    private static bool IsVerb(DocumentAnalysis analysis, int token) =>
        analysis.PartOfSpeechAt(token) is PartOfSpeech.Verb or PartOfSpeech.Adjective;

    // A judgement ends with its clause: at a comma, a semicolon, a dash, and where "as" or "while" opens another.
    private static bool EndsJudgement(DocumentAnalysis analysis, Sentence sentence, int token) =>
        analysis.Tokens[token].Kind is TokenKind.Semicolon or TokenKind.Comma or TokenKind.Dash
        || (
            token > sentence.FirstToken
            && token + 1 < sentence.EndToken
            && Clauses.OpensClause(analysis, sentence, token)
        );

    // ", he said"; ", who said" belongs to a person.
    private static int? CommaBefore(DocumentAnalysis analysis, TokenRange range, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(range.First, verb - MaxFrame); i--)
        {
            if (analysis.Tokens[i].Kind == TokenKind.Comma)
                return analysis.Is(i + 1, WordClasses.Wh | WordClasses.Subordinator) ? null : analysis.Tokens[i].Start;
        }

        return null;
    }

    // The last of some places before a place, or -1.
    private static int LastBefore(List<int> places, int position)
    {
        var at = places.BinarySearch(position);
        at = (at < 0 ? ~at : at) - 1;
        return at < 0 ? -1 : places[at];
    }
}
