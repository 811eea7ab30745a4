namespace Copylint.Rules;

/// <summary>How much a headline can be.</summary>
internal static class HeadlineLimits
{
    /// <summary>Characters; more is a page that was marked as a heading, and to hold each of its words against the whole
    /// copy would take without end. The longest headlines of real pages have some 250.</summary>
    public const int MaxLength = 600;
}
