package dev.quell.simulation.output;

import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import dev.quell.simulation.play.Course;
import dev.quell.simulation.stage.FinishedCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes calls as Asterisk's cdr_csv writes {@code Master.csv} with its sample configuration: {@code usegmtime}, {@code loguniqueid} and {@code loguserfield}
 * on, the linkedid's columns off. Texts are in quotes and their quotes doubled; a time that was not reached is empty, without quotes; so are numbers. In the
 * order of the calls' ends, as there.
 */
public final class CdrWriter implements Consumer<FinishedCall> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Appendable out;

    /** With where the lines go; they end in a line feed. */
    public CdrWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void accept(FinishedCall call) {
        try {
            out.append(line(call)).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(FinishedCall finished) {
        IncomingCall call = finished.decided().call();
        Course course = finished.course();
        boolean answered = course.answered().isPositive();
        Instant end = call.arrivedAt().plus(course.lasted());
        Instant answer = end.minus(course.answered());
        String number = shown(call.caller());
        boolean queued = !course.queue().isEmpty();
        return String.join(
                ",",
                text(""),
                text(number),
                text(call.line().number()),
                text("from-trunk"),
                text(number.isEmpty() ? "" : "\"\" <" + number + ">"),
                text(call.channel()),
                text(course.reachedAgent() ? course.agent() + "-" + suffix(call.channel()) : ""),
                text(queued ? "Queue" : "Hangup"),
                text(queued ? course.queue() : ""),
                text(TIME.format(call.arrivedAt())),
                answered ? text(TIME.format(answer)) : "",
                text(TIME.format(end)),
                seconds(call.arrivedAt(), end),
                answered ? seconds(answer, end) : "0",
                text(answered ? "ANSWERED" : "NO ANSWER"),
                text("DOCUMENTATION"),
                text(call.id().linkedId()),
                text(""));
    }

    /** Asterisk subtracts whole seconds. */
    private static String seconds(Instant from, Instant to) {
        return Long.toString(
                Duration.ofSeconds(to.getEpochSecond() - from.getEpochSecond()).toSeconds());
    }

    private static String suffix(String channel) {
        return channel.substring(channel.lastIndexOf('-') + 1);
    }

    private static String shown(CallerNumber caller) {
        return switch (caller) {
            case CallerNumber.E164(String number) -> number;
            case CallerNumber.Internal(String digits) -> digits;
            case CallerNumber.Invalid(String digits) -> digits;
            case CallerNumber.Withheld() -> "";
        };
    }

    private static String text(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
