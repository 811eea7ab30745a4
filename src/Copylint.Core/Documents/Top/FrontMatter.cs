using Copylint.Text;

namespace Copylint.Documents.Top;

/// <summary>How a value of front matter writes what no reader sees.</summary>
internal enum FrontMatterQuoting
{
    /// <summary>As it stands.</summary>
    None,

    /// <summary>Between single quotation marks, doubled inside (YAML).</summary>
    Single,

    /// <summary>With escapes after backslashes (YAML, TOML, JSON).</summary>
    Escapes,
}

/// <summary>A value of front matter that readers see.</summary>
/// <param name="Kind">What it is on the page.</param>
/// <param name="Span">Its span in the file, quotation marks left out.</param>
/// <param name="Quoting">How it is written.</param>
internal readonly record struct FrontMatterText(BlockKind Kind, TextSpan Span, FrontMatterQuoting Quoting);

/// <summary>
/// The metadata at the top of a file: YAML between <c>---</c> and <c>---</c> or <c>...</c>, TOML between <c>+++</c>,
/// JSON between <c>;;;</c>, after <c>---json</c>, or as an object.
/// </summary>
internal sealed class FrontMatter
{
    private const int MaxLength = 64 * 1024;

    private readonly string _text;
    private readonly MetadataBuilder _metadata;
    private readonly List<DocumentProblem> _problems;
    private readonly List<FrontMatterText> _copy = [];

    private FrontMatter(string text, MetadataBuilder metadata, List<DocumentProblem> problems)
    {
        _text = text;
        _metadata = metadata;
        _problems = problems;
    }

    /// <summary>The offset at which the copy begins: 0 when there is no front matter.</summary>
    public int End { get; private set; }

    /// <summary>What readers see of it: the title, then what stands under it, in the order of the file.</summary>
    public IReadOnlyList<FrontMatterText> Copy => _copy;

    /// <summary>Reads the front matter of a file.</summary>
    public static FrontMatter Read(string text, MetadataBuilder metadata, List<DocumentProblem> problems)
    {
        var matter = new FrontMatter(text, metadata, problems);
        matter.End = text.StartsWith('{') ? matter.ReadObject() : matter.ReadFenced();
        matter.ReportDates();
        return matter;
    }

    /// <summary>Takes a value in.</summary>
    /// <param name="path">The keys that it stands under.</param>
    /// <param name="value">The value, decoded.</param>
    /// <param name="span">Its place, quotation marks left out.</param>
    /// <param name="quoting">How it is written.</param>
    public void Add(IReadOnlyList<string> path, string value, TextSpan span, FrontMatterQuoting quoting)
    {
        if (FrontMatterFields.KeyOf(path) is { } key)
            _metadata.Add(key, value, span, MetadataOrigin.FrontMatter, FrontMatterFields.IsOfWriting(path));
        else if (FrontMatterFields.IsDate(path) && WrittenDate.TryReadValue(value, out var date) && date.Date is null)
            _metadata.AddImpossible(date, value, span, MetadataOrigin.FrontMatter);
        if (path.Count == 1 && FrontMatterFields.CopyOf(path[0]) is { } kind && !string.IsNullOrWhiteSpace(value))
            _copy.Add(new FrontMatterText(kind, span, quoting));
    }

    /// <summary>Notes what could not be read.</summary>
    public void Report(TextSpan span, string message, bool isNote = false) =>
        _problems.Add(new DocumentProblem(span, message, ProblemKind.FrontMatter, isNote));

    /// <summary>Where the line after that of a place begins.</summary>
    public static int AfterLine(string text, int at) =>
        text.IndexOf('\n', at) is >= 0 and var newline ? newline + 1 : text.Length;

    /// <summary>A span without blanks around it.</summary>
    public static TextSpan Trim(string text, int start, int end)
    {
        // A value that is a tag alone ends before it begins.
        end = Math.Max(start, end);
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        return TextSpan.FromBounds(start, end);
    }

    private int ReadObject()
    {
        var head = _text.AsSpan(1, Math.Min(_text.Length - 1, 200)).TrimStart();
        return head.StartsWith("\"")
            ? JsonFrontMatter.Read(_text, new TextSpan(0, _text.Length), this, isWhole: false)
            : 0;
    }

    private int ReadFenced()
    {
        var fence =
            _text.StartsWith("---", StringComparison.Ordinal) ? "---"
            : _text.StartsWith("+++", StringComparison.Ordinal) ? "+++"
            : _text.StartsWith(";;;", StringComparison.Ordinal) ? ";;;"
            : null;
        var start = _text.IndexOf('\n') + 1;
        if (fence is null || start == 0)
            return 0;
        var language = _text.AsSpan(3, start - 3).Trim();
        if (!(language.IsEmpty || (fence == "---" && language is "json" or "yaml" or "toml")))
            return 0;
        if (ClosingLine(fence, start) is not { } end)
            return 0;
        var after = AfterLine(_text, end);
        var isToml = fence == "+++" || language is "toml";
        if (end - start > MaxLength && !isToml)
            Report(new TextSpan(0, 3), $"the front matter is longer than {MaxLength / 1024} KB and was not read");
        else if (fence == ";;;" || language is "json")
            JsonFrontMatter.Read(_text, TextSpan.FromBounds(start, end), this, isWhole: true);
        else if (isToml)
            TomlFrontMatter.Read(_text, TextSpan.FromBounds(start, end), this);
        else
            YamlFrontMatter.Read(_text, TextSpan.FromBounds(start, end), this);
        return after;
    }

    // A rule of dashes at the top and nothing that closes it is no front matter.
    private int? ClosingLine(string fence, int start)
    {
        for (var at = start; at < _text.Length; at = AfterLine(_text, at))
        {
            var line = _text.AsSpan(at, AfterLine(_text, at) - at).TrimEnd();
            if (line.SequenceEqual(fence) || (fence == "---" && line is "..."))
                return at;
        }

        return null;
    }

    private void ReportDates()
    {
        if (End == 0)
            return;
        foreach (var entry in _metadata.Entries)
        {
            if (
                entry.Key is MetadataKey.Published or MetadataKey.Updated
                && WrittenDate.TryReadValue(entry.Value, out var date)
                && date.Date is null
                // A day too many is told by the rule on such days.
                && !(date is { Month: >= 1 and <= 12, Day: >= 1 })
            )
                Report(entry.Span, $"'{entry.Value}' is no day of the calendar and was not read as a date");
        }
    }
}
