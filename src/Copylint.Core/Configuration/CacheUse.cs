namespace Copylint.Configuration;

/// <summary>When reports of unchanged files are kept and found again.</summary>
public enum CacheUse
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>In every run.</summary>
    On,

    /// <summary>In runs on a build server: where the environment variable <c>CI</c> says so.</summary>
    Ci,
}
