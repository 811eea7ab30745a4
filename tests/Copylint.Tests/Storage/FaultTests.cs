using Copylint.Storage;
using Copylint.Tests.Support;

namespace Copylint.Tests.Storage;

/// <summary>Every step in which a file is fixed fails once, and is once the last before the program is
/// killed.</summary>
public sealed class FaultTests : IDisposable
{
    private const string Before = "The  council met.\n\n- Advertisement -\n\nIt was the the end of the story.\n";

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _snapshots = new();
    private readonly string _after;

    public FaultTests()
    {
        _folder.Write("a.txt", Before);
        CommandLine.Run(_folder.Path, "check", "--fix");
        _after = File.ReadAllText(Path.Combine(_folder.Path, "a.txt"));
        Assert.NotEqual(Before, _after);
        WriteAll();
    }

    public void Dispose()
    {
        _folder.Dispose();
        _snapshots.Dispose();
    }

    [Fact]
    public void Each_step_that_fails_leaves_whole_files_and_nothing_else()
    {
        var steps = CountSteps();
        Assert.True(steps >= 15);
        for (var failing = 0; failing < steps; failing++)
        {
            WriteAll();
            var at = 0;
            using (
                Observe(
                    (_, _) =>
                    {
                        if (at++ == failing)
                            throw new IOException("the disk is gone");
                    }
                )
            )
                CommandLine.Run(_folder.Path, "check", "--fix", "--threads", "1");
            AssertWhole(_folder.Path);
            Assert.Equal(3, Directory.GetFileSystemEntries(_folder.Path).Length);
        }
    }

    [Fact]
    public void A_kill_at_each_step_leaves_whole_files_and_the_next_run_cleans_up()
    {
        if (OperatingSystem.IsWindows())
            return;
        var number = 0;
        using (Observe((_, _) => Snapshot(number++)))
            CommandLine.Run(_folder.Path, "check", "--fix", "--threads", "1");
        Assert.True(number >= 15);
        var left = 0;
        for (var i = 0; i < number; i++)
        {
            var folder = Path.Combine(_snapshots.Path, $"{i}");
            AssertWhole(folder);
            left += Directory.GetFiles(folder).Length - 3;
            CommandLine.Run(folder, "check", "--fix");
            Assert.Equal(3, Directory.GetFileSystemEntries(folder).Length);
            Assert.All(Directory.GetFiles(folder), f => Assert.Equal(_after, File.ReadAllText(f)));
        }

        Assert.True(left > 0);
    }

    [Fact]
    public void What_an_editor_saves_before_the_last_look_is_kept()
    {
        using (
            Observe(
                (step, path) =>
                {
                    if (step == FileStep.Compare)
                        File.AppendAllText(path, "Saved.\n");
                }
            )
        )
            Assert.Contains("was changed meanwhile", CommandLine.Run(_folder.Path, "check", "--fix").Error);
        Assert.All(Directory.GetFiles(_folder.Path), f => Assert.Equal(Before + "Saved.\n", File.ReadAllText(f)));
        Assert.Equal(3, Directory.GetFileSystemEntries(_folder.Path).Length);
    }

    [Fact]
    public void Only_names_of_our_own_form_that_nobody_has_open_are_swept()
    {
        string[] kept = [".a.txt.tmp", ".a.txt.0123456789abcdef.tmp", "a.0123456789abcdef.copylint.tmp"];
        foreach (var name in kept)
            _folder.Write(name, "x");
        _folder.Write(".a.txt.0123456789abcdef.copylint.tmp", "x");
        var open = _folder.Write(".b.txt.0123456789abcdef.copylint.tmp", "x");
        using (new FileStream(open, FileMode.Open, FileAccess.Write, FileShare.None))
            TemporaryFiles.Sweep(_folder.Path);
        Assert.All(kept, n => Assert.True(File.Exists(Path.Combine(_folder.Path, n))));
        Assert.True(File.Exists(open));
        Assert.False(File.Exists(Path.Combine(_folder.Path, ".a.txt.0123456789abcdef.copylint.tmp")));
    }

    private void WriteAll()
    {
        foreach (var name in (string[])["a.txt", "b.txt", "c.txt"])
            _folder.Write(name, Before);
    }

    private int CountSteps()
    {
        var steps = 0;
        using (Observe((_, _) => steps++))
            CommandLine.Run(_folder.Path, "check", "--fix", "--threads", "1");
        return steps;
    }

    private void AssertWhole(string folder)
    {
        foreach (var name in (string[])["a.txt", "b.txt", "c.txt"])
        {
            var text = File.ReadAllText(Path.Combine(folder, name));
            Assert.True(text == Before || text == _after, text);
        }
    }

    private void Snapshot(int number) => _folder.CopyTo(Path.Combine(_snapshots.Path, $"{number}"));

    private StepObserver Observe(Action<FileStep, string> reached) => new(_folder.Path, reached);
}
