using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Rules.Quotations;

/// <summary>CL5010. A blank before a comma or full stop, two blanks inside a sentence, an invisible mark. The first of
/// each kind in a paragraph.</summary>
internal sealed class WhitespaceAnomaly : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnBlock(BlockKinds.Body, Check);

    private static void Check(BlockContext context)
    {
        var text = context.Block.Span.In(context.Text);
        var stray = StrayBlank(context, text);
        if (stray > 0)
        {
            var mark = text[stray + 1];
            // "council ,which": the blank belongs behind the mark.
            var isGlued = stray + 2 < text.Length && char.IsLetterOrDigit(text[stray + 2]);
            Report(
                context,
                new TextSpan(context.Block.Span.Start + stray, isGlued ? 2 : 1),
                $"blank before '{mark}'",
                isGlued ? $"{mark} " : ""
            );
        }

        for (var at = 0; text[at..].IndexOf("  ", StringComparison.Ordinal) is >= 0 and var found; )
        {
            int start = at + found,
                end = start + 2;
            while (end < text.Length && text[end] == ' ')
                end++;
            // After a full stop two blanks are an old habit, not a slip.
            if (
                start > 0
                && end < text.Length
                && (char.IsLetter(text[start - 1]) || text[start - 1] == ',')
                && char.IsLetter(text[end])
            )
            {
                if (IsSetInColumns(text))
                    return;
                Report(
                    context,
                    TextSpan.FromBounds(context.Block.Span.Start + start, context.Block.Span.Start + end),
                    $"{end - start} blanks in a row",
                    " "
                );
                return;
            }

            at = end;
        }
    }

    // Three blanks in the middle of a line part the columns of a table, or are what a scanner saw.
    private static bool IsSetInColumns(ReadOnlySpan<char> text)
    {
        for (var at = 0; text[at..].IndexOf("   ", StringComparison.Ordinal) is >= 0 and var found; )
        {
            at += found;
            if (at > 0 && text[at - 1] != '\n')
                return true;
            while (at < text.Length && text[at] == ' ')
                at++;
        }

        return false;
    }

    // A blank between a word and the mark that ends it or its clause; a stop belongs to what follows in ".NET", "..."
    // and "!important", and where it stands apart on both sides it is a code. French sets a blank before some.
    private static int StrayBlank(BlockContext context, ReadOnlySpan<char> text)
    {
        // Marks are fewer than blanks.
        for (var at = 0; text[at..].IndexOfAny(",;.?!") is >= 0 and var next; at++)
        {
            at += next;
            if (at > 1 && text[at - 1] == ' ' && char.IsLetter(text[at - 2]) && IsStray(context, text, at))
                return at - 1;
        }

        return -1;
    }

    // A sentence of French in an article is too short to be told by its letters: it has none of the English small words
    // that are long enough to be English alone.
    private static bool IsOther(BlockContext context, ReadOnlySpan<char> text, bool isFrenchBlank) =>
        text.Contains('«')
        || context.Analysis.Languages.ForeignAt(context.Block.Index) is not null
        || (isFrenchBlank && !HoldsEnglish(context));

    private const WordClasses SmallWords =
        WordClasses.Determiner
        | WordClasses.Preposition
        | WordClasses.Conjunction
        | WordClasses.Auxiliary
        | WordClasses.SubjectPronoun
        | WordClasses.Subordinator
        | WordClasses.Wh;

    private static bool HoldsEnglish(BlockContext context)
    {
        var analysis = context.Analysis;
        var tokens = analysis.TokensOf(context.Block.Index);
        for (var i = tokens.First; i < tokens.End; i++)
        {
            if (analysis.TextOf(i).Length > 2 && analysis.Is(i, SmallWords))
                return true;
        }

        return false;
    }

    // ";-)" winks.
    private static bool IsStray(BlockContext context, ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        return rest[0] switch
        {
            ',' => true,
            ';' => !(rest.Length > 1 && rest[1] is '-' or ')' or '(')
                && !IsNamed(context, at)
                && !IsOther(context, text, IsApart(rest)),
            _ => IsEnd(rest) && !IsOther(context, text, rest[0] != '.'),
        };
    }

    // "Set them with ; here": what wants a name behind it has the mark for one.
    private static bool IsNamed(BlockContext context, int at)
    {
        var before = context.Analysis.TokenFromPosition(context.Block.Span.Start + at) - 1;
        return before >= 0 && context.Analysis.Is(before, WordClasses.Preposition | WordClasses.Determiner);
    }

    // "fermé ; il": French sets a blank on both sides.
    private static bool IsApart(ReadOnlySpan<char> text) => text.Length == 1 || LengthOfBlank(text[1..]) > 0;

    // " . . ." is an ellipsis, and "the dot . set" no end.
    private static bool IsEnd(ReadOnlySpan<char> text)
    {
        if (text.Length == 1)
            return true;
        var blank = LengthOfBlank(text[1..]);
        return blank > 0 && (text.Length == 1 + blank || !(text[1 + blank] == '.' || char.IsLower(text[1 + blank])));
    }

    // A blank or a line break, whichever way the file's lines end; 0 for none.
    private static int LengthOfBlank(ReadOnlySpan<char> text) =>
        text.StartsWith("\r\n") ? 2
        : text[0] is ' ' or '\n' ? 1
        : 0;

    private static void Report(BlockContext context, TextSpan span, string kind, string right)
    {
        var source = context.Document.ToSource(span);
        // A break of the source between two words is no blank that somebody typed, whatever the file's line ends are.
        if (!source.In(context.Document.Source.Text).SequenceEqual(span.In(context.Text)))
            return;
        context.Report(
            span,
            new Finding
            {
                Arguments = [("kind", kind)],
                Fixes =
                [
                    new Fix(
                        right switch
                        {
                            "" => "Delete the blank",
                            " " => "Leave one blank",
                            _ => "Move the blank behind the mark",
                        },
                        true,
                        [new TextEdit(source, right)]
                    ),
                ],
            }
        );
    }
}
