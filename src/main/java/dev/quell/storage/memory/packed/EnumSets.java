package dev.quell.storage.memory.packed;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Every set of an enum's constants, each with a number that holds within this process: the sum of 2 to the power of its members' places. */
@SuppressWarnings("EnumOrdinal")
final class EnumSets<E extends Enum<E>> {

    private static final int MOST = 12;

    private final List<Set<E>> sets;

    /** For an enum with at most 12 constants. */
    EnumSets(Class<E> type) {
        E[] all = type.getEnumConstants();
        if (all.length > MOST) {
            throw new IllegalArgumentException(type + " has more than " + MOST + " constants");
        }
        sets = IntStream.range(0, 1 << all.length)
                .mapToObj(number -> members(type, all, number))
                .toList();
    }

    private static <E extends Enum<E>> Set<E> members(Class<E> type, E[] all, int number) {
        EnumSet<E> members = EnumSet.noneOf(type);
        for (E each : all) {
            if ((number >> each.ordinal() & 1) != 0) {
                members.add(each);
            }
        }
        return Set.copyOf(members);
    }

    /** How many sets there are. */
    int count() {
        return sets.size();
    }

    Set<E> of(int number) {
        return sets.get(number);
    }

    int number(Set<E> set) {
        int number = 0;
        for (E each : set) {
            number |= 1 << each.ordinal();
        }
        return number;
    }
}
