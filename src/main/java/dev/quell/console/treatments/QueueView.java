package dev.quell.console.treatments;

import dev.quell.call.Switches;
import java.util.List;

/**
 * A deterrent queue as the page shows it.
 *
 * @param connected whether its Asterisk is seen
 * @param waiting callers in it; -1 if it is not known
 * @param room how many may be in it; -1 if it is not known or has no limit
 */
public record QueueView(String server, String name, boolean connected, int waiting, int room) {

    static List<QueueView> all(Switches switches) {
        return switches.now().stream()
                .map(each -> new QueueView(
                        each.server(),
                        each.deterrentQueue(),
                        each.connected(),
                        each.waiting().orElse(-1),
                        each.room().orElse(-1)))
                .toList();
    }

    /** How full it is, 0 to 100; 0 if it is not known. */
    public int percent() {
        return waiting < 0 || room <= 0 ? 0 : Math.min(100, waiting * 100 / room);
    }
}
