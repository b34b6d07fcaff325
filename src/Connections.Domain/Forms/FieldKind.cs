namespace Connections.Domain.Forms;

public enum FieldKind
{
    ShortAnswer,
    LongAnswer,
    SingleChoice,
    MultipleChoice,
    Checkbox,
    Date,
    FileUpload,
    Money,
    BudgetTable,
    CountryList,
    Unknown,
}
