package dev.quell.e2e.phone;

import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.PhoneEvent.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An agent's phone, one conversation at a time; it may ring beside. */
public final class Agent implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final String name;
    private final Voice voice;
    private final Sipp sipp;

    /**
     * Switches the phone on.
     *
     * @param name the user part of its address
     * @param answersAfter how long it rings before it answers by itself
     * @param port the UDP port at which Asterisk calls it
     */
    public Agent(String name, Duration answersAfter, int port) {
        this.name = name;
        this.voice = new Voice(Sound.SPEECH, this::farPort);
        Map<String, String> values =
                Map.of("answer", String.valueOf(answersAfter.toMillis()), "media", String.valueOf(voice.port()));
        this.sipp = new Sipp("agent", values, Dial.TRUNK, port, List.of());
    }

    /** The user part of its address. */
    public String name() {
        return name;
    }

    /** Waits for the phone's n-th conversation, the first being 1. */
    public Agent talks(int conversation, Duration within) {
        nth(Kind.TALKING, conversation, within);
        return this;
    }

    /** Answers the n-th call that rings, before the phone does so by itself. */
    public Agent answers(int ring, Duration within) {
        sipp.nudge(nth(Kind.RINGING, ring, within).callId());
        return this;
    }

    /** Waits until the phone has rung n times; gives what it showed: the From header. */
    public String rings(int times, Duration within) {
        return nth(Kind.RINGING, times, within).detail();
    }

    /** How often the phone rang. */
    public int rung() {
        return events(Kind.RINGING).size();
    }

    /** How many conversations it had, the present one included. */
    public int talked() {
        return events(Kind.TALKING).size();
    }

    /** Waits until the far end has ended n conversations. */
    public void released(int times, Duration within) {
        nth(Kind.RELEASED, times, within);
    }

    /** Says something else from now on. */
    public void say(Sound sound) {
        voice.say(sound);
    }

    /** Presses keys as soon as somebody is heard: before that Asterisk has not joined the two. */
    public void press(String keys) {
        Duration before = voice.ear().length();
        await("agent " + name + " hears somebody")
                .atMost(SOON)
                .until(() -> voice.ear().length().compareTo(before) > 0);
        voice.press(keys);
    }

    /** Ends the n-th conversation. */
    public void hangUp(int conversation) {
        sipp.nudge(nth(Kind.TALKING, conversation, SOON).callId());
    }

    /** What the agent was played. */
    public Ear ear() {
        return voice.ear();
    }

    @Override
    public void close() {
        sipp.close();
        voice.close();
    }

    /** Of the conversations that nobody has ended, the last one's. */
    private OptionalInt farPort() {
        if (sipp == null) {
            return OptionalInt.empty();
        }
        Set<String> over = Stream.concat(events(Kind.RELEASED).stream(), events(Kind.GONE).stream())
                .map(PhoneEvent::callId)
                .collect(Collectors.toSet());
        return events(Kind.TALKING).stream()
                .filter(talk -> !over.contains(talk.callId()))
                .mapToInt(talk -> Integer.parseInt(talk.detail()))
                .reduce((first, second) -> second);
    }

    private PhoneEvent nth(Kind kind, int n, Duration within) {
        return await("agent " + name + ": " + kind + " no. " + n)
                .atMost(within)
                .until(() -> events(kind).stream().skip(n - 1L).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private List<PhoneEvent> events(Kind kind) {
        return sipp.events().stream().filter(event -> event.kind() == kind).toList();
    }
}
