using Copylint.Calendar;
using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <summary>A time in office.</summary>
/// <param name="Title">The title as the gazetteer writes it.</param>
/// <param name="Name">The holder's full name.</param>
/// <param name="Names">The names by which copy calls the holder after the title.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, or null for a holder in office.</param>
/// <param name="Source">Where the dates can be checked.</param>
public sealed record OfficeTerm(
    string Title,
    string Name,
    IReadOnlyList<string> Names,
    DateOnly From,
    DateOnly? To,
    string? Source
)
{
    /// <summary>The days of the term.</summary>
    public DateInterval Window => new(From, To ?? DateOnly.MaxValue);
}

/// <summary>A place where copy calls somebody by an office: "President Barack Obama".</summary>
/// <param name="Tokens">Title and name.</param>
/// <param name="Terms">The terms that it can mean, all of one title.</param>
public sealed record OfficeMention(TokenRange Tokens, IReadOnlyList<OfficeTerm> Terms)
{
    /// <summary>Whether the title follows the name and speaks of the term, not of the holder: "the Obama
    /// administration".</summary>
    public bool IsAfterName { get; init; }

    /// <summary>Whether the holder is called by one name alone.</summary>
    public bool IsOneName { get; init; }
}

/// <summary>Who held which office when. The titles are the entries of the lexicon <see cref="LexiconName"/>, tagged
/// with the title that stands for the group.</summary>
public sealed class OfficeGazetteer
{
    // "George W. Bush" has four, the stop of the initial being one.
    private const int MaxNameTokens = 6;

    // The first title of the group whose titles follow the holder's name.
    private const string AfterName = "administration";

    private readonly Dictionary<string, List<OfficeTerm>> _byTitleAndName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a gazetteer.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="lexicon">Number of the lexicon of titles in the automaton.</param>
    public OfficeGazetteer(IReadOnlyList<OfficeTerm> terms, int lexicon)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Terms = terms;
        Lexicon = lexicon;
        foreach (var term in terms)
        {
            foreach (var name in term.Names)
            {
                var key = $"{term.Title}|{name}";
                if (!_byTitleAndName.TryGetValue(key, out var known))
                    _byTitleAndName.Add(key, known = []);
                known.Add(term);
            }
        }
    }

    /// <summary>Name of the lexicon that holds the titles.</summary>
    public const string LexiconName = "office-titles";

    /// <summary>Number of the lexicon of titles in the automaton.</summary>
    internal int Lexicon { get; }

    /// <summary>All terms.</summary>
    public IReadOnlyList<OfficeTerm> Terms { get; }

    /// <summary>The terms of one office that somebody held.</summary>
    /// <param name="title">The title that stands for its group.</param>
    /// <param name="name">A name by which copy calls the holder.</param>
    public IReadOnlyList<OfficeTerm> TermsOf(string title, string name) =>
        _byTitleAndName.TryGetValue($"{title}|{name}", out var terms) ? terms : [];

    /// <summary>The office that a title's match and the name after it stand for, or null.</summary>
    internal OfficeMention? Of(DocumentAnalysis analysis, in LexiconMatch match)
    {
        if (match.Lexicon != Lexicon)
            return null;
        var tokens = analysis.Tokens;
        var sentence = analysis.Sentences[analysis.SentenceAt(match.FirstToken)];
        if (match.Entry.Tag == AfterName)
            return BeforeTitle(analysis, match, sentence);
        var start = match.EndToken;
        // "Sen. Ted Cruz"
        if (start < sentence.EndToken && tokens[start].Kind == TokenKind.Stop && tokens[start - 1].IsCapitalised)
            start++;
        var end = start;
        while (
            end < sentence.EndToken
            && end - start < MaxNameTokens
            && (
                tokens[end] is { Kind: TokenKind.Word, IsCapitalised: true }
                || IsParticle(analysis.TextOf(end))
                || tokens[end].Kind == TokenKind.Hyphen
                || tokens[end].Kind == TokenKind.Stop && end > start && tokens[end - 1].Length == 1
            )
        )
            end++;
        for (; end > start; end--)
        {
            var name = analysis
                .Document.Text.AsSpan(tokens[start].Start, tokens[end - 1].End - tokens[start].Start)
                .ToString()
                .Replace('’', '\'');
            if (end - start == 1 && GoesOn(analysis, end, sentence))
                continue;
            if (TermsOf(match.Entry.Tag!, name) is { Count: > 0 } terms)
                return new OfficeMention(new TokenRange(match.FirstToken, end), terms) { IsOneName = end - start == 1 };
        }

        return null;
    }

    // "President Petro Poroshenko" is no President Petro; "President Petro Tuesday" is.
    private static bool GoesOn(DocumentAnalysis analysis, int end, Sentence sentence) =>
        end < sentence.EndToken
        && analysis.Tokens[end] is { Kind: TokenKind.Word, IsCapitalised: true }
        && !analysis.Is(end, WordClasses.Weekday | WordClasses.Month);

    // "The Obama administration": "a Clinton administration" is a wish.
    private OfficeMention? BeforeTitle(DocumentAnalysis analysis, in LexiconMatch match, Sentence sentence)
    {
        var name = match.FirstToken - 1;
        if (
            name <= sentence.FirstToken
            || !analysis.Tokens[name].IsCapitalised
            || analysis.TextOf(name - 1) is not ("the" or "The")
            || TermsOf(AfterName, analysis.TextOf(name).ToString()) is not { Count: > 0 } terms
        )
            return null;
        return new OfficeMention(new TokenRange(name, match.EndToken), terms) { IsAfterName = true };
    }

    private static bool IsParticle(ReadOnlySpan<char> text) =>
        text is "von" or "der" or "de" or "la" or "da" or "al" or "el";
}
