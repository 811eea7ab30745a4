using Copylint.Documents.Formats.PlainText;
using Copylint.Text;

namespace Copylint.Documents.Top;

/// <summary>Finds what says the genre of a piece: what it declares before what its title, byline, address and notes
/// let see. News is what nothing else is said of.</summary>
internal static class GenreFinder
{
    // What stands around the body: kickers and labels above, notes about the author below.
    private const int TopBlocks = 8;
    private const int EndBlocks = 4;
    private const int MaxLineWords = 8;
    private const int MaxNoteWords = 60;
    private const int MaxSectionWords = 5;
    private const int Folders = 4;
    private const int MaxNameWords = 4;

    private static readonly char[] SectionMarks = ['/', '>', '|', ',', ';', ':', '»', '·', '-', '–'];
    private static readonly char[] TitleMarks = [':', '|', '–', '—', '-'];

    /// <summary>The strongest sign, or null.</summary>
    public static GenreSign? Find(Document document) =>
        FromEntries(document, MetadataKey.Genre, OfGenre, "genre")
        ?? FromEntries(document, MetadataKey.Section, OfSection, "section")
        ?? FromEntries(document, MetadataKey.Title, OfTitle, "title")
        ?? FromEntries(document, MetadataKey.Byline, text => GenreWords.Holds("byline", text)?.Genre, "byline")
        ?? FromLines(document)
        ?? FromEntries(document, MetadataKey.CanonicalUrl, OfPath, "address")
        ?? FromPath(document)
        ?? FromNotes(document)
        ?? (document.Metadata.IsLive ? new GenreSign(Genre.Live, "type", "", default) : null);

    /// <summary>The genre that the value of a field for it, or a type of schema.org, names; null for any
    /// other.</summary>
    public static Genre? OfGenre(string value) => GenreWords.Equal("type", value) ?? OfSection(value);

    private static GenreSign? FromEntries(Document document, MetadataKey key, Func<string, Genre?> read, string place)
    {
        foreach (var entry in document.Metadata.Entries)
        {
            if (entry.Key == key && read(entry.Value) is { } genre)
                return new GenreSign(genre, place, entry.Value, entry.Span);
        }

        return null;
    }

    private static Genre? OfSection(string section)
    {
        if (Whole(section) is { } whole)
            return whole;
        foreach (var part in section.Split(SectionMarks, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Whole(part) is { } genre)
                return genre;
        }

        return null;

        static Genre? Whole(string text) =>
            PlainTextParser.CountWords(text) <= MaxSectionWords ? GenreWords.Bounds("section", text) : null;
    }

    // "Op-Ed: …", "[Review] …", "… (Review)", "… | Opinion", "… – review".
    private static Genre? OfTitle(string title)
    {
        var text = title.AsSpan().Trim();
        for (var at = text.IndexOfAny(TitleMarks); at > 0; at = NextMark(text, at))
        {
            if (IsParting(text, at) && GenreWords.Equal("title", text[..at]) is { } genre)
                return genre;
        }

        if (Bracketed(text) is { } bracketed && GenreWords.Equal("title", bracketed) is { } inBrackets)
            return inBrackets;
        var last = text.LastIndexOfAny('|', '–', '—');
        return last > 0 ? GenreWords.Equal("title", text[(last + 1)..]) : null;
    }

    private static int NextMark(ReadOnlySpan<char> text, int at)
    {
        var next = text[(at + 1)..].IndexOfAny(TitleMarks);
        return next < 0 || at + 1 + next > MaxKicker ? -1 : at + 1 + next;
    }

    private const int MaxKicker = 24;

    // A hyphen parts only between blanks.
    private static bool IsParting(ReadOnlySpan<char> text, int at) =>
        text[at] != '-' || (text[at - 1] == ' ' && at + 1 < text.Length && text[at + 1] == ' ');

    private static string? Bracketed(ReadOnlySpan<char> text)
    {
        if (text.Length > 2 && text[0] is '[' or '(' && text.IndexOfAny(']', ')') is > 1 and var end)
            return text[1..end].ToString();
        return text.Length > 2 && text[^1] is ']' or ')' && text.LastIndexOfAny('[', '(') is > 0 and var start
            ? text[(start + 1)..^1].ToString()
            : null;
    }

    private static Genre? OfPath(string path)
    {
        var parts = path.Split('/', '\\');
        for (var i = parts.Length - 2; i >= 0 && i >= parts.Length - 2 - Folders; i--)
        {
            if (GenreWords.Equal("path", parts[i]) is { } genre)
                return genre;
        }

        return null;
    }

    private static GenreSign? FromPath(Document document) =>
        OfPath(document.Path) is { } genre ? new GenreSign(genre, "path", document.Path, default) : null;

    private static GenreSign? FromLines(Document document)
    {
        for (var i = 0; i < Math.Min(TopBlocks, document.Blocks.Count); i++)
        {
            var block = document.Blocks[i];
            if (block.Kind is BlockKind.Caption or BlockKind.TableCell)
                continue;
            var text = block.Span.In(document.Text).Trim("*_[]().:–— ");
            if (PlainTextParser.CountWords(text) > MaxLineWords)
            {
                if (block.Kind == BlockKind.Headline)
                    continue;
                return GenreWords.Begins("start", text) is { } start ? Sign(document, block, start, "start") : null;
            }

            var genre = GenreWords.Equal("line", text)
                ?? (block.Kind != BlockKind.Headline && text.Contains(' ') ? LongLine(text) : null);
            if (genre is { } known)
                return Sign(document, block, known, "line");
            if (GenreWords.Begins("start", text) is { } salutation)
                return Sign(document, block, salutation, "start");
        }

        return null;

        // Of one word alone what begins so says nothing: "Opinion was divided".
        static Genre? LongLine(ReadOnlySpan<char> text) =>
            GenreWords.Begins("line", text) is { } genre and (Genre.Advertorial or Genre.Release)
            && !PlainTextParser.EndsLikeSentence(text)
                ? genre
                : null;
    }

    private static GenreSign? FromNotes(Document document)
    {
        var count = document.Blocks.Count;
        for (var i = 0; i < count; i++)
        {
            if (i >= TopBlocks && i < count - EndBlocks)
                i = count - EndBlocks;
            var block = document.Blocks[i];
            var text = block.Span.In(document.Text);
            if (text.Length > MaxNoteWords * 12)
                continue;
            var told = GenreWords.Holds("disclaimer", text)?.Genre;
            if (told is null && GenreWords.Holds("note", text) is { } note && IsName(text[..note.At]))
                told = note.Genre;
            if (told is { } genre && PlainTextParser.CountWords(text) <= MaxNoteWords)
                return Sign(document, block, genre, "note");
        }

        return null;
    }

    // "Jane Roe", "Dr J. B. van Roe": the note is about a person, not about what is a contributor to something.
    private static bool IsName(ReadOnlySpan<char> text)
    {
        text = text.Trim("*_—–-• ");
        var words = 0;
        var capitals = 0;
        foreach (var range in text.Split(' '))
        {
            words++;
            capitals += text[range].Length > 0 && char.IsUpper(text[range][0]) ? 1 : 0;
        }

        return capitals >= 2 && words <= MaxNameWords + 1 && words - capitals <= 1;
    }

    private static GenreSign Sign(Document document, Block block, Genre genre, string place) =>
        new(genre, place, block.Span.In(document.Text).ToString(), document.ToSource(block.Span));
}
