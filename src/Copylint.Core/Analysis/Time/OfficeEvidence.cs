using Copylint.Calendar;
using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <summary>
/// What the offices that copy gives to people say of its day. Nobody has a title before the term, save in plans and
/// conditions, and nobody is called former before its end; after the end the title lives on in history, so only what
/// tells news counts fully there.
/// </summary>
internal static class OfficeEvidence
{
    private const string President = "president";

    // Before somebody declares and after the vote.
    private const int RaceDays = 100;

    /// <summary>The pieces of evidence, one a person at most for each kind.</summary>
    public static IEnumerable<DatingEvidence> Of(DocumentAnalysis analysis, DateOnly header)
    {
        var found = new Dictionary<(string Name, bool IsFormer), DatingEvidence>();
        foreach (ref readonly var match in analysis.MatchSpan)
        {
            if (
                match.Lexicon != analysis.Resources.Offices.Lexicon
                || analysis.Resources.Offices.Of(analysis, match) is not { } mention
                || analysis.Quotations.At(analysis.Tokens[mention.Tokens.First].Start) is not null
            )
                continue;
            var isFormer = Mentions.IsFormer(analysis, mention.Tokens);
            if (Read(analysis, mention, header, isFormer) is not { } evidence)
                continue;
            var key = (mention.Terms[0].Name, isFormer);
            if (!found.TryGetValue(key, out var known) || known.Weight < evidence.Weight)
                found[key] = evidence;
        }

        return found.Values;
    }

    private static DatingEvidence? Read(
        DocumentAnalysis analysis,
        OfficeMention mention,
        DateOnly header,
        bool isFormer
    )
    {
        var isPassing = TimeWords.PassingTitles.Has(mention.Terms[0].Title);
        if (isFormer)
            return isPassing || IsSurnameOfMany(mention) ? null : Former(analysis, mention, header);
        if (mention.Terms.All(t => t.From > CalendarMath.Add(header, DatingWeights.OfficeDays, TimeUnit.Day)))
            return IsImagined(analysis, mention, header, isPassing) ? null : NotYet(analysis, mention);
        if (mention.IsAfterName || Mentions.IsPast(analysis, mention.Tokens))
            return null;
        return InTerm(analysis, mention, header, isPassing);
    }

    // While a race is on people speak of its winner's term: only news of the holder counts then.
    private static bool IsImagined(DocumentAnalysis analysis, OfficeMention mention, DateOnly header, bool isPassing)
    {
        if (Mentions.IsImagined(analysis, mention.Tokens) || IsSurnameOfMany(mention))
            return true;
        // "Candidate", "campaign manager": of some other race, which the gazetteer does not know.
        if (isPassing && !NamesPresidency(analysis, mention.Tokens))
            return true;
        var isRunning =
            !isPassing
            && TimeWords.PassingTitles.Words.Any(title =>
                analysis
                    .Resources.Offices.TermsOf(title, mention.Terms[0].Name)
                    .Any(t => t.Window.Spread(RaceDays).Contains(header))
            );
        return isRunning
            && (
                mention.IsAfterName
                || !(Mentions.TellsNews(analysis, mention.Tokens) || Mentions.ActsNow(analysis, mention.Tokens))
            );
    }

    private static bool NamesPresidency(DocumentAnalysis analysis, TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (analysis.TextOf(i).StartsWith(President, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // "Attorney General Lynch" can be of any state; presidents of one surname are in the gazetteer.
    private static bool IsSurnameOfMany(OfficeMention mention) =>
        !mention.IsAfterName && mention.IsOneName && mention.Terms[0].Title != President;

    // "Former President Bush" was written after a term of his.
    private static DatingEvidence? Former(DocumentAnalysis analysis, OfficeMention mention, DateOnly header)
    {
        var first = mention.Terms.MinBy(t => t.To ?? DateOnly.MaxValue)!;
        if (first.To is not { } end || header > CalendarMath.Add(end, -DatingWeights.OfficeDays, TimeUnit.Day))
            return null;
        var named = new DateInterval(end, DateOnly.MaxValue);
        return new DatingEvidence(
            analysis.SpanOf(mention.Tokens),
            named.Spread(DatingWeights.OfficeDays),
            DatingWeights.FormerOffice,
            $"{first.Name} was {first.Title} up to {CalendarNames.Write(end)}."
        )
        {
            Named = named,
        };
    }

    // "President Donald Trump" was not written before his first term.
    private static DatingEvidence NotYet(DocumentAnalysis analysis, OfficeMention mention)
    {
        var first = mention.Terms.MinBy(t => t.From)!;
        var named = new DateInterval(first.From, DateOnly.MaxValue);
        return new DatingEvidence(
            analysis.SpanOf(mention.Tokens),
            named.Spread(DatingWeights.OfficeDays),
            DatingWeights.OfficeToCome,
            ExplainStart(mention, first)
        )
        {
            Named = named,
        };
    }

    private static DatingEvidence InTerm(
        DocumentAnalysis analysis,
        OfficeMention mention,
        DateOnly header,
        bool isPassing
    )
    {
        // A candidate is only called so while the race is on; a president's name keeps the title in history.
        var isPresent =
            Mentions.ActsNow(analysis, mention.Tokens)
            || isPassing
                && TimeRoles.RoleOf(analysis, mention.Tokens, TimeRoles.TenseAround(analysis, mention.Tokens))
                    == TimeRole.Now;
        var tellsNews = Mentions.TellsNews(analysis, mention.Tokens);
        var isNews =
            isPresent
            || tellsNews && (isPassing || Mentions.Acts(analysis, mention.Tokens))
            || IsOutranked(analysis, mention, header);
        var alternatives = mention
            .Terms.Select(t =>
                (Named: t.Window, Fits: t.Window.Spread(DatingWeights.OfficeDays), Explanation: Explain(t))
            )
            .ToList();
        var nearest = alternatives.MinBy(a => a.Fits.DistanceTo(header));
        return new DatingEvidence(
            analysis.SpanOf(mention.Tokens),
            nearest.Fits,
            isNews ? DatingWeights.OfficeInNews
                : isPassing || tellsNews ? DatingWeights.PassingOffice
                : DatingWeights.Office,
            nearest.Explanation
        )
        {
            Named = nearest.Named,
            IsWeak = isPassing && !IsOutranked(analysis, mention, header),
            Alternatives = alternatives,
        };
    }

    // The candidate is president at the time of the header: copy of that time would say so.
    private static bool IsOutranked(DocumentAnalysis analysis, OfficeMention mention, DateOnly header) =>
        mention.Terms[0].Title != President
        && analysis
            .Resources.Offices.TermsOf(President, mention.Terms[0].Name)
            .Any(t => t.Window.Contains(header) && t.Window.Contains(header.AddDays(-DatingWeights.OfficeDays)));

    private static string Explain(OfficeTerm term) =>
        $"{term.Name} was {term.Title} from {CalendarNames.Write(term.From)} to "
        + $"{(term.To is { } to ? CalendarNames.Write(to) : "now")}.";

    private static string ExplainStart(OfficeMention mention, OfficeTerm first) =>
        mention.IsAfterName
            ? $"The {first.Title} of {first.Name} began on {CalendarNames.Write(first.From)}."
            : Explain(first);
}
