using System.Reflection;

namespace Copylint.Diagnostics;

/// <summary>What the program calls itself in reports and caches.</summary>
public static class Product
{
    /// <summary>The name.</summary>
    public const string Name = "Copylint";

    /// <summary>The version, as in the packages' names.</summary>
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "0.0.0";
}
