using Copylint.Catalog;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Text;

namespace Copylint.Linting.Suppressions;

/// <summary>Why a finding does not count: the editor's word in the file.</summary>
/// <param name="Justification">The reason that was given, or null.</param>
public sealed record SuppressionReason(string? Justification);

/// <summary>
/// The editor's own word, <c>stet</c>: <c>&lt;!-- stet CL3001: quoted from the ruling --&gt;</c> before a block,
/// <c>stet-line</c>, <c>stet-begin</c> and <c>stet-end</c>,
/// <c>stet-file</c>, and <c>stet:</c> in front matter. Rules are told by id, name, family or the beginning of ids;
/// without any, all are meant.
/// </summary>
internal sealed class Suppression
{
    private const string Word = "stet";

    private static readonly string[] Kinds = ["stet-line", "stet-begin", "stet-end", "stet-file"];

    private readonly HashSet<string>? _rules;

    private Suppression(
        TextSpan mark,
        TextSpan scope,
        string written,
        IReadOnlyCollection<string> names,
        HashSet<string>? rules,
        string? reason,
        bool isComment,
        string? slip
    )
    {
        Slip = slip;
        Mark = mark;
        Scope = scope;
        Written = written;
        Names = names;
        _rules = rules;
        Reason = reason;
        IsComment = isComment;
    }

    /// <summary>Where it stands in the source text.</summary>
    public TextSpan Mark { get; }

    /// <summary>Where findings begin that it suppresses.</summary>
    public TextSpan Scope { get; }

    /// <summary>What was written, without the reason.</summary>
    public string Written { get; }

    /// <summary>The ids, names and families that it names; none for all rules.</summary>
    public IReadOnlyCollection<string> Names { get; }

    /// <summary>The reason, or null.</summary>
    public string? Reason { get; }

    /// <summary>Whether it is a comment, which can be deleted.</summary>
    public bool IsComment { get; }

    /// <summary>What is wrong with the word itself, or null when it is one of the known ones.</summary>
    public string? Slip { get; }

    /// <summary>The suppressions of a document in order of place.</summary>
    public static List<Suppression> Read(Document document, RuleCatalog catalog)
    {
        var found = new List<Suppression>();
        Lazy<(TextSpan Span, int ReachedEnd)[]> blocks = new(() => BlocksOf(document));
        foreach (var entry in document.Metadata.Entries)
        {
            if (entry.Key == MetadataKey.Stet)
                found.Add(Make(entry.Span, new TextSpan(0, int.MaxValue), "", entry.Value, catalog, isComment: false));
        }

        var begun = new List<(TextSpan Comment, string Body)>();
        foreach (var comment in document.Comments)
        {
            var body = Body(document, comment);
            if (!body.StartsWith(Word, StringComparison.Ordinal))
                continue;
            var kind = body[Word.Length..]
                .TakeWhile(c => c == '-' || char.IsAsciiLetterLower(c))
                .ToArray()
                .AsSpan()
                .ToString();
            var rest = body[(Word.Length + kind.Length)..];
            switch (kind)
            {
                case "":
                    found.Add(Make(comment, NextBlock(blocks.Value, comment), "", rest, catalog, isComment: true));
                    break;
                case "-line":
                    found.Add(
                        Make(
                            comment,
                            document.Source.GetLine(document.Source.Lines.GetPosition(comment.Start).Line),
                            kind,
                            rest,
                            catalog,
                            isComment: true
                        )
                    );
                    break;
                case "-file":
                    found.Add(Make(comment, new TextSpan(0, int.MaxValue), kind, rest, catalog, isComment: true));
                    break;
                case "-begin":
                    begun.Add((comment, rest));
                    break;
                case "-end" when begun.Count > 0:
                    // One that names rules ends what names the same; a bare one ends the last.
                    var named = begun.FindLastIndex(b => NamesIn(b.Body).SetEquals(NamesIn(rest)));
                    var index = named >= 0 ? named : begun.Count - 1;
                    found.Add(
                        Make(
                            begun[index].Comment,
                            TextSpan.FromBounds(begun[index].Comment.End, comment.Start),
                            "-begin",
                            begun[index].Body,
                            catalog,
                            isComment: true
                        )
                    );
                    begun.RemoveAt(index);
                    break;
                default:
                    // A word that begins so, such as "stetson", is no slip.
                    if (kind.StartsWith('-'))
                        found.Add(Misspelt(comment, kind, rest, catalog));
                    break;
            }
        }

        found.AddRange(
            begun.Select(b =>
                Make(
                    b.Comment,
                    TextSpan.FromBounds(b.Comment.End, document.Source.Text.Length + 1),
                    "-begin",
                    b.Body,
                    catalog,
                    isComment: true
                )
            )
        );
        return found;
    }

