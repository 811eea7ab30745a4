using Copylint.Text;

namespace Copylint.Documents.Formats.Html;

/// <summary>The tags and comments of HTML with their places.</summary>
internal static class HtmlStructure
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    };

    /// <summary>The tags of a part of a file, in order.</summary>
    public static List<MarkupNode> Read(string source, TextSpan span)
    {
        var nodes = new List<MarkupNode>();
        new HtmlReader(source, span, new CopyBuilder(source)) { Nodes = nodes }.ReadFragment();
        return nodes;
    }

    /// <summary>Whether elements of a name have an end tag.</summary>
    public static bool HasEndTag(string name) => !Void.Contains(name);

    /// <summary>Whether every start tag among some nodes has its end tag among them, in the right order.</summary>
    public static bool IsBalanced(IEnumerable<MarkupNode> nodes)
    {
        var open = new Stack<string>();
        foreach (var node in nodes.Where(n => n.IsTag))
        {
            if (node.Kind.StartsWith("</", StringComparison.Ordinal))
            {
                if (!open.TryPop(out var name) || name != node.Kind[2..])
                    return false;
            }
            else if (node.Kind.Length > 1 && !node.Kind.EndsWith('!') && !Void.Contains(node.Kind[1..]))
            {
                open.Push(node.Kind[1..]);
            }
        }

        return open.Count == 0;
    }
}
