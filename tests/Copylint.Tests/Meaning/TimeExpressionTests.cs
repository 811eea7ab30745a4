using Copylint.Tests.Support;

namespace Copylint.Tests.Meaning;

public sealed class TimeExpressionTests
{
    [Theory]
    [InlineData("on Tuesday, 27 June 2017, he", "Tuesday, 27 June 2017", "27 June 2017")]
    [InlineData("on February 1st, 2023 he", "February 1st, 2023", "1 February 2023")]
    [InlineData("on Feb. 1, 2023, he", "Feb. 1, 2023", "1 February 2023")]
    [InlineData("on the 3rd of May 2019 he", "3rd of May 2019", "3 May 2019")]
    [InlineData("on 2022-03-25 he", "2022-03-25", "25 March 2022")]
    [InlineData("in May 2019 he", "May 2019", "1 May 2019 to 31 May 2019")]
    [InlineData("in 2016 he", "2016", "1 January 2016 to 31 December 2016")]
    [InlineData("on 30 April he", "30 April", "")]
    [InlineData("he may 5 times", "", "")]
    [InlineData("March on Rome", "", "")]
    [InlineData("on the 30th day of the invasion of Ukraine", "30th day of the invasion of Ukraine", "25 March 2022 to 26 March 2022")]
    [InlineData("on day 100 of the war in Ukraine", "day 100 of the war in Ukraine", "3 June 2022 to 4 June 2022")]
    [InlineData("more than a month into Russia’s invasion", "more than a month into Russia’s invasion", "24 March 2022 to 20 April 2022")]
    [InlineData("two years after the Grenfell Tower fire", "two years after the Grenfell Tower fire", "14 June 2019 to 14 June 2020")]
    [InlineData("three weeks into the invasion of Ukraine", "three weeks into the invasion of Ukraine", "17 March 2022 to 24 March 2022")]
    [InlineData("the twenty-fifth day of the war in Ukraine", "twenty-fifth day of the war in Ukraine", "20 March 2022 to 21 March 2022")]
    [InlineData("critics of the invasion of Ukraine", "", "")]
    public void An_expression_is_read_with_its_window(string text, string span, string window)
    {
        using var analysis = TestRules.Analyse(text);
        var expression = analysis.TimeExpressions.FirstOrDefault();
        Assert.Equal((span, window), (expression?.Span.In(text).ToString() ?? "", expression?.Window?.ToString() ?? ""));
    }
}
