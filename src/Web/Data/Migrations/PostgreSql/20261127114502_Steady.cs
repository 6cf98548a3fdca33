using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace KneeLoad.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Steady : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Work_Failed_HandedOver_Due",
                table: "Work");

            migrationBuilder.DropIndex(
                name: "IX_Work_RunnerId_Rank_HandedOver",
                table: "Work");

            migrationBuilder.AddColumn<DateTime>(
                name: "MailDue",
                table: "AspNetUsers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true),
                    Xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Work_Due",
                table: "Work",
                column: "Due");

            migrationBuilder.CreateIndex(
                name: "IX_Work_Failed_HandedOver_RunnerId",
                table: "Work",
                columns: new[] { "Failed", "HandedOver", "RunnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Work_RunnerId_Rank_HandedOver_Attempts_Added",
                table: "Work",
                columns: new[] { "RunnerId", "Rank", "HandedOver", "Attempts", "Added" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_MailDue",
                table: "AspNetUsers",
                column: "MailDue");

            // Who is signed in stays so.
            migrationBuilder.Sql(
                """INSERT INTO "DataProtectionKeys" ("FriendlyName", "Xml") SELECT "Name", "Xml" FROM "ProtectionKeys" """);

            migrationBuilder.DropTable(
                name: "ProtectionKeys");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropIndex(
                name: "IX_Work_Due",
                table: "Work");

            migrationBuilder.DropIndex(
                name: "IX_Work_Failed_HandedOver_RunnerId",
                table: "Work");

            migrationBuilder.DropIndex(
                name: "IX_Work_RunnerId_Rank_HandedOver_Attempts_Added",
                table: "Work");

            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_MailDue",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "MailDue",
                table: "AspNetUsers");

            migrationBuilder.CreateTable(
                name: "ProtectionKeys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionKeys", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Work_Failed_HandedOver_Due",
                table: "Work",
                columns: new[] { "Failed", "HandedOver", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_Work_RunnerId_Rank_HandedOver",
                table: "Work",
                columns: new[] { "RunnerId", "Rank", "HandedOver" });
        }
    }
}
