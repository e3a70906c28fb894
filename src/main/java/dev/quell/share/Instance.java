package dev.quell.share;

import java.util.regex.Pattern;

/**
 * One running Quell among those that share one mind.
 *
 * @param name as people know it, {@code [A-Za-z0-9.-]{1,64}}
 * @param number 0 on a single machine that never shared anything, otherwise given out once by the shared store and kept; never reused
 */
public record Instance(String name, long number) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    public Instance {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "an instance's name is 1 to 64 letters, digits, points and dashes, for example quell-1");
        }
        if (number < 0) {
            throw new IllegalArgumentException("an instance's number is 0 or more, not " + number);
        }
    }
}
