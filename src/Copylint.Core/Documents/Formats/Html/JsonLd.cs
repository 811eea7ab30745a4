using System.Text;
using System.Text.Json;
using Copylint.Text;

namespace Copylint.Documents.Formats.Html;

/// <summary>The metadata of an article in JSON-LD, by the vocabulary of schema.org.</summary>
internal static class JsonLd
{
    /// <summary>Reads one script element. What is no JSON becomes a problem.</summary>
    /// <param name="source">The page.</param>
    /// <param name="content">The content of the element.</param>
    /// <param name="metadata">What the article says of itself is added to it.</param>
    /// <param name="bodies">The text of the article, where it is given, is added to them.</param>
    /// <param name="problems">What cannot be read is added to them.</param>
    public static void Read(
        string source,
        TextSpan content,
        MetadataBuilder metadata,
        List<string> bodies,
        List<DocumentProblem> problems
    )
    {
        var bytes = Encoding.UTF8.GetBytes(source, content.Start, content.Length);
        var reader = new Utf8JsonReader(
            bytes,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        try
        {
            var open = new Stack<Node>();
            string? property = null;
            var places = new Places(bytes, content.Start);
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        open.Push(new Node(property ?? (open.TryPeek(out var outer) ? outer.Property : null)));
                        property = null;
                        break;
                    case JsonTokenType.EndObject:
                        var node = open.Pop();
                        if (node.Property == "liveBlogUpdate")
                        {
                            // An entry of a live blog has a day, a title and an author of its own.
                        }
                        else if (node.IsArticle)
                        {
                            metadata.IsLive |= node.IsLive;
                            if (node.Body is { } body)
                                bodies.Add(body);
                            foreach (var (key, value, span) in node.Values)
                                metadata.Add(key, value, span, MetadataOrigin.JsonLd);
                        }
                        else if (
                            node.Property is "author" or "creator"
                            && open.TryPeek(out var parent)
                            && node.Name is { } name
                        )
                        {
                            parent.Values.Add((MetadataKey.Byline, name.Value, name.Span));
                        }

                        property = null;
                        break;
                    case JsonTokenType.PropertyName:
                        property = reader.GetString();
                        break;
                    case JsonTokenType.String when open.TryPeek(out var current):
                        Add(current, property, reader.GetString()!, places.Of(reader));
                        break;
                }

                if (
                    reader.TokenType
                    is not (JsonTokenType.PropertyName or JsonTokenType.StartArray or JsonTokenType.String)
                )
                    property = null;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            problems.Add(
                new DocumentProblem(
                    new TextSpan(content.Start, 0),
                    $"JSON-LD is not JSON: {FirstSentence(exception.Message)}"
                )
            );
        }
    }

    private sealed class Node(string? property)
    {
        public string? Property { get; } = property;

        public bool IsArticle { get; set; }

        public bool IsLive { get; set; }

        public string? Body { get; set; }

        public (string Value, TextSpan Span)? Name { get; set; }

        public List<(MetadataKey Key, string Value, TextSpan Span)> Values { get; } = [];
    }

    private static string FirstSentence(string message) => message.Split(". ")[0].TrimEnd('.');

    // The reader counts bytes; the file is counted in UTF-16 units. Places are asked for in order, so each stretch is
    // counted once.
    private sealed class Places(byte[] bytes, int contentStart)
    {
        private int _bytes;
        private int _units;

        public TextSpan Of(in Utf8JsonReader reader)
        {
            var start = (int)reader.TokenStartIndex + 1;
            _units += Encoding.UTF8.GetCharCount(bytes, _bytes, start - _bytes);
            _bytes = start;
            return new TextSpan(
                contentStart + _units,
                Encoding.UTF8.GetCharCount(bytes, start, reader.ValueSpan.Length)
            );
        }
    }

    private static void Add(Node node, string? property, string value, TextSpan span)
    {
        switch (property)
        {
            case "@type":
                node.IsLive |= value == "LiveBlogPosting";
                node.IsArticle |=
                    value.EndsWith("Article", StringComparison.Ordinal)
                    || value is "BlogPosting" or "LiveBlogPosting" or "Report";
                node.Values.Add((MetadataKey.Genre, value, span));
                return;
            case "articleBody":
                node.Body = value;
                return;
            case "name":
                node.Name = (value, span);
                return;
        }

        MetadataKey? key = property switch
        {
            "headline" => MetadataKey.Title,
            "datePublished" => MetadataKey.Published,
            "dateModified" => MetadataKey.Updated,
            "author" or "creator" => MetadataKey.Byline,
            "articleSection" => MetadataKey.Section,
            "genre" => MetadataKey.Genre,
            "inLanguage" => MetadataKey.Language,
            "url" or "mainEntityOfPage" => MetadataKey.CanonicalUrl,
            "dateline" => MetadataKey.Dateline,
            _ => null,
        };
        if (key is { } known)
            node.Values.Add((known, value, span));
    }
}
