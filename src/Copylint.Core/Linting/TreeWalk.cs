using System.IO.Enumeration;
using Copylint.Git;
using Copylint.Storage;

namespace Copylint.Linting;

/// <summary>
/// Finds what lies in a folder. Hidden files and folders, packages and build output are left out, and links are not
/// followed out of the tree: what a link leads to
/// there would be quoted in reports, and written by fixes.
/// </summary>
internal sealed class TreeWalk
{
    private static readonly string[] SkippedFolders = ["node_modules", "bin", "obj"];

    private readonly string _start;
    private readonly string _realStart;
    private readonly string _tree;
    private readonly Func<string, bool>? _isIgnored;

    /// <summary>Prepares a walk.</summary>
    /// <param name="start">The folder, as a full path; it may be a link itself.</param>
    /// <param name="baseFolder">The working folder, which is the tree where there is no repository.</param>
    /// <param name="isIgnored">Whether a file, or a folder with a slash at its end, is left out for another reason, by
    /// its full path.</param>
    public TreeWalk(string start, string baseFolder, Func<string, bool>? isIgnored)
    {
        _start = start;
        _isIgnored = isIgnored;
        _realStart = RealPath.Of(start);
        var realBase = RealPath.Of(baseFolder);
        _tree = Repository.RootOf(_realStart) ?? (RealPath.IsWithin(realBase, _realStart) ? realBase : _realStart);
    }

    /// <summary>The files, and what could not be looked into, with the reason.</summary>
    public IEnumerable<SourceFile> Files()
    {
        var pending = new Stack<string>();
        pending.Push(_start);
        while (pending.TryPop(out var folder))
        {
            var entries = EntriesOf(folder, out var problem);
            foreach (var entry in entries)
            {
                var name = Path.GetFileName(entry.Path);
                if (name.StartsWith('.') || _isIgnored?.Invoke(entry.IsFolder ? entry.Path + "/" : entry.Path) == true)
                    continue;
                if (!entry.IsFolder)
                    yield return new SourceFile(entry.Path, entry.Path)
                    {
                        Problem = entry.IsLink ? ProblemOf(entry.Path) : null,
                    };
                else if (SkippedFolders.Contains(name))
                    continue;
                else if (!entry.IsLink)
                    pending.Push(entry.Path);
                else if (LeadsOut(entry.Path, out _))
                    yield return new SourceFile(entry.Path, entry.Path) { Problem = OutOfTree, IsFolder = true };
            }

            if (problem is not null)
                yield return new SourceFile(folder, folder) { Problem = problem, IsFolder = true };
        }
    }

    private const string OutOfTree =
        "it is a link that leads out of the tree; name it on the command line to follow it";

    private readonly record struct Entry(string Path, bool IsFolder, bool IsLink);

    private static List<Entry> EntriesOf(string folder, out string? problem)
    {
        var entries = new List<Entry>();
        problem = null;
        try
        {
            entries.AddRange(
                new FileSystemEnumerable<Entry>(
                    folder,
                    (ref e) =>
                        new Entry(e.ToFullPath(), e.IsDirectory, e.Attributes.HasFlag(FileAttributes.ReparsePoint)),
                    new EnumerationOptions { AttributesToSkip = FileAttributes.System, IgnoreInaccessible = false }
                )
            );
        }
        catch (UnauthorizedAccessException)
        {
            problem = "no permission to list the folder";
        }
        catch (DirectoryNotFoundException)
        {
            problem = folder.Contains('\uFFFD')
                ? "its name is not UTF-8, so that it cannot be opened: rename it"
                : "the folder is gone";
        }
        catch (IOException exception)
        {
            problem = exception.Message;
        }

        return entries;
    }

    private bool LeadsOut(string link, out string target)
    {
        target = RealPath.Of(Path.Combine(_realStart, Path.GetRelativePath(_start, link)));
        return !RealPath.IsWithin(_tree, target);
    }

    // A link shows nothing that a walk would not have seen: neither what lies outside, nor what is hidden or ignored
    // there.
    private string? ProblemOf(string link)
    {
        if (LeadsOut(link, out var target))
            return OutOfTree;
        var inside = Path.GetRelativePath(_tree, target).Split(Path.DirectorySeparatorChar);
        if (inside.Any(n => n.StartsWith('.') || SkippedFolders.Contains(n)))
            return "it is a link to a file that is hidden from linting";
        if (_isIgnored is null)
            return null;
        var path = _tree;
        for (var i = 0; i < inside.Length; i++)
        {
            path = Path.Combine(path, inside[i]);
            if (_isIgnored(i < inside.Length - 1 ? path + "/" : path))
                return "it is a link to a file that Git ignores";
        }

        return null;
    }
}
