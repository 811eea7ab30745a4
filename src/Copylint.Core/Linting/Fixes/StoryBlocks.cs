using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Analysis.Time;
using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Documents.Formats.PlainText;
using Copylint.Documents.Top;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Linting.Fixes;

/// <summary>
/// Tells what a block is to its article, as far as it must not be lost: each answer says why, in words that finish
/// "left alone: …". Reads blocks, tokens and tags, and only where a
/// fix asks.
/// </summary>
internal sealed class StoryBlocks(DocumentAnalysis analysis, BlockPlaces places)
{
    // A quoted word or two is emphasis or a name; a quotation of the story has a clause (SpeechEvidence asks for as
    // many).
    private const int QuotationWords = 4;

    // A guessed heading of more words says what it is about by itself ("Image 1 of 4", "Story continues below
    // advertisement"); edges 3 and 4 in the gate's table of headings.
    internal const int MaxSubheadWords = 3;

    // Words of a line of verse, a list or a script beside which a label can be one of them.
    private const int MaxShortLine = 8;

    // So long that no line of verse has eight of the kind.
    private const int LongestWord = 45;

    private readonly Document _document = analysis.Document;
    private bool? _isArticle;
    private (int First, int Last)? _story;

    // A file can be all residue, so that nearly as many fixes ask as there are blocks: what many of them ask is
    // found once.
    private readonly Dictionary<int, bool> _sentences = [];
    private List<Block>? _standing;
    private HashSet<string>? _linesAbove;
    private StoryLists? _lists;

    /// <summary>Why a block must stay, or null when nothing says so.</summary>
    /// <param name="block">The block that a fix deletes.</param>
    /// <param name="isSure">Whether the rule is nearly always right, so that a guessed heading is none.</param>
    public string? ReasonToKeep(Block block, bool isSure)
    {
        if (!IsArticle)
            return "the file is no article";
        if (IsHeadline(block, isSure))
            return "it is the headline";
        if (IsMetadata(block))
            return "the file's metadata is read from it";
        if (TemplateMarks.StandIn(ParagraphOf(block)))
            return "a shortcode stands in it";
        if (DeletionWords.Has("corrections", TextOf(block)))
            return "it is a note of correction";
        if (HoldsDate(block) && !RepeatsDate(block))
            return "it holds a date";
        if (IsSentence(block))
            return "it is a sentence";
        if (HoldsContact(block))
            return "it tells how to reach somebody";
        if (HoldsWrittenLink(block))
            return "a link that the file itself sets stands in it";
        if (IsWrittenHeading(block))
            return "it is a heading that the file itself sets";
        if (HasCopyUnder(block, isSure))
            return "it is a heading with copy under it";
        if (IntroducesWhatStays(block))
            return "it introduces what follows";
        if (Lists.HoldsItem(block, isSure))
            return "it is an item of a list of the article";
        if (Lists.StandsBetweenSentences(block))
            return "it stands between sentences of the article";
        return IsAmongShortLines(block) ? "it stands among short lines of the article" : null;
    }

    private StoryLists Lists => _lists ??= new StoryLists(analysis, places, this);

    /// <summary>Whether the file is an article: it has a sentence of running text, and neither its name nor its text is
    /// that of a licence, a changelog, a list of contents or of people.</summary>
    public bool IsArticle =>
        _isArticle ??=
            Story.Last >= 0 && !DeletionWords.NamesNoArticle(_document.Path) && !OtherFiles.Has(_document, IsSentence);

    /// <summary>Whether a block stands below the last sentence of the article; false where there is none.</summary>
    public bool StandsBelow(Block block) => Story.Last >= 0 && block.Index > Story.Last;

    /// <summary>Whether a sentence of a block is one that an article tells: it has a stop and a finite verb, a source,
    /// or a quotation.</summary>
    public bool IsSentence(Block block)
    {
        if (!_sentences.TryGetValue(block.Index, out var isSentence))
            _sentences[block.Index] = isSentence = ReadsAsSentence(block, CountsCommands(block));
        return isSentence;
    }

    private bool ReadsAsSentence(Block block, bool countsCommands)
    {
        var text = TextOf(block);
        var hasStop = PlainTextParser.EndsLikeSentence(text);
        if (!hasStop && DeletionWords.Opens("teasers", text))
            return false;
        var tokens = analysis.TokensOf(block.Index);
        var isLong = IsLongInFile(text);
        return (hasStop && isLong)
            || ((hasStop || isLong) && HasFiniteVerb(block, countsCommands))
            || (SaysEnough(text, hasStop) && SpeechEvidence.HasVerbFrame(analysis, tokens))
            || HoldsQuotation(tokens);
    }

