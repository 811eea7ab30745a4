using Copylint.Documents.Formats;
using Copylint.Documents.Formats.Html;
using Copylint.Documents.Formats.PlainText;
using Copylint.Documents.Formats.Templates;
using Copylint.Documents.Top;
using Copylint.Text;

namespace Copylint.Documents;

/// <summary>Builds the analysed text of a format with markup: runs of blanks become one, blocks are parted, and every
/// character keeps its place in the file.</summary>
internal sealed class CopyBuilder(string source)
{
    /// <summary>Stands in a sentence for what is no copy, such as inline code.</summary>
    public const string Placeholder = "\uFFFC";

    /// <summary>The character of <see cref="Placeholder"/>.</summary>
    public const char PlaceholderMark = '\uFFFC';

    private readonly SourceMap.Builder _map = new(source);
    private readonly List<Block> _blocks = [];
    private readonly List<Link> _links = [];
    private int _start = -1;
    private TextSpan? _blank;
    private bool _startsGlued;
    private bool _isPartOfPage;

    /// <summary>The blocks so far.</summary>
    public List<Block> Blocks => _blocks;

    /// <summary>The links so far.</summary>
    public IReadOnlyList<Link> Links => _links;

    /// <summary>The comments so far, as spans of the file.</summary>
    public List<TextSpan> Comments { get; } = [];

    /// <summary>Length of the text so far; the place of the next character, but for a blank that may come before
    /// it.</summary>
    public int Position => _map.Length;

    /// <summary>The text so far.</summary>
    public string TextSoFar => _map.ToString();

    /// <summary>Whether the open block holds text already.</summary>
    public bool HasText => _start >= 0;

    /// <summary>Adds a stretch of the file that holds text as it stands.</summary>
    public void AddText(int start, int end)
    {
        while (start < end)
        {
            var mark = source.AsSpan(start, end - start).IndexOfAny(MaskedText.Nothing, MaskedText.Value);
            AddUnmarked(start, mark < 0 ? end : start + mark);
            if (mark < 0)
                return;
            var markEnd = start + mark;
            while (markEnd < end && source[markEnd] == source[start + mark])
                markEnd++;
            AddMarked(TextSpan.FromBounds(start + mark, markEnd));
            start = markEnd;
        }
    }

    // What became words stands as a word; what became nothing parts the words beside it.
    private void AddMarked(TextSpan span)
    {
        var isBeforeMark =
            span.End < source.Length && source[span.End] is '.' or ',' or ';' or ':' or '!' or '?' or ')';
        if (source[span.Start] == MaskedText.Value)
            AddDecoded(Placeholder, span);
        else if (isBeforeMark)
            _blank = null;
        else if (
            HasText
            && char.IsLetterOrDigit(_map[_map.Length - 1])
            && span.End < source.Length
            && char.IsLetterOrDigit(source[span.End])
        )
            AddBlank(span);
    }

    /// <summary>Adds text of the file itself where the source that is read is covered: an attribute of a
    /// shortcode.</summary>
    public void AddHidden(string file, TextSpan span)
    {
        var at = span.Start;
        while (at < span.End)
        {
            var next = file.AsSpan(at, span.End - at).IndexOfAny(" \t\r\n");
            if (next == 0)
            {
                AddBlank(new TextSpan(at++, 1));
                continue;
            }

            var end = next < 0 ? span.End : at + next;
            Open();
            _map.AppendFrom(file, TextSpan.FromBounds(at, end));
            at = end;
        }
    }

    /// <summary>Adds what readers see of front matter, each value as a block.</summary>
    /// <param name="matter">The front matter.</param>
    /// <param name="hasHeadline">Whether the body has the headline itself.</param>
    public void AddFrontMatter(FrontMatter matter, bool hasHeadline)
    {
        foreach (var text in matter.Copy.OrderBy(t => t.Kind == BlockKind.Headline ? 0 : 1))
        {
            if (text.Kind == BlockKind.Headline && (hasHeadline || Blocks.Exists(b => b.Kind == BlockKind.Headline)))
                continue;
            AddQuoted(text.Span, text.Quoting);
            EndBlock(text.Kind);
        }
    }

    private void AddQuoted(TextSpan span, FrontMatterQuoting quoting)
    {
        var escape = quoting == FrontMatterQuoting.Single ? '\'' : '\\';
        for (var at = span.Start; at < span.End; )
        {
            var rest = source.AsSpan(at, span.End - at);
            var next = quoting == FrontMatterQuoting.None ? rest.IndexOf('&') : rest.IndexOfAny(escape, '&');
            AddText(at, next < 0 ? span.End : at + next);
            if (next < 0)
                return;
            at += next;
            // Exporters of content systems write entities into titles, and themes print them as they are.
            var length = 1;
            var decoded = source[at] == '&' ? HtmlEntities.Decode(source, at, span.End, out length) : null;
            if (source[at] != '&' && at + 1 < span.End)
            {
                length = source[at + 1] == 'u' && escape == '\\' && at + 6 <= span.End ? 6 : 2;
                decoded = Unescaped(source.AsSpan(at, length));
            }

            length = Math.Max(1, length);
            if (decoded is null)
                AddText(at, at + length);
            else
                AddDecoded(decoded, new TextSpan(at, length));
            at += length;
        }
    }

