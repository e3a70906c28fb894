package dev.quell.backtest.tally;

import dev.quell.backtest.input.Label;
import dev.quell.backtest.result.ActionRow;
import dev.quell.backtest.result.ClassRow;
import dev.quell.backtest.result.DayRow;
import dev.quell.backtest.result.Level;
import dev.quell.backtest.result.Measured;
import dev.quell.backtest.result.Run;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListMatch;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Verdict;
import dev.quell.replay.Decided;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what one choice of settings decides, call by call. */
public final class RunTally {

    /** Ten years; records with senseless dates are not drawn day by day. */
    private static final int MOST_DAYS = 3660;

    private final @Nullable ZoneId zone;
    private final Map<LocalDate, Map<Action, Long>> days = new TreeMap<>();

    private final Map<String, CallerTally> callers = new LinkedHashMap<>();
    private final Map<Action, Long> byAction = new EnumMap<>(Action.class);
    private final Map<CallClass, Long> byClass = new EnumMap<>(CallClass.class);
    private final Map<Level, Cells> levelCells = new EnumMap<>(Level.class);
    private final Map<CallClass, Cells> classCells = new EnumMap<>(CallClass.class);
    private long calls;
    private long goodCalls;
    private long nuisanceCalls;
    private long floorCalls;
    private long blocks;

    /** Counts the days of a zone. */
    public RunTally(ZoneId zone) {
        this.zone = zone;
    }

    private RunTally() {
        this.zone = null;
    }

    /** Counts no days. */
    public static RunTally withoutDays() {
        return new RunTally();
    }

    /**
     * A call was decided.
     *
     * @param caller who called, empty if nothing tells the caller from others
     * @param label of the call
     */
    public void decided(Decided decided, Optional<String> caller, Optional<Label> label) {
        floorCalls += decided.appliedBecause().equals("floor") ? 1 : 0;
        Instant at = decided.call().arrivedAt();
        boolean blocked = decided.entry().filter(RunTally::automatic).isPresent();
        decided(decided.verdict(), decided.applied(), blocked, at, caller, label);
    }

    /**
     * A verdict was given.
     *
     * @param blocked whether an automatic block decided it
     */
    public void decided(
            Verdict verdict,
            Action action,
            boolean blocked,
            Instant at,
            Optional<String> caller,
            Optional<Label> label) {
        calls++;
        byAction.merge(action, 1L, Long::sum);
        day(at, action);
        byClass.merge(verdict.callClass(), 1L, Long::sum);
        label.ifPresent(known -> labelled(known, action, verdict.callClass(), blocked));
        caller.ifPresent(key -> {
            CallerTally tally = callers.computeIfAbsent(key, each -> new CallerTally(at));
            tally.call(action, verdict.callClass(), LogOdds.of(verdict.probability()), verdict.probability());
            label.ifPresent(tally::label);
            for (Level level : Levels.of(action, blocked)) {
                tally.met(level, at);
            }
        });
    }

    private void day(Instant at, Action action) {
        if (zone != null) {
            LocalDate day = LocalDate.ofInstant(at, zone);
            if (days.size() < MOST_DAYS || days.containsKey(day)) {
                days.computeIfAbsent(day, each -> new EnumMap<>(Action.class)).merge(action, 1L, Long::sum);
            }
        }
    }

    private static boolean automatic(ListMatch entry) {
        return entry.kind() == ListKind.BLOCK && entry.origin() != ListEntry.Origin.MANUAL;
    }

    private void labelled(Label label, Action action, CallClass callClass, boolean blocked) {
        goodCalls += label == Label.GOOD ? 1 : 0;
        nuisanceCalls += label == Label.NUISANCE ? 1 : 0;
        List<Level> met = Levels.of(action, blocked);
        for (Level level : Level.values()) {
            levelCells.computeIfAbsent(level, key -> new Cells()).count(label, met.contains(level));
        }
        for (CallClass each : CallClass.values()) {
            classCells
                    .computeIfAbsent(each, key -> new Cells())
                    .count(label, each == callClass && action != Action.PASS);
        }
    }

    /** A call's end led to an automatic block. */
    public void blocked(Optional<String> caller, Instant at) {
        blocks++;
        caller.map(callers::get).ifPresent(tally -> tally.met(Level.BLOCKED, at));
    }

    /** What the run comes to. */
    public Run sum(String settings, String version, LabelWords words) {
        List<ActionRow> actions = new ArrayList<>();
        for (Action action : Action.values()) {
            actions.add(new ActionRow(action, byAction.getOrDefault(action, 0L), count(action)));
        }
        long blockedCallers = callers.values().stream()
                .filter(caller -> caller.met(Level.BLOCKED).isPresent())
                .count();
        return new Run(
                settings,
                version,
                calls,
                callers.size(),
                actions,
                classes(),
                floorCalls,
                blocks,
                blockedCallers,
                days.entrySet().stream()
                        .map(day -> new DayRow(day.getKey(), day.getValue()))
                        .toList(),
                measured(words));
    }

    private long count(Action action) {
        return callers.values().stream()
                .filter(caller -> caller.hardest() == action)
                .count();
    }

    private List<ClassRow> classes() {
        List<ClassRow> rows = new ArrayList<>();
        byClass.forEach((each, taken) -> {
            long by = callers.values().stream()
                    .filter(caller -> caller.taken(each))
                    .count();
            boolean measured = goodCalls + nuisanceCalls > 0 && each != CallClass.NORMAL;
            rows.add(new ClassRow(
                    each, taken, by, measured ? Optional.of(Cells.sum(classCells.get(each))) : Optional.empty()));
        });
        return rows;
    }

    private Optional<Measured> measured(LabelWords words) {
        if (goodCalls + nuisanceCalls == 0) {
            return Optional.empty();
        }
        return Optional.of(new Measures(callers.values(), levelCells).of(words, goodCalls, nuisanceCalls));
    }
}
