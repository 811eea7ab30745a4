using System.Text;
using Copylint.Engine;
using Copylint.Tests.Support;
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
        Assert.Equal("It rained  and rained.\n", Read("a.txt"));
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
        byte[] bytes = [.. "Rain fell on the town for a week.\n\n- Advertisement -\n\nIt was "u8, 0xFF, .. " cold.\n"u8];
        File.WriteAllBytes(path, bytes);
        CommandLine.Run(_folder.Path, "check", "--fix", "a.txt");
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void Standard_input_is_fixed_only_as_a_difference()
    {
        Assert.Contains("add --diff", CommandLine.RunWithInput(_folder.Path, "x", "check", "-", "--fix").Error);
        var result = CommandLine.RunWithInput(_folder.Path, "Rain fell on the town.\n\n- Advertisement -\n\nIt was cold.\n", "check", "-", "--diff");
        Assert.Contains("\n-- Advertisement -\n", result.Output);
    }

    [Fact]
    public void A_link_loses_its_tracking_and_nothing_else()
    {
        _folder.Write("a.md", "See [the map](https://example.org/a?utm_source=mail&page=2&fbclid=x#top) and `?utm_source=code`.\n");
        CommandLine.Run(_folder.Path, "check", "--fix", "a.md");
        Assert.Equal("See [the map](https://example.org/a?page=2#top) and `?utm_source=code`.\n", Read("a.md"));
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    // Articles with residue between their paragraphs, in every encoding and with both line ends.
    private static readonly Gen<string> Paragraph = OneOf(
        "The bridge over the Aire will stay shut until the end of May, the council said on Monday.", "Engineers found cracks in two of its piers, Jane Roe – the chief engineer – said.", "“Nobody was hurt,” the mayor said. “That is what counts.”",
        "Repairs will cost 400,000 pounds, 😀 and the ferry costs 2 pounds a trip.", "It was the second closure in a year.");

    private static readonly Gen<string> Residue = OneOf("- Advertisement -", "Read Also: Ten Ways To Cook Rice (Photos)", "Related Articles", "Stay Connected", "Leave a Reply", "Image 1 of 4", "Story continues below advertisement");

    private static readonly Gen<(byte[] Bytes, string Text)> Document = Gen.Select(Gen.Select(Paragraph, Residue, Gen.Bool).Array[1, 12], OneOf("\n", "\r\n"), Gen.Int[0, 3], Gen.Bool).Select((parts, end, encoding, endsWithBreak) =>
    {
        var text = string.Join(end + end, parts.Select(p => p.Item3 ? p.Item1 + end + end + p.Item2 : p.Item1)) + (endsWithBreak ? end : "");
        Encoding chosen = encoding switch { 1 => new UTF8Encoding(true), 2 => new UnicodeEncoding(false, true), 3 => new UnicodeEncoding(true, true), _ => new UTF8Encoding(false) };
        return ((byte[])[.. chosen.GetPreamble(), .. chosen.GetBytes(text)], text);
    });

    [Fact]
    public void Fixing_twice_is_fixing_once() => Document.Sample(d =>
    {
        var once = FixApplier.Fix(Linter(), "a.txt", d.Bytes, includeUnsafe: false);
        var twice = FixApplier.Fix(Linter(), "a.txt", once.Bytes, includeUnsafe: false);
        return twice.Applied == 0 && twice.Bytes.AsSpan().SequenceEqual(once.Bytes);
    }, iter: 300);

    [Fact]
    public void Every_paragraph_of_the_article_stays_byte_for_byte_and_in_order() => Document.Sample(d =>
    {
        var result = FixApplier.Fix(Linter("CL4"), "a.txt", d.Bytes, includeUnsafe: false);
        var before = Copylint.Text.SourceText.FromBytes(d.Bytes);
        var after = Copylint.Text.SourceText.FromBytes(result.Bytes);
        string[] Article(string text) => [.. text.Split('\n').Select(l => l.Trim('\r')).Where(l => l.Length > 36 && !l.StartsWith("Read Also", StringComparison.Ordinal))];
        return before.Encoding == after.Encoding && before.HasByteOrderMark == after.HasByteOrderMark
            && Article(before.Text).SequenceEqual(Article(after.Text))
            && before.Text.Contains("\r\n", StringComparison.Ordinal) == after.Text.Contains("\r\n", StringComparison.Ordinal) | !after.Text.Contains('\n')
            && IsSubsequence(result.Bytes, d.Bytes);
    }, iter: 300);

    [Fact]
    public void A_difference_turns_the_one_text_into_the_other() => Gen.Select(OneOf("a\n", "b\n", "c\n", "d\n").Array[0, 14], OneOf("a\n", "b\n", "x\n").Array[0, 14]).Sample((a, b) =>
    {
        var (before, after) = (string.Concat(a), string.Concat(b));
        return Patch(before, UnifiedDiff.Of("t", before, after)) == after;
    }, iter: 2000);

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
        var lines = before.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var result = new StringBuilder();
        var at = 0;
        foreach (var line in diff.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                var range = line.Split(' ')[1].TrimStart('-').Split(',');
                var from = int.Parse(range[0]) - (range.Length > 1 && range[1] == "0" ? 0 : 1);
                for (; at < from; at++)
                    result.Append(lines[at]).Append('\n');
            }
            else if (line[0] == '+')
            {
                result.Append(line[1..]).Append('\n');
            }
            else
            {
                Assert.Equal(lines[at], line[1..]);
                if (line[0] == ' ')
                    result.Append(lines[at]).Append('\n');
                at++;
            }
        }

        for (; at < lines.Length; at++)
            result.Append(lines[at]).Append('\n');
        return result.ToString();
    }

    private static FileLinter Linter(string? only = null) => new(
        new Linter(TestRules.Catalog, new LintSettings { Only = only is null ? null : TestRules.Catalog.Select(only).Select(r => r.Descriptor.Id).ToHashSet() }), withFingerprints: false);

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder.Path, name));

    private string CopySample()
    {
        var path = Path.Combine(_folder.Path, "kyiv.txt");
        File.WriteAllBytes(path, File.ReadAllBytes(TestRules.TestFile("Samples/kyiv.txt")));
        return path;
    }
}
