using Copylint.Analysis.Names;
using Copylint.Diagnostics;
using Copylint.Documents;

namespace Copylint.Rules.Consistency;

/// <summary>CL6002. A person whom running text names by the surname alone before it gives the whole name.</summary>
internal sealed class NameFirstMention : Analyzer
{
    private const int MinLetters = 4;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var names = context.Analysis.Names;
        foreach (var form in names.Forms)
        {
            if (form.Key.Length < MinLetters || KnownNames.IsPlace(form.Key))
                continue;
            NameMention? first = null;
            foreach (var index in form.Mentions)
            {
                var mention = names.Mentions[index];
                if (names.KindOf(mention) != BlockKind.Paragraph)
                    continue;
                if (first is null)
                {
                    if (!mention.IsBare)
                        break;
                    first = mention;
                }
                else if (mention is { Before: >= 0, After: < 0 } && !mention.Is(NameTraits.NoPerson | NameTraits.Loose))
                {
                    Report(context, first.Value, mention);
                    break;
                }
            }
        }
    }

    private static void Report(ReportContext context, NameMention first, NameMention full)
    {
        var names = context.Analysis.Names;
        var span = context.Analysis.SpanOf(names.Runs[full.Run].Tokens);
        var line = context.LineOf(span);
        context.Report(
            names.SpanOf(first),
            new Finding
            {
                Arguments = [("full", span.In(context.Text).ToString()), ("line", line)],
                Related = [new RelatedPlace(span, "The whole name stands here.")],
            }
        );
    }
}
