using System.Reflection;

namespace Copylint.Storage;

/// <summary>The files of rows that the program is built with: words, and what is known of them.</summary>
internal static class EmbeddedRows
{
    /// <summary>The rows of a file in order, without empty lines and those that a <c>#</c> makes a comment.</summary>
    /// <param name="name">The name that the project gives the file.</param>
    /// <param name="assembly">The assembly that holds it; null for the core.</param>
    public static IEnumerable<string> Of(string name, Assembly? assembly = null)
    {
        using var stream = (assembly ?? typeof(EmbeddedRows).Assembly).GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}
