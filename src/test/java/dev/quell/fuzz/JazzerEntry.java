package dev.quell.fuzz;

/** What Jazzer calls; the system property {@code quell.fuzz} names the target. */
public final class JazzerEntry {

    private static FuzzTarget target;

    private JazzerEntry() {}

    /** Called once. */
    public static void fuzzerInitialize() {
        target = Target.of(System.getProperty("quell.fuzz")).open();
    }

    /** Called with each input. */
    public static void fuzzerTestOneInput(byte[] input) throws Throwable {
        target.read(input);
    }

    /** Called at the end. */
    public static void fuzzerTearDown() throws Exception {
        target.close();
    }
}
