package dev.quell.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which cores a process runs on. With {@code taskset} and four cores or more the servers have the lower half and the load the upper one, so that neither
 * takes the other's time.
 *
 * @param first the first core
 * @param last the last core
 */
public record Cores(int first, int last) {

    private static final int ALL = Runtime.getRuntime().availableProcessors();
    private static final int MACHINE = ALL;
    private static final boolean PARTED = MACHINE >= 4 && Files.isExecutable(Path.of("/usr/bin/taskset"));

    /** The servers' cores. */
    public static Cores servers() {
        return new Cores(0, PARTED ? MACHINE / 2 - 1 : MACHINE - 1);
    }

    /** Each core of the machine. */
    public static Cores all() {
        return new Cores(0, MACHINE - 1);
    }

    /** The load's cores. */
    public static Cores load() {
        return new Cores(PARTED ? MACHINE / 2 : 0, MACHINE - 1);
    }

    /** What to write before a command; nothing where cores are not parted. */
    public List<String> prefix() {
        return PARTED ? List.of("/usr/bin/taskset", "-c", first + "-" + last) : List.of();
    }

    /** Whether cores are parted, so that a process can be given others. */
    public static boolean parted() {
        return PARTED;
    }

    /** Moves this process with all its threads onto these cores. */
    public void take() throws IOException, InterruptedException {
        give(ProcessHandle.current().pid());
    }

    /** Moves a process with all its threads onto these cores; does nothing where cores are not parted. */
    public void give(long pid) throws IOException, InterruptedException {
        if (PARTED) {
            new ProcessBuilder("/usr/bin/taskset", "-a", "-p", "-c", first + "-" + last, Long.toString(pid))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    @Override
    public String toString() {
        return (last - first + 1) + " of " + MACHINE;
    }
}
