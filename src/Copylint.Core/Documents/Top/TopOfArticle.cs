using Copylint.Documents.Formats.PlainText;
using Copylint.Text;

namespace Copylint.Documents.Top;

/// <summary>
/// Tells apart what stands at the top of an article: date header, labelled lines, headline, byline, dateline. Works on
/// the blocks of any format; headings that
/// the format marks itself keep their kind.
/// </summary>
internal static class TopOfArticle
{
    private const int HeaderZone = 8;

    private static readonly (string Label, MetadataKey Key)[] Labels =
    [
        ("headline", MetadataKey.Title),
        ("title", MetadataKey.Title),
        ("byline", MetadataKey.Byline),
        ("author", MetadataKey.Byline),
        ("by", MetadataKey.Byline),
        ("from", MetadataKey.Byline),
        ("section", MetadataKey.Section),
        ("category", MetadataKey.Section),
        ("url", MetadataKey.CanonicalUrl),
        ("subject", MetadataKey.Title),
    ];

    public static void Mark(
        string text,
        List<Block> blocks,
        MetadataBuilder metadata,
        Func<TextSpan, TextSpan> toSource
    )
    {
        var hasTitle = metadata.Has(MetadataKey.Title) || blocks.Exists(b => b.Kind == BlockKind.Headline);
        foreach (var headline in blocks.Where(b => b.Kind == BlockKind.Headline).Take(1))
            metadata.Add(
                MetadataKey.Title,
                headline.Span.In(text).ToString(),
                toSource(headline.Span),
                MetadataOrigin.Headline
            );
        var hasByline = false;
        for (var i = 0; i < Math.Min(blocks.Count, HeaderZone); i++)
        {
            var block = blocks[i];
            var line = block.Span.In(text);
            if (block.Kind is not (BlockKind.Paragraph or BlockKind.Heading))
                continue;
            if (WrittenDate.TryRead(line, out var date))
            {
                block.Kind = BlockKind.DateHeader;
                var span = toSource(new TextSpan(block.Span.Start + date.Start, date.Length));
                var value = line.Slice(date.Start, date.Length).ToString();
                if (date.IsUpdate)
                {
                    metadata.Add(MetadataKey.Updated, value, span, MetadataOrigin.LabelledLine);
                }
                else if (date.Date is { } day)
                {
                    // The themes' clock: date_i18n('l, F j, Y') as the first line of the page, without a label.
                    var clock = i == 0 && date is { Label: null, Weekday: not null, MonthFirst: true, HasTime: false };
                    var origin = date.Label is null ? MetadataOrigin.DateHeader : MetadataOrigin.LabelledLine;
                    metadata.Add(
                        new PublicationDate(
                            day,
                            span,
                            origin,
                            date.Label is not null ? 0.8
                                : clock ? 0.2
                                : 0.4,
                            clock
                        ),
                        value
                    );
                }

                continue;
            }

            var words = PlainTextParser.CountWords(line);
            if (words <= 30 && ReadLabel(line) is { } label)
            {
                var value = new TextSpan(block.Span.Start + label.ValueStart, block.Span.Length - label.ValueStart);
                block.Kind = label.Key switch
                {
                    MetadataKey.Title when !hasTitle => BlockKind.Headline,
                    MetadataKey.Byline => BlockKind.Byline,
                    _ => BlockKind.Byline,
                };
                metadata.Add(label.Key, value.In(text).ToString(), toSource(value), MetadataOrigin.LabelledLine);
                hasTitle |= label.Key == MetadataKey.Title;
                hasByline |= label.Key == MetadataKey.Byline;
                continue;
            }

            if (
                !hasByline
                && words is >= 2 and <= 10
                && line.StartsWith("By ", StringComparison.OrdinalIgnoreCase)
                && char.IsUpper(line[3])
                && !PlainTextParser.EndsLikeSentence(line)
            )
            {
                block.Kind = BlockKind.Byline;
                hasByline = true;
                metadata.Add(
                    MetadataKey.Byline,
                    line[3..].ToString(),
                    toSource(new TextSpan(block.Span.Start + 3, block.Span.Length - 3)),
                    MetadataOrigin.Byline
                );
                continue;
            }

            var opensArticle =
                words > 30
                || (PlainTextParser.EndsLikeSentence(line) && !PlainTextParser.IsTitleCase(line) && words > 8);
            if (hasTitle || opensArticle || block.Kind == BlockKind.Heading)
                break;
            if (
                words is >= 3 and <= 30
                && (!PlainTextParser.EndsLikeSentence(line) || PlainTextParser.IsTitleCase(line))
                && HasBodyAfter(text, blocks, i)
            )
            {
                block.Kind = BlockKind.Headline;
                hasTitle = true;
                metadata.Add(MetadataKey.Title, line.ToString(), toSource(block.Span), MetadataOrigin.Headline);
            }
        }

        foreach (var first in blocks.Where(b => b.Kind == BlockKind.Paragraph && b.Length > 40).Take(1))
        {
            if (Dateline.LengthAt(first.Span.In(text)) is > 0 and var length)
            {
                var span = new TextSpan(first.Span.Start, length);
                metadata.Add(MetadataKey.Dateline, span.In(text).ToString(), toSource(span), MetadataOrigin.Dateline);
            }
        }
    }

    private static (MetadataKey Key, int ValueStart)? ReadLabel(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon is < 2 or > 10 || colon + 2 >= line.Length)
            return null;
        foreach (var (label, key) in Labels)
        {
            if (line[..colon].Equals(label, StringComparison.OrdinalIgnoreCase))
            {
                var start = colon + 1;
                while (start < line.Length && char.IsWhiteSpace(line[start]))
                    start++;
                return start < line.Length ? (key, start) : null;
            }
        }

        return null;
    }

    private static bool HasBodyAfter(string text, List<Block> blocks, int index)
    {
        for (var i = index + 1; i < blocks.Count; i++)
        {
            if (
                PlainTextParser.CountWords(blocks[i].Span.In(text)) >= 6
                && (PlainTextParser.EndsLikeSentence(blocks[i].Span.In(text)) || blocks[i].Length > 120)
            )
                return true;
        }

        return false;
    }
}
