using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Web.Features.Method;

/// <summary>
/// The topics that the constants are shown by, in the order of the model: from one run to the score and what follows from it.
/// What none of them names, such as the numbers of matching with a map, is shown after them.
/// </summary>
internal static class ConstantTopics
{
    public static IReadOnlyList<ConstantTopic> OfPublished { get; } =
    [
        new("Load of a run",
            nameof(Published.HagenStressImpulse), nameof(Published.HagenLines), nameof(Published.VanHoorenStressImpulse), nameof(Published.GradientRunners),
            nameof(Published.VanHoorenByCadence), nameof(Published.WalkingLoadPerDistance), nameof(Published.ForefootLoadPerDistance),
            nameof(Published.VerticalForceScale), nameof(Published.VerticalForceTrials), nameof(Published.VerticalForceError)),
        new("Cadence",
            nameof(Published.VanOeverenCadence), nameof(Published.HamnerCadence), nameof(Published.WillerCadence), nameof(Published.LuedkeCadence),
            nameof(Published.PosterCadence), nameof(Published.LeastEnergyCadence)),
        new("Foot strike",
            nameof(Published.MostHeelStrikers), nameof(Published.FewestHeelStrikers), nameof(Published.DutyFactorSensitivity), nameof(Published.DutyFactorSlow),
            nameof(Published.DutyFactorSlowSpeed), nameof(Published.DutyFactorFast), nameof(Published.DutyFactorFastSpeed), nameof(Published.DutyFactorSpread),
            nameof(Published.HighestHeelNumber), nameof(Published.HighestMidfootNumber)),
        new("One run beyond the longest",
            nameof(Published.SpikeWindowDays), nameof(Published.SpikeFrom), nameof(Published.ModestSpikeUpTo), nameof(Published.LargeSpikeUpTo),
            nameof(Published.ModestSpikeHazard), nameof(Published.LargeSpikeHazard), nameof(Published.DoubleSpikeHazard), nameof(Published.SpikeRunners)),
        new("Growth from week to week",
            nameof(Published.NoviceGrowthHazard), nameof(Published.NoviceGrowthAbove), nameof(Published.DelayedGrowthOdds), nameof(Published.DelayedGrowthRunners),
            nameof(Published.GradedProgramme), nameof(Published.GradedProgrammeGrowth), nameof(Published.LoadRuleAreaUnderCurve), nameof(Published.RandomRatioOdds)),
        new("Earlier injury and pain",
            nameof(Published.PreviousInjuryHazard), nameof(Published.AcceptablePain), nameof(Published.PainToStop), nameof(Published.NoviceRecovery),
            nameof(Published.KneecapPainRunners)),
        new("Shown without points, and advice",
            nameof(Published.WarmUpInjuries), nameof(Published.WarmUpRunners), nameof(Published.ShoeRotationHazard), nameof(Published.ShoeRotationRunners),
            nameof(Published.HardShoeHazard), nameof(Published.StifferMidsoleHazard), nameof(Published.BodyMassHazard), nameof(Published.BodyMassIndexHazard),
            nameof(Published.FootPostureNovices), nameof(Published.SlowStepsShinOdds), nameof(Published.SlowStepsRunners), nameof(Published.FasterSteps),
            nameof(Published.KneecapForceAtFasterSteps), nameof(Published.EnergyOnBumps), nameof(Published.BumpsRunners), nameof(Published.ShinShock),
            nameof(Published.HeelPressureOnGrass), nameof(Published.ForefootKneecapStress), nameof(Published.ForefootAnkleWork), nameof(Published.Osteoarthritis)),
    ];

