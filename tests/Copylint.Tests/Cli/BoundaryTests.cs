using System.Text;
using Copylint.Catalog;
using Copylint.Git;
using Copylint.Storage;
using Copylint.Tests.Support;
using Copylint.Yaml;

namespace Copylint.Tests.Cli;

/// <summary>
/// The boundary that SECURITY.md draws, by its numbers: 1 nothing of the linted tree is run, 2 nothing outside it is
/// read or written, 3 no run hangs, 4 no finding of
/// other files is lost, 5 what was not linted is told.
/// </summary>
public sealed class BoundaryTests : IDisposable
{
    private const string Copy = "It was a despicable plan.\n";
    private const string Residue =
        "The body of the article stands here and is long enough.\n\n- Advertisement -\n\nThe second paragraph stands here.\n";

    private readonly TemporaryFolder _outer = new();

    public BoundaryTests() => _outer.Write("repo/a.md", Copy);

    private string Tree => Path.Combine(_outer.Path, "repo");

    public void Dispose() => _outer.Dispose();

    [Fact]
    public void Boundary_1_a_program_of_the_tree_is_no_git()
    {
        if (OperatingSystem.IsWindows())
            return;
        Git("init", "-q");
        var program = _outer.Write("repo/tools/git", "#!/bin/sh\ntouch ran\n");
        File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        var tools = Path.GetDirectoryName(program)!;
        Directory.CreateSymbolicLink(Path.Combine(_outer.Path, "linked"), tools);
        Assert.Null(GitProcess.Find(tools, Tree));
        Assert.Null(GitProcess.Find(Path.Combine(_outer.Path, "linked"), Tree));
        Assert.Null(GitProcess.Find("tools", Tree));
        Assert.Null(GitProcess.Find(".", Tree));
        Assert.NotNull(GitProcess.Find(Path.Combine(_outer.Path, "linked"), _outer.Path + "-elsewhere"));
        Assert.NotNull(GitProcess.Find(tools + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"), Tree));
    }

    [Theory]
    [InlineData("core.fsmonitor", "touch ran; false")]
    [InlineData("diff.external", "touch ran")]
    [InlineData("core.pager", "touch ran")]
    [InlineData("filter.x.clean", "touch ran; cat")]
    [InlineData("filter.x.process", "touch ran")]
    [InlineData("diff.x.textconv", "touch ran; cat")]
    [InlineData("diff.x.command", "touch ran")]
    public void Boundary_1_what_a_repository_would_start_is_shut(string key, string command)
    {
        if (OperatingSystem.IsWindows())
            return;
        Commit();
        _outer.Write("repo/.gitattributes", "*.md filter=x diff=x\n");
        Git("config", key, command);
        _outer.Write("repo/a.md", "It was a vile plan.\n");
        var result = Run("check", "--since", "HEAD", "--rule", "CL3");
        Assert.Contains("vile", result.Output);
        Assert.Empty(Directory.GetFiles(_outer.Path, "ran", SearchOption.AllDirectories));
    }

    [Fact]
    public void Boundary_1_a_file_named_git_and_an_embedded_bare_repository_run_nothing()
    {
        if (OperatingSystem.IsWindows())
            return;
        const string Config =
            "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tfsmonitor = \"touch ran; false\"\n";
        _outer.Write("repo/evil/config", Config);
        _outer.Write("repo/evil/HEAD", "ref: refs/heads/main\n");
        Directory.CreateDirectory(Path.Combine(Tree, "evil", "objects"));
        Directory.CreateDirectory(Path.Combine(Tree, "evil", "refs"));
        _outer.Write("repo/.git", "gitdir: evil\n");
        Assert.Contains("despicable", Run("check", ".").Output);
        var bare = CommandLine.Run(Path.Combine(Tree, "evil"), "check", "..");
        Assert.Contains("despicable", bare.Output);
        Assert.Empty(Directory.GetFiles(_outer.Path, "ran", SearchOption.AllDirectories));
    }

    [Fact]
    public void Boundary_1_code_of_a_pack_needs_the_users_word()
    {
        _outer.Write("pack/x.dll", "no assembly at all");
        var pack = Path.Combine(_outer.Path, "pack");
        var refused = Assert.Throws<ConfigurationException>(() => PackAssembly.Load(pack, "pack", PackTrust.None));
        Assert.Contains("--allow-code", refused.Message);
        Assert.Contains("COPYLINT_ALLOW_CODE", refused.Message);
        Assert.Contains("cannot be loaded", Refused(PackTrust.All));
        var hash = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(pack, "x.dll")))
        );
        var list = _outer.Write("trusted", $"# mine\n{hash} the pack of the house\n");
        Assert.Contains("cannot be loaded", Refused(new PackTrust(false, list)));
        // What is loaded along with it needs trust as well.
        _outer.Write("pack/Copylint.Other.dll", "more");
        Assert.Contains("Copylint.Other.dll", Refused(new PackTrust(false, list)));

