using System.Text;
using Copylint.Text;

namespace Copylint.Cards;

/// <summary>Text in which <c>⟦</c> and <c>⟧</c> mark what must be reported: the examples on rule cards.</summary>
/// <param name="Text">The text without the marks.</param>
/// <param name="Spans">What stood between them, in order.</param>
public sealed record MarkedText(string Text, IReadOnlyList<TextSpan> Spans)
{
    /// <summary>Takes the marks out.</summary>
    /// <returns>Null, or what is wrong with the marks.</returns>
    public static string? TryParse(string marked, out MarkedText result)
    {
        ArgumentNullException.ThrowIfNull(marked);
        var text = new StringBuilder(marked.Length);
        var spans = new List<TextSpan>();
        var open = -1;
        result = new MarkedText("", []);
        foreach (var c in marked)
        {
            switch (c)
            {
                case '⟦' when open >= 0:
                    return "a ⟦ stands inside another";
                case '⟦':
                    open = text.Length;
                    break;
                case '⟧' when open < 0:
                    return "a ⟧ has no ⟦ before it";
                case '⟧':
                    spans.Add(TextSpan.FromBounds(open, text.Length));
                    open = -1;
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        if (open >= 0)
            return "a ⟦ is never closed with ⟧";
        result = new MarkedText(text.ToString(), spans);
        return null;
    }
}
