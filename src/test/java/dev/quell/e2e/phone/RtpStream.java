package dev.quell.e2e.phone;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** The packets of one outgoing RTP stream: A-law as payload type 8, keys as 101. */
final class RtpStream {

    static final int HEADER = 12;

    private static final int ALAW = 8;
    private static final int EVENT = 101;
    private static final int TICK = 160;
    private static final String KEYS = "0123456789*#";

    private final int source = ThreadLocalRandom.current().nextInt();
    private final AtomicInteger lost = new AtomicInteger();
    private int sequence;
    private int time;
    private int eventTime;

    /** Whether a packet carries A-law. */
    static boolean isAudio(byte[] packet, int length) {
        return length > HEADER && (packet[0] & 0xCF) == 0x80 && (packet[1] & 0x7F) == ALAW;
    }

    /** The next 20 ms of speech as a packet. */
    byte[] audio(byte[] payload) {
        time += TICK;
        return packet(ALAW, time, payload);
    }

    /** Lets 20 ms pass without a packet. */
    byte[] skip() {
        time += TICK;
        return new byte[0];
    }

    /** The payloads of one key press, one for each 20 ms; an empty payload is a pause. */
    List<byte[]> key(char digit) {
        int code = KEYS.indexOf(digit);
        if (code < 0) {
            throw new IllegalArgumentException("a key is one of " + KEYS + ", not " + digit);
        }
        List<byte[]> payloads = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            int duration = Math.min(i, 5) * TICK;
            int end = i > 5 ? 0x80 : 0;
            payloads.add(new byte[] {(byte) code, (byte) (end | 10), (byte) (duration >> 8), (byte) duration});
        }
        for (int i = 0; i < 5; i++) {
            payloads.add(new byte[0]);
        }
        return payloads;
    }

    /** A key's payload as the next packet. All packets of one key carry the time at which it began. */
    byte[] stamp(byte[] payload) {
        time += TICK;
        if (payload.length == 0) {
            return payload;
        }
        if (payload[2] == 0 && payload[3] == (byte) TICK) {
            eventTime = time;
        }
        return packet(EVENT, eventTime, payload);
    }

    /** Counts a packet that could not be sent or read. */
    void lost() {
        lost.incrementAndGet();
    }

    private byte[] packet(int type, int timestamp, byte[] payload) {
        return ByteBuffer.allocate(HEADER + payload.length)
                .put((byte) 0x80)
                .put((byte) type)
                .putShort((short) sequence++)
                .putInt(timestamp)
                .putInt(source)
                .put(payload)
                .array();
    }
}