        string Refused(PackTrust trust) =>
            Assert.Throws<ConfigurationException>(() => PackAssembly.Load(pack, "pack", trust)).Message;
    }

    [Fact]
    public void Boundary_1_isolated_runs_use_no_configuration_of_the_tree()
    {
        _outer.Write("repo/.copylint.yml", "rules: {CL3001: off}\n");
        Assert.DoesNotContain("CL3001", Run("check").Output);
        Assert.Contains("CL3001", Run("check", "--isolated").Output);
        Assert.Contains("CL3001", Run("check", "--isolated", "--allow-code").Output);
        _outer.Write("own.yml", "rules: {CL3001: error}\n");
        Assert.Contains("error", Run("check", "--isolated", "--config", "../own.yml").Output);
    }

    [Theory]
    [InlineData("../private.txt")]
    [InlineData("../other/../private.txt")]
    [InlineData("inner/../../private.txt")]
    [InlineData(".git/config.txt")]
    [InlineData("hop.txt")]
    public void Boundary_2_a_link_out_of_the_tree_is_neither_read_nor_fixed(string target)
    {
        if (OperatingSystem.IsWindows())
            return;
        Git("init", "-q");
        Directory.CreateDirectory(Path.Combine(Tree, "inner"));
        Directory.CreateDirectory(Path.Combine(_outer.Path, "other"));
        var secret = _outer.Write(
            target.StartsWith(".git", StringComparison.Ordinal) ? "repo/.git/config.txt" : "private.txt",
            Residue
        );
        if (target == "hop.txt")
            File.CreateSymbolicLink(Path.Combine(Tree, "hop.txt"), "../private.txt");
        File.CreateSymbolicLink(Path.Combine(Tree, "x.txt"), target);
        var result = Run("check", ".", "--fix");
        Assert.Equal(Residue, File.ReadAllText(secret));
        Assert.DoesNotContain("Advertisement", result.Output);
        Assert.Contains("it is a link", result.Output);
        // Who names it means it.
        Assert.Contains("Advertisement", Run("check", "x.txt").Output);
    }

    [Fact]
    public void Boundary_2_packs_bases_and_configurations_pass_no_link_out_of_the_repository()
    {
        if (OperatingSystem.IsWindows())
            return;
        Git("init", "-q");
        _outer.Write("secret/base.yml", "rules: {CL3001: off}\n");
        Directory.CreateSymbolicLink(Path.Combine(Tree, "way"), "../secret");
        foreach (var text in (string[])["extends: way/base.yml\n", "packs: [way]\n"])
        {
            _outer.Write("repo/.copylint.yml", text);
            var refused = Run("check");
            Assert.Equal(2, refused.Exit);
            Assert.Contains("leads out of", refused.Error);
        }

        _outer.Write("repo/.copylint.yml", "packs: [pack]\n");
        Directory.CreateDirectory(Path.Combine(Tree, "pack"));
        File.CreateSymbolicLink(Path.Combine(Tree, "pack", "a.yml"), "../../secret/base.yml");
        Assert.Contains("the link leads out of the repository", Run("check").Error);
        File.Delete(Path.Combine(Tree, ".copylint.yml"));
        File.CreateSymbolicLink(Path.Combine(Tree, ".copylint.yml"), "../secret/base.yml");
        Assert.Contains("the link leads out of the repository", Run("check").Error);
        Assert.Equal(2, Run("check").Exit);
        Assert.DoesNotContain("CL3001", Run("check", "--config", ".copylint.yml").Output);
    }

    [Theory]
    [InlineData(".copylint/cache", "../../home")]
    [InlineData(".copylint", "../home")]
    [InlineData(".copylint/cache/zz", "../../../home")]
    [InlineData(".copylint/cache/ab", "../../../home")]
    [InlineData(".copylint/cache/trimmed", "../../../home/thesis.txt")]
    public void Boundary_2_a_cache_behind_a_link_writes_and_deletes_nothing(string link, string target)
    {
        if (OperatingSystem.IsWindows())
            return;
        Git("init", "-q");
        string[] precious = [_outer.Write("home/thesis.txt", "precious"), _outer.Write("home/cache/old.tmp", "old")];
        foreach (var file in precious)
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-60));
        var place = Path.Combine(Tree, link);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.CreateSymbolicLink(place, target);
        for (var i = 0; i < 40; i++)
            _outer.Write($"repo/{i}.md", $"It was a vile plan {i}.\n");
        Assert.Equal(1, Run("check", "--cache", "--fail-on", "suggestion").Exit);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_outer.Path, "home"), "*", SearchOption.AllDirectories).Length);
        Assert.Equal("precious", File.ReadAllText(precious[0]));
    }

    [Fact]
    public void Boundary_4_a_committed_cache_is_not_believed()
    {
        Git("init", "-q");
        Run("check", "--cache");
        Assert.True(Directory.Exists(Path.Combine(Tree, ".copylint", "cache")));
        Assert.DoesNotContain("is not used", Run("check", "--cache").Error);
        Git("add", "-f", ".copylint");
        Assert.Contains("is not used: it is committed", Run("check", "--cache").Error);
    }

    [Theory]
    [InlineData("/dev/zero", "a device")]
    [InlineData("/dev/stdin", "not a regular file")]
    [InlineData("pipe", "a named pipe")]
    public void Boundary_3_what_is_no_regular_file_is_told_at_once(string target, string reason)
    {
        if (!OperatingSystem.IsLinux() || (target == "/dev/stdin" && !Console.IsInputRedirected))
            return;
        if (target == "pipe")
            Start("mkfifo", Path.Combine(Tree, "pipe"));
        if (target == "/dev/stdin" && FileKinds.Of("/dev/stdin") == FileKind.Regular)
            return;
        File.CreateSymbolicLink(Path.Combine(Tree, "x.md"), target);
        Assert.Contains(reason, Run("check", "x.md").Output);
        Assert.Contains("despicable", Run("check").Output);
        Assert.Equal(2, Run("check", "--config", "x.md").Exit);
        Assert.Equal(2, Run("check", "--baseline", "x.md").Exit);
        Assert.Equal(2, Run("merge", "x.md").Exit);
        Assert.Equal(2, Run("inspect", "x.md").Exit);
        File.CreateSymbolicLink(Path.Combine(Tree, ".copylint.yml"), target);
        Assert.Equal(2, Run("check").Exit);
    }

    [Fact]
    public void Boundary_5_attributes_and_words_of_the_copy_hide_no_changed_line()
    {
        _outer.Write("repo/b.md", "One.\n\nTwo.\n\nThree.\n");
        Commit();
        _outer.Write("repo/.gitattributes", "*.md -diff\n");
        // The first added line reads like the head of another file in a difference.
        _outer.Write("repo/b.md", "++ b/a.md\n\nOne.\n\nTwo.\n\nIt was a vile plan.\n");
        Assert.Contains("vile", Run("check", "--since", "HEAD", "--rule", "CL3").Output);
        _outer.Write("repo/b.md", "One.\r\rTwo.\r\rIt was a vile plan.\r");
        Assert.Contains("vile", Run("check", "--since", "HEAD", "--rule", "CL3").Output);
    }

    [Fact]
    public void Boundary_5_since_compares_with_where_the_branch_began_and_sees_beside_the_folder()
    {
        Commit();
        Git("branch", "-M", "main");
        Git("checkout", "-qb", "branch");
        Git("checkout", "-q", "main");
        _outer.Write("repo/a.md", "Main has another line now.\n\n" + Copy);
        Commit();
        Git("checkout", "-q", "branch");
        _outer.Write("repo/beside/b.md", "It was a vile plan.\n");
        Commit();
        Directory.CreateDirectory(Path.Combine(Tree, "sub"));
        var result = CommandLine.Run(Path.Combine(Tree, "sub"), "check", "--since", "main", "..");
        Assert.Contains("vile", result.Output);
        Assert.DoesNotContain("despicable", result.Output);
        Assert.Contains(
            "1 changed file lies outside the working folder",
            CommandLine.Run(Path.Combine(Tree, "sub"), "check", "--since", "main").Error
        );
        Assert.Contains("not a range", Run("check", "--since", "main..branch").Error);
        Start(
            "git",
            "clone",
            "-q",
            "--depth",
            "1",
            "--no-single-branch",
            "file://" + Tree,
            Path.Combine(_outer.Path, "shallow")
        );
        var shallow = CommandLine.Run(Path.Combine(_outer.Path, "shallow"), "check", "--since", "origin/main");
        Assert.Equal(2, shallow.Exit);
        Assert.Contains("fetch-depth: 0", shallow.Error);
    }

    [Fact]
    public void Boundary_5_nothing_linted_is_told_unless_it_is_meant()
    {
        Directory.CreateDirectory(Path.Combine(Tree, "empty"));
        var nothing = Run("check", "empty");
        Assert.Equal(1, nothing.Exit);
        Assert.Contains("nothing was linted", nothing.Error);
        Assert.Equal(0, Run("check", "empty", "--fail-on", "error").Exit);
        var meant = Run("check", "empty", "--allow-empty");
        Assert.Equal((0, ""), (meant.Exit, meant.Error));
    }

    [Fact]
    public void Boundary_5_globs_see_what_folders_see()
    {
        if (OperatingSystem.IsWindows())
            return;
        Git("init", "-q");
        _outer.Write("repo/.gitignore", "ignored\n");
        foreach (var folder in (string[])["ignored", "node_modules", ".hidden"])
            _outer.Write($"repo/{folder}/b.md", "It was a vile plan.\n");
        Directory.CreateSymbolicLink(Path.Combine(Tree, "loop"), Tree);
        foreach (var path in (string[])["**/*.md", ".", "{a,b}.md", "[ab].md", "?.md"])
        {
            var result = Run("check", path, "--fail-on", "never");
            Assert.Contains("in 1 of 1 file.", result.Output);
            Assert.Contains("despicable", result.Output);
        }
    }

    [Theory]
    [InlineData("!a.md")]
    [InlineData("/a.md")]
    [InlineData("C:/a.md")]
    [InlineData("sub\\\\a.md")]
    [InlineData("../a.md")]
    [InlineData("[a.md")]
    [InlineData("{a,b.md")]
    public void Boundary_5_a_glob_that_can_never_match_is_refused_with_its_place(string glob)
    {
        _outer.Write("repo/.copylint.yml", $"overrides:\n  - files: [\"{glob}\"]\n    rules: {{CL3001: off}}\n");
        var result = Run("check");
        Assert.Equal(2, result.Exit);
        Assert.StartsWith(".copylint.yml:2:13: ", result.Error);
        Assert.Equal(2, Run("check", "--isolated", "--exclude", glob.Replace("\\\\", "\\")).Exit);
    }

    [Fact]
    public void Boundary_5_names_and_slips_are_told()
    {
        _outer.Write("repo/.copylint.yaml", "rules: {CL3001: off}\n");
        Assert.DoesNotContain("CL3001", Run("check").Output);
        _outer.Write("repo/.copylint.yml", "# all of it\n# is commented out\n");
        Assert.Contains("'.copylint.yaml' lies beside it", Run("check").Error);
        File.Delete(Path.Combine(Tree, ".copylint.yaml"));
        Assert.Contains("CL3001", Run("check").Output);
        _outer.Write("repo/copylint.yml", "rules: {}\n");
        Assert.Contains("'copylint.yml' is not read", Run("check").Error);
        _outer.Write("repo/a.md", "<!-- stet-fil: slip -->\n\n" + Copy);
        var slip = Run("check").Output;
        Assert.Contains("did you mean 'stet-file'?", slip);
        Assert.Contains("CL3001", slip);
        _outer.Write("repo/-story.md", Copy);
        Assert.Contains("-story.md", Run("check", "--", "-story.md").Output);
        Assert.Contains(
            "The file has 2.9 KB and the limit is 2 KB",
            Run("check", "--max-file-size", "2 KB", Big()).Output
        );

        string Big()
        {
            _outer.Write("repo/big.md", new string('x', 3000));
            return "big.md";
        }
    }

    [Fact]
    public void Boundary_5_a_report_of_this_run_is_not_linted()
    {
        Assert.Equal(1, Run("check", "-f", "markdown", "-o", "report.md", "--fail-on", "suggestion").Exit);
        var again = Run("check", "-f", "json", "-f", "markdown", "-o", "report.md");
        Assert.DoesNotContain("report.md", again.Output);
    }

    [Fact]
    public void Boundary_5_control_characters_in_names_begin_no_line()
    {
        if (OperatingSystem.IsWindows())
            return;
        _outer.Write("repo/x\n::error::y.txt", Residue);
        var difference = Run("check", "--fix", "--diff");
        Assert.Contains("--- \"a/x\\n::error::y.txt\"", difference.Output);
        _outer.Write("repo/.copylint.yml", "rules: {\"x\\n::error::y\\e[31m\": off}\n");
        var mistake = Run("check").Error;
        Assert.DoesNotContain("\n::error::", "\n" + mistake);
        Assert.DoesNotContain('\u001b', mistake);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"runs\":[]}")]
    [InlineData("{\"runs\":{}}")]
    [InlineData("{\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Copylint\"}}}]}")]
    [InlineData("{\"runs\":[{\"tool\":{\"driver\":{\"name\":\"\\ud800\"}}}]}")]
    [InlineData("\ud800")]
    public void Boundary_4_a_log_that_is_none_is_told(string text)
    {
        _outer.Write("repo/log.sarif", text);
        var result = Run("merge", "log.sarif");
        Assert.Equal(2, result.Exit);
        Assert.Contains("log.sarif", result.Error);
        Assert.True(Run("check", "--baseline", "log.sarif").Exit is 1 or 2 or 0);
    }

    [Fact]
    public void Boundary_4_every_part_that_a_log_can_lose_is_told()
    {
        Run("check", "--shard", "-f", "sarif", "-o", "log.sarif");
        var log = File.ReadAllText(Path.Combine(Tree, "log.sarif"));
        var tried = 0;
        foreach (var change in LogChanges.Of(log))
        {
            _outer.Write("repo/changed.sarif", change);
            Assert.True(Run("merge", "changed.sarif", "-o", "all.sarif").Exit is 0 or 1 or 2, change);
            Assert.True(Run("check", "a.md", "--baseline", "changed.sarif").Exit is 0 or 1 or 2, change);
            tried++;
        }

        Assert.True(tried > 30);
    }

    [Fact]
    public void Boundary_4_a_log_merged_with_itself_is_one_log()
    {
        Run("check", "--shard", "-f", "sarif", "-o", "log.sarif");
        Run("merge", "log.sarif", "-o", "once.sarif");
        Run("merge", "log.sarif", "log.sarif", "-o", "twice.sarif");
        Assert.Contains("\"CL3001\"", File.ReadAllText(Path.Combine(Tree, "once.sarif")));
        Assert.Equal(
            File.ReadAllText(Path.Combine(Tree, "once.sarif")),
            File.ReadAllText(Path.Combine(Tree, "twice.sarif"))
        );
    }

    private void Commit()
    {
        Git("init", "-q");
        Git("add", ".");
        Git("-c", "user.email=a@example.org", "-c", "user.name=a", "commit", "-qm", "one");
    }

    private CommandLine Run(params string[] arguments) => CommandLine.Run(Tree, arguments);

    private void Git(params string[] arguments) => Start("git", arguments);

    private void Start(string program, params string[] arguments) => OtherProgram.Run(Tree, program, arguments);
}

/// <summary>A log with one part changed, for every part once: taken away, or made something else.</summary>
internal static class LogChanges
{
    public static IEnumerable<string> Of(string log)
    {
        var lines = log.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var colon = lines[i].IndexOf("\": ", StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var isOpen = lines[i].TrimEnd().EndsWith('{') || lines[i].TrimEnd().EndsWith('[');
            if (isOpen)
                continue;
            var comma = lines[i].TrimEnd().EndsWith(',') ? "," : "";
            foreach (var value in (string[])["null", "-1", "\"\\ud800\"", "[]"])
            {
                var changed = new StringBuilder();
                for (var k = 0; k < lines.Length; k++)
                    changed.Append(k == i ? lines[i][..(colon + 3)] + value + comma : lines[k]).Append('\n');
                yield return changed.ToString();
            }
        }
    }
}
