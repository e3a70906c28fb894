package dev.quell.storage.memory.table;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A part of the callers behind a lock of its own, which is never held while something is loaded. */
final class Part {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Load> loads = new HashMap<>();
    private final long most;
    private Slots slots;
    private long found;
    private long loaded;
    private long failed;
    private long evictedBefore;

    /** For so many bytes. */
    Part(long most) {
        this.most = most;
        this.slots = new Slots(most);
    }

    /** The record of a caller; loaded if it is not there, by one of those who ask for it. */
    byte[] get(long key, Supplier<byte[]> stored) {
        Load mine = new Load();
        Load load;
        lock.lock();
        try {
            byte[] known = slots.get(key);
            if (known != null) {
                found++;
                return known;
            }
            load = loads.computeIfAbsent(key, _ -> mine);
        } finally {
            lock.unlock();
        }
        return load == mine ? load(key, mine, stored) : load.await();
    }

    private byte[] load(long key, Load load, Supplier<byte[]> stored) {
        byte[] record;
        try {
            record = arrived(key, load, stored.get());
        } catch (RuntimeException | Error e) {
            failed(key, load);
            load.fail(e);
            throw e;
        }
        load.answer(record);
        return record;
    }

    /** Whoever was told to be stale meanwhile is not kept: the load is not in the map any more. */
    private byte[] arrived(long key, Load load, byte[] stored) {
        lock.lock();
        try {
            byte[] record = load.changed(stored);
            loaded++;
            if (loads.remove(key, load)) {
                slots.put(key, record);
            }
            return record;
        } finally {
            lock.unlock();
        }
    }

    private void failed(long key, Load load) {
        lock.lock();
        try {
            failed++;
            loads.remove(key, load);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Changes a caller's record if it is there or on its way.
     *
     * @param again whether the change is a call, so that somebody who has called before is kept longer
     */
    void change(long key, UnaryOperator<byte[]> change, boolean again) {
        lock.lock();
        try {
            byte[] known = slots.get(key);
            if (known != null) {
                slots.put(key, change.apply(known));
                if (again && known.length > 0) {
                    slots.again(key);
                }
                return;
            }
            Load load = loads.get(key);
            if (load != null) {
                load.later(change);
            }
        } finally {
            lock.unlock();
        }
    }

    /** What is there of a caller, or on its way, does not count any more. */
    void forget(long key) {
        lock.lock();
        try {
            slots.remove(key);
            loads.remove(key);
        } finally {
            lock.unlock();
        }
    }

    /** The same of all callers of the part. */
    void forgetAll() {
        lock.lock();
        try {
            evictedBefore += slots.evicted();
            slots = new Slots(most);
            loads.clear();
        } finally {
            lock.unlock();
        }
    }

    TableFigures figures() {
        lock.lock();
        try {
            return new TableFigures(
                    slots.size(), slots.bytes(), found, loaded, failed, evictedBefore + slots.evicted());
        } finally {
            lock.unlock();
        }
    }
}
