using System.Reflection;
using Connections.Data;
using Connections.Data.SentForms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Connections.Web.Security.Input.Once;

/// <summary>A form that is sent twice does once what it does, and is answered alike both times. That it was taken commits with
/// its first save; a second one finds that beforehand or, at the same moment, fails on it and is answered after the first.</summary>
/// <remarks>Only what leads on to another page counts as taken: a page that shows its form again draws it with a new number,
/// and a preview or a file can be asked for as often as one likes.</remarks>
internal sealed class TakeFormOnce(ConnectionsDbContext db, TimeProvider clock, IModelMetadataProvider metadata, IOptions<AntiforgeryOptions> antiforgery)
    : IAsyncPageFilter, IAsyncAlwaysRunResultFilter
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private const int Steps = 40;

    private SentForm? sent;
    private string? notices;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await ReadAsync(context) is not { } form)
        {
            await next();
            return;
        }

        if (Has<TakesSameWordsOnceAttribute>(context))
        {
            // Half an hour later the same words are meant again.
            var before = form.SentAt - TakesSameWordsOnceAttribute.For;
            await Row(form).Where(f => f.SentAt < before).ExecuteDeleteAsync(CancellationToken.None);
        }

        if (await KnownAsync(form))
        {
            context.Result = await SameAnswerAsync(form, context.HandlerInstance);
            return;
        }

        sent = form;
        db.Take(form);
        var executed = await next();
        notices = Notices.Of(context.HandlerInstance);
        if (db.HasTaken)
        {
            // A failure after the save: whoever tries again is not told that all was well.
            if (executed.Exception is not null and not OperationCanceledException)
            {
                await Row(form).ExecuteDeleteAsync(CancellationToken.None);
            }
        }
        else if (executed is { Exception: DbUpdateException } or { Exception: null, Result: not IKeepTempDataResult } && await KnownAsync(form))
        {
            // The same form came twice at once, and the other was first.
            executed.ExceptionHandled = true;
            executed.Result = await SameAnswerAsync(form, context.HandlerInstance);
        }
    }

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        await next();
        if (sent is null || !db.HasTaken)
        {
            return;
        }

        // Written down even for a browser that has gone: its second click may be waiting for this answer.
        if (context.HttpContext.Response is { StatusCode: >= 300 and < 400, Headers.Location: [{ Length: <= 2000 } address] })
        {
            await Row(sent).ExecuteUpdateAsync(set => set.SetProperty(f => f.Answer, address).SetProperty(f => f.Notices, notices), CancellationToken.None);
            await db.SentForms.Where(f => f.Number == sent.Number && f.Id != sent.Id).ExecuteDeleteAsync(CancellationToken.None);
        }
        else
        {
            await Row(sent).ExecuteDeleteAsync(CancellationToken.None);
        }
    }

    private async Task<SentForm?> ReadAsync(PageHandlerExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType
            || Has<TakesFormAgainAttribute>(context))
        {
            return null;
        }

        var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
        if (FormNumber.Of(form) is not { } given)
        {
            return null;
        }

        var number = Has<TakesSameWordsOnceAttribute>(context) ? FormNumber.OfBrowser(request, antiforgery.Value.Cookie.Name!) : given;
        return new SentForm
        {
            Id = await FormNumber.DigestAsync(request, number, form, context.HttpContext.RequestAborted),
            Number = number,
            SentAt = clock.GetUtcNow(),
        };
    }

    private static bool Has<TAttribute>(PageHandlerExecutingContext context)
        where TAttribute : Attribute => context.HandlerInstance.GetType().GetCustomAttribute<TAttribute>() is not null;

    private IQueryable<SentForm> Row(SentForm form) => db.SentForms.Where(f => f.Id == form.Id);

    private Task<bool> KnownAsync(SentForm form) => Row(form).AnyAsync(CancellationToken.None);

    private async Task<IActionResult> SameAnswerAsync(SentForm form, object page)
    {
        for (var step = 0; step < Steps; step++)
        {
            if (await Row(form).Select(f => new { f.Answer, f.Notices }).SingleOrDefaultAsync(CancellationToken.None) is { Answer: { } address } known)
            {
                Notices.Repeat(page, known.Notices);
                return new RedirectResult(address);
            }

            await Task.Delay(Step, CancellationToken.None);
        }

        return new ViewResult
        {
            ViewName = "/Features/Errors/FormTaken.cshtml",
            ViewData = new ViewDataDictionary(metadata, new ModelStateDictionary()),
        };
    }
}
