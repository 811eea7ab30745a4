using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Copylint.Tests.Architecture;

/// <summary>The floors of an assembly: namespaces in an order, each of which knows only those before it.</summary>
/// <param name="root">The namespace that holds them.</param>
/// <param name="order">Their names, from the ground up.</param>
internal sealed class Floors(string root, IReadOnlyList<string> order)
{
    /// <summary>Each type that knows a type of a floor above its own, or stands on no floor.</summary>
    public IReadOnlyList<string> UpwardArrows(System.Reflection.Assembly assembly)
    {
        var architecture = new ArchLoader().LoadAssembly(assembly).Build();
        return
        [
            .. architecture
                .Types.Where(t => IsInside(t) && !t.IsCompilerGenerated)
                .SelectMany(ArrowsOf)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private IEnumerable<string> ArrowsOf(IType type)
    {
        var own = FloorOf(type);
        if (own < 0)
            yield return $"{type.FullName} stands on no floor";
        foreach (var target in type.Dependencies.Select(d => d.Target).Where(IsInside).Distinct())
        {
            if (FloorOf(target) > own)
                yield return $"{type.FullName} knows {target.FullName}";
        }
    }

    private bool IsInside(IType type) =>
        type.Namespace?.FullName is { } name && (name == root || name.StartsWith(root + ".", StringComparison.Ordinal));

    private int FloorOf(IType type)
    {
        var name = type.Namespace.FullName;
        return name.Length <= root.Length ? -1 : order.ToList().IndexOf(name[(root.Length + 1)..].Split('.')[0]);
    }
}
