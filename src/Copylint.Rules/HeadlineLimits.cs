namespace Copylint.Rules;

/// <summary>How much a headline can be.</summary>
internal static class HeadlineLimits
{
    /// <summary>Characters; more is a page that was marked as a heading, and to hold each of its words against all
    /// copy would take without end. The longest of some four thousand pages has 220.</summary>
    public const int MaxLength = 600;
}
