using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Copylint.Cli.Reporters;
using Copylint.Diagnostics;
using Copylint.Git;
using Copylint.Linting;
using Copylint.Linting.Corpus;
using Copylint.Matchers;
using Copylint.Text;

namespace Copylint.Cli.Commands;

/// <summary><c>copylint merge</c>: joins the logs of shards into the log that one run would have written, with what only all files together tell.</summary>
internal static class MergeCommand
{
    /// <summary>The name of the property of a run that carries what its files add to the judgement over all files.</summary>
    public const string FactsProperty = "copylint/lines/v1";

    public static Command Create(Terminal console)
    {
        var logs = new Argument<string[]>("logs")
        {
            Description = "SARIF logs that 'copylint check --shard' wrote.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "Write the log to a file instead of standard output.",
            HelpName = "FILE",
        };
        var failOn = CommonOptions.FailOn();
        var config = CommonOptions.Config();
        var command = new DescribedCommand(
            "merge",
            "Join the SARIF logs of several shards or jobs into one.",
            [
                ("copylint check a --shard --fail-on never -f sarif -o 1.sarif", "in one job"),
                ("copylint merge 1.sarif 2.sarif -o all.sarif", "after all of them, where the files are at hand"),
            ]
        )
        {
            logs,
            output,
            failOn,
            config,
        };
        command.SetAction(result =>
        {
            var documents = new List<JsonDocument>();
            try
            {
                foreach (var path in result.GetValue(logs)!)
                    documents.Add(Read(path, console.Folder));
                var runs = documents.ConvertAll(d => d.RootElement.GetProperty("runs")[0]);
                for (var i = 1; i < runs.Count; i++)
                {
                    if (runs[i].GetProperty("tool").GetRawText() != runs[0].GetProperty("tool").GetRawText())
                        throw new UsageException(
                            $"'{result.GetValue(logs)![i]}' was written by another version of Copylint, or with other rules, than '{result.GetValue(logs)![0]}'"
                        );
                }

                var session = new LintSession(
                    console,
                    new SessionOptions { ConfigurationFile = result.GetValue(config), WithFingerprints = true }
                );
                var results = runs.SelectMany(r => r.GetProperty("results").EnumerateArray())
                    .OrderBy(
                        r =>
                            Uri.UnescapeDataString(
                                UriOf(
                                    r.GetProperty("locations")[0]
                                        .GetProperty("physicalLocation")
                                        .GetProperty("artifactLocation")
                                )
                            ),
                        StringComparer.Ordinal
                    )
                    .Concat(Judge(console, session, runs))
                    .ToList();
                var fail = CommonOptions.FailLevel(result.GetValue(failOn), session.Configuration);
                var exitCode = results.Exists(r => SeverityOf(r) >= fail) ? ExitCodes.Findings : ExitCodes.Clean;
                using var target = ReportTarget.Open(result.GetValue(output), console);
                Write(target.Stream, documents[0].RootElement, runs, results, exitCode);
                target.Commit();
                return exitCode;
            }
            finally
            {
                documents.ForEach(d => d.Dispose());
            }
        });
        return command;
    }

    private static JsonDocument Read(string path, string folder)
    {
        try
        {
            var document = JsonDocument.Parse(File.ReadAllBytes(Path.GetFullPath(path, folder)));
            if (
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("runs", out var runs)
                && runs.GetArrayLength() == 1
                && runs[0].GetProperty("tool").GetProperty("driver").GetProperty("name").GetString() == "Copylint"
            )
                return document;
            document.Dispose();
            throw new UsageException($"'{path}' is no log of Copylint");
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or UnauthorizedAccessException
                        or JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
            )
        {
            throw new UsageException($"cannot read '{path}': {exception.Message}");
        }
    }

