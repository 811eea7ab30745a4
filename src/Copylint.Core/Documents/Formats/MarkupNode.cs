using Copylint.Text;

namespace Copylint.Documents.Formats;

/// <summary>A piece of a file's markup: a tag of HTML, a node of Markdown, a mark of a template language.</summary>
/// <param name="Kind">What it is, such as <c>link</c>, <c>h2</c>, <c>&lt;b</c> or <c>&lt;/b</c>; the same for the same
/// piece in every parse.</param>
/// <param name="Span">Its span in the source text: of a Markdown node with all that it holds, of HTML the tag
/// alone.</param>
public readonly record struct MarkupNode(string Kind, TextSpan Span)
{
    /// <summary>Whether it is a tag of HTML.</summary>
    public bool IsTag => Kind.StartsWith('<');

    /// <summary>Whether it is code, which readers see and no rule reads.</summary>
    public bool IsCode => Kind.StartsWith("code", StringComparison.Ordinal);

    /// <summary>Whether it is a mark of a template language: a shortcode, a tag of Liquid, a directive.</summary>
    public bool IsTemplate => Kind.StartsWith('{');

    /// <summary>Whether an address stands in it that can be edited without a change of the copy.</summary>
    public bool HoldsAddress => IsTag || Kind is "link" or "image" or "autolink" or "link definition";
}
