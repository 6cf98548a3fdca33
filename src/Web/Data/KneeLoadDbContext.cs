using System.Linq.Expressions;
using KneeLoad.Web.Data.Configurations;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Data.Entities.Upkeep;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NodaTime;

namespace KneeLoad.Web.Data;

/// <summary>The one model; each provider derives a context of its own for its migrations.</summary>
public abstract class KneeLoadDbContext(DbContextOptions options, RowsInSight rows)
    : IdentityDbContext<Runner, IdentityRole<Guid>, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>Files that were handed over.</summary>
    public DbSet<Upload> Uploads => Set<Upload>();

    /// <summary>Runners' words on the uses of their health data.</summary>
    public DbSet<Consent> Consents => Set<Consent>();

    /// <summary>Work that waits.</summary>
    public DbSet<WorkItem> Work => Set<WorkItem>();

    /// <summary>Analysed activities, without those that their runner deleted.</summary>
    public DbSet<Run> Runs => Set<Run>();

    /// <summary>Analysed activities, those too that their runner deleted: whatever is recomputed must reach them, or they come back outdated.</summary>
    public IQueryable<Run> AllRuns => Runs.IgnoreQueryFilters([RunConfiguration.Deleted]);

    /// <summary>Files of archives that no activity came of.</summary>
    public DbSet<RunlessFile> RunlessFiles => Set<RunlessFile>();

    /// <summary>Runners' corrections of their activities.</summary>
    public DbSet<RunCorrection> RunCorrections => Set<RunCorrection>();

    /// <summary>The runs that a newer version of the program reads differently.</summary>
    public DbSet<RenewedRun> RenewedRuns => Set<RenewedRun>();

    /// <summary>Stored weeks.</summary>
    public DbSet<Week> Weeks => Set<Week>();

    /// <summary>States of the folder of map extracts.</summary>
    public DbSet<Map> Maps => Set<Map>();

    /// <summary>Runners' corrections of ways.</summary>
    public DbSet<WayCorrection> WayCorrections => Set<WayCorrection>();

    /// <summary>Runners' words about their knees.</summary>
    public DbSet<DiaryNote> DiaryNotes => Set<DiaryNote>();

    /// <summary>Weekly mails.</summary>
    public DbSet<WeeklyMail> WeeklyMails => Set<WeeklyMail>();

    /// <summary>Letters that wait.</summary>
    public DbSet<Letter> Letters => Set<Letter>();

    /// <summary>Tokens in mails.</summary>
    public DbSet<MailToken> MailTokens => Set<MailToken>();

    /// <summary>Assessments as they were shown.</summary>
    public DbSet<ShownAssessment> ShownAssessments => Set<ShownAssessment>();

    /// <summary>Signed-in browsers.</summary>
    public DbSet<SignIn> SignIns => Set<SignIn>();

    /// <summary>Personal tokens, by which programs ask the API.</summary>
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    /// <summary>Links and words that open one door once.</summary>
    public DbSet<AccountLink> AccountLinks => Set<AccountLink>();

    /// <summary>Acts on accounts: which, by whom, and when.</summary>
    public DbSet<TrailEntry> Trail => Set<TrailEntry>();

    /// <summary>Counts of requests, by which they are limited.</summary>
    public DbSet<RequestTally> RequestTallies => Set<RequestTally>();

    /// <summary>The installation that this database belongs to.</summary>
    public DbSet<Installation> Installations => Set<Installation>();

    /// <summary>Looks at whether what is stored is whole.</summary>
    public DbSet<Audit> Audits => Set<Audit>();

    /// <summary>Keys that cookies and tokens are protected with.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    private bool IsAllInSight => rows.IsAll;

    private Guid RunnerInSight => rows.RunnerId;

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        LookAtMailAgain();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        LookAtMailAgain();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    // When the next weekly mail is due follows from these.
    private void LookAtMailAgain()
    {
        foreach (var entry in ChangeTracker.Entries<Runner>().Where(entry => entry.State == EntityState.Modified).ToList())
        {
            if (entry.Properties.Any(property => property.IsModified && property.Metadata.Name is (nameof(Runner.TimeZone) or nameof(Runner.MailDay)
                or nameof(Runner.MailHour)
                    or nameof(Runner.WeeklyMail)
                    or nameof(Runner.StoringConsent)
                    or nameof(Runner.ScoringConsent)
                    or nameof(Runner.EmailConfirmed))))
            {
                entry.Entity.MailDue = null;
            }
        }
    }

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
        {
            optionsBuilder.UseApplicationServiceProvider(IdentitySchema.Services);
        }
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(KneeLoadDbContext).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(entity => entity.FindProperty(nameof(Run.RunnerId)) is not null))
        {
            entity.SetQueryFilter(RowsInSight.Own, OwnRows(entity.ClrType));
        }
    }

    // row => IsAllInSight || row.RunnerId == RunnerInSight, for any row that has a runner.
    private LambdaExpression OwnRows(Type type)
    {
        var row = Expression.Parameter(type, "row");
        var runner = Expression.Property(row, nameof(Run.RunnerId));
        var context = Expression.Constant(this, typeof(KneeLoadDbContext));
        var inSight = Expression.Convert(Expression.Property(context, nameof(RunnerInSight)), runner.Type);
        return Expression.Lambda(Expression.OrElse(Expression.Property(context, nameof(IsAllInSight)), Expression.Equal(runner, inSight)), row);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
    }
}
