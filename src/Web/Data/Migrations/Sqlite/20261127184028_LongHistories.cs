using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeLoad.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LongHistories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Runs",
                table: "Weeks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BaseHash",
                table: "ShownAssessments",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CopyId",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Runs_RunnerId_CopyId",
                table: "Runs",
                columns: new[] { "RunnerId", "CopyId" },
                filter: "\"CopyId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_RunnerId_LocalDate_Start",
                table: "Runs",
                columns: new[] { "RunnerId", "LocalDate", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_ScoringConsent",
                table: "AspNetUsers",
                column: "ScoringConsent");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_StoringConsent",
                table: "AspNetUsers",
                column: "StoringConsent");

            // What earlier versions stored lacks what these columns note.
            migrationBuilder.Sql("""INSERT INTO "Work" ("Kind", "Key", "RunnerId", "Rank", "Added", "Due", "Attempts", "Deaths", "Alone", "Failed") SELECT 'catch-up', "Id", "Id", 2, "Created", "Created", 0, 0, 0, 0 FROM "AspNetUsers" WHERE EXISTS (SELECT 1 FROM "Runs" WHERE "Runs"."RunnerId" = "AspNetUsers"."Id")""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Runs_RunnerId_CopyId",
                table: "Runs");

            migrationBuilder.DropIndex(
                name: "IX_Runs_RunnerId_LocalDate_Start",
                table: "Runs");

            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_ScoringConsent",
                table: "AspNetUsers");

            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_StoringConsent",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "Runs",
                table: "Weeks");

            migrationBuilder.DropColumn(
                name: "BaseHash",
                table: "ShownAssessments");

            migrationBuilder.DropColumn(
                name: "CopyId",
                table: "Runs");
        }
    }
}
