namespace Copylint.Documents.Formats;

/// <summary>The markup of a file as a list of nodes, the same for every format: what two parses are compared
/// by.</summary>
internal static class MarkupStructure
{
    /// <summary>The nodes in order of place, the outer before the inner; none for plain text.</summary>
    public static List<MarkupNode> Of(Document document)
    {
        if (document.Format.Comments.Count == 0)
            return [];
        List<MarkupNode> nodes = [.. document.Format.NodesOf(document), .. TemplateMarks.Find(document.Source.Text)];
        nodes.Sort(
            (a, b) =>
                a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start)
                : a.Span.Length != b.Span.Length ? b.Span.Length.CompareTo(a.Span.Length)
                : string.CompareOrdinal(a.Kind, b.Kind)
        );
        return nodes;
    }
}
