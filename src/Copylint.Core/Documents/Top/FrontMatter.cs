using Copylint.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Copylint.Documents.Top;

/// <summary>The metadata between fences at the top of a file: YAML between <c>---</c>, TOML between <c>+++</c>.</summary>
internal static class FrontMatter
{
    private const int MaxLength = 64 * 1024;

    private static readonly Dictionary<string, MetadataKey> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = MetadataKey.Title,
        ["headline"] = MetadataKey.Title,
        ["author"] = MetadataKey.Byline,
        ["authors"] = MetadataKey.Byline,
        ["byline"] = MetadataKey.Byline,
        ["by"] = MetadataKey.Byline,
        ["date"] = MetadataKey.Published,
        ["published"] = MetadataKey.Published,
        ["publishdate"] = MetadataKey.Published,
        ["pubdate"] = MetadataKey.Published,
        ["publish_date"] = MetadataKey.Published,
        ["datepublished"] = MetadataKey.Published,
        ["date_published"] = MetadataKey.Published,
        ["published_at"] = MetadataKey.Published,
        ["updated"] = MetadataKey.Updated,
        ["lastmod"] = MetadataKey.Updated,
        ["modified"] = MetadataKey.Updated,
        ["datemodified"] = MetadataKey.Updated,
        ["last_modified_at"] = MetadataKey.Updated,
        ["dateline"] = MetadataKey.Dateline,
        ["canonical"] = MetadataKey.CanonicalUrl,
        ["canonical_url"] = MetadataKey.CanonicalUrl,
        ["canonicalurl"] = MetadataKey.CanonicalUrl,
        ["url"] = MetadataKey.CanonicalUrl,
        ["section"] = MetadataKey.Section,
        ["category"] = MetadataKey.Section,
        ["categories"] = MetadataKey.Section,
        ["lang"] = MetadataKey.Language,
        ["language"] = MetadataKey.Language,
        ["status"] = MetadataKey.Status,
        ["stet"] = MetadataKey.Stet,
    };

    /// <summary>Reads the front matter.</summary>
    /// <returns>The offset at which the copy begins: 0 when there is no front matter.</returns>
    public static int Read(string text, MetadataBuilder metadata, List<DocumentProblem> problems)
    {
        var fence =
            text.StartsWith("---", StringComparison.Ordinal) ? "---"
            : text.StartsWith("+++", StringComparison.Ordinal) ? "+++"
            : null;
        if (fence is null)
            return 0;
        var start = text.IndexOf('\n') + 1;
        if (start == 0 || !text.AsSpan(3, start - 3).IsWhiteSpace())
            return 0;
        var end = start;
        while (true)
        {
            if (end >= text.Length || end - start > MaxLength)
            {
                // A rule of dashes at the top and nothing that closes it is no front matter.
                if (end < text.Length && text.IndexOf("\n" + fence, end, StringComparison.Ordinal) >= 0)
                    problems.Add(
                        new DocumentProblem(
                            new TextSpan(0, 3),
                            $"the front matter is longer than {MaxLength / 1024} KB and was not read"
                        )
                    );
                else
                    return 0;
                end = text.IndexOf("\n" + fence, end, StringComparison.Ordinal) + 1;
                return AfterLine(text, end);
            }

            if (
                text.AsSpan(end).StartsWith(fence)
                && text.AsSpan(end + 3, AfterLine(text, end) - end - 3).IsWhiteSpace()
            )
                break;
            end = AfterLine(text, end);
        }

        if (fence == "---")
            ReadYaml(text, start, end, metadata, problems);
        else
            ReadToml(text, start, end, metadata);
        return AfterLine(text, end);
    }

    private static int AfterLine(string text, int at) =>
        text.IndexOf('\n', at) is >= 0 and var newline ? newline + 1 : text.Length;

    // By the parser's events, which nest on no stack and expand no alias: only scalars under keys of the first level are of interest.
    private static void ReadYaml(
        string text,
        int start,
        int end,
        MetadataBuilder metadata,
        List<DocumentProblem> problems
    )
    {
        try
        {
            var parser = new Parser(new StringReader(text[start..end]));
            var depth = 0;
            var aliased = false;
            string? key = null;
            var expectsKey = true;
            while (parser.MoveNext())
            {
                switch (parser.Current)
                {
                    case MappingStart or SequenceStart:
                        depth++;
                        break;
                    case MappingEnd or SequenceEnd:
                        depth--;
                        expectsKey |= depth == 1;
                        break;
                    case AnchorAlias alias:
                        if (!aliased)
                            problems.Add(
                                new DocumentProblem(
                                    new TextSpan(start + (int)alias.Start.Index, 1),
                                    "aliases in front matter are not followed"
                                )
                            );
                        aliased = true;
                        expectsKey |= depth == 1;
                        break;
                    case Scalar scalar when depth == 1 && expectsKey:
                        key = scalar.Value;
                        expectsKey = false;
                        break;
                    case Scalar scalar when depth is 1 or 2:
                        if (key is not null && Keys.TryGetValue(key, out var known))
                            metadata.Add(
                                known,
                                scalar.Value,
                                Trim(text, start + (int)scalar.Start.Index, start + (int)scalar.End.Index),
                                MetadataOrigin.FrontMatter
                            );
                        expectsKey |= depth == 1;
                        break;
                }
            }
        }
        catch (YamlException exception)
        {
            problems.Add(
                new DocumentProblem(
                    new TextSpan(Math.Min(end, start + (int)exception.Start.Index), 0),
                    $"front matter is not YAML: {exception.Message.TrimEnd('.')}"
                )
            );
        }
        catch (InvalidOperationException)
        {
            problems.Add(new DocumentProblem(new TextSpan(start, 0), "front matter is not YAML"));
        }
    }

    // key = "value" before the first table; arrays and other values are passed over but for dates and bare words.
    private static void ReadToml(string text, int start, int end, MetadataBuilder metadata)
    {
        for (var at = start; at < end; at = AfterLine(text, at))
        {
            var line = text.AsSpan(at, Math.Min(end, AfterLine(text, at)) - at);
            if (line.TrimStart().StartsWith("["))
                return;
            var equals = line.IndexOf('=');
            if (equals <= 0 || !Keys.TryGetValue(line[..equals].Trim().Trim('"').ToString(), out var key))
                continue;
            var span = Trim(text, at + equals + 1, at + line.Length);
            var value = span.In(text);
            if (value.StartsWith("["))
            {
                span = Trim(
                    text,
                    span.Start + 1,
                    value.IndexOf(',') is > 0 and var comma
                        ? span.Start + comma
                        : span.End - (value.EndsWith("]") ? 1 : 0)
                );
                value = span.In(text);
            }

            metadata.Add(key, value.ToString(), span, MetadataOrigin.FrontMatter);
        }
    }

    // Without blanks and quotation marks.
    private static TextSpan Trim(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        if (end - start >= 2 && text[start] is '"' or '\'' && text[end - 1] == text[start])
            return TextSpan.FromBounds(start + 1, end - 1);
        return TextSpan.FromBounds(start, end);
    }
}
