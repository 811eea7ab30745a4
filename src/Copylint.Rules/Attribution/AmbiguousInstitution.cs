using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Meaning;

namespace Copylint.Rules.Attribution;

/// <summary>CL2009. "The Ministry of Defence said" where the copy speaks of two countries or more and none stands near.</summary>
internal sealed class AmbiguousInstitution : Analyzer
{
    private int _countries;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        _countries = context.Lexicon("countries");
        context.OnWords("institutions", Check);
    }

    private void Check(WordsContext context)
    {
        var analysis = context.Analysis;
        var first = context.Match.FirstToken;
        if (!BlockKinds.Body.Has(context.Block.Kind) || analysis.Quotations.At(context.Span.Start) is not null)
            return;
        // "Ukraine's", "their", "Foreign Minister Kuleba": told by a possessor, or by the name after a minister.
        if (first > 0 && (analysis.Tokens[first - 1].Kind == TokenKind.Clitic || analysis.TextOf(first - 1) is "its" or "their" or "his" or "her"))
            return;
        if (analysis.TextOf(context.Match.EndToken - 1) is "Minister" && context.Match.EndToken < analysis.Tokens.Length && analysis.Tokens[context.Match.EndToken] is { Kind: TokenKind.Word, IsCapitalised: true })
            return;
        var index = analysis.SentenceAt(first);
        var counts = new Dictionary<string, int>();
        foreach (ref readonly var match in analysis.MatchSpan)
        {
            if (match.Lexicon != _countries || match.Entry.Tag is not { } country)
                continue;
            var sentence = analysis.SentenceAt(match.FirstToken);
            if (sentence >= index - 1 && (sentence < index || match.FirstToken < first) && match.FirstToken >= first - 8)
                return;
            counts[country] = counts.GetValueOrDefault(country) + 1;
        }

        var inPlay = counts.Values.Count(n => n >= 2);
        if (inPlay < 2 || IsIntroduced(analysis, context.Match))
            return;
        context.Report(context.Span, ("institution", context.Span.In(context.Text).ToString()), ("n", inPlay.ToString()));
    }

    // An earlier mention with its country makes this one clear.
    private bool IsIntroduced(Analysis analysis, LexiconMatch later)
    {
        foreach (ref readonly var match in analysis.MatchSpan)
        {
            if (match.FirstToken >= later.FirstToken)
                return false;
            if (match.Lexicon != later.Lexicon || match.Entry.Headword != later.Entry.Headword || match.FirstToken == 0)
                continue;
            if (analysis.Tokens[match.FirstToken - 1].Kind == TokenKind.Clitic)
                return true;
            foreach (ref readonly var country in analysis.MatchSpan)
            {
                if (country.Lexicon == _countries && country.EndToken == match.FirstToken)
                    return true;
            }
        }

        return false;
    }
}
