using System.Text;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Meaning;

namespace Copylint.Rules.Quotations;

/// <summary>
/// CL5006. A quoted word that is given to a speaker whose full quotation stands in the copy with the same stem in another form and about the same thing: "“liberate” Donbas"
/// against "“the liberation of Donbas”". Where the fragment stands word for word in any quotation, nothing is said.
/// </summary>
internal sealed class FragmentQuoteNotVerbatim : Analyzer
{
    private const int MinShared = 4;
    private const int MaxDistance = 40;
    private const int MinFull = 8;
    private const int StemLength = 6;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var analysis = context.Analysis;
        List<(Quotation Quotation, string Text)>? fulls = null;
        Dictionary<string, string?>? candidates = null;
        foreach (var quotation in analysis.Quotations.All)
        {
            if (quotation.WordCount != 1 || quotation.Span.Length <= StemLength + 2 || !quotation.IsClosed || !char.IsLower(context.Text[quotation.Span.Start + 1]) || !BlockKinds.Body.Has(context.Document.Blocks[quotation.FirstBlock].Kind))
                continue;
            var word = quotation.Span.In(context.Text)[1..^1];
            candidates ??= [];
            if (!candidates.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var fragment))
                candidates.Add(word.ToString(), fragment = CandidateOf(analysis, word, ref fulls));
            if (fragment is null)
                continue;
            foreach (var (full, text) in fulls!)
            {
                // The cheap tests first: who speaks is only looked up where the words are alike.
                if (FindStem(text, fragment) is not { } other || !IsAboutTheSame(analysis, quotation, text) || SpeakerOf(analysis, quotation) is not { } speaker || SpeakerOf(analysis, full) != speaker)
                    continue;
                context.Report(quotation.Span, new Finding
                {
                    Arguments = [("fragment", fragment), ("speaker", speaker), ("word", other)],
                    Related = [new RelatedPlace(full.Segments[0], $"The full quotation says '{other}'.")],
                });
                break;
            }
        }
    }

    // The word in its plain form, when a full quotation has its stem and none the word itself; most have no kin at all, which costs a search and no copy.
    private static string? CandidateOf(Analysis analysis, ReadOnlySpan<char> word, ref List<(Quotation Quotation, string Text)>? fulls)
    {
        if (!HasKin(analysis, word[..StemLength]))
            return null;
        fulls ??= [.. analysis.Quotations.All.Where(q => q.WordCount >= MinFull).Select(q => (q, Normalise(q.Span.In(analysis.Document.Text))))];
        var fragment = Normalise(word);
        return fragment.Length <= StemLength || fulls.Exists(f => f.Text.Contains(fragment, StringComparison.Ordinal)) ? null : fragment;
    }

    private static bool HasKin(Analysis analysis, ReadOnlySpan<char> stem)
    {
        foreach (var full in analysis.Quotations.All)
        {
            if (full.WordCount >= MinFull && full.Span.In(analysis.Document.Text).Contains(stem, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // Another long word beside the fragment stands in the full quotation too: both speak of one thing.
    private static bool IsAboutTheSame(Analysis analysis, Quotation quotation, string full)
    {
        var sentence = analysis.Sentences[analysis.SentenceAtPosition(quotation.Span.Start)];
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var token = analysis.Tokens[i];
            if (token.Kind == TokenKind.Word && token.Start >= quotation.Span.End && token.Length >= MinShared && token.Start < quotation.Span.End + MaxDistance && !analysis.Is(i, WordClasses.Preposition | WordClasses.Determiner)
                && full.Contains(Normalise(analysis.TextOf(i)), StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // The surname of whoever the quotation is given to.
    private static string? SpeakerOf(Analysis analysis, Quotation quotation)
    {
        foreach (var attribution in analysis.Attributions)
        {
            if (attribution.SourceName is { } name && attribution.Content.Any(c => c.Contains(quotation.Span.Start) || quotation.Span.Contains(c.Start)))
                return name.Split(' ')[^1];
        }

        return null;
    }

    private static string? FindStem(string text, string word)
    {
        foreach (var candidate in text.Split(' '))
        {
            if (candidate != word && candidate.Length > StemLength && candidate.AsSpan(0, StemLength).SequenceEqual(word.AsSpan(0, StemLength)))
                return candidate;
        }

        return null;
    }

    private static string Normalise(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                result.Append(char.ToLowerInvariant(c));
            else if (c is '’' or '\'' && result.Length > 0 && result[^1] != ' ')
                result.Append('\'');
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }

        return result.ToString().Trim(' ', '\'');
    }
}
