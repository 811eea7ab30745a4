using Copylint.Storage;
using Copylint.Tests.Support;

namespace Copylint.Tests.Storage;

/// <summary>Every step in which a report, a baseline, a merged log, a configuration or a cache is written fails once,
/// and is once the last before the program is killed: what stood there is whole, or the new one is.</summary>
public sealed class OutputFaultTests : IDisposable
{
    private const string Copy = "It was a despicable plan.\n\nIt was the the end of a vile story.\n";
    private const string Old = "what stood there\n";

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _snapshots = new();

    public OutputFaultTests()
    {
        _folder.Write("a.md", Copy);
        _folder.Write("b.md", Copy);
        Run("check --shard -f sarif -o 1.log");
        Run("baseline write -o known.json");
    }

    public static TheoryData<string, string> Outputs { get; } =
        new()
        {
            { "check -f sarif -o new.out", "new.out" },
            { "check -f text -o new.out", "new.out" },
            { "check -f html -o new.out", "new.out" },
            { "check -f junit -f json -o new.out", "new.out" },
            { "check -f sarif -f markdown -o other.out -o new.out", "new.out" },
            { "check --rule CL9999 -f sarif -o new.out", "new.out" },
            { "baseline write -o new.out", "new.out" },
            { "baseline prune known.json", "known.json" },
            { "merge 1.log -o new.out", "new.out" },
            { "init --force", ".copylint.yml" },
        };

    public void Dispose()
    {
        _folder.Dispose();
        _snapshots.Dispose();
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Each_step_that_fails_is_told_and_leaves_what_stood_there(string command, string output)
    {
        var before = Prepare(output);
        var entries = Names(_folder.Path);
        var steps = 0;
        CommandLine run;
        using (Observe((_, _) => steps++))
            run = Run(command);
        var after = Read(_folder.Path, output);
        Assert.True(steps >= 5, $"{steps} steps: {run.Error}");
        for (var failing = 0; failing < steps; failing++)
        {
            _folder.Write(output, before);
            Delete("other.out");
            var at = 0;
            using (Observe((_, _) => _ = at++ == failing ? throw new IOException("the disk is gone") : 0))
                run = Run(command);
            var left = Read(_folder.Path, output);
            Assert.True(left == before || left == after, left);
            Assert.Equal(entries, Names(_folder.Path).Except(["other.out"]));
            Assert.Equal((2, 1), (run.Exit, run.Error.Split("the disk is gone").Length - 1));
            Assert.True(run.Error.Split('\n').Length <= (command.Contains("CL9999") ? 3 : 2), run.Error);
            Assert.DoesNotContain("   at ", run.Error);
        }
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void A_kill_at_each_step_leaves_a_whole_file_and_the_next_run_cleans_up(string command, string output)
    {
        if (OperatingSystem.IsWindows())
            return;
        var before = Prepare(output);
        var number = 0;
        using (Observe((_, _) => Snapshot(number++)))
            Run(command);
        var after = Read(_folder.Path, output);
        var left = 0;
        for (var i = 0; i < number; i++)
        {
            var folder = Path.Combine(_snapshots.Path, $"{i}");
            left += Temporary(folder).Length;
            var whole = Read(folder, output);
            Assert.True(whole == before || whole == after, whole);
            CommandLine.Run(folder, command.Split(' '));
            Assert.Empty(Temporary(folder));
            Assert.Equal(after, Read(folder, output));
        }

        Assert.True(left > 0);
    }

    [Fact]
    public void A_cache_that_cannot_be_written_costs_nothing_but_time()
    {
        var expected = Run("check --no-cache");
        var steps = 0;
        using (Observe((_, _) => steps++))
            Run("check --cache --threads 1");
        Assert.True(steps >= 20, $"{steps}");
        for (var failing = 0; failing < steps; failing++)
        {
            Directory.Delete(Path.Combine(_folder.Path, ".copylint"), recursive: true);
            var at = 0;
            using (Observe((_, _) => _ = at++ == failing ? throw new IOException("the disk is gone") : 0))
                Assert.Equal(expected, Run("check --cache --threads 1"));
            Assert.Empty(Temporary(_folder.Path));
            // What was stored is right.
            Assert.Equal(expected, Run("check --cache"));
        }
    }

    [Fact]
    public void A_cache_of_a_killed_run_is_whole_and_the_next_day_cleans_up()
    {
        if (OperatingSystem.IsWindows())
            return;
        var expected = Run("check --no-cache");
        var number = 0;
        using (Observe((_, _) => Snapshot(number++)))
            Run("check --cache --threads 1");
        var left = 0;
        for (var i = 0; i < number; i++)
        {
            var folder = Path.Combine(_snapshots.Path, $"{i}");
            left += Temporary(folder).Length;
            var mark = Path.Combine(folder, ".copylint", "cache", "trimmed");
            if (File.Exists(mark))
                File.SetLastWriteTimeUtc(mark, DateTime.UtcNow.AddDays(-2));
            Assert.Equal(expected, CommandLine.Run(folder, "check", "--cache"));
            Assert.Empty(Temporary(folder));
        }

        Assert.True(left > 0);
    }

    private string Prepare(string output)
    {
        var before = output == "known.json" ? Read(_folder.Path, output) : Old;
        // What is pruned knows a finding that is gone.
        _folder.Write("b.md", "It was an end.\n");
        _folder.Write(output, before);
        return before;
    }

    private CommandLine Run(string command) => CommandLine.Run(_folder.Path, command.Split(' '));

    private StepObserver Observe(Action<FileStep, string> reached) => new(_folder.Path, reached);

    private void Delete(string name) => File.Delete(Path.Combine(_folder.Path, name));

    private static string Read(string folder, string name) => File.ReadAllText(Path.Combine(folder, name));

    private static string[] Names(string folder) =>
        [.. Directory.GetFileSystemEntries(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static string[] Temporary(string folder) =>
        Directory.GetFiles(
            folder,
            "*.tmp",
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }
        );

    private void Snapshot(int number) => _folder.CopyTo(Path.Combine(_snapshots.Path, $"{number}"));
}
