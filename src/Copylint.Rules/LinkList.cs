using Copylint.Analysis;
using Copylint.Documents;

namespace Copylint.Rules;

/// <summary>Lists of nothing but links under a heading that is known as a widget's: "Related", "Read next".</summary>
internal static class LinkList
{
    // A date or the name of a site can stand beside the link.
    private const double MinShare = 0.6;

    /// <summary>The blocks of such lists, in order.</summary>
    public static IEnumerable<Block> Find(DocumentAnalysis analysis)
    {
        var document = analysis.Document;
        if (document.Links.Count == 0)
            yield break;
        var isUnderWidget = false;
        var link = 0;
        foreach (var block in document.Blocks)
        {
            if (analysis.IsResidue(block.Index))
            {
                isUnderWidget = true;
                continue;
            }

            if (!isUnderWidget)
                continue;
            isUnderWidget =
                block.Kind is BlockKind.ListItem or BlockKind.Paragraph or BlockKind.Heading
                && IsLink(document, block, ref link);
            if (isUnderWidget)
                yield return block;
        }
    }

    private static bool IsLink(Document document, Block block, ref int link)
    {
        while (link < document.Links.Count && document.Links[link].Span.End <= block.Span.Start)
            link++;
        var covered = 0;
        for (var i = link; i < document.Links.Count && document.Links[i].Span.Start < block.Span.End; i++)
            covered +=
                Math.Min(document.Links[i].Span.End, block.Span.End)
                - Math.Max(document.Links[i].Span.Start, block.Span.Start);
        return covered >= block.Span.Length * MinShare;
    }
}
