using System.Globalization;
using System.Text.Json;
using Copylint.Diagnostics;
using Copylint.Linting.Corpus;
using Copylint.Linting.Suppressions;
using Copylint.Text;

namespace Copylint.Reports.Sarif;

/// <summary>What a log says that one file adds to the judgement over all files.</summary>
/// <param name="Uri">The address of the file, as the log has it.</param>
/// <param name="Facts">The facts.</param>
public sealed record LoggedFacts(string Uri, FileFacts Facts)
{
    /// <summary>The path of the file from the root of the repository, with forward slashes.</summary>
    public string Path => SarifNames.Decode(Uri);
}

/// <summary>A log of an earlier run, or of another shard.</summary>
public sealed class SarifLog : IDisposable
{
    private readonly JsonDocument _document;

    private SarifLog(JsonDocument document)
    {
        _document = document;
        Run = document.RootElement.GetProperty("runs")[0];
    }

    /// <summary>Whether a JSON document is a log of SARIF.</summary>
    internal static bool IsLog(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("runs", out _);

    /// <summary>The whole log.</summary>
    internal JsonElement Root => _document.RootElement;

    /// <summary>Its only run.</summary>
    internal JsonElement Run { get; }

    /// <summary>Its results.</summary>
    internal JsonElement.ArrayEnumerator Results => Run.GetProperty("results").EnumerateArray();

    /// <summary>What the program and its rules were, as text to compare.</summary>
    internal string Tool => Run.GetProperty("tool").GetRawText();

    /// <summary>Reads a log that Copylint wrote.</summary>
    /// <param name="bytes">The file.</param>
    /// <returns>The log, or null when another program wrote it, or it is something else.</returns>
    /// <exception cref="InvalidDataException">It is no JSON, or a log with parts missing.</exception>
    public static SarifLog? Read(byte[] bytes)
    {
        JsonDocument? document = null;
        var place = "the log";
        try
        {
            document = JsonDocument.Parse(bytes);
            if (
                IsLog(document.RootElement)
                && document.RootElement.GetProperty("runs") is var runs
                && runs.GetArrayLength() == 1
                && runs[0].GetProperty("tool").GetProperty("driver").GetProperty("name").GetString() == Product.Name
            )
            {
                var log = new SarifLog(document);
                log.Validate(ref place);
                return log;
            }
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            document?.Dispose();
            throw new InvalidDataException($"{place} is not as Copylint writes it: {exception.Message}", exception);
        }

        document.Dispose();
        return null;
    }

    /// <summary>Whether an exception comes from JSON that is not as it should be: a part that is missing, of another
    /// kind, out of range or no text.</summary>
    internal static bool IsMalformed(Exception exception) =>
        exception
            is JsonException
                or KeyNotFoundException
                or InvalidOperationException
                or FormatException
                or OverflowException
                or ArgumentException
                or IndexOutOfRangeException;

    // Everything that is asked of a log later is asked once here, so that what is wrong is told before anything is
    // written.
    private void Validate(ref string place)
    {
        place = "'tool'";
        _ = Tool;
        place = "'artifacts'";
        foreach (var artifact in Run.GetProperty("artifacts").EnumerateArray())
            _ = SarifNames.Decode(Text(artifact.GetProperty("location"), "uri"));
        place = "'invocations'";
        _ = Run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean();
        foreach (var invocation in Run.GetProperty("invocations").EnumerateArray())
        {
            if (invocation.TryGetProperty(SarifNames.Notifications, out var notifications))
                _ = notifications.EnumerateArray().Count();
        }

        var number = 0;
        foreach (var result in Results)
        {
            place = $"result {++number}";
            _ = KeyOf(result);
            _ = SeverityOf(result);
            _ = EntryOf(result);
        }

        place = $"'{SarifNames.FactsProperty}'";
        foreach (var logged in ReadFacts())
            _ = logged.Path;
        // Half of a surrogate pair can be read as JSON and cannot be written as text.
        place = "a text";
        using var writer = new Utf8JsonWriter(Stream.Null);
        Run.WriteTo(writer);
    }

    /// <summary>What tells one result from another, whatever the number of its artifact is in this log.</summary>
    internal static string KeyOf(JsonElement result)
    {
        var place = PlaceOf(result);
        return string.Join(
            '\n',
            Text(result, "ruleId"),
            UriOf(result),
            Raw(place, "region"),
            Raw(result, "message"),
            Raw(result, "partialFingerprints")
        );
    }

    private static string Raw(JsonElement element, string name) =>
        element.TryGetProperty(name, out var part) ? part.GetRawText() : "";

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    /// <summary>What the log carries for the judgement over all files; empty for one that is no shard's.</summary>
    /// <exception cref="InvalidDataException">The facts are not as this version writes them.</exception>
    public IReadOnlyList<LoggedFacts> ReadFacts()
    {
        if (
            !Run.TryGetProperty("properties", out var properties)
            || !properties.TryGetProperty(SarifNames.FactsProperty, out var facts)
        )
            return [];
        try
        {
            return [.. facts.EnumerateArray().Select(FactsOf)];
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    /// <summary>The worst severity that counts among the results; off when nothing does.</summary>
    public Severity Worst => Results.Select(SeverityOf).DefaultIfEmpty(Severity.Off).Max();

    /// <summary>What a baseline makes of the results of any log: what was suppressed then, or gone, is not known
    /// now.</summary>
    internal static IEnumerable<BaselineEntry> EntriesOf(JsonElement root) =>
        root.GetProperty("runs")
            .EnumerateArray()
            .SelectMany(run =>
                run.TryGetProperty("results", out var results)
                    ? results.EnumerateArray()
                    : default(JsonElement.ArrayEnumerator)
            )
            .Select(EntryOf)
            .OfType<BaselineEntry>();

    /// <summary>The address of the file that a result is about.</summary>
    internal static string UriOf(JsonElement result) => Text(PlaceOf(result).GetProperty("artifactLocation"), "uri");

    private static BaselineEntry? EntryOf(JsonElement result)
    {
        if (
            IsSuppressed(result)
            || StateOf(result) == "absent"
            || !result.TryGetProperty("partialFingerprints", out var fingerprints)
            || !fingerprints.TryGetProperty(SarifNames.SentenceFingerprint, out var fingerprint)
        )
            return null;
        var line =
            PlaceOf(result).TryGetProperty("region", out var region)
            && region.TryGetProperty("startLine", out var start)
                ? start.GetInt32()
                : 1;
        return new BaselineEntry(
            SarifNames.Decode(UriOf(result)),
            Text(result, "ruleId"),
            line,
            fingerprint.GetString() ?? throw new FormatException("the fingerprint is missing"),
            Text(result.GetProperty("message"), "text")
        );
    }

    // What a result counts; one that is suppressed, known or gone counts nothing.
    private static Severity SeverityOf(JsonElement result) =>
        IsSuppressed(result) || StateOf(result) is not (null or "new")
            ? Severity.Off
            : SarifNames.SeverityOf(result.GetProperty("level").GetString());

    private static bool IsSuppressed(JsonElement result) =>
        result.TryGetProperty("suppressions", out var suppressions) && suppressions.GetArrayLength() > 0;

    private static string? StateOf(JsonElement result) =>
        result.TryGetProperty("baselineState", out var state) ? state.GetString() : null;

    private static JsonElement PlaceOf(JsonElement result) =>
        result.GetProperty("locations")[0].GetProperty("physicalLocation");

    private static LoggedFacts FactsOf(JsonElement file) =>
        new(
            Text(file, "uri"),
            new FileFacts(Text(file, "site"), [.. file.GetProperty("lines").EnumerateArray().Select(LineOf)])
        );

    private static LineFact LineOf(JsonElement line) =>
        new(
            ulong.Parse(line[0].GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            SpanOf(line[1].GetInt32(), line[2].GetInt32()),
            line[3].GetInt32() != 0,
            line[4].GetInt32() != 0
        );

    private static TextSpan SpanOf(int start, int length) =>
        start >= 0 && length >= 0 && start <= int.MaxValue - length
            ? new TextSpan(start, length)
            : throw new FormatException("a place lies outside its text");

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is missing");
}
