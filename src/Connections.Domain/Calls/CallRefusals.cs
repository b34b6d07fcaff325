using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>Why a call, an application, a review or a decision could not be changed as asked.</summary>
public static class CallRefusals
{
    public static readonly Refusal RubricEmpty = new("Refusal.RubricEmpty", "Rubric");
    public static readonly Refusal WeightsNotHundred = new("Refusal.WeightsNotHundred", "Rubric");
    public static readonly Refusal ScaleEmpty = new("Refusal.ScaleEmpty", "Rubric");
    public static readonly Refusal AnchorsIncomplete = new("Refusal.AnchorsIncomplete", "Rubric");
    public static readonly Refusal CriterionTwice = new("Refusal.CriterionTwice", "Rubric");
    public static readonly Refusal ClosesBeforeItOpens = new("Refusal.ClosesBeforeItOpens", "ClosesAt");
    public static readonly Refusal GrantLimitsCrossed = new("Refusal.GrantLimitsCrossed", "GrantMaximum");
    public static readonly Refusal NoReviewers = new("Refusal.NoReviewers", "ReviewersPerApplication");
    public static readonly Refusal OpensInThePast = new("Refusal.OpensInThePast", "OpensAt");
    public static readonly Refusal RubricFrozen = new("Refusal.RubricFrozen", "Rubric");
    public static readonly Refusal DeadlineBroughtForward = new("Refusal.DeadlineBroughtForward", "ClosesAt");
    public static readonly Refusal WrongCallStatus = new("Refusal.WrongCallStatus");
    public static readonly Refusal NotYetTime = new("Refusal.NotYetTime");
    public static readonly Refusal ApplicationsUndecided = new("Refusal.ApplicationsUndecided");

    public static readonly Refusal CallNotYetOpen = new("Refusal.CallNotYetOpen");
    public static readonly Refusal CallClosed = new("Refusal.CallClosed");
    public static readonly Refusal NotEligible = new("Refusal.NotEligible");
    public static readonly Refusal AlreadySubmitted = new("Refusal.AlreadySubmitted");
    public static readonly Refusal AnswersIncomplete = new("Refusal.AnswersIncomplete");
    public static readonly Refusal DeclarationMissing = new("Refusal.DeclarationMissing", "Declaration");
    public static readonly Refusal ApplicationWithdrawn = new("Refusal.ApplicationWithdrawn");
    public static readonly Refusal ApplicationDecided = new("Refusal.ApplicationDecided");
    public static readonly Refusal ApplicationNotSubmitted = new("Refusal.ApplicationNotSubmitted");

    public static readonly Refusal InConflict = new("Refusal.InConflict", "PanelMember");
    public static readonly Refusal ReviewerFull = new("Refusal.ReviewerFull", "PanelMember");
    public static readonly Refusal AssignmentReleased = new("Refusal.AssignmentReleased");
    public static readonly Refusal ReasonMissing = new("Refusal.ReasonMissing", "Reason");
    public static readonly Refusal ReviewSubmitted = new("Refusal.ReviewSubmitted");
    public static readonly Refusal UnknownCriterion = new("Refusal.UnknownCriterion");
    public static readonly Refusal BonusOutOfRange = new("Refusal.BonusOutOfRange", "BonusPoints");
    public static readonly Refusal ReviewingOver = new("Refusal.ReviewingOver");
    public static readonly Refusal ReviewingGoesOn = new("Refusal.ReviewingGoesOn");
    public static readonly Refusal RemindedToday = new("Refusal.RemindedToday");
    public static readonly Refusal DecisionsNotRecorded = new("Refusal.DecisionsNotRecorded");

    public static readonly Refusal AmountMissing = new("Refusal.AmountMissing", "Amount");
    public static readonly Refusal AmountOutsideLimits = new("Refusal.AmountOutsideLimits", "Amount");
    public static readonly Refusal AmountAboveRequest = new("Refusal.AmountAboveRequest", "Amount");
    public static readonly Refusal OverBudget = new("Refusal.OverBudget", "OverrideReason");
    public static readonly Refusal ReasonsMissing = new("Refusal.ReasonsMissing", "Reasons");
    public static readonly Refusal FeedbackMissing = new("Refusal.FeedbackMissing", "Feedback");
    public static readonly Refusal DecisionPublished = new("Refusal.DecisionPublished");

    public static Refusal ScoreMissing(string criterion) => new("Refusal.ScoreMissing", $"Score.{criterion}");

    public static Refusal ScoreOutOfScale(string criterion) => new("Refusal.ScoreOutOfScale", $"Score.{criterion}");

    public static Refusal ScoreReasonTooShort(string criterion) => new("Refusal.ScoreReasonTooShort", $"Reason.{criterion}");

    public static Refusal ScoreReasonTooLong(string criterion) => new("Refusal.ScoreReasonTooLong", $"Reason.{criterion}");
}
