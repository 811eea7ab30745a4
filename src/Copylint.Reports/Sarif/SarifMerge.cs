using System.Text.Json;
using Copylint.Diagnostics;
using Copylint.Linting;
using Copylint.Text;

namespace Copylint.Reports.Sarif;

/// <summary>Joins the logs of shards into the log that one run would have written, with what only all files together
/// tell.</summary>
public static class SarifMerge
{
    /// <summary>The number of the first log that another program or other rules wrote than the first; or
    /// null.</summary>
    public static int? FirstOther(IReadOnlyList<SarifLog> logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        for (var i = 1; i < logs.Count; i++)
        {
            if (logs[i].Tool != logs[0].Tool)
                return i;
        }

        return null;
    }

    /// <summary>Writes the log.</summary>
    /// <param name="output">Where it is written.</param>
    /// <param name="logs">The logs of the shards, one at least.</param>
    /// <param name="judged">What all files together tell, in order of path.</param>
    /// <param name="rules">All rules that can find something.</param>
    /// <param name="pathFrom">The path of a file from the root of the repository.</param>
    /// <param name="exitCode">The exit code of the whole.</param>
    public static void Write(
        Stream output,
        IReadOnlyList<SarifLog> logs,
        IReadOnlyList<FileReport> judged,
        IReadOnlyList<RuleDescriptor> rules,
        Func<string, string> pathFrom,
        int exitCode
    )
    {
        ArgumentNullException.ThrowIfNull(logs);
        ArgumentNullException.ThrowIfNull(judged);
        using (var json = new Utf8JsonWriter(output, JsonStyle.Options))
        {
            var artifacts = logs.SelectMany(l => l.Run.GetProperty("artifacts").EnumerateArray())
                .DistinctBy(UriOf)
                .OrderBy(a => SarifNames.Decode(UriOf(a)), StringComparer.Ordinal)
                .ToList();
            var copy = new Copying(json, artifacts);
            json.WriteStartObject();
            json.WriteString("$schema", SarifNames.Schema);
            json.WriteString("version", SarifNames.Version);
            json.WriteStartArray("runs");
            json.WriteStartObject();
            foreach (var property in logs[0].Run.EnumerateObject())
            {
                switch (property.Name)
                {
                    case "results":
                        json.WriteStartArray(property.Name);
                        foreach (var result in ResultsOf(logs))
                            copy.Write(result);
                        WriteJudged(new SarifResults(json, new SarifRules(json, rules), new SarifOptions()));
                        json.WriteEndArray();
                        break;
                    case "artifacts":
                        json.WriteStartArray(property.Name);
                        artifacts.ForEach(copy.Write);
                        json.WriteEndArray();
                        break;
                    case "invocations":
                        WriteInvocation(json, logs, exitCode, copy);
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
        }

        output.Write("\n"u8);

        void WriteJudged(SarifResults results)
        {
            foreach (var report in judged)
            {
                var uri = SarifNames.Encode(pathFrom(report.Path));
                foreach (var diagnostic in report.Diagnostics.Concat(report.Suppressed).OrderBy(d => d.Range.Start))
                    results.Write(diagnostic, uri, null);
            }
        }
    }

    private static IEnumerable<JsonElement> ResultsOf(IReadOnlyList<SarifLog> logs) =>
        Once(logs).OrderBy(r => SarifNames.Decode(SarifLog.UriOf(r)), StringComparer.Ordinal);

    // A job that ran again hands over what an earlier log has already; what one log has twice was found twice.
    private static IEnumerable<JsonElement> Once(IReadOnlyList<SarifLog> logs)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var log in logs)
        {
            var own = new List<string>();
            foreach (var result in log.Results)
            {
                var key = logs.Count > 1 ? SarifLog.KeyOf(result) : "";
                if (known.Contains(key))
                    continue;
                own.Add(key);
                yield return result;
            }

            if (logs.Count > 1)
                known.UnionWith(own);
        }
    }

    private static string UriOf(JsonElement artifact) =>
        artifact.GetProperty("location").GetProperty("uri").GetString()!;

    private static void WriteInvocation(Utf8JsonWriter json, IReadOnlyList<SarifLog> logs, int exitCode, Copying copy)
    {
        var invocations = logs.Select(l => l.Run.GetProperty("invocations")[0]).ToList();
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean(
            "executionSuccessful",
            invocations.TrueForAll(i => i.GetProperty("executionSuccessful").GetBoolean())
        );
        json.WriteNumber("exitCode", exitCode);
        foreach (var property in invocations[0].EnumerateObject())
        {
            if (property.Name is "executionSuccessful" or "exitCode" or SarifNames.Notifications)
                continue;
            json.WritePropertyName(property.Name);
            copy.Write(property.Value);
        }

        var all = invocations.SelectMany(i => NotificationsOf(i)).DistinctBy(n => n.GetRawText()).ToList();
        if (all.Count > 0)
        {
            json.WriteStartArray(SarifNames.Notifications);
            all.ForEach(copy.Write);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static JsonElement.ArrayEnumerator NotificationsOf(JsonElement invocation) =>
        invocation.TryGetProperty(SarifNames.Notifications, out var own) ? own.EnumerateArray() : default;

    // Writes what a log says as it is, but for the numbers of artifacts.
    private sealed class Copying(Utf8JsonWriter json, IEnumerable<JsonElement> artifacts)
    {
        private readonly Dictionary<string, int> _indexes = artifacts
            .Index()
            .DistinctBy(a => UriOf(a.Item))
            .ToDictionary(a => UriOf(a.Item), a => a.Index);

        public void Write(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    json.WriteStartObject();
                    foreach (var property in element.EnumerateObject())
                    {
                        json.WritePropertyName(property.Name);
                        if (property.Name == "index" && IndexOf(element) is { } index)
                            json.WriteNumberValue(index);
                        else
                            Write(property.Value);
                    }

                    json.WriteEndObject();
                    break;
                case JsonValueKind.Array:
                    json.WriteStartArray();
                    foreach (var item in element.EnumerateArray())
                        Write(item);
                    json.WriteEndArray();
                    break;
                default:
                    element.WriteTo(json);
                    break;
            }
        }

        private int? IndexOf(JsonElement location) =>
            location.TryGetProperty("uri", out var uri)
            && uri.ValueKind == JsonValueKind.String
            && _indexes.TryGetValue(uri.GetString()!, out var index)
                ? index
                : null;
    }
}
