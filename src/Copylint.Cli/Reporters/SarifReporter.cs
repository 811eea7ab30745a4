using System.Reflection;
using System.Text;
using System.Text.Json;
using Copylint.Catalog;
using Copylint.Cli.Commands;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Git;
using Copylint.Linting;
using Copylint.Linting.Corpus;
using Copylint.Linting.Suppressions;
using Copylint.Matchers;
using Copylint.Text;
using Copylint.Yaml;

namespace Copylint.Cli.Reporters;

/// <summary>SARIF 2.1.0 (OASIS, errata 01), as code scanning and other readers want it: streamed, deterministic, without times or paths of the machine.</summary>
internal sealed class SarifReporter : IReporter
{
    private const string Schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const string InformationUri = "https://github.com/copylint/copylint";
    private const int FlushBytes = 1 << 16;
    private const int MaxDescription = 1024;

    private readonly Utf8JsonWriter _json;
    private readonly Stream _output;
    private readonly IReadOnlyList<RuleDescriptor> _rules;
    private readonly Dictionary<string, int> _ruleIndexes = [];
    private readonly string _folder;
    private readonly Linter? _linter;
    private readonly List<(string Uri, FileArtifact Artifact)> _artifacts = [];
    private readonly List<LocatedDiagnostic> _notifications = [];
    private readonly List<string> _packs;
    private readonly SarifOptions _options;
    private readonly List<(string Uri, FileFacts Facts)> _facts = [];
    private readonly List<(LocatedDiagnostic Diagnostic, string Uri, int? Artifact)> _held = [];
    private readonly List<RuleDescriptor> _notificationRules;
    private readonly SortedSet<string> _outside = new(StringComparer.Ordinal);

