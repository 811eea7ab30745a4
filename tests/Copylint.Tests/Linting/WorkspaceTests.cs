using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Linting;
using Copylint.Rules;
using Copylint.Tests.Support;
using Copylint.Yaml;

namespace Copylint.Tests.Linting;

/// <summary>A workspace whose configuration and documents are in memory: nothing of it is on the disk.</summary>
public sealed class WorkspaceTests : IDisposable
{
    private const string Copy = "It was a despicable plan.\n";
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "copylint-" + Guid.NewGuid().ToString("N"));

    private readonly TemporaryFolder _cache = new();

    public void Dispose() => _cache.Dispose();

    [Fact]
    public void A_document_from_memory_is_linted_by_the_nearest_configuration_and_its_overrides()
    {
        Assert.False(Directory.Exists(Root));
        var workspace = Open(
            (
                ".copylint.yml",
                """
                root: true
                rules: {loaded-adjective: error}
                overrides:
                  - files: [opinion/**]
                    rules: {loaded-adjective: off}
                """
            ),
            ("desk/.copylint.yml", "rules: {loaded-adjective: off}\n"),
            (
                "desk/words/.copylint.yml",
                """
                rules: {loaded-adjective: error}
                lexicons:
                  loaded-adjectives: {add: [blue]}
                """
            )
        );
        var found = Assert.Single(workspace.Lint("a.md", Copy).Diagnostics);
        Assert.Equal(("CL3001", Severity.Error, "despicable"), (found.Rule.Id, found.Severity, found.Snippet));
        Assert.Equal((1, 10), (found.Range.Start.Line, found.Range.Start.Column));
        Assert.Empty(workspace.Lint("opinion/a.md", Copy).Diagnostics);
        Assert.Empty(workspace.Lint("desk/a.md", Copy).Diagnostics);
        // The nested file adds a word, and stands over the one above it.
        Assert.Equal(
            [("blue", Severity.Error), ("despicable", Severity.Error)],
            workspace
                .Lint("desk/words/a.md", "It was a blue and despicable plan.\n")
                .Diagnostics.Select(d => (d.Snippet, d.Severity))
        );
        Assert.Empty(workspace.Lint("b.md", "It was a blue plan.\n").Diagnostics);
        Assert.False(Directory.Exists(Root));
    }

    [Fact]
    public void Files_with_the_same_settings_share_a_linter()
    {
        var workspace = Open(("desk/.copylint.yml", "rules: {CL3001: off}\n"));
        Assert.Same(workspace.LinterOf("a.md"), workspace.LinterOf("sub/b.md"));
        Assert.Same(workspace.LinterOf("desk/a.md"), workspace.LinterOf("desk/sub/b.md"));
        Assert.NotSame(workspace.LinterOf("a.md"), workspace.LinterOf("desk/a.md"));
    }

    [Fact]
    public void Places_count_in_the_text_as_it_was_given()
    {
        var found = Assert.Single(Open().Lint("a.md", "\uFEFFIt was a despicable plan.\n").Diagnostics);
        Assert.Equal(11, found.Range.Start.Column);
    }

    [Fact]
    public void A_buffer_stands_over_the_file_beneath_it()
    {
        var files = new MemoryFiles(
            new Dictionary<string, string> { [Path.Combine(Root, ".copylint.yml")] = "rules: {CL3001: off}\n" },
            DiskFiles.Instance
        );
        var options = new WorkspaceOptions { Files = files };
        Assert.DoesNotContain(new Workspace(Root, Load, options).Lint("a.md", Copy).Diagnostics, d =>
            d.Rule.Id == "CL3001"
        );
    }

    [Fact]
    public void A_mistake_in_a_configuration_from_memory_has_its_place()
    {
        var exception = Assert.Throws<ConfigurationException>(() => Open((".copylint.yml", "fail-on: sometimes\n")));
        Assert.StartsWith(".copylint.yml:1:10: ", Assert.Single(exception.Mistakes).ToString());
    }

    [Fact]
    public void A_selector_that_means_no_rule_is_told() =>
        Assert.Contains(
            "'CL77'",
            Assert
                .Throws<UsageException>(() =>
                    new Workspace(Root, Load, new WorkspaceOptions { Files = Files(), Only = ["CL77"] })
                )
                .Message
        );

    private static MemoryFiles Files(params (string Path, string Text)[] files) =>
        new(files.ToDictionary(f => Path.GetFullPath(f.Path, Root), f => f.Text));

    private Workspace Open(params (string Path, string Text)[] files) =>
        new(Root, Load, new WorkspaceOptions { Files = Files(files), Only = ["loaded-adjective"] });

    private RuleCatalog Load(CopylintConfiguration configuration) =>
        BuiltInRules.Load(
            configuration.Packs,
            configuration.Events,
            configuration.Lexicons,
            _cache.Path,
            Copylint.Catalog.PackTrust.None,
            Root
        );
}
