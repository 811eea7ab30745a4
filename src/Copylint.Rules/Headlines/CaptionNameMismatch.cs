using Copylint.Diagnostics;
using Copylint.Documents;

namespace Copylint.Rules.Headlines;

/// <summary>CL8011. A name that captions and texts for pictures alone spell otherwise than the copy.</summary>
internal sealed class CaptionNameMismatch : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        foreach (var drift in context.Analysis.Names.Drifts)
        {
            if (NameReport.KindOf(context, drift) == BlockKind.Caption)
                NameReport.Report(context, drift, isUnanimous: true);
        }
    }
}
