using Copylint.Analysis;
using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Documents.Formats.PlainText;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Linting.Corpus;

/// <summary>A short line of a file, as far as it matters when lines are compared over files.</summary>
/// <param name="Hash">Hash of its letters and digits in small letters.</param>
/// <param name="Span">Its place in the source text.</param>
/// <param name="IsSentence">Whether it is a whole sentence of some length, which an agency may print again and
/// again.</param>
/// <param name="IsShort">Whether it has one or two words.</param>
public readonly record struct LineFact(ulong Hash, TextSpan Span, bool IsSentence, bool IsShort);

/// <summary>What one file adds to the judgement over all files.</summary>
/// <param name="Site">What it is compared within: the host of its canonical address, or its folder.</param>
/// <param name="Lines">Its short lines.</param>
public sealed record FileFacts(string Site, IReadOnlyList<LineFact> Lines)
{
    private const int MaxWords = 20;
    private const int MinLetters = 4;
    private const int MinSentenceWords = 8;
    private const int ShortWords = 3;

    internal static FileFacts Of(DocumentAnalysis analysis, string path)
    {
        var document = analysis.Document;
        var lines = new List<LineFact>();
        foreach (var block in document.Blocks)
        {
            // Headlines, bylines and dates stand in several files by nature; what another rule found is known already.
            if (
                block.Kind is BlockKind.Headline or BlockKind.Byline or BlockKind.DateHeader
                || analysis.IsResidue(block.Index)
                || block.Length > MaxWords * 24
            )
                continue;
            if (BelongsToArticle(document, block))
                continue;
            if (HashOf(analysis, analysis.TokensOf(block.Index)) is not { } hash)
                continue;
            var text = block.Span.In(document.Text);
            var words = PlainTextParser.CountWords(text);
            lines.Add(
                new LineFact(
                    hash,
                    document.ToSource(block.Span),
                    PlainTextParser.EndsLikeSentence(text) && words >= MinSentenceWords,
                    words < ShortWords
                )
            );
        }

        return new FileFacts(SiteOf(document, path), lines);
    }

    // What recurs in the articles of a site because they are written alike: a heading with copy under it and the first
    // sentence below one, which a list of articles repeats too; a line
    // that introduces what follows; in source files a shortcode, and an item of a list of links.
    private static bool BelongsToArticle(Document document, Block block)
    {
        var text = block.Span.In(document.Text);
        if (text.TrimEnd().EndsWith(':'))
            return true;
        if (document.Format == DocumentFormats.PlainText)
            return false;
        if (block.Kind == BlockKind.Heading)
            return block.Index + 1 < document.Blocks.Count
                && document.Blocks[block.Index + 1].Kind is not (BlockKind.Heading or BlockKind.Headline);
        if (IsUnderHeading(document, block) && PlainTextParser.EndsLikeSentence(text))
            return true;
        return document.Format == DocumentFormats.Markdown
            && (TemplateMarks.StandIn(text) || (block.Kind == BlockKind.ListItem && document.HasLinkIn(block.Span)));
    }

    private static bool IsUnderHeading(Document document, Block block) =>
        block.Index > 0 && document.Blocks[block.Index - 1].Kind is BlockKind.Heading or BlockKind.Headline;

    // Null for what is too long, too short, a time or a figure.
    private static ulong? HashOf(DocumentAnalysis analysis, TokenRange range)
    {
        ulong hash = 0;
        int words = 0,
            letters = 0;
        for (var i = range.First; i < range.End; i++)
        {
            if (
                analysis.Tokens[i].Kind
                is not (TokenKind.Word or TokenKind.Number or TokenKind.Link or TokenKind.Handle or TokenKind.Clitic)
            )
                continue;
            if (analysis.Tokens[i].Kind != TokenKind.Clitic && ++words > MaxWords)
                return null;
            var word = analysis.TextOf(i);
            for (var at = 0; letters < MinLetters && at < word.Length; at++)
                letters += char.IsLetter(word[at]) ? 1 : 0;
            hash = TransitionTable.Spread(hash) ^ Vocabulary.KeyOf(word);
        }

        return letters >= MinLetters && words > 0 ? hash : null;
    }

    private static string SiteOf(Document document, string path)
    {
        if (
            document.Metadata[MetadataKey.CanonicalUrl]?.Value is { } url
            && Uri.TryCreate(url, UriKind.Absolute, out var address)
        )
            return address.Host;
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }
}
