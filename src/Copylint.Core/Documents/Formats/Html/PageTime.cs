using Copylint.Text;

namespace Copylint.Documents.Formats.Html;

/// <summary>A <c>time</c> element.</summary>
/// <param name="Value">What its attribute says.</param>
/// <param name="Span">The attribute's value in the file.</param>
/// <param name="Node">The element of the page around it.</param>
/// <param name="Position">Where its words begin in the analysed text.</param>
internal readonly record struct PageTime(string Value, TextSpan Span, int Node, int Position);