    /// <param name="output">Where the log is written.</param>
    /// <param name="linter">The settings; null for a run that failed before it had any.</param>
    /// <param name="rules">All rules that can find something.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="options">What the log holds.</param>
    public SarifReporter(
        Stream output,
        Linter? linter,
        IReadOnlyList<RuleDescriptor> rules,
        string folder,
        SarifOptions options
    )
    {
        _options = options;
        _output = output;
        _json = new Utf8JsonWriter(output, JsonStyle.Options);
        _linter = linter;
        _folder = folder;
        _rules = rules;
        _notificationRules = [.. rules.Where(r => r.Id is "CL0001" or "CL0002" or "CL0005" or "CL0007")];
        _packs = [.. _rules.Select(r => r.Pack).OfType<string>().Distinct()];
        var counts = new Dictionary<string, int>();
        foreach (var rule in _rules)
            _ruleIndexes[rule.Id] = System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                counts,
                rule.Pack ?? "",
                out _
            )++;
    }

    public static string ToolVersion =>
        typeof(SarifReporter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "0.0.0";

    public void Dispose() => _json.Dispose();

    public void Begin()
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", Schema);
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "Copylint");
        _json.WriteString("semanticVersion", ToolVersion);
        _json.WriteString("informationUri", InformationUri);
        _json.WriteStartArray("rules");
        foreach (var rule in _rules.Where(r => r.Pack is null))
            WriteRule(rule);
        _json.WriteEndArray();
        if (_notificationRules.Count > 0)
            WriteNotificationDescriptors();
        _json.WriteEndObject();
        WriteExtensions();
        _json.WriteEndObject();
        if (_options.Category is { } category)
        {
            _json.WriteStartObject("automationDetails");
            _json.WriteString("id", category.TrimEnd('/') + "/");
            _json.WriteEndObject();
        }

        if (_options.Provenance is { } provenance)
            WriteProvenance(provenance);
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartArray("newlineSequences");
        _json.WriteStringValue("\r\n");
        _json.WriteStringValue("\n");
        _json.WriteStringValue("\r");
        _json.WriteEndArray();
        _json.WriteStartObject("originalUriBaseIds");
        _json.WriteStartObject("SRCROOT");
        _json.WriteStartObject("description");
        _json.WriteString("text", "The root of the repository, or the folder that the command ran in.");
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteStartArray("results");
    }

    public void Report(FileReport report)
    {
        if (_options.IsShard && report.Facts is { } facts)
            _facts.Add((UriOf(report.Path), facts));
        IReadOnlyList<LocatedDiagnostic> results = _options.IsForGitHub
            ? report.Diagnostics
            : [.. report.Diagnostics.Concat(report.Suppressed).Concat(report.Known).OrderBy(d => d.Range.Start)];
        if (results.Count == 0)
            return;
        var uri = UriOf(report.Path);
        // An upload with a place that the repository does not have can be refused as a whole.
        if (_options.IsForGitHub && uri.StartsWith("../", StringComparison.Ordinal))
        {
            _outside.Add(report.Path);
            return;
        }

        int? index = null;
        if (report.Artifact is { } artifact)
        {
            index = _artifacts.Count;
            _artifacts.Add((uri, artifact));
        }

        foreach (var diagnostic in results)
        {
            // What is over the limit of an upload is known at the end only.
            if (_options.IsForGitHub)
                Hold(diagnostic, uri, index);
            else
                WriteResult(diagnostic, uri, index);
            if (_notificationRules.Contains(diagnostic.Rule))
                _notifications.Add(diagnostic);
            if (_json.BytesPending > FlushBytes)
                _json.Flush();
        }
    }

    public void End(RunSummary summary)
    {
        foreach (var (diagnostic, uri, artifact) in WithinLimit())
            WriteResult(diagnostic, uri, artifact);
        if (!_options.IsForGitHub)
        {
            foreach (var gone in _options.Gone())
                WriteGone(gone);
        }

        _json.WriteEndArray();
        WriteInvocation(summary.ExitCode, []);
        WriteEnd();
    }

    /// <summary>Writes the whole log of a run that failed before any file was linted.</summary>
    /// <param name="mistakes">What is wrong with the call or the configuration; without a line where it is about no file.</param>
    public void Fail(IReadOnlyList<ConfigurationError> mistakes)
    {
        Begin();
        _json.WriteEndArray();
        WriteInvocation(ExitCodes.Usage, mistakes);
        WriteEnd();
    }

    private void WriteEnd()
    {
        _json.WriteStartArray("artifacts");
        foreach (var (uri, artifact) in _artifacts)
        {
            _json.WriteStartObject();
            WriteArtifactLocation("location", uri, null);
            _json.WriteNumber("length", artifact.Length);
            if (DocumentParser.FormatOf(uri) is { } format)
                _json.WriteString("mimeType", format.MediaType);
            _json.WriteString(
                "encoding",
                artifact.Encoding switch
                {
                    SourceEncoding.Utf8 => "UTF-8",
                    SourceEncoding.Utf16BigEndian => "UTF-16BE",
                    _ => "UTF-16LE",
                }
            );
            if (artifact.Sha256 is { } hash)
            {
                _json.WriteStartObject("hashes");
                _json.WriteString("sha-256", hash);
                _json.WriteEndObject();
            }

            _json.WriteStartArray("roles");
            _json.WriteStringValue("analysisTarget");
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        if (_options.IsShard)
            WriteFacts();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _output.Write("\n"u8);
    }

    /// <summary>Message text with what SARIF would take for a placeholder or a link escaped (sections 3.11.5 and 3.11.6).</summary>
    internal static string EscapeMessage(string text)
    {
        if (text.AsSpan().IndexOfAny("{}[]\\") < 0)
            return text;
        var result = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '{' or '}')
                result.Append(c);
            else if (c is '[' or ']' or '\\')
                result.Append('\\');
            result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>A path as a relative, percent-encoded URI reference.</summary>
    internal static string Encode(string path)
    {
        // What RFC 3986 allows in a segment of a path stays as it is; a colon, which could look like a scheme, does not.
        const string Allowed = "-._~!$&'()*+,;=@";
        var encoded = new StringBuilder(path.Length + 8);
        foreach (var rune in path.EnumerateRunes())
        {
            if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || rune.Value == '/' || Allowed.Contains((char)rune.Value)))
                encoded.Append((char)rune.Value);
            else
                encoded.Append(Uri.EscapeDataString(rune.ToString()));
        }

        return encoded.ToString();
    }

    private string UriOf(string path) => Encode(RepositoryRoot.PathFrom(_folder, path));

    private static string Level(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Suggestion => "note",
            _ => "none",
        };

    private void WriteText(string property, string text)
    {
        _json.WriteStartObject(property);
        _json.WriteString("text", text);
        _json.WriteEndObject();
    }

    private void WriteRule(RuleDescriptor rule)
    {
        _json.WriteStartObject();
        WriteDescription(rule);
        _json.WriteStartObject("defaultConfiguration");
        _json.WriteBoolean("enabled", rule.DefaultSeverity != Severity.Off);
        _json.WriteString("level", rule.DefaultSeverity == Severity.Off ? "note" : Level(rule.DefaultSeverity));
        _json.WriteEndObject();
        _json.WriteStartObject("properties");
        _json.WriteStartArray("tags");
        _json.WriteStringValue(rule.Family);
        _json.WriteStringValue(rule.Name);
        _json.WriteEndArray();
        _json.WriteString("precision", CommonOptions.Name(rule.Precision));
        _json.WriteString(
            "problem.severity",
            rule.DefaultSeverity switch
            {
                Severity.Error => "error",
                Severity.Warning => "warning",
                _ => "recommendation",
            }
        );
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    // What a rule and a notification say of themselves.
    private void WriteDescription(RuleDescriptor rule)
    {
        _json.WriteString("id", rule.Id);
        _json.WriteString("name", PascalCase(rule.Name));
        WriteText("shortDescription", Limit(rule.Summary));
        WriteText("fullDescription", Limit(rule.Why));
        _json.WriteStartObject("help");
        _json.WriteString("text", RuleHelp.Plain(rule));
        _json.WriteString("markdown", RuleHelp.Markdown(rule));
        _json.WriteEndObject();
    }

    private static string Limit(string text) =>
        text.Length <= MaxDescription ? text : text[..(MaxDescription - 1)] + "…";

    private static string PascalCase(string name) =>
        string.Concat(name.Split('-').Select(p => char.ToUpperInvariant(p[0]) + p[1..]));

    private void WriteResult(LocatedDiagnostic diagnostic, string uri, int? artifact)
    {
        _json.WriteStartObject();
        _json.WriteString("ruleId", diagnostic.Rule.Id);
        if (diagnostic.Rule.Pack is null)
            _json.WriteNumber("ruleIndex", _ruleIndexes[diagnostic.Rule.Id]);
        else
            WriteReference("rule", diagnostic.Rule);
        _json.WriteString("level", Level(diagnostic.Severity));
        WriteText("message", EscapeMessage(diagnostic.Message));
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        _json.WriteStartObject("physicalLocation");
        WriteArtifactLocation("artifactLocation", uri, artifact);
        WriteRegion("region", diagnostic.Range, diagnostic.Snippet);
        var lines = WholeLines(diagnostic);
        if (lines != diagnostic.Range)
            WriteRegion("contextRegion", lines, lines.Start.Line == lines.End.Line ? diagnostic.Line : null);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
        WriteRelated(diagnostic, uri, artifact);
        _json.WriteStartObject("partialFingerprints");
        if (diagnostic.LineHash is { } lineHash)
            _json.WriteString("primaryLocationLineHash", lineHash);
        if (diagnostic.SentenceHash is { } sentenceHash)
            _json.WriteString("copylintSentence/v1", sentenceHash);
        _json.WriteEndObject();
        WriteFixes(diagnostic, uri, artifact);
        if (!_options.IsForGitHub)
            WriteStates(diagnostic);
        _json.WriteEndObject();
    }

    // What the files add to the judgement over all files: each line's hash, place and shape.
    private void WriteFacts()
    {
        _json.WriteStartObject("properties");
        _json.WriteStartArray(MergeCommand.FactsProperty);
        foreach (var (uri, facts) in _facts)
        {
            _json.WriteStartObject();
            _json.WriteString("uri", uri);
            _json.WriteString("site", facts.Site);
            _json.WriteStartArray("lines");
            foreach (var line in facts.Lines)
            {
                _json.WriteStartArray();
                _json.WriteStringValue(line.Hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture));
                _json.WriteNumberValue(line.Span.Start);
                _json.WriteNumberValue(line.Span.Length);
                _json.WriteNumberValue(line.IsSentence ? 1 : 0);
                _json.WriteNumberValue(line.IsShort ? 1 : 0);
                _json.WriteEndArray();
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteGone(BaselineEntry gone)
    {
        _json.WriteStartObject();
        _json.WriteString("ruleId", gone.Rule);
        _json.WriteString("level", "none");
        WriteText("message", EscapeMessage(gone.Message));
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        _json.WriteStartObject("physicalLocation");
        WriteArtifactLocation("artifactLocation", Encode(gone.File), null);
        var start = new LinePosition(gone.Line, 1);
        WriteRegion("region", new LineSpan(start, start), null);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteStartObject("partialFingerprints");
        _json.WriteString("copylintSentence/v1", gone.Fingerprint);
        _json.WriteEndObject();
        _json.WriteStartArray("suppressions");
        _json.WriteEndArray();
        _json.WriteString("baselineState", "absent");
        _json.WriteEndObject();
    }

    // On each result or on none, as the standard asks (3.27.23): an empty list says that nothing is suppressed.
    private void WriteStates(LocatedDiagnostic diagnostic)
    {
        _json.WriteStartArray("suppressions");
        if (diagnostic.Suppression is { } suppression)
        {
            _json.WriteStartObject();
            _json.WriteString("kind", "inSource");
            _json.WriteString("status", "accepted");
            if (suppression.Justification is { } justification)
                _json.WriteString("justification", justification);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        if (_options.HasBaseline)
            _json.WriteString("baselineState", diagnostic.IsKnown ? "unchanged" : "new");
    }

    private void WriteReference(string property, RuleDescriptor rule)
    {
        _json.WriteStartObject(property);
        _json.WriteString("id", rule.Id);
        _json.WriteNumber("index", _ruleIndexes[rule.Id]);
        if (rule.Pack is { } pack)
        {
            _json.WriteStartObject("toolComponent");
            _json.WriteString("name", pack);
            _json.WriteNumber("index", _packs.IndexOf(pack));
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void WriteExtensions()
    {
        if (_packs.Count == 0)
            return;
        _json.WriteStartArray("extensions");
        foreach (var pack in _packs)
        {
            _json.WriteStartObject();
            _json.WriteString("name", pack);
            _json.WriteStartArray("rules");
            foreach (var rule in _rules.Where(r => r.Pack == pack))
                WriteRule(rule);
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteProvenance(RepositoryState state)
    {
        _json.WriteStartArray("versionControlProvenance");
        _json.WriteStartObject();
        _json.WriteString("repositoryUri", state.RepositoryUri);
        if (state.Revision is { } revision)
            _json.WriteString("revisionId", revision);
        if (state.Branch is { } branch)
            _json.WriteString("branch", branch);
        _json.WriteStartObject("mappedTo");
        _json.WriteString("uriBaseId", "SRCROOT");
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    // Of more results than an upload may hold the most severe, in the order in which they were found.
    private List<(LocatedDiagnostic Diagnostic, string Uri, int? Artifact)> WithinLimit() =>
        _held.Count <= SarifOptions.MaxResults
            ? _held
            :
            [
                .. _held
                    .Index()
                    .OrderByDescending(h => h.Item.Diagnostic.Severity)
                    .Take(SarifOptions.MaxResults)
                    .OrderBy(h => h.Index)
                    .Select(h => h.Item),
            ];

    // What comes later cannot bring back what is over the limit now.
    private void Hold(LocatedDiagnostic diagnostic, string uri, int? artifact)
    {
        _held.Add((diagnostic, uri, artifact));
        if (_held.Count < SarifOptions.MaxResults * 2)
            return;
        var within = WithinLimit();
        _held.Clear();
        _held.AddRange(within);
    }

    private void WriteNotificationDescriptors()
    {
        _json.WriteStartArray("notifications");
        foreach (var rule in _notificationRules)
        {
            _json.WriteStartObject();
            WriteDescription(rule);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
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
        _json.WriteStartArray("relatedLocations");
        for (var i = 0; i < diagnostic.Related.Count; i++)
        {
            _json.WriteStartObject();
            _json.WriteNumber("id", i + 1);
            _json.WriteStartObject("physicalLocation");
            WriteArtifactLocation("artifactLocation", uri, artifact);
            WriteRegion("region", diagnostic.Related[i].Range, null);
            _json.WriteEndObject();
            WriteText("message", EscapeMessage(diagnostic.Related[i].Message));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteFixes(LocatedDiagnostic diagnostic, string uri, int? artifact)
    {
        if (diagnostic.Fixes.Count == 0)
            return;
        _json.WriteStartArray("fixes");
        foreach (var fix in diagnostic.Fixes)
        {
            _json.WriteStartObject();
            WriteText("description", EscapeMessage(fix.IsSafe ? fix.Title : fix.Title + " (look first)"));
            _json.WriteStartArray("artifactChanges");
            _json.WriteStartObject();
            WriteArtifactLocation("artifactLocation", uri, artifact);
            _json.WriteStartArray("replacements");
            foreach (var edit in fix.Edits)
            {
                _json.WriteStartObject();
                WriteRegion("deletedRegion", edit.Range, null);
                WriteText("insertedContent", edit.NewText);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteArtifactLocation(string property, string uri, int? index)
    {
        _json.WriteStartObject(property);
        _json.WriteString("uri", uri);
        _json.WriteString("uriBaseId", "SRCROOT");
        if (index is { } number)
            _json.WriteNumber("index", number);
        _json.WriteEndObject();
    }

    private void WriteRegion(string property, LineSpan range, string? snippet)
    {
        _json.WriteStartObject(property);
        _json.WriteNumber("startLine", range.Start.Line);
        _json.WriteNumber("startColumn", range.Start.Column);
        _json.WriteNumber("endLine", range.End.Line);
        _json.WriteNumber("endColumn", range.End.Column);
        if (!string.IsNullOrEmpty(snippet))
            WriteText("snippet", snippet);
        _json.WriteEndObject();
    }

    private void WriteInvocation(int exitCode, IReadOnlyList<ConfigurationError> mistakes)
    {
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful", mistakes.Count == 0);
        _json.WriteNumber("exitCode", exitCode);
        if (_options.Invocation is { } invocation)
        {
            _json.WriteStartArray("arguments");
            foreach (var argument in invocation.Arguments)
                _json.WriteStringValue(argument);
            _json.WriteEndArray();
            _json.WriteString("startTimeUtc", invocation.Start);
            _json.WriteString("endTimeUtc", DateTime.UtcNow);
            _json.WriteStartObject("workingDirectory");
            _json.WriteString("uri", new Uri(Path.TrimEndingDirectorySeparator(invocation.Folder) + "/").AbsoluteUri);
            _json.WriteEndObject();
        }

        WriteConfigurationOverrides();
        if (_notifications.Count > 0 || _outside.Count > 0)
        {
            _json.WriteStartArray("toolExecutionNotifications");
            foreach (var notification in _notifications)
                WriteNotification(notification);
            foreach (var path in _outside)
                WriteNotification(
                    "warning",
                    new ConfigurationError(
                        "",
                        0,
                        0,
                        $"'{path}' lies outside the repository; its findings are left out."
                    )
                );
            _json.WriteEndArray();
        }

        if (mistakes.Count > 0)
        {
            _json.WriteStartArray("toolConfigurationNotifications");
            foreach (var mistake in mistakes)
                WriteNotification("error", mistake);
            _json.WriteEndArray();
        }

        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteConfigurationOverrides()
    {
        var overrides = _rules.Where(r => _linter!.Settings.SeverityOf(r) != r.DefaultSeverity).ToList();
        if (overrides.Count == 0)
            return;
        _json.WriteStartArray("ruleConfigurationOverrides");
        foreach (var rule in overrides)
        {
            var severity = _linter!.Settings.SeverityOf(rule);
            _json.WriteStartObject();
            WriteReference("descriptor", rule);
            _json.WriteStartObject("configuration");
            _json.WriteBoolean("enabled", severity != Severity.Off);
            if (severity != Severity.Off)
                _json.WriteString("level", Level(severity));
            _json.WriteEndObject();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteNotification(LocatedDiagnostic notification)
    {
        _json.WriteStartObject();
        _json.WriteStartObject("descriptor");
        _json.WriteString("id", notification.Rule.Id);
        _json.WriteNumber("index", _notificationRules.IndexOf(notification.Rule));
        _json.WriteEndObject();
        if (notification.About is { } about)
            WriteReference("associatedRule", about);
        _json.WriteString("level", Level(notification.Severity));
        WriteText("message", EscapeMessage(notification.Message));
        WriteNotificationPlace(UriOf(notification.Path), null);
        _json.WriteEndObject();
    }

    private void WriteNotification(string level, ConfigurationError mistake)
    {
        _json.WriteStartObject();
        _json.WriteString("level", level);
        WriteText("message", EscapeMessage(mistake.Message));
        if (mistake.Line > 0)
        {
            var start = new LinePosition(mistake.Line, mistake.Column);
            WriteNotificationPlace(UriOf(mistake.Path), new LineSpan(start, start));
        }

        _json.WriteEndObject();
    }

    private void WriteNotificationPlace(string uri, LineSpan? range)
    {
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        _json.WriteStartObject("physicalLocation");
        WriteArtifactLocation("artifactLocation", uri, null);
        if (range is { } region)
            WriteRegion("region", region, null);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }
}
