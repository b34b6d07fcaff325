using Connections.Domain.Calls;
using Connections.Domain.Forms;

namespace Connections.Web.Features.Grants.Reading;

/// <summary>The parts of an application with how far each has come.</summary>
public sealed record TaskList(CallApplicationId Application, IReadOnlyList<ApplicationTask> Tasks)
{
    public int Done => Tasks.Count(t => t.State is TaskState.Done);

    public bool IsComplete => Done == Tasks.Count;

    public static TaskList Of(OwnApplication own)
    {
        var wrong = own.Errors.ToLookup(e => e.Field.Split('[')[0]);
        return new TaskList(own.Application.Id, [.. own.AskedPages.GroupBy(p => p.Section).Select(section => Task(section.Key, [.. section], own, wrong))]);
    }

    private static ApplicationTask Task(string name, IReadOnlyList<FormPage> pages, OwnApplication own, ILookup<string, AnswerError> wrong)
    {
        var asked = pages.SelectMany(p => CheckAnswers.Asked(p, own.Application.Answers)).ToList();
        var errors = asked.SelectMany(f => wrong[f.Alias]).ToList();
        var missing = errors.Count(e => e.Key.StartsWith("Answer.Missing", StringComparison.Ordinal));
        var answered = asked.Any(f => !own.Application.Answers[f.Alias].IsEmpty);
        var state = errors.Count == 0 && (answered || !asked.Any(f => f.Required)) ? TaskState.Done
            : errors.Count > missing ? TaskState.ToFix
            : answered ? TaskState.Started
            : TaskState.ToDo;

        // Opens where work is left: the first page with something to do.
        var first = pages.FirstOrDefault(p => CheckAnswers.Asked(p, own.Application.Answers).Any(f => wrong[f.Alias].Any())) ?? pages[0];
        return new ApplicationTask(name, string.Join(" · ", pages.Select(p => p.Caption.TrimEnd('?'))), first.Key, state, errors.Count - missing);
    }
}

/// <param name="ToFix">Answers that are there but need work.</param>
public sealed record ApplicationTask(string Name, string Hint, string Page, TaskState State, int ToFix)
{
    /// <summary>The mark of the component library that goes with the state.</summary>
    public string Mark => State switch
    {
        TaskState.ToDo => "todo",
        TaskState.Started => "started",
        TaskState.ToFix => "error",
        TaskState.Done => "done",
    };
}

public enum TaskState
{
    ToDo,
    Started,
    ToFix,
    Done,
}
