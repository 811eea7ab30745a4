using System.Globalization;
using System.Text;
using Copylint.Diagnostics;
using Copylint.Linting;

namespace Copylint.Reports;

/// <summary>A summary for a job's page: the counts, the rules that found most, and a table of findings as far as the
/// page may be long.</summary>
/// <param name="output">Where the report is written.</param>
public sealed class MarkdownReporter(TextWriter output) : IReporter
{
    // A step's summary may have 1 MiB; what stands around the table needs little.
    private const int MaxBytes = 900_000;
    private const int MaxRules = 10;

    private readonly StringBuilder _rows = new();
    private readonly Dictionary<string, (RuleDescriptor Rule, int Count)> _byRule = [];
    private int _bytes;
    private int _shown;

    /// <inheritdoc/>
    public void Dispose() { }

    /// <inheritdoc/>
    public void Begin() { }

    /// <inheritdoc/>
    public void Report(FileReport report)
    {
        foreach (var diagnostic in report.Diagnostics)
        {
            var count = _byRule.TryGetValue(diagnostic.Rule.Id, out var known) ? known.Count : 0;
            _byRule[diagnostic.Rule.Id] = (diagnostic.Rule, count + 1);
            var row =
                $"| {Cell(report.Path)}:{diagnostic.Range.Start} | {diagnostic.Severity.Name()} | {diagnostic.Rule.Id} {diagnostic.Rule.Name} | {Cell(diagnostic.Message)} |\n";
            var bytes = Encoding.UTF8.GetByteCount(row);
            if (_bytes + bytes > MaxBytes)
                continue;
            _bytes += bytes;
            _shown++;
            _rows.Append(row);
        }
    }

    /// <inheritdoc/>
    public void Complete(RunSummary summary)
    {
        output.WriteLine("## Copylint");
        output.WriteLine();
        if (summary.Total == 0)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No findings in {summary.Files} {(summary.Files == 1 ? "file" : "files")}."
                )
            );
            return;
        }

        output.WriteLine("| Errors | Warnings | Suggestions | Files with findings | Files | Suppressed | Known |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {summary[Severity.Error]} | {summary[Severity.Warning]} | {summary[Severity.Suggestion]} | {summary.FilesWithFindings} | {summary.Files} | {summary.Suppressed} | {summary.Known} |"
            )
        );
        output.WriteLine();
        output.WriteLine("| Rule | Findings |");
        output.WriteLine("| --- | --- |");
        foreach (
            var (rule, count) in _byRule
                .Values.OrderByDescending(r => r.Count)
                .ThenBy(r => r.Rule.Id, StringComparer.Ordinal)
                .Take(MaxRules)
        )
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {rule.Id} {rule.Name}: {Cell(rule.Summary)} | {count} |"
                )
            );
        output.WriteLine();
        output.WriteLine("| Place | Severity | Rule | Finding |");
        output.WriteLine("| --- | --- | --- | --- |");
        output.Write(_rows);
        if (_shown < summary.Total)
        {
            output.WriteLine();
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{summary.Total - _shown} more findings are left out: the page would be too long."
                )
            );
        }
    }

    // Text of a table's cell that shows as it is, whatever the copy holds.
    internal static string Cell(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        foreach (var c in VisibleText.Of(text))
        {
            switch (c)
            {
                case '<':
                    result.Append("&lt;");
                    break;
                case '>':
                    result.Append("&gt;");
                    break;
                case '&':
                    result.Append("&amp;");
                    break;
                case '|' or '*' or '_' or '`' or '[' or ']' or '\\' or '~' or '!' or '#' or '@':
                    result.Append('\\').Append(c);
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        return result.ToString();
    }
}
