using Copylint.Diagnostics;
using Copylint.Documents;

namespace Copylint.Rules.Consistency;

/// <summary>CL6001. A name that running text spells in two ways.</summary>
internal sealed class NameSpellingDrift : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        foreach (var drift in context.Analysis.Names.Drifts)
        {
            if (NameReport.KindOf(context, drift) == BlockKind.Paragraph)
                NameReport.Report(context, drift, isUnanimous: false);
        }
    }
}
