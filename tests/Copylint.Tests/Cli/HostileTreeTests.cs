using Copylint.Reports;
using Copylint.Tests.Support;

namespace Copylint.Tests.Cli;

/// <summary>Cards, word lists, patterns and names of a tree that means harm, and what the environment says of Git: each
/// is told or used, and none ends the run.</summary>
public sealed class HostileTreeTests : IDisposable
{
    private const string Copy = "It was a despicable plan.\n";
    private const string Head =
        "id: HS0001\nname: house\nseverity: warning\nprecision: very-high\nsummary: x\nwhy: x\nsource: x\n";

    private readonly TemporaryFolder _outer = new();

    public HostileTreeTests()
    {
        _outer.Write("repo/a.md", Copy);
        _outer.Write("repo/.copylint.yml", "packs: [house]\n");
    }

    public static TheoryData<string, string> Cards { get; } =
        new()
        {
            { "a pattern that never ends", "message: x\nmatch:\n  pattern: '\\bdespicable (\\w+\\s?)+!'\n" },
            { "a pattern that cannot be read", "message: x\nmatch:\n  pattern: '\\bdespicable ((((('\n" },
            {
                "a pattern with all letters",
                $"message: x\nmatch:\n  pattern: '\\bdespicable {Many("(a|b)?", 20_000)}'\n"
            },
            {
                "a pattern in itself",
                $"message: x\nmatch:\n  pattern: '\\bdespicable {Many("(", 5000)}a{Many(")*", 5000)}'\n"
            },
            { "a pattern that counts far", "message: x\nmatch:\n  pattern: '\\bdespicable (a{1000}){1000}'\n" },
            { "a pattern that looks back", "message: x\nmatch:\n  pattern: '(?<=(\\w+ )+)despicable'\n" },
            { "a message without words", "message: '{0} {99} {x} {{'\nmatch:\n  pattern: '\\bdespicable\\b'\n" },
            { "a message without end", $"message: '{Many("x", 500_000)}'\nmatch:\n  pattern: '\\bdespicable\\b'\n" },
            { "no message", "match:\n  pattern: '\\bdespicable\\b'\n" },
            { "no match", "message: x\n" },
            { "a match of nothing", "message: x\nmatch:\n  words: []\n" },
            { "an analyzer of ours", "message: x\nanalyzer: ImpossibleDate\n" },
            { "an analyzer of the runtime", "message: x\nanalyzer: System.Diagnostics.Process\n" },
            { "a lexicon that is missing", "message: x\nmatch:\n  lexicon: '../../../../etc/passwd'\n" },
            {
                "words by the thousand",
                $"message: x\nmatch:\n  words: [{string.Join(", ", Enumerable.Range(0, 50_000).Select(i => $"w{i}x"))}]\n"
            },
            { "a word without end", $"message: x\nmatch:\n  words: [{Many("despicable ", 20_000)}]\n" },
            {
                "an option of the wrong kind",
                "message: x\noptions: {a: [1, {b: c}]}\nmatch:\n  pattern: '\\bdespicable\\b'\n"
            },
            { "a key that holds itself", "message: x\n? &a [ *a ]\n: x\n" },
            { "a zero byte", "message: \"x\\0y\"\nmatch:\n  pattern: '\\bdespicable\\b'\n" },
            { "a fix that deletes all", "message: x\nfix: { safe: delete-block }\nmatch:\n  block: '.*'\n" },
        };

    private string Tree => Path.Combine(_outer.Path, "repo");

    public void Dispose() => _outer.Dispose();

    [Theory]
    [MemberData(nameof(Cards))]
    public void Boundary_3_a_card_is_used_or_told(string name, string card)
    {
        _outer.Write("repo/house/a.yml", Head + card + "examples:\n  - good: \"The page is long.\"\n");
        var run = CommandLine.Run(Tree, "check", "a.md", "--fail-on", "never");
        Assert.True(run.Exit is 0 or 2, $"{name}: {run.Error}");
        Assert.DoesNotContain("internal error", run.Error);
        if (run.Exit == 2)
            Assert.StartsWith("house/a.yml:", run.Error);
        else
            Assert.Contains("CL3001", run.Output);
    }

