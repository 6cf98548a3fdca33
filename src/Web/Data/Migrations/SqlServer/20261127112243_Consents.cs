using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeLoad.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Consents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "HealthConsent",
                table: "AspNetUsers",
                newName: "StoringConsent");

            migrationBuilder.AddColumn<DateTime>(
                name: "ScoringConsent",
                table: "AspNetUsers",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    RunnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Moment = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Given = table.Column<bool>(type: "bit", nullable: false),
                    TextVersion = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => new { x.RunnerId, x.Purpose, x.Moment });
                    table.ForeignKey(
                        name: "FK_Consents_AspNetUsers_RunnerId",
                        column: x => x.RunnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Until now one consent, under its own words, was for both.
            migrationBuilder.Sql(
                """EXEC(N'UPDATE [AspNetUsers] SET [ScoringConsent] = [StoringConsent]')""");

            migrationBuilder.Sql(
                """EXEC(N'INSERT INTO [Consents] ([RunnerId], [Purpose], [Moment], [Given], [TextVersion]) SELECT [Id], ''Storing'', [StoringConsent], 1, ''2026-11-22'' FROM [AspNetUsers] WHERE [StoringConsent] IS NOT NULL')""");

            migrationBuilder.Sql(
                """EXEC(N'INSERT INTO [Consents] ([RunnerId], [Purpose], [Moment], [Given], [TextVersion]) SELECT [Id], ''Scoring'', [StoringConsent], 1, ''2026-11-22'' FROM [AspNetUsers] WHERE [StoringConsent] IS NOT NULL')""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropColumn(
                name: "ScoringConsent",
                table: "AspNetUsers");

            migrationBuilder.RenameColumn(
                name: "StoringConsent",
                table: "AspNetUsers",
                newName: "HealthConsent");
        }
    }
}
