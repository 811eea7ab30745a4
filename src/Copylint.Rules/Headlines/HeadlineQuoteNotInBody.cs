using System.Text;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Documents;

namespace Copylint.Rules.Headlines;

/// <summary>CL8004. Words in quotation marks in the headline that the copy does not hold: as they stand, or all long
/// words of them in one sentence.</summary>
internal sealed class HeadlineQuoteNotInBody : Analyzer
{
    private const int MinWord = 4;
    private const int StemLength = 5;
    private const int MaxOutside = 3;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var minWords = (int)context.Number("min-words");
        context.OnDocument(c => Check(c, minWords));
    }

    private static void Check(ReportContext context, int minWords)
    {
        var analysis = context.Analysis;
        if (
            context.Document.Headline is not { Length: < HeadlineLimits.MaxLength } headline
            || !context.Document.Blocks.Any(b => b.Kind == BlockKind.Paragraph && b.Length > 120)
        )
            return;
        foreach (var quotation in analysis.Quotations.All)
        {
            if (
                quotation.FirstBlock != headline.Index
                || !quotation.IsClosed
                || quotation.WordCount < Math.Max(1, minWords)
                || IsWholeLine(context.Text, headline, quotation)
            )
                continue;
            // Mostly it stands there word for word.
            if (
                context
                    .Text.AsSpan(headline.Span.End)
                    .Contains(quotation.Span.In(context.Text)[1..^1], StringComparison.OrdinalIgnoreCase)
            )
                continue;
            var words = Words(quotation.Span.In(context.Text));
            var isFound = false;
            foreach (var sentence in analysis.Sentences)
            {
                if (sentence.Block == headline.Index || analysis.IsResidue(sentence.Block))
                    continue;
                var body = Words(sentence.Span.In(context.Text));
                isFound = words.All(w => w.Length < MinWord || body.Any(b => Alike(w, b)));
                if (isFound)
                    break;
            }

            if (!isFound && words.Exists(w => w.Length >= MinWord))
                context.Report(quotation.Span, ("words", quotation.Span.In(context.Text).ToString()));
        }
    }

    // Marks around the whole headline quote nobody: they come from a table, which doubles those inside, or the headline
    // is a title.
    private static bool IsWholeLine(string text, Block headline, Quotation quotation)
    {
        var line = headline.Span.In(text);
        return line.Length - quotation.Span.Length <= MaxOutside
            || (
                line.Length > 1 && line[0] == '"' && line[^1] == '"' && line.Contains("\"\"", StringComparison.Ordinal)
            );
    }

    private static bool Alike(string a, string b) =>
        a == b
        || (
            a.Length >= StemLength
            && b.Length >= StemLength
            && a.AsSpan(0, StemLength).SequenceEqual(b.AsSpan(0, StemLength))
        );

    private static List<string> Words(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (word.Length > 0 && c is not ('’' or '\''))
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }
}
