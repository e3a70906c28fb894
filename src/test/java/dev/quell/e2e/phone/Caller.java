package dev.quell.e2e.phone;

import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.PhoneEvent.Kind;
import dev.quell.e2e.server.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One caller with one call. */
public final class Caller implements AutoCloseable {

    private final Voice voice;
    private final Sipp sipp;
    private final String callId;

    /** Places the call; returns at once. */
    public Caller(Dial dial, int asteriskPort) {
        voice = new Voice(dial.sound(), this::farPort);
        callId = "caller-" + voice.port() + "-" + System.nanoTime();
        Map<String, String> values = Map.of(
                "line", dial.line(),
                "from", dial.from(),
                "headers", String.join("\n", dial.headersOrNone()),
                "media", String.valueOf(voice.port()));
        List<String> options = List.of("-m", "1", "-cid_str", callId, "127.0.0.1:" + asteriskPort);
        sipp = new Sipp("caller", values, dial.address(), Ports.free(), options);
    }

    /** Waits until the call is answered; the caller speaks from then on. */
    public Caller answered(Duration within) {
        event(Kind.ANSWERED, within);
        return this;
    }

    /** Whether the call is answered rather than refused; waits for one of them. */
    public boolean isAnsweredWithin(Duration within) {
        await("an answer or a refusal")
                .atMost(within)
                .until(() -> happened(Kind.ANSWERED).isPresent()
                        || happened(Kind.REFUSED).isPresent());
        return happened(Kind.ANSWERED).isPresent();
    }

    /** Waits for the call's refusal and gives its SIP status. */
    public int refused(Duration within) {
        return Integer.parseInt(event(Kind.REFUSED, within).detail());
    }

    /** Waits until the far end hangs up. */
    public void released(Duration within) {
        event(Kind.RELEASED, within);
    }

    /** Whether the far end has hung up. */
    public boolean isReleased() {
        return happened(Kind.RELEASED).isPresent();
    }

    /** Waits until so much sound has been sent. */
    public void sends(Duration sound) {
        await("caller sends")
                .atMost(sound.plusSeconds(120))
                .until(() -> voice.sent().compareTo(sound) >= 0);
    }

    /** Says something else from now on. */
    public void say(Sound sound) {
        voice.say(sound);
    }

    /** Presses keys. */
    public void press(String keys) {
        voice.press(keys);
    }

    /** Hangs up, before or after answer. */
    public void hangUp() {
        voice.say(Sound.NOTHING);
        sipp.nudge(callId);
        event(Kind.GONE, Duration.ofSeconds(60));
    }

    /** What the caller was played. */
    public Ear ear() {
        return voice.ear();
    }

    /** Waits until an English prompt has begun, after a place in what was heard, and gives the place where it was found. */
    public Duration hears(String prompt, Duration after, Duration within) {
        return hears(Sound.prompt(prompt), after, within, prompt);
    }

    /** The same for a Mandarin prompt. */
    public Duration hearsInMandarin(String prompt, Duration after, Duration within) {
        return hears(Sound.prompt("zh", prompt), after, within, prompt);
    }

    private Duration hears(Sound sound, Duration after, Duration within, String name) {
        return await("caller hears " + name)
                .atMost(within)
                .until(() -> voice.ear().find(sound, after), Optional::isPresent)
                .orElseThrow();
    }

    /** Hangs up if the call lives, and lets go of the phone whatever becomes of it. */
    @Override
    public void close() {
        if (sipp.running()
                && happened(Kind.RELEASED).isEmpty()
                && happened(Kind.GONE).isEmpty()) {
            sipp.nudge(callId);
            sipp.endsWithin(Duration.ofSeconds(2));
        }
        sipp.close();
        voice.close();
    }

    private OptionalInt farPort() {
        if (sipp == null
                || happened(Kind.RELEASED).isPresent()
                || happened(Kind.GONE).isPresent()) {
            return OptionalInt.empty();
        }
        return happened(Kind.ANSWERED).stream()
                .mapToInt(answer -> Integer.parseInt(answer.detail()))
                .findFirst();
    }

    private PhoneEvent event(Kind kind, Duration within) {
        return await("caller: " + kind)
                .atMost(within)
                .failFast(() -> mustRunUntil(kind))
                .until(() -> happened(kind), Optional::isPresent)
                .orElseThrow();
    }

    private void mustRunUntil(Kind kind) {
        if (!sipp.running() && happened(kind).isEmpty()) {
            throw new IllegalStateException("the caller's SIPp ended before " + kind + ": " + sipp.errors());
        }
    }

    private Optional<PhoneEvent> happened(Kind kind) {
        return sipp.events().stream().filter(event -> event.kind() == kind).findFirst();
    }
}
