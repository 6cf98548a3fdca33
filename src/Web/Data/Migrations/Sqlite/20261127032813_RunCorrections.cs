using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeLoad.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RunCorrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RunCorrections",
                columns: table => new
                {
                    RunnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    RunKind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Metres = table.Column<double>(type: "REAL", nullable: true),
                    Start = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Told = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RunCorrections", x => new { x.RunnerId, x.RunId, x.Kind });
                    table.ForeignKey(
                        name: "FK_RunCorrections_AspNetUsers_RunnerId",
                        column: x => x.RunnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // What runners had told moves to its table; the column of denials is taken over, empty, by another mark.
            migrationBuilder.Sql(
                """
                INSERT INTO "RunCorrections" ("RunnerId", "RunId", "Kind", "RunKind", "Told") SELECT "RunnerId", "Id", 'RunKind', "ToldKind", '2026-11-27 00:00:00' FROM "Runs" WHERE "ToldKind" IS NOT NULL;
                """);

            migrationBuilder.Sql(
                """
                INSERT INTO "RunCorrections" ("RunnerId", "RunId", "Kind", "Told") SELECT "RunnerId", "Id", 'NotTheSame', '2026-11-27 00:00:00' FROM "Runs" WHERE "DuplicateDenied" = 1;
                """);

            migrationBuilder.Sql(
                """
                UPDATE "Runs" SET "DuplicateDenied" = 0 WHERE "DuplicateDenied" = 1;
                """);

            // By the statement itself: the tool would copy the whole table for it, outside of a transaction.
            migrationBuilder.Sql(
                """
                ALTER TABLE "Runs" DROP COLUMN "ToldKind";
                """);

            migrationBuilder.RenameColumn(
                name: "DuplicateDenied",
                table: "Runs",
                newName: "LeftOut");

            migrationBuilder.AddColumn<bool>(
                name: "ByHand",
                table: "Uploads",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Deleted",
                table: "Runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RunCorrections");

            migrationBuilder.DropColumn(
                name: "ByHand",
                table: "Uploads");

            migrationBuilder.DropColumn(
                name: "Deleted",
                table: "Runs");

            migrationBuilder.RenameColumn(
                name: "LeftOut",
                table: "Runs",
                newName: "DuplicateDenied");

            migrationBuilder.AddColumn<string>(
                name: "ToldKind",
                table: "Runs",
                type: "TEXT",
                maxLength: 16,
                nullable: true);
        }
    }
}
