using Copylint.Language;

namespace Copylint.Analysis.Names;

/// <summary>The words by which names are read: the rows of <c>name-words.txt</c>. Immutable.</summary>
/// <param name="rows">The words.</param>
internal sealed class NameWords(IEnumerable<GroupedWord<NameGroup>> rows) : GroupedWords<NameGroup>(rows)
{
    private static readonly Lazy<NameWords> Shipped = new(() => new NameWords(Rows()));

    /// <summary>The words that the program is built with.</summary>
    public static NameWords All => Shipped.Value;

    /// <summary>The rows that the program is built with.</summary>
    public static IReadOnlyList<GroupedWord<NameGroup>> Rows() => RowsOf("name-words.txt");
}
