using System.Text;
using Copylint.Configuration;
using Copylint.Linting;
using Copylint.Linting.Fixes;
using Copylint.Tests.Support;
using Copylint.Text;
using CsCheck;

namespace Copylint.Tests.Cli;

/// <summary><c>--fix</c>, <c>--fix-unsafe</c> and <c>--diff</c>.</summary>
public sealed class FixTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task After_the_fixes_only_the_article_is_left_of_the_sample()
    {
        var path = CopySample();
        CommandLine.Run(_folder.Path, "check", "--fix", "kyiv.txt");
        return VerifyXunit.Verifier.Verify(File.ReadAllText(path));
    }

    [Fact]
    public Task The_difference_is_unified_and_nothing_is_written()
    {
        var path = CopySample();
        var before = File.ReadAllBytes(path);
        var result = CommandLine.Run(_folder.Path, "check", "--diff", "kyiv.txt");
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(1, result.Exit);
        return VerifyXunit.Verifier.Verify(result.Output);
    }

    [Fact]
    public void Nothing_to_fix_gives_no_difference()
    {
        _folder.Write("a.txt", "Nothing is wrong here.\n");
        var result = CommandLine.Run(_folder.Path, "check", "--diff", "a.txt");
        Assert.Equal((0, ""), (result.Exit, result.Output));
    }

    [Fact]
    public void Unsafe_fixes_are_applied_only_when_they_are_asked_for()
    {
        _folder.Write("a.txt", "It rained [gallery] and rained.\n");
        CommandLine.Run(_folder.Path, "check", "--fix", "--rule", "CL4008", "a.txt");
        Assert.Equal("It rained [gallery] and rained.\n", Read("a.txt"));
        var result = CommandLine.Run(_folder.Path, "check", "--fix-unsafe", "--rule", "CL4008", "a.txt");
        Assert.Equal("It rained and rained.\n", Read("a.txt"));
        Assert.Equal(0, result.Exit);
        Assert.Contains("1 fix in 1 file.", result.Error);
    }

    [Fact]
    public void A_read_only_file_is_left_alone_with_a_message()
    {
        var path = CopySample();
        File.SetAttributes(path, FileAttributes.ReadOnly);
        var before = File.ReadAllBytes(path);
        var result = CommandLine.Run(_folder.Path, "check", "--fix", "kyiv.txt");
        File.SetAttributes(path, FileAttributes.Normal);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Contains("'kyiv.txt' was left alone: it is read-only", result.Error);
        Assert.Contains("CL4001", result.Output);
    }

    [Fact]
    public void A_file_that_changed_meanwhile_is_left_alone()
    {
        var path = CopySample();
        var fixer = new FileFixer(Linter(), includeUnsafe: false, writes: true);
        var read = File.ReadAllBytes(path);
        File.AppendAllText(path, "\nA new paragraph of somebody else.\n");
        var changed = File.ReadAllBytes(path);
        var result = fixer.Fix("kyiv.txt", path, read);
        Assert.Equal("it was changed meanwhile", result.Problem);
        Assert.Equal(changed, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_with_invalid_bytes_is_not_changed()
    {
        var path = Path.Combine(_folder.Path, "a.txt");
        byte[] bytes =
        [
            .. "Rain fell on the town for a week.\n\n- Advertisement -\n\nIt was "u8,
            0xFF,
            .. " cold.\n"u8,
        ];
        File.WriteAllBytes(path, bytes);
        var result = CommandLine.Run(_folder.Path, "check", "--fix", "a.txt");
        Assert.Equal(bytes, File.ReadAllBytes(path));
        Assert.Contains("'a.txt' was left alone: its bytes are not valid in its encoding", result.Error);
    }

    [Fact]
    public void Standard_input_is_fixed_to_standard_output_and_told_beside_it()
    {
        var copy = CommandLine.RunWithInput(
            _folder.Path,
            "Rain fell on the town.\n\n- Advertisement -\n\nIt was the tyrant who spoke.\n",
            "check",
            "-",
            "--fix"
        );
        Assert.Equal("Rain fell on the town.\n\nIt was the tyrant who spoke.\n", copy.Output);
        Assert.Contains("stdin.txt: fixed CL4001", copy.Error);
        Assert.Contains("CL3", copy.Error);
        var untouched = CommandLine.RunWithInput(_folder.Path, "Rain fell.\n", "check", "-", "--fix");
        Assert.Equal("Rain fell.\n", untouched.Output);
    }

    [Fact]
    public void Standard_input_is_shown_as_a_difference()
    {
        var result = CommandLine.RunWithInput(
            _folder.Path,
            "Rain fell on the town.\n\n- Advertisement -\n\nIt was cold.\n",
            "check",
            "-",
            "--diff"
        );
        Assert.Contains("\n-- Advertisement -\n", result.Output);
    }

    [Fact]
    public void A_link_loses_its_tracking_and_nothing_else()
    {
        _folder.Write(
            "a.md",
            "See [the map](https://example.org/a?utm_source=mail&page=2&fbclid=x#top) and `?utm_source=code`.\n"
        );
        CommandLine.Run(_folder.Path, "check", "--fix", "a.md");
        Assert.Equal("See [the map](https://example.org/a?page=2#top) and `?utm_source=code`.\n", Read("a.md"));
    }

    [Theory]
    [InlineData(
        "<p>It rained all day.</p><p>Related Articles</p><p>It was cold.</p>",
        "<p>It rained all day.</p><p>It was cold.</p>"
    )]
    [InlineData(
        "<p>It rained all day.</p>\n<div class=\"x\"><p><b>Related</b> Articles</p></div>\n<p>It was cold.</p>\n",
        "<p>It rained all day.</p>\n<p>It was cold.</p>\n"
    )]
    [InlineData(
        "<div>It rained all day.<p>Related Articles</p>It was cold.</div>",
        "<div>It rained all day.<p>Related Articles</p>It was cold.</div>"
    )]
    [InlineData(
        "<p>It rained all day.</p><h3>Related Articles</h3><p>It was cold.</p>",
        "<p>It rained all day.</p><h3>Related Articles</h3><p>It was cold.</p>"
    )]
    [InlineData(
        "<ul><li>Stay Connected</li><li>It rained all day.</li></ul>",
        "<ul><li>Stay Connected</li><li>It rained all day.</li></ul>"
    )]
    [InlineData(
        "<p>It rained all day.<br><br>Related Articles<br><br>It was cold.</p>",
        "<p>It rained all day.<br><br>Related Articles<br><br>It was cold.</p>"
    )]
    [InlineData(
        "<figure><img alt=\"Related Articles\" src=x></figure><p>It rained.</p>",
        "<figure><img alt=\"Related Articles\" src=x></figure><p>It rained.</p>"
    )]
    [InlineData(
        "<table><tr><td>Related Articles</td><td>It rained.</td></tr></table>",
        "<table><tr><td>Related Articles</td><td>It rained.</td></tr></table>"
    )]
    [InlineData("<p>Related Articles<p>It rained all day.", "<p>Related Articles<p>It rained all day.")]
    public void In_html_the_element_goes_and_nothing_beside_it(string before, string after)
    {
        _folder.Write("a.html", before);
        CommandLine.Run(_folder.Path, "check", "--fix", "--rule", "CL4003", "a.html");
        Assert.Equal(after, Read("a.html"));
    }

    [Theory]
    [InlineData("It was cold. It rained.\n\n## Related Articles\n", "It was cold. It rained.\n\n## Related Articles\n")]
    [InlineData("It rained.\n\n- It snowed.\n- Stay Connected\n", "It rained.\n\n- It snowed.\n- Stay Connected\n")]
    [InlineData("It rained.\n\n> **Related Articles**\n\nIt was cold.\n", "It rained.\n\nIt was cold.\n")]
    [InlineData("It rained.\n\n<p>Related Articles</p><p>It was cold.</p>\n", "It rained.\n\n<p>It was cold.</p>\n")]
    [InlineData(
        "| a | b |\n|---|---|\n| Related Articles | It was cold. |\n",
        "| a | b |\n|---|---|\n| Related Articles | It was cold. |\n"
    )]
    public void In_markdown_the_lines_go_when_they_hold_nothing_else(string before, string after)
    {
        _folder.Write("a.md", before);
        CommandLine.Run(_folder.Path, "check", "--fix", "--rule", "CL4003", "a.md");
        Assert.Equal(after, Read("a.md"));
    }

    [Fact]
    public void A_line_of_many_files_is_deleted_from_each()
    {
        for (var i = 0; i < 12; i++)
            _folder.Write(
                $"{i:00}.txt",
                $"Rain number {i} fell on the town all day long, they said.\n\nIt was cold for {i} days, they said.\n\nBrought to you by the Aire Gazette\n"
            );
        var difference = CommandLine.Run(_folder.Path, "check", "--fix", "--diff", "--rule", "CL4011").Output;
        Assert.Equal(12, difference.Split('\n').Count(l => l == "-Brought to you by the Aire Gazette"));
        Assert.Contains(
            "12 fixes in 12 files.",
            CommandLine.Run(_folder.Path, "check", "--fix", "--rule", "CL4011").Error
        );
        Assert.Equal(
            "Rain number 3 fell on the town all day long, they said.\n\nIt was cold for 3 days, they said.\n",
            Read("03.txt")
        );
    }

    [Theory]
    [InlineData(12, "Brought to you by the Aire Gazette", true, 12)]
    [InlineData(11, "Brought to you by the Aire Gazette", true, 0)]
    [InlineData(24, "Brought to you by the Aire Gazette", false, 0)]
    [InlineData(24, "by the circuit and district judges", true, 0)]
    [InlineData(24, "The judges of the circuit,", true, 0)]
    public void A_line_of_half_of_the_files_is_deleted_below_the_article(int files, string line, bool isLast, int fixes)
    {
        for (var i = 0; i < 24; i++)
        {
            var last = i < files ? line : "";
            var sentence = $"It was cold for {i} days, they said.";
            _folder.Write(
                $"{i:00}.txt",
                $"Rain number {i} fell on the town all day long, they said.\n\n{(isLast ? sentence : last)}\n\n{(isLast ? last : sentence)}\n"
            );
        }

        var difference = CommandLine.Run(_folder.Path, "check", "--fix", "--diff", "--rule", "CL4011").Output;
        Assert.Equal(fixes, difference.Split('\n').Count(l => l == "-" + line));
    }

    [Fact]
    public void What_a_baseline_knows_is_left_as_it_is()
    {
        _folder.Write("a.txt", "Rain fell on the town.\n\n- Advertisement -\n\nIt was cold.\n");
        CommandLine.Run(_folder.Path, "baseline", "write", "-o", "known.json");
        _folder.Write(
            "a.txt",
            "Rain fell on the town.\n\n- Advertisement -\n\nIt was cold.\n\nIt was the the end of May.\n"
        );
        var result = CommandLine.Run(_folder.Path, "check", "a.txt", "--fix", "--baseline", "known.json");
        Assert.Equal(
            "Rain fell on the town.\n\n- Advertisement -\n\nIt was cold.\n\nIt was the end of May.\n",
            Read("a.txt")
        );
        Assert.Contains("a.txt: fixed CL5009", result.Error);
    }

    [Fact]
    public void One_line_a_file_tells_what_was_changed_and_what_was_left_and_why()
    {
        _folder.Write(
            "a.md",
            "# Rain\n\nRain fell on the the town, the mayor said.\n\n- Advertisement -\n\nIt was cold.\n\n## Advertisement\n\nIt snowed.\n"
        );
        var error = CommandLine.Run(_folder.Path, "check", "a.md", "--fix").Error;
        Assert.Contains("a.md: fixed CL4001, CL5009;", error);
        Assert.Contains("left CL4001", error);
        Assert.Contains("it is a heading that the file itself sets", error);
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void What_is_left_after_fixing_has_its_fingerprints()
    {
        for (var i = 0; i < 12; i++)
            _folder.Write(
                $"{i:00}.txt",
                $"Rain number {i} fell on the town all day long, they said.\n\nAire Gazette\n\nIt was cold for {i} days, they said.\n"
            );
        using var log = System.Text.Json.JsonDocument.Parse(
            CommandLine.Run(_folder.Path, "check", "--fix", "--rule", "CL4011", "--format", "sarif").Output
        );
        var results = log.RootElement.GetProperty("runs")[0].GetProperty("results");
        Assert.Equal(12, results.GetArrayLength());
        Assert.All(results.EnumerateArray(), r =>
            Assert.True(r.GetProperty("partialFingerprints").TryGetProperty("copylintSentence/v1", out _))
        );
    }

    // Articles with residue between their paragraphs, in every encoding and with both line ends.
    private static readonly Gen<string> Paragraph = OneOf(
        "The bridge over the Aire will stay shut until the end of May, the council said on Monday.",
        "Engineers found cracks in two of its piers, Jane Roe – the chief engineer – said.",
        "“Nobody was hurt,” the mayor said. “That is what counts.”",
        "Repairs will cost 400,000 pounds, 😀 and the ferry costs 2 pounds a trip.",
        "It was the second closure in a year."
    );

    private static readonly Gen<string> Residue = OneOf(
        "- Advertisement -",
        "Read Also: Ten Ways To Cook Rice (Photos)",
        "Related Articles",
        "Stay Connected",
        "Leave a Reply",
        "Image 1 of 4",
        "Story continues below advertisement"
    );

    private static readonly Gen<(string Markup, string[] Article)> Page = Gen.Select(
            Gen.Select(
                OneOf(
                    "It rained on the town all day.",
                    "Nobody was hurt, the mayor said.",
                    "A bridge was closed for a month."
                ),
                Residue,
                Gen.Int[0, 6],
                Gen.Bool
            ).Array[1, 10],
            Gen.Bool
        )
        .Select(
            (parts, lines) =>
            {
                var end = lines ? "\n" : "";
                var markup = string.Concat(
                    parts.Select(p =>
                        (p.Item4 ? $"<p>{p.Item1}</p>{end}" : "")
                        + (
                            p.Item3 switch
                            {
                                0 => $"<p>{p.Item2}</p>",
                                1 => $"<div><p><b>{p.Item2}</b></p></div>",
                                2 => $"<ul><li>{p.Item1}</li><li>{p.Item2}</li></ul>",
                                3 => $"<h3>{p.Item2}</h3>",
                                4 => $"<p>{p.Item2}<br><br>{p.Item1}</p>",
                                5 => $"<div>{p.Item1}<p>{p.Item2}</p></div>",
                                _ => $"<table><tr><td>{p.Item2}</td><td>{p.Item1}</td></tr></table>",
                            }
                        )
                        + end
                    )
                );
                return (
                    $"<html><body>{end}{markup}</body></html>",
                    parts
                        .SelectMany(p =>
                            p.Item4
                                ? p.Item3 is 2 or 4 or 5 or 6
                                    ? [p.Item1, p.Item1]
                                    : new[] { p.Item1 }
                                : p.Item3 is 2 or 4 or 5 or 6
                                    ? [p.Item1]
                                    : []
                        )
                        .ToArray()
                );
            }
        );

    [Fact]
    public void Every_paragraph_of_a_page_stays() =>
        Page.Sample(
            page =>
            {
                var once = FixApplier.Fix(
                    Linter("CL4"),
                    "a.html",
                    Encoding.UTF8.GetBytes(page.Markup),
                    includeUnsafe: false
                );
                var after = Copylint.Documents.Formats.DocumentParser.Parse(
                    "a.html",
                    Copylint.Text.SourceText.FromBytes(once.Bytes)
                );
                var left = after
                    .Blocks.Select(b => after.Text.Substring(b.Span.Start, b.Span.Length))
                    .Where(t => page.Article.Contains(t));
                return left.SequenceEqual(page.Article)
                    && FixApplier.Fix(Linter("CL4"), "a.html", once.Bytes, includeUnsafe: false).Applied == 0;
            },
            iter: 300
        );

    private static readonly Gen<(byte[] Bytes, string Text)> Document = Gen.Select(
            Gen.Select(Paragraph, Residue, Gen.Bool).Array[1, 12],
            OneOf("\n", "\r\n"),
            Gen.Int[0, 3],
            Gen.Bool
        )
        .Select(
            (parts, end, encoding, endsWithBreak) =>
            {
                var text =
                    string.Join(end + end, parts.Select(p => p.Item3 ? p.Item1 + end + end + p.Item2 : p.Item1))
                    + (endsWithBreak ? end : "");
                Encoding chosen = encoding switch
                {
                    1 => new UTF8Encoding(true),
                    2 => new UnicodeEncoding(false, true),
                    3 => new UnicodeEncoding(true, true),
                    _ => new UTF8Encoding(false),
                };
                return ((byte[])[.. chosen.GetPreamble(), .. chosen.GetBytes(text)], text);
            }
        );

    [Fact]
    public void Fixing_twice_is_fixing_once() =>
        Document.Sample(
            d =>
            {
                var once = FixApplier.Fix(Linter(), "a.txt", d.Bytes, includeUnsafe: false);
                var twice = FixApplier.Fix(Linter(), "a.txt", once.Bytes, includeUnsafe: false);
                return twice.Applied == 0 && twice.Bytes.AsSpan().SequenceEqual(once.Bytes);
            },
            iter: 300
        );

    [Fact]
    public void Every_paragraph_of_the_article_stays_byte_for_byte_and_in_order() =>
        Document.Sample(
            d =>
            {
                var result = FixApplier.Fix(Linter("CL4"), "a.txt", d.Bytes, includeUnsafe: false);
                var before = Copylint.Text.SourceText.FromBytes(d.Bytes);
                var after = Copylint.Text.SourceText.FromBytes(result.Bytes);
                string[] Article(string text) =>
                    [
                        .. text.Split('\n')
                            .Select(l => l.Trim('\r'))
                            .Where(l => l.Length > 36 && !l.StartsWith("Read Also", StringComparison.Ordinal)),
                    ];
                return before.Encoding == after.Encoding
                    && before.HasByteOrderMark == after.HasByteOrderMark
                    && Article(before.Text).SequenceEqual(Article(after.Text))
                    && before.Text.Contains("\r\n", StringComparison.Ordinal)
                        == after.Text.Contains("\r\n", StringComparison.Ordinal)
                        | !after.Text.Contains('\n')
                    && IsSubsequence(result.Bytes, d.Bytes);
            },
            iter: 300
        );

    [Fact]
    public void A_difference_turns_the_one_text_into_the_other() =>
        Gen.Select(OneOf("a\n", "bb\n", "\n", "c\n").Array[0, 30], Edits, Edits)
            .Sample(
                (lines, first, second) =>
                {
                    var before = string.Concat(lines);
                    var kept = new KeptLines(before);
                    var after = before;
                    foreach (var round in (int[][])[first, second])
                    {
                        // Pairs of a place and a length, made to follow each other; what is written instead is a line,
                        // a part of one, or nothing.
                        var edits = new List<(TextSpan Span, string NewText)>();
                        var at = 0;
                        for (var i = 0; i + 2 < round.Length && at + round[i] <= after.Length; i += 3)
                        {
                            var end = Math.Min(after.Length, at + round[i] + round[i + 1]);
                            edits.Add((TextSpan.FromBounds(at + round[i], end), Texts[round[i + 2] % Texts.Length]));
                            at = end + 1;
                        }

                        var next = new StringBuilder(after);
                        foreach (var (span, text) in edits.AsEnumerable().Reverse())
                            next.Remove(span.Start, span.Length).Insert(span.Start, text);
                        kept.Follow(after, next.ToString(), edits);
                        after = next.ToString();
                    }

                    var diff = UnifiedDiff.Of("t", before, after, kept);
                    return Patch(before, diff) == after
                        && (before != after || first.Length + second.Length > 0 || diff.Length == 0);
                },
                iter: 5000
            );

    private static readonly string[] Texts = ["", "x", "y\n", "\n"];

    private static readonly Gen<int[]> Edits = Gen.Int[0, 6].Array[0, 18];

    [Fact]
    public void A_difference_touches_no_line_that_no_fix_touches()
    {
        _folder.Write(
            "a.md",
            string.Concat(
                Enumerable
                    .Range(0, 3000)
                    .Select(i => i % 3 == 0 ? $"See [it](https://example.org/p?id={i}&utm_source=x) today.\n" : "\n")
            )
        );
        var lines = CommandLine
            .Run(_folder.Path, "check", "a.md", "--fix", "--diff")
            .Output.Split('\n')
            .Skip(2)
            .ToList();
        Assert.Equal(1000, lines.Count(l => l.StartsWith("-See", StringComparison.Ordinal)));
        Assert.Equal(1000, lines.Count(l => l.StartsWith("+See", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, l => l is "-" or "+");
    }

    // Deletions only: what is left stood in the file in this order.
    private static bool IsSubsequence(byte[] part, byte[] whole)
    {
        var at = 0;
        foreach (var b in whole)
        {
            if (at < part.Length && part[at] == b)
                at++;
        }

        return at == part.Length;
    }

    private static string Patch(string before, string diff)
    {
        var lines = Lines(before);
        var result = new StringBuilder();
        var at = 0;
        var last = ' ';
        foreach (var line in Lines(diff).Skip(2))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                var range = line.Split(' ')[1].TrimStart('-').Split(',');
                var from = int.Parse(range[0]) - (range.Length > 1 && range[1] == "0" ? 0 : 1);
                for (; at < from; at++)
                    result.Append(lines[at]);
            }
            else if (line[0] == '\\')
            {
                // What the line before says is without its line feed.
                if (last != '-')
                    result.Length--;
            }
            else if (line[0] == '+')
            {
                result.Append(line[1..]);
            }
            else
            {
                Assert.Equal(lines[at].TrimEnd('\n'), line[1..].TrimEnd('\n'));
                if (line[0] == ' ')
                    result.Append(line[1..]);
                at++;
            }

            last = line[0];
        }

        for (; at < lines.Count; at++)
            result.Append(lines[at]);
        return result.ToString();

        static List<string> Lines(string text) =>
            [
                .. text.Split('\n').SkipLast(1).Select(l => l + "\n"),
                .. text.Length == 0 || text[^1] == '\n' ? (string[])[] : [text[(text.LastIndexOf('\n') + 1)..]],
            ];
    }

    private static FileLinter Linter(string? only = null) =>
        new(
            new Linter(
                TestRules.Catalog,
                new LintSettings
                {
                    Only = only is null
                        ? null
                        : TestRules.Catalog.Select(only).Select(r => r.Descriptor.Id).ToHashSet(),
                }
            ),
            withFingerprints: false
        );

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder.Path, name));

    private string CopySample()
    {
        var path = Path.Combine(_folder.Path, "kyiv.txt");
        File.WriteAllBytes(path, File.ReadAllBytes(TestRules.TestFile("Samples/kyiv.txt")));
        return path;
    }
}
