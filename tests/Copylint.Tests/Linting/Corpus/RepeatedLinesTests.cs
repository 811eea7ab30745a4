using Copylint.Configuration;
using Copylint.Linting;
using Copylint.Linting.Corpus;
using Copylint.Tests.Support;

namespace Copylint.Tests.Linting.Corpus;

/// <summary>CL4011, which is judged over all files of a run.</summary>
public sealed class RepeatedLinesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_line_of_many_files_is_found_in_each_of_them()
    {
        Write(12, i => i < 6 ? "Brought to you by the Aire Gazette" : "");
        var found = Findings("check", "--rule", "CL4011");
        Assert.Equal(6, found.Count);
        Assert.All(found, f => Assert.Contains("'Brought to you by the Aire Gazette' stands in 6 of 12 files", f));
    }

    [Fact]
    public void A_handful_of_files_says_nothing()
    {
        Write(9, _ => "Brought to you by the Aire Gazette");
        Assert.Empty(Findings("check", "--rule", "CL4011"));
    }

    [Fact]
    public void Two_files_are_no_pattern()
    {
        Write(12, i => i < 2 ? "Brought to you by the Aire Gazette" : "");
        Assert.Empty(Findings("check", "--rule", "CL4011"));
    }

    [Fact]
    public void Another_folder_is_another_site()
    {
        for (var i = 0; i < 12; i++)
            _folder.Write(
                $"site{i}/a.txt",
                $"Rain number {i} fell on the town all day long, they said.\n\nBrought to you by the Aire Gazette\n"
            );
        Assert.Empty(Findings("check", "--rule", "CL4011"));
    }

    [Fact]
    public void A_whole_sentence_is_a_suggestion()
    {
        Write(12, _ => "It takes a majority of the council to win the vote.");
        Assert.All(Findings("check", "--rule", "CL4011"), f => Assert.Contains("suggestion", f));
        Assert.Equal(0, CommandLine.Run(_folder.Path, "check", "--rule", "CL4011").Exit);
    }

    [Fact]
    public void The_answer_is_the_same_from_the_cache_and_on_any_number_of_threads()
    {
        Write(40, i => i % 3 == 0 ? "Brought to you by the Aire Gazette" : "");
        var first = CommandLine.Run(_folder.Path, "check", "--threads", "1").Output;
        Assert.Contains("CL4011", first);
        Assert.Equal(first, CommandLine.Run(_folder.Path, "check", "--threads", "8").Output);
        Assert.Equal(first, CommandLine.Run(_folder.Path, "check", "--cache").Output);
        Assert.Equal(first, CommandLine.Run(_folder.Path, "check", "--cache").Output);
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        Write(12, i => i < 6 ? "Brought to you by the Aire Gazette" : "");
        var linter = new Linter(TestRules.Catalog, new LintSettings());
        var files = Enumerable
            .Range(0, 12)
            .Select(i => new SourceFile($"{i:00}.txt", Path.Combine(_folder.Path, $"{i:00}.txt")))
            .ToList();
        Assert.Equal(Judge(files), Judge(files.AsEnumerable().Reverse()));

        IReadOnlyList<string> Judge(IEnumerable<SourceFile> order)
        {
            var fileLinter = new FileLinter(linter, withFingerprints: true, withFacts: true);
            var repeated = new RepeatedLines(_ => fileLinter);
            foreach (var file in order)
                repeated.Add(file, fileLinter.Lint(file).Facts!);
            return
            [
                .. repeated
                    .Judge()
                    .SelectMany(r => r.Diagnostics)
                    .Select(d => $"{d.Path}{d.Range} {d.Message} {d.SentenceHash}"),
            ];
        }
    }

    private void Write(int files, Func<int, string> line)
    {
        for (var i = 0; i < files; i++)
            _folder.Write(
                $"{i:00}.txt",
                $"Rain number {i} fell on the town all day long, they said.\n\n{line(i)}\n\nThe river {i} rose by a metre in the night of the storm.\n"
            );
    }

    private List<string> Findings(params string[] args) =>
        [
            .. CommandLine
                .Run(_folder.Path, args)
                .Output.Split("\n\n")
                .SelectMany(b => b.Split('\n'))
                .Where(l => l.Contains("CL4011", StringComparison.Ordinal))
                .Zip(
                    CommandLine
                        .Run(_folder.Path, args)
                        .Output.Split('\n')
                        .Where(l => l.Contains(" stands in ", StringComparison.Ordinal)),
                    (a, b) => a + b
                ),
        ];
}
