using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeLoad.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ToldFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Activity",
                table: "DiaryNotes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Side",
                table: "DiaryNotes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "LongestBeforeMetres",
                table: "AspNetUsers",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "OtherInjury",
                table: "AspNetUsers",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Activity",
                table: "DiaryNotes");

            migrationBuilder.DropColumn(
                name: "Side",
                table: "DiaryNotes");

            migrationBuilder.DropColumn(
                name: "LongestBeforeMetres",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "OtherInjury",
                table: "AspNetUsers");
        }
    }
}
