package dev.quell.call;

/**
 * Names of people as programs say them: kept as what the program said, so that none is taken for somebody who was there.
 */
public final class SaidFor {
    private static final String FOR = " for ";

    private SaidFor() {}

    /** A name that a program says. */
    public static String of(String program, String name) {
        return program + FOR + name;
    }

    /** Whether somebody said a text: it is that name, or a program's that said whose word it passes on. */
    public static boolean isBy(String name, String said) {
        return said.equals(name) || said.startsWith(name + FOR);
    }

    /** How a text ends that says this name. */
    public static String end(String name) {
        return FOR + name;
    }

    /** Whose opinion it is: of an agent's interface such as {@code PJSIP/1001} that agent's, whoever passed it on; a mere name stays what the program said. */
    public static String voice(String said) {
        int at = said.lastIndexOf(FOR);
        String name = at < 0 ? said : said.substring(at + FOR.length());
        return name.contains("/") ? name : said;
    }
}
