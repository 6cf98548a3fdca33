using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeLoad.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class RenewedRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RenewedRuns",
                columns: table => new
                {
                    RunnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Change = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RenewedRuns", x => new { x.RunnerId, x.RunId, x.Change });
                    table.ForeignKey(
                        name: "FK_RenewedRuns_AspNetUsers_RunnerId",
                        column: x => x.RunnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RenewedRuns");
        }
    }
}
