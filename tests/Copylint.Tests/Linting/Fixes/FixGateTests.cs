using System.Text;
using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Linting;
using Copylint.Linting.Fixes;
using Copylint.Rules;
using Copylint.Tests.Support;

namespace Copylint.Tests.Linting.Fixes;

/// <summary>What a safe fix must never take, kind by kind, and what it must take still.</summary>
public sealed class FixGateTests
{
    private const string Story =
        "The council approved the bridge on Wednesday, the mayor said.\n\nWork begins in spring, he told members.\n\n";

    private static string Fix(string path, string text, bool includeUnsafe = false, RuleCatalog? catalog = null) =>
        Encoding.UTF8.GetString(
            FixApplier
                .Fix(
                    new FileLinter(
                        new Linter(catalog ?? TestRules.Catalog, new LintSettings()),
                        withFingerprints: false
                    ),
                    path,
                    Encoding.UTF8.GetBytes(text),
                    includeUnsafe
                )
                .Bytes
        );

    // Rules of a pack that call every deletion safe: a line with a bar, words in angle marks, an unimportant line.
    private static readonly RuleCatalog Greedy = new RuleCatalogBuilder()
        .AddBuiltInRules()
        .Add(
            [
                (
                    "pack/greedy/line.yml",
                    Card(
                        "XX0001",
                        "any-line",
                        "warning",
                        "delete-block",
                        "block: { pattern: 'zap', requires: [zap], words: 1..60 }"
                    )
                ),
                (
                    "pack/greedy/words.yml",
                    Card(
                        "XX0002",
                        "any-words",
                        "warning",
                        "delete-words",
                        "pattern: 'see page \\d+'\n  requires: [see page]"
                    )
                ),
                (
                    "pack/greedy/hint.yml",
                    Card(
                        "XX0003",
                        "a-hint",
                        "suggestion",
                        "delete-block",
                        "block: { pattern: 'zip', requires: [zip], words: 1..60 }"
                    )
                ),
            ],
            "test"
        )
        .Build();

    private static string Card(string id, string name, string severity, string action, string match) =>
        $"id: {id}\nname: {name}\nseverity: {severity}\nsummary: Finds it.\nmessage: \"It.\"\nwhy: Because.\nsource: us\nfix: {{ safe: {action} }}\nmatch:\n  {match}\nexamples: [{{good: Nothing.}}]\n";

