using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Documents.Formats.PlainText;
using Copylint.Language;

namespace Copylint.Linting.Fixes;

/// <summary>Tells whether a line that looks like one of a page belongs to the article by where it stands: in a list
/// that copy introduces, or between two sentences, where a page has nothing to say.</summary>
/// <param name="analysis">The document.</param>
/// <param name="places">The places of its blocks.</param>
/// <param name="story">What the blocks are to the article.</param>
internal sealed class StoryLists(DocumentAnalysis analysis, BlockPlaces places, StoryBlocks story)
{
    // Lines of a list that a sentence introduces; more are a page's. Edges 20 and 21 in the gate's table of lists.
    private const int MaxLines = 20;

    private readonly Document _document = analysis.Document;
    private (int First, int End, bool IsCopy, bool IsAlone) _list;

    /// <summary>Whether a block is an item of a list of the article. A numbered list is one; so is one that a
    /// colon, a heading or the sentence above it introduces, one of which other items stay, one whose links a
    /// source file sets, one that sentences go on below, and an item alone that no widget's heading stands
    /// over.</summary>
    /// <param name="block">The block that a fix deletes.</param>
    /// <param name="isSure">Whether the rule is nearly always right.</param>
    public bool HoldsItem(Block block, bool isSure)
    {
        if (block.Kind is not (BlockKind.ListItem or BlockKind.TableCell))
            return IsNumbered(block) || IsIntroduced(block, isSure);
        if (block.Index < _list.First || block.Index >= _list.End)
            _list = ListAround(block);
        // Somebody typed the list into a source file.
        var isTyped = _document.Format == DocumentFormats.Markdown || _list.IsAlone;
        return _list.IsCopy || (isTyped && !isSure);
    }

    /// <summary>Whether a block is a few words alone, or one of a few such lines, with a sentence of the
    /// article above them and one below: a subhead, or a list that is the news. Lines of a page come above the
    /// first sentence, below the last one, or over headlines. What labels an advertisement or asks for a click
    /// says by itself what it is.</summary>
    public bool StandsBetweenSentences(Block block)
    {
        if (block.Index > story.Story.Last || !IsName(block))
            return false;
        var (first, end) = RunAround(block.Index);
        if (end - first > MaxLines || !AreNames(first, end) || !GoesOn(end))
            return false;
        // No article has a subhead above its first sentence; a line with nothing above it is the headline.
        return IsCopy(At(first - 1)) || (end == 1 && block.Kind == BlockKind.Headline);
    }

    private Block? At(int index) => index >= 0 && index < _document.Blocks.Count ? _document.Blocks[index] : null;

    private bool IsCopy(Block? block) =>
        block is not null
        && !analysis.IsResidue(block.Index)
        && (block.Kind is BlockKind.ListItem or BlockKind.TableCell || IsWholeSentence(block));

    private bool IsWholeSentence(Block block)
    {
        var text = TextOf(block).TrimEnd();
        return PlainTextParser.EndsLikeSentence(text)
            && !text.EndsWith('…')
            && !text.EndsWith("..", StringComparison.Ordinal)
            && story.IsSentence(block);
    }

    // "Girl found: “We got her!”" is the first of several headlines: a full stop ends copy, and copy goes on
    // after other marks.
    private bool GoesOn(int index) =>
        IsCopy(At(index))
        && (
            TextOf(_document.Blocks[index]).TrimEnd(" ”’\"')]").EndsWith('.')
            || At(index + 1) is null
            || IsCopy(At(index + 1))
        );

