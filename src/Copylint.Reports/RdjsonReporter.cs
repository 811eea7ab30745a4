using System.Text;
using System.Text.Json;
using Copylint.Diagnostics;
using Copylint.Linting;
using Copylint.Text;

namespace Copylint.Reports;

/// <summary>The Reviewdog Diagnostic Format. Its columns count UTF-8 bytes from 1, so the lines of the files are read
/// again.</summary>
/// <param name="output">Where the report is written.</param>
/// <param name="files">Reads the files again.</param>
public sealed class RdjsonReporter(Stream output, ReportedFiles files) : IReporter
{
    private (SourceText? Source, int Line, int Characters, int Bytes) _counted;
    private readonly Utf8JsonWriter _json = new(output, JsonStyle.Options);

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    /// <inheritdoc/>
    public void Begin()
    {
        _json.WriteStartObject();
        _json.WriteStartObject("source");
        _json.WriteString("name", "copylint");
        _json.WriteEndObject();
        _json.WriteStartArray("diagnostics");
    }

    /// <inheritdoc/>
    public void Report(FileReport report)
    {
        if (report.Diagnostics.Count == 0)
            return;
        var source = files.Read(report);
        foreach (var diagnostic in report.Diagnostics)
        {
            _json.WriteStartObject();
            _json.WriteString("message", diagnostic.Message);
            _json.WriteStartObject("location");
            _json.WriteString("path", report.Path);
            WriteRange(source, diagnostic, diagnostic.Range);
            _json.WriteEndObject();
            _json.WriteString(
                "severity",
                diagnostic.Severity switch
                {
                    Severity.Error => "ERROR",
                    Severity.Warning => "WARNING",
                    _ => "INFO",
                }
            );
            _json.WriteStartObject("code");
            _json.WriteString("value", $"{diagnostic.Rule.Id} {diagnostic.Rule.Name}");
            _json.WriteEndObject();
            if (diagnostic.Fixes.Count > 0)
            {
                // The best one: a reader would offer them all at once.
                _json.WriteStartArray("suggestions");
                foreach (var edit in diagnostic.Fixes[0].Edits)
                {
                    _json.WriteStartObject();
                    WriteRange(source, diagnostic, edit.Range);
                    _json.WriteString("text", edit.NewText);
                    _json.WriteEndObject();
                }

                _json.WriteEndArray();
            }

            _json.WriteEndObject();
        }

        _json.Flush();
    }

    /// <inheritdoc/>
    public void Complete(RunSummary summary)
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        output.Write("\n"u8);
    }

    private void WriteRange(SourceText? source, LocatedDiagnostic diagnostic, LineSpan range)
    {
        _json.WriteStartObject("range");
        Write("start", range.Start);
        Write("end", range.End);
        _json.WriteEndObject();

        void Write(string name, LinePosition position)
        {
            _json.WriteStartObject(name);
            _json.WriteNumber("line", position.Line);
            _json.WriteNumber("column", ByteColumn(source, diagnostic, position));
            _json.WriteEndObject();
        }
    }

    // Of a file that was changed meanwhile, the line is known where the finding begins. Findings come in order, so that
    // most of a long line is counted once.
    private int ByteColumn(SourceText? source, LocatedDiagnostic diagnostic, LinePosition position)
    {
        if (source is not null && position.Line <= source.Lines.Count)
        {
            var line = source.Lines.GetSpanWithBreak(position.Line).In(source.Text);
            var end = Math.Min(position.Column - 1, line.Length);
            if (_counted.Source != source || _counted.Line != position.Line || _counted.Characters > end)
                _counted = (source, position.Line, 0, 0);
            var bytes = _counted.Bytes + Encoding.UTF8.GetByteCount(line[_counted.Characters..end]);
            // Half a pair of surrogates counts for itself only where it is alone.
            if (end == 0 || !char.IsHighSurrogate(line[end - 1]))
                _counted = (source, position.Line, end, bytes);
            return bytes + 1;
        }

        return position.Line == diagnostic.Range.Start.Line && diagnostic.LineColumn == 1
            ? Encoding.UTF8.GetByteCount(
                diagnostic.Line.AsSpan(0, Math.Min(position.Column - 1, diagnostic.Line.Length))
            ) + 1
            : position.Column;
    }
}
