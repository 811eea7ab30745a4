using Copylint.Yaml;

namespace Copylint.Configuration;

/// <summary>Where the value of a setting counts.</summary>
public enum SettingScope
{
    /// <summary>For a whole run: the configuration of the working folder says it, whatever stands nearer to a
    /// file.</summary>
    Run,

    /// <summary>For a file: the configuration nearest to it says it.</summary>
    File,
}

/// <summary>What a setting looks like in a configuration file.</summary>
public enum SettingShape
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>One of some names.</summary>
    Choice,

    /// <summary>A size such as <c>16 MB</c>, or a number of bytes.</summary>
    Size,

    /// <summary>A whole number from 1 up.</summary>
    Count,

    /// <summary>One name or path, or a list of them.</summary>
    Names,

    /// <summary>Rules with their severities and options.</summary>
    Rules,

    /// <summary>A list of events.</summary>
    Events,

    /// <summary>Word lists with words that are added or allowed.</summary>
    Lexicons,

    /// <summary>A list of settings for some files.</summary>
    Overrides,
}

/// <summary>A key of a configuration file. All that reads, shows or explains configuration walks
/// <see cref="Settings.All"/>.</summary>
public class Setting
{
    /// <summary>The name of the key; of a key within another both with a slash between them.</summary>
    public required string Name { get; init; }

    /// <summary>Where its value counts.</summary>
    public required SettingScope Scope { get; init; }

    /// <summary>What it looks like.</summary>
    public required SettingShape Shape { get; init; }

    /// <summary>What it says, in a sentence.</summary>
    public required string Help { get; init; }

    /// <summary>What counts where no file says anything, as text.</summary>
    public required string Default { get; init; }

    /// <summary>The names to choose from; empty for other shapes.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether it can stand in an override.</summary>
    public bool IsForOverrides { get; init; }

    /// <summary>An example as YAML.</summary>
    public required string Example { get; init; }

    /// <summary>The key itself, without that which holds it.</summary>
    public string Key => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>The key that holds it, or null.</summary>
    public string? Holder => Name.Contains('/') ? Name[..Name.LastIndexOf('/')] : null;

    /// <summary>Reads its value; null for what is read elsewhere.</summary>
    /// <param name="map">The map that holds its key.</param>
    internal virtual object? Read(YamlMap map) => null;

    /// <summary>Its value in a configuration as text; null for what is more than a value.</summary>
    internal virtual string? Show(CopylintConfiguration configuration) => null;
}

/// <summary>A setting that is one value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Setting<T> : Setting
    where T : notnull
{
    private readonly Func<YamlMap, T> _read;
    private readonly Func<T, string> _show;

    internal Setting(T value, Func<YamlMap, T> read, Func<T, string> show)
    {
        Value = value;
        _read = read;
        _show = show;
    }

    /// <summary>What counts where no file says anything.</summary>
    public T Value { get; }

    internal override object? Read(YamlMap map) => map.Has(Key) ? _read(map) : null;

    internal override string Show(CopylintConfiguration configuration) =>
        configuration.Has(this) ? _show(configuration.ValueOf(this)) : Default;
}