    private static string Unescaped(ReadOnlySpan<char> escape) =>
        escape[1] switch
        {
            'n' or 't' or 'r' or '\n' or '\r' => " ",
            'u' when ushort.TryParse(escape[2..], System.Globalization.NumberStyles.HexNumber, null, out var unit) => (
                (char)unit
            ).ToString(),
            var c => c.ToString(),
        };

    /// <summary>Leaves out all blocks but some, and the links that stand in none.</summary>
    /// <param name="keep">For each block whether it stays.</param>
    /// <returns>How many went.</returns>
    public int LeaveOut(ReadOnlySpan<bool> keep)
    {
        var kept = new List<Block>();
        for (var i = 0; i < _blocks.Count; i++)
        {
            if (keep[i])
                kept.Add(
                    new Block(kept.Count, _blocks[i].Kind, _blocks[i].Span)
                    {
                        IsGluedToPrevious = _blocks[i].IsGluedToPrevious,
                    }
                );
        }

        var gone = _blocks.Count - kept.Count;
        if (gone == 0)
            return 0;
        _isPartOfPage = true;
        _blocks.Clear();
        _blocks.AddRange(kept);
        _links.RemoveAll(l =>
        {
            var at = Bisection.First(kept.Count, i => kept[i].Span.End > l.Span.Start);
            return at == kept.Count || kept[at].Span.Start >= Math.Max(l.Span.End, l.Span.Start + 1);
        });
        return gone;
    }

    /// <summary>Adds comments that were found before the copy was read.</summary>
    public void AddComments(IReadOnlyList<TextSpan> comments)
    {
        if (comments.Count == 0)
            return;
        Comments.AddRange(comments);
        Comments.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    private void AddUnmarked(int start, int end)
    {
        while (InvisibleCharacters.FindInWord(source, start, end, out var length) is >= 0 and var hidden)
        {
            AddSeen(start, hidden);
            start = hidden + length;
        }

        AddSeen(start, end);
    }

    private void AddSeen(int start, int end)
    {
        var at = start;
        while (at < end)
        {
            var run = at;
            if (IsBlank(source[at]))
            {
                while (at < end && IsBlank(source[at]))
                    at++;
                AddBlank(TextSpan.FromBounds(run, at));
                continue;
            }

            while (at < end && !IsBlank(source[at]))
                at++;
            // Take single blanks into the stretch: most text has no other.
            while (at + 1 < end && source[at] == ' ' && !IsBlank(source[at + 1]))
            {
                at++;
                while (at < end && !IsBlank(source[at]))
                    at++;
            }

            Open();
            _map.Append(TextSpan.FromBounds(run, at));
        }
    }

    /// <summary>Adds text that stands for a stretch of the file, such as a decoded entity.</summary>
    public void AddDecoded(string text, TextSpan span)
    {
        if (text.Length == 0)
            return;
        if (text.AsSpan().IndexOfAnyExcept(" \t\r\n\f") < 0)
        {
            AddBlank(span);
            return;
        }

        Open();
        _map.Append(text, span);
    }

    /// <summary>Adds a blank, unless one came before it or the block has no text yet.</summary>
    public void AddBlank(TextSpan span)
    {
        if (_start >= 0)
            _blank ??= span;
    }

    /// <summary>Ends the open block.</summary>
    public void EndBlock(BlockKind kind, bool nextIsGlued = false)
    {
        _blank = null;
        if (_start >= 0)
        {
            _blocks.Add(
                new Block(_blocks.Count, kind, TextSpan.FromBounds(_start, _map.Length))
                {
                    IsGluedToPrevious = _startsGlued,
                }
            );
            _start = -1;
        }

        _startsGlued = nextIsGlued;
    }

    /// <summary>Remembers a link over the text from a position to here.</summary>
    public void AddLink(int from, string target, TextSpan targetSpan)
    {
        while (from < _map.Length && char.IsWhiteSpace(_map[from]))
            from++;
        if (from <= _map.Length)
            _links.Add(new Link(TextSpan.FromBounds(from, _map.Length), target, targetSpan));
    }

    /// <summary>The finished document.</summary>
    public Document Build(
        string path,
        IDocumentFormat format,
        SourceText text,
        MetadataBuilder metadata,
        IReadOnlyList<DocumentProblem> problems
    )
    {
        var (copy, map) = _map.Build();
        TopOfArticle.Mark(copy, _blocks, metadata, map.ToSource);
        EndOfArticle.Mark(copy, _blocks);
        PostSignature.Mark(copy, _blocks);
        PlainTextParser.AddPathDate(path, metadata);
        return new Document(path, format, text, copy, map, _blocks, metadata.Build())
        {
            Links = _links,
            Comments = Comments,
            Problems = problems,
            IsPartOfPage = _isPartOfPage,
        };
    }

    private static bool IsBlank(char c) => c is ' ' or '\n' or '\t' or '\r' or '\f';

    private void Open()
    {
        if (_start >= 0)
        {
            if (_blank is { } blank)
                _map.Append(" ", blank);
            _blank = null;
            return;
        }

        if (_map.Length > 0)
            _map.AppendBreak();
        _start = _map.Length;
    }
}
