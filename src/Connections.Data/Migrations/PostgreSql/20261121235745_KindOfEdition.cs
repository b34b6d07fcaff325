using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Connections.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class KindOfEdition : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Editions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Letter");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Editions");
        }
    }
}
