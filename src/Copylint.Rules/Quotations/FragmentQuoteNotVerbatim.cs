using System.Text;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Meaning;

namespace Copylint.Rules.Quotations;

/// <summary>
/// CL5006. A quoted fragment of one to three words that is given to a speaker whose full quotation stands in the copy with the same stem in another form: "“liberate” Donbas"
/// against "“the liberation of Donbas”". Where the fragment stands word for word in any quotation, nothing is said.
/// </summary>
internal sealed class FragmentQuoteNotVerbatim : Analyzer
{
    private const int MaxFragment = 3;
    private const int MinFull = 8;
    private const int StemLength = 6;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var analysis = context.Analysis;
        var fulls = analysis.Quotations.All.Where(q => q.WordCount >= MinFull).ToList();
        if (fulls.Count == 0)
            return;
        foreach (var quotation in analysis.Quotations.All)
        {
            if (quotation.WordCount is 0 or > MaxFragment || !quotation.IsClosed || !BlockKinds.Body.Has(context.Document.Blocks[quotation.FirstBlock].Kind))
                continue;
            var fragment = Normalise(quotation.Span.In(context.Text));
            var stem = fragment.Split(' ').MaxBy(w => w.Length)!;
            if (stem.Length <= StemLength || analysis.Quotations.All.Any(q => q != quotation && q.WordCount > quotation.WordCount && Normalise(q.Span.In(context.Text)).Contains(fragment, StringComparison.Ordinal)))
                continue;
            if (SpeakerOf(analysis, quotation) is not { } speaker)
                continue;
            foreach (var full in fulls)
            {
                if (SpeakerOf(analysis, full) != speaker || FindStem(Normalise(full.Span.In(context.Text)), stem) is not { } word)
                    continue;
                context.Report(quotation.Span, new Finding
                {
                    Arguments = [("fragment", fragment), ("speaker", speaker), ("word", word)],
                    Related = [new RelatedPlace(full.Segments[0], $"The full quotation says '{word}'.")],
                });
                break;
            }
        }
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
