using System.Text.Encodings.Web;
using System.Text.Json;

namespace Copylint.Text;

/// <summary>How all JSON is written: indented, the same on every system, letters of every script as they are.</summary>
internal static class JsonStyle
{
    /// <summary>For a <see cref="Utf8JsonWriter"/>.</summary>
    public static JsonWriterOptions Options { get; } =
        new()
        {
            Indented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NewLine = "\n",
        };
}
