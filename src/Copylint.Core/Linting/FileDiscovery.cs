using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Text;

namespace Copylint.Linting;

/// <summary>Thrown for a path that names nothing.</summary>
/// <param name="message">What is wrong, with the nearest known name.</param>
public sealed class PathNotFoundException(string message) : UsageException(message);

/// <summary>Finds the files that paths, folders and globs mean.</summary>
public static class FileDiscovery
{
    /// <summary>The files, each once, ordered by path.</summary>
    /// <param name="baseFolder">The folder that relative paths start from.</param>
    /// <param name="paths">Files, folders, or globs such as <c>articles/**/*.md</c>. A file that is named is linted
    /// whatever its ending.</param>
    /// <param name="isIncluded">Whether a folder yields a file though its ending is not known, by its full
    /// path.</param>
    /// <param name="isExcluded">Whether a file is left out of folders and globs, by its full path.</param>
    /// <param name="forceExclude">Whether files that are named are left out too where they are excluded, as for hooks
    /// that name all files.</param>
    /// <param name="isIgnored">Whether a file found in a folder, or a folder with a slash at its end, is left out for
    /// another reason, by its full path.</param>
    /// <exception cref="PathNotFoundException">A path does not exist, or a glob matches nothing.</exception>
    public static IReadOnlyList<SourceFile> Find(
        string baseFolder,
        IReadOnlyList<string> paths,
        Func<string, bool> isIncluded,
        Func<string, bool> isExcluded,
        bool forceExclude = false,
        Func<string, bool>? isIgnored = null
    )
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(isIncluded);
        ArgumentNullException.ThrowIfNull(isExcluded);
        var found = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path, baseFolder);
            if (File.Exists(full))
            {
                if (!forceExclude || !isExcluded(full))
                    Add(new SourceFile(path, full));
            }
            else if (Directory.Exists(full))
            {
                foreach (var file in new TreeWalk(full, baseFolder, isIgnored).Files())
                {
                    if (
                        (
                            file.IsFolder
                            || DocumentParser.FormatOf(file.FullPath) is not null
                            || isIncluded(file.FullPath)
                        ) && !isExcluded(file.FullPath)
                    )
                        Add(file);
                }
            }
            else if (path.AsSpan().ContainsAny("*?[{"))
            {
                foreach (var file in Matches(baseFolder, path, isIgnored))
                {
                    if (!isExcluded(file.FullPath))
                        Add(file);
                }
            }
            else
            {
                throw new PathNotFoundException($"no such file or folder: '{path}'{HintFor(full, path)}");
            }
        }

        var displays = found.Keys.ToArray();
        Array.Sort(displays, StringComparer.Ordinal);
        return Array.ConvertAll(displays, d => found[d]);

        void Add(SourceFile file)
        {
            var display = Display(baseFolder, file.FullPath);
            // A link that is named is followed, though a folder that is named too would not follow it.
            if (file.Problem is null || !found.ContainsKey(display))
                found[display] = file with { Path = display };
        }
    }

    // A glob sees what its folder sees.
    private static List<SourceFile> Matches(string baseFolder, string glob, Func<string, bool>? isIgnored)
    {
        var isRooted = Path.IsPathRooted(glob);
        var start = Path.GetFullPath(
            Glob.FolderOf(glob) is { Length: > 0 } folder ? folder
                : isRooted ? "/"
                : ".",
            baseFolder
        );
        var rest = glob[Glob.FolderOf(glob).Length..].TrimStart('/');
        if (Glob.ProblemOf(rest) is { } problem)
            throw new PathNotFoundException(problem);
        var pattern = Glob.Parse(rest);
        var files = Directory.Exists(start)
            ? new TreeWalk(start, baseFolder, isIgnored)
                .Files()
                .Where(f => f.IsFolder || pattern.Matches(Display(start, f.FullPath)))
                .ToList()
            : [];
        return files.Count > 0 ? files : throw new PathNotFoundException($"no file matches '{glob}'");
    }

    private static string Display(string baseFolder, string full) =>
        Path.GetRelativePath(baseFolder, full).Replace(Path.DirectorySeparatorChar, '/');

    private static string HintFor(string full, string path)
    {
        var folder = Path.GetDirectoryName(full);
        if (folder is null || !Directory.Exists(folder))
            return "";
        var name = Path.GetFileName(full);
        var near = Nearest.Of(name, Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e)!));
        return near is null ? "" : $"; did you mean '{path[..^name.Length]}{near}'?";
    }
}
