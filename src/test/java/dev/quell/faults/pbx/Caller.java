package dev.quell.faults.pbx;

import dev.quell.load.Replies;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A caller in a dialogue who sends packets and says nothing: carries out the service's commands and knows in which step it is. */
final class Caller implements Replies {

    private static final Duration PROMPT = Duration.ofMillis(300);
    private static final Pattern WORD = Pattern.compile("\"?([^ \"]+)\"?");
    /** What the service allows beyond a step's length. */
    private static final Duration GUARD = Duration.ofMillis(1500);

    private final AtomicLong packets = new AtomicLong(50);
    private volatile long stepEnds = System.nanoTime();

    @Override
    public @Nullable String to(String command) {
        List<String> words =
                WORD.matcher(command).results().map(word -> word.group(1)).toList();
        return switch (words.getFirst()) {
            case "SET" -> set(words);
            case "STREAM" -> {
                Pbx.pass(PROMPT);
                yield "200 result=0 endpos=2400\n";
            }
            case "WAIT" -> {
                Pbx.pass(Duration.ofMillis(Long.parseLong(words.getLast())));
                yield "200 result=0\n";
            }
            case "GET" -> "200 result=1 (" + packets.addAndGet(20) + ")\n";
            default -> DONE;
        };
    }

    private String set(List<String> words) {
        if (words.get(2).equals("TIMEOUT(absolute)")) {
            long step = Math.round(Double.parseDouble(words.get(3)) * 1e9) - GUARD.toNanos();
            stepEnds = System.nanoTime() + Math.max(0, step);
        }
        return DONE;
    }

    /** How long after the end of the step that it is in, 0 if before. */
    Duration beyondItsStep() {
        return Duration.ofNanos(Math.max(0, System.nanoTime() - stepEnds));
    }
}
