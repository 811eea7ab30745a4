namespace Copylint.Storage;

/// <summary>Paths with every link in them followed, so that "inside" means where a file really lies.</summary>
internal static class RealPath
{
    // As many as the system itself follows before it takes them for a circle.
    private const int MaxLinks = 40;

    /// <summary>Where a path really leads. What does not exist stays as it is written.</summary>
    /// <param name="path">A full path.</param>
    /// <returns>The path without links; the path itself where links go round in circles.</returns>
    public static string Of(string path)
    {
        var links = 0;
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var left = new Stack<string>(Parts(full[real.Length..]));
        while (left.TryPop(out var name))
        {
            var next = Path.Combine(real, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks)
                return path;
            var followed = Path.GetFullPath(target, real);
            real = Path.GetPathRoot(followed)!;
            foreach (var part in Parts(followed[real.Length..]))
                left.Push(part);
        }

        return real;
    }

    /// <summary>Whether a path is a folder or lies in it, both with their links followed.</summary>
    /// <param name="folder">A full path.</param>
    /// <param name="path">A full path.</param>
    public static bool IsInside(string folder, string path) => IsWithin(Of(folder), Of(path));

    /// <summary>Whether a path is a folder or lies in it, as they are written.</summary>
    /// <param name="folder">A full path.</param>
    /// <param name="path">A full path.</param>
    public static bool IsWithin(string folder, string path)
    {
        var trimmed = Path.TrimEndingDirectorySeparator(folder);
        return path == trimmed
            || Path.EndsInDirectorySeparator(trimmed) && path.StartsWith(trimmed, StringComparison.Ordinal)
            || path.StartsWith(trimmed + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    // The last first, as a stack wants them.
    private static IEnumerable<string> Parts(string path) =>
        path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse();
}
