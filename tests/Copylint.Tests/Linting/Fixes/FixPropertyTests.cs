using System.Text;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Fuzz;
using Copylint.Linting;
using Copylint.Linting.Fixes;
using Copylint.Tests.Support;
using Copylint.Text;
using CsCheck;

namespace Copylint.Tests.Linting.Fixes;

/// <summary>Over generated files of every format: what fixes leave is the old copy with exactly their edits, markup
/// stays balanced, and fixing twice is fixing once.</summary>
public sealed class FixPropertyTests
{
    private static readonly string[] Sentences =
    [
        "The bridge will stay shut until May, the council said.",
        "Engineers found the the cracks in two of its piers.",
        "It was was late ,which nobody saw.",
        "See https://example.org/a?utm_source=mail&page=2 for more.",
        "“Nobody was hurt,” the mayor said.",
        "Repairs cost 400  pounds 😀 and more.",
    ];

    private static readonly string[] Lines =
    [
        "- Advertisement -",
        "Read Also: Ten Ways To Cook Rice (Photos)",
        "Related Articles",
        "Stay Connected",
        "Share on Facebook",
        "Published: 3 February 2023",
        "Menu",
        "Sign up for our newsletter",
    ];

    private static readonly string[] Texts = ["{0}", "{1}", "{0}\n{1}", "• {1}\n• {0}"];

    private static readonly string[] Marks =
    [
        "{0}",
        "{1}",
        "# {0}",
        "## {1}",
        "- {0}\n- {1}",
        "1. {1}\n2. {0}",
        "> {0}\n> {1}",
        "*{1}*",
        "**{0}** {0}",
        "[{1}](https://example.org/?utm_source=x)",
        "The [the](https://example.org/) end. {0}",
        "| {0} | {1} |\n|---|---|\n| x | {1} |",
        "`{1}` {0}",
        "{0}  \n{0}",
        "<p>{1}</p>",
        "{{{{< x >}}}}\n\n{0}\n\n{{{{< /x >}}}}",
        "    {1}",
        "<!-- stet CL4001: kept -->\n\n{1}",
        "![{1}](x.png)",
        "- {0}\n  - {1}\n- {1}",
        "```\n{1}\n```",
        "{0}\n{1}",
    ];

    private static readonly string[] Tags =
    [
        "<p>{0}</p>",
        "<p>{1}</p>",
        "<h2>{1}</h2>",
        "<div><p><b>{1}</b></p></div>",
        "<ul><li>{0}</li><li>{1}</li></ul>",
        "<p>{0}<br>{1}</p>",
        "<p>{1}<p>{0}",
        "<blockquote>{1}</blockquote>",
        "<p>The <a href=\"x?utm_source=y\">the</a> {0}</p>",
        "<table><tr><td>{1}</td><td>{0}</td></tr></table>",
        "<img alt=\"{1}\">",
        "<nav>{1}</nav>",
        "<div>{0}<p>{1}</p>{0}</div>",
        "<section><h3>{1}</h3><p>{0}</p></section>",
        "<p>{0} &amp; {0}</p>",
        "<!-- {1} --><p>{1}</p>",
    ];

    internal static Gen<string> Markdown => Of(Marks, "\n\n");

    internal static Gen<string> Html => Of(Tags, "\n");

    private static Gen<string> Of(string[] shapes, string between) =>
        Gen.Select(Gen.Int[0, shapes.Length - 1], Gen.Int[0, Sentences.Length - 1], Gen.Int[0, Lines.Length - 1])
            .Array[1, 9]
            .Select(parts =>
                string.Join(
                    between,
                    parts.Select(p => string.Format(shapes[p.Item1], Sentences[p.Item2], Lines[p.Item3]))
                )
            );

    private static readonly FileLinter Linter = new(
        new Linter(TestRules.Catalog, new LintSettings()),
        withFingerprints: false
    );

    [Fact]
    public void In_plain_text() => Of(Texts, "\n\n").Sample(t => Holds("a.txt", t), iter: 300);

    [Fact]
    public void In_Markdown() => Of(Marks, "\n\n").Sample(t => Holds("a.md", t), iter: 600);

