using Copylint.Calendar;
using Copylint.Documents;

namespace Copylint.Analysis.Time;

/// <summary>
/// What the addresses that copy links to say of its day: a page of another site with a later day in its address cannot
/// have been linked to. Copy that was brought up to date links to its own site first, so links to the site that most
/// links lead to say nothing, and nothing is said where another link is of the header's time.
/// </summary>
internal static class LinkEvidence
{
    // A page may be planned, or the post be mended within days.
    private const int LaterDays = 10;
    private const int NearDays = 60;
    private const int OwnLinks = 2;

    // ".jpeg", ".docx".
    private const int LongestEnding = 5;

    /// <summary>The evidence: none, or the link of the latest day.</summary>
    public static IEnumerable<DatingEvidence> Of(DocumentAnalysis analysis, DateOnly header)
    {
        var links = analysis.Document.Links;
        if (links.Count == 0)
            return [];
        var dated = new List<(Link Link, string Site, DateInterval Days)>();
        var sites = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var link in links)
        {
            if (SiteOf(link.Target) is not { } site)
                continue;
            if (!sites.TryGetValue(site, out var targets))
                sites.Add(site, targets = []);
            targets.Add(link.Target);
            if (!link.Span.IsEmpty && !IsFile(link.Target) && UrlDate.ReadPath(link.Target) is { } days)
                dated.Add((link, site, days));
        }

        if (dated.Count == 0 || dated.Exists(d => IsNear(d.Days, header)))
            return [];
        var most = sites.Values.Max(t => t.Count);
        var later = dated
            .Where(d => d.Days.First > header.AddDays(LaterDays))
            .Where(d => sites[d.Site].Count < most || most < OwnLinks)
            .OrderBy(d => d.Days.First)
            .ToList();
        return later.Count == 0 ? [] : [Evidence(later[^1].Link, later[^1].Days)];
    }

    private static DatingEvidence Evidence(Link link, DateInterval days)
    {
        var named = new DateInterval(days.First, DateOnly.MaxValue);
        return new DatingEvidence(
            link.Span,
            named.Spread(LaterDays),
            DatingWeights.LaterLink,
            $"It links to a page of {days}: {link.Target}."
        )
        {
            Named = named,
        };
    }

    private static bool IsNear(DateInterval days, DateOnly header) =>
        new DateInterval(header.AddDays(-NearDays), header.AddDays(LaterDays)).Intersect(days) is not null;

    // Pictures, papers and the like are stored anew when a site moves: the path is that of the day of storing.
    private static bool IsFile(string target)
    {
        var end = target.IndexOfAny(['?', '#']);
        var path = target.AsSpan(0, end < 0 ? target.Length : end).TrimEnd('.');
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot > 0
            && name.Length - dot <= LongestEnding
            && !name[dot..].StartsWith(".htm", StringComparison.OrdinalIgnoreCase)
            && !name[dot..].StartsWith(".php", StringComparison.OrdinalIgnoreCase)
            && !name[dot..].StartsWith(".asp", StringComparison.OrdinalIgnoreCase);
    }

    // The last two labels of the host: "example.org" of "www.example.org". Archives keep pages of any day.
    private static string? SiteOf(string target)
    {
        var start = target.IndexOf("://", StringComparison.Ordinal) + 3;
        if (start < 3 || !target.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            return null;
        var end = target.IndexOfAny(['/', ':', '?', '#'], start);
        var host = end < 0 ? target[start..] : target[start..end];
        if (host.StartsWith("web.archive.", StringComparison.OrdinalIgnoreCase))
            return null;
        var last = host.LastIndexOf('.');
        var before = last > 0 ? host.LastIndexOf('.', last - 1) : -1;
        return host[(before + 1)..];
    }
}
