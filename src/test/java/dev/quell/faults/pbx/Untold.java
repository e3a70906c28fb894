package dev.quell.faults.pbx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What could not be told and is kept, as in AstDB; told again by one call's end at a time, {@value #MOST} at most, until nothing is answered. */
final class Untold {

    static final int MOST = 50;

    /** Tells something once; the first letters of what the service said, empty if nothing. */
    interface Telling {
        String tell();
    }

    private final Map<String, Telling> kept = new LinkedHashMap<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private boolean retelling;

    synchronized void keep(String key, Telling telling) {
        kept.put(key, telling);
    }

    synchronized int size() {
        return kept.size();
    }

    /** What the service refused when it was told again. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    void retell() {
        if (!begin()) {
            return;
        }
        try {
            for (Map.Entry<String, Telling> one : first()) {
                String said = one.getValue().tell();
                if (said.isEmpty()) {
                    return;
                }
                settle(one.getKey(), said);
            }
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        boolean free = !retelling;
        retelling = true;
        return free;
    }

    private synchronized void end() {
        retelling = false;
    }

    private synchronized List<Map.Entry<String, Telling>> first() {
        return kept.entrySet().stream()
                .map(one -> Map.entry(one.getKey(), one.getValue()))
                .limit(MOST)
                .toList();
    }

    private synchronized void settle(String key, String said) {
        if (said.startsWith("OK")) {
            kept.remove(key);
        } else if (said.contains("REFUSED")) {
            kept.remove(key);
            refused.add(key + ": " + said);
        }
    }
}
