package dev.quell.storage.memory.table;

import org.jspecify.annotations.Nullable;

/**
 * Packed records by key in arrays, found by probing from the key's own slot onward. A hand goes round and throws out whoever has not called again since
 * it last came by, as often as somebody called again up to three times. Not safe for several threads.
 */
final class Slots {

    /** Key, reference, mark. */
    private static final int SLOT_BYTES = 17;
    /** Of an array, at the most. */
    private static final int HEADER_BYTES = 16;

    private static final int FEWEST = 16;
    private static final byte MOST_AGAIN = 3;

    private final long most;
    private long[] keys = new long[FEWEST];
    private byte[] @Nullable [] records = new byte[FEWEST][];
    private byte[] again = new byte[FEWEST];
    private int size;
    private long recordBytes;
    private int hand;
    private long evicted;

    /** For so many bytes; the last caller stays, however large. */
    Slots(long most) {
        this.most = most;
    }

    byte @Nullable [] get(long key) {
        return records[slot(key)];
    }

    /** Takes a record in, or another one of the same key. */
    void put(long key, byte[] record) {
        int slot = slot(key);
        byte[] before = records[slot];
        if (before == null) {
            makeRoom();
            slot = slot(key);
            keys[slot] = key;
            again[slot] = 0;
            size++;
        } else {
            recordBytes -= weight(before);
        }
        records[slot] = record;
        recordBytes += weight(record);
        while (bytes() > most && size > 1) {
            evict(key);
        }
    }

    /** Somebody called again. */
    void again(long key) {
        int slot = slot(key);
        if (records[slot] != null && again[slot] < MOST_AGAIN) {
            again[slot]++;
        }
    }

    void remove(long key) {
        int slot = slot(key);
        byte[] record = records[slot];
        if (record != null) {
            free(slot, record);
        }
    }

    int size() {
        return size;
    }

    /** What this takes on the heap. */
    long bytes() {
        return (long) keys.length * SLOT_BYTES + recordBytes;
    }

    /** How many were thrown out for want of room. */
    long evicted() {
        return evicted;
    }

    /** The slot of a key, or the free one where it would go. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = home(key, mask);
        while (records[slot] != null && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static int home(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }

    private static long weight(byte[] record) {
        return record.length == 0 ? 0 : HEADER_BYTES + record.length + 7 & -8;
    }

    /** At most three quarters of the slots are taken: more slots where they may be had, or somebody goes. */
    private void makeRoom() {
        if (size + 1 <= keys.length / 4 * 3) {
            return;
        }
        if (bytes() + (long) keys.length * SLOT_BYTES <= most || size < FEWEST) {
            grow();
        } else {
            evict(0);
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        byte[] @Nullable [] oldRecords = records;
        byte[] oldAgain = again;
        keys = new long[oldKeys.length * 2];
        records = new byte[oldKeys.length * 2][];
        again = new byte[oldKeys.length * 2];
        hand = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldRecords[i] != null) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                records[slot] = oldRecords[i];
                again[slot] = oldAgain[i];
            }
        }
    }

    /** @param spared who is not thrown out; 0 for nobody */
    private void evict(long spared) {
        int mask = keys.length - 1;
        while (true) {
            byte[] record = records[hand];
            if (record != null && keys[hand] != spared) {
                if (again[hand] == 0) {
                    free(hand, record);
                    evicted++;
                    return;
                }
                again[hand]--;
            }
            hand = hand + 1 & mask;
        }
    }

    /** Frees a slot and moves those up that would have been there but for it. */
    private void free(int freed, byte[] record) {
        recordBytes -= weight(record);
        size--;
        int mask = keys.length - 1;
        int hole = freed;
        for (int slot = freed + 1 & mask; records[slot] != null; slot = slot + 1 & mask) {
            int distance = slot - home(keys[slot], mask) & mask;
            if (distance >= (slot - hole & mask)) {
                keys[hole] = keys[slot];
                records[hole] = records[slot];
                again[hole] = again[slot];
                hole = slot;
            }
        }
        records[hole] = null;
    }
}
