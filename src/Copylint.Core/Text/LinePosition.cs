namespace Copylint.Text;

/// <summary>A place in a file as people count it.</summary>
/// <param name="Line">One-based line number.</param>
/// <param name="Column">One-based column in UTF-16 code units.</param>
public readonly record struct LinePosition(int Line, int Column) : IComparable<LinePosition>
{
    /// <summary>Orders by line, then by column.</summary>
    public int CompareTo(LinePosition other) =>
        Line != other.Line ? Line.CompareTo(other.Line) : Column.CompareTo(other.Column);

    /// <summary>Whether the first place comes before the second.</summary>
    public static bool operator <(LinePosition left, LinePosition right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first place comes after the second.</summary>
    public static bool operator >(LinePosition left, LinePosition right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first place does not come after the second.</summary>
    public static bool operator <=(LinePosition left, LinePosition right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first place does not come before the second.</summary>
    public static bool operator >=(LinePosition left, LinePosition right) => left.CompareTo(right) >= 0;

    /// <summary>The form <c>line:column</c>.</summary>
    public override string ToString() => $"{Line}:{Column}";
}

/// <summary>A range of a file as people count it.</summary>
/// <param name="Start">The place of the first code unit.</param>
/// <param name="End">The place just after the last code unit.</param>
public readonly record struct LineSpan(LinePosition Start, LinePosition End)
{
    /// <summary>The form <c>line:column-line:column</c>.</summary>
    public override string ToString() => $"{Start}-{End}";
}
