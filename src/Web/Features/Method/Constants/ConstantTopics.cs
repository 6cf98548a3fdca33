using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Web.Features.Method.Constants;

/// <summary>
/// The topics that the constants are shown by, in the order of the model: from one run to the score and what follows from it.
/// What none of them names is shown after them.
/// </summary>
internal static class ConstantTopics
{
    public static IReadOnlyList<ConstantTopic> OfPublished { get; } = AllOf(typeof(Published),
    [
        Stated("load", "Method.Topic.LoadRun",
            nameof(Published.HagenStressImpulse), nameof(Published.HagenLines), nameof(Published.VanHoorenStressImpulse),
            nameof(Published.GradientRunners), nameof(Published.VanHoorenByCadence), nameof(Published.StepLengthLoad),
            nameof(Published.StepLengthPeak), nameof(Published.ShorterStepsLoad), nameof(Published.SlowOverFastLoad),
            nameof(Published.FasterRunningLoad), nameof(Published.FasterRunningPeak), nameof(Published.KneecapForce),
            nameof(Published.WalkingLoadPerDistance), nameof(Published.ForefootLoadPerDistance), nameof(Published.FasterSteps),
            nameof(Published.KneecapForceAtFasterSteps), nameof(Published.VerticalForceScale), nameof(Published.VerticalForceTrials),
            nameof(Published.VerticalForceError)),
        Stated("cadence", "Method.Topic.Cadence",
            nameof(Published.VanOeverenCadence), nameof(Published.HamnerCadence), nameof(Published.WillerCadence), nameof(Published.LuedkeCadence),
            nameof(Published.PosterCadence), nameof(Published.LeastEnergyCadence)),
        Stated("foot-strike", "Method.Topic.FootStrike",
            nameof(Published.MostHeelStrikers), nameof(Published.EliteHeelStrikers), nameof(Published.SingaporeHeelStrikers),
            nameof(Published.FewestHeelStrikers), nameof(Published.DutyFactorSensitivity), nameof(Published.DutyFactorSlow),
            nameof(Published.DutyFactorSlowSpeed), nameof(Published.DutyFactorFast), nameof(Published.DutyFactorFastSpeed),
            nameof(Published.DutyFactorSpread), nameof(Published.HighestHeelNumber), nameof(Published.HighestMidfootNumber)),
        Stated("longest-run", "Method.Topic.OneRunBeyondLongest",
            nameof(Published.SpikeWindowDays), nameof(Published.SpikeFrom), nameof(Published.ModestSpikeUpTo), nameof(Published.LargeSpikeUpTo),
            nameof(Published.ModestSpikeHazard), nameof(Published.LargeSpikeHazard), nameof(Published.DoubleSpikeHazard),
            nameof(Published.SpikeRunners)),
        Stated("growth", "Method.Topic.GrowthWeekWeek",
            nameof(Published.NoviceGrowthHazard), nameof(Published.NoviceGrowthAbove), nameof(Published.NoviceGrowthWeeks),
            nameof(Published.NoviceGrowthRunners), nameof(Published.WeeklyDistanceHazard), nameof(Published.WeeklyDistanceRunners),
            nameof(Published.GradedProgramme), nameof(Published.GradedProgrammeGrowth), nameof(Published.KneeLoadOdds),
            nameof(Published.RandomRatioOdds), nameof(Published.RealRatioOdds)),
        Stated("rules", "Method.Topic.MuchRulesTell",
            nameof(Published.LoadAloneAreaUnderCurve), nameof(Published.KneeRuleAreaUnderCurve), nameof(Published.DiaryAreaUnderCurve),
            nameof(Published.WeeklyAnswersAreaUnderCurve), nameof(Published.WeeklyAnswersRunners), nameof(Published.LargestAdviceTrialRunners),
            nameof(Published.AdviceTrialRunners), nameof(Published.NoviceAdviceTrialRunners), nameof(Published.TailoredAdviceRunners),
            nameof(Published.TailoredAdviceDifference)),
        Stated("injury", "Method.Topic.EarlierInjuryRecoveryPain",
            nameof(Published.PreviousInjuryKneeOdds), nameof(Published.KneeCohortRunners), nameof(Published.PreviousInjuryReviewOdds),
            nameof(Published.PreviousInjuryHazard), nameof(Published.KneeShareOfInjuries), nameof(Published.KneeRecoveryWeeks),
            nameof(Published.KneeRecovered), nameof(Published.KneeRecoveryMonths), nameof(Published.KneeRecoveryRunners),
            nameof(Published.IliotibialBandShare), nameof(Published.AcceptablePain), nameof(Published.PainToStop),
            nameof(Published.KneecapPainRunners), nameof(Published.StepsToBear)),
        Stated("advice", "Method.Topic.AdviceWasTried",
            nameof(Published.HipAndCoreHazard), nameof(Published.HipAndCoreNovices), nameof(Published.SofterLandingRatio),
            nameof(Published.SofterLandingNovices), nameof(Published.OtherPreventionRatios), nameof(Published.KneecapPainTrials),
            nameof(Published.WarmUpInjuries), nameof(Published.WarmUpMen), nameof(Published.WarmUpCounts), nameof(Published.ShoeRotationHazard),
            nameof(Published.ShoeRotationRunners), nameof(Published.HardShoeHazard), nameof(Published.StifferMidsoleHazard),
            nameof(Published.JointPreparations), nameof(Published.JointPreparationPatients)),
        Stated("without-points", "Method.Topic.ShownWithoutPoints",
            nameof(Published.BodyMassHazard), nameof(Published.BodyMassIndexHazard), nameof(Published.FootPostureNovices),
            nameof(Published.SlowStepsShinOdds), nameof(Published.SlowStepsRunners), nameof(Published.EnergyOnBumps), nameof(Published.BumpsRunners),
            nameof(Published.ShinShock), nameof(Published.ShinShockRunners), nameof(Published.HeelPressureOnGrass),
            nameof(Published.HeelPressureRunners), nameof(Published.ForefootKneecapStress), nameof(Published.ForefootAnkleWork),
            nameof(Published.Osteoarthritis), nameof(Published.KneeOsteoarthritisOdds), nameof(Published.KneeOsteoarthritisPeople)),
    ]);