    [Theory]
    // sentences, sources, quotations
    [InlineData("a.txt", "Zap wires were cut in the night.")]
    [InlineData("a.txt", "Zap wires were cut, the mayor said")]
    [InlineData("a.txt", "“We heard a zap and ran home at once”")]
    [InlineData("a.md", "Sign up at the zap desk in the hall.")]
    [InlineData("a.html", "<p>Zap lines have failed for a week.</p>")]
    // headings and headlines
    [InlineData("a.md", "## Zap\n\nThe soup costs five pounds, she said.")]
    [InlineData("a.md", "**Zap**\n\nThe soup costs five pounds, she said.")]
    [InlineData("a.md", "<div>\n<p><strong>Zap</strong></p>\n<p>The soup costs five pounds.</p>\n</div>")]
    [InlineData("a.html", "<h3>Zap</h3><p>The soup costs five pounds, she said.</p>")]
    [InlineData("a.txt", "Zap\n\nThe soup costs five pounds, she said.")]
    [InlineData("a.md", "### Zap\n\n    code")]
    [InlineData("a.md", "**Zap links:**\n\n- [One](https://example.org/)")]
    [InlineData("a.md", "Zap links:\n\n```\ncode\n```")]
    // lists
    [InlineData("a.md", "Three firms sold these apps:\n\n- Zap")]
    [InlineData("a.md", "- Zap\n- Soup")]
    [InlineData("a.md", "1. Zap")]
    [InlineData("a.md", "## Firms\n\n- Zap\n\nAll of them are small, she said.")]
    [InlineData("a.html", "<ol><li>Zap</li><li>Soup</li></ol>")]
    [InlineData("a.txt", "• Zap tools\n• Soup bowls")]
    [InlineData("a.md", "- Zap")]
    [InlineData("a.md", "The firms are\n\n- Zap\n- Zap tools")]
    [InlineData("a.txt", "Three firms sold them:\n\nZap tools")]
    [InlineData("a.md", "* Zap at [the desk](https://example.org/)")]
    [InlineData("a.md", "- Zap on [one](https://example.org/)\n- Zap on [two](https://example.org/)")]
    [InlineData("a.md", "- Read more: [zap](https://example.org/)")]
    [InlineData("a.html", "<ul><li>Zap</li></ul>")]
    [InlineData("a.txt", "• Zap\n• Zap tools")]
    [InlineData("a.txt", "- Zap\n- Zap tools\n\nAll of them are small, she said.")]
    [InlineData("a.txt", "Police named two firms.\n\nZap\n\nZap tools")]
    [InlineData("a.txt", "The following firms stay shut.\n\nZap\n\nZap tools")]
    [InlineData("a.txt", "Which firms stay shut?\n\nZap\n\nZap tools")]
    [InlineData("a.html", "<p>Police named two firms.</p><ul><li>Zap</li><li>Zap tools</li></ul>")]
    [InlineData("a.html", "<ul><li>Zap</li><li>Zap tools</li></ul><p>All of them are small, she said.</p>")]
    // a line, or a few, between two sentences
    [InlineData("a.txt", "Zap tools sold:\n\nThe soup costs five pounds, she said.")]
    [InlineData("a.txt", "Zap\n\nZap tools\n\nThe soup costs five pounds, she said.")]
    [InlineData("a.html", "<p>About the zap</p><p>The soup costs five pounds, she said.</p>")]
    [InlineData("a.md", "Zap in Leeds\n\nThe soup costs five pounds. Does it? It does!")]
    // links, components and elements of a source file
    [InlineData("a.md", "[Zap](https://example.org/)")]
    [InlineData("a.md", "Zap one of [our stories](https://example.org/)")]
    [InlineData("a.md", "--[@zap](https://example.org/zap)")]
    [InlineData("a.md", "Zap <https://example.org/>")]
    [InlineData("a.mdx", "<Button href=\"/x\">Zap</Button>")]
    [InlineData("a.mdx", "<div>\n  <Button href=\"/x\">Zap</Button>\n</div>")]
    [InlineData("a.md", "<button>Zap</button>")]
    // commands that are sentences of the article
    [InlineData("a.html", "<p>Zap for news at <a href=\"x\">the desk</a> of our forum to see all that is new.</p>")]
    [InlineData("a.txt", "Sign up at the zap desk in the hall.\n\nThe hall was full, she said.")]
    [InlineData("a.md", "Please watch the zap list for news of this: example.org/list or the page of the town: /news/")]
    // dates and metadata
    [InlineData("a.txt", "Zap: 3 February 2023")]
    [InlineData("a.md", "*Zap on 3 February 2023*")]
    // shortcodes and directives
    [InlineData("a.md", "{{< zap >}}")]
    [InlineData("a.md", "{% zap %}")]
    [InlineData("a.md", "{{ zap }} more")]
    [InlineData("a.md", "Zap and more\n{: .note}")]
    [InlineData("a.md", "{{< img\n  src=\"a.jpg\"\n  alt=\"Zap\"\n>}}")]
    // corrections
    [InlineData("a.txt", "Correction: zap, not zip")]
    [InlineData("a.txt", "An earlier version: zap")]
    [InlineData("a.md", "*Clarification: zap*")]
    // people
    [InlineData("a.txt", "Zap, ann.roe@example.org")]
    [InlineData("a.txt", "Zap desk: 0113 496 0000")]
    [InlineData("a.txt", "example.org/zap")]
    // verse
    [InlineData("a.txt", "the river is long\n\nZap\n\nyour eyes and wait\n\nThe poem was read aloud, she said.")]
    public void A_block_of_the_article_stays(string path, string block)
    {
        var text = path.EndsWith(".html", StringComparison.Ordinal)
            ? $"<p>The council approved the bridge on Wednesday, the mayor said.</p>{block}"
            : Story + block + "\n";
        Assert.Equal(text, Fix(path, text, catalog: Greedy));
    }

