using System.Text.Json.Nodes;
using Copylint.Cli.Commands;
using Copylint.Tests.Support;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Copylint.Tests.Cli;

/// <summary>The schema of <c>.copylint.yml</c> says of a file what the reader says of it.</summary>
public sealed class ConfigurationSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(
        File.ReadAllText(TestRules.TestFile("../../schema/copylint.schema.json"))
    );

    [Theory]
    [InlineData("fail-on: never", true)]
    [InlineData("cache: off", true)]
    [InlineData("max-file-size: 2 MB", true)]
    [InlineData("max-file-size: 2000000", true)]
    [InlineData(
        "rules: {CL1001: error, sensational-noun: {severity: off, mild: error}, language: {mild: off}, quotations: suggestion, CL5: off}",
        true
    )]
    [InlineData("overrides: [{files: opinion, rules: {language: off}}, {files: [a, b], language: html}]", true)]
    [InlineData("lexicons: {loaded-adjectives: {add: [x, {nouns: [y], strength: mild}], allow: z}}", true)]
    [InlineData("events: [{id: e, name: n, start: 2019-11-07, names: [m], source: s}]", true)]
    [InlineData("events: [{id: e, name: n, dates: [2019-11-07, 2020-11-07], names: m, source: s}]", true)]
    [InlineData("files: {exclude: drafts, gitignore: false}", true)]
    [InlineData("rulez: {}", false)]
    [InlineData("fail-on: loud", false)]
    [InlineData("root: maybe", false)]
    [InlineData("rules: {epithet: loud}", false)]
    [InlineData("rules: {epithet: {severity: loud}}", false)]
    [InlineData("rules: {epithet: {mild: off}}", false)]
    [InlineData("rules: {sensational-noun: {mild: loud}}", false)]
    [InlineData("rules: {language: {mld: off}}", false)]
    [InlineData("overrides: [{rules: {language: off}}]", false)]
    [InlineData("overrides: [{files: a, rulez: {}}]", false)]
    [InlineData("overrides: [{files: a}]", false)]
    [InlineData("lexicons: {loaded-adjectives: {addd: [x]}}", false)]
    [InlineData("lexicons: {loaded-adjectives: {}}", false)]
    [InlineData("events: [{id: e, name: n, start: tomorrow, names: [m], source: s}]", false)]
    [InlineData("events: [{id: e, name: n, start: 2019-11-07, names: [m]}]", false)]
    [InlineData("events: [{id: e, name: n, names: [m], source: s}]", false)]
    [InlineData("files: {exclud: drafts}", false)]
    [InlineData("files: drafts", false)]
    public void It_accepts_what_is_read_and_refuses_the_rest(string text, bool isRight)
    {
        using var folder = new TemporaryFolder();
        folder.Write(".copylint.yml", text);
        folder.Write("a.txt", "The town was calm.\n");
        Assert.Equal(isRight ? 0 : 2, CommandLine.Run(folder.Path, "check").Exit);
        Assert.Equal(isRight, Schema.Evaluate(ToJson(text)).IsValid);
    }

    [Fact]
    public void It_accepts_the_start_that_init_writes_and_the_example_of_the_readme()
    {
        Assert.True(Schema.Evaluate(ToJson(InitCommand.Start)).IsValid);
        var readme = File.ReadAllText(TestRules.TestFile("../../README.md"));
        var section = readme[readme.IndexOf("## Configuration", StringComparison.Ordinal)..];
        var start = section.IndexOf("```yaml\n", StringComparison.Ordinal) + 8;
        var example = section[start..section.IndexOf("```", start, StringComparison.Ordinal)];
        Assert.Contains("lexicons:", example);
        Assert.True(Schema.Evaluate(ToJson(example)).IsValid);
        using var folder = new TemporaryFolder();
        folder.Write("shared/base.yml", "rules: {}\n");
        Directory.CreateDirectory(Path.Combine(folder.Path, "house"));
        folder.Write(".copylint.yml", example);
        folder.Write("a.txt", "The town was calm.\n");
        Assert.Equal("", CommandLine.Run(folder.Path, "check").Error);
    }

    private static System.Text.Json.JsonElement ToJson(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return System.Text.Json.JsonSerializer.SerializeToElement(ToJson(stream.Documents[0].RootNode));
    }

    private static JsonNode? ToJson(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(
                map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, ToJson(c.Value)))
            ),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" } => true,
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "false" } => false,
            YamlScalarNode { Style: ScalarStyle.Plain, Value: var value } when long.TryParse(value, out var number) =>
                number,
            _ => ((YamlScalarNode)node).Value,
        };
}
