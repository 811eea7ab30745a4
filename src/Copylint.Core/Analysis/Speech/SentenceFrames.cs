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
            if (!SpeechEvidence.IsFrameOutsideQuotes(analysis, range, i))
                continue;
            _verbs.Add(analysis.Tokens[i].Start);
            if (CommaBefore(analysis, range, i) is { } comma)
                _lastComma = comma;
        }

        _citesSource = SpeechEvidence.CitesSource(analysis, sentence);
    }

    /// <summary>Whether what stands at a place is given to a source.</summary>
    public bool Cover(int position)
    {
        var verb = LastBefore(_verbs, position);
        // What a source says ends at a semicolon.
        return (verb >= 0 && LastBefore(_semicolons, position) < verb) || _lastComma > position || _citesSource;
    }

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