    [Theory]
    [InlineData("Related", "The soup costs five pounds, she said.", true)]
    [InlineData("Trending", "The soup costs five pounds. Does it? It does!", true)]
    [InlineData("Most read", "The soup costs five pounds, she said.", true)]
    [InlineData("About the author", "Jane Roe is a writer from Leeds.", true)]
    [InlineData("Menu", "The soup costs five pounds, she said.", true)]
    [InlineData("Menu:", "The soup costs five pounds, she said.", true)]
    [InlineData("Facebook\n\nTwitter\n\nPinterest", "All three were fined, she said.", true)]
    // over headlines, below the last sentence
    [InlineData("Related", "Mill to open in May after year of repairs", false)]
    [InlineData(
        "Trending",
        "Girl found in mill: “We got her at last!”\n\nMill to open in May after year of repairs",
        false
    )]
    [InlineData("Trending", "Mill found to be full of old water in...", false)]
    [InlineData("Trending", "", false)]
    // what says by itself whose it is
    [InlineData("Advertisement", "The soup costs five pounds, she said.", false)]
    [InlineData("Read more", "The soup costs five pounds, she said.", false)]
    [InlineData("Image copyright Roe", "The soup costs five pounds, she said.", false)]
    // beside what a page sets
    [InlineData("Trending\n\nImage 1 of 4", "The soup costs five pounds, she said.", false)]
    public void A_line_of_a_page_goes_unless_it_stands_as_a_subhead(string lines, string below, bool stays)
    {
        var text = $"{Story}{lines}\n\n{below}{(below.Length == 0 ? "" : "\n")}";
        var first = lines.Split('\n')[0];
        Assert.Equal(stays, Fix("a.txt", text).Contains($"\n\n{first}\n\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void A_list_without_bullets_has_twenty_lines_at_most(int lines, bool stays)
    {
        var text = $"{Story}Three firms sold them:\n{string.Concat(Enumerable.Repeat("\nZap\n", lines))}";
        Assert.Equal(stays, Fix("a.txt", text, catalog: Greedy) == text);
    }

    [Fact]
    public void A_French_sentence_of_an_English_article_keeps_its_blanks()
    {
        const string Text = Story + "Le pont est fermé le jeudi ; le maire a la clé dans son bureau.\n\nQuoi ? Non !\n";
        Assert.Equal(Text, Fix("a.txt", Text));
    }

    [Theory]
    [InlineData("2 hours ago")]
    [InlineData("Updated at 10.30am")]
    public void A_time_above_the_article_stays(string line)
    {
        var text = $"Council approves bridge\n\n{line}\n\n{Story}";
        Assert.Equal(text, Fix("a.txt", text));
    }

    [Theory]
    [InlineData("a.txt", "Zap our newsletter")]
    [InlineData("a.md", "Zap our newsletter now")]
    [InlineData("a.md", "Read more: [a zap in the night](https://example.org/)")]
    [InlineData("a.txt", "Read also: “We will zap them all”")]
    [InlineData("a.txt", "Zap. All rights reserved.")]
    [InlineData("a.txt", "ZAP IT NOW!")]
    public void A_line_of_the_page_goes(string path, string block) =>
        Assert.Equal(Story.TrimEnd('\n') + "\n", Fix(path, Story + block + "\n", catalog: Greedy));

    [Theory]
    [InlineData("-----BEGIN PGP SIGNED MESSAGE-----\n\n", "\n-----BEGIN PGP SIGNATURE-----\n\niD8DBQ==\n")]
    [InlineData("---\nlang: fr\n---\n\n", "")]
    [InlineData(
        "De raad heeft de brug donderdag gesloten, zo meldde de burgemeester. Het werk begint volgend voorjaar en zal naar verwachting drie maanden duren.\n\n",
        ""
    )]
    public void A_file_that_is_signed_or_not_English_is_left_as_it_is(string before, string after)
    {
        var text = before + "The the bridge is shut, she said.\n\nZap our newsletter\n" + after;
        Assert.Equal(text, Fix("a.md", text, catalog: Greedy));
    }

    [Theory]
    [InlineData("a.md", "![Spring fair &#124; Leeds, May](x.png)")]
    [InlineData("a.md", "He paid &#124; and left.")]
    public void An_entity_of_a_mark_that_Markdown_reads_stays(string path, string block)
    {
        var text = Story + block + "\n";
        Assert.Equal(text, Fix(path, text));
    }

    [Theory]
    [InlineData("LICENSE.txt")]
    [InlineData("docs/COPYING.md")]
    [InlineData("NOTICE.txt")]
    [InlineData("CHANGELOG.md")]
    [InlineData("README.md")]
    [InlineData("AUTHORS.txt")]
    [InlineData("SUMMARY.md")]
    [InlineData("CODE_OF_CONDUCT.md")]
    public void A_file_that_is_no_article_loses_no_line(string path)
    {
        var text = Story + "Zap our newsletter\n";
        Assert.Equal(text, Fix(path, text, catalog: Greedy));
    }

    [Theory]
    [InlineData("The MIT License\n\nZap our newsletter\n\nThe software is free, they said.\n")]
    [InlineData("# Changes\n\n## 1.0\n\nThe pool was mended.\n\nZap our newsletter\n\n## 1.1\n\nThe pool was shut.\n")]
    [InlineData("Zap our newsletter\n\nZap our post\n")]
    [InlineData("# Privacy policy\n\nZap our newsletter\n\nYou may turn them off, as the law says.\n")]
    [InlineData("# Roe Public License\n\nZap our newsletter\n\nThe software is free, they said.\n")]
    public void A_text_that_is_no_article_loses_no_line(string text) =>
        Assert.Equal(text, Fix("a.md", text, catalog: Greedy));

    [Fact]
    public void A_finding_that_the_card_only_suggests_deletes_nothing()
    {
        const string Text = Story + "Zip our newsletter\n";
        Assert.Equal(Text, Fix("a.txt", Text, catalog: Greedy));
    }

    [Fact]
    public void A_block_under_a_stet_stays()
    {
        const string Text = Story + "<!-- stet CL3002: quoted -->\n\nZap for the tyrant now\n";
        Assert.Contains("Zap for the tyrant now", Fix("a.md", Text, catalog: Greedy));
    }

    [Theory]
    [InlineData("a.txt", "The vote is on Saturday (see page 12).", "The vote is on Saturday.")]
    [InlineData("a.txt", "The vote – see page 12 – was close.", "The vote was close.")]
    [InlineData("a.txt", "The vote was close, see page 12.", "The vote was close.")]
    [InlineData("a.txt", "The vote was close; see page 12.", "The vote was close.")]
    [InlineData("a.txt", "The vote was close – see page 12.", "The vote was close.")]
    [InlineData("a.txt", "The vote was close [see page 12] and short.", "The vote was close and short.")]
    [InlineData("a.txt", "The vote (see page 12) was close.", "The vote was close.")]
    [InlineData("a.txt", "The vote (“see page 12”) was close.", "The vote (“see page 12”) was close.")]
    [InlineData("a.txt", "The vote (in May, see page 12) was close.", "The vote (in May) was close.")]
    [InlineData("a.txt", "The vote was close see page 12 now.", "The vote was close now.")]
    // refused: the rest would be no sentence
    [InlineData("a.txt", "The table is on see page 12.", "The table is on see page 12.")]
    [InlineData("a.txt", "The map, see page 12, was old.", "The map, see page 12, was old.")]
    [InlineData("a.txt", "It rained. See page 12 for the map.", "It rained. See page 12 for the map.")]
    // refused: it would cut through markup
    [InlineData("a.md", "The vote was *close see page 12* now.", "The vote was *close* now.")]
    [InlineData("a.md", "The vote was close **see page 12** now.", "The vote was close **see page 12** now.")]
    [InlineData("a.md", "The vote (see [page 12](x)) was close.", "The vote (see [page 12](x)) was close.")]
    [InlineData("a.html", "<p>The vote <b>see page 12</b> was.</p>", "<p>The vote <b>see page 12</b> was.</p>")]
    [InlineData("a.html", "<p>The vote (see <b>page</b> 12) was.</p>", "<p>The vote (see <b>page</b> 12) was.</p>")]
    public void Words_go_with_the_marks_that_they_would_leave_empty(string path, string before, string after)
    {
        var rest = path == "a.html" ? "" : "\n\nThe hall was full, she said.\n";
        Assert.Equal(after + rest, Fix(path, before + rest, catalog: Greedy));
    }

    [Theory]
    [InlineData("a.md", "The [the](https://example.org/a) council met.")]
    [InlineData("a.md", "The *the* council met.")]
    [InlineData("a.md", "The **the** council met.")]
    [InlineData("a.md", "We met [the](https://example.org/a) the mayor.")]
    [InlineData("a.md", "We met *the* the mayor.")]
    [InlineData("a.html", "<p>We met <b>the</b> the mayor.</p>")]
    [InlineData("a.md", "The ~~the~~ council met.")]
    [InlineData("a.md", "The council met the  \nthe mayor.")]
    [InlineData("a.md", "The council met the\\\nthe mayor.")]
    [InlineData("a.md", "The council met the<br>the mayor.")]
    [InlineData("a.md", "> The council met the\n> the mayor.")]
    [InlineData("a.md", "The <!-- keep --> the council met.")]
    [InlineData("a.html", "<p>The <a href=\"x\">the council</a> met.</p>")]
    [InlineData("a.html", "<p>The <b>the</b> council met.</p>")]
    [InlineData("a.html", "<p>The <!-- keep --> the council met.</p>")]
    [InlineData("a.html", "<p>We met the<br>the mayor.</p>")]
    [InlineData("a.html", "<p>The <sup>the</sup> council met.</p>")]
    [InlineData("a.html", "<p>The<span> the</span> council met.</p>")]
    public void An_edit_crosses_no_markup(string path, string text) => Assert.Equal(text, Fix(path, text));

    [Theory]
    [InlineData("a.md", "{{< ring title=\"Case\" >}}\n\nTown one has used it since, they said.\n\n{{< /ring >}}\n")]
    [InlineData("a.md", "{% include note.html %}\n\nThe town has used it, they said.\n")]
    [InlineData("a.html", "{{ page.title }}<p>The town has used it, they said.</p>")]
    public void A_live_shortcode_stays_even_when_unsafe_fixes_are_asked_for(string path, string text) =>
        Assert.Equal(text, Fix(path, text, includeUnsafe: true));

    [Fact]
    public void Every_word_of_the_gate_has_an_example_that_it_knows()
    {
        foreach (var (phrase, example) in DeletionWords.Rows("files"))
            Assert.True(DeletionWords.NamesNoArticle(example), phrase);
        foreach (var section in new[] { "legal", "corrections", "introductions" })
        {
            foreach (var (phrase, example) in DeletionWords.Rows(section))
            {
                Assert.Contains(phrase, example, StringComparison.OrdinalIgnoreCase);
                Assert.True(DeletionWords.Has(section, example), phrase);
            }
        }

        foreach (var section in new[] { "prompts", "titles", "labels" })
        {
            foreach (var (phrase, example) in DeletionWords.Rows(section))
                Assert.True(DeletionWords.Is(section, example), phrase);
        }

        foreach (var section in new[] { "teasers", "openings" })
        {
            foreach (var (phrase, example) in DeletionWords.Rows(section))
                Assert.True(DeletionWords.Opens(section, example), phrase);
        }

        Assert.False(DeletionWords.NamesNoArticle("news/licensed-trade.md"));
        Assert.False(DeletionWords.NamesNoArticle("news/changeover.txt"));
        Assert.False(DeletionWords.Has("corrections", "The correctional officer spoke."));
    }
}
