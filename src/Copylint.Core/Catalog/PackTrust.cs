using System.Security.Cryptography;
using Copylint.Storage;
using Copylint.Yaml;

namespace Copylint.Catalog;

/// <summary>
/// Whose code may run. A linted tree says which packs count, and so it may belong to anybody: only the person who
/// starts the run lets a pack's assemblies run,
/// all of them or those that a list outside the tree names by their content.
/// </summary>
/// <param name="AllowsAll">Whether the code of every pack may run.</param>
/// <param name="ListPath">The list, as a full path: on each line the SHA-256 of an assembly in hexadecimal, and after a
/// blank what people read; null for none.</param>
public sealed record PackTrust(bool AllowsAll, string? ListPath)
{
    /// <summary>No code runs.</summary>
    public static PackTrust None { get; } = new(false, null);

    /// <summary>The code of every pack runs, as in tests of one's own.</summary>
    public static PackTrust All { get; } = new(true, null);

    /// <summary>Makes sure that assemblies may run.</summary>
    /// <param name="files">All assemblies that could be loaded from a pack, as full paths.</param>
    /// <param name="display">The pack as messages name it.</param>
    /// <exception cref="ConfigurationException">One of them may not; the message says how to allow it.</exception>
    internal void Require(IReadOnlyList<string> files, string display)
    {
        if (AllowsAll)
            return;
        var trusted = ReadList();
        var mistakes = new List<ConfigurationError>();
        foreach (var file in files)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(InputFile.Read(file, InputFile.MaxLog)));
            if (!trusted.Contains(hash))
                mistakes.Add(new ConfigurationError($"{display}/{Path.GetFileName(file)}", 1, 1, Refusal(hash)));
        }

        if (mistakes.Count > 0)
            throw new ConfigurationException(mistakes);
    }

    private string Refusal(string hash) =>
        "the pack holds code, and code of a linted tree is not run unless you say so: add --allow-code, set COPYLINT_ALLOW_CODE=1"
        + (ListPath is null ? "" : $", or add the line '{hash}' to {ListPath}");

    private HashSet<string> ReadList()
    {
        if (ListPath is null || !File.Exists(ListPath))
            return [];
        return
        [
            .. InputFile
                .ReadText(ListPath, InputFile.MaxConfiguration)
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(l => !l.StartsWith('#'))
                .Select(l => l.Split(' ', '\t')[0].ToLowerInvariant()),
        ];
    }
}
