package dev.quell.storage.jdbc;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallerFilter;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a filter says of a row. Of the conditions that have an index the rarest is led by; the columns of the others that have one are wrapped, so that no
 * planner without statistics takes theirs. An index of rare words only holds rows that are worth it; its own condition is repeated, as planners demand.
 */
final class CallConditions {

    /** Comes after all digits. */
    private static final String PAST_DIGITS = ":";
    /** Comes after the end of a number and before a further digit. */
    private static final String PAST_END = "!";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final boolean prefixLeads;
    private final boolean looksUp;
    private boolean led;

    private CallConditions(CallFilter filter, boolean prefixLeads) {
        this.prefixLeads = prefixLeads;
        // Several words and nothing else are better looked up than led by one of them.
        this.looksUp = CallWords.areAll(filter) && CallWords.of(filter).size() > 1;
        this.led = prefixLeads;
    }

    /**
     * Those of a filter, but for its period.
     *
     * @param prefixLeads whether the index by caller is gone through for a prefix or a range
     */
    static CallConditions of(CallFilter filter, boolean prefixLeads) {
        CallConditions made = new CallConditions(filter, prefixLeads);
        made.add(filter);
        return made;
    }

    /** The first key that callers of a prefix or a range have, and one that comes after their last; empty for a caller alone. */
    static Optional<Bounds> bounds(CallerFilter callers) {
        return switch (callers) {
            case CallerFilter.Exact exact -> Optional.empty();
            case CallerFilter.Prefix(String start) -> Optional.of(new Bounds(start, start + PAST_DIGITS));
            case CallerFilter.Range(String from, String to) -> Optional.of(new Bounds(from, to + PAST_END));
        };
    }

    /** Where callers stand in the order of keys. */
    record Bounds(String start, String end) {}

    /** Whether an index leads that is better than going through time. */
    boolean isLed() {
        return led;
    }

    /** All of them behind others, or nothing. */
    String and() {
        return conditions.isEmpty() ? "" : " and " + String.join(" and ", conditions);
    }

    /** The values of their parameters. */
    Map<String, Object> values() {
        return Map.copyOf(values);
    }

    private void add(CallFilter filter) {
        filter.caseNumber().ifPresent(digits -> lead("case_number", digits));
        filter.caller().ifPresent(this::caller);
        filter.agent().ifPresent(agent -> rare("agent", agent, "agent <> ''", !agent.isEmpty()));
        filter.callClass().ifPresent(only -> rare("class", only.name(), "class <> 'NORMAL'", only != CallClass.NORMAL));
        filter.outcome().ifPresent(this::outcome);
        filter.applied().ifPresent(this::applied);
        filter.action().ifPresent(only -> unusual("action", only.name(), "action <> 'PASS'", only != Action.PASS));
        filter.line().ifPresent(line -> equal("line", "line", line));
        filter.trunk().ifPresent(trunk -> equal("trunk", "trunk", trunk));
        filter.score().ifPresent(this::score);
    }

    private void caller(CallerFilter caller) {
        if (caller instanceof CallerFilter.Exact(CallerNumber number)) {
            lead("caller", number.key());
        }
        bounds(caller).ifPresent(bounds -> {
            String column = prefixLeads ? "caller" : "coalesce(caller, '')";
            conditions.add(column + " >= :caller_start and " + column + " < :caller_end");
            values.put("caller_start", bounds.start());
            values.put("caller_end", bounds.end());
        });
        if (caller instanceof CallerFilter.Range(String from, String to)) {
            // Longer numbers stand between those of one length.
            conditions.add("length(caller) = " + from.length());
        }
    }

    private void outcome(CallOutcome only) {
        switch (only) {
            case UNKNOWN -> conditions.add("(outcome is null or outcome = 'UNKNOWN')");
            case SILENT, NOISE, NO_MEDIA ->
                unusual("outcome", only.name(), "outcome in ('SILENT', 'NOISE', 'NO_MEDIA')", true);
            case GOOD_TALK, SPOKE, SHORT, ABANDONED -> equal("coalesce(outcome, '')", "outcome", only.name());
        }
    }

    private void applied(Action only) {
        if (only == Action.PASS) {
            conditions.add("coalesce(applied, 'PASS') = 'PASS'");
        } else {
            unusual("applied", only.name(), "applied <> 'PASS'", true);
        }
    }

    private void score(CallFilter.Score score) {
        conditions.add("probability >= :least and probability <= :most_probable");
        values.put("least", score.least());
        values.put("most_probable", score.most());
        if (score.least() >= 0.5) {
            conditions.add("probability >= 0.5");
        }
    }

    private void lead(String column, String value) {
        equal(led ? "coalesce(" + column + ", '')" : column, column, value);
        led = true;
    }

    private void rare(String column, String value, String indexed, boolean isIndexed) {
        if (isIndexed && !led && !looksUp) {
            conditions.add(indexed);
            lead(column, value);
        } else {
            equal("coalesce(" + column + ", '')", column, value);
        }
    }

    /** What the record has an index of, which its planner takes if it is worth it; the embedded database goes through time. */
    private void unusual(String column, String value, String indexed, boolean isIndexed) {
        if (isIndexed && !led && !looksUp) {
            conditions.add(indexed);
            equal(column, column, value);
        } else {
            equal("coalesce(" + column + ", '')", column, value);
        }
    }

    private void equal(String side, String column, String value) {
        conditions.add(side + " = :" + column + "_is");
        values.put(column + "_is", value);
    }
}
