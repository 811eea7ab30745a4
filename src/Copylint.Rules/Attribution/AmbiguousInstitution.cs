using Copylint.Analysis;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules.Attribution;

/// <summary>CL2009. "The Ministry of Defence said" where the copy speaks of two countries or more and none stands
/// near.</summary>
internal sealed class AmbiguousInstitution : Analyzer
{
    private const int NearTokens = 8;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var countries = context.Lexicon("countries");
        var institutions = context.Lexicon("institutions");
        context.OnDocument(c => Check(c, institutions, countries));
    }

    private static void Check(ReportContext context, int institutions, int countries)
    {
        var analysis = context.Analysis;
        int? inPlay = null;
        HashSet<string>? introduced = null;
        foreach (ref readonly var match in analysis.MatchSpan)
        {
            if (match.Lexicon != institutions)
                continue;
            if (
                IsOpen(context, match, countries)
                && introduced?.Contains(match.Entry.Headword) != true
                && (inPlay ??= CountInPlay(analysis, countries)) >= 2
            )
            {
                var span = analysis.SpanOf(new TokenRange(match.FirstToken, match.EndToken));
                context.Report(span, ("institution", span.In(context.Text).ToString()), ("n", inPlay.Value.ToString()));
            }

            // A mention with its country makes the later ones clear.
            if (
                WordsAround(analysis, match.FirstToken).KindOf(match.FirstToken - 1) == TokenKind.Clitic
                || FollowsCountry(analysis, match.FirstToken, countries)
            )
                (introduced ??= []).Add(match.Entry.Headword);
        }
    }

    // In the body's own words, and nothing beside it tells whose it is.
    private static bool IsOpen(ReportContext context, in LexiconMatch match, int countries)
    {
        var analysis = context.Analysis;
        var first = match.FirstToken;
        var block = analysis.BlockAt(first);
        if (
            match.Entry.IsAllowed
            || analysis.IsResidue(block)
            || !BlockKinds.Body.Has(context.Document.Blocks[block].Kind)
            || analysis.Quotations.At(analysis.Tokens[first].Start) is not null
        )
            return false;
        // "Ukraine's", "their", "Foreign Minister Kuleba": told by a possessor, or by the name after a minister.
        var words = WordsAround(analysis, first);
        if (
            words.KindOf(first - 1) == TokenKind.Clitic
            || words.TextOf(first - 1) is "its" or "their" or "his" or "her"
        )
            return false;
        if (
            words.TextOf(match.EndToken - 1) is "Minister"
            && words.KindOf(match.EndToken) == TokenKind.Word
            && words.IsCapitalised(match.EndToken)
        )
            return false;
        var sentence = analysis.SentenceAt(first);
        var (i, _) = analysis.MatchesIn(new TokenRange(first - NearTokens, first));
        for (; i < analysis.Matches.Count && analysis.Matches[i].EndToken <= match.EndToken + NearTokens; i++)
        {
            var near = analysis.Matches[i];
            if (
                near.Lexicon == countries
                && near.Entry.Tag is not null
                && near.FirstToken < first
                && near.FirstToken >= first - NearTokens
                && analysis.SentenceAt(near.FirstToken) >= sentence - 1
            )
                return false;
        }

        return true;
    }

    private static SentenceCursor WordsAround(DocumentAnalysis analysis, int token) =>
        new(analysis, analysis.Sentences[analysis.SentenceAt(token)]);

    private static bool FollowsCountry(DocumentAnalysis analysis, int token, int countries)
    {
        var (first, end) = analysis.MatchesIn(new TokenRange(token - 1, token));
        for (var i = first; i < end; i++)
        {
            if (analysis.Matches[i].Lexicon == countries)
                return true;
        }

        return false;
    }

    // The countries that the copy names twice or more.
    private static int CountInPlay(DocumentAnalysis analysis, int countries)
    {
        var counts = new Dictionary<string, int>();
        foreach (ref readonly var match in analysis.MatchSpan)
        {
            if (match.Lexicon == countries && match.Entry.Tag is { } country)
                counts[country] = counts.GetValueOrDefault(country) + 1;
        }

        return counts.Values.Count(n => n >= 2);
    }
}