    [Fact]
    public void In_HTML() => Of(Tags, "\n").Sample(t => Holds("a.html", t), iter: 500);

    // Whatever deletions somebody thinks of: those that the verifier lets pass take their own characters from the copy,
    // and nothing else.
    [Fact]
    public void Any_deletions_that_pass_take_exactly_their_characters() =>
        Gen.Select(Of(Marks, "\n\n"), Gen.Select(Gen.Int[0, 400], Gen.Int[1, 30]).Array[1, 3])
            .Sample(
                (text, places) =>
                {
                    var edits = new List<TextEdit>();
                    foreach (var (at, length) in places.OrderBy(p => p.Item1))
                    {
                        var start = Math.Max(edits.Count > 0 ? edits[^1].Span.End + 1 : 0, at);
                        if (start < text.Length)
                            edits.Add(new TextEdit(new TextSpan(start, Math.Min(length, text.Length - start)), ""));
                    }

                    if (edits.Count == 0)
                        return true;
                    var before = DocumentParser.Parse("a.md", SourceText.FromText(text));
                    var after = SourceText.FromText(new EditMap(edits).Apply(text));
                    var verifier = new FixVerifier(before, s => DocumentParser.Parse("a.md", s));
                    if (verifier.Verify(edits, after) is not null)
                        return true;
                    // Where words may be cut is for the gate to say.
                    var problem = CopyProof.Difference(before, DocumentParser.Parse("a.md", after), edits);
                    return problem is null || problem.StartsWith(CopyProof.Glued, StringComparison.Ordinal);
                },
                iter: 1500
            );

    private static void Holds(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Assert.Null(new FixProof(Linter, sets: 2).Broken(path, bytes, seed: text.Length));
        foreach (var includeUnsafe in new[] { false, true })
        {
            var after = FixApplier.Fix(Linter, path, bytes, includeUnsafe).Bytes;
            var before = DocumentParser.Parse(path, SourceText.FromBytes(bytes));
            Assert.True(KeepsSentences(before, DocumentParser.Parse(path, SourceText.FromBytes(after))), text);
        }
    }

    // A sentence can lose a doubled word or a blank, never itself.
    private static bool KeepsSentences(Document before, Document after) =>
        before.Blocks.Count(IsSaid(before)) == after.Blocks.Count(IsSaid(after));

    private static Func<Block, bool> IsSaid(Document document) =>
        b =>
            b.Span.In(document.Text).ToString() is var t
            && (t.Contains("said.") || t.Contains("piers.") || t.Contains("more."));

    // The proof itself: what an edit takes or adds besides its own characters is seen.
    [Theory]
    [InlineData("a.md", "One *two* three.", "*two", "becomes copy", false)]
    [InlineData("a.md", "One *two* three.", "two*", "becomes copy", false)]
    [InlineData("a.md", "One [two](https://example.org/) three.", "[", "becomes copy", false)]
    [InlineData("a.md", "One two three.\n\nFour five.", "\n", "joined", false)]
    [InlineData("a.md", "# One\n\nFour five.", "# ", "was Headline", false)]
    [InlineData("a.md", "One two three.", " two ", "glued", false)]
    [InlineData("a.md", "One two three.", " two", "", true)]
    [InlineData("a.html", "<p>One <b>two</b> three.</p><p>Four.</p>", "</p><p>", "joined", false)]
    [InlineData("a.html", "<p>One <!-- a --> two.</p>", "-->", "lost", false)]
    [InlineData("a.txt", "One two three.\n\nFour five.", "Four five.", "", true)]
    public void The_proof_sees_what_changes_besides_an_edit(
        string path,
        string text,
        string deleted,
        string problem,
        bool holds
    )
    {
        var edit = new TextEdit(new TextSpan(text.IndexOf(deleted, StringComparison.Ordinal), deleted.Length), "");
        var found = CopyProof.Difference(
            DocumentParser.Parse(path, SourceText.FromText(text)),
            DocumentParser.Parse(path, SourceText.FromText(new EditMap([edit]).Apply(text))),
            [edit]
        );
        if (holds)
            Assert.Null(found);
        else
            Assert.Contains(problem, Assert.IsType<string>(found), StringComparison.Ordinal);
    }
}
