using System.Text.Json;
using Copylint.Diagnostics;
using Copylint.Linting;
using Copylint.Text;

namespace Copylint.Reports;

/// <summary>The report for programs. Lines and columns are one-based, columns count UTF-16 code units, ends are
/// exclusive.</summary>
/// <param name="output">Where the report is written.</param>
public sealed class JsonReporter(Stream output) : IReporter
{
    /// <summary>The version of the format; it changes when a reader would break.</summary>
    public const int Version = 1;

    private readonly Utf8JsonWriter _json = new(output, JsonStyle.Options);

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    /// <inheritdoc/>
    public void Begin()
    {
        _json.WriteStartObject();
        _json.WriteNumber("version", Version);
        _json.WriteStartArray("findings");
    }

    /// <inheritdoc/>
    public void Report(FileReport report)
    {
        foreach (var diagnostic in report.Diagnostics)
            Write(diagnostic);
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Complete(RunSummary summary)
    {
        _json.WriteEndArray();
        _json.WriteStartObject("summary");
        _json.WriteNumber("files", summary.Files);
        _json.WriteNumber("errors", summary[Severity.Error]);
        _json.WriteNumber("warnings", summary[Severity.Warning]);
        _json.WriteNumber("suggestions", summary[Severity.Suggestion]);
        _json.WriteNumber("suppressed", summary.Suppressed);
        _json.WriteNumber("known", summary.Known);
        _json.WriteNumber("gone", summary.Gone);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        output.Write("\n"u8);
    }

    private void Write(LocatedDiagnostic diagnostic)
    {
        _json.WriteStartObject();
        _json.WriteString("file", diagnostic.Path);
        WriteRange(diagnostic.Range);
        _json.WriteString("rule", diagnostic.Rule.Id);
        _json.WriteString("name", diagnostic.Rule.Name);
        _json.WriteString("severity", diagnostic.Severity.Name());
        _json.WriteString("message", diagnostic.Message);
        _json.WriteString("text", diagnostic.Snippet);
        if (diagnostic.Related.Count > 0)
        {
            _json.WriteStartArray("related");
            foreach (var related in diagnostic.Related)
            {
                _json.WriteStartObject();
                WriteRange(related.Range);
                _json.WriteString("message", related.Message);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }

        if (diagnostic.Fixes.Count > 0)
        {
            _json.WriteStartArray("fixes");
            foreach (var fix in diagnostic.Fixes)
            {
                _json.WriteStartObject();
                _json.WriteString("title", fix.Title);
                _json.WriteBoolean("safe", fix.IsSafe);
                _json.WriteStartArray("edits");
                foreach (var edit in fix.Edits)
                {
                    _json.WriteStartObject();
                    WriteRange(edit.Range);
                    _json.WriteString("newText", edit.NewText);
                    _json.WriteEndObject();
                }

                _json.WriteEndArray();
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    private void WriteRange(LineSpan range)
    {
        _json.WriteNumber("line", range.Start.Line);
        _json.WriteNumber("column", range.Start.Column);
        _json.WriteNumber("endLine", range.End.Line);
        _json.WriteNumber("endColumn", range.End.Column);
    }
}
