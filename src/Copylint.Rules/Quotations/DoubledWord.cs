using Copylint.Analysis;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Rules.Quotations;

/// <summary>CL5009. The same word twice in a row, also across a line break.</summary>
internal sealed class DoubledWord : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    // "vitamin A a doctor": a capital in the middle of a sentence makes a name of it.
    private static bool IsName(DocumentAnalysis analysis, int token)
    {
        var before = token - 1;
        return analysis.Tokens[token].IsCapitalised
            && token > analysis.Sentences[analysis.SentenceAt(token)].FirstToken
            && analysis.Tokens[before].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Hyphen;
    }

    // "What it was was a disgrace": the first verb ends the clause that is the subject of the second. A clause opens
    // with a word such as "what" or "whether", or with another verb.
    private static bool MeetAtClause(DocumentAnalysis analysis, int token)
    {
        if (!analysis.Is(token, WordClasses.Auxiliary))
            return false;
        for (var i = analysis.Sentences[analysis.SentenceAt(token)].FirstToken; i < token - 1; i++)
        {
            if (
                analysis.Is(i, WordClasses.Wh | WordClasses.Subordinator | WordClasses.Auxiliary)
                || analysis.TextOf(i).Equals("whether", StringComparison.OrdinalIgnoreCase)
                || analysis.TextOf(i) is "that" or "if" or "If"
                || analysis.PartOfSpeechAt(i) == PartOfSpeech.Verb
            )
                return true;
        }

        // "All they did did not help": a subject before the subject.
        var words = SentenceCursor.At(analysis, token);
        return words.Is(token - 2, WordClasses.SubjectPronoun)
            && words.KindOf(token - 3) == TokenKind.Word
            && !words.Is(token - 3, WordClasses.Conjunction);
    }

    private static void Check(ReportContext context)
    {
        var analysis = context.Analysis;
        var tokens = analysis.Tokens;
        var previous = 0;
        var last = FunctionWords.Last;
        var i = -1;
        foreach (ref readonly var token in tokens)
        {
            i++;
            var word = token.WordId;
            if (word != previous || word == 0 || word > last)
            {
                previous = word;
                continue;
            }

            // Words of the closed classes double by slip; others too, but seldom, and names, sounds and emphasis double
            // on purpose.
            if (
                tokens[i].Kind != TokenKind.Word
                || tokens[i - 1].Kind != TokenKind.Word
                || !analysis.Is(
                    i,
                    WordClasses.Determiner
                        | WordClasses.Preposition
                        | WordClasses.Conjunction
                        | WordClasses.Auxiliary
                        | WordClasses.SubjectPronoun
                        | WordClasses.Subordinator
                        | WordClasses.Wh
                )
            )
                continue;
            var text = analysis.TextOf(i);
            if (
                text.Length < 2 && text is not "a"
                || tokens[i].Shape != CaseShape.Lower
                || text
                    is "had"
                        or "that"
                        or "is"
                        or "do"
                        or "her"
                        or "so"
                        or "no"
                        or "you"
                        or "it"
                        or "in"
                        or "on"
                        or "up"
                        or "down"
                        or "off"
                        or "over"
                        or "more"
                        or "much"
                        or "many"
                        or "all"
                        or "who"
                        or "what"
                        or "there"
                        or "by"
                        or "near"
                || analysis.SentenceAt(i) != analysis.SentenceAt(i - 1)
                || IsName(analysis, i - 1)
                || SentenceCursor.At(analysis, i).KindOf(i + 1) == TokenKind.Hyphen // "an an-depth look"
                || MeetAtClause(analysis, i)
                || analysis.Quotations.At(tokens[i].Start) is not null
            )
                continue;
            var first = TextSpan.FromBounds(tokens[i - 1].Start, tokens[i].End);
            context.Report(
                first,
                new Finding
                {
                    Arguments = [("word", text.ToString())],
                    Fixes =
                    [
                        new Fix(
                            "Delete one of them",
                            true,
                            [
                                new TextEdit(
                                    context.Document.ToSource(TextSpan.FromBounds(tokens[i - 1].End, tokens[i].End)),
                                    ""
                                ),
                            ]
                        ),
                    ],
                }
            );
        }
    }
}