    public static IReadOnlyList<ConstantTopic> OfChosen { get; } = AllOf(typeof(Choices),
    [
        Chosen("run", "Method.Topic.RunLong",
            nameof(Choices.LongestStand), nameof(Choices.ClockSetBack), nameof(Choices.TakenForRunFrom), nameof(Choices.TakenForRunTo),
            nameof(Choices.TakenForRunAtMost), nameof(Choices.TakenForRunMeanTo), nameof(Choices.ShortestRun), nameof(Choices.ZeroDistanceUpTo),
            nameof(Choices.StreamGoesOnFrom), nameof(Choices.ThinStand), nameof(Choices.LongestThinStand), nameof(Choices.LongestUntimedStep),
            nameof(Choices.StepNoise), nameof(Choices.StrayRecords), nameof(Choices.TrackStandsForRun)),
        Chosen("twice", "Method.Topic.RunTwice",
            nameof(Choices.DuplicateStart), nameof(Choices.DuplicateDifference), nameof(Choices.DuplicateOverlap), nameof(Choices.DuplicateCover),
            nameof(Choices.DuplicateTimerShare), nameof(Choices.DuplicateAsLong), nameof(Choices.DuplicateOfOtherSport), nameof(Choices.UnionFrom),
            nameof(Choices.ZoneShiftStep), nameof(Choices.ZoneShiftPlay), nameof(Choices.WidestZoneShift), nameof(Choices.ShiftedDifference),
            nameof(Choices.ShiftedNeighbourhood), nameof(Choices.MostShifted), nameof(Choices.EvenGaps)),
        Chosen("speed", "Method.Topic.SpeedWalkingCadence",
            nameof(Choices.SpeedWindow), nameof(Choices.FastestRunning), nameof(Choices.MovingFrom), nameof(Choices.WalkToRunSpeed),
            nameof(Choices.WalkToRunCadence), nameof(Choices.RunningBesideWalks), nameof(Choices.BelievedCadence),
            nameof(Choices.CadenceBelievedFrom), nameof(Choices.RunningCadence), nameof(Choices.FastestCadence), nameof(Choices.ShortestWalk),
            nameof(Choices.BandSpeed), nameof(Choices.LevelBandDegrees), nameof(Choices.LeastBand), nameof(Choices.DriftParts),
            nameof(Choices.LeastDrift)),
        Chosen("gradient", "Method.Topic.GradientClimb",
            nameof(Choices.GradientWindowBarometer), nameof(Choices.GradientWindow), nameof(Choices.LeastGradientWindow),
            nameof(Choices.SteepestDegrees), nameof(Choices.DownhillPercent), nameof(Choices.DenseRecording), nameof(Choices.ClimbAcrossPause),
            nameof(Choices.ClimbWindow), nameof(Choices.ClimbTurn), nameof(Choices.ClimbTurnOfHeldAltitude), nameof(Choices.CalmAltitude),
            nameof(Choices.ClimbTurnOfCalmAltitude), nameof(Choices.ClimbStep), nameof(Choices.ClimbStepOfHeldAltitude), nameof(Choices.HeldAltitude),
            nameof(Choices.HeldAltitudeMoves), nameof(Choices.HeldAltitudeExceptions), nameof(Choices.SteadyAltitude),
            nameof(Choices.SteadyAltitudeShare)),
        Chosen("load", "Method.Topic.LoadRun",
            nameof(Choices.ReferenceSpeed), nameof(Choices.SpeedExponent), nameof(Choices.StepLengthExponent), nameof(Choices.StepLengthBySpeed),
            nameof(Choices.GradientSlope), nameof(Choices.GradientCurve), nameof(Choices.PeakSpeedExponent),
            nameof(Choices.PeakStepLengthExponent), nameof(Choices.SlowestModelled), nameof(Choices.FastestModelled),
            nameof(Choices.SteepestModelledDegrees), nameof(Choices.ShortestRelativeStep), nameof(Choices.LongestRelativeStep), nameof(Choices.WalkingLoad),
            nameof(Choices.WalkingLoadRange), nameof(Choices.CadenceExponentSpread), nameof(Choices.CadenceTrialsSpeed),
            nameof(Choices.SpeedExponentSpread), nameof(Choices.ExtrapolatedSpread), nameof(Choices.LoadInterval),
            nameof(Choices.CellSpeed), nameof(Choices.CellCadence), nameof(Choices.CellGradientDegrees), nameof(Choices.CellResolution)),
        Chosen("usual-cadence", "Method.Topic.UsualCadence",
            nameof(Choices.BaselineWindow), nameof(Choices.LeastBaseline), nameof(Choices.LeastSpeedBin), nameof(Choices.LeastSpeedSpan),
            nameof(Choices.PopulationIntercept), nameof(Choices.PopulationSlope), nameof(Choices.LeastOwnPace)),
        Chosen("foot-strike", "Method.Topic.FootStrikeWarmStop",
            nameof(Choices.HeelPrior), nameof(Choices.HeelPriorStep), nameof(Choices.HeelPriorReach), nameof(Choices.NoFlight),
            nameof(Choices.WarmUp), nameof(Choices.CoolDown), nameof(Choices.FinalMinute), nameof(Choices.LeastRest), nameof(Choices.WarmUpAtMost),
            nameof(Choices.CoolDownAtMost), nameof(Choices.AbruptStopFrom)),
        Chosen("score", "Method.Topic.WhenScore",
            nameof(Choices.LastYearsWithoutScore), nameof(Choices.LeastRuns), nameof(Choices.LeastDays), nameof(Choices.ReturnDays),
            nameof(Choices.ReturnShare)),
        Chosen("points", "Method.Topic.PointsLoad",
            nameof(Choices.SessionGapMinutes), nameof(Choices.PointsPerLogHazard), nameof(Choices.MiddleHazard), nameof(Choices.SpikePoints),
            nameof(Choices.DoublePoints), nameof(Choices.SpikeFullAt), nameof(Choices.DoubleRisesFrom), nameof(Choices.LeastExcess),
            nameof(Choices.EarlyRatio), nameof(Choices.LeastSessionsBefore), nameof(Choices.CreepDays), nameof(Choices.MostDescentPoints),
            nameof(Choices.LeastDescentBase), nameof(Choices.LeastDescentExcess), nameof(Choices.HoldDays), nameof(Choices.FadeDays),
            nameof(Choices.LeastBlocks), nameof(Choices.WeekFromDay), nameof(Choices.LeastWeekExcess), nameof(Choices.WeekPoints),
            nameof(Choices.CalmBelow)),
        Chosen("ceiling", "Method.Topic.FurthestRunJump",
            nameof(Choices.EarlyCountedFactor), nameof(Choices.CountedDays), nameof(Choices.CountedRank), nameof(Choices.LongSession),
            nameof(Choices.RecoveryDays)),
        Chosen("ground", "Method.Topic.PointsHardGroundHeel",
            nameof(Choices.HabitDays), nameof(Choices.MostHardSurfacePoints), nameof(Choices.HardShareFrom), nameof(Choices.LeastSurfaceShare),
            nameof(Choices.GoodSurfaceShare), nameof(Choices.FairSurfaceShare), nameof(Choices.MostHeelStrikePoints),
            nameof(Choices.ToldHeelStrikePoints), nameof(Choices.LeastRecordedRuns), nameof(Choices.LeastRecordedShare),
            nameof(Choices.ToldFootStrikeMonths)),
        Chosen("levels", "Method.Topic.Levels",
            nameof(Choices.MostPoints), nameof(Choices.ElevatedFrom), nameof(Choices.HighFrom), nameof(Choices.ElevatedFromAfterInjury),
            nameof(Choices.HighFromAfterInjury), nameof(Choices.InjuryDays)),
        Chosen("pain", "Method.Topic.PainAdviceRowsWithout",
            nameof(Choices.PainToStop), nameof(Choices.GateDays), nameof(Choices.LadderDays), nameof(Choices.HoldWalk), nameof(Choices.LadderWalk),
            nameof(Choices.LadderHalf), nameof(Choices.LadderReached), nameof(Choices.RecurringPainDays), nameof(Choices.RecurringPainCount),
            nameof(Choices.SoreDays), nameof(Choices.LeastHabitRuns), nameof(Choices.HabitShare), nameof(Choices.MuchDownhill), nameof(Choices.LeastDownhill),
            nameof(Choices.CoolingMinutes), nameof(Choices.StepRateTry), nameof(Choices.LongerSteps), nameof(Choices.MonotonyCap)),
        Chosen("map", "Method.Topic.Map",
            nameof(Choices.MatchedEvery), nameof(Choices.PositionNoise), nameof(Choices.WaysWithin), nameof(Choices.PlacesAPoint),
            nameof(Choices.DetourScale), nameof(Choices.LongestDetour), nameof(Choices.UnjoinedWays), nameof(Choices.WayChange),
            nameof(Choices.WayChangeOnSameSurface), nameof(Choices.KindChange), nameof(Choices.RoadPoint), nameof(Choices.StreetPoint),
            nameof(Choices.BarredPoint), nameof(Choices.OffNetworkPoint), nameof(Choices.OffNetworkChange)),
    ]);

    private static ConstantTopic Stated(string id, string title, params string[] names) => Of(typeof(Published), id, title, names);

    private static ConstantTopic Chosen(string id, string title, params string[] names) => Of(typeof(Choices), id, title, names);

    private static ConstantTopic Of(Type list, string id, string title, IEnumerable<string> names) =>
        new(id, title, [.. names.Select(name => Constant.Of(list, name))]);

    private static IReadOnlyList<ConstantTopic> AllOf(Type list, IReadOnlyList<ConstantTopic> topics)
    {
        var named = topics.SelectMany(topic => topic.Constants).Select(constant => constant.Name);
        var others = Constant.NamesOf(list).Except(named, StringComparer.Ordinal).ToArray();
        return others.Length == 0 ? topics : [.. topics, Of(list, "others", "Method.Topic.Others", others)];
    }
}