    // A picture's caption or a teaser among them is a page's, and so are they all.
    private bool AreNames(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_document.Blocks[i].Kind != BlockKind.Caption && !IsName(_document.Blocks[i]))
                return false;
        }

        return true;
    }

    // "Related", "Most read": neither "Image 1 of 5" nor "Read more", nor an address.
    private bool IsName(Block block)
    {
        var text = TextOf(block).TrimEnd().TrimEnd(':');
        return PlainTextParser.CountWords(text) <= StoryBlocks.MaxSubheadWords
            && text.IndexOfAnyInRange('0', '9') < 0
            && text.IndexOfAny("/@.") < 0
            && !PlainTextParser.EndsLikeSentence(text)
            && !StoryBlocks.IsLabel(text);
    }

    // The lines of a page, and those of a few words, that a block stands among, as far as a list would go; alternative
    // texts stand in no line.
    private (int First, int End) RunAround(int block)
    {
        int first = block,
            end = block + 1;
        while (end - first <= MaxLines && At(first - 1) is { } above && IsLine(above))
            first--;
        while (end - first <= MaxLines && At(end) is { } below && IsLine(below))
            end++;
        return (first, end);
    }

    private bool IsLine(Block block) =>
        analysis.IsResidue(block.Index)
        || block.Kind == BlockKind.Caption
        || (block.Kind is BlockKind.Paragraph or BlockKind.Heading && IsName(block));

    private ReadOnlySpan<char> TextOf(Block block) => block.Span.In(_document.Text);

    private (int First, int End, bool IsCopy, bool IsAlone) ListAround(Block block)
    {
        int first = block.Index,
            end = block.Index + 1;
        while (At(first - 1)?.Kind == block.Kind)
            first--;
        while (At(end)?.Kind == block.Kind)
            end++;
        for (var i = first; i < end; i++)
        {
            if (!analysis.IsResidue(i) || IsNumbered(_document.Blocks[i]) || HoldsListedLink(_document.Blocks[i]))
                return (first, end, true, false);
        }

        var isAlone = end - first == 1 && (first == 0 || !analysis.IsResidue(first - 1));
        var isLabel = isAlone && StoryBlocks.IsLabel(TextOf(block));
        return (first, end, !isLabel && first > 0 && IsListOfCopy(first, end), isAlone);
    }

    // What stands above a list speaks of it, or the article goes on below; in plain text bullets are no page's.
    private bool IsListOfCopy(int first, int end)
    {
        var above = _document.Blocks[first - 1];
        return Introduces(above)
            || LeadsInto(above)
            || SpeaksOf(above, end - first)
            || (_document.Format == DocumentFormats.PlainText && IsCopy(above))
            || (IsCopy(above) && At(end) is not null && GoesOn(end));
    }

    private bool HoldsListedLink(Block block) =>
        _document.Format == DocumentFormats.Markdown && _document.HasLinkIn(block.Span);

    private bool Introduces(Block block) =>
        TextOf(block).TrimEnd().EndsWith(':')
        || (!analysis.IsResidue(block.Index) && (story.IsMarkedHeading(block) || block.Kind == BlockKind.Headline));

    // "The settings are", and then the list.
    private bool LeadsInto(Block block) =>
        !analysis.IsResidue(block.Index) && !PlainTextParser.EndsLikeSentence(TextOf(block));

    // "Police named four apps.", "These services stay shut.", "Which apps do they use?", and then so many.
    private bool SpeaksOf(Block block, int items)
    {
        if (items < 2 || analysis.IsResidue(block.Index) || !story.IsSentence(block))
            return false;
        var (_, end) = analysis.SentencesOf(block.Index);
        var sentence = analysis.Sentences[end - 1];
        var text = sentence.Span.In(_document.Text);
        if (text.TrimEnd().EndsWith('?') || DeletionWords.Has("introductions", text))
            return true;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (Numbers.Value(analysis.TextOf(i), analysis.Tokens[i]) == items)
                return true;
        }

        return false;
    }

    // "Three apps are banned:", or what speaks of them, and then a line for each. "Image 1 of 5", "Terms of Service
    // Privacy Notice" below it are a page's.
    private bool IsIntroduced(Block block, bool isSure)
    {
        var text = TextOf(block);
        if (
            isSure
            || PlainTextParser.CountWords(text) > StoryBlocks.MaxSubheadWords
            || text.IndexOfAnyInRange('0', '9') >= 0
            || text.TrimEnd().EndsWith(':')
        )
            return false;
        var (first, end) = RunAround(block.Index);
        return At(first - 1) is { } above
            && end - first <= MaxLines
            && AreNames(first, end)
            && !analysis.IsResidue(above.Index)
            && (TextOf(above).TrimEnd().EndsWith(':') || SpeaksOf(above, end - first));
    }

    private bool IsNumbered(Block block)
    {
        var line = places.LinesOf(block).TrimStart(" \t>");
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
            digits++;
        return digits is > 0 and <= 3
            && digits + 1 < line.Length
            && line[digits] is '.' or ')'
            && char.IsWhiteSpace(line[digits + 1]);
    }
}
