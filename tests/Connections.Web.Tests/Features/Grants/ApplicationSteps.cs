using Connections.Domain.Calls;
using Connections.Testing.Html;

namespace Connections.Web.Tests.Features.Grants;

/// <summary>What an applicant does, step by step.</summary>
internal static class ApplicationSteps
{
    /// <returns>The address of the new application.</returns>
    public static async Task<string> BeginAsync(this Visitor visitor, Call call)
    {
        var gate = await visitor.GetAsync($"/grants/{call.Slug}/apply");
        var begin = await gate.Form("Go on").Tick("Gate[new]", "yes").Tick("Gate[party]", "no").SubmitAsync();
        var tasks = await begin.Form("Begin your application").SubmitAsync();
        return tasks.AssertShown("Your application").Path;
    }

    public static async Task<HtmlPage> AnswerProjectAsync(this Visitor visitor, string application, string title = "Story days", string button = "Save and go on") =>
        await (await visitor.GetAsync($"{application}/questions/project")).Form(button)
            .Set("Form.Text[title]", title).Set("Form.Text[summary]", "We tell each other stories.").Set("Form.Chosen[country]", "NZ")
            .Set("Form.Dates[startDate].Day", "1").Set("Form.Dates[startDate].Month", "7").Set("Form.Dates[startDate].Year", "2027")
            .SubmitAsync();

    public static async Task<HtmlPage> AnswerMoneyAsync(this Visitor visitor, string application, string asked = "2,500") =>
        await (await visitor.GetAsync($"{application}/questions/money")).Form("Save and go on")
            .Set("Form.Lines[budget][0].Description", "Hall").Set("Form.Lines[budget][0].Category", "venue").Set("Form.Lines[budget][0].Amount", "2,000")
            .Set("Form.Lines[budget][1].Description", "Bus").Set("Form.Lines[budget][1].Category", "travel").Set("Form.Lines[budget][1].Amount", "500").Set("Form.Lines[budget][1].Other", "100")
            .Set("Form.Amounts[amountRequested]", asked)
            .SubmitAsync();

    /// <returns>The page with all answers, ready to be sent.</returns>
    public static async Task<HtmlPage> CompleteAsync(this Visitor visitor, Call call)
    {
        var application = await visitor.BeginAsync(call);
        await visitor.AnswerProjectAsync(application);
        await visitor.AnswerMoneyAsync(application);
        return await visitor.GetAsync($"{application}/check");
    }
}
