using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Connections.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CallStages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "RemindedAt",
                table: "PanelMembers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DecisionsRecordedAt",
                table: "Calls",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReviewingEndedAt",
                table: "Calls",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReviewingEndedReason",
                table: "Calls",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "PanelMembers");

            migrationBuilder.DropColumn(
                name: "DecisionsRecordedAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "ReviewingEndedAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "ReviewingEndedReason",
                table: "Calls");
        }
    }
}
