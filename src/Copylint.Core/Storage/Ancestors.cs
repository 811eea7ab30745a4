namespace Copylint.Storage;

/// <summary>The way up from a folder.</summary>
internal static class Ancestors
{
    /// <summary>The folder, the one that holds it, and so on to the top, as full paths.</summary>
    /// <param name="folder">The folder, as a full path.</param>
    public static IEnumerable<string> Of(string folder)
    {
        string? current = Path.TrimEndingDirectorySeparator(folder);
        for (; current is not null; current = Path.GetDirectoryName(current))
            yield return current;
    }
}
