using Copylint.Text;
using Copylint.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Copylint.Documents.Top;

/// <summary>Front matter in YAML.</summary>
internal static class YamlFrontMatter
{
    // A level of nesting: the key whose value it is, and for a mapping the key that is read now.
    private sealed class Level(bool isMapping)
    {
        public bool IsMapping { get; } = isMapping;

        public string? Key { get; set; }
    }

    /// <summary>Reads what stands between the fences. Where it is no YAML, its lines are read one by one, and the
    /// message says how to mend it.</summary>
    public static void Read(string text, TextSpan span, FrontMatter matter)
    {
        var found = new List<(string[] Path, Scalar Value)>();
        string? problem = null;
        var at = span.Start;
        try
        {
            Parse(span.In(text).ToString(), found, span.Start, matter);
        }
        catch (YamlException exception)
        {
            problem = exception.Message.TrimEnd('.');
            at = Math.Min(span.End, span.Start + (int)exception.Start.Index);
        }

        if (problem is not null)
        {
            ReadLines(text, span, matter, at, problem);
            return;
        }

        foreach (var (path, scalar) in found)
        {
            var (place, quoting) = PlaceOf(text, span, scalar);
            matter.Add(path, scalar.Value, place, quoting);
        }
    }

    // By the parser's events, which nest on no stack and expand no alias.
    private static void Parse(string yaml, List<(string[] Path, Scalar Value)> found, int start, FrontMatter matter)
    {
        var parser = new BoundedParser(yaml);
        var levels = new List<Level>();
        var aliased = false;
        while (parser.MoveNext())
        {
            var current = levels.Count > 0 ? levels[^1] : null;
            switch (parser.Current)
            {
                case MappingStart or SequenceStart:
                    levels.Add(new Level(parser.Current is MappingStart));
                    break;
                case MappingEnd or SequenceEnd:
                    levels.RemoveAt(levels.Count - 1);
                    EndValue(levels);
                    break;
                case AnchorAlias alias:
                    if (!aliased)
                        matter.Report(
                            new TextSpan(start + (int)alias.Start.Index, 1),
                            "aliases in front matter are not followed"
                        );
                    aliased = true;
                    EndValue(levels);
                    break;
                case Scalar scalar when current is { IsMapping: true, Key: null }:
                    current.Key = scalar.Value;
                    break;
                case Scalar scalar:
                    // Deeper than that stands nothing of use.
                    if (levels.Count is > 0 and <= 4)
                        found.Add(([.. levels.Where(l => l.IsMapping).Select(l => l.Key ?? "")], scalar));
                    EndValue(levels);
                    break;
            }
        }
    }

    private static void EndValue(List<Level> levels)
    {
        if (levels.Count > 0 && levels[^1].IsMapping)
            levels[^1].Key = null;
    }

    private static (TextSpan Span, FrontMatterQuoting Quoting) PlaceOf(string text, TextSpan span, Scalar scalar)
    {
        var start = Math.Min(span.End, span.Start + (int)scalar.Start.Index);
        // A value that is a tag alone ends before it begins.
        var end = Math.Clamp(span.Start + (int)scalar.End.Index, start, span.End);
        switch (scalar.Style)
        {
            case ScalarStyle.DoubleQuoted when end - start >= 2:
                return (TextSpan.FromBounds(start + 1, end - 1), FrontMatterQuoting.Escapes);
            case ScalarStyle.SingleQuoted when end - start >= 2:
                return (TextSpan.FromBounds(start + 1, end - 1), FrontMatterQuoting.Single);
            case ScalarStyle.Folded or ScalarStyle.Literal:
                // The line of the mark holds no text.
                start = Math.Min(end, FrontMatter.AfterLine(text, start));
                break;
        }

        return (FrontMatter.Trim(text, start, end), FrontMatterQuoting.None);
    }

    // "key: value" at the start of a line. What is nested or in lists is lost.
    private static void ReadLines(string text, TextSpan span, FrontMatter matter, int at, string problem)
    {
        string? culprit = null;
        for (var line = span.Start; line < span.End; line = FrontMatter.AfterLine(text, line))
        {
            var end = Math.Min(span.End, FrontMatter.AfterLine(text, line));
            var colon = text.AsSpan(line, end - line).IndexOf(':');
            if (colon <= 0 || text.AsSpan(line, colon).ContainsAny(" \t#-[{\"'"))
                continue;
            var key = text.Substring(line, colon);
            if (line <= at)
                culprit = key;
            var value = FrontMatter.Trim(text, line + colon + 1, end);
            var quoting = FrontMatterQuoting.None;
            if (value.Length >= 2 && text[value.Start] is '"' or '\'' && text[value.End - 1] == text[value.Start])
            {
                quoting = text[value.Start] == '"' ? FrontMatterQuoting.Escapes : FrontMatterQuoting.Single;
                value = TextSpan.FromBounds(value.Start + 1, value.End - 1);
            }

            if (!value.IsEmpty && text[value.Start] is not ('[' or '{' or '|' or '>' or '#'))
                matter.Add([key], value.In(text).ToString(), value, quoting);
        }

        var advice = culprit is null ? "" : $"; put the value of '{culprit}' between quotation marks";
        matter.Report(
            new TextSpan(at, 0),
            $"the front matter is not YAML ({problem}){advice}. It was read line by line: lists and nested values are lost",
            isNote: culprit is not null
        );
    }
}
