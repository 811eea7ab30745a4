using Copylint.Analysis;
using Copylint.Documents;
using Copylint.Documents.Formats.PlainText;
using Copylint.Language;

namespace Copylint.Rules;

/// <summary>
/// A headline in title case that stands alone between two paragraphs and speaks of something else: it shares no word
/// with them nor with the rest of the article. A
/// subhead says again what its section is about.
/// </summary>
internal sealed class LoneTeaser(DocumentAnalysis analysis, Func<int, bool> isBody)
{
    private const int MinWords = 6;
    private const int MinContentWords = 4;
    private const int MinWordsBeside = 15;

    // Inflections of a word share its beginning.
    private const int LettersOfStem = 5;
    private const int MinLetters = 4;
    private const WordClasses FunctionWords =
        WordClasses.Determiner
        | WordClasses.SubjectPronoun
        | WordClasses.Pronoun
        | WordClasses.ObjectPronoun
        | WordClasses.Preposition
        | WordClasses.Conjunction
        | WordClasses.Subordinator
        | WordClasses.Auxiliary
        | WordClasses.Wh;

    private readonly HashSet<int> _article = [];
    private bool _isCollected;

    /// <summary>Whether the line is one.</summary>
    public bool Is(Block line)
    {
        var blocks = analysis.Document.Blocks;
        var index = line.Index;
        // In plain text a short line in title case is only guessed to be a heading.
        if (
            !(
                line.Kind == BlockKind.Paragraph
                || (line.Kind == BlockKind.Heading && !analysis.Document.Format.MarksHeadings)
            )
            || index == 0
            || index + 1 >= blocks.Count
            || !IsParagraph(index - 1)
            || !IsParagraph(index + 1)
        )
            return false;
        var text = analysis.Document.Text.AsSpan(line.Span.Start, line.Span.Length);
        if (
            PlainTextParser.CountWords(text) < MinWords
            || !PlainTextParser.IsTitleCase(text)
            || analysis.Quotations.At(line.Span.Start) is not null
        )
            return false;
        var words = new HashSet<int>();
        Collect(index, words);
        if (words.Count < MinContentWords)
            return false;
        CollectArticle();
        return !words.Overlaps(_article);
    }

    private bool IsParagraph(int block) =>
        isBody(block)
        && analysis.Document.Blocks[block].Kind == BlockKind.Paragraph
        && analysis.TokensOf(block) is var tokens
        && tokens.End - tokens.First >= MinWordsBeside;

    private void CollectArticle()
    {
        if (_isCollected)
            return;
        _isCollected = true;
        for (var i = 0; i < analysis.Document.Blocks.Count; i++)
        {
            if (isBody(i) || analysis.Document.Blocks[i].Kind == BlockKind.Headline)
                Collect(i, _article);
        }
    }

    private void Collect(int block, HashSet<int> words)
    {
        var range = analysis.TokensOf(block);
        for (var i = range.First; i < range.End; i++)
        {
            if (analysis.Tokens[i] is { Kind: TokenKind.Word, Length: >= MinLetters } && !analysis.Is(i, FunctionWords))
            {
                var text = analysis.TextOf(i);
                words.Add(
                    string.GetHashCode(text[..Math.Min(text.Length, LettersOfStem)], StringComparison.OrdinalIgnoreCase)
                );
            }
        }
    }
}
