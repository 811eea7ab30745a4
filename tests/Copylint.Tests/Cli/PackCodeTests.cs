using System.Security.Cryptography;
using Copylint.Tests.Support;

namespace Copylint.Tests.Cli;

/// <summary>A real pack with code in the linted tree, and the real program: its code runs when the user says so, and
/// never otherwise.</summary>
public sealed class PackCodeTests : IDisposable
{
    private const string Card =
        "id: HS0003\nname: marking\nseverity: warning\nprecision: very-high\nsummary: x\nmessage: \"x\"\nwhy: x\nsource: x\nanalyzer: Marking\nexamples:\n  - good: \"The page is long.\"\n";

    private readonly TemporaryFolder _outer = new();
    private readonly string _assembly = Path.Combine(AppContext.BaseDirectory, "MarkingPack.dll");

    // A configuration below the root names the pack, and the run names neither.
    public PackCodeTests()
    {
        _outer.Write("repo/.copylint.yml", "root: true\n");
        _outer.Write("repo/content/.copylint.yml", "packs: [x]\n");
        _outer.Write("repo/content/a.md", "It was a despicable plan.\n");
        _outer.Write("repo/content/x/marking.yml", Card);
        _outer.Write("repo/content/x/MarkingPack.dll", File.ReadAllBytes(_assembly));
        Directory.CreateDirectory(Path.Combine(Tree, ".git"));
    }

    private string Tree => Path.Combine(_outer.Path, "repo");

    private string Mark => Path.Combine(_outer.Path, "mark");

    public void Dispose() => _outer.Dispose();

    [Theory]
    [InlineData("check .")]
    [InlineData("check content --shard -f sarif -o log.sarif")]
    [InlineData("inspect content/a.md")]
    [InlineData("config show content/a.md")]
    [InlineData("baseline write content")]
    [InlineData("rules --config content/.copylint.yml")]
    [InlineData("explain HS0003 --config content/.copylint.yml")]
    public void Boundary_1_code_of_a_tree_is_not_run(string arguments)
    {
        if (OperatingSystem.IsWindows())
            return;
        var run = Run($"copylint {arguments}");
        Assert.False(File.Exists(Mark), run.Error);
        Assert.True(run.Exit is 0 or 1 or 2, run.Error);
        if (run.Exit == 2 && BuiltProgram.LoadsCode)
            Assert.Contains("--allow-code", run.Error);
    }

    [Theory]
    [InlineData("check . --allow-code", true)]
    [InlineData("check . --allow-code --isolated", false)]
    public void Boundary_1_the_command_line_decides(string arguments, bool runs)
    {
        if (OperatingSystem.IsWindows() || !BuiltProgram.LoadsCode)
            return;
        var run = Run($"copylint {arguments}");
        Assert.Equal(runs, File.Exists(Mark));
        Assert.Contains("despicable", run.Output);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("", false)]
    public void Boundary_1_a_variable_decides(string value, bool runs)
    {
        if (OperatingSystem.IsWindows() || !BuiltProgram.LoadsCode)
            return;
        var run = Run("copylint check .", ("COPYLINT_ALLOW_CODE", value));
        Assert.Equal((runs, runs ? 1 : 2), (File.Exists(Mark), run.Exit));
    }

    [Theory]
    [InlineData("home", "", true)]
    [InlineData("home", "0", false)]
    [InlineData("repo/home", "", false)]
    public void Boundary_1_a_list_outside_the_tree_decides(string home, string other, bool runs)
    {
        if (OperatingSystem.IsWindows() || !BuiltProgram.LoadsCode)
            return;
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_assembly)));
        _outer.Write($"{home}/copylint/trusted-packs", $"{other}{hash} the pack of the tests\n");
        var run = Run("copylint check .", ("XDG_CONFIG_HOME", Path.Combine(_outer.Path, home)));
        Assert.Equal((runs, runs ? 1 : 2), (File.Exists(Mark), run.Exit));
    }

    // What the machine of the tests allows is left out of it.
    private BuiltProgram Run(string script, params (string Name, string Value)[] variables) =>
        BuiltProgram.Shell(
            Tree,
            script,
            [
                ("COPYLINT_MARK", Mark),
                ("COPYLINT_ALLOW_CODE", ""),
                ("XDG_CONFIG_HOME", Path.Combine(_outer.Path, "none")),
                ("XDG_CACHE_HOME", Path.Combine(_outer.Path, "cache")),
                .. variables,
            ]
        );
}
