using System.Text.Json;
using Copylint.Cli;
using Copylint.Cli.Commands;
using Copylint.Reports;
using Copylint.Tests.Support;

namespace Copylint.Tests.Cli;

/// <summary>Options that other tests do not use, and that every option and format has a test.</summary>
public sealed class OptionTests : IDisposable
{
    private const string Copy = "It was a despicable plan of the tyrant Putin.\n";

    private readonly TemporaryFolder _folder = new();

    public OptionTests() => _folder.Write("a.md", Copy);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Globs_of_the_command_line_start_from_the_working_folder()
    {
        _folder.Write("sub/a.copy", Copy);
        _folder.Write("sub/b.md", Copy);
        Assert.Contains("in 3 of 3 files", Run("check", "--include", "sub/*.copy").Output);
        Assert.Contains("in 1 of 1 file", Run("check", "--exclude", "sub").Output);
        Assert.Contains("in 2 of 2 files", Run("check", "--include", "*.copy", "--exclude", "sub/*.md").Output);
    }

    [Fact]
    public void A_run_without_progress_is_the_same()
    {
        var plain = Run("check");
        var quiet = Run("check", "--no-progress");
        Assert.Equal(plain.Output, quiet.Output);
        Assert.Equal("", quiet.Error);
    }

    [Fact]
    public void The_named_configuration_counts_for_each_command()
    {
        _folder.Write(
            "house/see/see-page.yml",
            "id: HS0001\nname: see-page\nseverity: warning\nsummary: A page.\nmessage: \"'{0}' is a page.\"\nwhy: Because.\nsource: us\nmatch:\n  pattern: '\\bsee page \\d+\\b'\nexamples:\n  - bad: \"It is close (⟦see page 12⟧).\"\n"
        );
        _folder.Write(
            "other.yml",
            "packs: [house]\nrules: {language: off, CL2: off}\nevents:\n  - {id: flood, name: the flood of the Aire, start: 2019-11-07, names: [Aire flood], source: House archive}\n"
        );
        _folder.Write("b.md", "On the 12th day of the Aire flood, roads were closed (see page 3).\n");
        Assert.Contains("see-page", Run("explain", "HS0001", "--config", "other.yml").Output);
        Assert.Equal(2, Run("explain", "HS0001").Exit);
        Assert.Contains("HS0001", Run("rules", "--config", "other.yml").Output);
        Assert.DoesNotContain("HS0001", Run("rules").Output);
        Assert.Contains("18 November 2019", Run("inspect", "b.md", "--config", "other.yml").Output);
        Assert.DoesNotContain("18 November 2019", Run("inspect", "b.md").Output);
        Assert.StartsWith("1 finding in", Run("baseline", "write", "--config", "other.yml").Error);
        _folder.Write(
            "none.yml",
            "rules: {CL1: off, CL2: off, CL3: off, CL4: off, CL5: off, CL8: off, CL9: off, engine: off}\n"
        );
        Assert.StartsWith(
            "1 gone, 0 left",
            Run("baseline", "prune", Copylint.Linting.Suppressions.Baseline.FileName, "--config", "none.yml").Error
        );
    }

    [Fact]
    public void Merge_judges_by_the_named_configuration()
    {
        for (var i = 0; i < 12; i++)
            _folder.Write(
                $"{i:00}.txt",
                $"Rain number {i} fell on the town all day long, they said.\n\nBrought to you by the Aire Gazette\n"
            );
        _folder.Write("off.yml", "rules: {CL4011: off}\n");
        Run("check", "--shard", "-f", "sarif", "-o", "1.sarif");
        Assert.Contains("\"ruleId\": \"CL4011\"", Run("merge", "1.sarif").Output);
        Assert.DoesNotContain("\"ruleId\": \"CL4011\"", Run("merge", "1.sarif", "--config", "off.yml").Output);
    }

    [Fact]
    public void Inspect_shows_what_is_understood()
    {
        _folder.Write("b.copy", "<p>“It rained,” said Mary Smith, the mayor, on 3 May 2021.</p><script>x()</script>\n");
        var text = Run("inspect", "b.copy", "--language", "html").Output;
        Assert.Contains("“It rained,”", text);
        Assert.Contains("Mary Smith", text);
        Assert.Contains("date: 3 May 2021", text);
        Assert.DoesNotContain("x()", text);
        Assert.Contains("x()", Run("inspect", "b.copy").Output);
        Assert.Contains("Mary Smith", Run("inspect", "b.copy", "--language", "html", "--sources").Output);
        Assert.DoesNotContain("date: 3 May 2021", Run("inspect", "b.copy", "--language", "html", "--sources").Output);
        using var plain = JsonDocument.Parse(Run("inspect", "b.copy", "--language", "html", "--format", "json").Output);
        using var tokens = JsonDocument.Parse(
            Run("inspect", "b.copy", "--language", "html", "--format", "json", "--tokens").Output
        );
        Assert.DoesNotContain("\"tokens\"", plain.RootElement.GetRawText());
        Assert.Contains("\"tokens\"", tokens.RootElement.GetRawText());
    }

    [Fact]
    public void The_table_of_rules_is_markdown()
    {
        var lines = Run("rules", "--format", "markdown").Output.TrimEnd('\n').Split('\n');
        Assert.Equal(TestRules.Catalog.Rules.Count + 2, lines.Length);
        Assert.All(lines, l => Assert.StartsWith("|", l));
        Assert.Contains(lines, l =>
            l.StartsWith("| CL1001 | date-header-mismatch | error |", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_option_has_a_test()
    {
        var lines = Directory
            .EnumerateFiles(TestRules.TestFile("."), "*.cs", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .ToList();
        var root = RootCommandFactory.Create(
            new Terminal(() => Stream.Null, TextWriter.Null, TextWriter.Null, _folder.Path)
        );
        var untested = new List<string>();
        foreach (var command in root.Subcommands.SelectMany(c => c.Subcommands.Count == 0 ? [c] : c.Subcommands))
        {
            foreach (var option in command.Options)
            {
                var names = option.Aliases.Append(option.Name).Select(n => $"\"{n}\"").ToList();
                // The tests of 'check' often leave the name of the command to a helper.
                if (
                    !lines.Exists(l =>
                        (command.Name == "check" || l.Contains($"\"{command.Name}\"", StringComparison.Ordinal))
                        && names.Exists(n => l.Contains(n, StringComparison.Ordinal))
                    )
                )
                    untested.Add($"{command.Name} {option.Name}");
            }
        }

        Assert.Empty(untested);
    }

    [Fact]
    public void Every_format_has_a_snapshot()
    {
        var snapshots = Directory
            .EnumerateFiles(TestRules.TestFile("Cli"), "*.verified.txt")
            .Select(Path.GetFileName)
            .ToList();
        Assert.All(ReportFormat.All.Select(f => f.Name), f =>
            Assert.Contains(snapshots, s =>
                s!.EndsWith($".The_{f}_report_is_as_verified.verified.txt", StringComparison.Ordinal)
            )
        );
    }

    private CommandLine Run(params string[] arguments) => CommandLine.Run(_folder.Path, arguments);
}
