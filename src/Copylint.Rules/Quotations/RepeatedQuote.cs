using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Rules.Quotations;

/// <summary>CL5007. The same quotation twice: eight words or more, nine tenths of their runs of four words
/// alike.</summary>
internal sealed class RepeatedQuote : Analyzer
{
    private const int MinWords = 8;
    private const int Run = 4;
    private const int MaxCompared = 40;
    private const double Alike = 0.9;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var analysis = context.Analysis;
        Dictionary<int, int>? seen = null;
        List<int> runs = [];
        foreach (var quotation in analysis.Quotations.All)
        {
            if (
                quotation.WordCount < MinWords
                || context.Document.Blocks[quotation.FirstBlock].Kind
                    is BlockKind.Headline
                        or BlockKind.Standfirst
                        or BlockKind.Heading
                        or BlockKind.BlockQuote
                        or BlockKind.Caption
            )
                continue;
            // A quotation that stands twice begins alike: its first run finds the other, more of both decide.
            ReadRuns(analysis, quotation, runs, Run);
            seen ??= [];
            if (runs.Count == 0 || seen.TryAdd(runs[0], quotation.Index))
                continue;
            var first = analysis.Quotations.All[seen[runs[0]]];
            ReadRuns(analysis, first, runs, MaxCompared);
            var earlier = runs.ToHashSet();
            ReadRuns(analysis, quotation, runs, MaxCompared);
            if (runs.Count(earlier.Contains) < Alike * runs.Count)
                continue;
            context.Report(
                quotation.Segments[0],
                new Finding
                {
                    Arguments = [("line", context.LineOf(first.Span))],
                    Related = [new RelatedPlace(first.Segments[0], "It stands here already.")],
                }
            );
        }
    }

    private static void ReadRuns(DocumentAnalysis analysis, Quotation quotation, List<int> runs, int words)
    {
        runs.Clear();
        Span<int> last = stackalloc int[Run];
        var count = 0;
        foreach (var segment in quotation.Segments)
        {
            var sentence = analysis.SentenceAtPosition(segment.Start);
            for (
                var i = analysis.Sentences[sentence].FirstToken;
                i < analysis.Tokens.Length && analysis.Tokens[i].Start < segment.End;
                i++
            )
            {
                if (count == words)
                    return;
                if (
                    analysis.Tokens[i].Start < segment.Start
                    || analysis.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number)
                )
                    continue;
                last[count++ % Run] = analysis.WordKey(i);
                if (count < Run)
                    continue;
                var hash = 17;
                for (var k = 0; k < Run; k++)
                    hash = unchecked(hash * 31 + last[(count + k) % Run]);
                runs.Add(hash);
            }
        }
    }
}