    public static IReadOnlyList<ConstantTopic> OfChosen { get; } =
    [
        new("Is it a run, and how long",
            nameof(Choices.LongestStand), nameof(Choices.ClockSetBack), nameof(Choices.TakenForRunFrom), nameof(Choices.TakenForRunTo), nameof(Choices.TakenForRunAtMost),
            nameof(Choices.ShortestRun), nameof(Choices.ZeroDistanceUpTo), nameof(Choices.StreamGoesOnFrom),
            nameof(Choices.DuplicateStart), nameof(Choices.DuplicateDifference), nameof(Choices.DuplicateOverlap), nameof(Choices.DuplicateTimerShare)),
        new("Speed, walking and cadence",
            nameof(Choices.SpeedWindow), nameof(Choices.FastestRunning), nameof(Choices.MovingFrom), nameof(Choices.WalkBelow), nameof(Choices.WalkBelowWithoutCadence),
            nameof(Choices.RunningCadence), nameof(Choices.FastestCadence), nameof(Choices.ShortestWalk),
            nameof(Choices.BandSpeed), nameof(Choices.LevelBandDegrees), nameof(Choices.LeastBand), nameof(Choices.DriftParts), nameof(Choices.LeastDrift)),
        new("Gradient and climb",
            nameof(Choices.GradientWindowBarometer), nameof(Choices.GradientWindow), nameof(Choices.LeastGradientWindow), nameof(Choices.SteepestDegrees),
            nameof(Choices.DownhillPercent), nameof(Choices.DenseRecording), nameof(Choices.ClimbAcrossPause), nameof(Choices.ClimbWindow), nameof(Choices.ClimbTurn),
            nameof(Choices.ClimbTurnOfHeldAltitude), nameof(Choices.CalmAltitude), nameof(Choices.ClimbTurnOfCalmAltitude), nameof(Choices.ClimbStep),
            nameof(Choices.ClimbStepOfHeldAltitude), nameof(Choices.HeldAltitude), nameof(Choices.HeldAltitudeMoves), nameof(Choices.HeldAltitudeExceptions)),
        new("Load of a run",
            nameof(Choices.ReferenceSpeed), nameof(Choices.SpeedExponent), nameof(Choices.StepLengthExponent), nameof(Choices.GradientSlope), nameof(Choices.GradientCurve),
            nameof(Choices.PeakSpeedExponent), nameof(Choices.PeakStepLengthExponent), nameof(Choices.SlowestModelled), nameof(Choices.FastestModelled),
            nameof(Choices.SteepestModelledDegrees), nameof(Choices.ShortestRelativeStep), nameof(Choices.LongestRelativeStep),
            nameof(Choices.CellSpeed), nameof(Choices.CellCadence), nameof(Choices.CellGradientDegrees), nameof(Choices.CellResolution)),
        new("Usual cadence",
            nameof(Choices.BaselineWindow), nameof(Choices.LeastBaseline), nameof(Choices.LeastSpeedBin), nameof(Choices.LeastSpeedSpan),
            nameof(Choices.PopulationIntercept), nameof(Choices.PopulationSlope), nameof(Choices.LeastOwnPace)),
        new("Foot strike, warm-up and stop",
            nameof(Choices.HeelPrior), nameof(Choices.HeelPriorStep), nameof(Choices.HeelPriorReach), nameof(Choices.NoFlight),
            nameof(Choices.WarmUp), nameof(Choices.CoolDown), nameof(Choices.FinalMinute), nameof(Choices.LeastRest),
            nameof(Choices.WarmUpAtMost), nameof(Choices.CoolDownAtMost), nameof(Choices.AbruptStopFrom)),
        new("When there is a score",
            nameof(Choices.LastYearsWithoutScore), nameof(Choices.LeastRuns), nameof(Choices.LeastDays), nameof(Choices.ReturnDays), nameof(Choices.ReturnShare)),
        new("Points for load",
            nameof(Choices.SessionGapMinutes), nameof(Choices.PointsPerLogHazard), nameof(Choices.MiddleHazard), nameof(Choices.SpikePoints), nameof(Choices.DoublePoints),
            nameof(Choices.HoldDays), nameof(Choices.FadeDays), nameof(Choices.Edge), nameof(Choices.LeastGrowth), nameof(Choices.LeastBlocks), nameof(Choices.GrowthPoints)),
        new("Points for hard ground and heel",
            nameof(Choices.HabitDays), nameof(Choices.MostHardSurfacePoints), nameof(Choices.HardShareFrom), nameof(Choices.LeastSurfaceShare),
            nameof(Choices.GoodSurfaceShare), nameof(Choices.FairSurfaceShare), nameof(Choices.MostHeelStrikePoints), nameof(Choices.ToldHeelStrikePoints),
            nameof(Choices.UnknownHeelStrikePoints), nameof(Choices.LeastRecordedRuns), nameof(Choices.LeastRecordedShare), nameof(Choices.ToldFootStrikeMonths)),
        new("Levels",
            nameof(Choices.MostPoints), nameof(Choices.ElevatedFrom), nameof(Choices.HighFrom), nameof(Choices.ElevatedFromAfterInjury),
            nameof(Choices.HighFromAfterInjury), nameof(Choices.InjuryDays)),
        new("Pain, advice and what is shown without points",
            nameof(Choices.GateDays), nameof(Choices.RecurringPainDays), nameof(Choices.RecurringPainCount), nameof(Choices.SoreDays),
            nameof(Choices.LeastHabitRuns), nameof(Choices.HabitShare), nameof(Choices.MuchDownhill), nameof(Choices.LeastDownhill),
            nameof(Choices.CoolingMinutes), nameof(Choices.StepRateTry), nameof(Choices.LongerSteps), nameof(Choices.MonotonyCap)),
    ];
}
