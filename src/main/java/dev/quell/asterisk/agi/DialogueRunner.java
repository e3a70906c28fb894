package dev.quell.asterisk.agi;

import dev.quell.asterisk.agi.transport.CallChannel;
import dev.quell.call.CallId;
import dev.quell.call.TalkMonitor;
import dev.quell.treatment.Dialogue;
import dev.quell.treatment.DialogueResult;
import dev.quell.treatment.Heard;
import dev.quell.treatment.Step.Finish;
import dev.quell.treatment.Step.Play;
import dev.quell.treatment.Step.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntUnaryOperator;
import org.asteriskjava.fastagi.AgiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a dialogue's steps out on a channel, each under Asterisk's guard. Once
 * something was heard talk detection is set again before each further step, too: another instance, which screened the call and knows of no dialogue, may
 * take it off when the caller has spoken for long enough in all.
 */
final class DialogueRunner {

    /** A burst has ended after so much silence, as in the dialplan. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    private static final String ANY_KEY = "0123456789*#";
    private static final Logger LOG = LoggerFactory.getLogger(DialogueRunner.class);

    private final TalkMonitor monitor;
    private final Clock clock;
    private final IntUnaryOperator pace;

    /** @param pace how many milliseconds a wait of so many is made; not more */
    DialogueRunner(TalkMonitor monitor, Clock clock, IntUnaryOperator pace) {
        this.monitor = monitor;
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * Leads a dialogue to its end.
     *
     * @param channelName the caller's channel, under which the monitor knows it
     * @param amplitude of talk detection, which may have been taken off while the caller was with an agent
     * @throws org.asteriskjava.fastagi.AgiHangupException if the caller hung up or Asterisk took the call back
     */
    DialogueResult lead(Dialogue dialogue, CallId id, String channelName, int amplitude, CallChannel channel)
            throws AgiException {
        monitor.listenAgain(id, channelName);
        detectTalk(channel, amplitude);
        Instant start = clock.instant();
        PacketCount packets = PacketCount.begin(channel);
        DialogueGuard guard = new DialogueGuard(channel, clock);
        Heard heard = Heard.nothingYet(monitor.since(id, channelName, start));
        while (true) {
            channel.giveWay();
            Instant before = clock.instant();
            Played played;
            switch (dialogue.next(heard)) {
                case Play(String prompt, Duration atMost) -> {
                    guard.before(atMost);
                    played = play(channel, prompt, atMost);
                }
                case Wait(Duration length) -> {
                    guard.before(length);
                    played = await(channel, length);
                }
                case Finish(DialogueResult result) -> {
                    return result;
                }
            }
            if (jumped(Duration.between(before, clock.instant()), played.atMost)) {
                LOG.warn("The clock jumped in the dialogue with {}; what was heard has no time, the call passes.", id);
                return DialogueResult.NOT_HEARD;
            }
            heard = new Heard(
                    Duration.between(start, clock.instant()),
                    played.key,
                    played.playable,
                    monitor.since(id, channelName, start),
                    packets.sinceBegin());
            if (!heard.talk().soundless()) {
                detectTalk(channel, amplitude);
            }
        }
    }

    private record Played(boolean key, boolean playable, Duration atMost) {}

    /** Whether the clock says what cannot be: the guard would have ended the step before. */
    private static boolean jumped(Duration took, Duration atMost) {
        return took.isNegative()
                || took.compareTo(atMost.plus(DialogueGuard.SPARE).plus(DialogueGuard.SPARE)) > 0;
    }

    private static Played play(CallChannel channel, String prompt, Duration atMost) throws AgiException {
        boolean key = channel.streamFile("quell/" + prompt, ANY_KEY) != 0;
        // Asterisk answers at once and with no position where it found no such recording.
        boolean playable = key || !"0".equals(channel.getLastReply().getAttribute("endpos"));
        if (!playable) {
            LOG.error(
                    "The prompt quell/{} cannot be played in this call's language; callers in it pass. Install the sounds (dialplan/install.sh).",
                    prompt);
        }
        return new Played(key, playable, atMost);
    }

    private Played await(CallChannel channel, Duration length) throws AgiException {
        int millis = pace.applyAsInt(Math.toIntExact(length.toMillis()));
        return new Played(channel.waitForDigit(millis) != 0, true, length);
    }

    /** Where it is on already nothing changes: neither what is being heard nor its time. */
    private static void detectTalk(CallChannel channel, int amplitude) throws AgiException {
        channel.setVariable("TALK_DETECT(set)", PAUSE.toMillis() + "," + amplitude);
    }
}