    // So many words that end with a stop, or hold a verb, are a sentence of a source file or a page.
    private bool IsLongInFile(ReadOnlySpan<char> text) =>
        _document.Format != DocumentFormats.PlainText && PlainTextParser.CountWords(text) > MaxShortLine;

    // In a source file or a page somebody wrote the command into the article; in the text of a page it can ask for a
    // click, unless it stands as a sentence among the article's.
    private bool CountsCommands(Block block) =>
        _document.Format != DocumentFormats.PlainText
        || (
            block.Index < Story.Last
            && PlainTextParser.CountWords(TextOf(block)) > MaxSubheadWords
            && TextOf(block).IndexOfAnyInRange('a', 'z') >= 0
        );

    // "Previous post", "View comments": too short to tell what anybody said.
    private static bool SaysEnough(ReadOnlySpan<char> text, bool hasStop) =>
        hasStop || PlainTextParser.CountWords(text) > MaxSubheadWords;

    private bool HasFiniteVerb(Block block, bool countsCommands)
    {
        var (first, end) = analysis.SentencesOf(block.Index);
        for (var i = first; i < end; i++)
        {
            var sentence = analysis.Sentences[i];
            if (
                !DeletionWords.Is("prompts", sentence.Span.In(_document.Text))
                && HasFiniteVerb(new TokenRange(sentence.FirstToken, sentence.EndToken), countsCommands)
            )
                return true;
        }

        return false;
    }

    private bool HasFiniteVerb(TokenRange tokens, bool countsCommands)
    {
        for (var i = tokens.First; i < tokens.End; i++)
        {
            if (!countsCommands && IsCommand(i, tokens.First))
                continue;
            if (analysis.Is(i, WordClasses.Auxiliary))
                return true;
            if (
                analysis.Tokens[i].Kind == TokenKind.Word
                && analysis.PartOfSpeechAt(i) == PartOfSpeech.Verb
                && !analysis.TextOf(i).EndsWith("ing", StringComparison.OrdinalIgnoreCase)
                && !(i > tokens.First && analysis.TextOf(i - 1) is "to")
            )
                return true;
        }

        return false;
    }

    // A verb in its base form that opens a sentence or a part of one: "Sign up", "and join us", "Please share".
    private bool IsCommand(int token, int first)
    {
        if (token == first || analysis.Tokens[token - 1].Kind is TokenKind.Stop or TokenKind.Colon or TokenKind.Dash)
            return true;
        if (analysis.Is(token - 1, WordClasses.Conjunction) || analysis.Tokens[token - 1].Kind == TokenKind.Comma)
            return !analysis.TextOf(token).EndsWith("ed", StringComparison.Ordinal)
                && !analysis.TextOf(token).EndsWith('s')
                && !analysis.Is(token, WordClasses.Auxiliary);
        return token == first + 1 && analysis.PartOfSpeechAt(first) == PartOfSpeech.Adverb;
    }

    /// <summary>The indexes of the first and the last block that tells something; the last is -1 where there is
    /// none.</summary>
    public (int First, int Last) Story
    {
        get
        {
            if (_story is { } known)
                return known;
            // Only its ends are asked for, and they are near those of the file.
            int first = 0,
                last = _document.Blocks.Count - 1;
            while (first <= last && !IsOfStory(_document.Blocks[first]))
                first++;
            while (last > first && !IsOfStory(_document.Blocks[last]))
                last--;
            if (first > last)
                (first, last) = (_document.Blocks.Count, -1);
            _story = (first, last);
            return (first, last);
        }
    }

