using Copylint.Documents.Formats.PlainText;
using Copylint.Storage;
using Copylint.Text;

namespace Copylint.Documents.Top;

/// <summary>Tells apart what closes a piece: the desk's or the agency's mark, the credit of those who worked on it, the
/// signature of a letter. Works on the blocks of any format.</summary>
internal static class EndOfArticle
{
    // A closing, a name, an office and a town, and what a site puts behind them.
    private const int Zone = 8;
    private const int SignatureZone = 2;
    private const int MaxSignatureLines = 3;
    private const int MaxSignatureWords = 8;

    private static readonly Lazy<Dictionary<string, List<ClosingLine>>> Lines = new(Read);

    /// <summary>All rows of <c>closing-lines.txt</c>.</summary>
    public static IEnumerable<ClosingLine> Rows => Lines.Value.Values.SelectMany(rows => rows);

    /// <summary>Gives the lines that close a piece their kinds.</summary>
    public static void Mark(string text, List<Block> blocks)
    {
        for (var i = Math.Max(1, blocks.Count - Zone); i < blocks.Count; i++)
        {
            if (!IsOpen(blocks[i]))
                continue;
            var line = blocks[i].Span.In(text);
            var bare = Bare(line);
            if (IsSignOff(line, bare))
                blocks[i].Kind = BlockKind.SignOff;
            else if (IsCredit(bare))
                blocks[i].Kind = BlockKind.Byline;
            else if (Has("closing", bare))
                MarkSignature(text, blocks, i);
            else if (i >= blocks.Count - SignatureZone && IsDashedName(line))
                blocks[i].Kind = BlockKind.SignOff;
        }
    }

    private static bool IsOpen(Block block) => block.Kind is BlockKind.Paragraph or BlockKind.Heading;

    private static bool IsSignOff(ReadOnlySpan<char> line, ReadOnlySpan<char> bare) =>
        (line.Length > 1 && line.IndexOfAnyExcept("# ") < 0) || Has("sign-off", bare);

    private static bool IsCredit(ReadOnlySpan<char> bare)
    {
        foreach (var row in Lines.Value["credit"])
        {
            if (
                bare.Length > row.Phrase.Length + 1
                && char.ToLowerInvariant(bare[0]) == char.ToLowerInvariant(row.Phrase[0])
                && bare.StartsWith(row.Phrase, StringComparison.OrdinalIgnoreCase)
                && bare[row.Phrase.Length] == ' '
                && char.IsUpper(bare[row.Phrase.Length + 1])
            )
                return true;
        }

        return false;
    }

    // The closing, and the name, the office and the town under it.
    private static void MarkSignature(string text, List<Block> blocks, int closing)
    {
        blocks[closing].Kind = BlockKind.SignOff;
        for (var i = closing + 1; i < blocks.Count && i <= closing + MaxSignatureLines && IsOpen(blocks[i]); i++)
        {
            var line = blocks[i].Span.In(text);
            if (PlainTextParser.CountWords(line) > MaxSignatureWords || PlainTextParser.EndsLikeSentence(line))
                return;
            blocks[i].Kind = BlockKind.SignOff;
        }
    }

    // "— Jane Roe", "-- John Roe, Leeds": a hyphen alone begins items and links.
    private static bool IsDashedName(ReadOnlySpan<char> line)
    {
        var start =
            line.StartsWith("--") ? 2
            : line[0] is '—' or '–' ? 1
            : 0;
        if (start == 0 || char.IsPunctuation(line[^1]))
            return false;
        var name = line[start..].Trim();
        int words = 0,
            capitals = 0;
        foreach (var range in name.Split(' '))
        {
            var word = name[range].TrimStart("(\"“");
            words++;
            capitals += word.Length > 0 && char.IsUpper(word[0]) ? 1 : 0;
        }

        return words is >= 2 and <= MaxSignatureWords && capitals * 2 > words;
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> line)
    {
        int start = 0,
            end = line.Length;
        while (start < end && !char.IsLetterOrDigit(line[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(line[end - 1]))
            end--;
        return line[start..end];
    }

    private static bool Has(string kind, ReadOnlySpan<char> line)
    {
        foreach (var row in Lines.Value[kind])
        {
            if (line.Length == row.Phrase.Length && line.Equals(row.Phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static Dictionary<string, List<ClosingLine>> Read()
    {
        var lines = new Dictionary<string, List<ClosingLine>>(StringComparer.Ordinal);
        foreach (var row in EmbeddedRows.Of("closing-lines.txt"))
        {
            var colon = row.IndexOf(':');
            var equals = row.IndexOf(" = ", StringComparison.Ordinal);
            if (!lines.TryGetValue(row[..colon], out var rows))
                lines.Add(row[..colon], rows = []);
            rows.Add(new ClosingLine(row[..colon], row[(colon + 2)..equals], row[(equals + 3)..]));
        }

        return lines;
    }
}

/// <summary>A line that closes a piece.</summary>
/// <param name="Kind">Sign-off, credit or closing.</param>
/// <param name="Phrase">The phrase.</param>
/// <param name="Example">A line that is, or begins with, the phrase.</param>
internal sealed record ClosingLine(string Kind, string Phrase, string Example);
