using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeLoad.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class CopyQuestions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Runs_RunnerId_CopyId",
                table: "Runs");

            migrationBuilder.DropIndex(
                name: "IX_Runs_UploadId",
                table: "Runs");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_Copies",
                table: "Runs",
                columns: new[] { "RunnerId", "Start" },
                filter: "\"CopyId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_OfUpload",
                table: "Runs",
                columns: new[] { "UploadId", "RunnerId", "Start", "Deleted", "IsRun", "DuplicateOfId" });

            // Pairs that earlier versions noted are looked at anew.
            migrationBuilder.Sql("""INSERT INTO "Work" ("Kind", "Key", "RunnerId", "Rank", "Added", "Due", "Attempts", "Deaths", "Alone", "Failed") SELECT 'catch-up', "Id", "Id", 2, "Created", "Created", 0, 0, false, false FROM "AspNetUsers" WHERE EXISTS (SELECT 1 FROM "Runs" WHERE "Runs"."RunnerId" = "AspNetUsers"."Id" AND "Runs"."CopyId" IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM "Work" WHERE "Work"."Kind" = 'catch-up' AND "Work"."Key" = "AspNetUsers"."Id")""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Runs_Copies",
                table: "Runs");

            migrationBuilder.DropIndex(
                name: "IX_Runs_OfUpload",
                table: "Runs");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_RunnerId_CopyId",
                table: "Runs",
                columns: new[] { "RunnerId", "CopyId" },
                filter: "\"CopyId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_UploadId",
                table: "Runs",
                column: "UploadId");
        }
    }
}
