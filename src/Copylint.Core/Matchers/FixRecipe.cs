using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Text;

namespace Copylint.Matchers;

/// <summary>What a card's fix does.</summary>
internal enum FixAction
{
    /// <summary>Deletes the block with its line breaks, leaving one blank line between its neighbours.</summary>
    DeleteBlock,

    /// <summary>Deletes the words and one of the blanks around them.</summary>
    DeleteWords,

    /// <summary>Writes the lexicon's plain word instead.</summary>
    Replace,
}

/// <summary>The <c>fix</c> part of a card.</summary>
internal sealed record FixRecipe(FixAction Action, bool IsSafe)
{
    /// <summary>Makes the fix for one match, or null when it cannot be made there.</summary>
    public Fix? Make(Document document, Block block, TextSpan span, string? plain)
    {
        switch (Action)
        {
            case FixAction.DeleteBlock:
                return BlockExtent.Of(document, block) is { } extent
                    ? new Fix("Delete the line", IsSafe, [new TextEdit(extent, "")])
                    : null;
            case FixAction.DeleteWords:
                var source = document.ToSource(span);
                return new Fix(
                    $"Delete '{MessageFormat.Shorten(span.In(document.Text))}'",
                    IsSafe,
                    [new TextEdit(WithOneBlank(document.Source.Text, source), "")]
                );
            default:
                return plain is null
                    ? null
                    : new Fix(
                        $"Write '{plain}'",
                        IsSafe,
                        [new TextEdit(document.ToSource(span), MatchCase(plain, span.In(document.Text)))]
                    );
        }
    }

    private static TextSpan WithOneBlank(string text, TextSpan span)
    {
        if (span.End < text.Length && text[span.End] == ' ')
            return new TextSpan(span.Start, span.Length + 1);
        return span.Start > 0 && text[span.Start - 1] == ' ' ? TextSpan.FromBounds(span.Start - 1, span.End) : span;
    }

    private static string MatchCase(string plain, ReadOnlySpan<char> original) =>
        char.IsUpper(original[0]) && char.IsLower(plain[0]) ? char.ToUpperInvariant(plain[0]) + plain[1..] : plain;
}
