using System.Globalization;
using System.Text;
using Copylint.Diagnostics;
using Copylint.Linting;

namespace Copylint.Reports;

/// <summary>The report for people: grouped by file, each finding with its line and the span underlined.</summary>
/// <param name="output">Where the report is written.</param>
/// <param name="width">Width of the terminal in columns; null when the report goes elsewhere.</param>
/// <param name="colour">Whether the report is coloured.</param>
public sealed class TextReporter(TextWriter output, int? width, bool colour) : IReporter
{
    private const int DefaultWidth = 110;
    private const string Reset = "\u001b[0m";

    private bool _any;

    /// <inheritdoc/>
    public void Dispose() { }

    /// <inheritdoc/>
    public void Begin() { }

    /// <inheritdoc/>
    public void Report(FileReport report)
    {
        if (report.Diagnostics.Count == 0)
            return;
        if (_any)
            output.WriteLine();
        _any = true;
        output.WriteLine(Paint("\u001b[1;4m", VisibleText.Of(report.Path)));
        foreach (var diagnostic in report.Diagnostics)
            Write(diagnostic);
    }

    /// <inheritdoc/>
    public void Complete(RunSummary summary)
    {
        if (_any)
            output.WriteLine();
        if (summary.Total == 0)
        {
            output.WriteLine($"No findings in {Count(summary.Files, "file")}.{Rest(summary)}");
            return;
        }

        var parts = new List<string>();
        if (summary[Severity.Error] > 0)
            parts.Add(Paint(ColourOf(Severity.Error), Count(summary[Severity.Error], "error")));
        if (summary[Severity.Warning] > 0)
            parts.Add(Paint(ColourOf(Severity.Warning), Count(summary[Severity.Warning], "warning")));
        if (summary[Severity.Suggestion] > 0)
            parts.Add(Paint(ColourOf(Severity.Suggestion), Count(summary[Severity.Suggestion], "suggestion")));
        output.WriteLine(
            $"{string.Join(", ", parts)} in {summary.FilesWithFindings} of {Count(summary.Files, "file")}.{Rest(summary)}"
        );
    }

    // What was found and does not count.
    private static string Rest(RunSummary summary)
    {
        var parts = new List<string>();
        if (summary.Suppressed > 0)
            parts.Add($"{summary.Suppressed} suppressed");
        if (summary.Known > 0)
            parts.Add($"{summary.Known} known to the baseline");
        if (summary.Gone > 0)
            parts.Add($"{summary.Gone} of the baseline gone");
        return parts.Count == 0 ? "" : $" {string.Join(", ", parts)}.";
    }

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    private static string ColourOf(Severity severity) =>
        severity switch
        {
            Severity.Error => "\u001b[1;31m",
            Severity.Warning => "\u001b[1;33m",
            _ => "\u001b[1;36m",
        };

    private string Paint(string code, string text) => colour ? code + text + Reset : text;

    private void Write(LocatedDiagnostic diagnostic)
    {
        output.WriteLine();
        output.WriteLine(
            $"{Paint("\u001b[1m", diagnostic.Range.Start.ToString())} {Paint(ColourOf(diagnostic.Severity), diagnostic.Severity.Name())} {diagnostic.Rule.Id} {diagnostic.Rule.Name}"
        );
        output.WriteLine($"  {VisibleText.Of(diagnostic.Message)}");
        if (diagnostic.Line.Length > 0)
            WriteLine(diagnostic);
        foreach (var related in diagnostic.Related)
            output.WriteLine($"  {Paint("\u001b[2m", $"{related.Range.Start}: {VisibleText.Of(related.Message)}")}");
        if (diagnostic.Fixes.Count > 0)
            output.WriteLine(
                $"  {Paint("\u001b[2m", $"fix{(diagnostic.Fixes[0].IsSafe ? "" : " (look first)")}: {VisibleText.Of(diagnostic.Fixes[0].Title)}")}"
            );
    }

    // The line, or a window of a long one, with the span underlined.
    private void WriteLine(LocatedDiagnostic diagnostic)
    {
        var number = diagnostic.Range.Start.Line.ToString(CultureInfo.InvariantCulture);
        var room = Math.Max(30, (width ?? DefaultWidth) - number.Length - 6);
        var line = diagnostic.Line;
        var start = Math.Min(diagnostic.Range.Start.Column - diagnostic.LineColumn, line.Length);
        var end =
            diagnostic.Range.End.Line > diagnostic.Range.Start.Line
                ? line.Length
                : Math.Min(diagnostic.Range.End.Column - diagnostic.LineColumn, line.Length);
        int from = 0,
            to = line.Length;
        if (Columns(line) > room)
        {
            // Show what stands before the span too, as far as the span leaves room.
            var before = Math.Min(start, Math.Max(10, (room - Math.Min(end - start, room)) / 2));
            from = start - before;
            to = Math.Min(line.Length, from + room - 2);
            from = Math.Max(0, Math.Min(from, to - room + 2));
            if (from > 0 && char.IsLowSurrogate(line[from]))
                from--;
            if (to < line.Length && char.IsLowSurrogate(line[to]))
                to--;
        }

        var gutter = new string(' ', number.Length);
        var head = from > 0 || diagnostic.LineColumn > 1 ? "…" : "";
        var tail = to < line.Length ? "…" : "";
        output.WriteLine($"  {Paint("\u001b[2m", number + " |")} {head}{VisibleText.Of(line[from..to])}{tail}");
        var shownStart = Math.Clamp(start, from, to);
        var shownEnd = Math.Clamp(end, shownStart, to);
        var indent = Columns(head) + Columns(VisibleText.Of(line[from..shownStart]));
        var length = Math.Max(1, Columns(VisibleText.Of(line[shownStart..shownEnd])));
        output.WriteLine(
            $"  {Paint("\u001b[2m", gutter + " |")} {new string(' ', indent)}{Paint(ColourOf(diagnostic.Severity), "^" + new string('~', length - 1))}"
        );
    }

    // Terminal columns: none for combining marks, two for East Asian wide characters and emoji.
    private static int Columns(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns += Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
                _ when rune.Value
                        is (>= 0x1100 and <= 0x115F)
                            or (>= 0x2E80 and <= 0xA4CF)
                            or (>= 0xAC00 and <= 0xD7A3)
                            or (>= 0xF900 and <= 0xFAFF)
                            or (>= 0xFE30 and <= 0xFE6F)
                            or (>= 0xFF00 and <= 0xFF60)
                            or (>= 0x1F300 and <= 0x1FAFF)
                            or (>= 0x20000 and <= 0x3FFFD) => 2,
                _ => 1,
            };
        }

        return columns;
    }
}
