using System.Globalization;
using System.Text.Json;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Git;
using Copylint.Linting;
using Copylint.Linting.Corpus;
using Copylint.Text;
using Copylint.Yaml;

namespace Copylint.Reports.Sarif;

/// <summary>SARIF 2.1.0 (OASIS, errata 01), as code scanning and other readers want it: streamed, deterministic,
/// without times or paths of the machine.</summary>
public sealed class SarifReporter : IReporter
{
    private const int FlushBytes = 1 << 16;

    private readonly Utf8JsonWriter _json;
    private readonly Stream _output;
    private readonly string _folder;
    private readonly SarifOptions _options;
    private readonly SarifRules _rules;
    private readonly SarifResults _results;
    private readonly SarifRun _run;
    private readonly List<(string Uri, FileArtifact Artifact)> _artifacts = [];
    private readonly List<(string Uri, FileFacts Facts)> _facts = [];
    private readonly List<(LocatedDiagnostic Diagnostic, string Uri, int? Artifact)> _held = [];

    /// <summary>Starts a log.</summary>
    /// <param name="output">Where the log is written.</param>
    /// <param name="settings">The settings; null for a run that failed before it had any.</param>
    /// <param name="rules">All rules that can find something.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="options">What the log holds.</param>
    public SarifReporter(
        Stream output,
        Configuration.LintSettings? settings,
        IReadOnlyList<RuleDescriptor> rules,
        string folder,
        SarifOptions options
    )
    {
        _options = options;
        _output = output;
        _folder = folder;
        _json = new Utf8JsonWriter(output, JsonStyle.Options);
        _rules = new SarifRules(_json, rules);
        _results = new SarifResults(_json, _rules, options);
        _run = new SarifRun(_json, _rules, settings, options, UriOf);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    /// <inheritdoc/>
    public void Begin()
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", SarifNames.Schema);
        _json.WriteString("version", SarifNames.Version);
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        _rules.WriteTool();
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
        _json.WriteStartObject(SarifNames.Root);
        _json.WriteText("description", "The root of the repository, or the folder that the command ran in.");
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteStartArray("results");
    }

    /// <inheritdoc/>
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
            _run.AddOutside(report.Path);
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
                _results.Write(diagnostic, uri, index);
            if (_rules.IsNotification(diagnostic.Rule))
                _run.Add(diagnostic);
            if (_json.BytesPending > FlushBytes)
                _json.Flush();
        }
    }

    /// <inheritdoc/>
    public void Complete(RunSummary summary)
    {
        foreach (var (diagnostic, uri, artifact) in WithinLimit())
            _results.Write(diagnostic, uri, artifact);
        summary.LeftOut = Math.Max(0, _heldCount - SarifOptions.MaxResults);
        _run.LeftOut = summary.LeftOut;
        if (!_options.IsForGitHub)
        {
            foreach (var gone in _options.Gone())
                _results.WriteAbsent(gone);
        }

        WriteEnd(summary.ExitCode, []);
    }

    /// <summary>Writes the whole log of a run that failed before any file was linted.</summary>
    /// <param name="exitCode">The exit code of the run.</param>
    /// <param name="mistakes">What is wrong with the call or the configuration; without a line where it is about no
    /// file.</param>
    public void Fail(int exitCode, IReadOnlyList<ConfigurationError> mistakes)
    {
        Begin();
        WriteEnd(exitCode, mistakes);
    }

    private string UriOf(string path) => SarifNames.Encode(RepositoryRoot.PathFrom(_folder, path));

    private void WriteEnd(int exitCode, IReadOnlyList<ConfigurationError> mistakes)
    {
        _json.WriteEndArray();
        _run.Write(exitCode, mistakes);
        _json.WriteStartArray("artifacts");
        foreach (var (uri, artifact) in _artifacts)
            WriteArtifact(uri, artifact);
        _json.WriteEndArray();
        if (_options.IsShard)
            WriteFacts();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _output.Write("\n"u8);
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
        _json.WriteString("uriBaseId", SarifNames.Root);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteArtifact(string uri, FileArtifact artifact)
    {
        _json.WriteStartObject();
        _json.WriteArtifactLocation("location", uri, null);
        _json.WriteNumber("length", artifact.Length);
        if (DocumentParser.FormatOf(uri) is { } format)
            _json.WriteString("mimeType", format.MediaType);
        _json.WriteString(
            "encoding",
            artifact.Encoding switch
            {
                SourceEncoding.Utf8 => "UTF-8",
                SourceEncoding.Utf16BigEndian => "UTF-16BE",
                SourceEncoding.Windows1252 => "windows-1252",
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

    // What the files add to the judgement over all files: each line's hash, place and shape.
    private void WriteFacts()
    {
        _json.WriteStartObject("properties");
        _json.WriteStartArray(SarifNames.FactsProperty);
        foreach (var (uri, facts) in _facts)
        {
            _json.WriteStartObject();
            _json.WriteString("uri", uri);
            _json.WriteString("site", facts.Site);
            _json.WriteStartArray("lines");
            foreach (var line in facts.Lines)
            {
                _json.WriteStartArray();
                _json.WriteStringValue(line.Hash.ToString("x16", CultureInfo.InvariantCulture));
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

    // Of more results than an upload may hold the most severe, in the order in which they were found.
    private int _heldCount;

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
        _heldCount++;
        _held.Add((diagnostic, uri, artifact));
        if (_held.Count < SarifOptions.MaxResults * 2)
            return;
        var within = WithinLimit();
        _held.Clear();
        _held.AddRange(within);
    }
}
