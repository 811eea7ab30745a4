using Copylint.Documents.Formats.Templates;
using Copylint.Documents.Top;
using Copylint.Text;

namespace Copylint.Documents.Formats.Html;

/// <summary>
/// Makes copy of HTML pages and fragments: headings, paragraphs, list items, quotations, captions, cells and alternative texts, with the metadata of the head. Scripts,
/// styles, navigation, code and hidden text are no copy. Where a page marks its article, the rest of the page is none either.
/// </summary>
public static class HtmlParser
{
    private const int MinArticleLength = 400;

    /// <summary>Parses one file. Never throws on any text.</summary>
    public static Document Parse(string path, SourceText source) => Parse(path, source, wholePage: false);

    /// <summary>Parses one file.</summary>
    /// <param name="path">The path that reports name.</param>
    /// <param name="source">The file.</param>
    /// <param name="wholePage">Whether what stands outside a page's article is copy too.</param>
    internal static Document Parse(string path, SourceText source, bool wholePage)
    {
        ArgumentNullException.ThrowIfNull(source);
        var metadata = new MetadataBuilder();
        var problems = new List<DocumentProblem>();
        var matter = FrontMatter.Read(source.Text, metadata, problems);
        var markup = PageTemplate.Cover(path, source.Text, matter.End);
        var text = markup.Build();
        var copy = new CopyBuilder(text);
        copy.AddFrontMatter(matter, text.Contains("<h1", StringComparison.OrdinalIgnoreCase));
        var reader = new HtmlReader(text, TextSpan.FromBounds(matter.End, text.Length), copy) { Metadata = metadata };
        reader.ReadFragment();
        copy.AddComments(markup.Comments);
        problems.AddRange(reader.Problems);
        if (!wholePage && LargestArticle(copy, reader.ArticleOfBlock) is { } article)
            Keep(copy.Blocks, reader.ArticleOfBlock, article);
        return copy.Build(path, DocumentFormats.Html, source, metadata, problems);
    }

    private static int? LargestArticle(CopyBuilder copy, List<int> articleOfBlock)
    {
        var lengths = new Dictionary<int, int>();
        for (var i = 0; i < articleOfBlock.Count; i++)
        {
            if (articleOfBlock[i] > 0)
                lengths[articleOfBlock[i]] = lengths.GetValueOrDefault(articleOfBlock[i]) + copy.Blocks[i].Span.Length;
        }

        if (lengths.Count == 0)
            return null;
        var largest = lengths.MaxBy(l => l.Value);
        return largest.Value >= MinArticleLength ? largest.Key : null;
    }

    // The headline often stands before the article element; it stays.
    private static void Keep(List<Block> blocks, List<int> articleOfBlock, int article)
    {
        var kept = new List<Block>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (articleOfBlock[i] == article || blocks[i].Kind == BlockKind.Headline)
                kept.Add(
                    new Block(kept.Count, blocks[i].Kind, blocks[i].Span)
                    {
                        IsGluedToPrevious = blocks[i].IsGluedToPrevious,
                    }
                );
        }

        blocks.Clear();
        blocks.AddRange(kept);
    }
}
