using Copylint.Analysis;
using Copylint.Analysis.Names;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Rules.Headlines;

/// <summary>CL8003. A name that the headline spells otherwise than the copy, or a noun that it sets in the plural
/// before another where the copy never does.</summary>
internal sealed class HeadlineNameMismatch : Analyzer
{
    private const int ShortestTerm = 5;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        foreach (var drift in context.Analysis.Names.Drifts)
        {
            if (drift.Kind == NameDriftKind.Letters && NameReport.KindOf(context, drift) == BlockKind.Headline)
                NameReport.Report(context, drift, isUnanimous: true);
        }

        if (context.Document.Headline is { Length: < HeadlineLimits.MaxLength } headline)
            CheckTerms(context, headline);
    }

    // "Separatists Regions" over copy that has "separatist regions".
    private static void CheckTerms(ReportContext context, Block headline)
    {
        var analysis = context.Analysis;
        var tokens = analysis.TokensOf(headline.Index);
        for (var i = tokens.First; i + 1 < tokens.End; i++)
        {
            if (!IsPluralBeforeNoun(analysis, i))
                continue;
            var plural = analysis.TextOf(i);
            if (
                CountPairs(analysis, headline, plural, i + 1, out _) > 0
                || CountPairs(analysis, headline, plural[..^1], i + 1, out var place) is not (> 0 and var count)
            )
                continue;
            var span = analysis.SpanOf(new TokenRange(i, i + 2));
            var usual = analysis.SpanOf(new TokenRange(place, place + 2));
            var line = context.LineOf(usual);
            var end = analysis.Tokens[i].End;
            context.Report(
                span,
                new Finding
                {
                    Arguments =
                    [
                        ("usual", usual.In(context.Text).ToString()),
                        ("times", NameReport.Times(count)),
                        ("line", line),
                    ],
                    Related = [new RelatedPlace(usual, $"'{usual.In(context.Text)}' stands here.")],
                    Fixes =
                    [
                        new Fix(
                            $"Write '{plural[..^1]}'",
                            IsSafe: true,
                            [new TextEdit(context.Document.ToSource(new TextSpan(end - 1, 1)), "")]
                        ),
                    ],
                }
            );
        }
    }

    // Two nouns side by side; neither is a verb, since "Students Plan" is a sentence.
    private static bool IsPluralBeforeNoun(DocumentAnalysis analysis, int token)
    {
        var (first, second) = (analysis.Tokens[token], analysis.Tokens[token + 1]);
        return first is { Kind: TokenKind.Word, Length: > ShortestTerm }
            && second is { Kind: TokenKind.Word, Length: >= ShortestTerm, HasSpaceBefore: true }
            && analysis.TextOf(token) is [.., not ('s' or 'S' or 'i' or 'u'), 's' or 'S']
            && IsPlural(analysis.NormalisedFormOf(token))
            && IsNoun(analysis.NormalisedFormOf(token + 1));
    }

    private static bool IsPlural(string word) =>
        PartOfSpeechTagger.VerbFormsOf(word) == VerbForms.None && CommonWords.Has(word.AsSpan(0, word.Length - 1));

    private static bool IsNoun(string word) =>
        PartOfSpeechTagger.VerbFormsOf(word) == VerbForms.None && CommonWords.IsNoun(word);

    private static int CountPairs(
        DocumentAnalysis analysis,
        Block headline,
        ReadOnlySpan<char> first,
        int second,
        out int place
    )
    {
        var count = 0;
        place = -1;
        var tokens = analysis.Tokens;
        for (var i = analysis.TokensOf(headline.Index).End; i + 1 < tokens.Length; i++)
        {
            if (
                tokens[i].Length != first.Length
                || tokens[i + 1].Length != tokens[second].Length
                || !analysis.TextOf(i).Equals(first, StringComparison.OrdinalIgnoreCase)
                || !analysis.TextOf(i + 1).Equals(analysis.TextOf(second), StringComparison.OrdinalIgnoreCase)
            )
                continue;
            if (count++ == 0)
                place = i;
        }

        return count;
    }
}
