using System.Text.Json;
using Copylint.Text;

namespace Copylint.Reports.Sarif;

/// <summary>The parts that many objects of a log have: texts, files and regions.</summary>
internal static class SarifPlaces
{
    /// <summary>Writes a message, or what else has a <c>text</c>.</summary>
    public static void WriteText(this Utf8JsonWriter json, string property, string text)
    {
        json.WriteStartObject(property);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>Writes a file by its address, and by its number among the artifacts where it has one.</summary>
    public static void WriteArtifactLocation(this Utf8JsonWriter json, string property, string uri, int? index)
    {
        json.WriteStartObject(property);
        json.WriteString("uri", uri);
        json.WriteString("uriBaseId", SarifNames.Root);
        if (index is { } number)
            json.WriteNumber("index", number);
        json.WriteEndObject();
    }

    /// <summary>Writes a part of a file, with its text where that is known.</summary>
    public static void WriteRegion(this Utf8JsonWriter json, string property, LineSpan range, string? snippet)
    {
        json.WriteStartObject(property);
        json.WriteNumber("startLine", range.Start.Line);
        json.WriteNumber("startColumn", range.Start.Column);
        json.WriteNumber("endLine", range.End.Line);
        json.WriteNumber("endColumn", range.End.Column);
        if (!string.IsNullOrEmpty(snippet))
            json.WriteText("snippet", snippet);
        json.WriteEndObject();
    }

    /// <summary>Writes a list of one place: a file, or a region of it.</summary>
    public static void WriteLocations(this Utf8JsonWriter json, string uri, LineSpan? range)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteArtifactLocation("artifactLocation", uri, null);
        if (range is { } region)
            json.WriteRegion("region", region, null);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