    /// <summary>Whether a comment is a stet of any kind.</summary>
    public static bool IsStet(Document document, TextSpan comment) =>
        Body(document, comment).StartsWith(Word, StringComparison.Ordinal);

    /// <summary>Whether it means a rule.</summary>
    public bool Means(RuleDescriptor rule) => _rules?.Contains(rule.Id) != false;

    /// <summary>Whether it suppressed something.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Whether nothing was suppressed, and the rules that it names were all run on this file alone.</summary>
    public bool IsUnused(Func<string, bool> ran) =>
        Slip is not null || !IsUsed && (_rules is null ? ran("") : _rules.All(ran));

    private static Suppression Make(
        TextSpan mark,
        TextSpan scope,
        string kind,
        string text,
        RuleCatalog catalog,
        bool isComment,
        string? slip = null
    )
    {
        var colon = text.IndexOf(':');
        var reason = colon < 0 ? null : text[(colon + 1)..].Trim();
        HashSet<string>? rules = null;
        var names = NamesIn(text);
        if (names.Count > 0)
            rules = [.. names.SelectMany(n => catalog.Select(n)).Select(r => r.Descriptor.Id)];
        var written = Word + kind + (names.Count == 0 ? "" : " " + string.Join(' ', names));
        return new Suppression(
            mark,
            scope,
            written,
            names,
            rules,
            string.IsNullOrEmpty(reason) ? null : reason,
            isComment,
            slip
        );
    }

    // Its scope begins behind every text: it lets nothing stand.
    private static Suppression Misspelt(TextSpan comment, string kind, string rest, RuleCatalog catalog)
    {
        var slip =
            kind == "-end"
                ? "no 'stet-begin' stands before it"
                : $"there is no '{Word}{kind}'{Nearest.Hint(Word + kind, Kinds)}";
        return Make(comment, new TextSpan(int.MaxValue, 0), kind, rest, catalog, isComment: true, slip);
    }

    private static HashSet<string> NamesIn(string text)
    {
        var colon = text.IndexOf(':');
        return
        [
            .. (colon < 0 ? text : text[..colon]).Split(
                [' ', ',', '\t', '\n', '\r'],
                StringSplitOptions.RemoveEmptyEntries
            ),
        ];
    }

    private static string Body(Document document, TextSpan comment)
    {
        var text = comment.In(document.Source.Text);
        foreach (var syntax in document.Format.Comments)
        {
            if (syntax.BodyOf(text) is { } body)
                return body;
        }

        return text.Trim().ToString();
    }

    // The places of the blocks in the file, each with the furthest end of it and those before it.
    private static (TextSpan Span, int ReachedEnd)[] BlocksOf(Document document)
    {
        var blocks = new (TextSpan Span, int ReachedEnd)[document.Blocks.Count];
        var end = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            var span = document.ToSource(document.Blocks[i].Span);
            blocks[i] = (span, end = Math.Max(end, span.End));
        }

        return blocks;
    }

    // The block that the comment stands in, or else the one after it.
    private static TextSpan NextBlock((TextSpan Span, int ReachedEnd)[] blocks, TextSpan comment)
    {
        var index = Bisection.First(blocks.Length, i => blocks[i].ReachedEnd > comment.Start);
        return index < blocks.Length ? blocks[index].Span : new TextSpan(comment.End, 0);
    }
}
