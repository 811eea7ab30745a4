using System.Text;
using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Diagnostics;

namespace Copylint.Rules.Chronology;

/// <summary>CL1012. A date that is not written as the house writes it. Off until a house sets its pattern.</summary>
internal sealed class DateFormat : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var house = context.Option("pattern");
        if (
            !house.Contains("MMM", StringComparison.Ordinal)
            || !house.Contains('d')
            || !house.Contains("yyyy", StringComparison.Ordinal)
        )
            throw new FormatException(
                $"the pattern of dates '{house}' needs a month (MMMM or MMM), a day (d or do) and a year (yyyy)"
            );
        context.OnDocument(c => Check(c, house));
    }

    private static void Check(ReportContext context, string house)
    {
        var analysis = context.Analysis;
        foreach (var time in analysis.TimeExpressions)
        {
            if (
                time
                    is not {
                        Kind: TimeExpressionKind.Date,
                        Month: { } month and >= 1 and <= 12,
                        Day: { } day and >= 1 and <= 31
                    }
                || time.EndDay is not null
                || time.Offset is not null
                || analysis.Quotations.At(time.Span.Start) is not null
                || !BlockKinds.Copy.Has(context.Document.Blocks[analysis.Sentences[time.Sentence].Block].Kind)
            )
                continue;
            var text = time.Span.In(context.Text).ToString();
            var isAmbiguous = time.Confidence < 1;
            var suggestion = Write(house, time.Weekday, time.Year, month, day);
            if (text == suggestion)
                continue;
            context.Report(
                time.Span,
                new Finding
                {
                    Arguments =
                    [
                        ("suggestion", isAmbiguous ? null : suggestion),
                        ("ambiguous", isAmbiguous ? "It can be read as two days." : null),
                    ],
                    Fixes = isAmbiguous
                        ? []
                        :
                        [
                            new Fix(
                                $"Write '{suggestion}'",
                                true,
                                [new TextEdit(context.Document.ToSource(time.Span), suggestion)]
                            ),
                        ],
                }
            );
        }
    }

    private static string Write(string house, DayOfWeek? weekday, int? year, int month, int day)
    {
        var pattern = year is null
            ? house
                .Replace(", yyyy", "", StringComparison.Ordinal)
                .Replace(" yyyy", "", StringComparison.Ordinal)
                .Replace("yyyy", "", StringComparison.Ordinal)
                .Trim()
            : house;
        var name = CalendarNames.MonthName(month);
        var result = new StringBuilder();
        if (weekday is { } written)
            result.Append(written).Append(pattern[0] == 'd' ? " " : ", ");
        for (var i = 0; i < pattern.Length; )
        {
            var rest = pattern.AsSpan(i);
            if (rest.StartsWith("MMMM"))
                Append(name, 4);
            else if (rest.StartsWith("MMM"))
                // The style of the Associated Press: March to July are never cut.
                Append(
                    month is >= 3 and <= 7 ? name
                        : month == 9 ? "Sept."
                        : name[..3] + ".",
                    3
                );
            else if (rest.StartsWith("yyyy"))
                Append(year?.ToString("0000") ?? "", 4);
            else if (rest.StartsWith("do"))
                Append($"{day}{Ordinal(day)}", 2);
            else if (rest[0] == 'd')
                Append(day.ToString(), 1);
            else
                Append(rest[..1].ToString(), 1);

            void Append(string text, int length)
            {
                result.Append(text);
                i += length;
            }
        }

        return result.ToString();
    }

    private static string Ordinal(int day) =>
        day is >= 11 and <= 13
            ? "th"
            : (day % 10) switch
            {
                1 => "st",
                2 => "nd",
                3 => "rd",
                _ => "th",
            };
}
