using System.Globalization;
using Copylint.Diagnostics;
using Copylint.Linting;

namespace Copylint.Reports;

/// <summary>Workflow commands for GitHub Actions: an annotation for each finding, the most severe first, up to the ten
/// of a kind that GitHub shows for a step.</summary>
/// <param name="output">Where the report is written.</param>
public sealed class GitHubReporter(TextWriter output) : IReporter
{
    private const int MaxOfKind = 10;

    private readonly List<LocatedDiagnostic>[] _byKind =
    [
        [],
        [],
        [],
        [],
    ];

    /// <inheritdoc/>
    public void Dispose() { }

    /// <inheritdoc/>
    public void Begin() { }

    /// <inheritdoc/>
    public void Report(FileReport report)
    {
        foreach (var diagnostic in report.Diagnostics)
        {
            if (_byKind[(int)diagnostic.Severity].Count < MaxOfKind)
                _byKind[(int)diagnostic.Severity].Add(diagnostic);
        }
    }

    /// <inheritdoc/>
    public void Complete(RunSummary summary)
    {
        foreach (var severity in (Severity[])[Severity.Error, Severity.Warning, Severity.Suggestion])
        {
            foreach (var diagnostic in _byKind[(int)severity])
                Write(diagnostic);
        }

        var shown = _byKind.Sum(k => k.Count);
        if (shown < summary.Total)
            output.WriteLine(
                $"{summary.Total - shown} more of {summary.Total} findings are not annotated: GitHub shows {MaxOfKind} of a kind."
            );
    }

    /// <summary>Text of a command's message with what would end it escaped.</summary>
    internal static string EscapeData(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>Text of a command's property with what would end it escaped.</summary>
    internal static string EscapeProperty(string text) =>
        EscapeData(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private void Write(LocatedDiagnostic diagnostic)
    {
        var command = diagnostic.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };
        var range = diagnostic.Range;
        // Columns are read on one line only.
        var columns =
            range.Start.Line == range.End.Line
                ? string.Create(CultureInfo.InvariantCulture, $",col={range.Start.Column},endColumn={range.End.Column}")
                : "";
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"::{command} file={EscapeProperty(diagnostic.Path)},line={range.Start.Line},endLine={range.End.Line}{columns},title={EscapeProperty($"{diagnostic.Rule.Id} {diagnostic.Rule.Name}")}::{EscapeData(VisibleText.Of(diagnostic.Message))}"
            )
        );
    }
}
