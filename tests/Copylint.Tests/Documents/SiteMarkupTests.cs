using Copylint.Documents.Formats;
using Copylint.Tests.Support;
using Copylint.Text;
using CsCheck;

namespace Copylint.Tests.Documents;

/// <summary>What site generators and notebooks write into Markdown and templates is markup; what stands inside their
/// pairs is copy.</summary>
public sealed class SiteMarkupTests
{
    private static readonly Gen<string> Words = OneOf(
        "the",
        "mayor",
        "“said”",
        "it’s",
        "50%",
        "a–b",
        "{",
        "}",
        "[",
        "%%",
        "::",
        "!!!",
        "<",
        "&amp;",
        "told.",
        "{{",
        "|"
    )
        .Array[1, 12]
        .Select(w => string.Join(' ', w));

    private static readonly string[] Wraps =
    [
        "§",
        "{{< a x=\"§\" >}}",
        "{{% note %}}\n§\n{{% /note %}}",
        "{{< note >}}§{{< /note >}}",
        "{% if x %}\n§\n{% endif %}",
        "{{ page.title }} §",
        "§ {{< ref \"/x\" >}} §",
        "{{< figure src=\"a.jpg\" caption=\"§\" >}}",
        "{# § #}",
        "{% comment %} § {% endcomment %}",
        "{% highlight go %}\n§\n{% endhighlight %}",
        "[§]({{< ref \"/x\" >}})",
        "<a href=\"{{< ref \"/x\" >}}\">§</a>",
        "§{.lead}",
        "[§]{.small #id}",
        "- §\n{: .nav}",
        "::: {.note}\n§\n:::",
        ":::tip[§]\n§\n:::",
        "!!! note \"§\"\n    §\n\n    - §",
        "> [!NOTE]\n> §",
        "> [!tip]- §\n> §",
        "%%§%% §",
        "%%\n§\n%%",
        "[[§]]",
        "[[a|§]] §",
        "![[§]]",
        "§ ^block-name",
        "{/* § */}",
        "<Card x={`§`}>\n\n§\n\n</Card>",
        "import x from 'x'\n\n§",
        "| § | {{< a >}} |\n|---|---|\n| {{< b >}}§ | § |",
        "`{{< § >}}` §",
        "```\n{{< § >}}\n```",
    ];

    private static readonly Gen<string> Files = Gen.Select(Words, Gen.Int[0, Wraps.Length - 1], (text, wrap) =>
            Wraps[wrap].Replace("§", text, StringComparison.Ordinal)
        )
        .Array[1, 8]
        .Select(blocks => string.Join("\n\n", blocks));

    [Theory]
    [InlineData("One {{< ref \"/x\" >}} two.", "One two.")]
    [InlineData("One{{< br >}}two {{<embed/x cta=\"Get a look.\">}}.", "One two.")]
    [InlineData("By {{ page.author }}, today.", "By \uFFFC, today.")]
    [InlineData("{{% aside %}}\nIt rained.\n{{% /aside %}}", "It rained.")]
    [InlineData("{{< quote >}}It rained.{{< /quote >}}", "It rained.")]
    [InlineData("{{< figure\n  src=\"a.jpg\"\n  caption=\"The dam\"\n>}}\n\nIt rained.", "The dam|It rained.")]
    [InlineData("{% include a.html %}\n{% if b %}It rained.{% endif %}", "It rained.")]
    [InlineData("{%- comment -%} no {%- endcomment -%}\nIt rained.", "It rained.")]
    [InlineData("{% highlight c %}\nint x;\n{% endhighlight %}\nIt rained.", "It rained.")]
    [InlineData("{{</* note */>}} It rained.", "It rained.")]
    [InlineData("{# no #}It rained.", "It rained.")]
    [InlineData("Read [the map]({{< ref \"map\" >}}).", "Read the map.")]
    [InlineData("Read <a href=\"{{< ref \"map\" >}}\">the map</a>.", "Read the map.")]
    [InlineData("Print [the form](f.pdf){.extern} now.", "Print the form now.")]
    [InlineData("It rained.\n{: .lead}\n\n{:toc}", "It rained.")]
    [InlineData("## A head {#head .x}\n\n[Small]{.caps} print {target=\"_blank\"}.", "A head|Small print.")]
    [InlineData("::: {.callout-note}\nIt rained.\n:::", "It rained.")]
    [InlineData(":::warning\nIt rained.\n:::", "It rained.")]
    [InlineData(":::tip[A tip]\nIt rained.\n:::", "A tip|It rained.")]
    [InlineData(":::tip A tip\nIt rained.\n:::", "A tip|It rained.")]
    [InlineData("!!! note\n    It rained.\n\n    It poured.", "It rained.|It poured.")]
    [InlineData("??? tip \"A tip\"\n    It rained.\n\nIt poured.", "A tip|It rained.|It poured.")]
    [InlineData("!!! he cried.", "!!! he cried.")]
    [InlineData("> [!NOTE]\n> It rained.", "It rained.")]
    [InlineData("> [!tip]+ A tip\n> It rained.", "A tip|It rained.")]
    [InlineData("It rained. %%ask them%% It poured.", "It rained. It poured.")]
    [InlineData("%%\nlong\n\ncomment\n%%\n\nIt rained.", "It rained.")]
    [InlineData("It grew 50%% and 60%% more.", "It grew 50%% and 60%% more.")]
    [InlineData("See [[The dam]] and [[dam|the other]] ![[a.png|300]].", "See The dam and the other.")]
    [InlineData("A note [[1]](#n) stays.", "A note [1] stays.")]
    [InlineData("It rained. ^rain-1", "It rained.")]
    [InlineData("It rained [@roe2020; @poe2021, p. 3].", "It rained.")]
    [InlineData("It rained {/* ask */} and poured.", "It rained and poured.")]
    [InlineData("`{{< code >}}` and `a``{{ b }}` stay.", "\uFFFC and \uFFFC stay.")]
    [InlineData("```\n{{% a %}}\n~~~\n```\nIt rained.", "It rained.")]
    [InlineData("A set {1, 2} and {x} stay; {{half of it.", "A set {1, 2} and {x} stay; {{half of it.")]
    public void The_reader_of_Markdown_sees(string text, string expected) => Check("a.md", text, expected);

