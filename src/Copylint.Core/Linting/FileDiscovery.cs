using Copylint.Diagnostics;
using Copylint.Documents.Formats;
using Copylint.Text;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Copylint.Linting;

/// <summary>Thrown for a path that names nothing.</summary>
/// <param name="message">What is wrong, with the nearest known name.</param>
public sealed class PathNotFoundException(string message) : UsageException(message);

/// <summary>Finds the files that paths, folders and globs mean.</summary>
public static class FileDiscovery
{
    private static readonly string[] SkippedFolders = ["node_modules", "bin", "obj"];

    /// <summary>The files, each once, ordered by path.</summary>
    /// <param name="baseFolder">The folder that relative paths start from.</param>
    /// <param name="paths">Files, folders, or globs such as <c>articles/**/*.md</c>. A file that is named is linted whatever its ending.</param>
    /// <param name="isIncluded">Whether a folder yields a file though its ending is not known, by its full path.</param>
    /// <param name="isExcluded">Whether a file is left out of folders and globs, by its full path.</param>
    /// <param name="forceExclude">Whether files that are named are left out too where they are excluded, as for hooks that name all files.</param>
    /// <param name="isIgnored">Whether a file found in a folder, or a folder with a slash at its end, is left out for another reason, by its full path.</param>
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
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path, baseFolder);
            if (File.Exists(full))
            {
                if (!forceExclude || !isExcluded(full))
                    found[Display(baseFolder, full)] = full;
            }
            else if (Directory.Exists(full))
            {
                foreach (var file in Walk(full, isIgnored))
                {
                    if ((DocumentParser.FormatOf(file) is not null || isIncluded(file)) && !isExcluded(file))
                        found[Display(baseFolder, file)] = file;
                }
            }
            else if (path.AsSpan().ContainsAny("*?"))
            {
                var matcher = new Matcher(StringComparison.Ordinal);
                matcher.AddInclude(path);
                var any = false;
                foreach (var match in matcher.GetResultsInFullPath(baseFolder))
                {
                    any = true;
                    if (!isExcluded(match))
                        found[Display(baseFolder, match)] = match;
                }

                if (!any)
                    throw new PathNotFoundException($"no file matches '{path}'");
            }
            else
            {
                throw new PathNotFoundException($"no such file or folder: '{path}'{HintFor(full, path)}");
            }
        }

        var displays = found.Keys.ToArray();
        Array.Sort(displays, StringComparer.Ordinal);
        return Array.ConvertAll(displays, d => new SourceFile(d, found[d]));
    }

    private static string Display(string baseFolder, string full) =>
        Path.GetRelativePath(baseFolder, full).Replace(Path.DirectorySeparatorChar, '/');

    private static IEnumerable<string> Walk(string folder, Func<string, bool>? isIgnored)
    {
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.System, IgnoreInaccessible = true };
        var pending = new Stack<string>();
        pending.Push(folder);
        while (pending.TryPop(out var current))
        {
            foreach (var file in Directory.EnumerateFiles(current, "*", options))
            {
                if (!Path.GetFileName(file).StartsWith('.') && isIgnored?.Invoke(file) != true)
                    yield return file;
            }

            foreach (var child in Directory.EnumerateDirectories(current, "*", options))
            {
                // A linked folder can lead back up; what it holds is linted where it really is.
                var name = Path.GetFileName(child);
                if (
                    !name.StartsWith('.')
                    && !SkippedFolders.Contains(name)
                    && new DirectoryInfo(child).LinkTarget is null
                    && isIgnored?.Invoke(child + "/") != true
                )
                    pending.Push(child);
            }
        }
    }

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