    private bool IsOfStory(Block block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.BlockQuote
        && !analysis.IsResidue(block.Index)
        && ReadsAsSentence(block, countsCommands: _document.Format != DocumentFormats.PlainText);

    private ReadOnlySpan<char> TextOf(Block block) => block.Span.In(_document.Text);

    // The lines with those above and below them up to a blank one: an attribute list belongs to the paragraph that it
    // stands under.
    private ReadOnlySpan<char> ParagraphOf(Block block)
    {
        var source = _document.Source;
        var span = places.SourceOf(block);
        var first = source.Lines.GetPosition(span.Start).Line;
        var last = source.Lines.GetPosition(span.End).Line;
        for (var i = 0; i < MaxParagraph && first > 1 && !source.GetLine(first - 1).In(source.Text).IsWhiteSpace(); i++)
            first--;
        for (
            var i = 0;
            i < MaxParagraph && last < source.Lines.Count && !source.GetLine(last + 1).In(source.Text).IsWhiteSpace();
            i++
        )
            last++;
        return places.Near(
            span,
            TextSpan.FromBounds(source.Lines.GetStart(first), source.Lines.GetSpanWithBreak(last).End)
        );
    }

    // Marks of a paragraph stand at its ends; what is farther away is another line of a list.
    private const int MaxParagraph = 2;

    // The headline of plain text is the first line that could be one: "Share on Facebook" is none.
    private bool IsHeadline(Block block, bool isSure) =>
        block.Kind == BlockKind.Headline
            ? _document.Format != DocumentFormats.PlainText
                || !((isSure && !Lists.StandsBetweenSentences(block)) || OpensWithCommand(block))
            : IsTitle(block) && !RepeatsHeadline(block);

    // Below the text of a page its headline stands again, and the first one stays.
    private bool RepeatsHeadline(Block block) =>
        _document.Format == DocumentFormats.PlainText
        && block.Index > Story.Last
        && _document.Headline is { } headline
        && TextOf(headline).SequenceEqual(TextOf(block));

    private bool IsTitle(Block block) =>
        _document.Metadata[MetadataKey.Title]?.Value is { } title
        && TextOf(block).Trim().Equals(title.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);

    private bool IsMetadata(Block block)
    {
        if (block.Kind is BlockKind.DateHeader or BlockKind.Byline)
            return true;
        var span = places.SourceOf(block);
        return _document.Metadata.Entries.Any(e => e.Origin != MetadataOrigin.Headline && e.Span.Overlaps(span))
            || _document.Metadata.Published.Any(p => p.Span.Overlaps(span));
    }

    // Above the article a time of day or "2 hours ago" is all that some tell of when it was written.
    private bool HoldsDate(Block block) =>
        WrittenDate.TryRead(TextOf(block), out _)
        || (block.Index < Story.First ? TimesIn(block) : DatesIn(block)).Any();

    private IEnumerable<TimeExpression> DatesIn(Block block) =>
        TimesIn(block).Where(t => t.Kind == TimeExpressionKind.Date);

    private IEnumerable<TimeExpression> TimesIn(Block block)
    {
        var times = analysis.TimeExpressions;
        var first = Bisection.First(times.Count, i => times[i].Span.Start >= block.Span.Start);
        for (var i = first; i < times.Count && times[i].Span.End <= block.Span.End; i++)
        {
            if (times[i].Kind is not (TimeExpressionKind.Duration or TimeExpressionKind.Year))
                yield return times[i];
        }
    }

    // Below the text of a page the day of publication stands again.
    private bool RepeatsDate(Block block)
    {
        if (_document.Format != DocumentFormats.PlainText || block.Index <= Story.Last)
            return false;
        _linesAbove ??= [.. _document.Blocks.Take(Story.First).Select(b => TextOf(b).ToString())];
        if (_linesAbove.GetAlternateLookup<ReadOnlySpan<char>>().Contains(TextOf(block)))
            return true;
        var published = _document.Metadata.Published;
        return published.Count > 0 && DatesIn(block).All(t => published.Any(p => SaysDay(t, p.Date)));
    }

    private static bool SaysDay(TimeExpression time, DateOnly day) =>
        time.Day == day.Day && time.Month == day.Month && (time.Year ?? day.Year) == day.Year;

    private bool HoldsQuotation(TokenRange tokens)
    {
        for (var i = tokens.First; i < tokens.End; i++)
        {
            if (
                analysis.Tokens[i].IsQuoteMark
                && analysis.Quotations.At(analysis.Tokens[i].Start) is { WordCount: >= QuotationWords }
            )
                return true;
        }

        return false;
    }

    // A mail address, a telephone number, or the address of a page alone: a line of somebody.
    private bool HoldsContact(Block block)
    {
        var text = TextOf(block).Trim();
        if (text.IndexOf(' ') < 0 && text.IndexOf('.') is > 0 and var dot && text[dot..].Contains('/'))
            return true;
        var at = text.IndexOf('@');
        var hasMail =
            at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
        return hasMail || LineShapes.Phone().IsMatch(text);
    }

    // In plain text a short line is only guessed to be a heading, and a rule that is nearly always right knows better.
    private bool HasCopyUnder(Block block, bool isSure)
    {
        if (!IsMarkedHeading(block) && (isSure || !LooksLikeSubhead(block)))
            return false;
        return Neighbour(block, +1) is { Kind: not (BlockKind.Heading or BlockKind.Headline) };
    }

    // Somebody wrote it into a source file: what stands under it can be code, a picture or a list that a shortcode
    // makes, and is no block.
    private bool IsWrittenHeading(Block block) =>
        _document.Format == DocumentFormats.Markdown && (IsMarkedHeading(block) || IsBoldLine(block));

    private bool IsBoldLine(Block block)
    {
        var line = places.LinesOf(block).Trim();
        var before = _document.Source.Text.AsSpan(0, places.SourceOf(block).Start);
        return before.EndsWith("<strong>", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("<b>", StringComparison.OrdinalIgnoreCase)
            || (
                line.StartsWith("**", StringComparison.Ordinal)
                && line.TrimEnd(':').EndsWith("**", StringComparison.Ordinal)
            )
            || (
                line.StartsWith("__", StringComparison.Ordinal)
                && line.TrimEnd(':').EndsWith("__", StringComparison.Ordinal)
            );
    }

    private bool IntroducesWhatStays(Block block)
    {
        var text = TextOf(block).TrimEnd();
        return _document.Format == DocumentFormats.Markdown
            && (text.EndsWith(':') || text.EndsWith('—') || text.EndsWith('–'));
    }

    internal bool IsMarkedHeading(Block block) =>
        block.Kind == BlockKind.Heading && _document.Format != DocumentFormats.PlainText;

    // A few words alone on a line of plain text, or set in bold.
    private bool LooksLikeSubhead(Block block)
    {
        var text = TextOf(block);
        if (
            block.Kind is not (BlockKind.Heading or BlockKind.Paragraph)
            || PlainTextParser.CountWords(text) > MaxSubheadWords
            || text.IndexOfAnyInRange('0', '9') >= 0
            || PlainTextParser.EndsLikeSentence(text)
        )
            return false;
        if (IsPageLine(block) || IsLabel(text))
            return false;
        if (_document.Format == DocumentFormats.PlainText)
            return PlainTextParser.CountWords(text) == 1 || (Neighbour(block, -1) is { } before && IsSentence(before));
        return IsBoldLine(block);
    }

    // One of several lines of a page, or one that asks for a click.
    private bool IsPageLine(Block block) => StandsInCluster(block) || OpensWithCommand(block);

    // Lines of a page come together; a subhead or a line of verse stands alone among copy.
    private bool StandsInCluster(Block block) =>
        (block.Index > 0 && analysis.IsResidue(block.Index - 1))
        || (block.Index + 1 < _document.Blocks.Count && analysis.IsResidue(block.Index + 1));

    /// <summary>Whether a line says by itself that it is a page's, wherever it stands.</summary>
    public static bool IsLabel(ReadOnlySpan<char> text) =>
        DeletionWords.Is("labels", text) || DeletionWords.Opens("openings", text);

    /// <summary>Whether a block asks for something: "Share on Facebook", "Read more". Two words at least, the first of
    /// them a verb or what goes with one.</summary>
    public bool OpensWithCommand(Block block)
    {
        var tokens = analysis.TokensOf(block.Index);
        return tokens.Count > 1
            && analysis.Tokens[tokens.First + 1].Kind == TokenKind.Word
            && (
                analysis.PartOfSpeechAt(tokens.First) is PartOfSpeech.Verb or PartOfSpeech.Adverb
                || analysis.Is(tokens.First + 1, WordClasses.Preposition | WordClasses.Determiner | WordClasses.Adverb)
            );
    }

    // The nearest block before or after that is no residue and no alternative text.
    private Block? Neighbour(Block block, int step)
    {
        _standing ??= [.. _document.Blocks.Where(b => !analysis.IsResidue(b.Index) && b.Kind != BlockKind.Caption)];
        var after = Bisection.First(_standing.Count, i => _standing[i].Index >= block.Index + (step > 0 ? 1 : 0));
        return _standing.ElementAtOrDefault(step > 0 ? after : after - 1);
    }

    // In a source file a link was set by somebody, and so was an element of a page or a component; only a line that is
    // labelled as a teaser promotes another story.
    private bool HoldsWrittenLink(Block block) =>
        _document.Format == DocumentFormats.Markdown
        && (
            (_document.HasLinkIn(block.Span) && !DeletionWords.Opens("teasers", TextOf(block)))
            || LineShapes.HoldsComponent(places.LinesOf(block))
        );

    // Verse, a script, a quiz: nothing tells a label from the lines beside it. Among the lines after the article there
    // is no such doubt.
    private bool IsAmongShortLines(Block block) =>
        block.Index < Story.Last
        && !IsPageLine(block)
        && PlainTextParser.CountWords(TextOf(block)) <= MaxSubheadWords
        && (IsShortLine(Neighbour(block, -1)) || IsShortLine(Neighbour(block, +1)));

    private bool IsShortLine(Block? block) =>
        block
            is {
                Kind: BlockKind.Paragraph or BlockKind.Heading or BlockKind.BlockQuote,
                Length: < MaxShortLine * LongestWord
            }
        && PlainTextParser.CountWords(TextOf(block)) <= MaxShortLine
        && !IsSentence(block);
}
