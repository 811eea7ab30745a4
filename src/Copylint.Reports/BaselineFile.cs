using System.Text.Json;
using Copylint.Linting.Suppressions;
using Copylint.Reports.Sarif;
using Copylint.Storage;
using Copylint.Text;

namespace Copylint.Reports;

/// <summary>The file of a baseline: its own, sorted so that differences are small, or the SARIF log of an earlier
/// run.</summary>
public static class BaselineFile
{
    private const int Version = 1;

    /// <summary>Reads a baseline or a SARIF log.</summary>
    /// <param name="path">The file.</param>
    /// <param name="root">The folder that its paths start from: the root of the repository, or else the working
    /// folder.</param>
    /// <exception cref="InvalidDataException">It is neither.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Baseline Load(string path, string root)
    {
        try
        {
            using var json = JsonDocument.Parse(InputFile.Read(path, InputFile.MaxLog));
            return new Baseline(
                root,
                [.. SarifLog.IsLog(json.RootElement) ? SarifLog.EntriesOf(json.RootElement) : Read(json.RootElement)]
            );
        }
        catch (Exception exception) when (SarifLog.IsMalformed(exception))
        {
            throw new InvalidDataException($"not a baseline: {exception.Message}", exception);
        }
    }

    /// <summary>The bytes of a baseline's file.</summary>
    public static byte[] Write(IEnumerable<BaselineEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonStyle.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartArray("findings");
            foreach (var entry in Baseline.InOrder(entries))
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

    private static IEnumerable<BaselineEntry> Read(JsonElement root)
    {
        if (
            root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("findings", out var findings)
            || !root.TryGetProperty("version", out var version)
        )
            throw new InvalidDataException("neither a baseline nor a SARIF log");
        return version.GetInt32() <= Version
            ? findings
                .EnumerateArray()
                .Select(f => new BaselineEntry(
                    Text(f, "file"),
                    Text(f, "rule"),
                    f.GetProperty("line").GetInt32(),
                    Text(f, "fingerprint"),
                    Text(f, "message")
                ))
            : throw new InvalidDataException(
                $"the baseline has version {version.GetInt32()}, written by a newer Copylint; "
                    + $"this one reads version {Version}"
            );
    }

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is missing");
}
