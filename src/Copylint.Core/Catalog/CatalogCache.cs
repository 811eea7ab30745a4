using System.Security.Cryptography;
using System.Text;
using Copylint.Analysis.Time;
using Copylint.Storage;
using Copylint.Yaml;

namespace Copylint.Catalog;

/// <summary>
/// Keeps compiled catalogs by the content of their packs, each in a <see cref="CheckedFile"/>. A cache that cannot be
/// written is no mistake.
/// </summary>
internal sealed class CatalogCache
{
    private const int MaxKept = 16;
    private readonly string _folder;

    /// <summary>Reads the packs' files for the key.</summary>
    /// <param name="folder">Where the catalogs are kept; made when the first is stored.</param>
    /// <param name="packs">Folders of cards and lists.</param>
    /// <param name="events">Events of the configuration.</param>
    /// <param name="lexicons">Words of the configuration.</param>
    /// <param name="build">The build of the built-in rules.</param>
    /// <param name="displayFolder">The folder that messages name files from, which the catalog remembers; null for full
    /// paths.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such pack.</exception>
    public CatalogCache(
        string folder,
        IReadOnlyList<string> packs,
        IReadOnlyList<(NewsEvent Event, IReadOnlyList<string> Names)> events,
        IReadOnlyList<(Language.Lexicon Lexicon, ConfigurationError Place)> lexicons,
        Guid build,
        string? displayFolder
    )
    {
        _folder = folder;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(build.ToString());
        Append(typeof(CatalogCache).Module.ModuleVersionId.ToString());
        foreach (var pack in packs)
        {
            Append(displayFolder is null ? pack : Path.GetRelativePath(displayFolder, pack));
            foreach (var file in PackFiles.Of(pack))
            {
                Append(file);
                hash.AppendData(SHA256.HashData(PackFiles.Read(file)));
            }
        }

        foreach (var (newsEvent, names) in events)
            Append(RuleCatalogBuilder.Describe(newsEvent, names));
        foreach (var (lexicon, _) in lexicons)
            Append(RuleCatalogBuilder.Describe(lexicon));
        Key = hash.GetHashAndReset();

        void Append(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
    }

    /// <summary>The SHA-256 of everything that the catalog is made of.</summary>
    public byte[] Key { get; }

    // A user without a home has no folder of his own; one that is named from the working folder would be the linted
    // tree's.
    private bool IsUsed => Path.IsPathFullyQualified(_folder);

    private string FilePath => Path.Combine(_folder, Convert.ToHexStringLower(Key) + ".rules");

    /// <summary>The compiled catalog, or null when there is none that can be read whole.</summary>
    public ReadOnlyMemory<byte>? Find() => IsUsed ? CheckedFile.Read(FilePath) : null;

    /// <summary>Stores a catalog and drops the oldest ones beyond a few.</summary>
    public void Store(byte[] compiled)
    {
        if (!IsUsed)
            return;
        CheckedFile.Write(FilePath, compiled);
        try
        {
            foreach (
                var old in new DirectoryInfo(_folder)
                    .GetFiles("*.rules")
                    .OrderByDescending(f => f.LastWriteTimeUtc)
                    .Skip(MaxKept)
            )
                old.Delete();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another run may be at it.
        }
    }
}
