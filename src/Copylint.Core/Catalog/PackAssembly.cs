using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Copylint.Diagnostics;
using Copylint.Storage;
using Copylint.Yaml;

namespace Copylint.Catalog;

/// <summary>
/// The coded rules of a pack: the assemblies that lie beside its cards, loaded in a context of their own, so that what
/// a pack depends on meets neither Copylint's libraries nor
/// another pack's. Copylint.Core alone is shared. A native program cannot load code.
/// </summary>
internal sealed class PackAssembly
{
    private const string Shared = "Copylint.Core";

    private readonly Dictionary<string, Type> _analyzers = new(StringComparer.Ordinal);

    private PackAssembly(IEnumerable<Type> analyzers)
    {
        foreach (var analyzer in analyzers)
            _analyzers[analyzer.Name] = analyzer;
    }

    /// <summary>The names that the pack's cards can give under <c>analyzer</c>.</summary>
    public IReadOnlyList<string> AnalyzerNames => [.. _analyzers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The assemblies of a pack: those at the top of its folder, without Copylint's own.</summary>
    public static IReadOnlyList<string> FilesOf(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.dll")
                .Where(f => !Path.GetFileName(f).StartsWith("Copylint.", StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Loads the assemblies of a pack; null when it has none.</summary>
    /// <param name="folder">The pack.</param>
    /// <param name="display">The pack as messages name it.</param>
    /// <param name="trust">Whose code may run.</param>
    /// <exception cref="ConfigurationException">An assembly cannot be loaded, or may not run, or this program cannot
    /// load any.</exception>
    public static PackAssembly? Load(string folder, string display, PackTrust trust)
    {
        var files = FilesOf(folder);
        if (files.Count == 0)
            return null;
        if (!RuntimeFeature.IsDynamicCodeSupported)
            throw ConfigurationError(
                $"{display}/{Path.GetFileName(files[0])}",
                "the native program cannot load compiled packs: use the tool, 'dotnet tool install Copylint'"
            );
        // What the assemblies need is loaded from beside them too.
        string[] all = [.. Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal)];
        RequireRegular(all, display);
        trust.Require(all, display);
        return LoadFiles(files, display);
    }

    // Loading a pipe would wait for ever.
    private static void RequireRegular(string[] files, string display)
    {
        foreach (var file in files)
        {
            if (FileKinds.Of(file) is not FileKind.Regular and var kind)
                throw ConfigurationError(
                    $"{display}/{Path.GetFileName(file)}",
                    $"cannot be loaded: not a regular file but {FileKinds.Name(kind)}"
                );
        }
    }

    /// <summary>Makes the analyzer of a name; null when there is none.</summary>
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2067",
        Justification = "Reached only where code can be loaded, which a trimmed program cannot."
    )]
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2072",
        Justification = "Reached only where code can be loaded, which a trimmed program cannot."
    )]
    public Analyzer? Create(string name) =>
        _analyzers.TryGetValue(name, out var type) ? (Analyzer)Activator.CreateInstance(type)! : null;

    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2026",
        Justification = "Reached only where code can be loaded, which a trimmed program cannot."
    )]
    private static PackAssembly LoadFiles(IReadOnlyList<string> files, string display)
    {
        var context = new Context(files[0]);
        var analyzers = new List<Type>();
        foreach (var file in files)
        {
            try
            {
                analyzers.AddRange(context.LoadFromAssemblyPath(file).GetExportedTypes().Where(IsAnalyzer));
            }
            catch (Exception exception)
                when (exception
                        is BadImageFormatException
                            or IOException
                            or TypeLoadException
                            or ReflectionTypeLoadException
                )
            {
                throw ConfigurationError(
                    $"{display}/{Path.GetFileName(file)}",
                    $"cannot be loaded: {exception.Message.ReplaceLineEndings(" ")}"
                );
            }
        }

        return new PackAssembly(analyzers);
    }

    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2070",
        Justification = "Reached only where code can be loaded, which a trimmed program cannot."
    )]
    private static bool IsAnalyzer(Type type) =>
        !type.IsAbstract && type.IsSubclassOf(typeof(Analyzer)) && type.GetConstructor(Type.EmptyTypes) is not null;

    private static ConfigurationException ConfigurationError(string path, string message) =>
        new([new ConfigurationError(path, 1, 1, message)]);

    private sealed class Context(string main) : AssemblyLoadContext($"pack {main}")
    {
        private readonly string _folder = Path.GetDirectoryName(main)!;

        [UnconditionalSuppressMessage(
            "Trimming",
            "IL2026",
            Justification = "Reached only where code can be loaded, which a trimmed program cannot."
        )]
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (assemblyName.Name == Shared)
                return typeof(Analyzer).Assembly;
            var file = Path.Combine(_folder, assemblyName.Name + ".dll");
            return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
}
