package dev.quell.replay;

import dev.quell.blocklist.ListKind;
import dev.quell.call.CallEnded;
import dev.quell.call.CallToken;
import dev.quell.call.CaseNumber;
import dev.quell.call.TalkReport;
import dev.quell.call.WayStep;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Verdict;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.screening.ScreeningSettings;
import dev.quell.screening.ending.Judgement;
import dev.quell.screening.enforcement.Enforcement.Applied;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes the records that live calls leave, without their secrets and with what a replay knows. */
final class CallRecords {

    private static final CallToken TOKEN = new CallToken("a".repeat(26));
    private static final CaseNumber CASE = new CaseNumber("00000000");

    private CallRecords() {}

    static CallScreened screened(Evidence evidence, Verdict verdict, Applied applied, ScreeningSettings settings) {
        boolean blocked =
                evidence.entry().filter(entry -> entry.kind() == ListKind.BLOCK).isPresent();
        return new CallScreened(
                evidence.call(),
                TOKEN,
                CASE,
                verdict,
                applied.action(),
                applied.because(),
                settings.talkThreshold().of(evidence.call().line().profile()),
                !blocked,
                "",
                Duration.ZERO,
                evidence.surroundings().disturbances());
    }

    static CallConcluded judged(CallScreened call, CallEnded end, TalkReport talk, Judgement judgement) {
        return new CallConcluded(
                end,
                call.call().caller(),
                call.call().line().number(),
                call.call().trunk(),
                talk,
                judgement.outcome(),
                judgement.because(),
                Optional.of(call));
    }

    static CallConcluded recorded(CallScreened call, RecordedEnding ending, boolean flagged) {
        CallEnded end = new CallEnded(
                call.call().id(),
                Optional.of(TOKEN),
                call.call().channel(),
                flagged ? List.of(WayStep.PASS, WayStep.FLAG) : List.of(WayStep.PASS),
                ending.answered(),
                Optional.empty(),
                ending.side(),
                0,
                OptionalLong.empty(),
                "",
                "",
                call.call().arrivedAt().plus(ending.lasted()));
        return judged(call, end, TalkReport.UNKNOWN, new Judgement(ending.outcome(), "recorded"));
    }
}
