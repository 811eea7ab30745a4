using System.Text.Json;
using Copylint.Diagnostics;
using Copylint.Linting;
using Copylint.Linting.Suppressions;
using Copylint.Text;

namespace Copylint.Reports.Sarif;

/// <summary>The results of a log: findings with their places, fingerprints, fixes and states.</summary>
/// <param name="json">Where the log is written.</param>
/// <param name="rules">The rules of the log.</param>
/// <param name="options">What the log holds.</param>
internal sealed class SarifResults(Utf8JsonWriter json, SarifRules rules, SarifOptions options)
{
    /// <summary>Writes a finding.</summary>
    /// <param name="diagnostic">The finding.</param>
    /// <param name="uri">The address of its file.</param>
    /// <param name="artifact">The number of its file among the artifacts, or null.</param>
    public void Write(LocatedDiagnostic diagnostic, string uri, int? artifact)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Rule.Id);
        if (diagnostic.Rule.Pack is null)
            json.WriteNumber("ruleIndex", rules.IndexOf(diagnostic.Rule));
        else
            rules.WriteReference("rule", diagnostic.Rule);
        json.WriteString("level", SarifNames.Level(diagnostic.Severity));
        json.WriteText("message", SarifNames.EscapeMessage(diagnostic.Message));
        WritePlace(diagnostic, uri, artifact);
        WriteRelated(diagnostic, uri, artifact);
        json.WriteStartObject("partialFingerprints");
        if (diagnostic.LineHash is { } lineHash)
            json.WriteString(SarifNames.LineFingerprint, lineHash);
        if (diagnostic.SentenceHash is { } sentenceHash)
            json.WriteString(SarifNames.SentenceFingerprint, sentenceHash);
        json.WriteEndObject();
        WriteFixes(diagnostic, uri, artifact);
        if (!options.IsForGitHub)
            WriteStates(diagnostic);
        json.WriteEndObject();
    }

    /// <summary>Writes a finding of the baseline that is found no more.</summary>
    public void WriteAbsent(BaselineEntry gone)
    {
        var start = new LinePosition(gone.Line, 1);
        json.WriteStartObject();
        json.WriteString("ruleId", gone.Rule);
        json.WriteString("level", SarifNames.Level(Severity.Off));
        json.WriteText("message", SarifNames.EscapeMessage(gone.Message));
        json.WriteLocations(SarifNames.Encode(gone.File), new LineSpan(start, start));
        json.WriteStartObject("partialFingerprints");
        json.WriteString(SarifNames.SentenceFingerprint, gone.Fingerprint);
        json.WriteEndObject();
        json.WriteStartArray("suppressions");
        json.WriteEndArray();
        json.WriteString("baselineState", "absent");
        json.WriteEndObject();
    }

    private void WritePlace(LocatedDiagnostic diagnostic, string uri, int? artifact)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteArtifactLocation("artifactLocation", uri, artifact);
        json.WriteRegion("region", diagnostic.Range, diagnostic.Snippet);
        var lines = WholeLines(diagnostic);
        if (lines != diagnostic.Range)
            json.WriteRegion("contextRegion", lines, lines.Start.Line == lines.End.Line ? diagnostic.Line : null);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // A region of one line within its line; the context must hold the region and more.
    private static LineSpan WholeLines(LocatedDiagnostic diagnostic)
    {
        var range = diagnostic.Range;
        var lines = new LineSpan(
            new LinePosition(range.Start.Line, diagnostic.LineColumn),
            new LinePosition(range.Start.Line, diagnostic.LineColumn + diagnostic.Line.Length)
        );
        return range.Start.Line == range.End.Line && diagnostic.Line.Length > 0 && lines.End >= range.End
            ? lines
            : range;
    }

    private void WriteRelated(LocatedDiagnostic diagnostic, string uri, int? artifact)
    {
        if (diagnostic.Related.Count == 0)
            return;
        json.WriteStartArray("relatedLocations");
        for (var i = 0; i < diagnostic.Related.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", i + 1);
            json.WriteStartObject("physicalLocation");
            json.WriteArtifactLocation("artifactLocation", uri, artifact);
            json.WriteRegion("region", diagnostic.Related[i].Range, null);
            json.WriteEndObject();
            json.WriteText("message", SarifNames.EscapeMessage(diagnostic.Related[i].Message));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteFixes(LocatedDiagnostic diagnostic, string uri, int? artifact)
    {
        if (diagnostic.Fixes.Count == 0)
            return;
        json.WriteStartArray("fixes");
        foreach (var fix in diagnostic.Fixes)
        {
            json.WriteStartObject();
            json.WriteText(
                "description",
                SarifNames.EscapeMessage(fix.IsSafe ? fix.Title : fix.Title + " (look first)")
            );
            json.WriteStartArray("artifactChanges");
            json.WriteStartObject();
            json.WriteArtifactLocation("artifactLocation", uri, artifact);
            json.WriteStartArray("replacements");
            foreach (var edit in fix.Edits)
            {
                json.WriteStartObject();
                json.WriteRegion("deletedRegion", edit.Range, null);
                json.WriteText("insertedContent", edit.NewText);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // On each result or on none, as the standard asks (3.27.23): an empty list says that nothing is suppressed.
    private void WriteStates(LocatedDiagnostic diagnostic)
    {
        json.WriteStartArray("suppressions");
        if (diagnostic.Suppression is { } suppression)
        {
            json.WriteStartObject();
            json.WriteString("kind", "inSource");
            json.WriteString("status", "accepted");
            if (suppression.Justification is { } justification)
                json.WriteString("justification", justification);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (options.HasBaseline)
            json.WriteString("baselineState", diagnostic.IsKnown ? "unchanged" : "new");
    }
}
