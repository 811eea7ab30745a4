namespace Copylint.Documents.Formats.Html;

/// <summary>The elements of a page in the order of their start tags: of each its parent and its marks. Parents stand
/// before what they hold.</summary>
internal sealed class PageTree
{
    private readonly List<(int Parent, PageMark Mark)> _nodes = [(-1, PageMark.None)];

    /// <summary>Whether it has the structure of a page: a root, a body, an article. Without, it is the text of one
    /// article, as content systems keep it.</summary>
    public bool IsPage { get; private set; }

    /// <summary>Number of elements, with one that holds them all.</summary>
    public int Count => _nodes.Count;

    /// <summary>Notes an element.</summary>
    /// <returns>Its number.</returns>
    public int Add(int parent, ReadOnlySpan<char> name, HtmlRole role, HtmlAttributes attributes)
    {
        var mark = PageMarks.Of(name, role, attributes);
        IsPage |=
            (mark & (PageMark.Article | PageMark.Main)) != 0
            || name.Equals("html", StringComparison.OrdinalIgnoreCase)
            || name.Equals("body", StringComparison.OrdinalIgnoreCase);
        _nodes.Add((parent, mark));
        return _nodes.Count - 1;
    }

    /// <summary>The element around an element; -1 for the one that holds all.</summary>
    public int ParentOf(int node) => _nodes[node].Parent;

    /// <summary>The marks of an element.</summary>
    public PageMark MarkOf(int node) => _nodes[node].Mark;
}
