using System.Globalization;

namespace Copylint.Configuration;

/// <summary>Sizes as people write them.</summary>
public static class ByteSize
{
    private static readonly (string Unit, long Bytes)[] Units =
    [
        ("gigabytes", 1L << 30),
        ("megabytes", 1L << 20),
        ("kilobytes", 1L << 10),
        ("gigabyte", 1L << 30),
        ("megabyte", 1L << 20),
        ("kilobyte", 1L << 10),
        ("bytes", 1),
        ("byte", 1),
        ("GB", 1L << 30),
        ("MB", 1L << 20),
        ("KB", 1L << 10),
        ("B", 1),
    ];

    /// <summary>Reads a size such as <c>16MB</c>, <c>500 KB</c> <c>2 megabytes</c> or a bare number of bytes; units are
    /// powers of 1,024.</summary>
    public static bool TryParse(string text, out long bytes)
    {
        ArgumentNullException.ThrowIfNull(text);
        var number = text.AsSpan().Trim();
        long unit = 1;
        foreach (var (name, size) in Units)
        {
            if (number.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                unit = size;
                number = number[..^name.Length].TrimEnd();
                break;
            }
        }

        bytes = 0;
        if (
            !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || value <= 0
            || value * unit > long.MaxValue / 2
        )
            return false;
        bytes = (long)(value * unit);
        return true;
    }
}