    [Theory]
    [InlineData("id: CL3001\nname: loaded-adjective\n")]
    [InlineData("id: CL0001\nname: unreadable-file\n")]
    [InlineData("id: '../../x'\nname: x\n")]
    [InlineData("id: HS0001\nname: '../../x'\n")]
    [InlineData("id: HS0001\nname: \"x\\n::error::y\"\n")]
    public void Boundary_4_a_card_takes_no_name_of_another(string names)
    {
        _outer.Write(
            "repo/house/a.yml",
            names
                + "severity: off\nprecision: low\nsummary: x\nwhy: x\nsource: x\nmessage: x\nmatch:\n  pattern: '\\bnever\\b'\nexamples:\n  - good: \"The page is long.\"\n"
        );
        var run = CommandLine.Run(Tree, "check", "a.md");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("house/a.yml:", run.Error);
        Assert.DoesNotContain("\n::error::", run.Error);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("junit")]
    [InlineData("checkstyle")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("gitlab")]
    [InlineData("rdjson")]
    [InlineData("github")]
    public void Boundary_2_no_word_of_the_tree_is_a_command_of_the_build_server(string format)
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.Contains(format, ReportFormat.All.Select(f => f.Name));
        const string Command = "::error::despicable ##[error]despicable";
        _outer.Write("repo/::error::x ##[error].md", $"{Command}\n\n  {Command}\n");
        _outer.Write(
            "repo/house/a.yml",
            Head.Replace(": x\n", $": \"{Command}\"\n")
                + $"message: \"{Command}\\n{Command}\"\nmatch:\n  pattern: '\\bdespicable\\b'\nexamples:\n  - bad: \"A ⟦despicable⟧ plan.\"\n"
        );
        string[][] commands =
        [
            ["check", "-f", format],
            ["inspect", "./::error::x ##[error].md"],
            ["explain", "HS0001"],
            ["rules"],
            ["config", "show", "a.md"],
            ["check", "--fix"],
        ];
        foreach (var arguments in commands)
        {
            var run = CommandLine.Run(Tree, arguments);
            Assert.True(run.Exit is 0 or 1, run.Error);
            foreach (var line in (run.Output + run.Error).Split('\n'))
            {
                var isOwn =
                    format == "github" && line.StartsWith("::", StringComparison.Ordinal) && line.Contains(" file=");
                Assert.True(isOwn || !line.TrimStart().StartsWith("::error", StringComparison.Ordinal), line);
                // What machines read keeps the copy as it is.
                if (!isOwn && format is "text" or "markdown" or "html")
                    Assert.DoesNotContain("##[error]", line);
            }
        }
    }

    [Theory]
    [InlineData("init", ".copylint.yml")]
    [InlineData("init --force", ".copylint.yml")]
    [InlineData("baseline write", ".copylint-baseline.json")]
    [InlineData("check -f sarif -o copylint.sarif", "copylint.sarif")]
    [InlineData("check -f sarif -o out/copylint.sarif", "out")]
    [InlineData("merge log.sarif -o all.sarif", "all.sarif")]
    public void Boundary_2_nothing_is_written_through_a_link_of_the_tree(string command, string link)
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(Path.Combine(Tree, ".git"));
        File.Delete(Path.Combine(Tree, ".copylint.yml"));
        CommandLine.Run(Tree, "check", "--shard", "-f", "sarif", "-o", "log.sarif");
        Directory.CreateDirectory(Path.Combine(_outer.Path, "home"));
        foreach (var target in (string[])["../home", "../home/new", "../home/old"])
        {
            _outer.Write("home/old", "precious");
            var place = Path.Combine(Tree, link);
            File.CreateSymbolicLink(place, target);
            var run = CommandLine.Run(Tree, command.Split(' '));
            Assert.Equal(2, run.Exit);
            Assert.Equal("precious", File.ReadAllText(Path.Combine(_outer.Path, "home", "old")));
            Assert.Single(Directory.GetFileSystemEntries(Path.Combine(_outer.Path, "home")));
            File.Delete(place);
        }
    }

    [Theory]
    [InlineData(
        "GIT_EXTERNAL_DIFF='touch ran' GIT_PAGER='touch ran' GIT_DIFF_OPTS='-u0 --color' GIT_TRACE=1 GIT_TRACE2_EVENT=1"
    )]
    [InlineData("GIT_LITERAL_PATHSPECS=1 GIT_PREFIX=sub/ GIT_CEILING_DIRECTORIES=/ GIT_OPTIONAL_LOCKS=1 LC_ALL=de_DE")]
    [InlineData("GIT_DIR=.git GIT_INDEX_FILE=.git/index GIT_ICASE_PATHSPECS=1")]
    [InlineData("GIT_DIR=/nowhere")]
    public void Boundary_5_what_the_environment_says_of_git_hides_no_changed_line(string variables)
    {
        if (!OperatingSystem.IsLinux())
            return;
        File.Delete(Path.Combine(Tree, ".copylint.yml"));
        _outer.Write("repo/.gitignore", "ignored\n");
        _outer.Write("repo/ignored/b.md", Copy);
        _outer.Write("repo/sub/c.md", "One.\n");
        Git("init", "-q");
        Git("add", ".");
        Git("-c", "user.email=a@example.org", "-c", "user.name=a", "commit", "-qm", "one");
        _outer.Write("repo/sub/c.md", "One.\n\nIt was a vile plan.\n");
        var run = BuiltProgram.Shell(Tree, $"export {variables}; copylint check --since HEAD --rule CL3");
        Assert.Equal("", run.Error);
        Assert.Contains("vile", run.Output);
        Assert.DoesNotContain("despicable", run.Output);
        Assert.Empty(Directory.GetFiles(_outer.Path, "ran", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(".git")]
    [InlineData(".git/HEAD")]
    [InlineData(".git/index")]
    [InlineData(".git/config")]
    [InlineData(".git/packed-refs")]
    [InlineData(".git/info/exclude")]
    [InlineData(".git/info/attributes")]
    [InlineData("house/x.dll")]
    public void Boundary_3_a_pipe_that_git_or_the_runtime_would_open_is_told(string pipe)
    {
        if (OperatingSystem.IsWindows())
            return;
        if (pipe != ".git")
            Git("init", "-q");
        _outer.Write(
            "repo/house/a.yml",
            Head + "message: x\nmatch:\n  pattern: '\\bdespicable\\b'\nexamples:\n  - good: \"x.\"\n"
        );
        File.Delete(Path.Combine(Tree, pipe));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Tree, pipe))!);
        OtherProgram.Run(Tree, "mkfifo", pipe);
        var run = CommandLine.Run(Tree, "check", ".", "--cache", "--allow-code");
        Assert.Contains("a named pipe", run.Error);
        if (pipe == "house/x.dll")
            Assert.Equal(2, run.Exit);
        else
            Assert.Contains("despicable", run.Output);
    }

    [Fact]
    public void Boundary_1_a_bare_repository_is_linted_and_not_asked()
    {
        if (OperatingSystem.IsWindows())
            return;
        Git("init", "-q", "--bare", "../bare");
        _outer.Write("bare/a.md", Copy);
        File.AppendAllText(Path.Combine(_outer.Path, "bare", "config"), "\tfsmonitor = \"touch ran; false\"\n");
        var bare = Path.Combine(_outer.Path, "bare");
        Assert.Contains("despicable", CommandLine.Run(bare, "check", ".").Output);
        var since = CommandLine.Run(bare, "check", ".", "--since", "HEAD");
        Assert.Equal((2, 2), (since.Exit, since.Error.Split('\n').Length));
        Assert.Empty(Directory.GetFiles(_outer.Path, "ran", SearchOption.AllDirectories));
    }

    private static string Many(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private void Git(params string[] arguments) => OtherProgram.Run(Tree, "git", arguments);
}
