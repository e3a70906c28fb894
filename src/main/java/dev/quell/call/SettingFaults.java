package dev.quell.call;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a group of settings, so that one start tells all of it. */
public final class SettingFaults {

    private final String group;
    private final List<String> faults = new ArrayList<>();

    private SettingFaults(String group) {
        this.group = group;
    }

    /** For the settings under a key, for example {@code quell.screening}. */
    public static SettingFaults in(String group) {
        return new SettingFaults(group);
    }

    /** Notes a fault unless the condition holds; the sentence says what would be right. */
    public SettingFaults require(boolean holds, String key, String sentence) {
        if (!holds) {
            faults.add(group + "." + key + ": " + sentence);
        }
        return this;
    }

    /**
     * Ends the check.
     *
     * @throws IllegalArgumentException with every fault noted, one a line
     */
    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
    }
}
