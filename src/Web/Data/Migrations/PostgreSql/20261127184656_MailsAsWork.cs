using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeLoad.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class MailsAsWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A mail that waits goes on waiting, as work.
            migrationBuilder.Sql(
                """INSERT INTO "Work" ("Kind", "Key", "RunnerId", "Rank", "Added", "Due", "Attempts", "Deaths", "Alone", "Failed") SELECT 'score', "Id", "RunnerId", 4, "Created", "NextAttempt", "Attempts", 0, false, false FROM "WeeklyMails" WHERE "State" = 'Waiting'""");

            migrationBuilder.DropIndex(
                name: "IX_WeeklyMails_State_NextAttempt",
                table: "WeeklyMails");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "WeeklyMails");

            migrationBuilder.DropColumn(
                name: "NextAttempt",
                table: "WeeklyMails");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Day",
                table: "WeeklyMails",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PainDay",
                table: "WeeklyMails",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Letters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    RunnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    To = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    Values = table.Column<string>(type: "text", nullable: true),
                    Token = table.Column<string>(type: "text", nullable: true),
                    Created = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Letters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Letters_AspNetUsers_RunnerId",
                        column: x => x.RunnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_RunnerId",
                table: "Letters",
                column: "RunnerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Letters");

            migrationBuilder.DropColumn(
                name: "Day",
                table: "WeeklyMails");

            migrationBuilder.DropColumn(
                name: "PainDay",
                table: "WeeklyMails");

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "WeeklyMails",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextAttempt",
                table: "WeeklyMails",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.CreateIndex(
                name: "IX_WeeklyMails_State_NextAttempt",
                table: "WeeklyMails",
                columns: new[] { "State", "NextAttempt" });
        }
    }
}
