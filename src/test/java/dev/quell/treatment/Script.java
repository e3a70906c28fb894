package dev.quell.treatment;

import dev.quell.call.TalkReport;
import dev.quell.treatment.Step.Finish;
import dev.quell.treatment.Step.Play;
import dev.quell.treatment.Step.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Plays a dialogue to its end on a clock of its own: prompts last 2.5 s, waits as long as they say. */
final class Script {

    static final Duration PROMPT = Duration.ofMillis(2500);
    static final TalkReport SILENCE = new TalkReport(true, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    final List<String> lines = new ArrayList<>();
    private final Dialogue dialogue;
    private Function<Duration, TalkReport> talk = elapsed -> SILENCE;
    private Function<Duration, OptionalLong> packets = elapsed -> OptionalLong.of(elapsed.toMillis() / 20);
    private Duration keyAt = Duration.ofDays(1);

    Script(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    static TreatmentSettings settings() {
        return new TreatmentSettings(
                Duration.ofMillis(120),
                Duration.ofMillis(400),
                new TreatmentSettings.Listen(
                        Duration.ofSeconds(6),
                        Duration.ofSeconds(5),
                        List.of("listen-1", "listen-2", "listen-3"),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(5)),
                new TreatmentSettings.Challenge("challenge", Duration.ofSeconds(6), Duration.ofSeconds(12)));
    }

    static TalkReport talk(boolean whole, long totalMillis, long longestMillis, long currentMillis) {
        return new TalkReport(
                whole,
                Duration.ofMillis(totalMillis),
                Duration.ofMillis(longestMillis),
                Duration.ofMillis(currentMillis));
    }

    Script talking(Function<Duration, TalkReport> heard) {
        talk = heard;
        return this;
    }

    /** From a moment on this is heard, before it silence. */
    Script from(double seconds, TalkReport heard) {
        return talking(elapsed -> elapsed.compareTo(seconds(seconds)) >= 0 ? heard : SILENCE);
    }

    Script packets(Function<Duration, OptionalLong> received) {
        packets = received;
        return this;
    }

    Script keyAt(double seconds) {
        keyAt = seconds(seconds);
        return this;
    }

    /** Plays to the end; a line is the moment in seconds and what was done, waits left out. */
    Script play() {
        Duration now = Duration.ZERO;
        boolean key = false;
        while (true) {
            Step step = dialogue.next(new Heard(now, key, true, talk.apply(now), packets.apply(now)));
            Duration length;
            switch (step) {
                case Play play -> {
                    lines.add(now.toMillis() / 1000.0 + " " + play.prompt());
                    length = PROMPT;
                }
                case Wait wait -> length = wait.length();
                case Finish finish -> {
                    lines.add(now.toMillis() / 1000.0 + " " + finish.result());
                    return this;
                }
            }
            Duration end = now.plus(length);
            key = keyAt.compareTo(now) >= 0 && keyAt.compareTo(end) < 0;
            now = key ? keyAt : end;
        }
    }

    static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
