package dev.quell.asterisk.ami.stream;

import java.time.Duration;

/**
 * One event of an Asterisk that Quell reads, or a mark in its stream. A channel is named by its unique id. None of them carries text that a caller
 * chose; all of them can be forged by a caller all the same.
 */
public sealed interface AmiEvent {

    /** Newchannel: a channel came up. The first channel of a call has itself as its linked id. */
    record ChannelBorn(String uniqueId, String linkedId, String channel) implements AmiEvent {}

    /** CoreShowChannel: a channel is up, said in answer to our question. */
    record ChannelListed(String uniqueId, String linkedId, String channel) implements AmiEvent {}

    /** CoreShowChannelsComplete: every channel that is up has been listed. */
    record ChannelsListed() implements AmiEvent {}

    /** Newstate with state 6, Up: a channel was answered. */
    record ChannelUp(String uniqueId) implements AmiEvent {}

    /** Hangup: a channel went down. */
    record ChannelGone(String uniqueId) implements AmiEvent {}

    /** Rename: a channel took another's place. */
    record ChannelRenamed(String uniqueId) implements AmiEvent {}

    /** ChannelTalkingStart: the first 20 ms over the threshold. */
    record TalkStarted(String uniqueId) implements AmiEvent {}

    /** ChannelTalkingStop, told one silence time after the burst ended. The duration is without that silence; a click's may be below zero. */
    record TalkStopped(String uniqueId, Duration duration) implements AmiEvent {}

    /** QueueCallerJoin, or QueueCallerLeave if not {@code joined}: {@code count} callers wait in the queue now. */
    record QueueMoved(String uniqueId, String queue, int count, boolean joined) implements AmiEvent {}

    /** QueueParams: a queue's callers and its limit (0: none), said in answer to our question. */
    record QueueCounted(String queue, int count, int limit) implements AmiEvent {}

    /** AgentConnect: a queue's agent got the caller. */
    record AgentConnected(String uniqueId, String queue, String agent) implements AmiEvent {}

    /** AgentComplete: agent and caller parted. */
    record AgentParted(String uniqueId) implements AmiEvent {}

    /** Our own UserEvent came back: whatever Asterisk told before it has been read. */
    record CanaryReturned(String nonce) implements AmiEvent {}

    /** A connection was made; events follow from here on. */
    record StreamOpened() implements AmiEvent {}

    /** A connection was lost; what happens from here on is not told. */
    record StreamClosed() implements AmiEvent {}

    /** Something is missing here, or was put in by somebody else. */
    record StreamTorn(Tear tear) implements AmiEvent {}

    /** Why a stream is not whole. */
    enum Tear {
        /** The queue between reader and consumer was full. */
        OVERFLOW,
        /** Text that Asterisk does not write: line breaks of a caller's making. */
        FORGED,
        /** A line or message longer than any of Asterisk's. */
        OVERSIZE,
        /** Reading an event failed; a fault of ours. */
        FAULT
    }
}
