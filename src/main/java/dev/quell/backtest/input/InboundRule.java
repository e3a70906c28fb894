package dev.quell.backtest.input;

import dev.quell.call.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which recorded calls are inbound, by the context they entered or the channel they came by. */
public final class InboundRule {

    /** Takes every record for inbound. */
    public static final InboundRule ALL = new InboundRule(List.of(), List.of(), "");

    /** What can be written, for help and faults. */
    public static final String FORMS =
            "dcontext=NAME or channel=NAME, * for any characters, several with commas, for example dcontext=from-trunk,channel=PJSIP/trunk-*";

    private static final String CONTEXT = "dcontext=";
    private static final String CHANNEL = "channel=";

    private final List<Pattern> contexts;
    private final List<Pattern> channels;
    private final String words;

    private InboundRule(List<Pattern> contexts, List<Pattern> channels, String words) {
        this.contexts = contexts;
        this.channels = channels;
        this.words = words;
    }

    /**
     * Reads a rule: {@code dcontext=from-trunk} or {@code channel=PJSIP/trunk-*}, several with commas, of which one must fit.
     *
     * @throws IllegalArgumentException if it cannot be read; the message says what can be written
     */
    public static InboundRule of(String rule) {
        List<Pattern> contexts = new ArrayList<>();
        List<Pattern> channels = new ArrayList<>();
        for (String part : rule.split(",", -1)) {
            String condition = part.strip();
            if (condition.startsWith(CONTEXT) && condition.length() > CONTEXT.length()) {
                contexts.add(pattern(condition.substring(CONTEXT.length())));
            } else if (condition.startsWith(CHANNEL) && condition.length() > CHANNEL.length()) {
                channels.add(pattern(condition.substring(CHANNEL.length())));
            } else {
                throw new IllegalArgumentException(
                        "'" + Printable.of(condition, 80) + "' does not say which calls are inbound; write " + FORMS);
            }
        }
        return new InboundRule(List.copyOf(contexts), List.copyOf(channels), Printable.of(rule, 200));
    }

    private static Pattern pattern(String text) {
        String regex = Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    /** Why a record is left out, in words; empty if it is inbound. */
    Optional<String> leavesOut(String context, String channel) {
        boolean all = contexts.isEmpty() && channels.isEmpty();
        boolean inbound = all || fits(contexts, context) || fits(channels, channel);
        return inbound ? Optional.empty() : Optional.of("not inbound by " + words);
    }

    private static boolean fits(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).matches());
    }
}
