package dev.quell.traffic.trunk;

import dev.quell.call.CallOutcome;
import java.util.Optional;

/** What calls' ends tell about their trunks. */
public final class TrunkEnding {

    private final DailyShare site = new DailyShare();
    private final CountedToday counted;

    /** @param perDay calls of one caller that count a day */
    public TrunkEnding(int perDay) {
        this.counted = new CountedToday(perDay);
    }

    /** The share of all trunks together. */
    public DailyShare site() {
        return site;
    }

    /** Takes note of what came from a caller, to tell a trunk's own silence. */
    public void heard(TrunkState trunk, long caller, CallOutcome outcome, long now) {
        heard(outcome).ifPresent(kind -> trunk.heard(caller, kind, now));
    }

    /** Counts a call's end in the trunk's share of nuisance. What a trunk at fault made silent is nobody's. */
    public void counted(TrunkState trunk, long caller, CallOutcome outcome, int day) {
        boolean nuisance = nuisance(outcome);
        if (outcome.heard() && !(nuisance && trunk.fault())) {
            counted.heard(caller, trunk, site, nuisance, day);
        }
    }

    /** Takes note of an agent's flag, or of one taken back. */
    public void flagged(TrunkState trunk, long caller, boolean stands, int day) {
        counted.flagged(caller, trunk, site, stands, day);
    }

    /** Whether an outcome is a nuisance by itself. */
    public static boolean nuisance(CallOutcome outcome) {
        return outcome == CallOutcome.SILENT || outcome == CallOutcome.NOISE;
    }

    private static Optional<Heard> heard(CallOutcome outcome) {
        return switch (outcome) {
            case GOOD_TALK, SPOKE, NOISE -> Optional.of(Heard.SOUND);
            case SILENT -> Optional.of(Heard.SILENCE);
            case NO_MEDIA -> Optional.of(Heard.NOTHING);
            case SHORT, ABANDONED, UNKNOWN -> Optional.empty();
        };
    }
}
