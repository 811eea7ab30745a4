using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Copylint.Diagnostics;
using Copylint.Linting;
using Copylint.Text;

namespace Copylint.Reports;

/// <summary>GitLab's Code Quality report. Of equal fingerprints GitLab shows one, so each gets its own.</summary>
/// <param name="output">Where the report is written.</param>
public sealed class GitLabReporter(Stream output) : IReporter
{
    private readonly Utf8JsonWriter _json = new(output, JsonStyle.Options);
    private readonly HashSet<string> _fingerprints = [];

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    /// <inheritdoc/>
    public void Begin() => _json.WriteStartArray();

    /// <inheritdoc/>
    public void Report(FileReport report)
    {
        foreach (var diagnostic in report.Diagnostics)
        {
            _json.WriteStartObject();
            _json.WriteString("description", diagnostic.Message);
            _json.WriteString("check_name", $"{diagnostic.Rule.Id} {diagnostic.Rule.Name}");
            _json.WriteString("fingerprint", Fingerprint(diagnostic));
            _json.WriteString(
                "severity",
                diagnostic.Severity switch
                {
                    Severity.Error => "major",
                    Severity.Warning => "minor",
                    _ => "info",
                }
            );
            _json.WriteStartObject("location");
            _json.WriteString("path", report.Path);
            _json.WriteStartObject("lines");
            _json.WriteNumber("begin", diagnostic.Range.Start.Line);
            _json.WriteNumber("end", diagnostic.Range.End.Line);
            _json.WriteEndObject();
            _json.WriteEndObject();
            _json.WriteEndObject();
        }

        _json.Flush();
    }

    /// <inheritdoc/>
    public void Complete(RunSummary summary)
    {
        _json.WriteEndArray();
        _json.Flush();
        output.Write("\n"u8);
    }

    private string Fingerprint(LocatedDiagnostic diagnostic)
    {
        for (var salt = 0; ; salt++)
        {
            var hash = Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{diagnostic.Path}\n{diagnostic.SentenceHash}\n{salt}"))
            );
            if (_fingerprints.Add(hash))
                return hash;
        }
    }
}
