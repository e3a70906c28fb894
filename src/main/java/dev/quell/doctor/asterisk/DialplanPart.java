package dev.quell.doctor.asterisk;

import dev.quell.doctor.finding.Findings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Quell's contexts in the dialplan, their version, and whether any extension of the site leads there. */
final class DialplanPart implements ManagerCheck.Part {

    static final List<String> CONTEXTS = List.of(
            "quell-screen",
            "quell-fields",
            "quell-host",
            "quell-late",
            "quell-guard",
            "quell-unguard",
            "quell-listen",
            "quell-challenge",
            "quell-ask",
            "quell-dialogue",
            "quell-release",
            "quell-deterrent",
            "quell-key",
            "quell-back",
            "quell-flagged",
            "quell-undo",
            "quell-peer",
            "quell-moved",
            "quell-agent",
            "quell-ended",
            "quell-dialled",
            "quell-tell",
            "quell-keep",
            "quell-post",
            "quell-retell",
            "quell-say");

    private static final String VERSION = "v1";

    @Override
    public String name() {
        return "dialplan";
    }

    @Override
    public void look(Findings findings, Manager manager, Optional<LocalAsterisk> local) throws IOException {
        List<Map<String, String>> steps = manager.list("ShowDialPlan");
        if (steps.isEmpty()) {
            findings.skipped("Asterisk shows no dialplan", "dialplan/install.sh --check on its machine looks there");
            return;
        }
        Set<String> present =
                steps.stream().map(step -> step.getOrDefault("Context", "")).collect(Collectors.toSet());
        List<String> missing =
                CONTEXTS.stream().filter(context -> !present.contains(context)).toList();
        if (!missing.isEmpty()) {
            findings.fault(
                    "contexts are missing: " + String.join(", ", missing),
                    "dialplan/install.sh on its machine; quell.conf must be included in extensions.conf, then asterisk -rx \"dialplan reload\"");
        } else if (steps.stream().noneMatch(DialplanPart::asks)) {
            findings.fault(
                    "quell-screen does not speak version " + VERSION + " of the service",
                    "dialplan/install.sh of the service's own release, then asterisk -rx \"dialplan reload\"");
        } else {
            findings.ok("all " + CONTEXTS.size() + " contexts, version " + VERSION);
        }
        ways(findings, steps);
    }

    private static boolean asks(Map<String, String> step) {
        return "quell-screen".equals(step.get("Context"))
                && "AGI".equals(step.get("Application"))
                && step.getOrDefault("AppData", "").contains("/screen," + VERSION + ",");
    }

    private static void ways(Findings findings, List<Map<String, String>> steps) {
        long ways = steps.stream()
                .filter(step -> !step.getOrDefault("Context", "").startsWith("quell-"))
                .filter(step -> "Gosub".equals(step.get("Application")))
                .filter(step -> step.getOrDefault("AppData", "").startsWith("quell-screen,s,1"))
                .count();
        if (ways == 0) {
            findings.warn(
                    "no extension leads to Quell, so no call is screened",
                    "same => n,Gosub(quell-screen,s,1)   before your own Queue(), then asterisk -rx \"dialplan reload\"");
        } else {
            findings.ok(ways + (ways == 1 ? " extension leads" : " extensions lead") + " to Quell");
        }
    }
}
