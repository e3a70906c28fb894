package dev.quell.asterisk.ami.stream;

import dev.quell.asterisk.ami.stream.AmiEvent.AgentConnected;
import dev.quell.asterisk.ami.stream.AmiEvent.AgentParted;
import dev.quell.asterisk.ami.stream.AmiEvent.CanaryReturned;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelBorn;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelGone;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelListed;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelRenamed;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelUp;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelsListed;
import dev.quell.asterisk.ami.stream.AmiEvent.QueueCounted;
import dev.quell.asterisk.ami.stream.AmiEvent.QueueMoved;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamTorn;
import dev.quell.asterisk.ami.stream.AmiEvent.TalkStarted;
import dev.quell.asterisk.ami.stream.AmiEvent.TalkStopped;
import dev.quell.asterisk.ami.stream.AmiEvent.Tear;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns event messages into the events that Quell reads, and knows a caller's line breaks by their traces.
 *
 * <p>Asterisk writes a channel's caller number and name before its unique id. Whoever ends a line or a message there leaves a message cut short, one
 * that begins with neither Event nor Response, or a key twice. Each of them tears the stream, before and after what was forged.
 */
final class EventTranslator {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,96}");
    private static final Pattern CHANNEL = Pattern.compile("[A-Za-z0-9_.:/@+;-]{1,128}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,128}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");
    private static final Pattern UP = Pattern.compile("6");
    private static final Pattern MILLIS = Pattern.compile("-?[0-9]{1,9}");

    /** A kind of event: the keys that it must have exactly once, each with the form of its value, and what it becomes. */
    private record Kind(List<Field> fields, Function<List<String>, AmiEvent> event) {}

    private record Field(String key, Pattern form) {}

    private static final Field UNIQUE_ID = new Field("uniqueid", ID);
    private static final Field LINKED_ID = new Field("linkedid", ID);
    private static final Field CHANNEL_NAME = new Field("channel", CHANNEL);
    private static final Field QUEUE = new Field("queue", NAME);

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            kind("Newchannel", v -> new ChannelBorn(v.get(0), v.get(1), v.get(2)), UNIQUE_ID, LINKED_ID, CHANNEL_NAME),
            kind("Hangup", v -> new ChannelGone(v.get(0)), UNIQUE_ID, LINKED_ID),
            kind("Newstate", v -> new ChannelUp(v.get(0)), UNIQUE_ID, LINKED_ID, new Field("channelstate", UP)),
            kind("Rename", v -> new ChannelRenamed(v.get(0)), UNIQUE_ID),
            kind("ChannelTalkingStart", v -> new TalkStarted(v.get(0)), UNIQUE_ID, LINKED_ID),
            kind(
                    "ChannelTalkingStop",
                    v -> new TalkStopped(v.get(0), Duration.ofMillis(Long.parseLong(v.get(2)))),
                    UNIQUE_ID,
                    LINKED_ID,
                    new Field("duration", MILLIS)),
            kind("QueueCallerJoin", v -> moved(v, true), UNIQUE_ID, LINKED_ID, QUEUE, new Field("count", COUNT)),
            kind("QueueCallerLeave", v -> moved(v, false), UNIQUE_ID, LINKED_ID, QUEUE, new Field("count", COUNT)),
            kind(
                    "AgentConnect",
                    v -> new AgentConnected(v.get(0), v.get(2), v.get(3)),
                    UNIQUE_ID,
                    LINKED_ID,
                    QUEUE,
                    new Field("interface", NAME)),
            kind("AgentComplete", v -> new AgentParted(v.get(0)), UNIQUE_ID, LINKED_ID),
            kind(
                    "CoreShowChannel",
                    v -> new ChannelListed(v.get(0), v.get(1), v.get(2)),
                    UNIQUE_ID,
                    LINKED_ID,
                    CHANNEL_NAME),
            kind("CoreShowChannelsComplete", v -> new ChannelsListed()),
            kind(
                    "QueueParams",
                    v -> new QueueCounted(v.get(0), Integer.parseInt(v.get(1)), Integer.parseInt(v.get(2))),
                    QUEUE,
                    new Field("calls", COUNT),
                    new Field("max", COUNT)));

    private EventTranslator() {}

    /** What an event message says; empty if Quell has no use for it. */
    static Optional<AmiEvent> translate(AmiMessage message) {
        if (!message.kind().equals("event") || message.count("event") != 1) {
            return Optional.of(new StreamTorn(Tear.FORGED));
        }
        if (message.name().equals("UserEvent")) {
            return canary(message);
        }
        Kind kind = KINDS.get(message.name());
        if (kind == null) {
            return Optional.empty();
        }
        if (ofAGoneCaller(message)) {
            return Optional.empty();
        }
        for (Field field : kind.fields()) {
            if (message.count(field.key()) != 1) {
                return Optional.of(new StreamTorn(Tear.FORGED));
            }
        }
        return values(message, kind).map(kind.event());
    }

    /** Whether app_queue tells of a talk whose caller's channel was gone already: then it writes no key of that channel at all. */
    private static boolean ofAGoneCaller(AmiMessage message) {
        return message.name().equals("AgentComplete")
                && Stream.of("channel", "calleridnum", "uniqueid", "linkedid").allMatch(key -> message.count(key) == 0);
    }

    /** The values in the kind's order; empty if one is of a form that Quell does not handle, and then the event is as good as not told. */
    private static Optional<List<String>> values(AmiMessage message, Kind kind) {
        List<String> values = kind.fields().stream()
                .flatMap(field -> message.one(field.key()).filter(field.form().asMatchPredicate()).stream())
                .toList();
        return values.size() == kind.fields().size() ? Optional.of(values) : Optional.empty();
    }

    private static Optional<AmiEvent> canary(AmiMessage message) {
        return message.one("userevent")
                .filter(CanaryAction.EVENT::equals)
                .flatMap(ours -> message.one("nonce"))
                .map(CanaryReturned::new);
    }

    private static QueueMoved moved(List<String> v, boolean joined) {
        return new QueueMoved(v.get(0), v.get(2), Integer.parseInt(v.get(3)), joined);
    }

    private static Map.Entry<String, Kind> kind(String name, Function<List<String>, AmiEvent> event, Field... fields) {
        return Map.entry(name, new Kind(List.of(fields), event));
    }
}
