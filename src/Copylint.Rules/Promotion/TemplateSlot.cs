using System.Text.RegularExpressions;
using Copylint.Diagnostics;
using Copylint.Text;

namespace Copylint.Rules.Promotion;

/// <summary>CL4014, the slots that a template marks by its brackets alone: <c>[[TEAM_MASCOT]]</c>,
/// <c>{{first_name}}</c>, <c>*|FNAME|*</c>.</summary>
internal sealed partial class TemplateSlot : Analyzer
{
    private const int MaxSlot = 60;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnBlock(BlockKinds.Copy, Check);

    /// <summary>Whether a piece of text in double braces is a slot for one word and no code: code has dots, calls,
    /// filters.</summary>
    internal static bool IsSlot(ReadOnlySpan<char> inner)
    {
        inner = inner.Trim(' ');
        if (inner.IsEmpty || !char.IsAsciiLetter(inner[0]))
            return false;
        foreach (var c in inner)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or ' '))
                return false;
        }

        return inner.Count(' ') <= 3;
    }

    [GeneratedRegex(
        @"\G(\[\[[A-Z][A-Z0-9]*([_ -][A-Z0-9]+)+\]\]|\[\[[A-Z]{5,30}\]\]|\[[A-Z][A-Z0-9]*(_[A-Z0-9]+)+\]|\{\{ ?(?<slot>[A-Za-z][\w -]{0,40}?) ?\}\}|\{[a-z]+(_[a-z]+)+\}|\*\|[A-Z_:]{2,40}\|\*|<<[A-Za-z][\w ]{1,40}>>|%%?[A-Z]+(_[A-Z]+)+%%?|\$\{[a-z_]{2,40}\})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Slot();

    private static void Check(BlockContext context)
    {
        var text = context.Block.Span.In(context.Text);
        for (var at = 0; text[at..].IndexOfAny("[{*<%$") is >= 0 and var next; )
        {
            at += next;
            var start = context.Block.Span.Start + at;
            var match = Slot().Match(context.Text, start, Math.Min(MaxSlot, context.Block.Span.End - start));
            if (match.Success)
                context.Report(new TextSpan(start, match.Length), new Finding());
            at += Math.Max(1, match.Length);
        }
    }
}
