using System.IO.Compression;
using System.Text.RegularExpressions;
using Copylint.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Copylint.Tests.Cli;

/// <summary>The steps of the action, as the file has them, in a checkout that belongs to somebody else.</summary>
public sealed partial class ActionTests : IDisposable
{
    private const string Settings = """
        <DotNetCliTool Version="1">
          <Commands><Command Name="copylint" EntryPoint="copylint.dll" Runner="dotnet" /></Commands>
        </DotNetCliTool>
        """;

    private static readonly YamlMappingNode Action = Read();

    private readonly TemporaryFolder _outer = new();

    public ActionTests()
    {
        foreach (var folder in (string[])["checkout", "runner", "home"])
            Directory.CreateDirectory(At(folder));
    }

    public void Dispose() => _outer.Dispose();

    [Fact]
    public void Boundary_1_what_is_installed_is_not_for_the_checkout_to_say()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var version = InputDefault("version");
        // The machine's own configuration names one feed, the checkout's another with the same and a newer version.
        Pack("ours", version, "ours");
        Pack("checkout/feed", version, "theirs");
        Pack("checkout/feed", "99.0.0", "theirs");
        _outer.Write("home/.nuget/NuGet/NuGet.Config", Feeds(At("ours")));
        _outer.Write("checkout/nuget.config", Feeds("./feed"));
        _outer.Write(
            "checkout/global.json",
            """{"sdk":{"version":"99.0.0","paths":["./sdk"],"errorMessage":"theirs"}}"""
        );
        var run = Run("Install Copylint", ("VERSION", version), ("SOURCE", ""));
        Assert.True(run.Exit == 0, run.Output + run.Error);
        var installed = Directory.GetFiles(At("runner/copylint"), "origin.txt", SearchOption.AllDirectories);
        Assert.Equal("ours", File.ReadAllText(Assert.Single(installed)));
    }

    [Fact]
    public void The_version_is_pinned_to_the_one_of_the_action_and_kept()
    {
        var version = InputDefault("version");
        Assert.Contains(
            $"<Version>{version}</Version>",
            File.ReadAllText(TestRules.TestFile("../../Directory.Build.props"))
        );
        if (OperatingSystem.IsWindows())
            return;
        var dotnet = "#!/bin/sh\necho dotnet \"$@\"\nls -A\n";
        var tool = $"#!/bin/sh\necho {version}\n";
        Program("bin/dotnet", dotnet);
        Assert.Equal(
            $"dotnet tool update Copylint --tool-path {At("runner/copylint")} --allow-downgrade --version {version}\n",
            Run("Install Copylint", ("VERSION", version), ("SOURCE", "")).Output
        );
        Program("runner/copylint/copylint", tool);
        Assert.Equal("", Run("Install Copylint", ("VERSION", version), ("SOURCE", "")).Output);
        Assert.Contains("--version 9.9.9", Run("Install Copylint", ("VERSION", "9.9.9"), ("SOURCE", "")).Output);
        Directory.CreateDirectory(At("checkout/own feed"));
        Assert.Contains(
            $"--source {At("checkout/own feed")}\n",
            Run("Install Copylint", ("VERSION", version), ("SOURCE", "own feed")).Output
        );
    }

    [Theory]
    [InlineData("content", "content")]
    [InlineData("a.md  b.md", "a.md", "b.md")]
    [InlineData("\"a b.md\" c.md", "a b.md", "c.md")]
    [InlineData("a b.md\nc.md\n", "a b.md", "c.md")]
    [InlineData("a b.md\n", "a b.md")]
    [InlineData("editor's.md", "editor's.md")]
    [InlineData("$(touch ran) `touch ran`", "$(touch", "ran)", "`touch", "ran`")]
    [InlineData("*.md", "*.md")]
    [InlineData("--fix\n-oout\n", "--fix", "-oout")]
    [InlineData("")]
    public void Paths_are_names_and_nothing_else(string paths, params string[] names)
    {
        if (OperatingSystem.IsWindows())
            return;
        _outer.Write("checkout/x.md", "");
        Assert.Equal(names, Lint(paths, "").Paths);
        Assert.Empty(Directory.GetFiles(_outer.Path, "ran", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("--rule CL3", "--rule", "CL3")]
    [InlineData("--baseline \"a b.json\"", "--baseline", "a b.json")]
    [InlineData("--baseline=\"a b.json\" --fix", "--baseline=a b.json", "--fix")]
    [InlineData("--baseline a b.json\n--rule CL3\n--fix\n", "--baseline", "a b.json", "--rule", "CL3", "--fix")]
    [InlineData("--exclude\na b\n", "--exclude", "a b")]
    public void Arguments_are_options_with_their_values(string arguments, params string[] parts)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal(parts, Lint(".", arguments).More);
    }

    [Fact]
    public void Steps_take_what_is_given_as_variables_and_never_as_script()
    {
        var steps = (YamlSequenceNode)((YamlMappingNode)Action["runs"])["steps"];
        var scripts = steps.Cast<YamlMappingNode>().Where(s => s.Children.ContainsKey("run")).ToList();
        Assert.Equal(2, scripts.Count);
        Assert.All(scripts, s => Assert.DoesNotContain("${{", ((YamlScalarNode)s["run"]).Value));
        Assert.All(scripts, s => Assert.DoesNotMatch(Evaluates(), ((YamlScalarNode)s["run"]).Value));
    }

    [GeneratedRegex(@"^\s*(eval|source|\.|bash|sh)\s", RegexOptions.Multiline)]
    private static partial Regex Evaluates();

    // What the tool is called with.
    private (string[] Paths, string[] More) Lint(string paths, string arguments)
    {
        Program("runner/copylint/copylint", "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        var run = Run(
            "Lint",
            ("PATHS", paths),
            ("ARGS", arguments),
            ("FAIL_ON", ""),
            ("ANNOTATIONS", "true"),
            ("SUMMARY", "false"),
            ("SARIF_FILE", "copylint.sarif"),
            ("CATEGORY", "copy"),
            ("GITHUB_OUTPUT", At("runner/output"))
        );
        Assert.True(run.Exit == 0, run.Error);
        var all = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var end = Array.IndexOf(all, "--");
        var first = Array.IndexOf(all, At("runner/copylint.md")) + 1;
        Assert.Equal("check", all[0]);
        return (all[(end + 1)..], all[first..end]);
    }

    private BuiltProgram Run(string step, params (string Name, string Value)[] variables)
    {
        var script = _outer.Write("step.sh", Script(step));
        return BuiltProgram.Shell(
            At("checkout"),
            $"exec bash --noprofile --norc -eo pipefail '{script}'",
            [
                ("RUNNER_TEMP", At("runner")),
                ("HOME", At("home")),
                ("DOTNET_CLI_HOME", At("home")),
                ("NUGET_PACKAGES", At("packages")),
                ("DOTNET_NOLOGO", "1"),
                ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
                ("PATH", At("bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH")),
                .. variables,
            ]
        );
    }

    private string At(string name) => Path.Combine(_outer.Path, name);

    private void Program(string name, string text)
    {
        var file = _outer.Write(name, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
    }

    // The smallest package of a tool: it need not run.
    private void Pack(string feed, string version, string origin)
    {
        Directory.CreateDirectory(At(feed));
        using var package = ZipFile.Open(At($"{feed}/Copylint.{version}.nupkg"), ZipArchiveMode.Create);
        Add(
            "Copylint.nuspec",
            $"""
            <package><metadata>
              <id>Copylint</id><version>{version}</version><authors>x</authors><description>x</description>
              <packageTypes><packageType name="DotnetTool" /></packageTypes>
            </metadata></package>
            """
        );
        Add("tools/net10.0/any/DotnetToolSettings.xml", Settings);
        Add("tools/net10.0/any/origin.txt", origin);
        package.CreateEntryFromFile(
            Path.Combine(AppContext.BaseDirectory, "MarkingPack.dll"),
            "tools/net10.0/any/copylint.dll"
        );

        void Add(string name, string text)
        {
            using var writer = new StreamWriter(package.CreateEntry(name).Open());
            writer.Write(text);
        }
    }

    private static string Feeds(string feed) =>
        $"""
            <configuration>
              <packageSources><clear /><add key="only" value="{feed}" /></packageSources>
            </configuration>
            """;

    private static string InputDefault(string name) =>
        ((YamlScalarNode)((YamlMappingNode)((YamlMappingNode)Action["inputs"])[name])["default"]).Value!;

    private static string Script(string step) =>
        ((YamlSequenceNode)((YamlMappingNode)Action["runs"])["steps"])
            .Cast<YamlMappingNode>()
            .Where(s => s.Children.TryGetValue("name", out var name) && ((YamlScalarNode)name).Value == step)
            .Select(s => ((YamlScalarNode)s["run"]).Value!)
            .Single();

    private static YamlMappingNode Read()
    {
        using var file = File.OpenText(TestRules.TestFile("../../.github/actions/copylint/action.yml"));
        var stream = new YamlStream();
        stream.Load(file);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
