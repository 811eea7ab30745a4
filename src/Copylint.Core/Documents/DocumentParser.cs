using Copylint.Text;

namespace Copylint.Documents;

/// <summary>Chooses the parser for a file.</summary>
public static class DocumentParser
{
    /// <summary>The file endings that are linted when a folder is named, with their dots.</summary>
    public static IReadOnlyList<string> FileEndings { get; } = [".txt", ".text"];

    /// <summary>Parses one file by its ending.</summary>
    public static Document Parse(string path, SourceText source) => PlainTextParser.Parse(path, source);
}
