using System.Text.Json;
using Copylint.Diagnostics;
using Copylint.Linting;
using Copylint.Text;
using Copylint.Yaml;

namespace Copylint.Reports.Sarif;

/// <summary>How a run went: its exit code, how it was called, what its configuration changed, and what it had to say of
/// itself.</summary>
/// <param name="json">Where the log is written.</param>
/// <param name="rules">The rules of the log.</param>
/// <param name="settings">The settings; null for a run that failed before it had any.</param>
/// <param name="options">What the log holds.</param>
/// <param name="uriOf">The address of a path.</param>
internal sealed class SarifRun(
    Utf8JsonWriter json,
    SarifRules rules,
    Configuration.LintSettings? settings,
    SarifOptions options,
    Func<string, string> uriOf
)
{
    private readonly List<LocatedDiagnostic> _notifications = [];
    private readonly SortedSet<string> _outside = new(StringComparer.Ordinal);

    /// <summary>Keeps a finding that is about the run.</summary>
    public void Add(LocatedDiagnostic notification) => _notifications.Add(notification);

    /// <summary>Keeps the path of a file outside the repository, whose findings are left out.</summary>
    public void AddOutside(string path) => _outside.Add(path);

    /// <summary>Number of results that are left out, because an upload takes no more.</summary>
    public int LeftOut { get; set; }

    /// <summary>Writes the invocation.</summary>
    /// <param name="exitCode">The exit code of the run.</param>
    /// <param name="mistakes">What is wrong with the call or the configuration.</param>
    public void Write(int exitCode, IReadOnlyList<ConfigurationError> mistakes)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", mistakes.Count == 0);
        json.WriteNumber("exitCode", exitCode);
        if (options.Invocation is { } invocation)
            WriteCall(invocation);
        WriteOverrides();
        if (_notifications.Count > 0 || _outside.Count > 0 || LeftOut > 0)
        {
            json.WriteStartArray(SarifNames.Notifications);
            foreach (var notification in _notifications)
                WriteNotification(notification);
            foreach (var path in _outside)
                WriteNotification($"'{path}' lies outside the repository; its findings are left out.");
            if (LeftOut > 0)
                WriteNotification(SarifOptions.LeftOutMessage(LeftOut));
            json.WriteEndArray();
        }

        if (mistakes.Count > 0)
        {
            json.WriteStartArray("toolConfigurationNotifications");
            foreach (var mistake in mistakes)
                WriteNotification(Severity.Error, mistake);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteCall(SarifInvocation invocation)
    {
        json.WriteStartArray("arguments");
        foreach (var argument in invocation.Arguments)
            json.WriteStringValue(argument);
        json.WriteEndArray();
        json.WriteString("startTimeUtc", invocation.Start);
        json.WriteString("endTimeUtc", DateTime.UtcNow);
        json.WriteStartObject("workingDirectory");
        json.WriteString("uri", new Uri(Path.TrimEndingDirectorySeparator(invocation.Folder) + "/").AbsoluteUri);
        json.WriteEndObject();
    }

    private void WriteOverrides()
    {
        if (settings is null)
            return;
        var overrides = rules.All.Where(r => settings.SeverityOf(r) != r.DefaultSeverity).ToList();
        if (overrides.Count == 0)
            return;
        json.WriteStartArray("ruleConfigurationOverrides");
        foreach (var rule in overrides)
        {
            var severity = settings.SeverityOf(rule);
            json.WriteStartObject();
            rules.WriteReference("descriptor", rule);
            json.WriteStartObject("configuration");
            json.WriteBoolean("enabled", severity != Severity.Off);
            if (severity != Severity.Off)
                json.WriteString("level", SarifNames.Level(severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteNotification(LocatedDiagnostic notification)
    {
        json.WriteStartObject();
        rules.WriteNotificationReference(notification.Rule);
        if (notification.About is { } about)
            rules.WriteReference("associatedRule", about);
        json.WriteString("level", SarifNames.Level(notification.Severity));
        json.WriteText("message", SarifNames.EscapeMessage(notification.Message));
        json.WriteLocations(uriOf(notification.Path), null);
        json.WriteEndObject();
    }

    private void WriteNotification(string warning) =>
        WriteNotification(Severity.Warning, new ConfigurationError("", 0, 0, warning));

    private void WriteNotification(Severity severity, ConfigurationError mistake)
    {
        json.WriteStartObject();
        json.WriteString("level", SarifNames.Level(severity));
        json.WriteText("message", SarifNames.EscapeMessage(mistake.Message));
        if (mistake.Line > 0)
        {
            var start = new LinePosition(mistake.Line, mistake.Column);
            json.WriteLocations(uriOf(mistake.Path), new LineSpan(start, start));
        }

        json.WriteEndObject();
    }
}
