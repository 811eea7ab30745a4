using System.Text;
using Copylint.Tests.Support;
using Copylint.Yaml;

namespace Copylint.Tests.Yaml;

/// <summary>YAML of strangers: each limit from both sides, and what would take a parser or its readers for
/// ever.</summary>
public sealed class BoundedYamlTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BoundedYamlTests() => _folder.Write("a.md", "It was a despicable plan.\n");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Depth_is_limited(int lists, bool isRead) =>
        Assert.Equal(isRead, Parses($"a: {new string('[', lists)}x{new string(']', lists)}"));

    [Theory]
    [InlineData(YamlMap.MaxLength - 4, true)]
    [InlineData(YamlMap.MaxLength - 3, false)]
    public void Length_is_limited(int length, bool isRead) =>
        Assert.Equal(isRead, Parses("a: " + new string('x', length) + "\n"));

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void What_aliases_stand_for_is_limited(int uses, bool isRead)
    {
        var words = string.Join(", ", Enumerable.Repeat("x", 9_999));
        var uses10000 = string.Join(", ", Enumerable.Repeat("*a", uses));
        Assert.Equal(isRead, Parses($"a: &a [{words}]\nb: [{uses10000}, *a]\n"));
    }

    [Theory]
    [InlineData("lexicons: {loaded-adjectives: {add: [grim], allow: }}", "")]
    [InlineData("lexicons: {loaded-adjectives: {add: [grim], allow: ' '}}", "an item of 'allow' is empty")]
    [InlineData("lexicons: {loaded-adjectives: {add: [' ']}}", "an entry")]
    [InlineData("lexicons: {loaded-adjectives: {add: [{swaps: {' ': a}}]}}", "a phrase of 'swaps' is empty")]
    [InlineData("packs:", "")]
    [InlineData("rules: {CL3: off}\nfiles: {: >\n x\n\ny: 1}", "")]
    public void Words_that_are_empty_are_told_with_their_place(string configuration, string problem)
    {
        _folder.Write(".copylint.yml", configuration);
        var run = CommandLine.Run(_folder.Path, "check", "a.md");
        Assert.NotEqual(3, run.Exit);
        Assert.Contains(problem, run.Error);
        if (problem.Length > 0)
            Assert.Contains(".copylint.yml:1:", run.Error);
    }

    [Theory]
    [InlineData("? &a [ *a ]\n: x\n", "a key must be a single word")]
    [InlineData("b: &a [ x ]\n? *a\n: x\n", "a key must be a single word")]
    [InlineData("{ {x: y}: x }\n", "a key must be a single word")]
    [InlineData("b: &a [ *a ]\n", "'*a' holds itself")]
    [InlineData("b: &a { c: [ x, { d: *a } ] }\n", "'*a' holds itself")]
    [InlineData("b: [ x, y\n", "not YAML")]
    [InlineData("b: !!]timestamp x\n", "not YAML")]
    [InlineData("b: *nobody\n", "not YAML")]
    public void What_is_refused_has_a_place(string text, string problem)
    {
        var mistakes = new List<ConfigurationError>();
        Assert.Null(YamlMap.Parse("a.yml", text, mistakes));
        Assert.Contains(problem, Assert.Single(mistakes).Message);
        Assert.InRange(mistakes[0].Line, 1, 3);
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(101, 101)]
    [InlineData(5000, 101)]
    public void The_hundred_and_first_mistake_counts_the_rest(int rules, int told)
    {
        var text = new StringBuilder("rules:\n");
        for (var i = 0; i < rules; i++)
            text.Append($"  none{i}: off\n");
        _folder.Write(".copylint.yml", text.ToString());
        var result = CommandLine.Run(_folder.Path, "check");
        Assert.Equal(2, result.Exit);
        Assert.Equal(told, result.Error.Split('\n').Count(l => l.Contains(".copylint.yml:")));
        Assert.Equal(rules > 100, result.Error.Contains($"{rules - 100} more mistakes"));
    }

    [Fact]
    public void What_two_files_extend_counts_once()
    {
        for (var i = 0; i < 40; i++)
            _folder.Write($"e{i}.yml", $"extends: [e{i + 1}.yml, e{i + 1}.yml]\n");
        _folder.Write("e40.yml", "rules: {CL3: off}\n");
        _folder.Write(".copylint.yml", "extends: e0.yml\n");
        Assert.Equal(0, CommandLine.Run(_folder.Path, "check").Exit);
    }

    [Theory]
    [InlineData(64, 0)]
    [InlineData(65, 2)]
    public void A_chain_of_files_ends(int files, int exit)
    {
        for (var i = 1; i < files; i++)
            _folder.Write($"e{i}.yml", $"extends: e{i + 1}.yml\n");
        _folder.Write($"e{files}.yml", "rules: {CL3: off}\n");
        _folder.Write(".copylint.yml", "extends: e1.yml\n");
        Assert.Equal(exit, CommandLine.Run(_folder.Path, "check").Exit);
    }

    private static bool Parses(string text) => YamlMap.Parse("a.yml", text, []) is not null;
}
