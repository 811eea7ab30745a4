using System.Text;
using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules.Quotations;

/// <summary>
/// CL5006. A quoted word that is given to a speaker whose full quotation stands in the copy with the same stem in
/// another form and about the same thing: "“liberate” Donbas"
/// against "“the liberation of Donbas”". Where the fragment stands word for word in any quotation, nothing is said.
/// </summary>
internal sealed class FragmentQuoteNotVerbatim : Analyzer
{
    private const int MinShared = 4;
    private const int MaxDistance = 40;
    private const int MinFull = 8;
    private const int StemLength = 6;

    // A quotation of more words is no statement that anybody quotes from, and was not closed where it should be.
    private const int MaxFull = 2000;

    // Places kept for a stem: a document that says a word more often says it in every form.
    private const int MaxKin = 64;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var analysis = context.Analysis;
        List<Fragment>? fragments = null;
        foreach (var quotation in analysis.Quotations.All)
        {
            if (
                quotation.WordCount == 1
                && quotation.Span.Length > StemLength + 2
                && quotation.IsClosed
                && char.IsLower(context.Text[quotation.Span.Start + 1])
                && BlockKinds.Body.Has(context.Document.Blocks[quotation.FirstBlock].Kind)
                && Normalise(quotation.Span.In(context.Text)[1..^1]) is { Length: > StemLength } word
            )
                (fragments ??= []).Add(new Fragment(quotation, word));
        }

        if (fragments is null)
            return;
        // One walk over the words of the full quotations; only those that begin like a fragment are kept.
        var kin = new Dictionary<string, List<Kin>>();
        foreach (var fragment in fragments)
            kin.TryAdd(fragment.Word[..StemLength], []);
        var lookup = kin.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var full in analysis.Quotations.All)
        {
            if (full.WordCount is >= MinFull and <= MaxFull)
                FindKin(analysis, full, lookup);
        }

        Dictionary<Quotation, string>? speakers = null;
        foreach (var fragment in fragments)
        {
            var words = kin[fragment.Word[..StemLength]];
            if (words.Count == 0 || words.Exists(w => w.Word.StartsWith(fragment.Word, StringComparison.Ordinal)))
                continue;
            foreach (var (full, word) in words)
            {
                // Who speaks is asked last: it needs all attributions of the document.
                if (!IsAboutTheSame(analysis, fragment.Quotation, full))
                    continue;
                speakers ??= SpeakersOf(analysis);
                if (
                    !speakers.TryGetValue(fragment.Quotation, out var speaker)
                    || !speakers.TryGetValue(full, out var other)
                    || other != speaker
                )
                    continue;
                context.Report(
                    fragment.Quotation.Span,
                    new Finding
                    {
                        Arguments = [("fragment", fragment.Word), ("speaker", speaker), ("word", word)],
                        Related = [new RelatedPlace(full.Segments[0], $"The full quotation says '{word}'.")],
                    }
                );
                break;
            }
        }
    }

    private sealed record Fragment(Quotation Quotation, string Word);

    private sealed record Kin(Quotation Full, string Word);

    private static void FindKin(
        DocumentAnalysis analysis,
        Quotation full,
        Dictionary<string, List<Kin>>.AlternateLookup<ReadOnlySpan<char>> kin
    )
    {
        Span<char> stem = stackalloc char[StemLength];
        foreach (var segment in full.Segments)
        {
            for (
                var i = analysis.TokenFromPosition(segment.Start);
                i < analysis.Tokens.Length && analysis.Tokens[i].Start < segment.End;
                i++
            )
            {
                var token = analysis.Tokens[i];
                if (token.Kind != TokenKind.Word || token.Length <= StemLength)
                    continue;
                analysis.TextOf(i)[..StemLength].ToLowerInvariant(stem);
                if (kin.TryGetValue(stem, out var words) && words.Count < MaxKin)
                    words.Add(new Kin(full, Normalise(analysis.TextOf(i))));
            }
        }
    }

    // Another long word beside the fragment stands in the full quotation too: both speak of one thing.
    private static bool IsAboutTheSame(DocumentAnalysis analysis, Quotation quotation, Quotation full)
    {
        var text = full.Span.In(analysis.Document.Text);
        var sentence = analysis.Sentences[analysis.SentenceAtPosition(quotation.Span.Start)];
        for (var i = analysis.TokenFromPosition(quotation.Span.End); i < sentence.EndToken; i++)
        {
            var token = analysis.Tokens[i];
            if (token.Start >= quotation.Span.End + MaxDistance)
                return false;
            if (
                token.Kind == TokenKind.Word
                && token.Length >= MinShared
                && !analysis.Is(i, WordClasses.Preposition | WordClasses.Determiner)
                && text.Contains(analysis.TextOf(i), StringComparison.OrdinalIgnoreCase)
            )
                return true;
        }

        return false;
    }

    // The surname of whoever each quotation is given to, by the first attribution that holds it.
    private static Dictionary<Quotation, string> SpeakersOf(DocumentAnalysis analysis)
    {
        var speakers = new Dictionary<Quotation, string>();
        var quotations = analysis.Quotations.All;
        foreach (var attribution in analysis.Attributions)
        {
            if (attribution.SourceName is not { } name)
                continue;
            var surname = name[(name.LastIndexOf(' ') + 1)..];
            foreach (var content in attribution.Content)
            {
                if (analysis.Quotations.At(content.Start) is { } around)
                    speakers.TryAdd(around, surname);
                int low = 0,
                    high = quotations.Count;
                while (low < high)
                {
                    var middle = (low + high) / 2;
                    if (quotations[middle].Span.Start < content.Start)
                        low = middle + 1;
                    else
                        high = middle;
                }

                for (; low < quotations.Count && content.Contains(quotations[low].Span.Start); low++)
                    speakers.TryAdd(quotations[low], surname);
            }
        }

        return speakers;
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
