using Copylint.Diagnostics;
using Copylint.Language;

namespace SamplePack;

/// <summary>HS0002: a sentence with more words than the house likes.</summary>
public sealed class LongSentence : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var max = (int)context.Number("words");
        context.OnSentence(c => Check(c, max));
    }

    private static void Check(SentenceContext context, int max)
    {
        var words = 0;
        for (var i = context.Sentence.FirstToken; i < context.Sentence.FirstToken + context.Sentence.TokenCount; i++)
            words += context.Analysis.Tokens[i].Kind == TokenKind.Word ? 1 : 0;
        if (words > max)
            context.Report(context.Sentence.Span, ("words", words.ToString()));
    }
}
