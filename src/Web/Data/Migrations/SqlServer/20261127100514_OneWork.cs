using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeLoad.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class OneWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "Uploads");

            migrationBuilder.DropColumn(
                name: "MapTries",
                table: "Uploads");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "Maps");

            migrationBuilder.CreateTable(
                name: "Work",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RunnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Rank = table.Column<int>(type: "int", nullable: false),
                    Added = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Due = table.Column<DateTime>(type: "datetime2", nullable: false),
                    HandedOver = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Claim = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Owner = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    Deaths = table.Column<int>(type: "int", nullable: false),
                    Alone = table.Column<bool>(type: "bit", nullable: false),
                    Failed = table.Column<bool>(type: "bit", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Progress = table.Column<string>(type: "nvarchar(max)", nullable: true)
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
                """EXEC(N'INSERT INTO [Work] ([Kind], [Key], [RunnerId], [Rank], [Added], [Due], [Attempts], [Deaths], [Alone], [Failed]) SELECT ''import'', [Id], [RunnerId], CASE WHEN [Bytes] > 8388608 THEN 1 ELSE 0 END, [Received], [Received], 0, 0, 0, 0 FROM [Uploads] WHERE [State] = ''Received''')""");

            migrationBuilder.Sql(
                """EXEC(N'INSERT INTO [Work] ([Kind], [Key], [RunnerId], [Rank], [Added], [Due], [Attempts], [Deaths], [Alone], [Failed]) SELECT ''map'', [Id], NULL, 2, [Created], [Created], 0, 0, 0, 0 FROM [Maps] WHERE [State] IN (''Waiting'', ''Building'')')""");

            migrationBuilder.Sql(
                """EXEC(N'INSERT INTO [Work] ([Kind], [Key], [RunnerId], [Rank], [Added], [Due], [Attempts], [Deaths], [Alone], [Failed]) SELECT ''surface-round'', [Id], NULL, 2, [Created], [Created], 0, 0, 0, 0 FROM [Maps] WHERE [State] = ''Ready''')""");
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
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "MapTries",
                table: "Uploads",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "Maps",
                type: "int",
                nullable: false,
                defaultValue: 0);
        }
    }
}
