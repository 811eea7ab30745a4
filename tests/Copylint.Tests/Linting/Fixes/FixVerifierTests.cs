using System.Text;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Documents.Formats.Html;
using Copylint.Linting;
using Copylint.Linting.Fixes;
using Copylint.Tests.Support;
using Copylint.Text;
using CsCheck;

namespace Copylint.Tests.Linting.Fixes;

/// <summary>The verifier finds the nodes of each edit by bisection: what it says is what comparing each edit with each
/// node says.</summary>
public sealed class FixVerifierTests
{
    private const string Code = "it would change code";
    private const string Shortcode = "it would delete a shortcode";
    private const string Tag = "it would leave a tag without its partner";

    // Said before the verifier comes to any of them.
    private const string Unread = "the file could not be read in full any more";

    // Said of edits of which one of the three above may hold too, before the verifier comes to it.
    private static readonly string[] Earlier = ["it would delete more than text", "it would delete what is no copy"];

    [Fact]
    public void It_says_of_Markdown_what_all_pairs_say() => Compare("a.md", FixPropertyTests.Markdown);

    [Fact]
    public void It_says_of_HTML_what_all_pairs_say() => Compare("a.html", FixPropertyTests.Html);

    private static void Compare(string path, Gen<string> texts)
    {
        var said = new HashSet<string>();
        Gen.Select(texts, Gen.Select(Gen.Int[0, 60], Gen.Int[0, 40]).Array[1, 8])
            .Sample(
                (text, steps) =>
                {
                    var edits = Edits(text, steps);
                    var before = DocumentParser.Parse(path, SourceText.FromText(text));
                    var after = SourceText.FromText(new EditMap(edits).Apply(text));
                    if (edits.Count == 0 || after.Text.Length == 0)
                        return true;
                    var reason = new FixVerifier(before, s => DocumentParser.Parse(path, s)).Verify(edits, after);
                    if (reason == Unread)
                        return true;
                    var expected = ByPairs(before, edits);
                    lock (said)
                        said.Add(expected ?? "");
                    return expected is null
                        ? reason is not (Code or Shortcode or Tag)
                        : reason == expected || (expected == Tag && Earlier.Contains(reason));
                },
                iter: 3000,
                threads: 1
            );
        // The generator reaches what the test is about.
        Assert.Contains(path == "a.md" ? Code : Tag, said);
        Assert.Contains("", said);
    }

    private static List<TextEdit> Edits(string text, (int Gap, int Length)[] steps)
    {
        var edits = new List<TextEdit>();
        var at = 0;
        foreach (var (gap, length) in steps)
        {
            at += gap;
            if (at + length > text.Length)
                break;
            edits.Add(new TextEdit(new TextSpan(at, length), length == 0 ? "x" : ""));
            at += length + 1;
        }

        return edits;
    }

    private static string? ByPairs(Document before, List<TextEdit> edits)
    {
        var nodes = MarkupStructure.Of(before);
        if (
            nodes.Exists(n =>
                n.IsCode
                && n.Kind != "code html"
                && edits.Exists(e => e.Span.Overlaps(n.Span) || (e.Span.IsEmpty && n.Span.Contains(e.Span.Start)))
            )
        )
            return Code;
        var deletions = new EditMap(edits).Deletions(before.Source.Text);
        bool IsIn(TextSpan deletion, MarkupNode node) => !node.Span.IsEmpty && deletion.Contains(node.Span);
        if (nodes.Exists(n => n.IsTemplate && deletions.Exists(d => IsIn(d, n))))
            return Shortcode;
        return deletions.TrueForAll(d => HtmlStructure.IsBalanced(nodes.Where(n => IsIn(d, n)))) ? null : Tag;
    }

    [Theory]
    [InlineData("a.txt", "Engineers found the{0} cracks in it, she said.\n\n")]
    [InlineData("a.md", "Engineers found the{0} *cracks* in it, she said.\n\n```\nthe the\n```\n\n")]
    [InlineData("a.md", "{{{{< x >}}}}\n\nEngineers found the{0} `the the` in it, she said.\n\n{{{{< /x >}}}}\n\n")]
    [InlineData("a.html", "<p>Engineers found the{0} <b>cracks</b> in it, she said.</p><pre>the the</pre>\n")]
    public void Many_fixes_of_a_file_leave_what_each_of_them_leaves(string path, string piece)
    {
        string Repeat(string doubled) => string.Concat(Enumerable.Repeat(string.Format(piece, doubled), 200));
        var fixedFile = FixApplier.Fix(
            new FileLinter(new Linter(TestRules.Catalog, new LintSettings()), withFingerprints: false),
            path,
            Encoding.UTF8.GetBytes(Repeat(" the")),
            includeUnsafe: false
        );
        Assert.Equal(200, fixedFile.Applied);
        Assert.Equal(Repeat(""), Encoding.UTF8.GetString(fixedFile.Bytes));
    }
}
