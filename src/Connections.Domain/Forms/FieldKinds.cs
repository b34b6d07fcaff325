namespace Connections.Domain.Forms;

/// <summary>The field types by the identifiers that form definitions carry: Umbraco Forms' own, and three of the portal's.</summary>
public static class FieldKinds
{
    private static readonly Dictionary<Guid, FieldKind> ById = new()
    {
        [new Guid("3f92e01b-29e2-4a30-bf33-9df5580ed52c")] = FieldKind.ShortAnswer,
        [new Guid("023f09ac-1445-4bcb-b8fa-ab49f33bd046")] = FieldKind.LongAnswer,
        [new Guid("903df9b0-a78c-11de-9fc1-db7a56d89593")] = FieldKind.SingleChoice,
        [new Guid("fab43f20-a6bf-11de-a28f-9b5755d89593")] = FieldKind.MultipleChoice,
        [new Guid("d5c0c390-ae9a-11de-a69e-666455d89593")] = FieldKind.Checkbox,
        [new Guid("f8b4c3b8-af28-11de-9dd8-ef5956d89593")] = FieldKind.Date,
        [new Guid("84a17cf8-b711-46a6-9840-0e4a072ad000")] = FieldKind.FileUpload,
        [new Guid("0b4c7cdf-c9f5-5585-9e93-20eb261c4b68")] = FieldKind.Money,
        [new Guid("c3b817fa-4a53-50bf-bc14-d48c2785e0dd")] = FieldKind.BudgetTable,
        [new Guid("909268e3-feef-5354-b5b3-981d1bd5cb0f")] = FieldKind.CountryList,
    };

    public static FieldKind Of(Guid id) => ById.GetValueOrDefault(id, FieldKind.Unknown);

    public static Guid IdOf(FieldKind kind) => ById.Single(pair => pair.Value == kind).Key;
}