    // What a result counts; one that is suppressed, known or gone counts nothing.
    private static Severity SeverityOf(JsonElement result)
    {
        if (
            (result.TryGetProperty("suppressions", out var suppressions) && suppressions.GetArrayLength() > 0)
            || (result.TryGetProperty("baselineState", out var state) && state.GetString() != "new")
        )
            return Severity.Off;
        return result.GetProperty("level").GetString() switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "note" => Severity.Suggestion,
            _ => Severity.Off,
        };
    }

    // The results that no shard could know.
    private static List<JsonElement> Judge(Terminal console, LintSession session, List<JsonElement> runs)
    {
        var files = new List<(SourceFile File, FileFacts Facts)>();
        var root = RepositoryRoot.Of(console.Folder);
        foreach (var run in runs)
        {
            if (
                !run.TryGetProperty("properties", out var properties)
                || !properties.TryGetProperty(FactsProperty, out var facts)
            )
                continue;
            foreach (var file in facts.EnumerateArray())
            {
                var full = Path.GetFullPath(Uri.UnescapeDataString(file.GetProperty("uri").GetString()!), root);
                // What a log says is read, but only inside the repository.
                if (
                    !full.StartsWith(
                        Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar,
                        StringComparison.Ordinal
                    )
                )
                    throw new UsageException(
                        $"the log names a file outside the repository: '{file.GetProperty("uri").GetString()}'"
                    );
                var lines = file.GetProperty("lines")
                    .EnumerateArray()
                    .Select(l => new LineFact(
                        ulong.Parse(l[0].GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                        new TextSpan(l[1].GetInt32(), l[2].GetInt32()),
                        l[3].GetInt32() != 0,
                        l[4].GetInt32() != 0
                    ))
                    .ToList();
                files.Add(
                    (
                        new SourceFile(
                            Path.GetRelativePath(console.Folder, full).Replace(Path.DirectorySeparatorChar, '/'),
                            full
                        ),
                        new FileFacts(file.GetProperty("site").GetString()!, lines)
                    )
                );
            }
        }

        if (files.Count == 0)
            return [];
        var repeated = new RepeatedLines(f => session.LinterOf(f.Path));
        foreach (var (file, facts) in files.OrderBy(f => f.File.Path, StringComparer.Ordinal))
            repeated.Add(file, facts);
        using var stream = new MemoryStream();
        using (
            var reporter = new SarifReporter(stream, session.Linter, session.Rules, console.Folder, new SarifOptions())
        )
        {
            reporter.Begin();
            foreach (var report in repeated.Judge())
                reporter.Report(report);
            reporter.End(new RunSummary());
        }

        using var judged = JsonDocument.Parse(stream.ToArray());
        return
        [
            .. judged.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(r => r.Clone()),
        ];
    }

    private static void Write(
        Stream output,
        JsonElement log,
        List<JsonElement> runs,
        List<JsonElement> results,
        int exitCode
    )
    {
        var artifacts = runs.SelectMany(r => r.GetProperty("artifacts").EnumerateArray())
            .OrderBy(a => Uri.UnescapeDataString(UriOf(a.GetProperty("location"))), StringComparer.Ordinal)
            .ToList();
        var indexes = artifacts
            .Select((a, i) => (Uri: UriOf(a.GetProperty("location")), Index: i))
            .DistinctBy(a => a.Uri)
            .ToDictionary(a => a.Uri, a => a.Index);
        using (var json = new Utf8JsonWriter(output, JsonStyle.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", log.GetProperty("$schema").GetString());
            json.WriteString("version", log.GetProperty("version").GetString());
            json.WriteStartArray("runs");
            json.WriteStartObject();
            foreach (var property in runs[0].EnumerateObject())
            {
                switch (property.Name)
                {
                    case "results":
                        WriteAll("results", results);
                        break;
                    case "artifacts":
                        WriteAll("artifacts", artifacts);
                        break;
                    case "invocations":
                        WriteInvocation(json, runs, exitCode, Copy);
                        break;
                    case "properties":
                        break;
                    default:
                        property.WriteTo(json);
                        break;
                }
            }

            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();

            void WriteAll(string name, IEnumerable<JsonElement> elements)
            {
                json.WriteStartArray(name);
                foreach (var element in elements)
                    Copy(element);
                json.WriteEndArray();
            }

            // As it is, but for the numbers of artifacts.
            void Copy(JsonElement element)
            {
                switch (element.ValueKind)
                {
                    case JsonValueKind.Object:
                        json.WriteStartObject();
                        foreach (var property in element.EnumerateObject())
                        {
                            json.WritePropertyName(property.Name);
                            if (
                                property.Name == "index"
                                && element.TryGetProperty("uri", out var uri)
                                && indexes.TryGetValue(uri.GetString()!, out var index)
                            )
                                json.WriteNumberValue(index);
                            else
                                Copy(property.Value);
                        }

                        json.WriteEndObject();
                        break;
                    case JsonValueKind.Array:
                        json.WriteStartArray();
                        foreach (var item in element.EnumerateArray())
                            Copy(item);
                        json.WriteEndArray();
                        break;
                    default:
                        element.WriteTo(json);
                        break;
                }
            }
        }

        output.Write("\n"u8);
    }

    private static string UriOf(JsonElement location) => location.GetProperty("uri").GetString()!;

    private static void WriteInvocation(
        Utf8JsonWriter json,
        List<JsonElement> runs,
        int exitCode,
        Action<JsonElement> copy
    )
    {
        const string notifications = "toolExecutionNotifications";
        var invocations = runs.ConvertAll(r => r.GetProperty("invocations")[0]);
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean(
            "executionSuccessful",
            invocations.TrueForAll(i => i.GetProperty("executionSuccessful").GetBoolean())
        );
        json.WriteNumber("exitCode", exitCode);
        foreach (
            var property in invocations[0]
                .EnumerateObject()
                .Where(p => p.Name is not ("executionSuccessful" or "exitCode" or notifications))
        )
        {
            json.WritePropertyName(property.Name);
            copy(property.Value);
        }

        var all = invocations
            .SelectMany(i =>
                i.TryGetProperty(notifications, out var own)
                    ? own.EnumerateArray()
                    : default(JsonElement.ArrayEnumerator)
            )
            .ToList();
        if (all.Count > 0)
        {
            json.WriteStartArray(notifications);
            all.ForEach(copy);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }
}
