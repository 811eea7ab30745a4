using Copylint.Analysis;
using Copylint.Diagnostics;

namespace Copylint.Rules.Figures.Sums;

/// <summary>Holds the figures of a sentence of the paper's own against each other.</summary>
/// <param name="fewest">How many figures a sentence must have for it.</param>
internal abstract class FigureAnalyzer(int fewest) : Analyzer
{
    /// <summary>Quotations of this many words are somebody's own sums.</summary>
    private const int MinQuotedWords = 4;

    private readonly int _fewest = fewest;

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context) => context.OnDocument(CheckAll);

    /// <summary>Checks one sentence.</summary>
    protected abstract void Check(ReportContext context, FigureSentence sentence);

    private void CheckAll(ReportContext context)
    {
        var analysis = context.Analysis;
        var quantities = analysis.Quantities;
        for (var first = 0; first < quantities.All.Length; )
        {
            var end = quantities.EndOfSentence(first);
            var block = analysis.Sentences[quantities.All[first].Sentence].Block;
            var isChecked = BlockKinds.Copy.Has(context.Document.Blocks[block].Kind) && !analysis.IsResidue(block);
            if (end - first >= _fewest && isChecked)
                Check(context, new FigureSentence(analysis, quantities.All[first..end]));
            first = end;
        }
    }

    /// <summary>Whether tokens stand in somebody's words.</summary>
    protected static bool IsQuoted(DocumentAnalysis analysis, TokenRange tokens) =>
        analysis.Quotations.At(analysis.SpanOf(tokens).Start) is { WordCount: >= MinQuotedWords };
}
