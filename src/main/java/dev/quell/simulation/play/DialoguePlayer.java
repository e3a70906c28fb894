package dev.quell.simulation.play;

import dev.quell.call.TalkReport;
import dev.quell.treatment.Dialogue;
import dev.quell.treatment.DialogueResult;
import dev.quell.treatment.Heard;
import dev.quell.treatment.Step;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Leads the live dialogues with a simulated caller. */
final class DialoguePlayer {

    /** The shipped prompts are 1.6 to 2.5 s long. */
    private static final Duration PROMPT = Duration.ofMillis(2200);

    private final Voice voice;
    private final Media media;
    private final Duration begin;
    private final Duration key;
    private final Duration leaves;

    /**
     * A caller before a dialogue; all times from the call's arrival.
     *
     * @param key when a key is pressed, later than {@code leaves} if never
     */
    DialoguePlayer(Voice voice, Media media, Duration begin, Duration key, Duration leaves) {
        this.voice = voice;
        this.media = media;
        this.begin = begin;
        this.key = key;
        this.leaves = leaves;
    }

    /**
     * How a dialogue went.
     *
     * @param result empty if the caller hung up
     * @param end from the call's arrival
     */
    record Ended(Optional<DialogueResult> result, Duration end) {}

    Ended play(Dialogue dialogue) {
        TalkReport before = voice.until(begin);
        Duration now = begin;
        Step step = dialogue.next(Heard.nothingYet(since(before, now)));
        while (!(step instanceof Step.Finish(DialogueResult result))) {
            Duration over = now.plus(length(step));
            boolean pressed = key.compareTo(now) >= 0 && key.compareTo(over) < 0;
            now = pressed ? key : over;
            if (now.compareTo(leaves) >= 0) {
                return new Ended(Optional.empty(), leaves);
            }
            Duration elapsed = now.minus(begin);
            OptionalLong packets = OptionalLong.of(media.packets(elapsed));
            step = dialogue.next(new Heard(elapsed, pressed, true, since(before, now), packets));
        }
        return new Ended(Optional.of(result), now);
    }

    private static Duration length(Step step) {
        return step instanceof Step.Wait(Duration wait) ? wait : PROMPT;
    }

    /** What was heard since the dialogue began. */
    private TalkReport since(TalkReport before, Duration now) {
        TalkReport all = voice.until(now);
        Duration total = all.total().minus(before.total());
        return new TalkReport(all.whole(), total, total.isPositive() ? all.longest() : Duration.ZERO, all.current());
    }
}
