using Copylint.Catalog;
using Copylint.RuleCompiler;
using Copylint.Yaml;

if (args is ["parts-of-speech", var lexicon, var list])
{
    PartsOfSpeech.Convert(lexicon, list);
    return 0;
}

// Runs in the build: makes one file of all cards, word lists and events of a folder. A mistake is printed in the form
// that builds and editors read.
if (args is not [var folder, var output, var patterns])
{
    Console.Error.WriteLine(
        "usage: Copylint.RuleCompiler RULES-FOLDER OUTPUT PATTERNS | parts-of-speech FOLDER-OF-BRILL OUTPUT"
    );
    return 2;
}

try
{
    var root = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))!;
    var files = Directory
        .EnumerateFiles(folder, "*.yml", SearchOption.AllDirectories)
        .Select(f =>
            (Path: Path.GetRelativePath(root, f).Replace(Path.DirectorySeparatorChar, '/'), Text: File.ReadAllText(f))
        )
        .OrderBy(f => f.Path, StringComparer.Ordinal);
    var compiled = RuleCatalogBuilder.Compile(files);
    File.WriteAllText(patterns, PatternSource.Of(RuleCatalogBuilder.PatternsOf(compiled)));
    File.WriteAllBytes(output, compiled);
    return 0;
}
catch (ConfigurationException exception)
{
    foreach (var mistake in exception.Mistakes)
        Console.Error.WriteLine($"{mistake.Path}({mistake.Line},{mistake.Column}): error : {mistake.Message}");
    return 1;
}
