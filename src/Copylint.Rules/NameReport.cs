using System.Globalization;
using Copylint.Analysis.Names;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Text;

namespace Copylint.Rules;

/// <summary>Reports a name that the copy spells in two ways: what the rules of headlines, captions and running text
/// have in common.</summary>
internal static class NameReport
{
    /// <summary>The kind of block that the odd spelling is reported in: running text where it stands there, else the
    /// headline or a caption.</summary>
    public static BlockKind KindOf(ReportContext context, NameDrift drift)
    {
        var first = BlockKind.Paragraph;
        for (var i = drift.Odd.Count - 1; i >= 0; i--)
        {
            var kind = BlockOf(context, drift.Odd[i]);
            if (kind is not (BlockKind.Headline or BlockKind.Caption))
                return BlockKind.Paragraph;
            first = kind;
        }

        return first;
    }

    /// <summary>Reports the odd spelling at its first place in blocks of a kind, with the usual one beside
    /// it.</summary>
    public static void Report(ReportContext context, NameDrift drift, bool isUnanimous)
    {
        var names = context.Analysis.Names;
        var kind = KindOf(context, drift);
        var place = drift.Odd[0];
        foreach (var odd in drift.Odd)
        {
            if (kind == BlockKind.Paragraph == (BlockOf(context, odd) is not (BlockKind.Headline or BlockKind.Caption)))
            {
                place = odd;
                break;
            }
        }

        var span = names.SpanOf(place);
        context.Report(
            span,
            new Finding
            {
                Arguments =
                [
                    ("usual", drift.UsualText),
                    ("times", Times(drift.UsualCount)),
                    ("line", context.LineOf(names.SpanOf(drift.Usual))),
                ],
                Related = [new RelatedPlace(names.SpanOf(drift.Usual), $"'{drift.UsualText}' stands here.")],
                Fixes = drift.IsSure || isUnanimous ? [Fix(context, drift)] : [],
                Severity = drift.Kind == NameDriftKind.Accent ? Severity.Suggestion : null,
            }
        );
    }

    private static Fix Fix(ReportContext context, NameDrift drift)
    {
        var names = context.Analysis.Names;
        var edits = new List<TextEdit>();
        foreach (var odd in drift.Odd)
        {
            var span = names.SpanOf(odd);
            edits.Add(new TextEdit(context.Document.ToSource(span), InCaseOf(span.In(context.Text), drift.UsualText)));
        }

        return new Fix($"Write '{drift.UsualText}'", IsSafe: true, edits);
    }

    // A headline in capitals keeps them.
    private static string InCaseOf(ReadOnlySpan<char> odd, string usual) =>
        odd.IndexOfAnyInRange('a', 'z') < 0 ? usual.ToUpperInvariant() : usual;

    private static BlockKind BlockOf(ReportContext context, in NameMention mention) =>
        context.Analysis.Names.KindOf(mention);

    /// <summary>A number of times in words: once, 2 times.</summary>
    public static string Times(int count) =>
        count == 1 ? "once" : count.ToString(CultureInfo.InvariantCulture) + " times";
}
