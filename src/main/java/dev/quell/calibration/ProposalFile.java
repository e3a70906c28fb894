package dev.quell.calibration;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A proposal as a settings file: only what differs, the findings as comments above. */
public final class ProposalFile {

    private ProposalFile() {}

    /**
     * The file, line by line.
     *
     * @throws IllegalArgumentException if nothing is proposed
     */
    public static List<String> of(CalibrationResult result, Instant now, ZoneId zone) {
        Proposal proposal = result.tested()
                .filter(tested -> result.proposes())
                .orElseThrow(() -> new IllegalArgumentException("there is nothing to propose"))
                .proposal();
        List<String> lines = new ArrayList<>();
        lines.add("# A proposal of quell calibrate, "
                + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.atZone(zone).truncatedTo(ChronoUnit.SECONDS))
                + ". Nothing has been changed.");
        lines.add("# Read it, try it with quell backtest, and take what you agree with into config/application.yml.");
        lines.add("#");
        CalibrationText.of(result, zone).forEach(line -> lines.add(line.isEmpty() ? "#" : "# " + line));
        lines.add("quell:");
        lines.add("  classifier:");
        lines.addAll(numbers(proposal));
        return lines;
    }

    private static List<String> numbers(Proposal proposal) {
        List<String> lines = new ArrayList<>();
        Scoring proposed = proposal.proposed();
        if (proposal.priorDiffers()) {
            lines.add("    # now " + proposal.present().weighing().prior());
            lines.add("    prior: " + proposed.weighing().prior());
        }
        if (proposal.calibrationDiffers()) {
            lines.add("    # now " + calibration(proposal.present()));
            lines.add("    calibration: " + calibration(proposed));
        }
        if (!proposal.weights().isEmpty()) {
            lines.add("    weights:");
        }
        proposal.weights().forEach((symbol, weight) -> {
            lines.add(String.format(
                    Locale.ROOT,
                    "      # now %s, shipped %s; spoke in %,d of the calls learned from",
                    proposal.present().weighing().weight(symbol),
                    Scoring.shipped(symbol),
                    proposal.seen(symbol)));
            lines.add("      " + symbol + ": " + weight);
        });
        proposal.fitted().kept().forEach((symbol, why) -> lines.add("      # " + symbol + " keeps its weight, " + why));
        return lines;
    }

    private static String calibration(Scoring scoring) {
        return "{ slope: " + scoring.calibration().slope() + ", intercept: "
                + scoring.calibration().intercept() + " }";
    }
}
