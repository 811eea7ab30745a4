using Copylint.Documents.Formats.Templates;
using Copylint.Documents.Top;
using Copylint.Text;

namespace Copylint.Documents.Formats.Html;

/// <summary>
/// Makes copy of HTML pages and fragments: headings, paragraphs, list items, quotations, captions, cells and
/// alternative texts, with the metadata of the head. Scripts,
/// styles, navigation, code and hidden text are no copy. Of a page the article is copy; a fragment, which is all an
/// article, is so as a whole.
/// </summary>
public static class HtmlParser
{
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
        var ownBlocks = copy.Blocks.Count;
        var reader = new HtmlReader(text, TextSpan.FromBounds(matter.End, text.Length), copy) { Metadata = metadata };
        reader.NodeOfBlock.AddRange(Enumerable.Repeat(0, ownBlocks));
        reader.ReadFragment();
        copy.AddComments(markup.Comments);
        problems.AddRange(reader.Problems);
        var finder = new ArticleFinder(reader, copy);
        var keep = reader.Tree.IsPage ? finder.Find() : null;
        AddTimes(reader.Times, copy, finder, keep is not null, metadata);
        if (keep is not null && !wholePage)
            LeaveOut(copy, keep, ownBlocks, problems);
        return copy.Build(path, DocumentFormats.Html, source, metadata, problems);
    }

    // The times of the article that stand before its text: the first tells when it was published, a later one when it
    // was changed.
    private static void AddTimes(
        List<PageTime> times,
        CopyBuilder copy,
        ArticleFinder finder,
        bool isPage,
        MetadataBuilder metadata
    )
    {
        var before =
            isPage && finder.FirstProse >= 0 ? copy.Blocks[finder.FirstProse].Span.Start
            : copy.Blocks.Find(b => b.Span.Length > 200) is { } first ? first.Span.Start
            : int.MaxValue;
        var key = MetadataKey.Published;
        foreach (var time in times)
        {
            if (time.Position >= before)
                return;
            if (isPage && finder.IsPart(time.Node))
                continue;
            metadata.Add(key, time.Value, time.Span, MetadataOrigin.TimeElement);
            key = MetadataKey.Updated;
        }
    }

    private static void LeaveOut(CopyBuilder copy, bool[] keep, int ownBlocks, List<DocumentProblem> problems)
    {
        keep.AsSpan(0, ownBlocks).Fill(true);
        var left = copy.LeaveOut(keep);
        if (left == 0)
            return;
        var lines = left == 1 ? "1 line outside the article was" : $"{left} lines outside the article were";
        problems.Add(new DocumentProblem(default, lines + " not linted", ProblemKind.OutsideArticle, IsNote: true));
    }
}
