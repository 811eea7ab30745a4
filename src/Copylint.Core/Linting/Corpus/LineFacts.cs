using Copylint.Analysis;
using Copylint.Documents;
using Copylint.Documents.Formats.PlainText;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Linting.Corpus;

/// <summary>A short line of a file, as far as it matters when lines are compared over files.</summary>
/// <param name="Hash">Hash of its letters and digits in small letters.</param>
/// <param name="Span">Its place in the source text.</param>
/// <param name="IsSentence">Whether it is a whole sentence of some length, which an agency may print again and again.</param>
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
                || block.Span.Length > MaxWords * 24
            )
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
            foreach (var c in analysis.TextOf(i))
                letters += char.IsLetter(c) ? 1 : 0;
            hash = TransitionTable.Spread(hash) ^ Vocabulary.KeyOf(analysis.TextOf(i));
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
