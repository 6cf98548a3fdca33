using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeLoad.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OneWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""ALTER TABLE "Uploads" DROP COLUMN "Attempts" """);

            migrationBuilder.Sql("""ALTER TABLE "Uploads" DROP COLUMN "MapTries" """);

            migrationBuilder.Sql("""ALTER TABLE "Maps" DROP COLUMN "Attempts" """);

            migrationBuilder.CreateTable(
                name: "Work",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    RunnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HandedOver = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Claim = table.Column<Guid>(type: "TEXT", nullable: true),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: true),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Deaths = table.Column<int>(type: "INTEGER", nullable: false),
                    Alone = table.Column<bool>(type: "INTEGER", nullable: false),
                    Failed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Progress = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Work", x => new { x.Kind, x.Key });
                    table.ForeignKey(
                        name: "FK_Work_AspNetUsers_RunnerId",
                        column: x => x.RunnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Runs_ModelVersion_UploadId",
                table: "Runs",
                columns: new[] { "ModelVersion", "UploadId" });

            migrationBuilder.CreateIndex(
                name: "IX_Work_Failed_HandedOver_Due",
                table: "Work",
                columns: new[] { "Failed", "HandedOver", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_Work_Owner_Until",
                table: "Work",
                columns: new[] { "Owner", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Work_RunnerId_Rank_HandedOver",
                table: "Work",
                columns: new[] { "RunnerId", "Rank", "HandedOver" });

            // All that waited goes on waiting.
            migrationBuilder.Sql(
                """INSERT INTO "Work" ("Kind", "Key", "RunnerId", "Rank", "Added", "Due", "Attempts", "Deaths", "Alone", "Failed") SELECT 'import', "Id", "RunnerId", CASE WHEN "Bytes" > 8388608 THEN 1 ELSE 0 END, "Received", "Received", 0, 0, 0, 0 FROM "Uploads" WHERE "State" = 'Received'""");

            migrationBuilder.Sql(
                """INSERT INTO "Work" ("Kind", "Key", "RunnerId", "Rank", "Added", "Due", "Attempts", "Deaths", "Alone", "Failed") SELECT 'map', "Id", NULL, 2, "Created", "Created", 0, 0, 0, 0 FROM "Maps" WHERE "State" IN ('Waiting', 'Building')""");

            migrationBuilder.Sql(
                """INSERT INTO "Work" ("Kind", "Key", "RunnerId", "Rank", "Added", "Due", "Attempts", "Deaths", "Alone", "Failed") SELECT 'surface-round', "Id", NULL, 2, "Created", "Created", 0, 0, 0, 0 FROM "Maps" WHERE "State" = 'Ready'""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Work");

            migrationBuilder.DropIndex(
                name: "IX_Runs_ModelVersion_UploadId",
                table: "Runs");

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "Uploads",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "MapTries",
                table: "Uploads",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "Maps",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }
    }
}
