package dev.quell.faults;

import dev.quell.faults.fault.Fault;
import dev.quell.faults.fault.Kill;
import dev.quell.faults.fault.Stop;
import dev.quell.faults.world.WorldKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The rows of the fault table. */
enum Row {
    KILL("kill -9 the service under load", WorldKind.SINGLE, Kill::new),
    STOP("SIGSTOP the service, then SIGCONT", WorldKind.SINGLE, Stop::new);

    private final String title;
    private final WorldKind kind;
    private final Supplier<Fault> faults;

    Row(String title, WorldKind kind, Supplier<Fault> faults) {
        this.title = title;
        this.kind = kind;
        this.faults = faults;
    }

    /** What fails, in words. */
    String title() {
        return title;
    }

    /** As it is named on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    WorldKind kind() {
        return kind;
    }

    Fault fault() {
        return faults.get();
    }

    /** Whether a block whose deeds were all told at once must be there, too; where the clock jumps or the disk is full it may be missing. */
    boolean strikesAtOnce() {
        return true;
    }

    static Row of(String word) {
        return Arrays.stream(values())
                .filter(row -> row.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no row " + word + "; rows are "
                        + Arrays.stream(values()).map(Row::word).collect(Collectors.joining(", "))));
    }
}
