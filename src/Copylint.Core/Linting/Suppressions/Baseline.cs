using System.Text.Json;
using Copylint.Catalog;
using Copylint.Matchers;
using Copylint.Text;

namespace Copylint.Linting.Suppressions;

/// <summary>A finding that a baseline knows.</summary>
/// <param name="File">The file, from the root, with forward slashes.</param>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Line">The one-based line on which it stood; for readers, not for matching.</param>
/// <param name="Fingerprint">The hash of rule, sentence and text; see <see cref="LocatedDiagnostic.SentenceHash"/>.</param>
/// <param name="Message">The message.</param>
public sealed record BaselineEntry(string File, string Rule, int Line, string Fingerprint, string Message);

/// <summary>
/// The findings that were there already. A finding is known by the hash of its rule, sentence and words in its file, so it stays known when lines move and other text changes; when
/// the file is gone, it is known in the file that has it now. Reads its own files and SARIF logs of earlier runs.
/// </summary>
public sealed class Baseline
{
    /// <summary>The name that a baseline has when none is given.</summary>
    public const string FileName = ".copylint-baseline.json";

    private const int Version = 1;
    private const string SarifFingerprint = "copylintSentence/v1";

    private readonly string _root;
    private readonly Dictionary<(string File, string Fingerprint), BaselineEntry> _entries = [];
    private readonly Dictionary<string, BaselineEntry> _moved = [];
    private readonly HashSet<BaselineEntry> _found = [];
    private readonly HashSet<string> _linted = new(StringComparer.Ordinal);

    private Baseline(string root, IEnumerable<BaselineEntry> entries)
    {
        _root = root;
        foreach (var entry in entries)
        {
            _entries[(entry.File, entry.Fingerprint)] = entry;
            if (!System.IO.File.Exists(Path.Combine(root, entry.File)))
                _moved[entry.Fingerprint] = entry;
        }
    }

    /// <summary>All its findings, in order of file and line.</summary>
    public IEnumerable<BaselineEntry> Entries => InOrder(_entries.Values);

    /// <summary>Its findings in files that were linted or are gone, of which nothing was found any more; complete after the last file.</summary>
    public IReadOnlyList<BaselineEntry> Gone =>
        [
            .. InOrder(
                _entries.Values.Where(e =>
                    !_found.Contains(e)
                    && (_linted.Contains(e.File) || !System.IO.File.Exists(Path.Combine(_root, e.File)))
                )
            ),
        ];

    /// <summary>Reads a baseline or a SARIF log.</summary>
    /// <param name="path">The file.</param>
    /// <param name="root">The folder that its paths start from: the root of the repository, or else the working folder.</param>
    /// <exception cref="InvalidDataException">It is neither.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Baseline Load(string path, string root)
    {
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
            if (
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("runs", out var runs)
            )
                return new Baseline(root, [.. runs.EnumerateArray().SelectMany(FromRun)]);
            if (
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("findings", out var findings)
                && json.RootElement.TryGetProperty("version", out var version)
            )
            {
                if (version.GetInt32() > Version)
                    throw new InvalidDataException(
                        $"the baseline has version {version.GetInt32()}, written by a newer Copylint; this one reads version {Version}"
                    );
                return new Baseline(
                    root,
                    [
                        .. findings
                            .EnumerateArray()
                            .Select(f => new BaselineEntry(
                                Text(f, "file"),
                                Text(f, "rule"),
                                f.GetProperty("line").GetInt32(),
                                Text(f, "fingerprint"),
                                Text(f, "message")
                            )),
                    ]
                );
            }

            throw new InvalidDataException("neither a baseline nor a SARIF log");
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"not a baseline: {exception.Message}", exception);
        }
    }

    /// <summary>The bytes of a baseline's file: sorted, so that differences are small.</summary>
    public static byte[] Write(IEnumerable<BaselineEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonStyle.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartArray("findings");
            foreach (var entry in InOrder(entries))
            {
                json.WriteStartObject();
                json.WriteString("file", entry.File);
                json.WriteNumber("line", entry.Line);
                json.WriteString("rule", entry.Rule);
                json.WriteString("fingerprint", entry.Fingerprint);
                json.WriteString("message", entry.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
        return stream.ToArray();
    }

    /// <summary>The entries of a report.</summary>
    /// <param name="report">A report with fingerprints.</param>
    /// <param name="file">The file, from the root.</param>
    public static IEnumerable<BaselineEntry> EntriesOf(FileReport report, string file)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report
            .Diagnostics.Where(d => d.SentenceHash is not null)
            .Select(d => new BaselineEntry(file, d.Rule.Id, d.Range.Start.Line, d.SentenceHash!, d.Message));
    }

    /// <summary>Tells what is new in a report from what is known.</summary>
    /// <param name="report">A report with fingerprints.</param>
    /// <param name="file">The file, from the root.</param>
    public FileReport Split(FileReport report, string file)
    {
        ArgumentNullException.ThrowIfNull(report);
        _linted.Add(file);
        List<LocatedDiagnostic> left = [],
            known = [];
        foreach (var diagnostic in report.Diagnostics)
        {
            if (
                diagnostic.SentenceHash is { } hash
                && (_entries.TryGetValue((file, hash), out var entry) || _moved.Remove(hash, out entry))
                && _found.Add(entry)
            )
                known.Add(diagnostic with { IsKnown = true });
            else
                left.Add(diagnostic);
        }

        return known.Count == 0 ? report : report with { Diagnostics = left, Known = known };
    }

    private static IEnumerable<BaselineEntry> InOrder(IEnumerable<BaselineEntry> entries) =>
        entries
            .OrderBy(e => e.File, StringComparer.Ordinal)
            .ThenBy(e => e.Line)
            .ThenBy(e => e.Rule, StringComparer.Ordinal)
            .ThenBy(e => e.Fingerprint, StringComparer.Ordinal);

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is missing");

    // What was suppressed then, or gone, is not known now.
    private static IEnumerable<BaselineEntry> FromRun(JsonElement run)
    {
        foreach (var result in run.TryGetProperty("results", out var results) ? results.EnumerateArray() : default)
        {
            if (
                (result.TryGetProperty("suppressions", out var suppressions) && suppressions.GetArrayLength() > 0)
                || (result.TryGetProperty("baselineState", out var state) && state.GetString() == "absent")
                || !result.TryGetProperty("partialFingerprints", out var fingerprints)
                || !fingerprints.TryGetProperty(SarifFingerprint, out var fingerprint)
            )
                continue;
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            var line =
                place.TryGetProperty("region", out var region) && region.TryGetProperty("startLine", out var start)
                    ? start.GetInt32()
                    : 1;
            yield return new BaselineEntry(
                Uri.UnescapeDataString(Text(place.GetProperty("artifactLocation"), "uri")),
                Text(result, "ruleId"),
                line,
                fingerprint.GetString()!,
                Text(result.GetProperty("message"), "text")
            );
        }
    }
}
