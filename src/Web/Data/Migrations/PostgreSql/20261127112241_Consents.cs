using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeLoad.Web.Data.Migrations.PostgreSql
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
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    RunnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Moment = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Given = table.Column<bool>(type: "boolean", nullable: false),
                    TextVersion = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false)
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
                """UPDATE "AspNetUsers" SET "ScoringConsent" = "StoringConsent" """);

            migrationBuilder.Sql(
                """INSERT INTO "Consents" ("RunnerId", "Purpose", "Moment", "Given", "TextVersion") SELECT "Id", 'Storing', "StoringConsent", TRUE, '2026-11-22' FROM "AspNetUsers" WHERE "StoringConsent" IS NOT NULL""");

            migrationBuilder.Sql(
                """INSERT INTO "Consents" ("RunnerId", "Purpose", "Moment", "Given", "TextVersion") SELECT "Id", 'Scoring', "StoringConsent", TRUE, '2026-11-22' FROM "AspNetUsers" WHERE "StoringConsent" IS NOT NULL""");
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
