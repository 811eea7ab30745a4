using System.Text;
using System.Text.Json;
using Copylint.Text;

namespace Copylint.Documents.Top;

/// <summary>Front matter in JSON.</summary>
internal static class JsonFrontMatter
{
    private const int MaxLength = 64 * 1024;

    /// <summary>Reads an object.</summary>
    /// <param name="text">The file.</param>
    /// <param name="span">Where it stands; the object may end before its end.</param>
    /// <param name="matter">Receives the values.</param>
    /// <param name="isWhole">Whether fences say that it is front matter; without them only an object with a key that is
    /// known is.</param>
    /// <returns>Where the object ends; 0 when there is none.</returns>
    public static int Read(string text, TextSpan span, FrontMatter matter, bool isWhole)
    {
        var head = text.AsSpan(span.Start, Math.Min(span.Length, MaxLength));
        if (!head.IsEmpty && char.IsHighSurrogate(head[^1]))
            head = head[..^1];
        var bytes = new byte[Encoding.UTF8.GetByteCount(head)];
        Encoding.UTF8.GetBytes(head, bytes);
        var found = new List<(string[] Path, string Value, int Start, int Length)>();
        int end;
        try
        {
            end = ReadValues(bytes, found);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            if (isWhole)
                matter.Report(
                    new TextSpan(span.Start, 0),
                    $"the front matter is not JSON ({exception.Message.Split(". ")[0].TrimEnd('.')}) and was not read"
                );
            return 0;
        }

        if (!isWhole && !found.Exists(f => FrontMatterFields.KeyOf(f.Path) is not null))
            return 0;
        int byteAt = 0,
            at = span.Start;
        foreach (var (path, value, start, length) in found)
        {
            at += Encoding.UTF8.GetCharCount(bytes, byteAt, start - byteAt);
            byteAt = start;
            var place = new TextSpan(at, Encoding.UTF8.GetCharCount(bytes, start, length));
            matter.Add(path, value, place, FrontMatterQuoting.Escapes);
        }

        return FrontMatter.AfterLine(text, span.Start + Encoding.UTF8.GetCharCount(bytes, 0, end));
    }

    private static int ReadValues(byte[] bytes, List<(string[] Path, string Value, int Start, int Length)> found)
    {
        // The object is the first value; what follows it is the copy.
        var reader = new Utf8JsonReader(
            bytes,
            isFinalBlock: false,
            new JsonReaderState(
                new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            )
        );
        var path = new List<string?>();
        string? key = null;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    key = reader.GetString();
                    break;
                case JsonTokenType.StartObject:
                    path.Add(key);
                    key = null;
                    break;
                case JsonTokenType.EndObject:
                    path.RemoveAt(path.Count - 1);
                    if (path.Count == 0)
                        return (int)reader.BytesConsumed;
                    break;
                case JsonTokenType.String when path.Count is > 0 and <= 4 && key is not null:
                    string[] keys = [.. path.Skip(1).Select(k => k ?? ""), key];
                    found.Add((keys, reader.GetString()!, (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length));
                    break;
            }
        }

        throw new JsonException("the object is never closed");
    }
}
