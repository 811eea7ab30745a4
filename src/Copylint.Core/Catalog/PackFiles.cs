using System.IO.Enumeration;
using Copylint.Git;
using Copylint.Storage;
using Copylint.Yaml;

namespace Copylint.Catalog;

/// <summary>The cards and lists that lie in a pack's folder.</summary>
internal static class PackFiles
{
    /// <summary>The YAML files of a pack, ordered by path.</summary>
    /// <param name="folder">The pack's folder, as a full path.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ConfigurationException">A folder of it cannot be listed, or a link leads out of the
    /// repository.</exception>
    public static IReadOnlyList<string> Of(string folder)
    {
        List<(string Path, bool IsLink)> files;
        try
        {
            files = [.. Enumerate(folder)];
        }
        catch (Exception exception)
            when (exception is UnauthorizedAccessException || (exception is IOException && Directory.Exists(folder)))
        {
            throw Unreadable(folder, exception.Message);
        }

        var root = files.Exists(f => f.IsLink) ? Repository.RootOf(RealPath.Of(folder)) ?? folder : folder;
        foreach (var (path, _) in files.Where(f => f.IsLink && !RealPath.IsInside(root, f.Path)))
            throw Unreadable(path, "the link leads out of the repository");
        return [.. files.Select(f => f.Path).Order(StringComparer.Ordinal)];
    }

    /// <summary>The bytes of a card or list.</summary>
    /// <exception cref="ConfigurationException">It cannot be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return InputFile.Read(path, InputFile.MaxCard);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, exception.Message);
        }
    }

    /// <summary>The text of a card or list.</summary>
    /// <exception cref="ConfigurationException">It cannot be read.</exception>
    public static string ReadText(string path)
    {
        using var reader = new StreamReader(new MemoryStream(Read(path)), System.Text.Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static FileSystemEnumerable<(string, bool)> Enumerate(string folder) =>
        new(
            folder,
            (ref entry) => (entry.ToFullPath(), entry.Attributes.HasFlag(FileAttributes.ReparsePoint)),
            new EnumerationOptions
            {
                RecurseSubdirectories = true,
                AttributesToSkip = FileAttributes.System,
                IgnoreInaccessible = false,
            }
        )
        {
            // A pack's own configuration is no card.
            ShouldIncludePredicate = (ref entry) =>
                !entry.IsDirectory && entry.FileName.EndsWith(".yml") && !entry.FileName.StartsWith('.'),
            // A linked folder can lead back up.
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };

    private static ConfigurationException Unreadable(string path, string why) =>
        new([new ConfigurationError(path, 1, 1, $"cannot be read: {why}")]);
}
