using Copylint.Documents;
using Copylint.Documents.Formats;

namespace Copylint.Linting.Fixes;

/// <summary>Tells files that are no articles by their text: licences, changelogs, contents, templates.</summary>
internal static class OtherFiles
{
    // Blocks at the top in which a licence says what it is, and how much of each is read.
    private const int LegalZone = 6;
    private const int MaxLegalLine = 400;

    // Fewer entries are a list of an article; edges 7 and 8 in the gate's table of files.
    private const int MinEntries = 8;

    /// <summary>Whether a document is one of them.</summary>
    /// <param name="document">The document.</param>
    /// <param name="isSentence">Whether a block is a sentence that an article tells.</param>
    public static bool Has(Document document, Func<Block, bool> isSentence) =>
        IsTemplate(document) || IsLegalText(document) || IsChangelog(document) || IsContents(document, isSentence);

    // A page that a generator fills: what stands in it stands in every article.
    private static bool IsTemplate(Document document) =>
        document.Format == DocumentFormats.Html && TemplateMarks.Find(document.Source.Text).Any();

    // The headline or the first lines name a licence, or the body is one.
    private static bool IsLegalText(Document document)
    {
        var seen = 0;
        foreach (var block in document.Blocks)
        {
            if (seen++ >= LegalZone)
                return false;
            var text = block.Span.In(document.Text);
            if (
                (seen == 1 && DeletionWords.Is("titles", text))
                || DeletionWords.Has("legal", text[..Math.Min(text.Length, MaxLegalLine)])
            )
                return true;
        }

        return false;
    }

    // Half of the headings, two at least, are versions: "1.2.0", "v2.1 (2023-02-01)", "[Unreleased]".
    private static bool IsChangelog(Document document)
    {
        int headings = 0,
            versions = 0;
        foreach (var block in document.Blocks)
        {
            if (block.Kind is not (BlockKind.Heading or BlockKind.Headline))
                continue;
            headings++;
            versions += LineShapes.Version().IsMatch(block.Span.In(document.Text)) ? 1 : 0;
        }

        return versions >= 2 && versions * 2 >= headings;
    }

    // Most blocks are items of a list or end in a page number, and hardly any tells something.
    private static bool IsContents(Document document, Func<Block, bool> isSentence)
    {
        var entries = 0;
        foreach (var block in document.Blocks)
            entries += IsEntry(document, block) ? 1 : 0;
        if (entries < MinEntries || entries * 10 < document.Blocks.Count * 8)
            return false;
        var sentences = 0;
        foreach (var block in document.Blocks)
            sentences += !IsEntry(document, block) && isSentence(block) ? 1 : 0;
        return sentences * 10 <= entries;
    }

    private static bool IsEntry(Document document, Block block) =>
        block.Kind == BlockKind.ListItem || LineShapes.IsContentsEntry(block.Span.In(document.Text));
}