    [Theory]
    [InlineData("import A from './a'\nimport B from './b'\n\nIt rained.", "It rained.")]
    [InlineData("export const a = {\n  b: 1\n}\n\nIt rained {1 + 1} times{' '}here.", "It rained \uFFFC times here.")]
    [InlineData("<Tabs.Item a={x > 1}>\n\nIt rained.\n\n</Tabs.Item>", "It rained.")]
    [InlineData("<>\n\nIt rained.\n\n</>", "It rained.")]
    [InlineData("{/* TODO: ask */}\n\nIt rained.", "It rained.")]
    public void The_reader_of_MDX_sees(string text, string expected) => Check("a.mdx", text, expected);

    [Theory]
    [InlineData("---\ntitle: x\n---\n<p>{{ page.date }}: it {% if a %}rained{% endif %}.</p>", "x|\uFFFC: it rained.")]
    [InlineData("{% for a in b %}<p>It rained.</p>{% endfor %}{% include c %}", "It rained.")]
    [InlineData("<p>Dear {{first_name}}, it rained.</p>", "Dear {{first_name}}, it rained.")]
    public void The_reader_of_a_template_sees(string text, string expected) => Check("a.html", text, expected);

    [Theory]
    [InlineData("a.md", "%%stet CL3001: quoted%%\n\nThe despicable plan.")]
    [InlineData("a.mdx", "{/* stet CL3001: quoted */}\n\nThe despicable plan.")]
    [InlineData("a.md", "{# stet CL3001: quoted #}\n\nThe despicable plan.")]
    [InlineData("a.md", "{{/* stet CL3001: quoted */}}\n\nThe despicable plan.")]
    [InlineData("a.md", "{% comment %} stet CL3001: quoted {% endcomment %}\n\nThe despicable plan.")]
    public void A_stet_stands_in_the_comments_of_the_format(string path, string text)
    {
        var report = new Copylint.Linting.FileLinter(
            new Copylint.Linting.Linter(TestRules.Catalog, new Copylint.Configuration.LintSettings()),
            withFingerprints: false
        ).Lint(path, System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Contains(report.Suppressed, d => d.Rule.Id == "CL3001");
        Assert.DoesNotContain(report.Diagnostics, d => d.Rule.Id == "CL3001");
    }

    [Fact]
    public void Every_word_leads_back_to_its_place() =>
        Files.Sample(
            text =>
            {
                foreach (var path in new[] { "a.md", "a.mdx", "a.qmd" })
                    Places(path, text);
            },
            iter: 1500
        );

    [Fact]
    public void No_mutation_of_it_breaks_the_reader() =>
        Gen.Select(Files, Gen.Int[0, 400], Gen.Int[0, 400], OneOf("", "{", "}}", "%%", "\n", "[[", "\"", ":::"))
            .Sample(
                (text, at, length, put) =>
                {
                    var from = Math.Min(at, text.Length);
                    var mutated = text[..from] + put + text[Math.Min(text.Length, from + length % 40)..];
                    foreach (var path in new[] { "a.md", "a.mdx", "a.html" })
                    {
                        using var analysis = TestRules.Analyse(mutated, path);
                        foreach (var block in analysis.Document.Blocks)
                            Assert.False(block.Span.In(analysis.Document.Text).ContainsAny('\uFDD0', '\uFDD1'));
                    }
                },
                iter: 1500
            );

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static void Check(string path, string text, string expected)
    {
        using var analysis = TestRules.Analyse(text, path);
        var found = analysis.Document.Blocks.Select(b => b.Span.In(analysis.Document.Text).ToString());
        Assert.Equal(expected, string.Join('|', found));
        Places(path, text);
    }

    // Each word stands in the file where it is said to stand, but for what escapes and entities write otherwise.
    private static void Places(string path, string text)
    {
        using var analysis = TestRules.Analyse(text, path);
        var document = analysis.Document;
        foreach (ref readonly var token in analysis.Tokens)
        {
            var word = analysis.TextOf(token).ToString();
            if (!word.All(char.IsLetterOrDigit))
                continue;
            Assert.Equal(word, document.ToSource(token.Span).In(text).ToString());
        }
    }

    [Theory]
    [InlineData("a <!-- b")]
    [InlineData("a {{< b")]
    [InlineData("a {% b")]
    [InlineData("a %% b")]
    [InlineData("a {/* b")]
    [InlineData("a [[b")]
    public void What_is_never_closed_ends_nothing(string text)
    {
        foreach (var path in new[] { "a.md", "a.mdx", "a.qmd" })
            Assert.Contains("a", DocumentParser.Parse(path, SourceText.FromText(text)).Text);
    }
}
