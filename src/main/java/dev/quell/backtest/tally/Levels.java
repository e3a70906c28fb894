package dev.quell.backtest.tally;

import dev.quell.backtest.result.Level;
import dev.quell.classifier.Action;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which levels an action reaches. */
final class Levels {

    private static final Map<Action, List<Level>> REACHED = new EnumMap<>(Action.class);
    private static final Map<Action, List<Level>> BLOCKED = new EnumMap<>(Action.class);

    static {
        for (Action action : Action.values()) {
            List<Level> levels = reached(action);
            REACHED.put(action, List.copyOf(levels));
            levels.add(Level.BLOCKED);
            BLOCKED.put(action, List.copyOf(levels));
        }
    }

    private Levels() {}

    static List<Level> of(Action action, boolean blocked) {
        return (blocked ? BLOCKED : REACHED).getOrDefault(action, List.of());
    }

    private static List<Level> reached(Action action) {
        List<Level> levels = new ArrayList<>();
        add(levels, Level.TAGGED, action.compareTo(Action.TAG) >= 0);
        add(levels, Level.CHALLENGED, action.compareTo(Action.CHALLENGE) >= 0);
        add(levels, Level.LISTENED, action.compareTo(Action.LISTEN) >= 0);
        add(levels, Level.DETERRED, action.compareTo(Action.DETER) >= 0);
        return levels;
    }

    private static void add(List<Level> levels, Level level, boolean reached) {
        if (reached) {
            levels.add(level);
        }
    }
}
