using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Columns;
using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Tests.Fit.Columns;

public sealed class DeveloperFieldsTests
{
    private const int MostBeginnings = 200;

    [Fact]
    public void A_field_is_found_by_developer_and_number()
    {
        var fields = new DeveloperFields();
        fields.Add(Field(0, 8, "Form Power"));
        fields.Add(Field(1, 8, "Leg Spring Stiffness"));

        Assert.Equal("Form Power", fields.Find(0, 8)?.Name);
        Assert.Equal("Leg Spring Stiffness", fields.Find(1, 8)?.Name);
        Assert.Null(fields.Find(0, 9));
        Assert.Null(new DeveloperFields().Find(0, 8));
    }

    [Fact]
    public void The_first_description_of_a_field_stays_and_the_second_changes_nothing()
    {
        var fields = new DeveloperFields();
        fields.Add(Field(0, 8, "Form Power"));
        fields.Add(Field(0, 8, "Air Power"));

        Assert.Equal("Form Power", fields.Find(0, 8)?.Name);
        Assert.Equal(1, fields.Revision);
    }

    [Fact]
    public void A_developer_that_begins_anew_loses_its_fields_and_no_others()
    {
        var fields = new DeveloperFields();
        fields.Add(Field(0, 8, "Form Power"));
        fields.Add(Field(0, 9, "Air Power"));
        fields.Add(Field(1, 8, "Leg Spring Stiffness"));

        Assert.True(fields.TryBegin(0));

        Assert.Null(fields.Find(0, 8));
        Assert.Null(fields.Find(0, 9));
        Assert.NotNull(fields.Find(1, 8));
        Assert.Equal(5, fields.Revision);
    }

    [Fact]
    public void A_developer_without_fields_changes_nothing_when_it_begins()
    {
        var fields = new DeveloperFields();
        fields.Add(Field(1, 8, "Leg Spring Stiffness"));

        Assert.True(fields.TryBegin(0));
        Assert.True(fields.TryBegin(300));

        Assert.Equal(1, fields.Revision);
    }

    [Fact]
    public void Beyond_two_hundred_beginnings_nothing_is_forgotten_any_more()
    {
        var fields = new DeveloperFields();
        for (var i = 0; i < MostBeginnings; i++)
        {
            Assert.True(fields.TryBegin(0));
        }

        fields.Add(Field(0, 8, "Form Power"));

        Assert.False(fields.TryBegin(0));
        Assert.NotNull(fields.Find(0, 8));
    }

    private static DeveloperField Field(byte developer, byte number, string name) =>
        new(developer, number, name, "W", FitBaseType.UInt16, Scaling.None, null);
}
