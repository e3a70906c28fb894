package dev.quell.doctor;

import dev.quell.doctor.finding.Finding;
import dev.quell.doctor.finding.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that was found.
 *
 * @param findings in the order of looking
 */
public record Examination(List<Finding> findings) {

    private static final int WIDEST = 24;

    public Examination {
        findings = List.copyOf(findings);
    }

    /** The exit status: 0 all is well, 1 warnings, 2 faults. What could not be looked at counts for nothing. */
    public int status() {
        if (count(Level.FAULT) > 0) {
            return 2;
        }
        return count(Level.WARN) > 0 ? 1 : 0;
    }

    private long count(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    /** A line a finding, one more below it where something is to be done, and a sum at the end. */
    public String text() {
        int wide = findings.stream()
                .mapToInt(finding -> finding.check().length())
                .map(length -> Math.min(length, WIDEST))
                .max()
                .orElse(1);
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(String.format(
                    "%-7s %-" + wide + "s  %s%n", word(finding.level()), finding.check(), finding.found()));
            if (!finding.todo().isEmpty()) {
                text.append(String.format("%-7s %-" + wide + "s  > %s%n", "", "", finding.todo()));
            }
        }
        return text.append(sum()).append(System.lineSeparator()).toString();
    }

    private String sum() {
        String skipped = count(Level.SKIPPED) == 0 ? "" : ", " + count(Level.SKIPPED) + " not looked at";
        return status() == 0
                ? "All is well" + skipped + "."
                : count(Level.FAULT) + " faults, " + count(Level.WARN) + " warnings" + skipped + ".";
    }

    private static String word(Level level) {
        return level == Level.SKIPPED ? "-" : level.name();
    }

    /** The same for a program: status, and check, level, found and todo of each finding. */
    public String json() {
        List<Map<String, String>> all =
                findings.stream().map(Examination::fields).toList();
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("status", status());
        whole.put("findings", all);
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(whole);
    }

    private static Map<String, String> fields(Finding finding) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("check", finding.check());
        fields.put("level", finding.level().name());
        fields.put("found", finding.found());
        fields.put("todo", finding.todo());
        return fields;
    }
}
